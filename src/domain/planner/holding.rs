//! What somebody holds before the first step, and what can come to be held at all.

use std::collections::BTreeSet;

use super::course::Course;
use super::question::Circumstances;
use crate::domain::expression::Expression;
use crate::domain::id::{RequirementId, RoleId, TrainingId};
use crate::domain::pack::Pack;
use crate::domain::person::{Person, Record};
use crate::domain::quantity::Decimal;
use crate::domain::requirement::Force;
use crate::domain::role::LevelNumber;
use crate::domain::ruleset::Ruleset;
use crate::domain::training::Obtain;

/// Facts held, indexed by training item.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Facts(Vec<bool>);

impl Facts {
    pub(super) fn none(pack: &Pack) -> Self {
        Self(vec![false; pack.tables().training.len()])
    }

    pub(super) fn of(pack: &Pack, held: impl IntoIterator<Item = TrainingId>) -> Self {
        let mut facts = Self::none(pack);
        facts.add_all(held);
        facts
    }

    pub(super) fn add_all(&mut self, held: impl IntoIterator<Item = TrainingId>) {
        for fact in held {
            self.add(fact);
        }
    }

    /// Adds a fact; whether it is new.
    pub(super) fn add(&mut self, fact: TrainingId) -> bool {
        !std::mem::replace(&mut self.0[fact.index()], true)
    }

    pub(super) fn has(&self, fact: TrainingId) -> bool {
        self.0[fact.index()]
    }

    pub(super) fn meet(&self, expression: &Expression) -> bool {
        expression.holds(&|fact| self.has(fact))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = TrainingId> + '_ {
        self.0.iter().enumerate().filter(|(_, held)| **held).map(|(at, _)| TrainingId::from_index(at))
    }
}

/// The facts a person holds at the start (contract §3): those said to be held, what the role has given by now, and,
/// where only the role is known, what every way of meeting its required rows contains.
pub(super) fn at_the_start(pack: &Pack, person: &Person) -> Facts {
    let mut facts = Facts::of(pack, person.have.iter().copied());
    for grant in pack.grants_of(person.role) {
        if grant.matures() <= person.served {
            facts.add(grant.fact);
        }
    }
    facts.add_all(certain_from_role(pack, person));
    facts
}

/// What is taken as held because the role certainly requires it. Nothing with a profile.
pub(super) fn certain_from_role(pack: &Pack, person: &Person) -> BTreeSet<TrainingId> {
    match person.record {
        Record::Profile => BTreeSet::new(),
        Record::RoleOnly => certainly_required(pack, person.role),
    }
}

/// What everybody in a role holds: what every way of meeting its required rows contains.
#[must_use]
pub fn certainly_required(pack: &Pack, role: RoleId) -> BTreeSet<TrainingId> {
    let rows = pack.requirements_of(role).iter().map(|row| pack.requirement(*row));
    let required = rows.filter(|row| row.force == Force::Required).map(|row| row.requires.clone());
    Expression::All(required.collect()).certain_facts()
}

/// The facts among [`certain_from_role`] that nobody vouches for: not said to be held, and no check, which can be done
/// at any time.
pub(super) fn presumed_from_role(pack: &Pack, person: &Person) -> BTreeSet<TrainingId> {
    let vouched = |fact: &TrainingId| person.have.contains(fact) || pack.training(*fact).obtain == Obtain::Check;
    certain_from_role(pack, person).into_iter().filter(|fact| !vouched(fact)).collect()
}

/// The rows that bind a role under a ruleset, waived ones left out.
pub(super) fn binding_rows<'p>(
    pack: &'p Pack,
    role: RoleId,
    ruleset: Ruleset,
    waived: &'p BTreeSet<RequirementId>,
) -> impl Iterator<Item = RequirementId> + 'p {
    pack.requirements_of(role)
        .iter()
        .copied()
        .filter(move |row| ruleset.counts(pack.requirement(*row).force) && !waived.contains(row))
}

/// The recommended rows that nobody could meet (contract §2). None but under `advised`.
pub(super) fn waived_rows(pack: &Pack, start: &Facts, ruleset: Ruleset) -> BTreeSet<RequirementId> {
    if ruleset != Ruleset::Advised {
        return BTreeSet::new();
    }
    let mut facts = start.clone();
    facts.add_all(pack.tables().grants.iter().map(|grant| grant.fact));
    close_under_training(pack, &mut facts, ruleset, |obtain, _| obtain != Obtain::Held);
    let rows = pack.tables().requirements.iter().enumerate();
    rows.filter(|(_, row)| row.force == Force::Recommended && !facts.meet(&row.requires))
        .map(|(at, _)| RequirementId::from_index(at))
        .collect()
}

/// Adds what can be had by training that `may` allows and whose status and prerequisites do, until nothing is added.
pub(super) fn close_under_training(
    pack: &Pack,
    facts: &mut Facts,
    ruleset: Ruleset,
    may: impl Fn(Obtain, TrainingId) -> bool,
) {
    let mut open: Vec<TrainingId> = pack
        .training_ids()
        .filter(|id| {
            let item = pack.training(*id);
            !facts.has(*id) && item.status.can_start(ruleset) && may(item.obtain, *id)
        })
        .collect();
    loop {
        let before = open.len();
        open.retain(|id| {
            let now = facts.meet(&pack.training(*id).requires);
            if now {
                facts.add(*id);
            }
            !now
        });
        if open.len() == before {
            return;
        }
    }
}

/// Adds the checks that can be had with what is held.
pub(super) fn close_under_checks(pack: &Pack, facts: &mut Facts, ruleset: Ruleset) {
    close_under_training(pack, facts, ruleset, |obtain, _| obtain == Obtain::Check);
}

/// What could be held and where one could go with time left out and facts pooled: an upper bound on what any route
/// does, decided by Horn closure.
#[derive(Debug, Clone)]
pub(super) struct Horizon {
    /// Roles that can be entered, the role held among them.
    pub(super) roles: Vec<bool>,
    /// Facts that can be held.
    pub(super) facts: Facts,
    barred: Option<RoleId>,
}

impl Horizon {
    pub(super) fn of(
        pack: &Pack,
        circumstances: &Circumstances,
        course: Course,
        start: Facts,
        waived: &BTreeSet<RequirementId>,
    ) -> Self {
        let Circumstances { person, ruleset, .. } = circumstances;
        let mut horizon = Self { roles: vec![false; pack.tables().roles.len()], facts: start, barred: course.barred() };
        if horizon.barred == Some(person.role) {
            return horizon;
        }
        let mut waiting: Vec<RoleId> = Vec::new();
        horizon.enter(pack, circumstances, person.role, &mut waiting);
        loop {
            let level = horizon.highest_level(pack);
            let hours = horizon.most_hours(circumstances);
            close_under_training(pack, &mut horizon.facts, *ruleset, |obtain, id| match obtain {
                Obtain::Held => false,
                Obtain::Check => true,
                Obtain::Study => can_host(pack, id, level) && can_finish(pack, id, hours),
            });
            let enterable = waiting.iter().position(|role| {
                binding_rows(pack, *role, *ruleset, waived)
                    .all(|row| horizon.facts.meet(&pack.requirement(row).requires))
            });
            let Some(at) = enterable else { return horizon };
            let role = waiting.swap_remove(at);
            horizon.enter(pack, circumstances, role, &mut waiting);
        }
    }

    fn enter(&mut self, pack: &Pack, circumstances: &Circumstances, role: RoleId, waiting: &mut Vec<RoleId>) {
        self.roles[role.index()] = true;
        self.facts.add_all(circumstances.gains_in(pack, role).map(|gain| gain.fact));
        for a_move in pack.moves_from(role).iter().map(|id| pack.career_move(*id)) {
            let new = !self.roles[a_move.to.index()] && !waiting.contains(&a_move.to) && self.barred != Some(a_move.to);
            if new && circumstances.moves.allows(a_move) {
                waiting.push(a_move.to);
            }
        }
    }

    /// The most hours of study a week that one can have in any role so far.
    fn most_hours(&self, circumstances: &Circumstances) -> Decimal {
        let post = circumstances.terms.as_ref().map(|terms| terms.role).filter(|role| self.reaches(*role));
        post.map_or(circumstances.person.hours_per_week, |role| circumstances.hours_per_week_in(role))
    }

    fn highest_level(&self, pack: &Pack) -> LevelNumber {
        let open = pack.role_ids().filter(|role| self.roles[role.index()]);
        open.map(|role| pack.role(role).level).max().unwrap_or(LevelNumber(0))
    }

    pub(super) fn reaches(&self, role: RoleId) -> bool {
        self.roles[role.index()]
    }
}

/// Whether study of an item can begin in a role of this level: the item's lowest level, or one below it.
pub(super) fn can_host(pack: &Pack, item: TrainingId, level: LevelNumber) -> bool {
    pack.training(item).level_min.is_none_or(|min| level.0.saturating_add(1) >= min.0)
}

fn can_finish(pack: &Pack, item: TrainingId, hours_per_week: Decimal) -> bool {
    let training = pack.training(item);
    training.study_weeks(pack.study_assumption(&training.kind), hours_per_week).is_some()
}
