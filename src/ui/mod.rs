//! Drawing: from the app to a screen of cells.

pub mod canvas;
pub mod look;
pub mod map;

pub use look::{Depth, GlyphSet, Look, Theme, Token};

use ratatui::Frame;

use crate::app::{App, HitMap};
use canvas::Canvas;

/// Draws the app. Reads only; gives back what it drew where, for [`App::note_hits`].
#[must_use]
pub fn draw(app: &App, look: &Look, frame: &mut Frame<'_>) -> HitMap {
    let area = frame.area();
    let mut canvas = Canvas::new(frame.buffer_mut(), look);
    map::draw(app, &mut canvas, area);
    canvas.into_hits()
}
