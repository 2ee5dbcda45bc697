//! The map around the selected role: boxes, the edges between them, and what stands around the window.

mod boxes;
mod lines;
mod margins;

use ratatui::layout::Rect;

use super::Sight;
use super::caption::Caption;
use super::sheet::Sheet;
use crate::app::hit::Pane;
use crate::app::map::MapView;
use crate::app::map::legend::Shown;
use crate::domain::id::RoleId;
use crate::layout::focus::Prominence;
use crate::layout::viewport::{Roam, Viewport};
use crate::layout::{Area, Picture, Size, wrap};
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;

/// Draws the map around the selected role into `area`.
pub(super) fn draw(sight: &Sight<'_>, view: &MapView, canvas: &mut Canvas<'_>, area: Rect) -> Caption {
    let (pack, marks, selected) = (sight.pack, sight.marks, sight.selected);
    let gutter = margins::gutter(sight, area.width);
    let window = Rect {
        x: area.x + gutter,
        y: area.y.saturating_add(1),
        width: area.width - gutter,
        height: area.height.saturating_sub(1),
    };
    let size = Size { width: window.width, height: window.height };
    if size.width < 12 || size.height < 3 {
        canvas.put(area, area.x, area.y, &wrap::cut(&pack.role(selected).title, area.width), Token::Strong);
        return Caption::default();
    }
    let Some(picture) = view.picture(pack, marks, size) else { return Caption::default() };
    let home = home(&picture, selected, size);
    let viewport = home.moved(view.pan(), picture.layout.size, size);
    let levels = Rect { height: 1, y: area.y, ..window };
    let lanes = Rect { x: area.x, width: gutter, ..window };
    margins::draw_levels(sight, &picture, viewport, levels, canvas);
    margins::draw_lanes(sight, &picture, viewport, lanes, canvas);
    let mut sheet = Sheet::new(canvas, window, viewport);
    lines::draw(&picture, &mut sheet);
    boxes::draw(sight, &picture, &mut sheet);
    margins::draw_shared(sight, &picture, viewport, window, gutter, canvas);
    margins::draw_unseen(sight, &picture, viewport, window, canvas);
    let rows = usize::from(picture.layout.size.height);
    canvas.roam(Roam::around(home, picture.layout.size, size));
    canvas.seen(Pane::Map, usize::from(viewport.y), usize::from(size.height), rows);
    Shown::of_picture(pack, &picture, marks.moves).into()
}

/// Where the window stands by itself: over the selected role with all its neighbours if they fit.
fn home(picture: &Picture, selected: RoleId, window: Size) -> Viewport {
    let must = picture.layout.area(selected).unwrap_or_default();
    let near = picture.prominent.iter().filter(|(_, why)| **why >= Prominence::Near);
    let wanted = near.filter_map(|(&role, _)| picture.layout.area(role)).fold(must, Area::union);
    Viewport::home(must, wanted, picture.layout.size, window)
}
