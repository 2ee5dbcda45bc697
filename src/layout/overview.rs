//! The whole map small enough for a corner of the window: which parts of it hold roles.

use super::cells::{Area, Cell};

/// Cells across for a column.
const ACROSS: u16 = 2;
/// No more cells down than this.
const DOWN: u32 = 12;
/// Dots of a cell, across and down.
const DOTS: (u16, u32) = (2, 4);

/// The presence of roles as dots, eight to a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    levels: usize,
    rows: u32,
    width: u16,
    height: u16,
    cells: Vec<u8>,
}

impl Overview {
    /// The overview of a map with so many columns and rows and roles at these columns and rows.
    #[must_use]
    pub fn new(levels: usize, rows: u32, roles: impl Iterator<Item = (usize, u32)>) -> Self {
        let width = u16::try_from(levels).unwrap_or(u16::MAX).saturating_mul(ACROSS);
        let height = u16::try_from(rows.div_ceil(DOTS.1).clamp(1, DOWN)).unwrap_or(1);
        let mut overview =
            Self { levels, rows: rows.max(1), width, height, cells: vec![0; usize::from(width) * usize::from(height)] };
        for (level, row) in roles {
            overview.dot(level, row);
        }
        overview
    }

    fn dot(&mut self, level: usize, row: u32) {
        let y = self.scaled(row, u32::from(self.height) * DOTS.1);
        let cell = usize::try_from(y / DOTS.1).unwrap_or(0) * usize::from(self.width) + level * usize::from(ACROSS);
        // A column is two cells wide and shows its roles as the right half of the first and the left half of the next.
        let bits: [u8; 4] = [0x08, 0x10, 0x20, 0x80];
        let next: [u8; 4] = [0x01, 0x02, 0x04, 0x40];
        let at = (y % DOTS.1) as usize;
        if let [first, second, ..] = &mut self.cells[cell..] {
            *first |= bits[at];
            *second |= next[at];
        }
    }

    fn scaled(&self, row: u32, to: u32) -> u32 {
        let scaled = u64::from(row.min(self.rows - 1)) * u64::from(to) / u64::from(self.rows);
        u32::try_from(scaled).unwrap_or(0)
    }

    /// Cells across and down.
    #[must_use]
    pub const fn size(&self) -> (u16, u16) {
        (self.width, self.height)
    }

    /// The dots of a cell, one bit each: the eight of a braille sign, in the order of Unicode.
    #[must_use]
    pub fn dots(&self, cell: Cell) -> u8 {
        let inside = cell.x < self.width && cell.y < self.height;
        if inside { self.cells[usize::from(cell.y) * usize::from(self.width) + usize::from(cell.x)] } else { 0 }
    }

    /// The cell in which a column and row of the map lie.
    #[must_use]
    pub fn cell(&self, level: usize, row: u32) -> Cell {
        let x = u16::try_from(level.min(self.levels.saturating_sub(1))).unwrap_or(0) * ACROSS;
        Cell { y: u16::try_from(self.scaled(row, u32::from(self.height))).unwrap_or(0), x }
    }

    /// The cells that stand for these columns and rows of the map.
    #[must_use]
    pub fn area(&self, levels: std::ops::Range<usize>, rows: std::ops::Range<u32>) -> Area {
        let (first, last) =
            (self.cell(levels.start, rows.start), self.cell(levels.end.max(1) - 1, rows.end.max(1) - 1));
        Area { x: first.x, y: first.y, width: last.x + ACROSS - first.x, height: last.y + 1 - first.y }
    }
}

#[cfg(test)]
mod tests {
    use super::Overview;
    use crate::layout::{Area, Cell};

    #[test]
    fn every_role_is_a_dot_in_the_cell_that_stands_for_it() {
        let roles = [(0, 0), (2, 7), (5, 65), (1, 30)];
        let overview = Overview::new(6, 66, roles.into_iter());
        for (level, row) in roles {
            assert_ne!(overview.dots(overview.cell(level, row)), 0, "{level} {row}");
        }
        assert_eq!(overview.dots(Cell::at(6, 0)), 0);
        assert_eq!(overview.dots(Cell::at(99, 99)), 0);
    }

    #[test]
    fn a_huge_map_is_as_small_as_a_large_one() {
        let overview = Overview::new(10, 40_000, std::iter::once((9, 39_999)));
        assert_eq!(overview.size(), (20, 12));
        assert_eq!(overview.area(0..10, 0..40_000), Area { x: 0, y: 0, width: 20, height: 12 });
        assert_eq!(overview.cell(9, 39_999), Cell::at(18, 11));
    }

    #[test]
    fn an_empty_map_has_an_overview() {
        assert_eq!(Overview::new(0, 0, std::iter::empty()).size(), (0, 1));
    }
}
