//! The layers of the appraisal: rating, notes, the appraisals by date, how a new one begins.

use ratatui::layout::Rect;

use super::window;
use crate::app::App;
use crate::app::appraisal::notes::Notes;
use crate::app::appraisal::words;
use crate::app::hit::{Pane, Target};
use crate::app::story::day;
use crate::app::writing::{LINE, Writing};
use crate::domain::appraisal::{Note, Rating, Sitting, sittings};
use crate::ui::appraisal::{bar, expected};
use crate::ui::canvas::{Canvas, Listing};
use crate::ui::look::Token;
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::text::column;

/// Where the selected competency is rated.
pub fn rating(app: &App, selected: usize, canvas: &mut Canvas<'_>, body: Rect) {
    let Some(competency) = app.chosen_competency() else { return };
    let count = app.framework().competencies().count();
    let at = app.chosen_appraisal_line().map_or(0, |(at, _)| at);
    let columns = body.width.min(76);
    let mut sheet = Sheet::new(columns.saturating_sub(2));
    sheet.text(Token::Strong, &competency.title);
    expected(app, &mut sheet, competency);
    let rows = points(app, columns >= WITH_TITLES);
    let wanted = u16::try_from(sheet.rows().len() + rows.len() + 4).unwrap_or(u16::MAX);
    let inner = window(canvas, body, (columns, wanted), &format!("{} of {count} · How well do I do that?", at + 1));
    let foot = 2.min(inner.height);
    let list = u16::try_from(rows.len()).unwrap_or(0).min(inner.height - foot);
    let above = inner.height - foot - list;
    // What does not fit above is read in the pane behind; the points are what the sheet is for.
    let sheet = sheet.cut(usize::from(above));
    for (y, row) in (inner.y..inner.y + above).zip(sheet.rows()) {
        canvas.row(Rect { y, height: 1, ..inner }, row);
    }
    let area = Rect { y: inner.y + above, height: list, ..inner };
    let offset = app.scrolled(Pane::Overlay);
    canvas.list(area, &rows, Listing { pane: Pane::Overlay, selected: Some(selected), offset });
    let keys = "1 to 5 rate and go on; ← → go on without; Esc ends";
    let line = Rect { y: area.bottom() + 1, height: 1, ..inner }.intersection(inner);
    canvas.row(line, &Row::text(Token::Dim, keys));
}

/// From this width on the points are named besides saying what they mean.
const WITH_TITLES: u16 = 72;

/// The points, and that there is none.
fn points(app: &App, with_titles: bool) -> Vec<Row> {
    let now = app.chosen_competency().and_then(|one| app.shown_appraisal()?.rating(&one.id));
    let mark = |is_now: bool| piece(Token::Good, if is_now { "✓ " } else { "  " });
    let point = |point: &crate::domain::appraisal::ScalePoint| {
        let words = if with_titles { format!(" {} ", column(&point.title, 13)) } else { " ".to_owned() };
        Row::of(vec![
            mark(now == Some(point.rating)),
            bar(Some(point.rating)),
            piece(Token::Text, words),
            piece(Token::Dim, point.meaning.clone()),
        ])
    };
    let none = Row::of(vec![mark(now.is_none()), bar(None), piece(Token::Text, " No rating")]);
    let rows = app.framework().scale().iter().map(point).chain(std::iter::once(none));
    rows.enumerate().map(|(line, row)| row.target(Target::OverlayRow(line))).collect()
}

/// Notes while they are written.
pub fn notes(app: &App, notes: &Notes, canvas: &mut Canvas<'_>, body: Rect) {
    let columns = u16::try_from(LINE + 4).unwrap_or(u16::MAX);
    let title = app.framework().title(&notes.competency);
    let inner = window(canvas, body, (columns, 24), title);
    let foot = 1.min(inner.height);
    let half = (inner.height - foot) / 2;
    let upper = Rect { height: half, ..inner };
    let lower = Rect { y: inner.y + half, height: inner.height - foot - half, ..inner };
    writing(canvas, upper, "What I achieved", (&notes.what, notes.at == Note::What));
    writing(canvas, lower, "How I did it", (&notes.how, notes.at == Note::How));
    let line = Rect { y: lower.bottom(), height: foot, ..inner };
    canvas.row(line, &Row::text(Token::Dim, "Tab: what or how · Enter: a new line · Esc: done, kept"));
}

fn writing(canvas: &mut Canvas<'_>, area: Rect, label: &str, (text, has_keys): (&Writing, bool)) {
    let mark = if has_keys { "▸ " } else { "  " };
    let token = if has_keys { Token::Focus } else { Token::Strong };
    canvas.row(Rect { height: 1.min(area.height), ..area }, &Row::of(vec![piece(token, format!("{mark}{label}"))]));
    let height = area.height.saturating_sub(1);
    let inner = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(1), height }.intersection(area);
    let (at, cell) = text.cursor();
    // The line of the cursor is always in view.
    let first = if has_keys { at.saturating_sub(usize::from(height).saturating_sub(1)) } else { 0 };
    for (y, line) in (inner.top()..inner.bottom()).zip(text.lines().into_iter().skip(first)) {
        canvas.put(inner, inner.x, y, line, Token::Text);
    }
    if has_keys && height > 0 {
        let x = inner.x.saturating_add(u16::try_from(cell).unwrap_or(u16::MAX));
        let y = inner.y.saturating_add(u16::try_from(at - first).unwrap_or(0));
        canvas.tint(Rect { x, y, width: 1, height: 1 }.intersection(inner), Token::Selected);
    }
}

/// The appraisals by date, the latest first, each with how much was rated how.
pub fn by_date(app: &App, selected: usize, canvas: &mut Canvas<'_>, body: Rect) {
    let sittings = sittings(app.appraisals(), app.framework());
    let height = u16::try_from(sittings.len() + 5).unwrap_or(u16::MAX);
    let inner = window(canvas, body, (74, height), "Your appraisals");
    let rows: Vec<Row> = sittings.iter().rev().enumerate().map(|(line, sitting)| sitting_row(line, sitting)).collect();
    let foot = 2.min(inner.height);
    let list = Rect { height: inner.height - foot, ..inner };
    let listing = Listing { pane: Pane::Overlay, selected: Some(selected), offset: app.scrolled(Pane::Overlay) };
    canvas.list(list, &rows, listing);
    let words = format!("The bar: how many are rated {} or more, of all. Enter shows one.", Rating::MET_FROM.number());
    let line = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner }.intersection(inner);
    canvas.row(line, &Row::text(Token::Dim, words));
}

/// Cells of the bar of an appraisal.
const BAR: usize = 18;

fn sitting_row(line: usize, sitting: &Sitting) -> Row {
    let (high, all) = (sitting.at_least(Rating::MET_FROM), sitting.rated() + sitting.not_rated);
    let full = (high * BAR).div_ceil(all.max(1));
    let bar = format!("{}{}", "▇".repeat(full), "▁".repeat(BAR - full));
    let figures = format!(" {high} of {all} at {} or more", Rating::MET_FROM.number());
    let pieces = vec![
        piece(Token::Text, format!("{} ", column(&day(sitting.on), 12))),
        piece(Token::Dim, column(&sitting.stage.to_string(), 18)),
        piece(Token::Bar, bar),
        piece(Token::Text, figures),
    ];
    Row::of(pieces).target(Target::OverlayRow(line))
}

/// With what a new appraisal begins.
pub fn begin(app: &App, selected: usize, canvas: &mut Canvas<'_>, body: Rect) {
    let inner = window(canvas, body, (66, 9), &format!("A new appraisal, {}", day(app.today())));
    let newest = app.appraisals().iter().map(|appraisal| appraisal.on).max();
    let of = newest.map_or(String::new(), |newest| format!(" of {}", day(newest)));
    let rows: Vec<Row> = [format!("With the ratings{of} to start from"), "Blank: nothing is rated".to_owned()]
        .into_iter()
        .enumerate()
        .map(|(line, words)| Row::text(Token::Text, words).target(Target::OverlayRow(line)))
        .collect();
    let list = Rect { height: inner.height.min(2), ..inner };
    canvas.list(list, &rows, Listing { pane: Pane::Overlay, selected: Some(selected), offset: 0 });
    let mut sheet = Sheet::new(inner.width);
    sheet.text(
        Token::Dim,
        "Notes stay with the appraisal they were made for; objectives that are still open come along. The earlier one is \
         kept, to be read.",
    );
    if let Some((stage, _)) = app.rated_stage() {
        sheet.text(Token::Dim, &format!("Shown now: rated against {}.", words::stage(stage)));
    }
    let below = Rect { y: list.bottom() + 1, height: inner.height.saturating_sub(list.height + 1), ..inner };
    for (y, row) in (below.top()..below.bottom()).zip(sheet.rows()) {
        canvas.row(Rect { y, height: 1, ..inner }.intersection(inner), row);
    }
}
