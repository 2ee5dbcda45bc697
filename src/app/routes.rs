//! The routes screen: which route is chosen, and the routes under their names.

use super::App;
use super::compare::Marks;
use super::desk::Knowledge;
use super::picks::{Pick, picks};
use crate::domain::id::RoleId;
use crate::domain::planner::{Answer, Course, Route};
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

    /// Where a route misses what the person at the keyboard wishes for, in words.
    #[must_use]
    pub fn wishes_missed(&self, route: &Route) -> Vec<String> {
        self.wishes().missed_in_words(self.pack(), route)
    }

    /// How many of the routes fit all wishes, and how many there are; nothing where nothing is wished for.
    #[must_use]
    pub fn fit_all_wishes(&self) -> Option<(usize, usize)> {
        let (wishes, picks) = (self.wishes(), self.picks());
        if picks.is_empty() || !wishes.can_be_missed() {
            return None;
        }
        let fit = picks.iter().filter(|pick| wishes.missed_by(self.pack(), pick.route).is_empty()).count();
        Some((fit, picks.len()))
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

    /// What course the routes keep, in words that follow *ways*; nothing when they keep none. A post that has closed is
    /// meant as if another such post came up.
    #[must_use]
    pub fn course_words(&self) -> Option<String> {
        let title = |role: RoleId| &self.pack().role(role).title;
        match self.stance().course {
            Course::Any => None,
            Course::Avoiding(role) => Some(format!("clear of {}", title(role))),
            Course::Through(role) => {
                let posts = self.pack().posts_of(role);
                let closed = !posts.is_empty() && posts.iter().all(|id| self.pack().post(*id).has_closed(self.today()));
                let proviso = if closed { ", as if another such post came up" } else { "" };
                Some(format!("through {}{proviso}", title(role)))
            }
        }
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
