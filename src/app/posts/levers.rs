//! *What would it take?* on screen: what a post is supposed to offer, lever by lever.

use std::collections::BTreeSet;

use crate::domain::id::{RoleId, TrainingId};
use crate::domain::offer::what_if::{Goal, Least, Levers, MOST_STUDY_HOURS};
use crate::domain::planner::{Criterion, Offered};
use crate::domain::quantity::{Decimal, Weeks};

/// Something that can be supposed, or what it is judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lever {
    /// Pounds a year on top.
    Premium,
    /// Hours of study a week on top.
    Study,
    /// Time credited.
    Tenure,
    /// Training given.
    Given,
    /// When it is worth it.
    Goal,
}

impl Lever {
    /// All of them, from top to bottom.
    pub const ALL: [Self; 5] = [Self::Premium, Self::Study, Self::Tenure, Self::Given, Self::Goal];
}

/// What the way through the post is judged by, as it goes round.
pub const GOALS: [Goal; 5] = [
    Goal::OnTheFront,
    Goal::BestBy(Criterion::Weeks),
    Goal::BestBy(Criterion::Moves),
    Goal::BestBy(Criterion::StudyHours),
    Goal::BestBy(Criterion::Pay),
];

/// A step of the premium, and the most of it.
const PREMIUM: (u32, u32) = (1_000, 100_000);
/// A step of tenure and the most of it, in weeks: a quarter, ten years.
const TENURE: (u32, u32) = (13, 520);

/// Whether the least of each lever has been asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Search {
    /// Not yet.
    #[default]
    NotAsked,
    /// It has.
    Asked,
}

/// The state of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIf {
    /// The role of the post.
    pub role: RoleId,
    /// The selected lever, a place in [`Lever::ALL`].
    pub selected: usize,
    /// What is supposed.
    pub offered: Offered,
    /// What it is judged by.
    pub goal: Goal,
    /// What could be given, in the order in which the best ways study it.
    pub candidates: Vec<TrainingId>,
    /// Whether the least is wanted too.
    pub search: Search,
}

impl WhatIf {
    /// Nothing supposed yet of a post of this role.
    #[must_use]
    pub fn of(role: RoleId) -> Self {
        Self {
            role,
            selected: 0,
            offered: Offered::default(),
            goal: Goal::OnTheFront,
            candidates: Vec::new(),
            search: Search::NotAsked,
        }
    }

    /// The selected lever.
    #[must_use]
    pub fn lever(&self) -> Lever {
        Lever::ALL[self.selected.min(Lever::ALL.len() - 1)]
    }

    /// How much of a lever is supposed, and the most that can be.
    #[must_use]
    pub fn amount(&self, lever: Lever) -> (u32, u32) {
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        match lever {
            Lever::Premium => (self.offered.premium, PREMIUM.1),
            Lever::Study => (u32::try_from(self.offered.protected_study.ceil()).unwrap_or(0), MOST_STUDY_HOURS),
            Lever::Tenure => (self.offered.tenure.0, TENURE.1),
            Lever::Given => (count(self.offered.given.len()), count(self.candidates.len())),
            Lever::Goal => {
                (count(GOALS.iter().position(|goal| *goal == self.goal).unwrap_or(0)), count(GOALS.len() - 1))
            }
        }
    }

    /// A step more or less of the selected lever.
    pub(in crate::app) fn step(&mut self, more: bool) {
        let (now, most) = self.amount(self.lever());
        let next = |step: u32| {
            let next = if more { now / step * step + step } else { now.saturating_sub(1) / step * step };
            next.min(most)
        };
        match self.lever() {
            Lever::Premium => self.offered.premium = next(PREMIUM.0),
            Lever::Study => self.offered.protected_study = Decimal::whole(next(1)),
            Lever::Tenure => self.offered.tenure = Weeks(next(TENURE.0)),
            Lever::Given => self.give(more),
            Lever::Goal => self.goal = GOALS[usize::try_from(next(1)).unwrap_or(0).min(GOALS.len() - 1)],
        }
    }

    /// The next candidate given too, or the last of them no longer.
    fn give(&mut self, more: bool) {
        let given = &mut self.offered.given;
        if more {
            let next = self.candidates.iter().find(|fact| !given.contains(fact));
            given.extend(next);
        } else if let Some(last) = self.candidates.iter().rev().find(|fact| given.contains(fact)).copied() {
            given.remove(&last);
        } else {
            given.clear();
        }
    }

    /// Nothing of the selected lever.
    pub(in crate::app) fn drop_lever(&mut self) {
        match self.lever() {
            Lever::Premium => self.offered.premium = 0,
            Lever::Study => self.offered.protected_study = Decimal::ZERO,
            Lever::Tenure => self.offered.tenure = Weeks::ZERO,
            Lever::Given => self.offered.given = BTreeSet::new(),
            Lever::Goal => self.goal = Goal::OnTheFront,
        }
    }

    /// Supposes the least of the selected lever that does, and nothing of the others; whether there is such an amount.
    pub(in crate::app) fn suppose_least(&mut self, levers: &Levers) -> bool {
        let alone = match self.lever() {
            Lever::Premium => {
                levers.premium.amount().map(|premium| Offered { premium: *premium, ..Offered::default() })
            }
            Lever::Study => levers
                .study_hours
                .amount()
                .map(|hours| Offered { protected_study: Decimal::whole(*hours), ..Offered::default() }),
            Lever::Tenure => levers.tenure.amount().map(|weeks| Offered { tenure: *weeks, ..Offered::default() }),
            Lever::Given => match &levers.given {
                Least::Amount(sets) => sets.first().map(|given| Offered { given: given.clone(), ..Offered::default() }),
                Least::None => None,
            },
            Lever::Goal => None,
        };
        let found = alone.is_some();
        self.offered = alone.unwrap_or_else(|| self.offered.clone());
        found
    }
}

#[cfg(test)]
mod tests {
    use super::{Lever, WhatIf};
    use crate::domain::id::{RoleId, TrainingId};

    #[test]
    fn levers_go_up_and_down_in_steps_and_stop_at_their_ends() {
        let mut what_if = WhatIf::of(RoleId::from_index(0));
        what_if.step(false);
        assert_eq!(what_if.amount(Lever::Premium).0, 0);
        what_if.offered.premium = 1_500;
        what_if.step(true);
        assert_eq!(what_if.amount(Lever::Premium).0, 2_000);
        what_if.offered.premium = 1_500;
        what_if.step(false);
        assert_eq!(what_if.amount(Lever::Premium).0, 1_000);
        what_if.selected = 1;
        for _ in 0..50 {
            what_if.step(true);
        }
        assert_eq!(what_if.amount(Lever::Study), (37, 37));
    }

    #[test]
    fn training_is_given_and_taken_back_in_its_order() {
        let fact = TrainingId::from_index;
        let mut what_if =
            WhatIf { selected: 3, candidates: vec![fact(5), fact(2)], ..WhatIf::of(RoleId::from_index(0)) };
        what_if.step(true);
        assert!(what_if.offered.given.contains(&fact(5)));
        what_if.step(true);
        what_if.step(true);
        assert_eq!(what_if.amount(Lever::Given), (2, 2));
        what_if.step(false);
        assert_eq!(what_if.offered.given.iter().copied().collect::<Vec<_>>(), [fact(5)]);
    }
}
