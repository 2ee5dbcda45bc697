//! People: the role somebody holds, for how long, what they hold besides, and how much time they have.

use std::collections::BTreeSet;

use super::id::{RegionId, RoleId, Slug, TrainingId};
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

/// A saved or ready-made description of a person; never a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Its id.
    pub slug: Slug,
    /// A label, for instance `Ward manager`.
    pub title: String,
    /// What this person wants to know, in a line.
    pub story: String,
    /// The role held now.
    pub role: RoleId,
    /// For how many years.
    pub served_years: Decimal,
    /// What is held beyond what the role gives.
    pub have: BTreeSet<TrainingId>,
    /// Hours of study a week; the pack's assumption where nothing is said.
    pub hours_per_week: Option<Decimal>,
    /// Where they work.
    pub region: Option<RegionId>,
    /// The role they would like.
    pub target: Option<RoleId>,
}

impl Profile {
    /// The person this profile describes; `hours_per_week` is used where the profile names none.
    #[must_use]
    pub fn person(&self, hours_per_week: Decimal) -> Person {
        Person {
            role: self.role,
            served: Weeks::from_years(self.served_years),
            have: self.have.clone(),
            hours_per_week: self.hours_per_week.unwrap_or(hours_per_week),
            record: Record::Profile,
        }
    }
}
