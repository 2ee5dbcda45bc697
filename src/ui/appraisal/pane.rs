//! All about the selected competency: the rating, what the stages expect, the scale, the notes, and how it was rated
//! before.

use ratatui::layout::Rect;

use super::{bar, objective, sign};
use crate::app::App;
use crate::app::appraisal::{Line, words};
use crate::app::change::capital;
use crate::app::hit::{Pane, Target};
use crate::app::story::day;
use crate::domain::appraisal::{Aim, Competency, Ground, Note, Rating, of_competency};
use crate::domain::role::Stage;
use crate::layout::wrap::short;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::role::resting;
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::text::column;

/// Columns of a date.
const WHEN: usize = 12;
/// Columns of the names of stages.
const STAGE: usize = 18;

/// Draws the pane.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let title = match app.chosen_appraisal_line() {
        Some((_, Line::Objective(_))) => "Objective",
        Some((_, Line::NewObjective)) => "A new objective",
        _ => app.chosen_competency().map_or("Appraisal", |competency| competency.title.as_str()),
    };
    let inner = canvas.frame(area, title, Pane::Competency, app.focus());
    let mut sheet = Sheet::new(inner.width);
    match app.chosen_appraisal_line() {
        Some((_, Line::Objective(at))) => objective::write(app, &mut sheet, at),
        Some((_, Line::NewObjective)) => objective::hint(&mut sheet),
        _ => {
            if let Some(competency) = app.chosen_competency() {
                about(app, &mut sheet, competency);
            }
        }
    }
    canvas.sheet(inner, &sheet, Pane::Competency, app.scrolled(Pane::Competency));
}

fn about(app: &App, sheet: &mut Sheet, competency: &Competency) {
    where_it_stands(app, sheet, competency);
    expected(app, sheet, competency);
    history(app, sheet, competency);
    scale(app, sheet, competency);
    notes(app, sheet, competency);
    next_one(app, sheet);
}

/// When the next appraisal is due, and what says so.
fn next_one(app: &App, sheet: &mut Sheet) {
    let (Some(words), Some(next)) = (app.next_appraisal_day(), app.next_appraisal()) else { return };
    sheet.heading("The next appraisal");
    sheet.text(Token::Text, &capital(&words));
    match next.ground {
        Ground::Assumed => sheet.text(Token::Dim, "The pack says nothing of it."),
        Ground::Cycle(cycle) => {
            sheet.text(Token::Text, &cycle.what);
            let from = &cycle.provenance;
            let lines = [&from.source, &from.date, &from.note].into_iter().filter(|line| !line.is_empty());
            lines.for_each(|line| sheet.text(Token::Dim, line));
        }
    }
}

fn where_it_stands(app: &App, sheet: &mut Sheet, competency: &Competency) {
    let of = |area: &&crate::domain::appraisal::FocusArea| area.competencies().any(|one| one.id == competency.id);
    if let Some(area) = app.framework().areas().iter().find(of) {
        let standard =
            area.standards.iter().find(|standard| standard.competencies.iter().any(|one| one.id == competency.id));
        let standard = standard.map_or(String::new(), |standard| format!(" · {}", standard.title));
        sheet.text(Token::Dim, &format!("{}{standard}", area.title));
    }
    if let Some(standing) = app.standing(competency) {
        let (token, sign) = sign(Some(standing));
        let words = words::standing_in_full(standing);
        sheet.hanging(&[piece(token, format!("{sign} "))], Token::Text, &words);
    }
}

/// What the rated stage and the target's expect.
pub fn expected(app: &App, sheet: &mut Sheet, competency: &Competency) {
    let silent = "the pack does not say";
    if let Some((stage, whose)) = app.rated_stage() {
        sheet.heading(format!("{stage} expects ({whose})"));
        sheet.text(Token::Text, competency.expects(stage).unwrap_or(silent));
    }
    match app.aims_at() {
        Aim::Stage(role, stage) if Some(stage) == app.rated_stage().map(|(stage, _)| stage) => {
            sheet.text(Token::Dim, &format!("{} is at the same stage.", short(&app.pack().role(role).title)));
        }
        Aim::Stage(role, stage) => {
            sheet.heading(format!("{stage} expects (that of {})", short(&app.pack().role(role).title)));
            sheet.text(Token::Target, competency.expects(stage).unwrap_or(silent));
        }
        Aim::NoTarget | Aim::NoStage(_) => {
            sheet.heading("What the other stages expect");
            others(app, sheet, competency);
        }
    }
}

/// Where nothing is aimed at, every stage's words.
fn others(app: &App, sheet: &mut Sheet, competency: &Competency) {
    let rated = app.rated_stage().map(|(stage, _)| stage);
    for stage in app.framework().stages().iter().filter(|stage| Some(**stage) != rated) {
        if let Some(words) = competency.expects(*stage) {
            sheet.hanging(&[piece(Token::Dim, column(&stage.to_string(), STAGE))], Token::Text, words);
        }
    }
}

fn scale(app: &App, sheet: &mut Sheet, competency: &Competency) {
    sheet.heading("How well do I do that?");
    let now = app.shown_appraisal().and_then(|appraisal| appraisal.rating(&competency.id));
    for point in app.framework().scale() {
        let is_now = now == Some(point.rating);
        let (mark, token) = if is_now { ("▸", Token::Strong) } else { (" ", Token::Text) };
        let lead = [piece(Token::Key, mark), bar(Some(point.rating)), piece(Token::Text, " ")];
        let words = format!("{}: {}", point.title, point.meaning);
        sheet.hanging_to(&lead, token, &words, Some(Target::Point(point.rating)));
    }
    let source = app.framework().scale().first().map(|point| resting(point.provenance.basis));
    if let Some(basis) = source {
        let line = format!("The scale is {basis}; that {} and more count as met is ours.", Rating::MET_FROM.number());
        sheet.text(Token::Dim, &line);
    }
}

fn notes(app: &App, sheet: &mut Sheet, competency: &Competency) {
    for (note, heading, nothing) in [
        (Note::What, "What I achieved", "Nothing noted: n writes it down"),
        (Note::How, "How I did it", "Nothing noted"),
    ] {
        sheet.heading(heading);
        let text = app.shown_appraisal().map_or("", |appraisal| appraisal.note(&competency.id, note));
        if text.is_empty() {
            sheet.text(Token::Dim, nothing);
        }
        for line in text.lines() {
            sheet.text(Token::Text, line);
        }
    }
}

/// How it was rated before, one line for each appraisal; two appraisals against different stages are not on one scale.
fn history(app: &App, sheet: &mut Sheet, competency: &Competency) {
    let points = of_competency(app.appraisals(), &competency.id);
    if points.len() < 2 {
        return;
    }
    sheet.heading("From appraisal to appraisal");
    let mut before: Option<(Stage, Rating)> = None;
    for point in points {
        let word = match before {
            Some((stage, _)) if stage != point.stage => "another stage",
            Some((_, rating)) if rating < point.rating => "higher",
            Some((_, rating)) if rating > point.rating => "lower",
            Some(_) => "the same",
            None => "",
        };
        let pieces = vec![
            piece(Token::Dim, column(&day(point.on), WHEN)),
            piece(Token::Text, " "),
            bar(Some(point.rating)),
            piece(Token::Dim, format!("  {}  {word}", capital(&words::stage(point.stage)))),
        ];
        sheet.row(Row::of(pieces));
        before = Some((point.stage, point.rating));
    }
}
