//! The list of plans: what each is called, when it arrives, how late that is, what comes next.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::hit::{Pane, Target};
use crate::app::plans::words;
use crate::app::story::{day, moves};
use crate::domain::plan::{Plan, State, next_actions, schedule};
use crate::ui::canvas::{Canvas, Listing};
use crate::ui::look::Token;
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::text::fit;

/// Rows of a plan.
pub const HEIGHT: usize = 3;

/// Draws the list.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let title = if app.keeps_plans() { "Your plans" } else { "Plans, not kept" };
    let inner = canvas.frame(area, title, Pane::Plans, app.focus());
    if app.plans().is_empty() {
        let mut sheet = Sheet::new(inner.width.saturating_sub(2));
        sheet.text(Token::Text, "There is no plan yet. On the routes (2), m makes the selected way your plan.");
        let inset = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        return canvas.sheet(inset, &sheet, Pane::Plans, 0);
    }
    let room = usize::from(inner.width).saturating_sub(2);
    let plans = app.plans().iter().enumerate();
    let rows: Vec<Row> = plans.flat_map(|(line, plan)| rows(app, plan, line, room)).collect();
    let selected = Some(HEIGHT * app.chosen_plan_line());
    let offset = app.scrolled(Pane::Plans);
    canvas.list(inner, &rows, Listing { pane: Pane::Plans, selected, offset });
}

fn rows(app: &App, plan: &Plan, line: usize, room: usize) -> [Row; HEIGHT] {
    let mark = if app.plans_view().marked == Some(line) { "● " } else { "" };
    let arrival = schedule(plan, app.today()).arrival();
    let when = arrival.map_or(String::new(), |slot| {
        let slip = words::slip(slot.slip()).map_or(String::new(), |slip| format!(", {slip}"));
        format!("  {}{slip} · {}", day(slot.to), moves(plan.moves()))
    });
    let (token, next) = match next_actions(plan, app.today(), 1).into_iter().next() {
        Some(action) if action.slot.state == State::Overdue => (Token::Bad, format!("  ! overdue: {}", action.title)),
        Some(action) => (Token::Dim, format!("  next: {}", action.title)),
        None => (Token::Good, "  ✓ all of it is done".to_owned()),
    };
    let target = Target::PlanRow(line);
    [
        Row::of(vec![piece(Token::Strong, fit(&format!("{mark}{}", plan.title), room))]).target(target),
        Row::text(Token::Text, fit(&when, room)).target(target),
        Row::text(token, fit(&next, room)).target(target),
    ]
}
