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

mod appraisal;
pub mod big;
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
mod workshop;

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
    canvas.clear(area);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        chrome::too_small(&mut canvas, area);
        return canvas.into_hits();
    }
    match app.showing() {
        Some(showing) => workshop::showing::draw(app, showing, &mut canvas, area),
        None => window(app, &mut canvas, area),
    }
    map::draw_tag(app, &mut canvas);
    canvas.into_hits()
}

/// Draws the app as it usually looks: what stands around the screen, the screen, the layers.
fn window(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let body = chrome::draw(app, canvas, area);
    workshop::spotlight::prepare(app, canvas);
    screen(app, canvas, body);
    // A step that is shown without its words, as on a handout.
    workshop::spotlight::draw(app, canvas, body);
}

/// Draws the screen and the layers on it.
fn screen(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    match app.screen() {
        Screen::Map => map_screen(app, canvas, body),
        Screen::Routes => routes::draw(app, canvas, body),
        Screen::Plan => plans::draw(app, canvas, body),
        Screen::Training => training::draw(app, canvas, body),
        Screen::Posts => posts::draw(app, canvas, body),
        Screen::Appraisal => appraisal::draw(app, canvas, body),
        Screen::Workshop => workshop::draw(app, canvas, body),
    }
    // While a step is shown only its own sheets lie on its screen; what else is open lies over the words too.
    for layer in app.overlays().iter().filter(|_| !app.is_at_step() || app.is_layer_of_step()) {
        overlay::draw(app, layer, canvas, body);
    }
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
