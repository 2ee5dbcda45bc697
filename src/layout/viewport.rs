//! What part of the canvas is in the window, and how far it can be moved.

use super::cells::{Area, Cell, Size};

/// The cell of the canvas that stands in the window's top left corner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Viewport {
    /// Its column.
    pub x: u16,
    /// Its row.
    pub y: u16,
}

/// By how many cells the window has been moved over the canvas: to the right and down when positive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Pan {
    /// Columns.
    pub columns: i32,
    /// Rows.
    pub rows: i32,
}

impl Pan {
    /// So many columns and rows.
    #[must_use]
    pub const fn by(columns: i32, rows: i32) -> Self {
        Self { columns, rows }
    }

    /// Both one after the other.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { columns: self.columns.saturating_add(other.columns), rows: self.rows.saturating_add(other.rows) }
    }

    /// What is left of it after another: the way from the other to this.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self { columns: self.columns.saturating_sub(other.columns), rows: self.rows.saturating_sub(other.rows) }
    }

    /// As much of it as there is room for.
    #[must_use]
    pub fn within(self, roam: Roam) -> Self {
        Self {
            columns: self.columns.clamp(roam.least.columns, roam.most.columns),
            rows: self.rows.clamp(roam.least.rows, roam.most.rows),
        }
    }
}

/// How far a window can be moved over its canvas before it would leave it, from where it stands by itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Roam {
    /// To the top left corner; never positive.
    pub least: Pan,
    /// To the bottom right corner; never negative.
    pub most: Pan,
}

impl Roam {
    /// The room around a window of this size that stands at `home`.
    #[must_use]
    pub fn around(home: Viewport, canvas: Size, window: Size) -> Self {
        let most = |from: u16, canvas: u16, window: u16| i32::from(canvas.saturating_sub(window).saturating_sub(from));
        Self {
            least: Pan::by(-i32::from(home.x), -i32::from(home.y)),
            most: Pan::by(most(home.x, canvas.width, window.width), most(home.y, canvas.height, window.height)),
        }
    }
}

impl Viewport {
    /// The part of the canvas that shows `wanted` if it fits and `must` in any case: where the window stands by itself.
    #[must_use]
    pub fn home(must: Area, wanted: Area, canvas: Size, window: Size) -> Self {
        Self {
            x: along(must.x, must.width, wanted.x, wanted.width, canvas.width, window.width),
            y: along(must.y, must.height, wanted.y, wanted.height, canvas.height, window.height),
        }
    }

    /// As [`Viewport::home`], moved by `pan` but never off the canvas.
    #[must_use]
    pub fn showing(must: Area, wanted: Area, canvas: Size, window: Size, pan: Pan) -> Self {
        Self::home(must, wanted, canvas, window).moved(pan, canvas, window)
    }

    /// Moved by `pan`, but never off the canvas.
    #[must_use]
    pub fn moved(self, pan: Pan, canvas: Size, window: Size) -> Self {
        let pan = pan.within(Roam::around(self, canvas, window));
        let along = |from: u16, by: i32| u16::try_from(i32::from(from).saturating_add(by)).unwrap_or(0);
        Self { x: along(self.x, pan.columns), y: along(self.y, pan.rows) }
    }

    /// Where in a window of this size a cell of the canvas is seen.
    #[must_use]
    pub fn seen(self, cell: Cell, window: Size) -> Option<Cell> {
        let (x, y) = (cell.x.checked_sub(self.x)?, cell.y.checked_sub(self.y)?);
        (x < window.width && y < window.height).then_some(Cell { y, x })
    }

    /// The part of the canvas that a window of this size shows.
    #[must_use]
    pub const fn area(self, window: Size) -> Area {
        Area { x: self.x, y: self.y, width: window.width, height: window.height }
    }
}

/// The first cell shown along one side: the whole of `wanted` in the middle if it fits, else `must` in the middle.
fn along(must: u16, must_length: u16, wanted: u16, wanted_length: u16, canvas: u16, window: u16) -> u16 {
    let (start, length) = if wanted_length <= window { (wanted, wanted_length) } else { (must, must_length) };
    let spare = window.saturating_sub(length) / 2;
    start.saturating_sub(spare).min(canvas.saturating_sub(window))
}

#[cfg(test)]
mod tests {
    use super::{Pan, Roam, Viewport};
    use crate::layout::cells::{Area, Cell, Size};

    const CANVAS: Size = Size { width: 200, height: 100 };
    const WINDOW: Size = Size { width: 80, height: 30 };

    #[test]
    fn what_must_be_seen_is_seen_and_the_window_never_leaves_the_canvas() {
        for y in (0..97).step_by(3) {
            let must = Area { x: 150, y, width: 10, height: 3 };
            let wanted = Area { x: 100, y: 0, width: 90, height: 100 };
            let view = Viewport::showing(must, wanted, CANVAS, WINDOW, Pan::default());
            assert!(view.area(WINDOW).encloses(must), "{view:?}");
            assert!(view.x + WINDOW.width <= CANVAS.width && view.y + WINDOW.height <= CANVAS.height);
        }
    }

    #[test]
    fn a_canvas_that_fits_never_moves() {
        let all = Area { x: 0, y: 0, width: 60, height: 20 };
        let canvas = Size { width: 60, height: 20 };
        assert_eq!(Viewport::showing(all, all, canvas, WINDOW, Pan::by(-3, 7)), Viewport::default());
    }

    #[test]
    fn the_window_is_moved_up_to_the_ends_both_ways() {
        let all = Area { x: 0, y: 0, width: 10, height: 3 };
        let at = |columns, rows| Viewport::showing(all, all, CANVAS, WINDOW, Pan::by(columns, rows));
        assert_eq!(at(7, 3), Viewport { x: 7, y: 3 });
        assert_eq!(at(-5, -5), Viewport::default());
        for far in [1_000, i32::MAX] {
            assert_eq!(at(far, far), Viewport { x: 120, y: 70 });
        }
    }

    #[test]
    fn what_goes_beyond_the_end_is_not_kept() {
        let roam = Roam::around(Viewport { x: 100, y: 0 }, CANVAS, WINDOW);
        let far = Pan::by(-4, i32::MAX).and(Pan::by(-1_000, 1)).within(roam);
        assert_eq!(far, Pan::by(-100, 70));
        assert_eq!(far.and(Pan::by(1, -1)).within(roam), Pan::by(-99, 69), "the way back begins at once");
    }
    #[test]
    fn cells_outside_the_window_are_not_seen() {
        let view = Viewport { x: 10, y: 5 };
        assert_eq!(view.seen(Cell::at(10, 5), WINDOW), Some(Cell::at(0, 0)));
        assert_eq!(view.seen(Cell::at(9, 5), WINDOW), None);
        assert_eq!(view.seen(Cell::at(90, 5), WINDOW), None);
    }
}
