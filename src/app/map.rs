//! The map as it is looked at: which role is selected and what part of the map is in the window.

use super::action::Action;
use crate::domain::Pack;
use crate::domain::id::RoleId;

/// Whether an action meant something to whom it was offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handled {
    /// It did.
    Yes,
    /// It did not; somebody else may want it.
    No,
}

/// The state of the map screen.
#[derive(Debug, Clone, PartialEq)]
pub struct MapView {
    selected: Option<RoleId>,
}

impl MapView {
    /// The map of a pack, with its first role selected.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        Self { selected: pack.role_ids().next() }
    }

    /// The role that is selected; nothing only in a pack without roles.
    #[must_use]
    pub const fn selected(&self) -> Option<RoleId> {
        self.selected
    }

    /// Selects a role, from wherever it was found.
    pub fn select(&mut self, _pack: &Pack, role: RoleId) {
        self.selected = Some(role);
    }

    /// Does what an action means on the map: walking along edges, zooming.
    pub fn act(&mut self, pack: &Pack, action: Action) -> Handled {
        let (Some(role), count) = (self.selected, pack.role_ids().len()) else { return Handled::No };
        let index = match action {
            Action::Down => (role.index() + 1).min(count - 1),
            Action::Up => role.index().saturating_sub(1),
            _ => return Handled::No,
        };
        self.selected = Some(RoleId::from_index(index));
        Handled::Yes
    }
}
