//! A portfolio: everything somebody keeps of their own career in one place, a profile and the plans made from it.

mod ticking;

pub use ticking::Consequence;

use super::id::Slug;
use super::plan::Plan;
use super::profile::Profile;

/// What one person keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portfolio {
    /// Who they are.
    pub profile: Profile,
    /// Their plans, in the order in which they were made.
    pub plans: Vec<Plan>,
}

impl Portfolio {
    /// A portfolio without plans.
    #[must_use]
    pub const fn new(profile: Profile) -> Self {
        Self { profile, plans: Vec::new() }
    }

    /// The plan with this id.
    #[must_use]
    pub fn plan(&self, id: &str) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.id.as_str() == id)
    }

    /// An id for a new plan that none of the plans has: the one asked for, else with a number behind it.
    ///
    /// # Panics
    /// Never: a slug with `-2` behind it is a slug.
    #[must_use]
    pub fn free_id(&self, wanted: &Slug) -> Slug {
        free_id(&self.plans, wanted)
    }
}

/// An id for a new plan that none of these has: the one asked for, else with a number behind it.
///
/// # Panics
/// Never: a slug with `-2` behind it is a slug.
#[must_use]
pub fn free_id(plans: &[Plan], wanted: &Slug) -> Slug {
    let numbered = (2..).map(|count| format!("{wanted}-{count}"));
    std::iter::once(wanted.to_string())
        .chain(numbered)
        .find(|id| !plans.iter().any(|plan| plan.id.as_str() == id))
        .and_then(|id| Slug::parse(&id))
        .expect("a slug with a number behind it is a slug")
}
