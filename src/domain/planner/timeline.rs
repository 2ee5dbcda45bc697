//! Living through a route forwards, week by week, as the contract tells it: when each study begins and ends, when each
//! move comes. The search reckons backwards with needs; this goes by the pack's own rows, and a route that does not
//! stand here is not shown.

use std::collections::BTreeSet;

use super::holding::{Facts, binding_rows, can_host, close_under_training};
use super::situation::Situation;
use crate::domain::id::{MoveId, RoleId, TrainingId};
use crate::domain::training::Obtain;

/// A stint to be lived through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leg {
    pub(super) role: RoleId,
    pub(super) by: MoveId,
    /// By when it is left at the latest, in weeks after it begins (after today, for the first).
    pub(super) length: u32,
    /// What is studied in it.
    pub(super) studies: Vec<TrainingId>,
}

/// One stint as it was lived.
#[derive(Debug, Clone)]
pub(super) struct Lived {
    pub(super) enter: u32,
    pub(super) leave: u32,
    /// What was studied, with the week it began and the week it ended.
    pub(super) studies: Vec<(TrainingId, u32, u32)>,
    /// What was held at each beginning of a study, without checks; as many as `studies`.
    pub(super) held_at_study: Vec<Facts>,
    /// What was held on entering.
    pub(super) held_at_entry: Facts,
    /// What was held on leaving, without checks.
    pub(super) held_at_leaving: Facts,
}

/// What a route may rest on while it is lived through.
#[derive(Debug, Clone, Default)]
pub(super) struct Allowance {
    /// What no role gives.
    pub(super) refused: BTreeSet<TrainingId>,
    /// The checks that may be done; all that can be had, where nothing is said.
    pub(super) checks: Option<BTreeSet<TrainingId>>,
}

/// Lives through the legs; nothing when a study or a move is not possible by the time the leg allows.
pub(super) fn live(situation: &Situation<'_>, legs: &[Leg], allowance: &Allowance) -> Option<Vec<Lived>> {
    let mut facts = situation.start.clone();
    let mut now = 0;
    let mut lived = Vec::with_capacity(legs.len());
    for leg in legs {
        let one = Stint::new(situation, leg, now, allowance).live(leg, facts)?;
        now = one.leave;
        facts = one.held_at_leaving.clone();
        lived.push(one);
    }
    Some(lived)
}

/// What a stint gives by the week from now in which it comes.
struct Stint<'s> {
    situation: &'s Situation<'s>,
    allowance: &'s Allowance,
    enter: u32,
    earliest_leave: u32,
    grants: Vec<(u32, TrainingId)>,
}

impl<'s> Stint<'s> {
    fn new(situation: &'s Situation<'s>, leg: &Leg, enter: u32, allowance: &'s Allowance) -> Self {
        let circumstances = situation.circumstances;
        let gains = circumstances.gains_in(situation.pack, leg.role);
        let mut grants: Vec<(u32, TrainingId)> = gains.map(|gain| (enter + gain.after, gain.fact)).collect();
        grants.sort_unstable();
        let tenure = situation.pack.career_move(leg.by).tenure();
        let earliest_leave = enter + tenure.0.saturating_sub(circumstances.clock_at_first(leg.role));
        Self { situation, allowance, enter, earliest_leave, grants }
    }

    fn mature(&self, facts: &mut Facts, by: u32) {
        let matured = self.grants.iter().filter(|(week, fact)| *week <= by && !self.allowance.refused.contains(fact));
        facts.add_all(matured.map(|(_, fact)| *fact));
    }

    fn next_maturity(&self, after: u32) -> Option<u32> {
        self.grants.iter().map(|(week, _)| *week).find(|week| *week > after)
    }

    fn live(&self, leg: &Leg, mut facts: Facts) -> Option<Lived> {
        let mut lived = Lived {
            enter: self.enter,
            leave: 0,
            studies: Vec::with_capacity(leg.studies.len()),
            held_at_study: Vec::with_capacity(leg.studies.len()),
            held_at_entry: facts.clone(),
            held_at_leaving: facts.clone(),
        };
        let mut left = leg.studies.clone();
        let mut now = self.enter;
        while !left.is_empty() {
            self.mature(&mut facts, now);
            if let Some(at) = left.iter().position(|study| self.can_begin(leg.role, *study, &facts)) {
                let study = left.remove(at);
                let end = now + self.weeks_of(study, leg.role)?;
                lived.held_at_study.push(facts.clone());
                lived.studies.push((study, now, end));
                facts.add(study);
                now = end;
            } else {
                now = self.next_maturity(now)?;
            }
        }
        let deadline = self.enter + leg.length;
        let to = self.situation.pack.career_move(leg.by).to;
        let first = self.first_moment(to, &mut facts, now.max(self.earliest_leave), deadline)?;
        // Later than the first moment only at a grant's maturity, and only as late as the leg asks for.
        let later = self.grants.iter().map(|(week, _)| *week).filter(|week| *week > first && *week <= deadline);
        lived.leave = later.max().unwrap_or(first);
        self.mature(&mut facts, lived.leave);
        lived.held_at_leaving = facts;
        Some(lived)
    }

    fn first_moment(&self, to: RoleId, facts: &mut Facts, from: u32, deadline: u32) -> Option<u32> {
        let mut moment = from;
        while moment <= deadline {
            self.mature(facts, moment);
            if self.may_enter(to, facts) {
                return Some(moment);
            }
            moment = self.next_maturity(moment)?;
        }
        None
    }

    fn can_begin(&self, role: RoleId, study: TrainingId, facts: &Facts) -> bool {
        let pack = self.situation.pack;
        let item = pack.training(study);
        let hosted = can_host(pack, study, pack.role(role).level);
        let open = item.status.can_start(self.situation.circumstances.ruleset);
        hosted && open && (facts.meet(&item.requires) || self.with_checks(facts).meet(&item.requires))
    }

    fn may_enter(&self, role: RoleId, facts: &Facts) -> bool {
        let (pack, ruleset) = (self.situation.pack, self.situation.circumstances.ruleset);
        let met = |facts: &Facts| {
            binding_rows(pack, role, ruleset, &self.situation.waived)
                .all(|row| facts.meet(&pack.requirement(row).requires))
        };
        met(facts) || met(&self.with_checks(facts))
    }

    fn with_checks(&self, facts: &Facts) -> Facts {
        with_checks(self.situation, facts, self.allowance.checks.as_ref())
    }

    fn weeks_of(&self, study: TrainingId, role: RoleId) -> Option<u32> {
        let item = self.situation.pack.training(study);
        let assumed = self.situation.pack.study_assumption(&item.kind);
        let hours = self.situation.circumstances.hours_per_week_in(role);
        item.study_weeks(assumed, hours).map(|weeks| weeks.value().0)
    }
}

/// The facts with the checks that can be had with them; of these only `only`, where something is said.
pub(super) fn with_checks(situation: &Situation<'_>, facts: &Facts, only: Option<&BTreeSet<TrainingId>>) -> Facts {
    let mut closed = facts.clone();
    close_under_training(situation.pack, &mut closed, situation.circumstances.ruleset, |obtain, item| {
        obtain == Obtain::Check && only.is_none_or(|only| only.contains(&item))
    });
    closed
}
