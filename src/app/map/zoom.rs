//! How near one looks: the nearer, the more is said about fewer roles.

use std::fmt;

/// What the map shows, from far to near.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zoom {
    /// Families × levels, with counts and flows.
    Families,
    /// Every role on one row, in its lane; nothing ever moves.
    Lanes,
    /// The selected role and its neighbours as boxes.
    #[default]
    Boxes,
    /// As boxes, with band, time from me and open posts.
    Cards,
}

impl Zoom {
    /// All of them, from far to near.
    pub const ALL: [Self; 4] = [Self::Families, Self::Lanes, Self::Boxes, Self::Cards];

    /// One step nearer, unless this is the nearest.
    #[must_use]
    pub fn nearer(self) -> Option<Self> {
        Self::ALL.into_iter().find(|&other| other > self)
    }

    /// One step farther, unless this is the farthest.
    #[must_use]
    pub fn farther(self) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|&other| other < self)
    }
}

impl fmt::Display for Zoom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Families => "families and levels",
            Self::Lanes => "the whole map",
            Self::Boxes => "around one role",
            Self::Cards => "around one role, with pay and posts",
        })
    }
}
