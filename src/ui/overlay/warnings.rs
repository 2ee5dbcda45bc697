//! The list of warnings: those to be read, and below them those that were put away.

use ratatui::layout::Rect;

use super::filter::{Sections, choose_wide};
use crate::app::App;
use crate::app::hit::Target;
use crate::app::warnings::Place;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::text::wrap;

/// Columns of the list.
const WIDTH: u16 = 96;

/// Draws the list with its line `selected` marked.
pub fn draw(app: &App, selected: usize, canvas: &mut Canvas<'_>, body: Rect) {
    let room = usize::from(WIDTH.min(body.width)).saturating_sub(6);
    let mut sections = Sections::default();
    let mut last = None;
    if app.warnings().is_empty() {
        sections.heading(Row::text(Token::Good, "✓ There is nothing to be warned of."));
    }
    for (at, warning) in app.warnings().iter().enumerate() {
        if last != Some(warning.place) {
            last = Some(warning.place);
            sections.heading(Row::text(Token::Strong, heading(warning.place)));
        }
        let (sign, token) = match warning.place {
            Place::Open => (piece(Token::Bad, "! "), Token::Text),
            Place::PutAway | Place::Past => (piece(Token::Dim, "· "), Token::Dim),
        };
        let target = Target::OverlayRow(at);
        for (line, words) in wrap(&warning.words, room).into_iter().enumerate() {
            let lead = if line == 0 { sign.clone() } else { piece(Token::Text, "  ") };
            let row = Row::of(vec![lead, piece(token, words)]).target(target);
            if line == 0 { sections.line(row) } else { sections.heading(row) }
        }
    }
    choose_wide(app, canvas, body, ("Warnings", WIDTH), (&sections, selected), |width| {
        let mut foot = Sheet::new(width);
        foot.text(
            Token::Dim,
            "Enter puts a warning away or brings it back. What is put away is kept with your profile.",
        );
        foot
    });
}

const fn heading(place: Place) -> &'static str {
    match place {
        Place::Open => "To be read",
        Place::PutAway => "Put away",
        Place::Past => "Put away, and not so any more",
    }
}
