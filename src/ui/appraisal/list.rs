//! The list: what stands above it, the competencies by focus area and standard, and the objectives.

use ratatui::layout::Rect;

use super::{bar, head, sign};
use crate::app::App;
use crate::app::appraisal::{Line, words};
use crate::app::hit::{Pane, Target};
use crate::app::story::day;
use crate::domain::appraisal::{Competency, FocusArea, Note, Objective, tally};
use crate::ui::canvas::{Canvas, Listing};
use crate::ui::look::Token;
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::text::{column, fit};

/// From this many cells on how a competency stands is said in words beside its sign.
const WORDS: usize = 72;
/// Columns of those words.
const STANDING: usize = 9;
/// From this height on the list says below what its marks mean.
const WITH_LEGEND: u16 = 12;

/// Draws the list.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let inner = canvas.frame(area, &title(app), Pane::Competencies, app.focus());
    let mut sheet = Sheet::new(inner.width.saturating_sub(2));
    head::write(app, &mut sheet);
    competencies(app, &mut sheet);
    objectives(app, &mut sheet);
    let foot = u16::from(inner.height >= WITH_LEGEND && !app.framework().is_empty());
    let list = Rect { height: inner.height - foot, ..inner };
    let chosen = app.chosen_appraisal_line().map(|(at, _)| at);
    let row_of = |at: usize| sheet.rows().iter().position(|row| row.target == Some(Target::AppraisalRow(at)));
    let selected = chosen.and_then(row_of);
    let offset = if chosen.is_none_or(|at| at == 0) { 0 } else { app.scrolled(Pane::Competencies) };
    canvas.list(list, sheet.rows(), Listing { pane: Pane::Competencies, selected, offset });
    if foot > 0 {
        canvas.row(Rect { y: list.bottom(), height: 1, ..inner }, &legend());
    }
}

fn title(app: &App) -> String {
    let kept = if app.stance().me.is_none() || app.keeps_plans() { "" } else { ", not kept" };
    match app.shown_appraisal() {
        None => format!("Your appraisal{kept}"),
        Some(appraisal) if app.shows_latest_appraisal() => format!("Your appraisal of {}{kept}", day(appraisal.on)),
        Some(appraisal) => format!("Earlier appraisal of {}, read only{kept}", day(appraisal.on)),
    }
}

fn legend() -> Row {
    let marks = [
        (Token::Good, "✓", " met  "),
        (Token::Pending, "○", " not yet  "),
        (Token::Dim, "–", " not rated  "),
        (Token::Text, "¶", " notes  "),
        (Token::Route, "★", " priority"),
    ];
    let pieces = marks.into_iter().flat_map(|(token, mark, words)| [piece(token, mark), piece(Token::Dim, words)]);
    Row::of(std::iter::once(piece(Token::Text, "  ")).chain(pieces).collect())
}

fn competencies(app: &App, sheet: &mut Sheet) {
    let mut line = 0;
    let chosen = app.chosen_appraisal_line().map(|(at, _)| at);
    for area in app.framework().areas() {
        sheet.gap();
        sheet.row(heading(app, area));
        for standard in &area.standards {
            sheet.row(Row::text(Token::Dim, format!(" {}", standard.title)));
            for competency in &standard.competencies {
                let row = competency_row(app, competency, sheet.width());
                let row = if chosen == Some(line) { plain(row) } else { row };
                sheet.row(row.target(Target::AppraisalRow(line)));
                line += 1;
            }
        }
    }
}

/// What is less important is not so in the selected line, where it would be a patch.
fn plain(mut row: Row) -> Row {
    for piece in row.pieces.iter_mut().filter(|piece| piece.token == Token::Dim) {
        piece.token = Token::Text;
    }
    row
}

/// A focus area, and how its competencies stand against what the target expects.
fn heading(app: &App, area: &FocusArea) -> Row {
    let row = Row::text(Token::Strong, &area.title);
    match app.aims_at().stage() {
        Some(stage) => row.right(Token::Dim, words::tally(tally(area, app.shown_appraisal(), stage))),
        None => row,
    }
}

fn competency_row(app: &App, competency: &Competency, room: usize) -> Row {
    let appraisal = app.shown_appraisal();
    let rating = appraisal.and_then(|appraisal| appraisal.rating(&competency.id));
    let noted = appraisal.is_some_and(|appraisal| {
        [Note::What, Note::How].iter().any(|note| !appraisal.note(&competency.id, *note).is_empty())
    });
    let is_priority = appraisal.is_some_and(|appraisal| appraisal.priorities.contains(&competency.id));
    let standing = app.standing(competency);
    let (token, sign) = sign(standing);
    let words = if room >= WORDS { format!(" {}", column(words::standing(standing), STANDING)) } else { String::new() };
    // A gap of one before the bar, and the two marks behind.
    let behind = 7 + 2 + 1 + words.chars().count() + 4;
    let mark = |shown: bool, token: Token, mark: &str| if shown { piece(token, mark) } else { piece(Token::Text, " ") };
    Row::of(vec![
        piece(Token::Text, format!("  {} ", column(&competency.title, room.saturating_sub(behind + 3)))),
        bar(rating),
        piece(Token::Text, "  "),
        piece(token, format!("{sign}{words}")),
        piece(Token::Text, " "),
        mark(noted, Token::Text, "¶"),
        piece(Token::Text, " "),
        mark(is_priority, Token::Route, "★"),
    ])
}

fn objectives(app: &App, sheet: &mut Sheet) {
    let lines = app.appraisal_lines();
    let places = lines.iter().enumerate().filter(|(_, line)| !matches!(line, Line::Competency(_)));
    let places: Vec<(usize, Line)> = places.map(|(at, line)| (at, *line)).collect();
    if places.is_empty() {
        return;
    }
    sheet.gap();
    sheet.row(Row::text(Token::Strong, "Objectives"));
    for (at, line) in places {
        let room = sheet.width();
        let row = match line {
            Line::Objective(place) => match app.objectives().get(place) {
                Some(objective) => objective_row(app, objective, room),
                None => continue,
            },
            _ => Row::text(Token::Dim, "  + a new objective (o)"),
        };
        sheet.row(row.target(Target::AppraisalRow(at)));
    }
}

fn objective_row(app: &App, objective: &Objective, room: usize) -> Row {
    let overdue = objective.is_overdue(app.today());
    let (token, sign) = match objective.done {
        Some(_) => (Token::Good, "✓"),
        None if overdue => (Token::Bad, "!"),
        None => (Token::Pending, "○"),
    };
    let due = words::due(objective, app.today());
    let title = fit(&objective.what, room.saturating_sub(due.chars().count() + 6));
    let row = Row::of(vec![piece(Token::Text, "  "), piece(token, sign), piece(Token::Text, format!(" {title}"))]);
    row.right(if overdue { Token::Bad } else { Token::Dim }, due)
}
