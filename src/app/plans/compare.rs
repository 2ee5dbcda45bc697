//! Two plans side by side: which, and where they part.

use crate::app::App;
use crate::domain::plan::{Plan, Stint};

/// How many stints two plans have in common, at the beginning and at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shared {
    /// So many from the first on are in the same roles.
    pub together: usize,
    /// So many up to the last are in the same roles, those of `together` apart.
    pub again: usize,
}

/// What two plans share.
#[must_use]
pub fn shared(one: &Plan, other: &Plan) -> Shared {
    let same = |(a, b): &(&Stint, &Stint)| a.role == b.role;
    let together = one.stints.iter().zip(&other.stints).take_while(same).count();
    let left = one.stints.len().min(other.stints.len()) - together;
    let again = one.stints.iter().rev().zip(other.stints.iter().rev()).take(left).take_while(same).count();
    Shared { together, again }
}

impl App {
    /// The plans that are compared: the marked one, or else the one after the chosen, and the chosen one.
    #[must_use]
    pub fn compared_plans(&self) -> Option<(&Plan, &Plan)> {
        let plans = self.plans();
        let chosen = self.chosen_plan_line();
        let next = || (chosen + 1) % plans.len().max(1);
        let other = self.plans.marked.filter(|marked| *marked != chosen && *marked < plans.len()).unwrap_or_else(next);
        let (first, second) = (chosen.min(other), chosen.max(other));
        if first == second { None } else { Some((plans.get(first)?, plans.get(second)?)) }
    }
}
