//! What meets in a cell: the arms of the lines that run through it.

use super::cells::Heading;

/// How strongly a line is drawn; the stronger one wins where lines of one net lie on each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stroke {
    /// A move that nobody should count on.
    Broken,
    /// A move.
    Light,
    /// A step of the route.
    Heavy,
}

/// The lines from the middle of a cell to its four sides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Arms([Option<Stroke>; 4]);

impl Arms {
    /// The arm to one side.
    #[must_use]
    pub const fn get(self, heading: Heading) -> Option<Stroke> {
        self.0[heading as usize]
    }

    /// Adds an arm; the stronger stroke stays.
    pub fn add(&mut self, heading: Heading, stroke: Stroke) {
        let arm = &mut self.0[heading as usize];
        *arm = (*arm).max(Some(stroke));
    }

    /// How many arms there are.
    #[must_use]
    pub fn count(self) -> usize {
        self.0.iter().flatten().count()
    }

    /// The strongest stroke among them.
    #[must_use]
    pub fn strongest(self) -> Option<Stroke> {
        self.0.into_iter().flatten().max()
    }

    /// Whether it is a straight piece of line: two arms, opposite each other.
    #[must_use]
    pub fn is_straight(self) -> bool {
        self.count() == 2 && Heading::ALL.into_iter().any(|h| self.get(h).is_some() && self.get(h.opposite()).is_some())
    }

    /// The same arms, all with one stroke.
    #[must_use]
    pub fn all_as(self, stroke: Stroke) -> Self {
        Self(self.0.map(|arm| arm.map(|_| stroke)))
    }
}

/// Which lines belong together: all edges of one net share an end, so wherever they meet they are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Net {
    /// The ways into the selected role.
    In,
    /// The ways out of it.
    Out,
    /// A step of the route, by its place in the route.
    Step(u16),
}

/// One net's lines in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Strand {
    /// Whose lines.
    pub net: Net,
    /// The lines.
    pub arms: Arms,
    /// Where the arrow points, in a cell in which an edge arrives.
    pub head: Option<Heading>,
}

/// All that runs through a cell. Two strands cross at right angles and are not joined: a bridge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joint {
    /// The line that is drawn whole.
    pub over: Strand,
    /// The line that passes beneath it.
    pub under: Option<Strand>,
}
