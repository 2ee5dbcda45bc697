//! Drawing: from the app to a screen of cells.
//!
//! ```text
//!  ┌ chrome: who, rules, pack ─────────────────────────┐
//!  │ chrome: tabs                                      │
//!  │ ┌ map, routes::list, ───┐ ┌ role, routes::story, ┐│   a layer (overlay) lies on top
//!  │ │ training, posts::list │ │ item, posts::pane    ││
//!  │ └───────────────────────┘ └──────────────────────┘│
//!  │ chrome: what other rules change                   │
//!  │ chrome: keys valid here, or a short message       │
//!  └───────────────────────────────────────────────────┘
//! ```
//!
//! [`draw`] reads the app and changes nothing. What it drew where goes back to the app as plain data.

pub mod boards;
pub mod canvas;
mod chrome;
mod glyphs;
pub mod look;
pub mod map;
mod overlay;
mod plans;
mod posts;
pub mod presenter;
mod role;
mod routes;
pub mod sheet;
mod standing;
pub mod text;
mod training;

pub use look::{Depth, GlyphSet, Look, Theme, Token};

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::{App, HitMap, Screen, Side};
use canvas::Canvas;

/// The smallest window that the screens work in, columns and rows.
pub const SMALLEST: (u16, u16) = (60, 20);

/// From this width on the map and the pane about its role stand side by side: below it, names on the map had no room.
const SIDE_BY_SIDE: u16 = 100;

/// Draws the app. Reads only; gives back what it drew where, for [`App::note_hits`].
#[must_use]
pub fn draw(app: &App, look: &Look, frame: &mut Frame<'_>) -> HitMap {
    let area = frame.area();
    let mut canvas = Canvas::new(frame.buffer_mut(), look);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        chrome::too_small(&mut canvas, area);
        return canvas.into_hits();
    }
    let body = chrome::draw(app, &mut canvas, area);
    match app.screen() {
        Screen::Map => map_screen(app, &mut canvas, body),
        Screen::Routes => routes::draw(app, &mut canvas, body),
        Screen::Plan => plans::draw(app, &mut canvas, body),
        Screen::Training => training::draw(app, &mut canvas, body),
        Screen::Posts => posts::draw(app, &mut canvas, body),
    }
    for layer in app.overlays() {
        overlay::draw(app, layer, &mut canvas, body);
    }
    map::draw_tag(app, &mut canvas);
    canvas.into_hits()
}

/// The map and the pane about its selected role; one of them at a time where the window is narrow.
fn map_screen(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let narrow = body.width < SIDE_BY_SIDE;
    let pane = match (narrow, body.width) {
        (true, _) => body.width,
        (false, ..140) => 36,
        (false, _) => 44,
    };
    let (left, right) = match (narrow, app.side()) {
        (true, Side::Main) => (body, Rect::ZERO),
        (true, Side::Detail | Side::England) => (Rect::ZERO, body),
        (false, _) => {
            let left = Rect { width: body.width - pane, ..body };
            (left, Rect { x: left.right(), width: pane, ..body })
        }
    };
    if !left.is_empty() {
        map::draw(app, canvas, left);
    }
    if !right.is_empty() {
        role::draw(app, canvas, right);
    }
}
