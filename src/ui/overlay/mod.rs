//! The layers: each paints its own ground over the screen below.

mod appraisal;
mod breakdown;
mod compare;
mod export;
pub mod filter;
mod form;
mod help;
mod legend;
mod objective;
mod people;
mod plans;
mod profile;
mod search;
mod warnings;

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::look::Token;
use super::sheet::{Row, Sheet};
use super::text::width;
use crate::app::App;
use crate::app::field::{Field, Wording};
use crate::app::hit::Pane;
use crate::app::keeping::guide::Guide;
use crate::app::overlay::Overlay;
use crate::domain::id::RoleId;

/// Draws a layer over `body`.
pub fn draw(app: &App, layer: &Overlay, canvas: &mut Canvas<'_>, body: Rect) {
    match layer {
        Overlay::Help => help::draw(app, canvas, body),
        Overlay::Legend => legend::draw(app, canvas, body),
        Overlay::Palette(typed) => search::palette(app, typed, canvas, body),
        Overlay::Find(typed, purpose) => search::find(app, typed, *purpose, canvas, body),
        Overlay::People(selected) => people::draw(app, *selected, canvas, body),
        Overlay::Label(wanted, label) => people::label(wanted, label, canvas, body),
        Overlay::Served { role, years } => served(app, *role, years, canvas, body),
        Overlay::Filter(selected) => filter::draw(app, *selected, canvas, body),
        Overlay::PostFilter(selected) => super::posts::filter::draw(app, *selected, canvas, body),
        Overlay::PayBack => super::posts::pay_back::draw(app, canvas, body),
        Overlay::Feeders => super::posts::feeders::draw(app, canvas, body),
        Overlay::WhatIf(what_if) => super::posts::what_if::draw(app, what_if, canvas, body),
        // It is typed in the table's own first row.
        Overlay::PostWords { .. } => {}
        Overlay::Breakdown => breakdown::draw(app, canvas, body),
        Overlay::Compare | Overlay::CompareRules => compare::draw(app, canvas, body),
        Overlay::Hours(hours) => self::hours(app, hours, canvas, body),
        Overlay::PlanName(name) => plans::name(name, canvas, body),
        Overlay::DoneOn { item, day } => plans::done_on(app, *item, day, canvas, body),
        Overlay::Profile(selected) => profile::draw(app, *selected, canvas, body),
        Overlay::Choose(typed, wanted) => search::choose(app, typed, *wanted, canvas, body),
        Overlay::Form(form) => form::draw(app, form, canvas, body),
        Overlay::Adopt => profile::adopt(app, canvas, body),
        Overlay::Warnings(selected) => warnings::draw(app, *selected, canvas, body),
        Overlay::ComparePlans => plans::compared(app, canvas, body),
        Overlay::Rating(selected) => appraisal::rating(app, *selected, canvas, body),
        Overlay::Notes(notes) => appraisal::notes(app, notes, canvas, body),
        Overlay::Appraisals(selected) => appraisal::by_date(app, *selected, canvas, body),
        Overlay::NewAppraisal(selected) => appraisal::begin(app, *selected, canvas, body),
        Overlay::ObjectiveWords { words, .. } => objective::words(words, canvas, body),
        Overlay::ObjectiveDue { at, due } => objective::due(app, *at, due, canvas, body),
        Overlay::ObjectiveStep { at, selected } => objective::step(app, (*at, *selected), canvas, body),
        Overlay::Unreadable(why) => unreadable(why, canvas, body),
        Overlay::Hands(hands) => super::workshop::hands::draw(app, hands, canvas, body),
        Overlay::StepTitle { title, .. } => named(title, "What is this step called?", canvas, body),
        Overlay::DeckTitle(title) => named(title, "What is this deck called?", canvas, body),
        Overlay::Export(dialog) => export::draw(dialog, canvas, body),
        Overlay::Exported(path) => {
            notice(&format!("Written: {path}"), "y copies the path; Enter goes on", canvas, body);
        }
        Overlay::Notice(words) => notice(words, "Enter goes on", canvas, body),
    }
}

/// A cleared and framed area in the middle, at most so large; gives back what is inside.
pub fn window(canvas: &mut Canvas<'_>, body: Rect, (width, height): (u16, u16), title: &str) -> Rect {
    let (width, height) = (width.min(body.width), height.min(body.height));
    let area = Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 3, width, height };
    canvas.clear(area);
    canvas.frame(area, title, Pane::Overlay, Pane::Overlay)
}

/// A line with what is typed and where the cursor is.
pub fn field(canvas: &mut Canvas<'_>, area: Rect, label: &str, field: &Field) {
    let x = canvas.put(area, area.x, area.y, label, Token::Dim);
    let room = usize::from(area.right().saturating_sub(x)).saturating_sub(1);
    let skipped = field.cursor().saturating_sub(room);
    let mut seen = String::new();
    let mut passed = 0;
    for c in field.text().chars() {
        if passed >= skipped {
            seen.push(c);
        }
        passed += width(c.encode_utf8(&mut [0; 4]));
    }
    let end = canvas.put(area, x, area.y, &seen, Token::Text);
    if field.wording() == Wording::Offered {
        let offered = Rect { x, width: end.saturating_sub(x), height: 1, ..area }.intersection(area);
        canvas.tint(offered, Token::Selected);
    }
    let cursor = x.saturating_add(u16::try_from(field.cursor() - skipped).unwrap_or(0));
    let cell = Rect { x: cursor, width: 1, height: 1, ..area }.intersection(area);
    canvas.tint(cell, Token::Selected);
}

fn served(app: &App, role: RoleId, years: &Field, canvas: &mut Canvas<'_>, body: Rect) {
    let inner = window(canvas, body, (56, 7), &format!("{}This is my role", counted(app)));
    let line = |row: u16| Rect { y: inner.y + row, height: 1, ..inner }.intersection(inner);
    canvas.row(line(0), &Row::text(Token::Me, &app.pack().role(role).title));
    field(canvas, line(2), "Years in it so far, or since: ", years);
    canvas.row(line(4), &Row::text(Token::Dim, "Type 1.5, or since when: Mar 2025; ← → half a year"));
}

/// Asks for the hours of study a week.
fn hours(app: &App, hours: &Field, canvas: &mut Canvas<'_>, body: Rect) {
    let title = format!("{}How much time for study?", counted(app));
    let inner = window(canvas, body, (56, 5), &title);
    field(canvas, Rect { height: 1, ..inner }, "Hours a week: ", hours);
    let below = Rect { y: inner.y + 2, height: 1, ..inner }.intersection(inner);
    canvas.row(below, &Row::text(Token::Dim, "Enter takes it; Esc skips the rest"));
}

/// Asks for the title of what is recorded.
fn named(title: &Field, question: &str, canvas: &mut Canvas<'_>, body: Rect) {
    let inner = window(canvas, body, (72, 5), question);
    field(canvas, Rect { height: 1, ..inner }, "Title: ", title);
    let below = Rect { y: inner.y + 2, height: 1, ..inner }.intersection(inner);
    canvas.row(below, &Row::text(Token::Dim, "Enter takes it; Esc goes on recording without"));
}

/// Which question of the guided start this is.
fn counted(app: &App) -> &'static str {
    app.guide().map_or("", Guide::count)
}

fn unreadable(why: &str, canvas: &mut Canvas<'_>, body: Rect) {
    let words = format!(
        "Your profile and plans cannot be read, and are left as they are: {why}. fingerpost can move the file aside, where \
         nothing of it is lost, and go on with the last state that can be read."
    );
    notice(&words, "Enter moves it aside; Esc goes on without, and keeps nothing", canvas, body);
}

fn notice(words: &str, keys: &str, canvas: &mut Canvas<'_>, body: Rect) {
    let columns = body.width.min(64);
    let mut sheet = Sheet::new(columns.saturating_sub(2));
    sheet.text(Token::Text, words);
    sheet.gap();
    sheet.text(Token::Dim, keys);
    let height = u16::try_from(sheet.rows().len() + 2).unwrap_or(u16::MAX);
    let inner = window(canvas, body, (columns, height), "Notice");
    canvas.sheet(inner, &sheet, Pane::Overlay, 0);
}
