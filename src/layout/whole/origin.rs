//! Which part of the whole map a window shows: it stays where it is as long as what is selected is well in view.

use super::columns::{CHANNEL, Columns};
use super::lines::Place;
use super::strips::{Spot, Strips};
use crate::layout::cells::Size;
use crate::layout::viewport::{Pan, Roam};

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

/// The whole map and a window over it.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// What stands where.
    pub strips: &'a Strips,
    /// How wide the columns are.
    pub columns: Columns,
    /// The window.
    pub size: Size,
}

impl Scope<'_> {
    /// Where the window stands by itself: where it stood `before` if the selected role is well inside it there, else
    /// with the role in the middle, or all the roles `near` it if they fit.
    #[must_use]
    pub fn home(self, selected: Spot, near: impl Iterator<Item = Spot>, before: Option<Origin>) -> Origin {
        let columns = self.columns;
        let beside = selected.level.saturating_sub(1)..(selected.level + 2).min(self.strips.levels());
        let wide = (columns.channel(beside.start).into(), i64::from(columns.channel(beside.end)) + i64::from(CHANNEL));
        let tight = (columns.channel(selected.level).into(), i64::from(columns.x(selected.level) + columns.width));
        let across =
            Along { window: self.size.width.into(), canvas: columns.total().into(), step: columns.pitch().into() };
        let (wide, all) = (if across.fits(wide) { wide } else { tight }, (0, i64::from(columns.total())));
        let x = across.start(wide, if across.fits(all) { all } else { wide }, before.map(|before| before.x.into()));
        let row = i64::from(selected.row);
        let rows = near.map(|spot| i64::from(spot.row));
        let all = rows.fold((row, row + 1), |(top, bottom), row| (top.min(row), bottom.max(row + 1)));
        let down = Along { window: self.size.height.into(), canvas: self.strips.height().into(), step: 1 };
        let margin = i64::from(self.size.height / 6);
        let clear = ((row - margin).max(0), (row + 1 + margin).min(down.canvas));
        let y = down.start(clear, if down.fits(all) { all } else { clear }, before.map(|before| before.y.into()));
        Origin { x: u16::try_from(x).unwrap_or(0), y: u32::try_from(y).unwrap_or(0) }
    }

    /// How far the window can be moved.
    #[must_use]
    pub fn roam(self, home: Origin) -> Roam {
        let whole = |cells: u32| i32::try_from(cells).unwrap_or(i32::MAX);
        let columns = self.columns.total().saturating_sub(self.size.width).saturating_sub(home.x);
        let rows = self.strips.height().saturating_sub(self.size.height.into()).saturating_sub(home.y);
        Roam {
            least: Pan::by(-whole(home.x.into()), -whole(home.y)),
            most: Pan::by(whole(columns.into()), whole(rows)),
        }
    }

    /// What the window shows when it has been moved.
    #[must_use]
    pub fn window(self, home: Origin, pan: Pan) -> Window {
        let pan = pan.within(self.roam(home));
        Window {
            x: u16::try_from(i32::from(home.x) + pan.columns).unwrap_or(0),
            y: u32::try_from(i64::from(home.y) + i64::from(pan.rows)).unwrap_or(0),
            width: self.size.width,
            height: self.size.height,
        }
    }
}

/// A window along one side of the map.
#[derive(Clone, Copy)]
struct Along {
    window: i64,
    canvas: i64,
    /// It begins at a multiple of this.
    step: i64,
}

impl Along {
    const fn fits(self, (from, to): (i64, i64)) -> bool {
        to - from <= self.window
    }

    /// Where the window begins: as `before` if all of `clear` is seen there, else with `wanted` in the middle.
    fn start(self, clear: (i64, i64), wanted: (i64, i64), before: Option<i64>) -> i64 {
        let last = (self.canvas - self.window).max(0);
        let last = (last + self.step - 1) / self.step * self.step;
        let is_seen = |at: &i64| *at <= clear.0 && *at + self.window >= clear.1;
        let kept = before.map(|at| at.clamp(0, last)).filter(is_seen);
        let spare = (self.window - (wanted.1 - wanted.0)).max(0) / 2;
        let middle = wanted.0 - spare / self.step * self.step;
        kept.unwrap_or(middle).clamp(0, last)
    }
}
