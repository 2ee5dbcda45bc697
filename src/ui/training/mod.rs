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
use crate::domain::Pack;
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
    let foot = u16::from(inner.height >= WITH_LEGEND);
    if foot > 0 {
        canvas.row(Rect { y: inner.bottom() - 1, height: 1, ..inner }, &legend());
    }
    let below = Rect { y: inner.y + 1, height: inner.height - 1 - foot, ..inner };
    if lines.is_empty() {
        canvas.row(below, &Row::text(Token::Dim, "  Nothing fits: f another status, v another kind"));
        return;
    }
    let rows: Vec<Row> = lines.iter().map(|line| row(app, line, room)).collect();
    let listing = Listing { pane: Pane::Training, selected, offset: app.scrolled(Pane::Training) };
    canvas.list(below, &rows, listing);
}

/// From this height on the list says below what its marks mean.
const WITH_LEGEND: u16 = 8;

fn legend() -> Row {
    Row::of(vec![
        piece(Token::Assumed, "  ?"),
        piece(Token::Dim, " not known  "),
        piece(Token::Assumed, "~"),
        piece(Token::Dim, " assumed  "),
        piece(Token::Route, "★"),
        piece(Token::Dim, " on my route  "),
        piece(Token::Near, "·"),
        piece(Token::Dim, " on another  roles that ask for it"),
    ])
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
const COLUMNS: [(Column, &str, usize); 5] = [
    (Column::Status, "status", 14),
    (Column::Asked, "roles", 5),
    (Column::Hours, "hours", 7),
    (Column::Cost, "cost", 7),
    (Column::Length, "length", 6),
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
}

/// The order in which columns stand on the screen.
const SHOWN: [Column; 5] = [Column::Status, Column::Length, Column::Hours, Column::Cost, Column::Asked];

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
        Column::Status => format!(" {}", column(text, cells)),
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
            Column::Status => standing(item),
            Column::Length => length(app.pack(), item),
            Column::Hours => hours(app.pack(), item),
            Column::Cost => (Token::Text, cost(item)),
            Column::Asked => (Token::Text, line.asked_by.to_string()),
        };
        pieces.push(piece(token, aligned(kind, &text, cells)));
    }
    Row::of(pieces).target(Target::Training(line.training))
}

/// How an item can be had at present, as mark and words. Of what is not studied nobody asks whether it runs.
pub fn standing(item: &Training) -> (Token, String) {
    match (item.status, item.obtain) {
        (Status::Running, Obtain::Held) => (Token::Text, "held".to_owned()),
        (Status::Running, Obtain::Check) => (Token::Pending, "on appointment".to_owned()),
        (status, _) => status_words(status),
    }
}

fn status_words(status: Status) -> (Token, String) {
    let (token, mark) = match status {
        Status::Running => (Token::Good, '✓'),
        Status::Unknown => (Token::Assumed, '?'),
        Status::InDevelopment | Status::Proposed => (Token::Proposed, '○'),
        Status::Paused | Status::Retired => (Token::Bad, '✗'),
    };
    (token, format!("{mark} {status}"))
}

/// How long it lasts: as the row gives it, else as assumed for its kind, else nobody knows. What has only hours takes
/// as long as these do.
fn length(pack: &Pack, item: &Training) -> (Token, String) {
    match (item.obtain, item.months, item.hours) {
        (Obtain::Study, Some(months), _) => (Token::Text, Weeks::from_months(months).to_string()),
        (Obtain::Study, None, None) => {
            let assumed = pack.study_assumption(&item.kind).map(|assumed| assumed.weeks.to_string());
            (Token::Assumed, assumed.map_or("?".to_owned(), |weeks| format!("~{weeks}")))
        }
        (Obtain::Study, None, Some(_)) => (Token::Assumed, "?".to_owned()),
        (Obtain::Check | Obtain::Held, ..) => (Token::Text, String::new()),
    }
}

fn hours(pack: &Pack, item: &Training) -> (Token, String) {
    match (item.obtain, item.hours) {
        (Obtain::Study, Some(hours)) => (Token::Text, format!("{hours} h")),
        (Obtain::Study, None) => {
            let assumed = pack.study_assumption(&item.kind).map(|assumed| assumed.hours);
            (Token::Assumed, assumed.map_or("?".to_owned(), |hours| format!("~{hours} h")))
        }
        (Obtain::Check | Obtain::Held, _) => (Token::Text, String::new()),
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
