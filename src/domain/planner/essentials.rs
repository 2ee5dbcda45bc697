//! What a route does not stand without: of its studies, of the checks that could be done, of what its roles give. The
//! rest is left out of the account.

use std::collections::BTreeSet;

use super::holding::{Facts, binding_rows};
use super::situation::Situation;
use super::timeline::{Allowance, Leg, Lived, live, with_checks};
use crate::domain::expression::Expression;
use crate::domain::id::{RoleId, TrainingId};

/// Only study that the route needs counts: what can be dropped with the route still standing, is, until nothing can.
pub(super) fn drop_needless(situation: &Situation<'_>, legs: &mut Vec<Leg>, lived: &mut Vec<Lived>) {
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
        let lived = live(situation, &fewer, &Allowance::default())?;
        Some((fewer, lived))
    })
}

/// The checks that have to be done in each stint, none that could be left out.
pub(super) fn checks(situation: &Situation<'_>, legs: &[Leg], lived: &[Lived]) -> Vec<Vec<TrainingId>> {
    let every = as_they_come(situation, legs, lived, None);
    let mut allowance = Allowance { refused: BTreeSet::new(), checks: Some(every.into_iter().flatten().collect()) };
    for check in allowance.checks.clone().unwrap_or_default() {
        let mut fewer = allowance.clone();
        fewer.checks.get_or_insert_default().remove(&check);
        if stands_as(situation, legs, lived, &fewer).is_some() {
            allowance = fewer;
        }
    }
    as_they_come(situation, legs, lived, allowance.checks.as_ref())
}

/// The checks of each stint: those that its studies and the move out of it need and that are not done by then, taken
/// from `only`, where something is said.
fn as_they_come(
    situation: &Situation<'_>,
    legs: &[Leg],
    lived: &[Lived],
    only: Option<&BTreeSet<TrainingId>>,
) -> Vec<Vec<TrainingId>> {
    let pack = situation.pack;
    let mut done = BTreeSet::new();
    let stints = legs.iter().zip(lived).map(|(leg, stint)| {
        let mut checks = Vec::new();
        for ((study, ..), held) in stint.studies.iter().zip(&stint.held_at_study) {
            checks.extend(needed(situation, held, &mut done, &pack.training(*study).requires, only));
        }
        let asked = asked_of(situation, pack.career_move(leg.by).to);
        checks.extend(needed(situation, &stint.held_at_leaving, &mut done, &asked, only));
        checks
    });
    stints.collect()
}

fn asked_of(situation: &Situation<'_>, role: RoleId) -> Expression {
    let rows = binding_rows(situation.pack, role, situation.circumstances.ruleset, &situation.waived);
    Expression::All(rows.map(|row| situation.pack.requirement(row).requires.clone()).collect())
}

/// The checks that have to be done for `asked` to hold, none that can be left out; they are done from then on.
fn needed(
    situation: &Situation<'_>,
    held: &Facts,
    done: &mut BTreeSet<TrainingId>,
    asked: &Expression,
    only: Option<&BTreeSet<TrainingId>>,
) -> Vec<TrainingId> {
    let mut facts = held.clone();
    facts.add_all(done.iter().copied());
    if facts.meet(asked) {
        return Vec::new();
    }
    let all = with_checks(situation, &facts, only);
    let mut kept: Vec<TrainingId> = all.iter().filter(|fact| !facts.has(*fact)).collect();
    for at in (0..kept.len()).rev() {
        let left_out = kept.remove(at);
        if !do_for(situation, &facts, &kept, asked) {
            kept.insert(at, left_out);
        }
    }
    done.extend(kept.iter().copied());
    kept
}

fn do_for(situation: &Situation<'_>, facts: &Facts, checks: &[TrainingId], asked: &Expression) -> bool {
    let mut all = facts.clone();
    all.add_all(checks.iter().copied());
    all.meet(asked) && checks.iter().all(|check| all.meet(&situation.pack.training(*check).requires))
}

/// What each stint's role gave that the route does not stand without, when these checks are done, each in its stint.
pub(super) fn gifts(
    situation: &Situation<'_>,
    legs: &[Leg],
    lived: &[Lived],
    checks: &[Vec<TrainingId>],
) -> Vec<Vec<TrainingId>> {
    let mut allowance =
        Allowance { refused: BTreeSet::new(), checks: Some(checks.iter().flatten().copied().collect()) };
    let stints = lived.iter().map(|stint| {
        let mut gifts = given(stint);
        gifts.retain(|gift| {
            allowance.refused.insert(*gift);
            // Without the gift a check may have to be done in an earlier stint than the one that lists it.
            let needless = stands_as(situation, legs, lived, &allowance)
                .is_some_and(|other| as_they_come(situation, legs, &other, allowance.checks.as_ref()) == checks);
            if !needless {
                allowance.refused.remove(gift);
            }
            !needless
        });
        gifts
    });
    stints.collect()
}

/// What came to be held in a stint without being studied.
fn given(stint: &Lived) -> Vec<TrainingId> {
    let own_study: BTreeSet<TrainingId> = stint.studies.iter().map(|(item, ..)| *item).collect();
    let new = stint.held_at_leaving.iter().filter(|fact| !stint.held_at_entry.has(*fact));
    new.filter(|fact| !own_study.contains(fact)).collect()
}

/// The route as it is lived with these, when it then stands just as it was lived, to the week.
fn stands_as(situation: &Situation<'_>, legs: &[Leg], lived: &[Lived], allowance: &Allowance) -> Option<Vec<Lived>> {
    let other = live(situation, legs, allowance)?;
    let same = |(a, b): (&Lived, &Lived)| a.leave == b.leave && a.studies == b.studies;
    other.iter().zip(lived).all(same).then_some(other)
}
