//! The map: levels from left to right, lanes from top to bottom, the selected role with its ways in and out.

mod labels;
mod leads;
mod near;
mod sheet;
mod signpost;
pub mod signs;
mod tips;

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

/// Draws the app's map into `area` (inside its frame).
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    draw_map(app.pack(), app.map(), &app.marks(), canvas, area);
    if let Some(jump) = app.jump() {
        labels::draw(jump, canvas);
    }
}

/// Draws on the frame of the map where the arrow keys lead and where one has been; `title` is how many cells the
/// frame's title takes.
pub fn draw_frame(app: &App, canvas: &mut Canvas<'_>, frame: Rect, title: u16) {
    if app.map().zoom() != Zoom::Families {
        signpost::draw(app, canvas, frame, title);
    }
}

/// Draws what lies over the screen for a moment: the tag of what the mouse is over.
pub fn draw_tag(app: &App, canvas: &mut Canvas<'_>) {
    if let Some(tip) = app.tip() {
        tips::draw(canvas, tip);
    }
}

/// Draws a map into `area` and notes every role as a target and the map as a pane.
pub fn draw_map(pack: &Pack, view: &MapView, marks: &Marks, canvas: &mut Canvas<'_>, area: Rect) {
    let area = area.intersection(canvas.area());
    canvas.hit(area, Target::Pane(Pane::Map));
    let Some(selected) = view.selected() else {
        canvas.put(area, area.x, area.y, "This pack has no roles.", Token::Dim);
        return;
    };
    let sight = Sight { pack, marks, selected };
    match view.zoom() {
        Zoom::Families | Zoom::Lanes | Zoom::Boxes | Zoom::Cards => near::draw(&sight, view, canvas, area),
    }
}
