//! The workshop's screen: the decks on the left, the selected one with its steps on the right; and showing one.

pub mod hands;
mod pane;
mod poll;
pub mod showing;
pub mod spotlight;

use ratatui::layout::Rect;

use super::canvas::{Canvas, Listing};
use super::look::Token;
use super::sheet::{Row, Sheet, piece};
use super::text::{fit, width};
use crate::app::App;
use crate::app::hit::{Pane, Target};
use crate::app::workshop::{Origin, Shelved};
use crate::domain::words::count;

/// From this width on list and deck stand side by side; below it the list stands above.
const SIDE_BY_SIDE: u16 = 100;

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let (first, second) = if body.width >= SIDE_BY_SIDE {
        let width = (body.width * 2 / 5).clamp(42, 90);
        (Rect { width, ..body }, Rect { x: body.x + width, width: body.width - width, ..body })
    } else {
        let rows = u16::try_from(app.decks().len().max(1) + 2).unwrap_or(u16::MAX);
        let height = rows.min(body.height / 2).max(4);
        (Rect { height, ..body }, Rect { y: body.y + height, height: body.height - height, ..body })
    };
    list(app, canvas, first);
    pane::draw(app, canvas, second);
}

fn list(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let title = format!("Decks · {}", app.decks().len());
    let inner = canvas.frame(area, &title, Pane::Decks, app.focus());
    if app.decks().is_empty() {
        let mut sheet = Sheet::new(inner.width);
        sheet.text(Token::Text, "This pack brings no decks, and there are none of your own yet.");
        sheet.gap();
        sheet.text(Token::Dim, "R records one; a deck is a file in decks/ of your data folder.");
        canvas.sheet(inner, &sheet, Pane::Decks, 0);
        return;
    }
    let room = usize::from(inner.width).saturating_sub(2);
    let rows: Vec<Row> = app.decks().iter().enumerate().map(|(line, shelved)| row(shelved, line, room)).collect();
    let selected = Some(app.chosen_deck_line());
    canvas.list(inner, &rows, Listing { pane: Pane::Decks, selected, offset: app.scrolled(Pane::Decks) });
}

fn row(shelved: &Shelved, line: usize, room: usize) -> Row {
    let own = match &shelved.origin {
        Origin::Pack => "",
        Origin::Own(_) => "own · ",
    };
    let row = if let Ok(deck) = &shelved.deck {
        let minutes = deck.planned().map_or(String::new(), |minutes| format!(" · {minutes} min"));
        let told = format!("{own}{}{minutes}", count(deck.steps.len() as u64, "step"));
        let title = fit(&deck.title, room.saturating_sub(width(&told) + 1));
        Row::text(Token::Text, title).right(Token::Dim, told)
    } else {
        let file = match &shelved.origin {
            Origin::Own(file) => file.as_str(),
            Origin::Pack => "",
        };
        Row::of(vec![piece(Token::Bad, "✗ "), piece(Token::Text, file)]).right(Token::Bad, "has faults")
    };
    row.target(Target::DeckRow(line))
}
