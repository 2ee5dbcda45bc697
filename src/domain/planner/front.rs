//! Routes to one target: the Pareto front, and really different alternatives beside it.

use std::collections::BTreeSet;

use super::account;
use super::marks::Scale;
use super::needs::CostCounts;
use super::question::{Circumstances, Criterion, Question};
use super::route::{Route, Totals};
use super::search::{Avoid, Quest, Searcher};
use super::situation::Situation;
use crate::domain::id::{RoleId, TrainingId};
use crate::domain::pack::Pack;

/// The whole front for a question, one route for each vector, in the order of the criteria.
pub(super) fn front(searcher: &Searcher<'_>, question: &Question) -> Vec<Route> {
    let here = searcher.situation.here();
    if question.target == here {
        let stays = searcher.situation.course.admits_staying_in(here);
        return stays.then(|| account::standing_still(searcher.situation)).into_iter().collect();
    }
    search(searcher, question, u32::MAX, &[], usize::MAX)
}

fn search(
    searcher: &Searcher<'_>,
    question: &Question,
    weeks_max: u32,
    avoid: &[Avoid],
    routes_max: usize,
) -> Vec<Route> {
    let scale = Scale::new(&question.criteria);
    let quest = Quest { target: question.target, scale: &scale, weeks_max, avoid, rivals: &[], routes_max };
    let found = searcher.front(&quest);
    found.iter().filter_map(|one| account::route(searcher.situation, question.target, one)).collect()
}

/// Up to `question.alternatives` routes that are not on the front but really different.
///
/// An alternative takes at most a quarter longer than the fastest route of all. Of each route of the front, and of each
/// alternative before it, it uses at most half of the roles between the ends; and where such a route goes straight to
/// the target, the alternative does not. Among the routes that satisfy this it is the first, by the criteria in their
/// order, of those that no other dominates.
pub(super) fn alternatives(searcher: &Searcher<'_>, question: &Question, front: &[Route]) -> Vec<Route> {
    let Some(fastest) = fastest(searcher, question) else { return Vec::new() };
    let weeks_max = fastest + fastest / 4;
    let mut avoid: Vec<Avoid> = front.iter().map(avoid).collect();
    let mut chosen = Vec::new();
    while chosen.len() < question.alternatives {
        let Some(next) = search(searcher, question, weeks_max, &avoid, 1).into_iter().next() else { break };
        avoid.push(self::avoid(&next));
        chosen.push(next);
    }
    chosen
}

fn fastest(searcher: &Searcher<'_>, question: &Question) -> Option<u32> {
    if question.target == searcher.situation.here() {
        return None;
    }
    fastest_route(searcher, question.target).map(|route| route.totals.weeks.0)
}

fn fastest_route(searcher: &Searcher<'_>, target: RoleId) -> Option<Route> {
    first_route(searcher, target, &Scale::only(&[Criterion::Weeks]))
}

fn first_route(searcher: &Searcher<'_>, target: RoleId, scale: &Scale) -> Option<Route> {
    let quest = Quest { target, scale, weeks_max: u32::MAX, avoid: &[], rivals: &[], routes_max: 1 };
    searcher.front(&quest).iter().find_map(|found| account::route(searcher.situation, target, found))
}

/// What the fastest route comes to, when there is one; criteria, alternatives and limit of the question do not matter.
pub(super) fn fastest_totals(pack: &Pack, question: &Question) -> Option<Totals> {
    let situation = Situation::new(pack, &question.circumstances, CostCounts::No, question.course);
    if question.target == situation.here() {
        let stays = question.course.admits_staying_in(question.target);
        return stays.then(|| account::standing_still(&situation).totals);
    }
    fastest_route(&Searcher::new(&situation), question.target).map(|route| route.totals)
}

/// Whether there would be a route if these facts were held besides.
pub(super) fn stands_with(situation: &Situation<'_>, question: &Question, held: &BTreeSet<TrainingId>) -> bool {
    let mut circumstances: Circumstances = situation.circumstances.clone();
    circumstances.person.have.extend(held.iter().copied());
    let situation = Situation::new(situation.pack, &circumstances, CostCounts::No, question.course);
    let searcher = Searcher::new(&situation);
    first_route(&searcher, question.target, &Scale::only(&[])).is_some()
}

fn avoid(route: &Route) -> Avoid {
    let between = route.steps.len().saturating_sub(2);
    let roles: Vec<RoleId> = route.steps.iter().skip(1).take(between).map(|step| step.role).collect();
    let budget = u32::try_from(roles.len() / 2).unwrap_or(u32::MAX);
    Avoid { roles, budget }
}
