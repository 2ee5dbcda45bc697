//! What meets in a cell: the arms of the lines that run through it.

use super::cells::Heading;

/// What sort of move a line stands for, as far as lines differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// No move: something that the selected role asks for, or one of its posts.
    Asked,
    /// A move that nobody should count on.
    Exceptional,
    /// To another sector of health and care.
    Sector,
    /// Into management, onto the board or on to a non-executive seat.
    Management,
    /// Any other: a promotion, sideways, a way in, a secondment. Also lines that several sorts of move share.
    Plain,
}

/// Whether a line is part of the route.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// It is not.
    Aside,
    /// It is.
    Route,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stroke {
    /// Whether it is part of the route.
    pub weight: Weight,
    /// What sort of move it stands for.
    pub class: Class,
}

impl Stroke {
    /// A line that is not part of the route.
    #[must_use]
    pub const fn aside(class: Class) -> Self {
        Self { weight: Weight::Aside, class }
    }

    /// A step of the route.
    #[must_use]
    pub const fn route(class: Class) -> Self {
        Self { weight: Weight::Route, class }
    }

    /// Whether it is a step of the route.
    #[must_use]
    pub fn is_route(self) -> bool {
        self.weight == Weight::Route
    }

    /// What is drawn where both run: the route goes first, and a line that two sorts of move share is a plain one.
    #[must_use]
    pub fn shared(self, other: Self) -> Self {
        if self.weight != other.weight {
            return self.max(other);
        }
        Self { class: if self.class == other.class { self.class } else { Class::Plain }, ..self }
    }
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

    /// Adds an arm, or a second line to an arm.
    pub fn add(&mut self, heading: Heading, stroke: Stroke) {
        let arm = &mut self.0[heading as usize];
        *arm = Some(arm.map_or(stroke, |known| known.shared(stroke)));
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
    /// What the selected role asks for, and its posts.
    Between,
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

impl Joint {
    /// The lines that run through the cell.
    pub fn strands(&self) -> impl Iterator<Item = Strand> {
        [Some(self.over), self.under].into_iter().flatten()
    }
}
