//! Giving account of a route that was found: its stints with dates from now, what is studied and checked in each, what
//! it comes to, and what it takes for granted.

use std::collections::BTreeSet;

use super::holding::{Facts, binding_rows, certain_from_role};
use super::route::{Assumption, Route, Step, Study, Totals};
use super::search::Found;
use super::situation::Situation;
use super::timeline::{Leg, Lived, Terms, live, with_checks};
use crate::domain::career_move::Usual;
use crate::domain::expression::Expression;
use crate::domain::id::{RoleId, TrainingId};
use crate::domain::pay;
use crate::domain::provenance::Basis;
use crate::domain::quantity::{Decimal, Weeks};
use crate::domain::training::{Known, Obtain, Status};

/// The route from the role held now to itself.
pub(super) fn standing_still(situation: &Situation<'_>) -> Route {
    let role = situation.here();
    let step =
        Step { role, enter: Weeks::ZERO, leave: None, study: Vec::new(), checks: Vec::new(), granted: Vec::new() };
    Route { totals: totals(situation, std::slice::from_ref(&step)), steps: vec![step], assumed: Vec::new() }
}

/// The route in full. Nothing when it does not stand, which would be a fault of the search.
pub(super) fn route(situation: &Situation<'_>, target: RoleId, found: &Found) -> Option<Route> {
    let mut legs: Vec<Leg> = found
        .stints
        .iter()
        .map(|stint| Leg {
            role: stint.role,
            by: stint.by,
            length: stint.length,
            studies: stint.studied.iter().map(|need| situation.needs.get(need).fact).collect(),
        })
        .collect();
    let mut lived = live(situation, &legs, &Terms::default())?;
    drop_needless(situation, &mut legs, &mut lived);
    let steps = steps(situation, target, &legs, &lived);
    let assumed = assumptions(situation, &steps);
    Some(Route { totals: totals(situation, &steps), steps, assumed })
}

/// Only study that the route needs counts: what can be dropped with the route still standing, is, until nothing can.
fn drop_needless(situation: &Situation<'_>, legs: &mut Vec<Leg>, lived: &mut Vec<Lived>) {
    while let Some((fewer, better)) = without_one(situation, legs) {
        *legs = fewer;
        *lived = better;
    }
}

fn without_one(situation: &Situation<'_>, legs: &[Leg]) -> Option<(Vec<Leg>, Vec<Lived>)> {
    let places = legs.iter().enumerate().flat_map(|(leg, stint)| (0..stint.studies.len()).map(move |at| (leg, at)));
    places.into_iter().find_map(|(leg, at)| {
        let mut fewer = legs.to_vec();
        fewer[leg].studies.remove(at);
        let lived = live(situation, &fewer, &Terms::default())?;
        Some((fewer, lived))
    })
}

fn steps(situation: &Situation<'_>, target: RoleId, legs: &[Leg], lived: &[Lived]) -> Vec<Step> {
    let pack = situation.pack;
    let mut done = BTreeSet::new();
    let mut steps: Vec<Step> = Vec::with_capacity(legs.len() + 1);
    for (leg, stint) in legs.iter().zip(lived) {
        let to = pack.career_move(leg.by).to;
        let mut checks = Vec::new();
        for ((study, ..), held) in stint.studies.iter().zip(&stint.held_at_study) {
            checks.extend(needed_checks(situation, held, &mut done, &pack.training(*study).requires));
        }
        let asked = asked_of(situation, to);
        checks.extend(needed_checks(situation, &stint.held_at_leaving, &mut done, &asked));
        steps.push(Step {
            role: leg.role,
            enter: Weeks(stint.enter),
            leave: Some((Weeks(stint.leave), leg.by)),
            study: stint.studies.iter().map(|(item, from, to)| study(situation, *item, *from, *to)).collect(),
            checks,
            granted: Vec::new(),
        });
    }
    let enter = Weeks(lived.last().map_or(0, |stint| stint.leave));
    steps.push(Step { role: target, enter, leave: None, study: Vec::new(), checks: Vec::new(), granted: Vec::new() });
    note_gifts(situation, &mut steps, legs, lived, done);
    steps
}

fn asked_of(situation: &Situation<'_>, role: RoleId) -> Expression {
    let rows = binding_rows(situation.pack, role, situation.circumstances.ruleset, &situation.waived);
    Expression::All(rows.map(|row| situation.pack.requirement(row).requires.clone()).collect())
}

fn study(situation: &Situation<'_>, training: TrainingId, start: u32, end: u32) -> Study {
    let item = situation.pack.training(training);
    let assumed = situation.pack.study_assumption(&item.kind);
    let hours = item.study_hours(assumed);
    let weeks = match item.study_weeks(assumed, situation.circumstances.person.hours_per_week) {
        Some(weeks) => weeks,
        None => Known::Assumed(Weeks(end - start)),
    };
    Study { training, start: Weeks(start), end: Weeks(end), hours, weeks, cost: item.cost }
}

/// The checks that have to be done for `asked` to hold, none that can be left out; they are done from then on.
fn needed_checks(
    situation: &Situation<'_>,
    held: &Facts,
    done: &mut BTreeSet<TrainingId>,
    asked: &Expression,
) -> Vec<TrainingId> {
    let mut facts = held.clone();
    facts.add_all(done.iter().copied());
    if facts.meet(asked) {
        return Vec::new();
    }
    let all = with_checks(situation, &facts, None);
    let mut kept: Vec<TrainingId> = all.iter().filter(|fact| !facts.has(*fact)).collect();
    let mut at = kept.len();
    while at > 0 {
        at -= 1;
        let left_out = kept.remove(at);
        if !stands(situation, &facts, &kept, asked) {
            kept.insert(at, left_out);
        }
    }
    done.extend(kept.iter().copied());
    kept
}

fn stands(situation: &Situation<'_>, facts: &Facts, checks: &[TrainingId], asked: &Expression) -> bool {
    let mut all = facts.clone();
    all.add_all(checks.iter().copied());
    all.meet(asked) && checks.iter().all(|check| all.meet(&situation.pack.training(*check).requires))
}

/// Notes at each stint what holding the role gave that the route, with the checks it lists, does not stand
/// without.
fn note_gifts(
    situation: &Situation<'_>,
    steps: &mut [Step],
    legs: &[Leg],
    lived: &[Lived],
    checks: BTreeSet<TrainingId>,
) {
    let gained = |stint: &Lived| -> Vec<TrainingId> {
        let own_study: BTreeSet<TrainingId> = stint.studies.iter().map(|(item, ..)| *item).collect();
        let new = stint.held_at_leaving.iter().filter(|fact| !stint.held_at_entry.has(*fact));
        new.filter(|fact| !own_study.contains(fact)).collect()
    };
    let mut terms = Terms { refused: BTreeSet::new(), checks: Some(checks) };
    for (step, stint) in steps.iter_mut().zip(lived) {
        for fact in gained(stint) {
            terms.refused.insert(fact);
            let as_before = live(situation, legs, &terms)
                .is_some_and(|other| other.iter().zip(lived).all(|(a, b)| a.leave <= b.leave));
            if !as_before {
                terms.refused.remove(&fact);
                step.granted.push(fact);
            }
        }
    }
}

fn totals(situation: &Situation<'_>, steps: &[Step]) -> Totals {
    let pack = situation.pack;
    let studies = || steps.iter().flat_map(|step| &step.study);
    let sectors: BTreeSet<&str> = steps.iter().filter_map(|step| pack.role(step.role).sector.as_deref()).collect();
    let pay = steps.iter().skip(1).filter_map(|step| pay::yearly(pack, step.role)).map(|pay| pay.min).min();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Totals {
        weeks: steps.last().map_or(Weeks::ZERO, |step| step.enter),
        moves: count(steps.len().saturating_sub(1)),
        study_hours: studies().map(|study| study.hours.value()).sum(),
        cost: studies().map(|study| study.cost.unwrap_or(Decimal::ZERO)).sum(),
        sectors: count(sectors.len()),
        pay,
    }
}

fn assumptions(situation: &Situation<'_>, steps: &[Step]) -> Vec<Assumption> {
    let (pack, circumstances) = (situation.pack, situation.circumstances);
    let mut assumed = Vec::new();
    if steps.iter().any(|step| !step.study.is_empty()) {
        assumed.push(Assumption::HoursPerWeek(circumstances.person.hours_per_week));
    }
    for step in steps {
        for study in &step.study {
            assumed.extend(assumed_of_study(situation, study));
        }
        for check in &step.checks {
            assumed.extend(assumed_of_status(*check, pack.training(*check).status));
        }
        if let Some((_, by)) = step.leave {
            let a_move = pack.career_move(by);
            if a_move.years_basis != Basis::Sourced {
                assumed.push(Assumption::EditorialYears(by));
            }
            if a_move.usual == Usual::Exceptional {
                assumed.push(Assumption::ExceptionalMove(by));
            }
            let entered = pack.requirements_of(a_move.to).iter().filter(|row| situation.waived.contains(row));
            assumed.extend(entered.map(|row| Assumption::Waived(*row)));
        }
    }
    let asked: BTreeSet<TrainingId> =
        steps.iter().skip(1).flat_map(|step| asked_of(situation, step.role).facts()).collect();
    let taken = certain_from_role(pack, &circumstances.person);
    let presumed = taken
        .intersection(&asked)
        .filter(|fact| pack.training(**fact).obtain != Obtain::Check && !circumstances.person.have.contains(fact));
    assumed.extend(presumed.map(|fact| Assumption::HeldByRole(*fact)));
    let mut seen = BTreeSet::new();
    assumed.retain(|assumption| seen.insert(assumption.clone()));
    assumed
}

fn assumed_of_study(situation: &Situation<'_>, study: &Study) -> Vec<Assumption> {
    let item = situation.pack.training(study.training);
    let mut assumed = Vec::new();
    if study.weeks.is_assumed() {
        assumed.push(Assumption::StudyWeeks(study.training, study.weeks.value()));
    }
    if study.hours.is_assumed() {
        assumed.push(Assumption::StudyHours(study.training, study.hours.value()));
    }
    if item.cost.is_none() {
        assumed.push(Assumption::CostUnknown(study.training));
    }
    assumed.extend(assumed_of_status(study.training, item.status));
    assumed
}

fn assumed_of_status(item: TrainingId, status: Status) -> Option<Assumption> {
    match status {
        Status::Unknown => Some(Assumption::StatusUnknown(item)),
        Status::InDevelopment | Status::Proposed => Some(Assumption::NotYetRunning(item)),
        Status::Running | Status::Paused | Status::Retired => None,
    }
}
