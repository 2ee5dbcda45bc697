//! The map around the selected role: boxes, the edges between them, and what stands around the window.

mod between;
mod boxes;
mod dimmed;
mod heads;
mod lines;
mod margins;
mod tallies;
mod tips;

use std::sync::Arc;

use ratatui::layout::Rect;

use self::tips::Parts;
use super::Sight;
use super::caption::{Caption, Group};
use super::sheet::Sheet;
use crate::app::hit::Pane;
use crate::app::map::MapView;
use crate::app::map::legend::{Part, Shown};
use crate::domain::id::RoleId;
use crate::layout::focus::Prominence;
use crate::layout::viewport::{Roam, Viewport};
use crate::layout::{Area, Picture, Size, wrap};
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;

/// Draws the map around the selected role into `area`.
pub(super) fn draw(sight: &Sight<'_>, view: &MapView, canvas: &mut Canvas<'_>, area: Rect) -> Caption {
    let (pack, marks, selected) = (sight.pack, sight.marks, sight.selected);
    let room = Size { width: area.width, height: area.height.saturating_sub(1) };
    if room.width < 12 || room.height < 3 {
        canvas.put(area, area.x, area.y, &wrap::cut(&pack.role(selected).title, area.width), Token::Strong);
        return Caption::default();
    }
    let Some(picture) = view.picture(pack, marks, room) else { return Caption::default() };
    let gutter = picture.layout.gutter;
    let window = Rect { x: area.x + gutter, y: area.y + 1, width: area.width - gutter, height: room.height };
    let size = Size { width: window.width, height: window.height };
    let home = home(&picture, selected, size);
    let viewport = home.moved(view.pan(), picture.layout.size, size);
    let levels = Rect { height: 1, y: area.y, ..window };
    let lanes = Rect { x: area.x, width: gutter, ..window };
    margins::draw_levels(sight, &picture, viewport, levels, canvas);
    between::draw_head(sight, &picture, viewport, levels, canvas);
    margins::draw_lanes(sight, &picture, viewport, lanes, canvas);
    let mut sheet = Sheet::new(canvas, window, viewport);
    lines::draw(&picture, &mut sheet);
    between::draw(&picture, &mut sheet);
    boxes::draw(sight, &picture, &mut sheet);
    let whole = view.whole_picture(pack, marks, room).unwrap_or_else(|| Arc::clone(&picture));
    heads::draw_heads(sight, &picture, viewport, window, canvas);
    heads::draw_shared(sight, &whole, viewport, window, canvas);
    margins::draw_unseen(sight, &picture, viewport, window, canvas);
    tips::note(sight, &picture, viewport, &Parts { window, levels, lanes, order: view.order() }, canvas);
    let rows = usize::from(picture.layout.size.height);
    canvas.roam(Roam::around(home, picture.layout.size, size));
    canvas.seen(Pane::Map, usize::from(viewport.y), usize::from(size.height), rows);
    // With a filter the frame says how many roles there are and how many of them are left.
    let told_above = usize::from(sight.sieve.sifted().is_some());
    let parts = Shown::of_picture(pack, view.graph(), &picture, marks.moves).parts().into_iter().skip(told_above);
    let caption = Caption::new(parts.map(Group::from).collect());
    let untold = [untold(sight, &picture), between::untold(sight, &picture)];
    untold.into_iter().flatten().fold(caption, Caption::after)
}

/// What the selected role's box would say if there were room in it.
fn untold(sight: &Sight<'_>, picture: &Picture) -> Option<Part> {
    let card = sight.marks.cards.get(&sight.selected)?;
    let told = picture.layout.boxes.get(&sight.selected).is_some_and(|placed| !placed.details.is_empty());
    let lines: Vec<&str> = card.lines.iter().filter_map(|line| line.fitting(u16::MAX)).collect();
    let brief = card.brief.fitting(u16::MAX)?.to_owned();
    (!told).then(|| Part { full: lines.join(", "), brief })
}

/// Where the window stands by itself: over the selected role with all its neighbours if they fit.
fn home(picture: &Picture, selected: RoleId, window: Size) -> Viewport {
    let must = picture.layout.area(selected).unwrap_or_default();
    let near = picture.prominent.iter().filter(|(_, why)| **why >= Prominence::Near);
    let wanted = near.filter_map(|(&role, _)| picture.layout.area(role)).fold(must, Area::union);
    Viewport::home(must, wanted, picture.layout.size, window)
}
