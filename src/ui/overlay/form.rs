//! Forms: fields below each other, what is wrong beside each, and what may be typed at the foot.

use ratatui::layout::Rect;

use super::{field, window};
use crate::app::App;
use crate::app::hit::{Pane, Target};
use crate::app::profile::form::{About, Entry, Form, Slot, Value};
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::text::{column, wrap};

/// Columns of a form.
const WIDTH: u16 = 76;
/// Columns of a label.
const LABEL: usize = 15;

/// Draws a form.
pub fn draw(app: &App, form: &Form, canvas: &mut Canvas<'_>, body: Rect) {
    let (title, about) = titles(app, form.about);
    let columns = usize::from(WIDTH.min(body.width)).saturating_sub(2);
    let above = wrap(&about, columns);
    let hint = form.entries.get(form.at).map_or("", |entry| entry.hint);
    let faults: usize =
        form.entries.iter().filter_map(|entry| entry.fault.as_ref()).map(|fault| told(fault, columns)).sum();
    let rows = above.len() + 1 + form.entries.len() + faults + 3;
    let inner = window(canvas, body, (WIDTH, u16::try_from(rows + 2).unwrap_or(u16::MAX)), title);
    let mut y = inner.y;
    let mut next = |rows: u16| {
        let line = Rect { y, height: 1, ..inner }.intersection(inner);
        y = y.saturating_add(rows);
        line
    };
    for line in &above {
        canvas.row(next(1), &Row::text(Token::Strong, line.as_str()));
    }
    next(1);
    for (at, entry) in form.entries.iter().enumerate() {
        draw_entry(canvas, next(1), entry, at == form.at, at);
        if let Some(fault) = &entry.fault {
            let mut sheet = Sheet::new(inner.width);
            sheet.hanging(&[piece(Token::Bad, format!("{}✗ ", " ".repeat(LABEL)))], Token::Bad, fault);
            for row in sheet.rows() {
                canvas.row(next(1), row);
            }
        }
    }
    next(1);
    canvas.row(next(1), &Row::text(Token::Dim, hint));
    let keys = if form.entries.len() > 1 {
        "Tab or ↑ ↓ goes to another field; Enter takes it all; Esc leaves it"
    } else {
        "Enter takes it; Esc leaves it as it is"
    };
    canvas.row(next(1), &Row::text(Token::Dim, keys));
    canvas.seen(Pane::Overlay, 0, usize::from(inner.height), rows);
}

/// Rows that a fault takes.
fn told(fault: &str, columns: usize) -> usize {
    wrap(fault, columns.saturating_sub(LABEL + 2)).len()
}

fn draw_entry(canvas: &mut Canvas<'_>, line: Rect, entry: &Entry, has_keys: bool, at: usize) {
    let mark = if has_keys { "▸" } else { " " };
    let label = format!("{mark}{}", column(entry.label, LABEL - 1));
    match &entry.value {
        Value::Typed(typed) if has_keys => field(canvas, line, &label, typed),
        Value::Typed(typed) => {
            canvas.row(line, &Row::of(vec![piece(Token::Dim, label), piece(Token::Text, typed.text())]));
        }
        Value::Chosen { among, at } => {
            let words = among.get(*at).copied().unwrap_or_default();
            let (left, right) = if has_keys { ("◀ ", " ▶") } else { ("", "") };
            canvas.row(
                line,
                &Row::of(vec![
                    piece(Token::Dim, label),
                    piece(Token::Key, left),
                    piece(Token::Text, words),
                    piece(Token::Key, right),
                ]),
            );
        }
    }
    canvas.hit(line, Target::OverlayRow(at));
}

/// The title of the frame, and what stands above the fields.
fn titles(app: &App, about: About) -> (&'static str, String) {
    let pack = app.pack();
    match about {
        About::Label => ("What you are called here", "A label for the title bar and for what you print.".to_owned()),
        About::Role(role) => ("This is my role", pack.role(role).title.clone()),
        About::Hours => ("How much time for study?", "Hours of study a week".to_owned()),
        About::PayFloor => ("A wish: the least pay", "No role on the way that pays less".to_owned()),
        About::MostMoves => ("A wish: the most moves", "No more moves than this".to_owned()),
        About::Before(slot, role) => (of(slot, "A role held before", "Held before"), pack.role(role).title.clone()),
        About::Held(slot, id) => (of(slot, "Something you hold", "Held"), pack.training(id).title.clone()),
        About::Have(id) => ("Held: since when, and until when?", pack.training(id).title.clone()),
        About::Waiver(slot, id) => {
            (of(slot, "Record a waiver or an equivalence", "Granted"), pack.training(id).title.clone())
        }
    }
}

const fn of(slot: Slot, new: &'static str, there: &'static str) -> &'static str {
    match slot {
        Slot::New => new,
        Slot::At(_) => there,
    }
}
