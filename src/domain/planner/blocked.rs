//! Why there is no route: no chain of moves leads there at all, or requirements stand in the way, and which.

use std::collections::BTreeSet;

use super::bits::Bits;
use super::course::Course;
use super::formula::minimal;
use super::front::stands_with;
use super::holding::binding_rows;
use super::question::Question;
use super::route::Blocked;
use super::situation::Situation;
use crate::domain::id::{RoleId, TrainingId};

/// Why the question of this situation has no route.
pub(super) fn blocked(situation: &Situation<'_>, question: &Question) -> Blocked {
    let corridor = corridor(situation, question.target);
    if corridor.is_empty() || !leads_there(situation, question) {
        return Blocked::Unreachable;
    }
    let mut missing = missing_sets(situation, question.target, &corridor);
    missing.sort_by_key(Bits::len);
    let opening = missing.into_iter().map(|set| facts(&set)).find(|set| stands_with(situation, question, set));
    let missing = opening.map(|set| without_needless(situation, question, set));
    Blocked::Requirements(missing.or_else(|| single(situation, question, &corridor)).unwrap_or_default())
}

/// Whether some chain of moves holds the role that it has to hold and none twice; without such a role the corridor says
/// it all.
fn leads_there(situation: &Situation<'_>, question: &Question) -> bool {
    match question.course {
        Course::Through(_) => stands_with(situation, question, &situation.pack.training_ids().collect()),
        Course::Any | Course::Avoiding(_) => true,
    }
}

/// The roles on some chain of moves of the course from the role held to the target, requirements left out; empty when
/// there is none.
pub(super) fn corridor(situation: &Situation<'_>, target: RoleId) -> BTreeSet<RoleId> {
    let here = situation.here();
    match situation.course {
        Course::Avoiding(role) if role == here || role == target => BTreeSet::new(),
        Course::Any | Course::Avoiding(_) => corridor_between(situation, here, target),
        Course::Through(role) => {
            let (before, after) = (corridor_between(situation, here, role), corridor_between(situation, role, target));
            if before.is_empty() || after.is_empty() {
                BTreeSet::new()
            } else {
                before.union(&after).copied().collect()
            }
        }
    }
}

/// The roles on some chain of moves from one role to another, both among them; empty when there is none.
pub(super) fn corridor_between(situation: &Situation<'_>, from: RoleId, to: RoleId) -> BTreeSet<RoleId> {
    let ahead = closure(from, |role| neighbours(situation, role, Way::Out));
    let behind = closure(to, |role| neighbours(situation, role, Way::In));
    if ahead.contains(&to) { ahead.intersection(&behind).copied().collect() } else { BTreeSet::new() }
}

#[derive(Clone, Copy)]
enum Way {
    In,
    Out,
}

fn neighbours(situation: &Situation<'_>, role: RoleId, way: Way) -> Vec<RoleId> {
    let pack = situation.pack;
    let (moves, end): (_, fn(&crate::domain::career_move::Move) -> RoleId) = match way {
        Way::In => (pack.moves_to(role), |a_move| a_move.from),
        Way::Out => (pack.moves_from(role), |a_move| a_move.to),
    };
    let moves = moves.iter().map(|id| pack.career_move(*id));
    let ends = moves.filter(|a_move| situation.circumstances.moves.allows(a_move)).map(end);
    ends.filter(|role| situation.course.barred() != Some(*role)).collect()
}

fn closure(from: RoleId, next: impl Fn(RoleId) -> Vec<RoleId>) -> BTreeSet<RoleId> {
    let (mut seen, mut open) = (BTreeSet::from([from]), vec![from]);
    while let Some(role) = open.pop() {
        open.extend(next(role).into_iter().filter(|role| seen.insert(*role)));
    }
    seen
}

/// For the chains of moves to the target, the minimal sets of facts that nobody in this situation can come to hold and
/// that the roles on the chain ask for.
fn missing_sets(situation: &Situation<'_>, target: RoleId, corridor: &BTreeSet<RoleId>) -> Vec<Bits> {
    let here = (situation.here(), vec![Bits::default()]);
    let stages = match situation.course {
        Course::Through(role) => vec![role, target],
        Course::Any | Course::Avoiding(_) => vec![target],
    };
    let reached = stages.into_iter().fold(here, |from, to| (to, missing_between(situation, from, to, corridor)));
    reached.1
}

/// The sets for going on to `to` from a role that is reached with one of some sets.
fn missing_between(
    situation: &Situation<'_>,
    (from, sets): (RoleId, Vec<Bits>),
    to: RoleId,
    corridor: &BTreeSet<RoleId>,
) -> Vec<Bits> {
    let mut at: Vec<Vec<Bits>> = vec![Vec::new(); situation.rooms.len()];
    at[from.index()] = sets;
    let mut open = vec![from];
    while let Some(role) = open.pop() {
        for next in neighbours(situation, role, Way::Out).into_iter().filter(|next| corridor.contains(next)) {
            let asked = lacking(situation, next);
            let mut all = at[next.index()].clone();
            all.extend(at[role.index()].iter().flat_map(|set| asked.iter().map(|more| set.union(more))));
            let all = minimal(all);
            if all != at[next.index()] && next != from {
                at[next.index()] = all;
                open.push(next);
            }
        }
    }
    std::mem::take(&mut at[to.index()])
}

/// The minimal sets of facts beyond reach that would let one enter a role; facts within reach count as held.
fn lacking(situation: &Situation<'_>, role: RoleId) -> Vec<Bits> {
    use super::formula::{Formula, product};
    use crate::domain::expression::Expression;
    fn formula(situation: &Situation<'_>, expression: &Expression) -> Formula {
        match expression {
            Expression::Fact(fact) if situation.horizon.facts.has(*fact) => Formula::TRUE,
            Expression::Fact(fact) => Formula::Need(fact.index()),
            Expression::All(parts) => Formula::all(parts.iter().map(|part| formula(situation, part))),
            Expression::Any(parts) => Formula::any(parts.iter().map(|part| formula(situation, part))),
        }
    }
    let rows = binding_rows(situation.pack, role, situation.circumstances.ruleset, &situation.waived);
    rows.map(|row| formula(situation, &situation.pack.requirement(row).requires).ways())
        .fold(vec![Bits::default()], |sets, ways| product(&sets, &ways))
}

fn facts(set: &Bits) -> BTreeSet<TrainingId> {
    set.iter().map(TrainingId::from_index).collect()
}

fn without_needless(situation: &Situation<'_>, question: &Question, set: BTreeSet<TrainingId>) -> Vec<TrainingId> {
    let mut kept = set.clone();
    for fact in set {
        kept.remove(&fact);
        if !stands_with(situation, question, &kept) {
            kept.insert(fact);
        }
    }
    kept.into_iter().collect()
}

/// Where every fact is within somebody's reach and yet no one route gathers them: the first fact that would do alone.
fn single(situation: &Situation<'_>, question: &Question, corridor: &BTreeSet<RoleId>) -> Option<Vec<TrainingId>> {
    let named = named(situation, corridor);
    named.into_iter().find(|fact| stands_with(situation, question, &BTreeSet::from([*fact]))).map(|fact| vec![fact])
}

/// What the roles of a corridor ask for, and what studying that asks for, that is not held at the start.
pub(super) fn named(situation: &Situation<'_>, corridor: &BTreeSet<RoleId>) -> BTreeSet<TrainingId> {
    let pack = situation.pack;
    let asked = corridor.iter().filter(|role| **role != situation.here()).flat_map(|role| {
        binding_rows(pack, *role, situation.circumstances.ruleset, &situation.waived)
            .flat_map(|row| pack.requirement(row).requires.facts())
    });
    let mut open: Vec<TrainingId> = asked.collect();
    let mut named = BTreeSet::new();
    while let Some(fact) = open.pop() {
        if !situation.start.has(fact) && named.insert(fact) {
            open.extend(pack.training(fact).requires.facts());
        }
    }
    named
}
