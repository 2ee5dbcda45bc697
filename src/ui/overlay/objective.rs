//! The three questions about an objective: what, by when, for which step of a plan.

use ratatui::layout::Rect;

use super::{field, window};
use crate::app::App;
use crate::app::field::Field;
use crate::app::hit::{Pane, Target};
use crate::ui::canvas::{Canvas, Listing};
use crate::ui::look::Token;
use crate::ui::sheet::{Row, piece};
use crate::ui::text::fit;

/// Asks for its words.
pub fn words(typed: &Field, canvas: &mut Canvas<'_>, body: Rect) {
    let inner = window(canvas, body, (76, 5), "What do you mean to do?");
    field(canvas, Rect { height: 1, ..inner }, "Objective: ", typed);
    let below = Rect { y: inner.y + 2, height: 1, ..inner }.intersection(inner);
    canvas.row(below, &Row::text(Token::Dim, "Enter takes it; Esc leaves it"));
}

/// Asks for its day.
pub fn due(app: &App, at: usize, typed: &Field, canvas: &mut Canvas<'_>, body: Rect) {
    let inner = window(canvas, body, (76, 7), "By when? You may leave it empty");
    let line = |row: u16| Rect { y: inner.y + row, height: 1, ..inner }.intersection(inner);
    let what = app.objectives().get(at).map_or("", |objective| objective.what.as_str());
    canvas.row(line(0), &Row::text(Token::Strong, fit(what, usize::from(inner.width))));
    field(canvas, line(2), "Due: ", typed);
    canvas.row(line(4), &Row::text(Token::Dim, "As 31 Mar 2027 or 2027-03-31; Enter takes it, Esc skips the rest"));
}

/// Asks for its step.
pub fn step(app: &App, (at, selected): (usize, usize), canvas: &mut Canvas<'_>, body: Rect) {
    let steps = app.plan_steps();
    let height = u16::try_from(steps.len() + 5).unwrap_or(u16::MAX);
    let inner = window(canvas, body, (90, height), "For which step of your plan?");
    let what = app.objectives().get(at).map_or("", |objective| objective.what.as_str());
    let head = Rect { height: 1.min(inner.height), ..inner };
    canvas.row(head, &Row::text(Token::Strong, fit(what, usize::from(inner.width))));
    let none = Row::text(Token::Text, "For none");
    let of_step = |step: &crate::app::appraisal::objectives::Step| {
        Row::of(vec![piece(Token::Text, step.title.clone())]).right(Token::Dim, step.about.clone())
    };
    let rows = std::iter::once(none).chain(steps.iter().map(of_step));
    let rows: Vec<Row> = rows.enumerate().map(|(line, row)| row.target(Target::OverlayRow(line))).collect();
    let list = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner }.intersection(inner);
    let listing = Listing { pane: Pane::Overlay, selected: Some(selected), offset: app.scrolled(Pane::Overlay) };
    canvas.list(list, &rows, listing);
}
