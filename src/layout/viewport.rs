//! What part of the canvas is in the window.

use super::cells::{Area, Cell, Size};

/// The cell of the canvas that stands in the window's top left corner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Viewport {
    /// Its column.
    pub x: u16,
    /// Its row.
    pub y: u16,
}

impl Viewport {
    /// The part of the canvas that shows `wanted` if it fits and `must` in any case, moved by `scrolled` rows but never
    /// off the canvas.
    #[must_use]
    pub fn showing(must: Area, wanted: Area, canvas: Size, window: Size, scrolled: i32) -> Self {
        let x = along(must.x, must.width, wanted.x, wanted.width, canvas.width, window.width);
        let y = along(must.y, must.height, wanted.y, wanted.height, canvas.height, window.height);
        let last = i32::from(canvas.height.saturating_sub(window.height));
        let y = i32::from(y).saturating_add(scrolled).clamp(0, last);
        Self { x, y: u16::try_from(y).unwrap_or(0) }
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
    use super::Viewport;
    use crate::layout::cells::{Area, Cell, Size};

    const CANVAS: Size = Size { width: 200, height: 100 };
    const WINDOW: Size = Size { width: 80, height: 30 };

    #[test]
    fn what_must_be_seen_is_seen_and_the_window_never_leaves_the_canvas() {
        for y in (0..97).step_by(3) {
            let must = Area { x: 150, y, width: 10, height: 3 };
            let wanted = Area { x: 100, y: 0, width: 90, height: 100 };
            let view = Viewport::showing(must, wanted, CANVAS, WINDOW, 0);
            assert!(view.area(WINDOW).encloses(must), "{view:?}");
            assert!(view.x + WINDOW.width <= CANVAS.width && view.y + WINDOW.height <= CANVAS.height);
        }
    }

    #[test]
    fn a_canvas_that_fits_never_moves() {
        let all = Area { x: 0, y: 0, width: 60, height: 20 };
        let canvas = Size { width: 60, height: 20 };
        assert_eq!(Viewport::showing(all, all, canvas, WINDOW, 7), Viewport::default());
    }

    #[test]
    fn the_wheel_moves_up_to_the_ends() {
        let all = Area { x: 0, y: 0, width: 10, height: 3 };
        assert_eq!(Viewport::showing(all, all, CANVAS, WINDOW, 1_000).y, 70);
        assert_eq!(Viewport::showing(all, all, CANVAS, WINDOW, -5).y, 0);
        assert_eq!(Viewport::showing(all, all, CANVAS, WINDOW, i32::MAX).y, 70);
    }

    #[test]
    fn cells_outside_the_window_are_not_seen() {
        let view = Viewport { x: 10, y: 5 };
        assert_eq!(view.seen(Cell::at(10, 5), WINDOW), Some(Cell::at(0, 0)));
        assert_eq!(view.seen(Cell::at(9, 5), WINDOW), None);
        assert_eq!(view.seen(Cell::at(90, 5), WINDOW), None);
    }
}
