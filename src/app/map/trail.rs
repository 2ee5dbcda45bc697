//! Where one has been on the map.

use crate::domain::id::RoleId;

/// More steps than anybody retraces.
const LONGEST: usize = 200;

/// The roles that were selected before, and those that one came back from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trail {
    behind: Vec<RoleId>,
    ahead: Vec<RoleId>,
}

impl Trail {
    /// Notes that one leaves `role` for somewhere new.
    pub fn leave(&mut self, role: RoleId) {
        if self.behind.len() == LONGEST {
            self.behind.remove(0);
        }
        self.behind.push(role);
        self.ahead.clear();
    }

    /// Where one has been, the last first.
    pub fn behind(&self) -> impl Iterator<Item = RoleId> + '_ {
        self.behind.iter().rev().copied()
    }

    /// From `at` to where one was before.
    pub fn back(&mut self, at: RoleId) -> Option<RoleId> {
        let role = self.behind.pop()?;
        self.ahead.push(at);
        Some(role)
    }

    /// From `at` to where one came back from.
    pub fn forward(&mut self, at: RoleId) -> Option<RoleId> {
        let role = self.ahead.pop()?;
        self.behind.push(at);
        Some(role)
    }
}
