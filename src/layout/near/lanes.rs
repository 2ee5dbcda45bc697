//! How high the lanes are, which of them are folded to a line, and what stands where in an open one.

use crate::domain::id::RoleId;

/// How much room things get. Of [`Density::LADDER`] the first is used that fits the window with the fewest titles cut; the
/// last scrolls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Density {
    /// Frames of how many lines of text, or single lines without a frame.
    pub boxes: Boxes,
    /// Whether the other roles of open lanes are named or counted.
    pub others: Others,
    /// Empty rows around an open lane, for edges that run past it.
    pub gap: u16,
    /// How two titles without a frame are kept apart that stand one above the other.
    pub apart: Apart,
}

/// How titles are kept apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// By an empty row.
    Row,
    /// By their further lines, which stand further in.
    Indent,
}

/// How prominent roles are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Boxes {
    /// With a frame and at most so many lines of text.
    Framed(usize),
    /// The selected role with a frame, the others without and on at most so many lines.
    Lines(usize),
}

/// What becomes of roles that are not prominent, in lanes that are open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// They are named where the column is wide enough.
    Named,
    /// They are counted.
    Counted,
}

impl Density {
    /// From roomy to tight.
    pub const LADDER: [Self; 14] = [
        Self { boxes: Boxes::Framed(2), others: Others::Named, gap: 1, apart: Apart::Row },
        Self { boxes: Boxes::Framed(3), others: Others::Named, gap: 1, apart: Apart::Row },
        Self { boxes: Boxes::Framed(3), others: Others::Counted, gap: 1, apart: Apart::Row },
        Self { boxes: Boxes::Framed(4), others: Others::Counted, gap: 1, apart: Apart::Row },
        Self { boxes: Boxes::Lines(3), others: Others::Named, gap: 1, apart: Apart::Row },
        Self { boxes: Boxes::Lines(3), others: Others::Counted, gap: 1, apart: Apart::Row },
        Self { boxes: Boxes::Lines(4), others: Others::Counted, gap: 1, apart: Apart::Row },
        Self { boxes: Boxes::Lines(4), others: Others::Counted, gap: 0, apart: Apart::Row },
        Self { boxes: Boxes::Lines(4), others: Others::Counted, gap: 0, apart: Apart::Indent },
        Self { boxes: Boxes::Lines(3), others: Others::Counted, gap: 0, apart: Apart::Indent },
        Self { boxes: Boxes::Lines(2), others: Others::Counted, gap: 1, apart: Apart::Indent },
        Self { boxes: Boxes::Lines(2), others: Others::Counted, gap: 0, apart: Apart::Indent },
        Self { boxes: Boxes::Lines(1), others: Others::Counted, gap: 1, apart: Apart::Row },
        Self { boxes: Boxes::Lines(1), others: Others::Counted, gap: 0, apart: Apart::Row },
    ];
}

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
    /// The lanes, by their place in the pack: one, or several folded ones.
    pub lanes: std::ops::Range<usize>,
    /// Open or folded.
    pub fold: Fold,
    /// Its first row.
    pub y: u16,
    /// Its rows.
    pub height: u16,
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

/// One lane and level: what is stacked in it, and how many roles are only counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stack {
    /// Top to bottom.
    pub items: Vec<Item>,
    /// How many more there are.
    pub hidden: usize,
    /// Empty rows above the first.
    pub above: u16,
}

/// No stack is pushed down by more than this to make an edge straight.
const MOST_PUSH: u16 = 4;

impl Stack {
    /// Its rows, with the empty ones above and the line of the count.
    #[must_use]
    pub fn height(&self) -> u16 {
        self.above + self.items.iter().map(|item| item.above + item.height).sum::<u16>() + u16::from(self.hidden > 0)
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

/// Puts bands under each other: `gap` empty rows around every open one, none between folded ones.
#[must_use]
pub fn stack_bands(mut bands: Vec<LaneBand>, gap: u16) -> (Vec<LaneBand>, u16) {
    let mut y = 0;
    let mut above = None;
    for band in &mut bands {
        if band.fold == Fold::Open || above == Some(Fold::Open) {
            y += gap;
        }
        band.y = y;
        y += band.height;
        above = Some(band.fold);
    }
    if above == Some(Fold::Open) {
        y += gap;
    }
    (bands, y)
}
