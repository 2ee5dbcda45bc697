//! Which routes a question is about: all of them, those that hold a role somewhere, those that hold it nowhere.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    Any,
    Through(usize),
    Avoiding(usize),
}

impl Course {
    /// Whether a route that holds these roles, its ends among them, is one of them.
    pub fn admits(self, roles: &[usize]) -> bool {
        match self {
            Self::Any => true,
            Self::Through(role) => roles.contains(&role),
            Self::Avoiding(role) => !roles.contains(&role),
        }
    }
}
