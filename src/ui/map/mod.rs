//! The map: levels from left to right, lanes from top to bottom, the selected role with its ways in and out.

mod boxes;
mod lines;
mod margins;
mod sheet;
mod signs;

use ratatui::layout::Rect;

use self::sheet::Sheet;
use super::canvas::Canvas;
use super::look::Token;
use crate::app::App;
use crate::app::hit::{Pane, Target};
use crate::app::map::{MapView, Marks};
use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::layout::focus::Prominence;
use crate::layout::viewport::Viewport;
use crate::layout::{Area, Picture, Size, wrap};

/// What is looked at.
pub(super) struct Sight<'a> {
    pack: &'a Pack,
    marks: &'a Marks,
    selected: RoleId,
}

/// Draws the app's map into `area` (inside its frame).
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    draw_map(app.pack(), app.map(), &app.marks(), canvas, area);
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
    let gutter = margins::gutter(&sight, area.width);
    let window = Rect {
        x: area.x + gutter,
        y: area.y.saturating_add(1),
        width: area.width - gutter,
        height: area.height.saturating_sub(1),
    };
    let size = Size { width: window.width, height: window.height };
    if size.width < 12 || size.height < 3 {
        canvas.put(area, area.x, area.y, &wrap::cut(&pack.role(selected).title, area.width), Token::Strong);
        return;
    }
    let Some(picture) = view.picture(pack, marks, size) else { return };
    let viewport = viewport(&picture, selected, size, view.scrolled());
    let levels = Rect { height: 1, y: area.y, ..window };
    let lanes = Rect { x: area.x, width: gutter, ..window };
    margins::draw_levels(&sight, &picture, viewport, levels, canvas);
    margins::draw_lanes(&sight, &picture, viewport, lanes, canvas);
    let mut sheet = Sheet::new(canvas, window, viewport);
    lines::draw(&picture, &mut sheet);
    boxes::draw(&sight, &picture, &mut sheet);
    margins::draw_shared(&sight, &picture, viewport, window, gutter, canvas);
    margins::draw_unseen(&sight, &picture, viewport, window, canvas);
    let rows = usize::from(picture.layout.size.height);
    canvas.seen(Pane::Map, usize::from(viewport.y), usize::from(size.height), rows);
}

/// The part of the canvas that is shown: the selected role with all its neighbours if they fit.
fn viewport(picture: &Picture, selected: RoleId, window: Size, scrolled: i32) -> Viewport {
    let must = picture.layout.area(selected).unwrap_or_default();
    let near = picture.prominent.iter().filter(|(_, why)| **why >= Prominence::Near);
    let wanted = near.filter_map(|(&role, _)| picture.layout.area(role)).fold(must, Area::union);
    Viewport::showing(must, wanted, picture.layout.size, window, scrolled)
}
