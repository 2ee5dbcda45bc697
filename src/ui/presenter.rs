//! The presenter's terminal: the notes large, what the room reads beside them, the clock above, the next step below.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::SMALLEST;
use super::canvas::Canvas;
use super::chrome;
use super::look::{Look, Token};
use super::sheet::{Piece, Row, Sheet, piece};
use super::text::{fit, width};
use crate::app::hit::Pane;
use crate::app::presenter::clock::{clock_of, pace, seconds_between};
use crate::app::presenter::{PollTold, Room, Sight, Told, Viewer};

/// From this width on the notes and what the room reads stand side by side.
const SIDE_BY_SIDE: u16 = 100;
/// The pane of what has to be seen is framed as the one with the keys.
const PANE: Pane = Pane::Overlay;

/// Draws what the presenter sees. Gives back how far the notes can be scrolled, for [`Viewer::keep_within`].
#[must_use]
pub fn draw(viewer: &Viewer, look: &Look, frame: &mut Frame<'_>) -> usize {
    let area = frame.area();
    let mut canvas = Canvas::new(frame.buffer_mut(), look);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        chrome::too_small(&mut canvas, area);
        return 0;
    }
    let last = match viewer.sight() {
        Sight::Nothing => message(&mut canvas, area, &WAITING),
        Sight::Unreadable(why) => message(&mut canvas, area, &[&format!("{why}.")]),
        Sight::Gone(told) => message(&mut canvas, area, &gone(told).each_ref().map(String::as_str)),
        Sight::Shown(told) => shown(viewer, told, &mut canvas, area),
    };
    bottom(viewer, &mut canvas, line(area, area.bottom() - 1));
    last
}

const WAITING: [&str; 2] = [
    "No deck is being shown.",
    "Open one in the terminal that the room sees: 8, then Enter; or start fingerpost there with --deck. It is followed \
     here from its first step on, as long as both terminals belong to you and to this machine.",
];

fn gone(told: &Told) -> [String; 2] {
    [
        "The room's terminal is gone.".to_owned(),
        format!(
            "It was closed or broke at step {} of {}, {}. Start fingerpost there again; this view goes on by itself.",
            told.step, told.of, told.title
        ),
    ]
}

fn line(area: Rect, y: u16) -> Rect {
    Rect { y, height: 1, ..area }
}

fn message(canvas: &mut Canvas<'_>, area: Rect, paragraphs: &[&str]) -> usize {
    canvas.row(line(area, area.y), &Row::text(Token::Strong, "fingerpost · presenter's view"));
    let inner = Rect { x: area.x + 2, y: area.y + 2, width: area.width - 4, height: area.height - 4 };
    let mut sheet = Sheet::new(inner.width);
    for (at, paragraph) in paragraphs.iter().enumerate() {
        sheet.gap();
        sheet.text(if at == 0 { Token::Notice } else { Token::Text }, paragraph);
    }
    canvas.sheet(inner, &sheet, PANE, 0);
    0
}

fn shown(viewer: &Viewer, told: &Told, canvas: &mut Canvas<'_>, area: Rect) -> usize {
    let step = format!("Step {} of {}", told.step, told.of);
    let deck = fit(&format!("Presenter's view · {}", told.deck), usize::from(area.width) - width(&step) - 2);
    canvas.row(line(area, area.y), &Row::text(Token::Dim, deck).right(Token::Strong, step));
    canvas.row(line(area, area.y + 1), &clock(viewer, told));
    canvas.row(line(area, area.y + 2), &room(told));
    let body = Rect { y: area.y + 3, height: area.height - 5, ..area };
    let next = match &told.next {
        Some(title) => vec![piece(Token::Dim, "Next: "), piece(Token::Strong, title.clone())],
        None => vec![piece(Token::Dim, "This is the last step")],
    };
    canvas.row(line(area, area.bottom() - 2), &Row::of(next));
    if body.width < SIDE_BY_SIDE {
        let inner = canvas.frame(body, &told.title, PANE, PANE);
        let mut sheet = Sheet::new(inner.width);
        notes(told, &mut sheet);
        reading(told, &mut sheet);
        return scrolled(viewer, canvas, inner, &sheet);
    }
    let left = Rect { width: body.width * 3 / 5, ..body };
    let right = Rect { x: left.right(), width: body.width - left.width, ..body };
    let inner = canvas.frame(right, "The room reads", Pane::Map, PANE);
    let mut sheet = Sheet::new(inner.width);
    reading(told, &mut sheet);
    canvas.sheet(inner, &sheet, Pane::Map, 0);
    let inner = canvas.frame(left, &told.title, PANE, PANE);
    let mut sheet = Sheet::new(inner.width);
    notes(told, &mut sheet);
    scrolled(viewer, canvas, inner, &sheet)
}

fn scrolled(viewer: &Viewer, canvas: &mut Canvas<'_>, inner: Rect, sheet: &Sheet) -> usize {
    canvas.sheet(inner, sheet, PANE, viewer.scrolled());
    sheet.rows().len().saturating_sub(usize::from(inner.height))
}

fn clock(viewer: &Viewer, told: &Told) -> Row {
    let elapsed = seconds_between(told.began, viewer.now());
    let here = seconds_between(told.step_began, viewer.now());
    let mut pieces = vec![
        piece(Token::Dim, "Elapsed "),
        piece(Token::Strong, clock_of(elapsed, told.planned)),
        piece(Token::Dim, "   This step "),
        piece(Token::Strong, clock_of(here, told.planned_step)),
    ];
    if told.planned.is_some() {
        let pace = pace(elapsed, told.planned_before, told.planned_step.unwrap_or(0));
        let token = if pace.ends_with("behind") { Token::Bad } else { Token::Good };
        pieces.extend([piece(Token::Dim, "   "), piece(token, pace)]);
    }
    Row::of(pieces)
}

fn room(told: &Told) -> Row {
    let mut pieces = match told.room {
        Room::Step => vec![piece(Token::Dim, told.room.words())],
        _ => vec![piece(Token::Notice, told.room.words())],
    };
    if let Some(seconds) = told.by_itself {
        pieces.push(piece(Token::Notice, format!("; by itself every {seconds} s, until you step")));
    }
    Row::of(pieces)
}

fn notes(told: &Told, sheet: &mut Sheet) {
    for paragraph in &told.notes {
        sheet.gap();
        sheet.text(Token::Text, paragraph);
    }
    if told.notes.is_empty() {
        sheet.text(Token::Dim, "This step has no notes.");
    }
    if !told.missed.is_empty() {
        sheet.heading("Not shown");
        for why in &told.missed {
            sheet.hanging(&[piece(Token::Bad, "✗ ")], Token::Text, why);
        }
    }
}

fn reading(told: &Told, sheet: &mut Sheet) {
    if sheet.width() < usize::from(SIDE_BY_SIDE) && !sheet.rows().is_empty() {
        sheet.heading("The room reads");
    }
    for paragraph in &told.words {
        sheet.text(Token::Dim, paragraph);
        sheet.gap();
    }
    if let Some(poll) = &told.poll {
        poll_of(poll, sheet);
    }
    if !told.sources.is_empty() {
        sheet.heading("Sources");
        for source in &told.sources {
            sheet.hanging(&[piece(Token::Dim, "· ")], Token::Dim, source);
        }
    }
}

fn poll_of(poll: &PollTold, sheet: &mut Sheet) {
    sheet.heading("Ask the room");
    sheet.text(Token::Text, &poll.question);
    for (at, answer) in poll.answers.iter().enumerate() {
        let count = poll.counts.map_or("–".to_owned(), |counts| counts[at].to_string());
        let lead: [Piece; 1] = [piece(Token::Strong, format!("{count:>4}  "))];
        sheet.hanging(&lead, Token::Text, answer);
    }
    let words = match poll.counts {
        Some(counts) => {
            let all: u64 = counts.iter().copied().map(u64::from).sum();
            format!("{all} hands in all when they were last counted")
        }
        None => "Not counted yet; c at the room's screen counts".to_owned(),
    };
    sheet.text(Token::Dim, &words);
}

fn bottom(viewer: &Viewer, canvas: &mut Canvas<'_>, area: Rect) {
    if let Some(notice) = viewer.notice() {
        return canvas.row(area, &Row::text(Token::Notice, notice));
    }
    let keys: &[(&str, &str)] = match viewer.sight() {
        Sight::Shown(_) => &[("→", "next"), ("←", "back"), ("b", "blank"), ("↓ ↑", "scroll the notes"), ("q", "leave")],
        _ => &[("q", "leave")],
    };
    let pieces = keys.iter().flat_map(|(key, word)| [piece(Token::Key, *key), piece(Token::Dim, format!(" {word}  "))]);
    canvas.row(area, &Row::of(pieces.collect()));
}
