//! Where the squares of the matrix stand in a window. All squares are equally large and nothing depends on which one is
//! selected, so that nothing moves while one walks; only what does not fit at all is scrolled.

use std::ops::Range;

use super::Square;
use crate::layout::cells::{Area, Size};
use crate::layout::viewport::{Pan, Roam};

/// How wide the things are that have to be shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Needs {
    /// The widest title of a lane in full.
    pub title: u16,
    /// The widest short name of a lane.
    pub short: u16,
    /// The digits of the fullest square.
    pub count: u16,
    /// The digits of the largest flow between two squares.
    pub flow: u16,
    /// The digits of the number of all roles.
    pub total: u16,
    /// How wide the mark of a step of the route is; 0 without a route.
    pub step: u16,
    /// How many lanes there are.
    pub lanes: usize,
    /// How many levels there are.
    pub levels: usize,
}

/// How the lanes are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// In full.
    Full,
    /// By their short names.
    Short,
}

/// Where everything stands. Columns and rows count from the top left of the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// How the lanes are named.
    pub names: Names,
    /// The columns of the lanes' names, with a mark before and a space behind.
    pub head: u16,
    /// The columns of one square with the gap behind it.
    pub square: u16,
    /// The columns before a square's number, for marks.
    pub before: u16,
    /// The columns of a square's number, with a cell on either side.
    pub number: u16,
    /// The columns of the lanes' totals; 0 when there is no room.
    pub totals: u16,
    /// Which lanes are seen.
    pub lanes: Range<usize>,
    /// Which levels are seen.
    pub levels: Range<usize>,
    /// Rows from lane to lane: 1, or 2 with a line for a name below each number.
    pub pitch: u16,
    /// The rows below the lanes, down to the window's last.
    pub below: u16,
    /// How far the lanes can be moved under the window.
    pub roam: Roam,
}

/// The least window in which a matrix can be read.
const LEAST: Size = Size { width: 16, height: 3 };
/// Wider squares are harder to read, not easier.
const WIDEST: u16 = 22;
/// Lanes that stand two rows apart need a line for the totals and one for words.
const BELOW: u16 = 3;

impl Grid {
    /// The grid for a window, or nothing when it is too small. `selected` is in it unless it is moved out of it by
    /// the rows of `pan`.
    #[must_use]
    pub fn new(needs: &Needs, window: Size, selected: Square, pan: Pan) -> Option<Self> {
        if window.width < LEAST.width || window.height < LEAST.height {
            return None;
        }
        let number = needs.count + 2;
        let columns = |head: u16, totals: u16| {
            let room = window.width.saturating_sub(head + totals);
            room / u16::try_from(needs.levels.max(1)).unwrap_or(u16::MAX)
        };
        let (full, short) = (needs.title + 2, needs.short + 2);
        let total = needs.total.max(3) + 1;
        let (before, arrow) = (needs.flow + 1 + needs.step, needs.flow + 2);
        let ideal = before + number + needs.flow + 2 + arrow;
        let least = number + 2 * (needs.flow + 1);
        let (names, head, totals) = [(Names::Full, full, total, ideal), (Names::Short, short, total, least)]
            .into_iter()
            .find(|&(_, head, totals, enough)| columns(head, totals) >= enough)
            .map_or((Names::Short, short.min(window.width / 3), 0), |(names, head, totals, _)| (names, head, totals));
        let square = columns(head, totals).clamp(number.min(window.width - head), WIDEST.max(ideal));
        let spare = square.saturating_sub(number);
        let before = before.min(spare.saturating_sub(arrow).max(spare / 2));
        let levels = {
            let fit = usize::from((window.width - head - totals) / square.max(1)).clamp(1, needs.levels.max(1));
            around(selected.level, fit, needs.levels)
        };
        let rows = window.height - 1;
        let lanes = u16::try_from(needs.lanes).unwrap_or(u16::MAX);
        let pitch = if lanes.saturating_mul(2).saturating_add(BELOW) <= rows { 2 } else { 1 };
        let home = around(selected.lane, usize::from(rows / pitch), needs.lanes);
        let cells = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        let (least, most) = (-cells(home.start), cells(needs.lanes - home.end));
        let roam = Roam { least: Pan::by(0, least), most: Pan::by(0, most) };
        let lanes = moved(&home, pan.within(roam).rows);
        let taken = u16::try_from(lanes.len()).unwrap_or(rows).saturating_mul(pitch);
        Some(Self { names, head, square, before, number, totals, lanes, levels, pitch, below: rows - taken, roam })
    }

    /// The cells of a square with the gap behind it, if it is seen.
    #[must_use]
    pub fn area(&self, square: Square) -> Option<Area> {
        if !self.lanes.contains(&square.lane) {
            return None;
        }
        let x = self.column(square.level)?;
        Some(Area { x, y: self.row(square.lane)?, width: self.square, height: self.pitch })
    }

    /// The cells of a square's number, if it is seen.
    #[must_use]
    pub fn number(&self, square: Square) -> Option<Area> {
        let area = self.area(square)?;
        Some(Area { x: area.x + self.before, width: self.number, height: 1, ..area })
    }

    /// The first column of a level, if it is seen.
    #[must_use]
    pub fn column(&self, level: usize) -> Option<u16> {
        let at = self.levels.contains(&level).then(|| level - self.levels.start)?;
        Some(self.head + u16::try_from(at).ok()? * self.square)
    }

    /// The first row of a lane, if it is seen.
    #[must_use]
    pub fn row(&self, lane: usize) -> Option<u16> {
        let at = self.lanes.contains(&lane).then(|| lane - self.lanes.start)?;
        Some(1 + u16::try_from(at).ok()? * self.pitch)
    }

    /// The first column behind the squares.
    #[must_use]
    pub fn end(&self) -> u16 {
        self.head + u16::try_from(self.levels.len()).unwrap_or(0) * self.square
    }

    /// The first row below the lanes.
    #[must_use]
    pub fn bottom(&self) -> u16 {
        1 + u16::try_from(self.lanes.len()).unwrap_or(0) * self.pitch
    }
}

/// So many of `count` that `at` is in the middle of them, or as near to it as there are others beyond.
fn around(at: usize, fit: usize, count: usize) -> Range<usize> {
    let start = at.saturating_sub(fit / 2).min(count.saturating_sub(fit));
    start..(start + fit).min(count)
}

fn moved(range: &Range<usize>, by: i32) -> Range<usize> {
    let along = |at: usize| at.saturating_add_signed(isize::try_from(by).unwrap_or(0));
    along(range.start)..along(range.end)
}
