//! By way of which role a route has to go, or which it must keep clear of, and what that means for the search.

use super::bounds::{Bounds, NEVER};
use crate::domain::id::RoleId;

/// Which routes are looked at: the front is made of these alone, and the alternatives are taken from them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Course {
    /// All of them.
    #[default]
    Any,
    /// Those that hold this role somewhere: on the way, or at an end.
    Through(RoleId),
    /// Those that hold this role nowhere. There is none when it is the role held now or the target.
    Avoiding(RoleId),
}

impl Course {
    /// The role that no route may hold.
    pub(super) const fn barred(self) -> Option<RoleId> {
        match self {
            Self::Avoiding(role) => Some(role),
            Self::Any | Self::Through(_) => None,
        }
    }

    /// Whether standing still in `role` is a route of this course.
    pub(super) fn admits_staying_in(self, role: RoleId) -> bool {
        match self {
            Self::Any => true,
            Self::Through(wanted) => wanted == role,
            Self::Avoiding(barred) => barred != role,
        }
    }

    /// How the rest of a route stands when it begins with entering `role`, and what follows stands at `later`.
    pub(super) fn passed(self, role: RoleId, later: Passed) -> Passed {
        match self {
            Self::Through(wanted) if wanted != role => later,
            Self::Any | Self::Through(_) | Self::Avoiding(_) => Passed::Yes,
        }
    }
}

/// Whether the rest of a route holds the role it has to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Passed {
    /// It does not: the role has to come before.
    NotYet,
    /// It does, or none has to be held.
    Yes,
}

/// Lower bounds on the way to each role by way of one that has to be held.
#[derive(Debug)]
pub(super) struct Passage {
    /// The role to be held.
    pub(super) role: RoleId,
    weeks_to: Vec<u32>,
    moves_to: Vec<u32>,
}

impl Passage {
    /// Nothing when the course asks for no role, or for the one held at the start.
    pub(super) fn of(course: Course, here: RoleId, bounds: &Bounds) -> Option<Self> {
        match course {
            Course::Through(role) if role != here => {
                let (weeks_to, moves_to) = bounds.by_way_of(role);
                Some(Self { role, weeks_to, moves_to })
            }
            Course::Through(_) | Course::Any | Course::Avoiding(_) => None,
        }
    }

    /// Fewest weeks and moves from now to entering `role` with the other role behind one; nothing when no chain of
    /// moves leads that way.
    pub(super) fn before(&self, role: RoleId) -> Option<(u32, u32)> {
        let (weeks, moves) = (self.weeks_to[role.index()], self.moves_to[role.index()]);
        (weeks != NEVER && moves != NEVER).then_some((weeks, moves))
    }
}
