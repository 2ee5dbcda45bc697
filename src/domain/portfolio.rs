//! A portfolio: everything somebody keeps of their own career in one place, a profile, the plans made from it,
//! and the appraisals.

mod ticking;

pub use ticking::Consequence;

use super::appraisal::{Appraisal, Objective, PlanStep, by_date};
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
    /// Their appraisals, in the order in which they were written.
    pub appraisals: Vec<Appraisal>,
}

impl Portfolio {
    /// A portfolio without plans or appraisals.
    #[must_use]
    pub const fn new(profile: Profile) -> Self {
        Self { profile, plans: Vec::new(), appraisals: Vec::new() }
    }

    /// The plan with this id.
    #[must_use]
    pub fn plan(&self, id: &str) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.id.as_str() == id)
    }

    /// The place of the newest appraisal; of several of one day the one written last.
    #[must_use]
    pub fn newest_appraisal(&self) -> Option<usize> {
        (0..self.appraisals.len()).max_by_key(|at| (self.appraisals[*at].on, *at))
    }

    /// The newest appraisal.
    #[must_use]
    pub fn last_appraisal(&self) -> Option<&Appraisal> {
        by_date(&self.appraisals).pop()
    }

    /// The objectives of the newest appraisal that serve a step of a plan.
    pub fn objectives_of<'p>(&'p self, step: &'p PlanStep) -> impl Iterator<Item = &'p Objective> {
        let objectives = self.last_appraisal().into_iter().flat_map(|appraisal| &appraisal.objectives);
        objectives.filter(move |objective| objective.step.as_ref() == Some(step))
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
