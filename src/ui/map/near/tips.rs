//! What the mouse tells in full about the map around a role: titles that are cut, roles that are only counted, levels and
//! lanes whose names had no room.

use ratatui::layout::Rect;

use crate::domain::id::RoleId;
use crate::layout::near::lanes::LaneBand;
use crate::layout::near::map::Tally;
use crate::layout::viewport::Viewport;
use crate::layout::{Picture, Size, wrap};
use crate::ui::canvas::Canvas;
use crate::ui::map::Sight;
use crate::ui::map::sheet::Sheet;
use crate::ui::map::tips;

/// Where the parts of the map stand on the screen.
pub struct Parts {
    /// The part of the canvas that is seen, in cells of the screen.
    pub window: Rect,
    /// The row with the levels' titles.
    pub levels: Rect,
    /// The column with the lanes' names.
    pub lanes: Rect,
}

/// Notes all of them. Call it when everything has been drawn.
pub fn note(sight: &Sight<'_>, picture: &Picture, view: Viewport, parts: &Parts, canvas: &mut Canvas<'_>) {
    let mut sheet = Sheet::new(canvas, parts.window, view);
    for tally in &picture.layout.tallies {
        let roles = counted(sight, picture, tally);
        sheet.tip(tally.area, || tips::roles(sight.pack, &roles));
    }
    for (&role, placed) in &picture.layout.boxes {
        if !wrap::is_whole(&placed.lines, &sight.pack.role(role).title) {
            sheet.tip(placed.area, || tips::role(sight.pack, role));
        }
    }
    levels(sight, picture, view, parts.levels, canvas);
    for band in &picture.layout.lanes {
        lanes(sight, band, view, parts, canvas);
    }
}

/// The roles that a number stands for: those of its lanes and level that have no place of their own.
fn counted(sight: &Sight<'_>, picture: &Picture, tally: &Tally) -> Vec<RoleId> {
    let (x, y) = (tally.area.x, tally.area.y);
    let level = picture.layout.columns.iter().rposition(|band| band.x <= x);
    let lanes = picture.layout.lanes.iter().find(|band| band.y <= y && y < band.y + band.height);
    let (Some(level), Some(lanes)) = (level, lanes) else { return Vec::new() };
    let level = sight.pack.tables().levels.get(level).map(|level| level.number);
    let is_counted = |&role: &RoleId| {
        let (of, named) = (sight.pack.role(role), picture.layout.boxes.contains_key(&role));
        Some(of.level) == level && lanes.lanes.contains(&of.family.index()) && !named
    };
    sight.pack.role_ids().filter(is_counted).collect()
}

fn levels(sight: &Sight<'_>, picture: &Picture, view: Viewport, row: Rect, canvas: &mut Canvas<'_>) {
    let said = tips::said(canvas, row);
    for (level, band) in sight.pack.tables().levels.iter().zip(&picture.layout.columns) {
        let (left, right) = (band.x.max(view.x), (band.x + band.width).min(view.x + row.width));
        if left < right && !said.contains(&level.title) {
            let head = Rect { x: row.x + left - view.x, width: right - left, ..row };
            canvas.tip(head, level.title.clone());
        }
    }
}

fn lanes(sight: &Sight<'_>, band: &LaneBand, view: Viewport, parts: &Parts, canvas: &mut Canvas<'_>) {
    let size = Size { width: parts.window.width, height: parts.window.height };
    let (top, bottom) = (band.y.max(view.y), (band.y + band.height).min(view.area(size).bottom()));
    if top >= bottom {
        return;
    }
    let rows = Rect { y: parts.lanes.y + top - view.y, height: bottom - top, ..parts.lanes };
    let families = &sight.pack.tables().families[band.lanes.clone()];
    if let [family] = families {
        if !tips::said(canvas, rows).contains(&family.title) {
            canvas.tip(rows, family.title.clone());
        }
        return;
    }
    // Several lanes share a line, which runs through the gutter and the window.
    let line = Rect { width: parts.lanes.width + parts.window.width, height: 1, ..rows };
    for family in families {
        if let Some(area) = tips::find(canvas, line, &family.short) {
            canvas.tip(area, family.title.clone());
        }
    }
}
