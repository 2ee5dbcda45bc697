//! Where one region ends and the next begins: lines in the free columns and rows between the tiles.

use std::collections::BTreeMap;

use super::{Plan, Tiles};
use crate::domain::Pack;
use crate::layout::cells::{Cell, Heading};

/// A cell of a border: which of its four sides the line goes to, in the order of [`Heading::ALL`].
pub type Arms = [bool; 4];

/// The cells of the borders between tiles of different regions that stand side by side. None where tiles leave no row
/// free between them.
#[must_use]
pub fn borders(pack: &Pack, tiles: &Tiles, plan: &Plan) -> BTreeMap<Cell, Arms> {
    let mut cells: BTreeMap<Cell, Arms> = BTreeMap::new();
    if !plan.has_rows_between() {
        return cells;
    }
    let region = |at: Cell| tiles.tile(at).map(|tile| pack.tile(tile).region_ods.as_str());
    let parted = |one: Cell, other: Cell| matches!((region(one), region(other)), (Some(a), Some(b)) if a != b);
    for placed in tiles.placed() {
        let at = placed.at;
        let area = plan.area(at);
        if parted(at, Cell::at(at.x + 1, at.y)) {
            let x = area.right();
            let ends = (area.y.saturating_sub(1), area.bottom());
            run(&mut cells, (ends.0..=ends.1).map(|y| Cell::at(x, y)), [Heading::Up, Heading::Down]);
        }
        if parted(at, Cell::at(at.x, at.y + 1)) {
            let y = area.bottom();
            let ends = (area.x.saturating_sub(1), area.right());
            run(&mut cells, (ends.0..=ends.1).map(|x| Cell::at(x, y)), [Heading::Left, Heading::Right]);
        }
    }
    cells
}

/// A straight line through cells, which are in order.
fn run(cells: &mut BTreeMap<Cell, Arms>, line: impl Iterator<Item = Cell>, [back, on]: [Heading; 2]) {
    let line: Vec<Cell> = line.collect();
    for (index, cell) in line.iter().enumerate() {
        let arms = cells.entry(*cell).or_default();
        arms[back as usize] |= index > 0;
        arms[on as usize] |= index + 1 < line.len();
    }
}
