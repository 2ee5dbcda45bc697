//! The layers of the plan screen: a name, a day, two plans side by side.

use ratatui::layout::Rect;

use super::compare::side_by_side;
use super::{field, window};
use crate::app::App;
use crate::app::field::Field;
use crate::app::hit::Pane;
use crate::app::plans::{compare, words};
use crate::app::story::{day, moves};
use crate::domain::plan::{Item, Plan, next, next_actions, schedule};
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::text::column;

/// Between two columns.
const GAP: u16 = 3;
/// Columns of a date.
const WHEN: usize = 12;

/// Asks for a plan's name.
pub fn name(typed: &Field, canvas: &mut Canvas<'_>, body: Rect) {
    let inner = window(canvas, body, (72, 5), "What is this plan to be called?");
    field(canvas, Rect { height: 1, ..inner }, "Name: ", typed);
    let below = Rect { y: inner.y + 2, height: 1, ..inner }.intersection(inner);
    canvas.row(below, &Row::text(Token::Dim, "Enter takes it; Esc leaves it as it is"));
}

/// Asks when something was done.
pub fn done_on(app: &App, item: Item, typed: &Field, canvas: &mut Canvas<'_>, body: Rect) {
    let inner = window(canvas, body, (64, 7), "When was that?");
    let line = |row: u16| Rect { y: inner.y + row, height: 1, ..inner }.intersection(inner);
    let title = app.chosen_plan().and_then(|plan| next::title(plan, item)).unwrap_or_default();
    canvas.row(line(0), &Row::text(Token::Strong, title));
    field(canvas, line(2), "Done on: ", typed);
    canvas.row(line(4), &Row::text(Token::Dim, "As 22 Nov 2026 or 2026-11-22; Enter takes it"));
}

/// Draws two plans side by side.
pub fn compared(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let inner = window(canvas, body, (body.width.min(150), body.height), "Plans side by side");
    let mut sheet = Sheet::new(inner.width);
    let Some((one, other)) = app.compared_plans() else { return };
    let cells = inner.width.saturating_sub(GAP) / 2;
    let shared = compare::shared(one, other);
    let across = |sheet: &mut Sheet, columns: &dyn Fn(&Plan) -> Sheet| {
        side_by_side(sheet, &[columns(one), columns(other)], usize::from(cells));
    };
    across(&mut sheet, &|plan| head(app, plan, cells));
    sheet.heading("At first they go the same way");
    across(&mut sheet, &|plan| stints(app, plan, (0, shared.together), cells, Token::Text));
    let apart = |plan: &Plan| (shared.together, plan.stints.len() - shared.again);
    if [one, other].iter().any(|plan| apart(plan).0 < apart(plan).1) {
        sheet.heading("Here they part");
        across(&mut sheet, &|plan| stints(app, plan, apart(plan), cells, Token::Route));
    }
    if shared.again > 0 {
        sheet.heading("Here they meet again");
        across(&mut sheet, &|plan| stints(app, plan, (apart(plan).1, plan.stints.len()), cells, Token::Text));
    }
    canvas.sheet(inner, &sheet, Pane::Overlay, app.scrolled(Pane::Overlay));
}

/// A plan's name and what it comes to.
fn head(app: &App, plan: &Plan, cells: u16) -> Sheet {
    let mut sheet = Sheet::new(cells);
    sheet.text(Token::Strong, &plan.title);
    if let Some(slot) = schedule(plan, app.today()).arrival() {
        let late = words::slip(slot.slip()).map_or(String::new(), |slip| format!(", {slip} than planned"));
        sheet.text(Token::Text, &format!("{}{late}", day(slot.to)));
    }
    let figures = format!("{} · {} h of study", moves(plan.moves()), plan.study_hours());
    sheet.text(Token::Text, &figures);
    sheet.text(Token::Dim, &format!("rules: {}, {} h a week", plan.ruleset, plan.hours_per_week));
    if let Some(next) = next_actions(plan, app.today(), 1).first() {
        sheet.text(Token::Dim, &format!("next: {}", next.title));
    }
    sheet
}

/// Stints from one to another: when, what, and what is studied.
fn stints(app: &App, plan: &Plan, (from, to): (usize, usize), cells: u16, token: Token) -> Sheet {
    let mut sheet = Sheet::new(cells);
    let schedule = schedule(plan, app.today());
    for (at, stint) in plan.stints.iter().enumerate().take(to).skip(from) {
        let when = schedule.slot(Item::Role(at)).map_or(String::new(), |slot| day(slot.to));
        sheet.hanging(&[piece(Token::Dim, column(&when, WHEN))], token, &stint.title);
        for study in &stint.study {
            let sign = if study.done.is_some() { piece(Token::Good, "✓ ") } else { piece(Token::Study, "▒ ") };
            sheet.hanging(&[piece(Token::Text, " ".repeat(WHEN)), sign], Token::Dim, &study.title);
        }
    }
    sheet
}
