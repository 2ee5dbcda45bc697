//! The line of roles one has walked along: so that the way back is the way one came.

use super::walk::Siblings;
use crate::domain::id::RoleId;

/// More steps than anybody retraces.
const LONGEST: usize = 100;

/// From which side one came to the role where one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// Along a way out of the role on the left.
    FromLeft,
    /// Back along a way into the role on the right.
    FromRight,
}

/// The roles on either side of the one where one is, the nearest last: each leads to the next.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Thread {
    left: Vec<RoleId>,
    right: Vec<RoleId>,
    came: Option<Came>,
}

impl Thread {
    /// The role one came from, or came back to be left of.
    pub fn before(&self) -> Option<RoleId> {
        self.left.last().copied()
    }

    /// The role one last went on to from here.
    pub fn next(&self) -> Option<RoleId> {
        self.right.last().copied()
    }

    /// Whose other ways lie above and below.
    pub fn siblings(&self) -> Option<Siblings> {
        match self.came? {
            Came::FromLeft => self.before().map(Siblings::OutOf),
            Came::FromRight => self.next().map(Siblings::Into),
        }
    }

    /// The thread after a step from one role to the next. Walked along the same thread, it only slides; what lies ahead
    /// of a new role is not known yet.
    pub fn walked(&self, came: Came, from: RoleId, to: RoleId) -> Self {
        let Self { mut left, mut right, .. } = self.clone();
        let (behind, ahead) = match came {
            Came::FromLeft => (&mut left, &mut right),
            Came::FromRight => (&mut right, &mut left),
        };
        if ahead.pop() != Some(to) {
            ahead.clear();
        }
        if behind.len() == LONGEST {
            behind.remove(0);
        }
        behind.push(from);
        Self { left, right, came: Some(came) }
    }

    /// The thread after a step to a sibling: it shares the role one came from, and nothing beyond.
    pub fn beside(&self) -> Self {
        match self.came {
            Some(Came::FromLeft) => Self { right: Vec::new(), ..self.clone() },
            Some(Came::FromRight) => Self { left: Vec::new(), ..self.clone() },
            None => Self::default(),
        }
    }
}
