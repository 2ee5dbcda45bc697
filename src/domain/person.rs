//! People: the role somebody holds, for how long, what they hold besides, and how much time they have.

use std::collections::BTreeSet;

use super::id::{RoleId, TrainingId};
use super::quantity::{Decimal, Weeks};

/// Somebody at a junction: where the planner starts from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Person {
    /// The role held now.
    pub role: RoleId,
    /// For how long it has been held.
    pub served: Weeks,
    /// What is held.
    pub have: BTreeSet<TrainingId>,
    /// What of it counts only because it was waived, or because something was taken in its place: every route that needs
    /// it says so.
    pub waived: BTreeSet<TrainingId>,
    /// Hours of study a week.
    pub hours_per_week: Decimal,
    /// Whether `have` is the whole story.
    pub record: Record,
}

/// How much is known of what a person holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Record {
    /// A profile: what is not in it is not held (but for what the role itself gives).
    Profile,
    /// Only a role was named: whatever that role certainly requires is taken as held.
    RoleOnly,
}
