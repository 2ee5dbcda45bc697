//! The routes screen: which route is chosen, and the routes under their names.

use super::App;
use super::compare::Marks;
use super::desk::Knowledge;
use super::picks::{Pick, picks};
use crate::domain::planner::{Answer, Route};
use crate::domain::ruleset::Ruleset;

/// The state of the routes screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RoutesView {
    /// The chosen route: a line of the list, from 0.
    pub selected: usize,
    /// The routes marked to be compared.
    pub marks: Marks,
}

impl App {
    /// What is known of the routes from me to the target.
    #[must_use]
    pub fn answer(&self) -> Knowledge<&Answer> {
        self.desk().routes(self.stance())
    }

    /// The routes under their names; none while the planner is at work or when there is no way.
    #[must_use]
    pub fn picks(&self) -> Vec<Pick<'_>> {
        match self.answer() {
            Knowledge::Known(answer) => picks(self.pack(), answer),
            _ => Vec::new(),
        }
    }

    /// The line of the list that is chosen.
    #[must_use]
    pub fn chosen_line(&self) -> usize {
        self.routes_view().selected.min(self.picks().len().saturating_sub(1))
    }

    /// The chosen route.
    #[must_use]
    pub fn chosen_route(&self) -> Option<&Route> {
        let picks = self.picks();
        picks.get(self.chosen_line()).map(|pick| pick.route)
    }

    /// The ruleset that the one that is on is compared with: the one it was switched from, else today's rules, else
    /// the review's.
    #[must_use]
    pub fn contrast(&self) -> Ruleset {
        match (self.switched_from(), self.stance().ruleset) {
            (Some(before), now) if before != now => before,
            (_, Ruleset::Today) => Ruleset::Review,
            _ => Ruleset::Today,
        }
    }

    /// What is known of the routes under the ruleset that is compared with.
    #[must_use]
    pub fn contrast_answer(&self) -> Knowledge<&Answer> {
        self.desk().routes(&self.stance().under(self.contrast()))
    }
}
