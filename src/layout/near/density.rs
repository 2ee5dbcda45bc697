//! How much room things get, from roomy to tight.

/// How much room things get. Of [`Density::LADDER`] the first is used that fits the window with the fewest titles cut; the
/// last scrolls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Density {
    /// Which roles have frames, and on how many lines titles stand.
    pub boxes: Boxes,
    /// Whether the other roles of open lanes are named or counted.
    pub others: Others,
    /// Empty rows around an open lane, for edges that run past it.
    pub gap: u16,
    /// How two titles without a frame are kept apart that stand one above the other.
    pub apart: Apart,
    /// Where the lanes' names stand.
    pub names: Names,
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
    /// The selected role and its neighbours with a frame, the rest of the route without.
    NearFramed(usize),
    /// The selected role with a frame, the others without and on at most so many lines.
    Lines(usize),
}

impl Boxes {
    /// On how many lines a title may stand.
    #[must_use]
    pub const fn lines(self) -> usize {
        match self {
            Self::Framed(most) | Self::NearFramed(most) | Self::Lines(most) => most,
        }
    }
}

/// What becomes of roles that are not prominent, in lanes that are open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// They are named where the column is wide enough.
    Named,
    /// They are counted.
    Counted,
}

/// Where the lanes' names stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// Left of the columns.
    Beside,
    /// On a row of their own above each open lane, so that the columns have the whole width.
    Above,
    /// As above, and all folded lanes share the last row.
    AboveAndFoldedLast,
}

const fn of(boxes: Boxes, others: Others, names: Names) -> Density {
    Density { boxes, others, gap: 1, apart: Apart::Row, names }
}

impl Density {
    const fn dense(self) -> Self {
        Self { gap: 0, ..self }
    }

    const fn indented(self) -> Self {
        Self { apart: Apart::Indent, ..self }
    }

    /// From roomy to tight.
    pub const LADDER: [Self; 28] = {
        use Boxes::{Framed, Lines, NearFramed};
        use Names::{Above, AboveAndFoldedLast, Beside};
        use Others::{Counted, Named};
        [
            of(Framed(2), Named, Beside),
            of(Framed(3), Named, Beside),
            of(Framed(2), Named, Above),
            of(Framed(3), Named, Above),
            of(Framed(3), Counted, Beside),
            of(Framed(3), Counted, Above),
            of(Framed(4), Counted, Beside),
            of(Framed(4), Counted, Above),
            of(Framed(3), Counted, Above).dense(),
            of(Framed(4), Counted, Above).dense(),
            of(NearFramed(3), Counted, Beside),
            of(NearFramed(3), Counted, Above),
            of(NearFramed(4), Counted, Above),
            of(NearFramed(3), Counted, Above).dense(),
            of(NearFramed(4), Counted, Above).dense(),
            of(NearFramed(3), Counted, AboveAndFoldedLast).dense(),
            of(NearFramed(4), Counted, AboveAndFoldedLast).dense(),
            of(Lines(3), Counted, Beside),
            of(Lines(3), Counted, Above).dense(),
            of(Lines(4), Counted, Above).dense(),
            of(Lines(3), Counted, Beside).dense().indented(),
            of(Lines(3), Counted, AboveAndFoldedLast).dense(),
            of(Lines(3), Counted, AboveAndFoldedLast).dense().indented(),
            of(Lines(4), Counted, AboveAndFoldedLast).dense().indented(),
            of(Lines(2), Counted, Beside).dense().indented(),
            of(Lines(2), Counted, AboveAndFoldedLast).dense().indented(),
            of(Lines(1), Counted, Beside).indented(),
            of(Lines(1), Counted, Beside).dense().indented(),
        ]
    };
}
