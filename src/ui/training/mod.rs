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
        let width = body.width - (body.width / 3).clamp(38, 60);
        (Rect { width, ..body }, Rect { x: body.x + width, width: body.width - width, ..body })
    } else {
        let height = body.height / 2;
        (Rect { height, ..body }, Rect { y: body.y + height, height: body.height - height, ..body })
    };
    let lines = app.training_lines();
    let selected = app.selected_of(&lines);
    list(app, canvas, first, &lines, selected.map(|(at, _)| at));
    item::draw(app, canvas, second, selected.map(|(_, id)| id));
}

fn list(app: &App, canvas: &mut Canvas<'_>, area: Rect, lines: &[Line], selected: Option<usize>) {
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
    let rows: Vec<Row> = lines.iter().map(|line| row(app, line, room)).collect();
    let listing = Listing { pane: Pane::Training, selected, offset: app.scrolled(Pane::Training) };
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

/// A column besides the title: its heading and its width. Those that matter most come first and stay longest where
/// the window is narrow.
const COLUMNS: [(Column, &str, usize); 6] = [
    (Column::Status, "status", 13),
    (Column::Asked, "asked", 5),
    (Column::Hours, "hours", 6),
    (Column::Cost, "cost", 7),
    (Column::Length, "length", 6),
    (Column::How, "how", 5),
];
/// What the title has at the least.
const TITLE: usize = 24;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Status,
    Asked,
    Hours,
    Cost,
    Length,
    How,
}

/// The order in which columns stand on the screen.
const SHOWN: [Column; 6] = [Column::Status, Column::How, Column::Length, Column::Hours, Column::Cost, Column::Asked];

/// The columns that fit beside a title, as they stand on the screen, with their headings and widths.
fn columns(room: usize) -> Vec<(Column, &'static str, usize)> {
    let mut left = room.saturating_sub(TITLE);
    let mut fitting = Vec::new();
    for (kind, heading, cells) in COLUMNS {
        if left <= cells {
            break;
        }
        left -= cells + 1;
        fitting.push((kind, heading, cells));
    }
    SHOWN.iter().filter_map(|shown| fitting.iter().find(|(kind, ..)| kind == shown).copied()).collect()
}

fn title_room(room: usize) -> usize {
    room.saturating_sub(columns(room).iter().map(|(_, _, cells)| cells + 1).sum())
}

fn aligned(kind: Column, text: &str, cells: usize) -> String {
    match kind {
        Column::Status | Column::How => format!(" {}", column(text, cells)),
        _ => format!(" {}", column_right(text, cells)),
    }
}

fn heading(room: usize) -> Row {
    let columns: String = columns(room).into_iter().map(|(kind, text, cells)| aligned(kind, text, cells)).collect();
    Row::text(Token::Dim, format!("{}{columns}", column("", title_room(room))))
}

fn row(app: &App, line: &Line, room: usize) -> Row {
    let item = app.pack().training(line.training);
    let mark = match line.on_route {
        OnRoute::Chosen => piece(Token::Route, "★ "),
        OnRoute::Another => piece(Token::Near, "· "),
        OnRoute::None => piece(Token::Text, "  "),
    };
    let title = column(&item.title, title_room(room).saturating_sub(2));
    let mut pieces = vec![mark, piece(Token::Text, title)];
    for (kind, _, cells) in columns(room) {
        let (token, text) = match kind {
            Column::Status => status(item.status),
            Column::How => (Token::Text, item.obtain.to_string()),
            Column::Length => (Token::Text, length(item)),
            Column::Hours => (Token::Text, hours(item)),
            Column::Cost => (Token::Text, cost(item)),
            Column::Asked => (Token::Text, line.asked_by.to_string()),
        };
        pieces.push(piece(token, aligned(kind, &text, cells)));
    }
    Row::of(pieces).target(Target::Training(line.training))
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
