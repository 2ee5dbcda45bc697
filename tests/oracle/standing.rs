//! Whether a route stands: step by step, nothing happens before the tables allow it.

use super::facts::Facts;
use super::rules::{Asker, World};
use super::trip::{Stint, Studied, Trip};

/// What a route may rest on besides its study.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestsOn {
    /// Only the checks and grants it lists.
    Listed,
    /// Every check that can be had and every grant that matures.
    Everything,
}

/// A person and the rules, and what is waived for them.
pub struct Judge<'w> {
    pub world: &'w World,
    pub asker: &'w Asker,
    pub waived: Vec<bool>,
}

impl<'w> Judge<'w> {
    pub fn new(world: &'w World, asker: &'w Asker) -> Self {
        Self { world, asker, waived: world.waived(asker) }
    }

    /// The clock of the stint at `week` from now.
    pub fn clock(&self, trip: &Trip, stint: usize, week: i64) -> i64 {
        week - trip.stints[stint].enter + self.asker.clock_at_first(trip.stints[stint].role, stint == 0)
    }

    /// The first thing that cannot be so, if any.
    pub fn stands(&self, trip: &Trip, on: RestsOn) -> Result<(), String> {
        let mut carried = self.world.at_start(self.asker);
        let mut listed = Facts::default();
        for (at, stint) in trip.stints.iter().enumerate() {
            listed = stint.checks.iter().fold(listed, |facts, check| facts.with(*check));
            let held = |week: i64, studied: &[Studied]| self.held(trip, at, carried, week, studied, (on, listed));
            self.study_stands(stint, &held)?;
            if let Some((week, by)) = stint.leave {
                let facts = held(week, &stint.study);
                self.move_stands(trip, at, week, by, facts)?;
                if on == RestsOn::Listed {
                    self.lists_stand(trip, at, week, facts)?;
                }
                carried = facts;
            }
        }
        Ok(())
    }

    /// What is held at `week`, with `studied` behind one.
    fn held(
        &self,
        trip: &Trip,
        at: usize,
        carried: Facts,
        week: i64,
        studied: &[Studied],
        (on, listed): (RestsOn, Facts),
    ) -> Facts {
        let stint = &trip.stints[at];
        let granted = self.given(carried, stint.role, self.clock(trip, at, week));
        let counted = granted
            .iter()
            .filter(|fact| carried.has(*fact) || on == RestsOn::Everything || stint.granted.contains(fact));
        let facts = studied.iter().fold(counted.collect::<Facts>(), |facts, study| facts.with(study.item));
        self.world.with_checks(facts, self.asker.ruleset, &|check| on == RestsOn::Everything || listed.has(check))
    }

    /// `facts` and what has been given in `role` by `clock`, by the role or by the post.
    fn given(&self, facts: Facts, role: usize, clock: i64) -> Facts {
        self.asker.with_given(self.world.with_grants(facts, role, clock), role)
    }

    fn study_stands(&self, stint: &Stint, held: &impl Fn(i64, &[Studied]) -> Facts) -> Result<(), String> {
        let last = stint.leave.map_or(i64::MAX, |(week, _)| week);
        let mut free_from = stint.enter;
        for (at, study) in stint.study.iter().enumerate() {
            let Studied { item, start, end, .. } = *study;
            let id = &self.world.items[item].id;
            let long = self.world.weeks(item, self.asker.hours_in(stint.role));
            check(start >= free_from, || format!("{id} begins in week {start}, before {free_from}"))?;
            check(end - start == long, || format!("{id} takes {} weeks instead of {long}", end - start))?;
            check(end <= last, || format!("{id} ends in week {end}, after the stint"))?;
            let facts = held(start, &stint.study[..at]);
            check(self.world.can_begin(item, stint.role, facts, self.asker.ruleset), || {
                format!("{id} cannot begin in week {start} with {:?}", self.names(facts))
            })?;
            free_from = end;
        }
        Ok(())
    }

    fn move_stands(&self, trip: &Trip, at: usize, week: i64, by: usize, facts: Facts) -> Result<(), String> {
        let a_move = &self.world.moves[by];
        let clock = self.clock(trip, at, week);
        let next = trip.stints.get(at + 1).ok_or("the last step is left")?;
        let joins = a_move.from == trip.stints[at].role && a_move.to == next.role;
        check(joins, || format!("step {at} is left by a move that does not join the roles"))?;
        check(a_move.usual || self.asker.exceptional, || format!("step {at} is left by an exceptional move"))?;
        check(clock >= a_move.tenure, || format!("step {at} is left at clock {clock}, before {}", a_move.tenure))?;
        let entered = self.world.may_enter(next.role, facts, self.asker.ruleset, &self.waived);
        check(entered, || format!("{} is entered with {:?}", self.world.roles[next.role].id, self.names(facts)))
    }

    /// What a step lists can be had in it.
    fn lists_stand(&self, trip: &Trip, at: usize, week: i64, facts: Facts) -> Result<(), String> {
        let stint = &trip.stints[at];
        let id = |fact: &usize| self.world.items[*fact].id.clone();
        for listed in &stint.checks {
            let is_check = self.world.items[*listed].obtain == "check";
            check(is_check && facts.has(*listed), || format!("{} is listed as a check", id(listed)))?;
        }
        let clock = self.clock(trip, at, week);
        let given = self.given(Facts::default(), stint.role, clock);
        let not_given = stint.granted.iter().find(|fact| !given.has(**fact));
        check(not_given.is_none(), || format!("{:?} is not granted by clock {clock}", not_given.map(id)))
    }

    pub fn names(&self, facts: Facts) -> Vec<String> {
        facts.iter().map(|fact| self.world.items[fact].id.clone()).collect()
    }
}

/// `fault` unless `fine`.
pub fn check(fine: bool, fault: impl FnOnce() -> String) -> Result<(), String> {
    if fine { Ok(()) } else { Err(fault()) }
}
