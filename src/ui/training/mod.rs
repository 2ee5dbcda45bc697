//! The training screen: the list of what there is, and the item that is selected.

mod item;

use ratatui::layout::Rect;

use super::canvas::{Canvas, Listing};
use super::look::Token;
use super::sheet::{Row, piece};
use super::text::{column, column_right};
use crate::app::App;
use crate::app::hit::{Pane, Target};
use crate::app::training::{Availability, Line, OnRoute, Order};
use crate::domain::quantity::{Pounds, Weeks};
use crate::domain::training::{Obtain, Status, Training};

/// From this width on list and item stand side by side; below it the list stands above.
const SIDE_BY_SIDE: u16 = 110;

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let (first, second) = if body.width >= SIDE_BY_SIDE {
        let width = body.width - body.width.saturating_sub(78).clamp(42, 60);
        (Rect { width, ..body }, Rect { x: body.x + width, width: body.width - width, ..body })
    } else {
        let height = body.height / 2;
        (Rect { height, ..body }, Rect { y: body.y + height, height: body.height - height, ..body })
    };
    list(app, canvas, first);
    item::draw(app, canvas, second);
}

fn list(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let lines = app.training_lines();
    let inner = canvas.frame(area, &title(app, lines.len()), Pane::Training, app.focus());
    if inner.height < 2 {
        return;
    }
    let room = usize::from(inner.width).saturating_sub(2);
    let head = Rect { x: inner.x + 2, width: inner.width.saturating_sub(2), height: 1, ..inner };
    canvas.row(head, &heading(room));
    let below = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
    if lines.is_empty() {
        canvas.row(below, &Row::text(Token::Dim, "  Nothing fits: f another status, v another kind"));
        return;
    }
    let selected = app.selected_training();
    let at = lines.iter().position(|line| Some(line.training) == selected);
    let rows: Vec<Row> = lines.iter().map(|line| row(app, line, room)).collect();
    let listing = Listing { pane: Pane::Training, selected: at, offset: app.scrolled(Pane::Training) };
    canvas.list(below, &rows, listing);
}

/// `Training · can be started · programme · useful to me first · 12`.
fn title(app: &App, count: usize) -> String {
    let view = app.training_view();
    let status = match view.availability {
        Availability::Any => String::new(),
        Availability::CanStart => " · can be started".to_owned(),
        Availability::Of(status) => format!(" · {status}"),
    };
    let kind = view.kind.as_ref().map_or(String::new(), |kind| format!(" · {kind}"));
    let order = match view.order {
        Order::Useful => "on my routes first",
        Order::Asked => "most asked for first",
        Order::Title => "by title",
    };
    format!("Training · {count}{status}{kind} · {order}")
}

/// Columns that are not the title.
const FIGURES: usize = 14 + 7 + 9 + 7 + 10 + 6;

fn heading(room: usize) -> Row {
    let title = column("", room.saturating_sub(FIGURES));
    let rest = format!(" {:<13} {:<6} {:>8} {:>6} {:>9} {:>5}", "status", "how", "length", "hours", "cost", "asked");
    Row::text(Token::Dim, format!("{title}{rest}"))
}

fn row(app: &App, line: &Line, room: usize) -> Row {
    let item = app.pack().training(line.training);
    let (token, status) = status(item.status);
    let mark = match line.on_route {
        OnRoute::Chosen => piece(Token::Route, "★ "),
        OnRoute::Another => piece(Token::Near, "· "),
        OnRoute::None => piece(Token::Text, "  "),
    };
    let title = column(&item.title, room.saturating_sub(FIGURES + 2));
    Row::of(vec![
        mark,
        piece(Token::Text, title),
        piece(token, format!(" {}", column(&status, 13))),
        piece(Token::Text, format!(" {}", column(&item.obtain.to_string(), 6))),
        piece(Token::Text, format!(" {}", column_right(&length(item), 8))),
        piece(Token::Text, format!(" {}", column_right(&hours(item), 6))),
        piece(Token::Text, format!(" {}", column_right(&cost(item), 9))),
        piece(Token::Text, format!(" {}", column_right(&line.asked_by.to_string(), 5))),
    ])
    .target(Target::Training(line.training))
}

/// A status as mark and word.
pub fn status(status: Status) -> (Token, String) {
    let (token, mark) = match status {
        Status::Running => (Token::Good, '✓'),
        Status::Unknown => (Token::Assumed, '?'),
        Status::InDevelopment | Status::Proposed => (Token::Proposed, '○'),
        Status::Paused | Status::Retired => (Token::Bad, '✗'),
    };
    (token, format!("{mark} {status}"))
}

/// How long it lasts, as the row gives it.
pub fn length(item: &Training) -> String {
    match (item.months, item.obtain) {
        (Some(months), _) => Weeks::from_months(months).to_string(),
        (None, Obtain::Study) => "?".to_owned(),
        (None, _) => String::new(),
    }
}

fn hours(item: &Training) -> String {
    match (item.hours, item.obtain) {
        (Some(hours), _) => format!("{hours} h"),
        (None, Obtain::Study) => "?".to_owned(),
        (None, _) => String::new(),
    }
}

fn cost(item: &Training) -> String {
    match (item.cost, item.obtain) {
        (Some(cost), _) if cost.millionths() == 0 => "free".to_owned(),
        (Some(cost), _) => Pounds(cost).to_string(),
        (None, Obtain::Study) => "?".to_owned(),
        (None, _) => String::new(),
    }
}
