//! From a draft to the layout as it is drawn: every box at its cells.

use std::collections::BTreeMap;

use super::between;
use super::draft::Draft;
use super::lanes::{Count, Fold, LaneBand, Stack};
use super::map::{MapLayout, Placed, Shape, Tally};
use crate::layout::cells::{Area, Size};
use crate::layout::wrap;

/// Of the lanes that share a line no more than so many are named.
pub const MOST_SHARED: usize = 48;

/// The layout of a draft.
pub(super) fn layout(draft: &Draft<'_, '_>) -> MapLayout {
    let (lanes, folded_last, rows) = draft.folds.bands();
    let mut layout = MapLayout {
        boxes: BTreeMap::new(),
        tallies: Vec::new(),
        lanes,
        folded_last,
        columns: draft.columns.bands.clone(),
        slips: Vec::new(),
        size: Size { width: draft.columns.width, height: rows },
        gutter: draft.gutter,
        shared_roles: BTreeMap::new(),
        cut: 0,
    };
    let shared = layout.lanes.iter().filter(|band| band.lanes.len() > 1).map(|band| vec![band.lanes.clone()]);
    let order = draft.shapes.subject.world.order;
    for lane in shared.chain([layout.folded_last.clone()]).flat_map(|run| run.into_iter().flatten().take(MOST_SHARED)) {
        let roles = (0..order.levels()).map(|level| order.roles(lane, level).len()).sum();
        layout.shared_roles.insert(lane, roles);
    }
    for band in layout.lanes.clone() {
        match draft.folds.single.get(&band.lanes.start) {
            Some(Some(stacks)) => place_open(draft, &mut layout, &band, stacks),
            _ if band.lanes.len() > 1 => {}
            _ => place_folded(draft, &mut layout, &band),
        }
    }
    between::place(draft, &mut layout);
    let whole = |role, placed: &Placed| {
        let width = draft.columns.bands[draft.shapes.subject.world.order.place(role).1].width;
        draft.shapes.is_whole(role, placed.shape, width)
    };
    let prominent = draft.shapes.subject.prominent.keys();
    layout.cut = prominent.filter(|role| layout.boxes.get(role).is_some_and(|placed| !whole(**role, placed))).count();
    layout
}

fn place_open(draft: &Draft<'_, '_>, layout: &mut MapLayout, band: &LaneBand, stacks: &[Stack]) {
    let shapes = &draft.shapes;
    for (column, stack) in layout.columns.clone().into_iter().zip(stacks) {
        let mut y = band.y + band.head + stack.above;
        for item in &stack.items {
            let shape = shapes.shape(item.role, column.width).unwrap_or(Shape::Name);
            let lines = shapes.lines(item.role, shape, column.width);
            let details = shapes.details(item.role, shape, column.width);
            let width = match shape {
                Shape::Frame => column.width,
                Shape::Line | Shape::Name => {
                    let widest = lines.iter().chain(&details).map(|line| wrap::width(line)).max().unwrap_or(0);
                    widest + shapes.pad(item.role, shape) + 1
                }
            };
            y += item.above;
            let area = Area { x: column.x, y, width: width.min(column.width), height: item.height };
            let indent = shapes.indent(item.role, shape);
            layout.boxes.insert(item.role, Placed { area, shape, lines, details, indent });
            y += item.height;
        }
        if stack.hidden > 0 {
            let y = if stack.count == Count::Head { band.y } else { y };
            let area = Area { x: column.x, y, width: tally_width(stack.hidden, column.width), height: 1 };
            layout.tallies.push(Tally { area, roles: stack.hidden, fold: Fold::Open });
        }
    }
}

fn place_folded(draft: &Draft<'_, '_>, layout: &mut MapLayout, band: &LaneBand) {
    let order = draft.shapes.subject.world.order;
    for (level, column) in layout.columns.iter().enumerate() {
        let roles = order.roles(band.lanes.start, level).len();
        if roles > 0 {
            let area = Area { x: column.x, y: band.y, width: tally_width(roles, column.width), height: 1 };
            layout.tallies.push(Tally { area, roles, fold: Fold::Folded });
        }
    }
}

/// `+12` and a column for a mark before it, as far as there is room.
fn tally_width(roles: usize, room: u16) -> u16 {
    let digits = u16::try_from(roles.to_string().len()).unwrap_or(room);
    (digits + 2).min(room)
}
