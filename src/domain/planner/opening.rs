//! What would open a way where there is none: one change at a time, each tried out in full.

use std::collections::BTreeSet;

use super::blocked::{corridor, named};
use super::front::fastest_totals;
use super::needs::CostCounts;
use super::question::{Circumstances, MovesAllowed, Question};
use super::route::{Blocked, Totals};
use super::routes;
use super::situation::Situation;
use crate::domain::id::TrainingId;
use crate::domain::pack::Pack;
use crate::domain::quantity::Decimal;
use crate::domain::ruleset::Ruleset;
use crate::domain::training::Status;

/// A change that opens a way.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// These facts held, or waived by whoever may.
    Hold(Vec<TrainingId>),
    /// So many hours of study a week.
    HoursPerWeek(Decimal),
    /// Other rules.
    Ruleset(Ruleset),
    /// A programme that is paused, retired or not yet running, open to starters.
    Reopen(TrainingId),
    /// Moves that somebody made but nobody should count on.
    ExceptionalMoves,
}

/// A change, and the fastest route it opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// What would change.
    pub change: Change,
    /// What the fastest route then comes to.
    pub fastest: Totals,
}

/// Every single change that would give the question a route, the one with the fastest route first. Nothing when there
/// is a route as it is, or when no single change helps.
#[must_use]
pub fn openings(pack: &Pack, question: &Question) -> Vec<Opening> {
    let plain = Question { alternatives: 0, max: None, ..question.clone() };
    if fastest_totals(pack, &plain).is_some() {
        return Vec::new();
    }
    let mut openings: Vec<Opening> = changes(pack, &plain)
        .into_iter()
        .filter_map(|change| Some(Opening { fastest: with(pack, &plain, &change)?, change }))
        .collect();
    openings.sort_by(|a, b| {
        let rank = |opening: &Opening| (opening.fastest.weeks, opening.fastest.study_hours, opening.fastest.moves);
        rank(a).cmp(&rank(b)).then_with(|| a.change.cmp(&b.change))
    });
    openings
}

fn changes(pack: &Pack, question: &Question) -> Vec<Change> {
    let Circumstances { person, ruleset, moves, .. } = &question.circumstances;
    let situation = Situation::new(pack, &question.circumstances, CostCounts::No, question.course);
    let wanted = named(&situation, &corridor(&situation, question.target));
    let beyond = |fact: &&TrainingId| !situation.horizon.facts.has(**fact);
    let mut changes: Vec<Change> = wanted.iter().filter(beyond).map(|fact| Change::Hold(vec![*fact])).collect();
    if let Some(Blocked::Requirements(missing)) = routes(pack, question).blocked
        && !missing.is_empty()
    {
        changes.push(Change::Hold(missing));
    }
    let closed = |fact: &&TrainingId| !pack.training(**fact).status.can_start(*ruleset);
    changes.extend(wanted.iter().filter(closed).map(|fact| Change::Reopen(*fact)));
    changes.extend(Ruleset::ALL.into_iter().filter(|other| other != ruleset).map(Change::Ruleset));
    if person.hours_per_week < pack.tables().hours_per_week {
        changes.push(Change::HoursPerWeek(pack.tables().hours_per_week));
    }
    if *moves == MovesAllowed::Usual {
        changes.push(Change::ExceptionalMoves);
    }
    let mut seen = BTreeSet::new();
    changes.retain(|change| seen.insert(change.clone()));
    changes
}

fn with(pack: &Pack, question: &Question, change: &Change) -> Option<Totals> {
    let mut changed = question.clone();
    let circumstances = &mut changed.circumstances;
    match change {
        Change::Hold(facts) => circumstances.person.have.extend(facts.iter().copied()),
        Change::HoursPerWeek(hours) => circumstances.person.hours_per_week = *hours,
        Change::Ruleset(ruleset) => circumstances.ruleset = *ruleset,
        Change::ExceptionalMoves => circumstances.moves = MovesAllowed::Exceptional,
        Change::Reopen(fact) => return fastest_totals(&pack.with_status(*fact, Status::Running), question),
    }
    fastest_totals(pack, &changed)
}
