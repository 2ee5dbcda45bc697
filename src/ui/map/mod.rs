//! The map: levels from left to right, lanes from top to bottom, the selected role with its ways in and out.

mod caption;
pub mod legend;
mod matrix;
mod near;
mod overview;
mod sheet;
pub mod signs;
mod whole;

pub use caption::Caption;

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::look::Token;
use crate::app::App;
use crate::app::hit::{Pane, Target};
use crate::app::map::{MapView, Marks, Zoom};
use crate::domain::Pack;
use crate::domain::id::RoleId;

/// What is looked at.
pub(super) struct Sight<'a> {
    pack: &'a Pack,
    marks: &'a Marks,
    selected: RoleId,
}

/// Draws the app's map in a frame that says how near one looks and what is shown.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, frame: Rect) {
    let inner = canvas.frame(frame, &format!("Map · {}", app.map().zoom()), Pane::Map, app.focus());
    draw_map(app.pack(), app.map(), &app.marks(), canvas, inner).draw(canvas, frame);
}

/// Draws a map into `area` and notes every role as a target and the map as a pane; gives back what is to be said of it.
pub fn draw_map(pack: &Pack, view: &MapView, marks: &Marks, canvas: &mut Canvas<'_>, area: Rect) -> Caption {
    let area = area.intersection(canvas.area());
    canvas.hit(area, Target::Pane(Pane::Map));
    let Some(selected) = view.selected() else {
        canvas.put(area, area.x, area.y, "This pack has no roles.", Token::Dim);
        return Caption::default();
    };
    let sight = Sight { pack, marks, selected };
    match view.zoom() {
        Zoom::Families => matrix::draw(&sight, view, canvas, area),
        Zoom::Lanes => whole::draw(&sight, view, canvas, area),
        Zoom::Boxes | Zoom::Cards => near::draw(&sight, view, canvas, area),
    }
}
