//! What an objective serves in a plan: a role, or something studied or checked while in one.

use crate::domain::id::Slug;
use crate::domain::plan::{Item, Plan};

/// A step of a plan, in words that stay right when the plan is reckoned anew.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanStep {
    /// The plan.
    pub plan: Slug,
    /// The role of the stint.
    pub role: Slug,
    /// What is studied or checked in it; nothing for being appointed to it.
    pub training: Option<Slug>,
}

impl PlanStep {
    /// An item of a plan as a step; nothing for an item that the plan does not have.
    #[must_use]
    pub fn of(plan: &Plan, item: Item) -> Option<Self> {
        let (Item::Role(stint) | Item::Study(stint, _) | Item::Check(stint, _)) = item;
        let stint = plan.stints.get(stint)?;
        let training = match item {
            Item::Role(_) => None,
            Item::Study(_, at) => Some(stint.study.get(at)?.training.clone()),
            Item::Check(_, at) => Some(stint.checks.get(at)?.training.clone()),
        };
        Some(Self { plan: plan.id.clone(), role: stint.role.clone(), training })
    }

    /// The plan among `plans` and the item of it; nothing when either is gone.
    #[must_use]
    pub fn find<'p>(&self, plans: &'p [Plan]) -> Option<(&'p Plan, Item)> {
        let plan = plans.iter().find(|plan| plan.id == self.plan)?;
        let at = plan.stints.iter().position(|stint| stint.role == self.role)?;
        let stint = &plan.stints[at];
        let item = match &self.training {
            None => Item::Role(at),
            Some(training) => {
                let studied = stint.study.iter().position(|study| study.training == *training);
                let checked = || stint.checks.iter().position(|check| check.training == *training);
                studied.map(|place| Item::Study(at, place)).or_else(|| checked().map(|place| Item::Check(at, place)))?
            }
        };
        Some((plan, item))
    }

    /// What the step is called in the plan it belongs to; nothing when it is gone.
    #[must_use]
    pub fn title<'p>(&self, plans: &'p [Plan]) -> Option<&'p str> {
        let (plan, item) = self.find(plans)?;
        match item {
            Item::Role(stint) => plan.stints.get(stint).map(|stint| stint.title.as_str()),
            Item::Study(stint, at) => {
                plan.stints.get(stint).and_then(|stint| stint.study.get(at)).map(|study| study.title.as_str())
            }
            Item::Check(stint, at) => {
                plan.stints.get(stint).and_then(|stint| stint.checks.get(at)).map(|check| check.title.as_str())
            }
        }
    }
}
