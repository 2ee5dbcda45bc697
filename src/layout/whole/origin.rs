//! Which part of the whole map a window shows: it stays where it is as long as what is selected is well in view.

use super::columns::Columns;
use super::lines::Place;
use super::strips::{Spot, Strips};

/// The cell of the whole map in the window's top left corner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Origin {
    /// Its column of cells.
    pub x: u16,
    /// Its row.
    pub y: u32,
}

/// A part of the whole map.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Window {
    /// Its first column of cells.
    pub x: u16,
    /// Its first row.
    pub y: u32,
    /// Columns of cells.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Window {
    /// The first column of cells to the right of it.
    #[must_use]
    pub const fn right(self) -> u16 {
        self.x.saturating_add(self.width)
    }

    /// The first row below it.
    #[must_use]
    pub const fn bottom(self) -> u32 {
        self.y.saturating_add(self.height as u32)
    }

    /// Whether a cell is in it.
    #[must_use]
    pub const fn holds(self, place: Place) -> bool {
        place.x >= self.x && place.x < self.right() && place.row >= self.y && place.row < self.bottom()
    }
}

/// The part of the map that a window of this size shows: what it showed `before` if the selected role is well inside
/// that, else the role in the middle; then moved by `pan` cells, but never off the map. `near` are the rows of all roles
/// one move away.
#[must_use]
pub fn window(
    strips: &Strips,
    columns: Columns,
    selected: Spot,
    near: &[Spot],
    size: (u16, u16),
    before: Option<Origin>,
    pan: (i32, i32),
) -> Window {
    let (width, height) = size;
    let beside = selected.level.saturating_sub(1)..(selected.level + 2).min(strips.levels());
    let wide = (i64::from(columns.channel(beside.start)), i64::from(columns.channel(beside.end)) + i64::from(super::columns::CHANNEL));
    let tight = (i64::from(columns.channel(selected.level)), i64::from(columns.x(selected.level) + columns.width));
    let across = Along { window: width.into(), canvas: columns.total().into(), margin: 0 };
    let x = across.start([wide, tight], before.map(|before| before.x.into()), pan.0);
    let row = i64::from(selected.row);
    let rows = near.iter().map(|spot| i64::from(spot.row));
    let all = rows.fold((row, row + 1), |(top, bottom), row| (top.min(row), bottom.max(row + 1)));
    let down = Along { window: height.into(), canvas: strips.height().into(), margin: i64::from(height / 6) };
    let y = down.start([all, (row, row + 1)], before.map(|before| before.y.into()), pan.1);
    Window { x: u16::try_from(x).unwrap_or(0), y: u32::try_from(y).unwrap_or(0), width, height }
}

/// A window along one side of the canvas.
struct Along {
    window: i64,
    canvas: i64,
    margin: i64,
}

impl Along {
    /// Where the window begins. Of what should be seen the first that fits counts, else the last.
    fn start(&self, wanted: [(i64, i64); 2], before: Option<i64>, pan: i32) -> i64 {
        let last = (self.canvas - self.window).max(0);
        let [wide, tight] = wanted;
        let fits = |(from, to): (i64, i64)| to - from <= self.window;
        let (from, to) = if fits(wide) { wide } else { tight };
        // Only what is selected has to stay clear of the edges; what may lie at the end of the map cannot.
        let (must_from, must_to) = if self.margin > 0 { (tight.0 - self.margin, tight.1 + self.margin) } else { (from, to) };
        let clear = |at: &i64| *at <= must_from.max(0) && *at + self.window >= must_to.min(self.canvas);
        let kept = before.map(|at| at.clamp(0, last)).filter(clear);
        let at = kept.unwrap_or_else(|| from - (self.window - (to - from)).max(0) / 2);
        (at.clamp(0, last) + i64::from(pan)).clamp(0, last)
    }
}
