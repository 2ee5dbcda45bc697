//! The training screen: which items are listed, in which order, and which one is selected.

use std::collections::BTreeSet;

use super::App;
use super::desk::Knowledge;
use crate::domain::Pack;
use crate::domain::id::{RequirementId, RoleId, TrainingId};
use crate::domain::planner::{Route, Step};
use crate::domain::ruleset::Ruleset;
use crate::domain::training::{Status, TrainingKind};

/// Which training is listed, by whether it can be had.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Availability {
    /// All of it.
    #[default]
    Any,
    /// What can be started under the rules that are on.
    CanStart,
    /// What has this status.
    Of(Status),
}

/// In which order training is listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// What is on my routes first, then what most roles ask for.
    #[default]
    Useful,
    /// What most roles ask for first.
    Asked,
    /// By title.
    Title,
}

/// Whether a training item is on one of the routes that are worth having.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OnRoute {
    /// On the route that is chosen.
    Chosen,
    /// On another one.
    Another,
    /// On none.
    None,
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The item.
    pub training: TrainingId,
    /// How many roles ask for it under the rules that are on, alone or among others.
    pub asked_by: usize,
    /// Whether a route needs it.
    pub on_route: OnRoute,
}

/// The state of the training screen.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TrainingView {
    /// The selected item; nothing before the first one was selected.
    pub selected: Option<TrainingId>,
    /// Which are listed.
    pub availability: Availability,
    /// Only of this kind.
    pub kind: Option<TrainingKind>,
    /// In which order.
    pub order: Order,
}

impl TrainingView {
    /// The next filter by status.
    pub fn next_status(&mut self) {
        self.availability = match self.availability {
            Availability::Any => Availability::CanStart,
            Availability::CanStart => Availability::Of(Status::ALL[0]),
            Availability::Of(status) => {
                let next = Status::ALL.iter().position(|other| *other == status).map_or(0, |at| at + 1);
                Status::ALL.get(next).map_or(Availability::Any, |status| Availability::Of(*status))
            }
        };
    }

    /// The next filter by kind, among the kinds that the pack has.
    pub fn next_kind(&mut self, pack: &Pack) {
        let kinds: BTreeSet<&TrainingKind> = pack.tables().training.iter().map(|item| &item.kind).collect();
        self.kind = match &self.kind {
            None => kinds.first().map(|kind| (*kind).clone()),
            Some(kind) => kinds.iter().find(|other| **other > kind).map(|kind| (*kind).clone()),
        };
    }

    /// The next order.
    pub fn next_order(&mut self) {
        self.order = match self.order {
            Order::Useful => Order::Asked,
            Order::Asked => Order::Title,
            Order::Title => Order::Useful,
        };
    }

    fn lists(&self, pack: &Pack, training: TrainingId, ruleset: Ruleset) -> bool {
        let item = pack.training(training);
        let status = match self.availability {
            Availability::Any => true,
            Availability::CanStart => item.status.can_start(ruleset),
            Availability::Of(status) => item.status == status,
        };
        status && self.kind.as_ref().is_none_or(|kind| *kind == item.kind)
    }
}

impl App {
    /// The training that is listed, in its order.
    #[must_use]
    pub fn training_lines(&self) -> Vec<Line> {
        let (pack, ruleset) = (self.pack(), self.stance().ruleset);
        let view = self.training_view();
        let asked = asked_by(pack, ruleset);
        let (chosen, others) = self.needed_on_routes();
        let on_route = |id: TrainingId| match () {
            () if chosen.contains(&id) => OnRoute::Chosen,
            () if others.contains(&id) => OnRoute::Another,
            () => OnRoute::None,
        };
        let mut lines: Vec<Line> = pack
            .training_ids()
            .filter(|id| view.lists(pack, *id, ruleset))
            .map(|id| Line { training: id, asked_by: asked[id.index()], on_route: on_route(id) })
            .collect();
        let title = |line: &Line| pack.training(line.training).title.to_lowercase();
        lines.sort_by_cached_key(|line| match view.order {
            Order::Useful => (line.on_route, usize::MAX - line.asked_by, title(line)),
            Order::Asked => (OnRoute::None, usize::MAX - line.asked_by, title(line)),
            Order::Title => (OnRoute::None, 0, title(line)),
        });
        lines
    }

    /// The selected training item, or the first of the list when the selected one is not in it.
    #[must_use]
    pub fn selected_training(&self) -> Option<TrainingId> {
        self.selected_of(&self.training_lines()).map(|(_, id)| id)
    }

    /// The line of a list of training that is selected, and its item.
    #[must_use]
    pub fn selected_of(&self, lines: &[Line]) -> Option<(usize, TrainingId)> {
        let selected = self.training_view().selected;
        let listed = lines.iter().position(|line| Some(line.training) == selected);
        let at = listed.unwrap_or(0);
        lines.get(at).map(|line| (at, line.training))
    }

    /// What the chosen route needs, and what any route that is worth having needs.
    fn needed_on_routes(&self) -> (BTreeSet<TrainingId>, BTreeSet<TrainingId>) {
        let chosen = self.chosen_route().map(needs).unwrap_or_default();
        let others = match self.answer() {
            Knowledge::Known(answer) => answer.routes.iter().chain(&answer.alternatives).flat_map(needs).collect(),
            _ => BTreeSet::new(),
        };
        (chosen, others)
    }
}

fn needs(route: &Route) -> BTreeSet<TrainingId> {
    let of_step =
        |step: &Step| step.study.iter().map(|study| study.training).chain(step.checks.clone()).collect::<Vec<_>>();
    route.steps.iter().flat_map(of_step).collect()
}

/// How many roles ask for each training item under a ruleset.
fn asked_by(pack: &Pack, ruleset: Ruleset) -> Vec<usize> {
    let mut counts = vec![0; pack.tables().training.len()];
    for role in pack.role_ids() {
        let mut facts = BTreeSet::new();
        for row in pack.requirements_of(role).iter().map(|row| pack.requirement(*row)) {
            if ruleset.counts(row.force) {
                row.requires.visit(&mut |fact| {
                    facts.insert(fact);
                });
            }
        }
        for fact in facts {
            counts[fact.index()] += 1;
        }
    }
    counts
}

/// The roles that ask for a training item under a ruleset, each with the row that does.
#[must_use]
pub fn who_asks(pack: &Pack, ruleset: Ruleset, training: TrainingId) -> Vec<(RoleId, RequirementId)> {
    let names = |row: &RequirementId| {
        let requirement = pack.requirement(*row);
        ruleset.counts(requirement.force) && requirement.requires.facts().contains(&training)
    };
    let of_role = |role: RoleId| pack.requirements_of(role).iter().copied().find(names).map(|row| (role, row));
    pack.role_ids().filter_map(of_role).collect()
}
