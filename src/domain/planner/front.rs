//! Routes to one target: the Pareto front, and really different alternatives beside it.

use super::account;
use super::question::{Criterion, Question};
use super::route::Route;
use super::scale_of;
use super::search::{Avoid, Quest, Searcher};
use crate::domain::id::RoleId;

/// The whole front for a question, one route for each vector, in the order of the criteria.
pub(super) fn front(searcher: &Searcher<'_>, question: &Question) -> Vec<Route> {
    if question.target == searcher.situation.here() {
        return vec![account::standing_still(searcher.situation)];
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
    let scale = scale_of(&question.criteria);
    let quest = Quest { target: question.target, scale: &scale, weeks_max, avoid, routes_max };
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
    let only_weeks = Question { criteria: vec![Criterion::Weeks], ..question.clone() };
    search(searcher, &only_weeks, u32::MAX, &[], 1).first().map(|route| route.totals.weeks.0)
}

fn avoid(route: &Route) -> Avoid {
    let between = route.steps.len().saturating_sub(2);
    let roles: Vec<RoleId> = route.steps.iter().skip(1).take(between).map(|step| step.role).collect();
    let budget = u32::try_from(roles.len() / 2).unwrap_or(u32::MAX);
    Avoid { roles, budget }
}
