//! What is marked on the map besides the selected role.

use crate::domain::id::RoleId;

/// The role held, the role wanted and the way between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// The role held now.
    pub me: Option<RoleId>,
    /// The role wanted.
    pub target: Option<RoleId>,
    /// The roles of the chosen route, from the one held to the one wanted; empty when there is none.
    pub route: Vec<RoleId>,
}

impl Marks {
    /// The role held and the role wanted.
    #[must_use]
    pub fn roles(&self) -> Vec<RoleId> {
        self.me.into_iter().chain(self.target).collect()
    }
}
