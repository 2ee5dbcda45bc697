//! Where every box stands: the layout as it is drawn.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::domain::id::RoleId;

use super::between::PlacedSlip;
use super::columns::ColumnBand;
use super::draft;
use super::lanes::{Fold, LaneBand};
use super::subject::Subject;
use crate::layout::cells::{Area, Size};
use crate::layout::focus::{Focus, Prominent};
use crate::layout::world::World;

/// How a role is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A box with a frame.
    Frame,
    /// One line, as prominent as a box: a column for a mark, then the title.
    Line,
    /// One faint line: a column for a mark, then the title.
    Name,
}

/// A role on the canvas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Its cells.
    pub area: Area,
    /// How it is drawn.
    pub shape: Shape,
    /// Its title, broken into lines.
    pub lines: Vec<String>,
    /// What it says below its title, line by line.
    pub details: Vec<String>,
    /// By how many cells the lines after the first stand further in.
    pub indent: u16,
}

/// A number that stands for roles which are not named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Its cells.
    pub area: Area,
    /// How many roles.
    pub roles: usize,
    /// Whether there are named ones above it.
    pub fold: Fold,
}

/// Where everything stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapLayout {
    /// The roles that are named.
    pub boxes: BTreeMap<RoleId, Placed>,
    /// The others, as numbers.
    pub tallies: Vec<Tally>,
    /// The lanes, top to bottom.
    pub lanes: Vec<LaneBand>,
    /// The folded lanes that share the last row, where they do.
    pub folded_last: Vec<Range<usize>>,
    /// The levels, left to right.
    pub columns: Vec<ColumnBand>,
    /// What the selected role asks for, and its posts; empty when they are not asked for or have no room.
    pub slips: Vec<PlacedSlip>,
    /// The canvas; it may be larger than the window.
    pub size: Size,
    /// How many roles the lanes have that share a line, for as many of them as are named.
    pub shared_roles: BTreeMap<usize, usize>,
    /// How many columns of cells are left for the lanes' names, beside the canvas; none when they stand above the lanes.
    pub gutter: u16,
    /// How many titles of prominent roles are cut.
    pub cut: usize,
}

impl MapLayout {
    /// The layout for a window in which the canvas and the lanes' names have room; `extra` widens channels and gaps.
    #[must_use]
    pub fn new(world: World<'_>, focus: &Focus, prominent: &Prominent, window: Size, extra: u16) -> Self {
        draft::best(&Subject::new(world, focus, prominent, window), extra)
    }

    /// Where a role stands, if it is named.
    #[must_use]
    pub fn area(&self, role: RoleId) -> Option<Area> {
        self.boxes.get(&role).map(|placed| placed.area)
    }
}
