//! The appraisal screen: on the left the competencies as they are rated and the objectives, on the right all about the
//! selected one.

mod head;
mod list;
mod objective;
mod pane;

pub use pane::expected;

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::look::Token;
use super::sheet::{Piece, piece};
use crate::app::{App, Side};
use crate::domain::appraisal::{Rating, Standing};

/// From this width on list and pane stand side by side.
const SIDE_BY_SIDE: u16 = 100;
/// From this height on the list stands above the pane where they are not side by side; below it there is one of them at
/// a time.
const ONE_ABOVE: u16 = 26;

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let (first, second) = if body.width >= SIDE_BY_SIDE {
        let width = (body.width * 11 / 20).clamp(58, 96);
        (Rect { width, ..body }, Rect { x: body.x + width, width: body.width - width, ..body })
    } else if body.height >= ONE_ABOVE {
        let height = body.height * 11 / 20;
        (Rect { height, ..body }, Rect { y: body.y + height, height: body.height - height, ..body })
    } else if app.side() == Side::Main {
        (body, Rect::ZERO)
    } else {
        (Rect::ZERO, body)
    };
    if !first.is_empty() {
        list::draw(app, canvas, first);
    }
    if !second.is_empty() {
        pane::draw(app, canvas, second);
    }
}

/// `▮▮▮▯▯ 3`: a rating as bar and number, seven cells wide.
pub(super) fn bar(rating: Option<Rating>) -> Piece {
    match rating {
        None => piece(Token::Dim, "▯▯▯▯▯  "),
        Some(rating) => {
            let full = usize::from(rating.number());
            piece(Token::Bar, format!("{}{} {full}", "▮".repeat(full), "▯".repeat(Rating::ALL.len() - full)))
        }
    }
}

/// The sign of a standing.
pub(super) const fn sign(standing: Option<Standing>) -> (Token, &'static str) {
    match standing {
        Some(Standing::Met) => (Token::Good, "✓"),
        Some(Standing::NotYet { .. }) => (Token::Pending, "○"),
        Some(Standing::NotRated) => (Token::Dim, "–"),
        Some(Standing::NotAsked) | None => (Token::Dim, " "),
    }
}
