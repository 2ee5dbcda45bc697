//! What a post is worth: does it pay back, who could fill it, what would it take. The planner is asked for each while its
//! sheet is open.

use super::levers::{Lever, Search, WhatIf};
use crate::app::App;
use crate::app::action::Action;
use crate::app::desk::Knowledge;
use crate::app::effect::{Ask, Finding};
use crate::app::overlay::Overlay;
use crate::domain::id::{RoleId, TrainingId};
use crate::domain::offer::pay_back::advertised_pay;
use crate::domain::offer::what_if::{Prospect, Smallest, Verdict};
use crate::domain::offer::{Feeder, PayBack, PayBackQuestion};
use crate::domain::planner::{Circumstances, Criterion, Route};

/// Who weighs the way through a post against the way without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighing {
    /// Who asks, under which rules.
    pub circumstances: Circumstances,
    /// The role of the post.
    pub role: RoleId,
    /// The role wanted.
    pub target: RoleId,
    /// The least that the advert offers a year.
    pub advertised: Option<u32>,
}

impl Weighing {
    /// The question as the domain puts it: judged by time.
    #[must_use]
    pub const fn question(&self) -> PayBackQuestion<'_> {
        PayBackQuestion {
            circumstances: &self.circumstances,
            by_way_of: self.role,
            target: self.target,
            criterion: Criterion::Weeks,
            advertised: self.advertised,
        }
    }
}

/// What ways through a post are compared by.
const CRITERIA: [Criterion; 4] = [Criterion::Weeks, Criterion::Moves, Criterion::StudyHours, Criterion::Pay];

impl App {
    /// The question whether the selected post pays back.
    #[must_use]
    pub fn weighing(&self) -> Option<Weighing> {
        let post = self.pack.post(self.selected_post()?);
        Some(Weighing {
            circumstances: self.stance.circumstances()?,
            role: post.role?.role,
            target: self.stance.target?,
            advertised: advertised_pay(&self.pack, post),
        })
    }

    /// What is weighed when the way through the selected post has to hold its own.
    #[must_use]
    pub fn prospect(&self) -> Option<Prospect> {
        let circumstances = self.stance.circumstances()?;
        let (role, target) = (self.role_of_post()?, self.stance.target?);
        Some(Prospect { circumstances, role, target, criteria: CRITERIA.to_vec() })
    }

    /// What the open sheet about a post wants to know of the planner: the answer it shows, and the least that would do.
    pub(in crate::app) fn asides(&self) -> [Option<Ask>; 2] {
        match self.overlays.last() {
            Some(Overlay::PayBack) => [self.weighing().map(Ask::PayBack), None],
            Some(Overlay::Feeders) => [self.feeders_ask(), None],
            Some(Overlay::WhatIf(what_if)) => [self.verdict_ask(what_if), self.smallest_ask(what_if)],
            _ => [None, None],
        }
    }

    fn feeders_ask(&self) -> Option<Ask> {
        self.role_of_post().map(|role| Ask::Feeders(role, self.stance.ruleset, self.stance.moves))
    }

    fn verdict_ask(&self, what_if: &WhatIf) -> Option<Ask> {
        self.prospect().map(|prospect| Ask::Verdict(prospect, what_if.offered.clone()))
    }

    fn smallest_ask(&self, what_if: &WhatIf) -> Option<Ask> {
        let prospect = self.prospect().filter(|_| what_if.search == Search::Asked)?;
        Some(Ask::Smallest(prospect, what_if.goal))
    }

    /// Whether the selected post pays back.
    #[must_use]
    pub fn pay_back(&self) -> Knowledge<&PayBack> {
        self.aside(self.weighing().map(Ask::PayBack), |finding| match finding {
            Finding::PayBack(found) => Some(&**found),
            _ => None,
        })
    }

    /// Who could fill the selected post.
    #[must_use]
    pub fn feeders(&self) -> Knowledge<&[Feeder]> {
        self.aside(self.feeders_ask(), |finding| match finding {
            Finding::Feeders(found) => Some(found.as_slice()),
            _ => None,
        })
    }

    /// How the way through the post stands under what is supposed.
    #[must_use]
    pub fn verdict(&self, what_if: &WhatIf) -> Knowledge<&Verdict> {
        self.aside(self.verdict_ask(what_if), |finding| match finding {
            Finding::Verdict(found) => Some(&**found),
            _ => None,
        })
    }

    /// The least that would do, once it was asked for.
    #[must_use]
    pub fn smallest(&self, what_if: &WhatIf) -> Knowledge<&Smallest> {
        self.aside(self.smallest_ask(what_if), |finding| match finding {
            Finding::Smallest(found) => Some(&**found),
            _ => None,
        })
    }

    fn aside<'a, T: ?Sized>(&'a self, ask: Option<Ask>, of: impl Fn(&'a Finding) -> Option<&'a T>) -> Knowledge<&'a T> {
        let Some(ask) = ask else { return Knowledge::NothingAsked };
        self.desk.aside(&ask).and_then(of).map_or(Knowledge::Waiting, Knowledge::Known)
    }

    /// Opens the sheet that an action names.
    pub(in crate::app) fn open_offer(&mut self, action: Action) {
        let Some(role) = self.role_of_post() else { return };
        self.overlays.push(match action {
            Action::PayBack => Overlay::PayBack,
            Action::Feeders => Overlay::Feeders,
            _ => Overlay::WhatIf(WhatIf::of(role)),
        });
    }

    /// What could be given is what the best ways through the post study, once that is known.
    pub(in crate::app) fn learn_candidates(&mut self) {
        let Some(Overlay::WhatIf(what_if)) = self.overlays.last() else { return };
        if !what_if.candidates.is_empty() || !what_if.offered.is_nothing() {
            return;
        }
        let Knowledge::Known(verdict) = self.verdict(what_if) else { return };
        let studied = studied(verdict.through.iter());
        if let Some(Overlay::WhatIf(what_if)) = self.overlays.last_mut() {
            what_if.candidates = studied;
        }
    }

    /// A key on the sheet of levers.
    pub(in crate::app) fn move_lever(&mut self, action: Action) {
        let Some(Overlay::WhatIf(what_if)) = self.overlays.last_mut() else { return };
        let last = Lever::ALL.len() - 1;
        match action {
            Action::Up => what_if.selected = what_if.selected.saturating_sub(1),
            Action::Down => what_if.selected = (what_if.selected + 1).min(last),
            Action::Left => what_if.step(false),
            Action::Right => what_if.step(true),
            Action::First => what_if.drop_lever(),
            _ => {}
        }
    }

    /// Looks for the least of each lever; once that is known, supposes the least of the selected one.
    pub(in crate::app) fn look_for_least(&mut self) {
        let Some(Overlay::WhatIf(what_if)) = self.overlays.last() else { return };
        let (lever, mut changed) = (what_if.lever(), what_if.clone());
        let mut notice = None;
        match self.smallest(what_if) {
            Knowledge::NothingAsked => changed.search = Search::Asked,
            Knowledge::Known(Smallest::Needed(levers)) => {
                if !changed.suppose_least(levers) && lever != Lever::Goal {
                    notice = Some("No amount of this alone would do".to_owned());
                }
            }
            Knowledge::Known(Smallest::Nothing) => notice = Some("It takes nothing more".to_owned()),
            Knowledge::Waiting => {}
        }
        if notice.is_some() {
            self.notice = notice;
        }
        if let Some(Overlay::WhatIf(what_if)) = self.overlays.last_mut() {
            *what_if = changed;
        }
    }
}

/// What some routes study, in their order, each once.
fn studied<'a>(routes: impl Iterator<Item = &'a Route>) -> Vec<TrainingId> {
    let mut found: Vec<TrainingId> = Vec::new();
    for study in routes.flat_map(|route| &route.steps).flat_map(|step| &step.study) {
        if !found.contains(&study.training) {
            found.push(study.training);
        }
    }
    found
}
