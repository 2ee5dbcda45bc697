//! Living through a route forwards, week by week, as the contract tells it: when each study begins and ends, when each
//! move comes. The search reckons backwards with needs; this goes by the pack's own rows, and a route that does not
//! stand here is not shown.

use super::holding::{Facts, binding_rows, can_host, close_under_checks};
use super::situation::Situation;
use crate::domain::id::{MoveId, RoleId, TrainingId};
use crate::domain::quantity::Weeks;

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

/// Lives through the legs; nothing when a study or a move is not possible by the time the leg allows.
pub(super) fn live(situation: &Situation<'_>, legs: &[Leg]) -> Option<Vec<Lived>> {
    let mut facts = situation.start.clone();
    let mut now = 0;
    let mut lived = Vec::with_capacity(legs.len());
    for leg in legs {
        let stint = Stint::new(situation, leg, now);
        let one = stint.live(situation, leg, facts)?;
        now = one.leave;
        facts = one.held_at_leaving.clone();
        lived.push(one);
    }
    Some(lived)
}

/// The grants of a stint by the week from now in which they mature.
struct Stint {
    enter: u32,
    earliest_leave: u32,
    grants: Vec<(u32, TrainingId)>,
}

impl Stint {
    fn new(situation: &Situation<'_>, leg: &Leg, enter: u32) -> Self {
        let served = if leg.role == situation.here() { situation.circumstances.person.served } else { Weeks::ZERO };
        let week = |clock: Weeks| enter + clock.0.saturating_sub(served.0);
        let mut grants: Vec<(u32, TrainingId)> =
            situation.pack.grants_of(leg.role).iter().map(|grant| (week(grant.matures()), grant.fact)).collect();
        grants.sort_unstable();
        Self { enter, earliest_leave: week(situation.pack.career_move(leg.by).tenure()), grants }
    }

    fn mature(&self, facts: &mut Facts, by: u32) {
        for (_, fact) in self.grants.iter().filter(|(week, _)| *week <= by) {
            facts.add(*fact);
        }
    }

    fn next_maturity(&self, after: u32) -> Option<u32> {
        self.grants.iter().map(|(week, _)| *week).find(|week| *week > after)
    }

    fn live(&self, situation: &Situation<'_>, leg: &Leg, mut facts: Facts) -> Option<Lived> {
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
            let can_begin = left.iter().position(|study| can_begin(situation, leg.role, *study, &facts));
            if let Some(at) = can_begin {
                let study = left.remove(at);
                let end = now + weeks_of(situation, study)?;
                lived.held_at_study.push(facts.clone());
                lived.studies.push((study, now, end));
                facts.add(study);
                now = end;
            } else {
                now = self.next_maturity(now)?;
            }
        }
        let deadline = self.enter + leg.length;
        let first = self.first_moment(situation, leg, &mut facts, now.max(self.earliest_leave), deadline)?;
        // Later than the first moment only at a grant's maturity, and only as late as the leg asks for.
        let later = self.grants.iter().map(|(week, _)| *week).filter(|week| *week > first && *week <= deadline);
        lived.leave = later.max().unwrap_or(first);
        self.mature(&mut facts, lived.leave);
        lived.held_at_leaving = facts;
        Some(lived)
    }

    fn first_moment(
        &self,
        situation: &Situation<'_>,
        leg: &Leg,
        facts: &mut Facts,
        from: u32,
        deadline: u32,
    ) -> Option<u32> {
        let to = situation.pack.career_move(leg.by).to;
        let mut moment = from;
        while moment <= deadline {
            self.mature(facts, moment);
            if may_enter(situation, to, facts) {
                return Some(moment);
            }
            moment = self.next_maturity(moment)?;
        }
        None
    }
}

fn can_begin(situation: &Situation<'_>, role: RoleId, study: TrainingId, facts: &Facts) -> bool {
    let item = situation.pack.training(study);
    let ruleset = situation.circumstances.ruleset;
    let hosted = can_host(situation.pack, study, situation.pack.role(role).level);
    hosted
        && item.status.can_start(ruleset)
        && (facts.meet(&item.requires) || with_checks(situation, facts).meet(&item.requires))
}

/// Whether the rows of a role hold with these facts and the checks that can be had with them.
pub(super) fn may_enter(situation: &Situation<'_>, role: RoleId, facts: &Facts) -> bool {
    let (pack, ruleset) = (situation.pack, situation.circumstances.ruleset);
    let met = |facts: &Facts| {
        binding_rows(pack, role, ruleset, &situation.waived).all(|row| facts.meet(&pack.requirement(row).requires))
    };
    met(facts) || met(&with_checks(situation, facts))
}

pub(super) fn with_checks(situation: &Situation<'_>, facts: &Facts) -> Facts {
    let mut closed = facts.clone();
    close_under_checks(situation.pack, &mut closed, situation.circumstances.ruleset);
    closed
}

fn weeks_of(situation: &Situation<'_>, study: TrainingId) -> Option<u32> {
    let item = situation.pack.training(study);
    let assumed = situation.pack.study_assumption(&item.kind);
    let hours = situation.circumstances.person.hours_per_week;
    item.study_weeks(assumed, hours).map(|weeks| weeks.value().0)
}
