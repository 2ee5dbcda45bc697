//! How high the lanes are and what is stacked in an open one.

use std::ops::Range;

use crate::domain::id::RoleId;

/// Open or folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// Its roles stand in it.
    Open,
    /// It is one line with numbers.
    Folded,
    /// It shares its line with other folded lanes next to it; they are named on it.
    Shared,
}

/// A lane, or a run of folded lanes, on the canvas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaneBand {
    /// The lanes, by their place in the order of lanes: one, or several folded ones.
    pub lanes: Range<usize>,
    /// Open or folded.
    pub fold: Fold,
    /// Its first row.
    pub y: u16,
    /// Its rows, with the one of its name if that stands above.
    pub height: u16,
    /// Rows for its name, above its roles.
    pub head: u16,
}

/// Something to be stacked in one lane and level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The role.
    pub role: RoleId,
    /// Empty rows above it.
    pub above: u16,
    /// Its rows.
    pub height: u16,
    /// The row in it at which edges meet it, if any do.
    pub port: Option<u16>,
}

/// Where the number of the roles that are only counted stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Count {
    /// On a row of its own, below the others.
    #[default]
    Below,
    /// On the row of the lane's name.
    Head,
}

/// One lane and level: what is stacked in it, and how many roles are only counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stack {
    /// Top to bottom.
    pub items: Vec<Item>,
    /// How many more there are.
    pub hidden: usize,
    /// Where that is told.
    pub count: Count,
    /// Empty rows above the first.
    pub above: u16,
}

/// No stack is pushed down by more than this to make an edge straight.
const MOST_PUSH: u16 = 4;

impl Stack {
    /// Its rows, with the empty ones above and the line of the count.
    #[must_use]
    pub fn height(&self) -> u16 {
        let count = u16::from(self.hidden > 0 && self.count == Count::Below);
        self.items
            .iter()
            .fold(self.above, |sum, item| sum.saturating_add(item.above + item.height))
            .saturating_add(count)
    }

    /// The row of the first port.
    fn first_port(&self) -> Option<u16> {
        let mut top = 0;
        for item in &self.items {
            if let Some(port) = item.port {
                return Some(top + item.above + port);
            }
            top += item.above + item.height;
        }
        None
    }
}

/// Pushes the stacks of a lane down so that the first boxes of all of them stand at one row and the edges between them
/// are straight.
pub fn align(stacks: &mut [Stack]) {
    let row = stacks.iter().filter_map(Stack::first_port).max().unwrap_or(0);
    for stack in stacks {
        if let Some(port) = stack.first_port() {
            stack.above = (row - port).min(MOST_PUSH);
        }
    }
}

/// The rows of an open lane.
#[must_use]
pub fn height(stacks: &[Stack]) -> u16 {
    stacks.iter().map(Stack::height).max().unwrap_or(0).max(1)
}

/// Puts bands under each other: `gap` empty rows around every open one, none between folded ones. Gives back how many
/// rows they take.
pub fn stack_bands(bands: &mut [LaneBand], gap: u16) -> u16 {
    let mut y: u16 = 0;
    let mut above = None;
    for band in bands {
        if band.fold == Fold::Open || above == Some(Fold::Open) {
            y = y.saturating_add(gap);
        }
        band.y = y;
        y = y.saturating_add(band.height);
        above = Some(band.fold);
    }
    if above == Some(Fold::Open) { y.saturating_add(gap) } else { y }
}
