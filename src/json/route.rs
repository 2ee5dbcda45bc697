//! Routes, and the roles within reach.

use serde::Serialize;

use super::{role, training};
use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::domain::planner::{Answer, Blocked, Completeness, Criterion, Question, Reached, Route, Step};
use crate::domain::profile::Wishes;
use crate::domain::quantity::{Decimal, Weeks};
use crate::domain::ruleset::Ruleset;
use crate::domain::words;

/// The answer of `routes`.
#[derive(Debug, Serialize)]
pub struct RoutesDocument<'p> {
    pack: &'p str,
    edition: &'p str,
    ruleset: &'static str,
    from: &'p str,
    to: &'p str,
    criteria: Vec<&'static str>,
    complete: bool,
    routes: Vec<RouteDocument<'p>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternatives: Option<Vec<RouteDocument<'p>>>,
    blocked: Option<BlockedDocument<'p>>,
}

/// One route.
#[derive(Debug, Serialize)]
pub struct RouteDocument<'p> {
    weeks: Weeks,
    moves: u32,
    study_hours: Decimal,
    cost_gbp: Decimal,
    sectors: u32,
    /// There when it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pay_gbp: Option<PayDocument>,
    steps: Vec<StepDocument<'p>>,
    assumed: Vec<String>,
    /// There when somebody wishes for something.
    #[serde(skip_serializing_if = "Option::is_none")]
    wishes_missed: Option<Vec<String>>,
}

/// Whole pounds a year; null where no pay is known.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct PayDocument(Option<u32>);

#[derive(Debug, Serialize)]
struct StepDocument<'p> {
    role: &'p str,
    enter_week: Weeks,
    leave_week: Option<Weeks>,
    kind: Option<&'p str>,
    study: Vec<StudyDocument<'p>>,
    checks: Vec<&'p str>,
}

#[derive(Debug, Serialize)]
struct StudyDocument<'p> {
    id: &'p str,
    start_week: Weeks,
    end_week: Weeks,
    hours: Decimal,
}

#[derive(Debug, Serialize)]
struct BlockedDocument<'p> {
    reason: &'static str,
    missing: Vec<&'p str>,
}

/// The document for an answer of the planner; `alternatives` are in it when they were asked for, be it for none.
#[must_use]
pub fn routes<'p>(
    pack: &'p Pack,
    question: &Question,
    answer: &Answer,
    alternatives: Option<&[Route]>,
) -> RoutesDocument<'p> {
    let about = pack.about();
    let all = |routes: &[Route]| route_list(pack, &question.criteria, routes);
    RoutesDocument {
        pack: about.slug.as_str(),
        edition: &about.edition,
        ruleset: question.circumstances.ruleset.slug(),
        from: role(pack, question.circumstances.person.role),
        to: role(pack, question.target),
        criteria: question.criteria.iter().map(|criterion| criterion.slug()).collect(),
        complete: answer.completeness == Completeness::Complete,
        routes: all(&answer.routes),
        alternatives: alternatives.map(all),
        blocked: answer.blocked.as_ref().map(|why| blocked(pack, why)),
    }
}

impl RoutesDocument<'_> {
    /// The document, each route with what it misses of somebody's wishes, in words; as it was where there are none.
    #[must_use]
    pub fn with_wishes(mut self, pack: &Pack, answer: &Answer, wishes: &Wishes) -> Self {
        if wishes.can_be_missed() {
            let tell = |(document, route): (&mut RouteDocument<'_>, &Route)| {
                document.wishes_missed = Some(wishes.missed_in_words(pack, route));
            };
            self.routes.iter_mut().zip(&answer.routes).for_each(tell);
            self.alternatives.iter_mut().flatten().zip(&answer.alternatives).for_each(tell);
        }
        self
    }
}

/// The documents for some routes; pay is in them when it is among the criteria.
#[must_use]
pub fn route_list<'p>(pack: &'p Pack, criteria: &[Criterion], routes: &[Route]) -> Vec<RouteDocument<'p>> {
    routes.iter().map(|found| route(pack, criteria, found)).collect()
}

fn route<'p>(pack: &'p Pack, criteria: &[Criterion], route: &Route) -> RouteDocument<'p> {
    let totals = &route.totals;
    RouteDocument {
        weeks: totals.weeks,
        moves: totals.moves,
        study_hours: totals.study_hours,
        cost_gbp: totals.cost,
        sectors: totals.sectors,
        pay_gbp: criteria.contains(&Criterion::Pay).then_some(PayDocument(totals.pay)),
        steps: route.steps.iter().map(|taken| step(pack, taken)).collect(),
        assumed: route.assumed.iter().map(|assumed| words::assumption(pack, assumed)).collect(),
        wishes_missed: None,
    }
}

fn step<'p>(pack: &'p Pack, step: &Step) -> StepDocument<'p> {
    let study = step.study.iter().map(|study| StudyDocument {
        id: training(pack, study.training),
        start_week: study.start,
        end_week: study.end,
        hours: study.hours.value(),
    });
    StepDocument {
        role: role(pack, step.role),
        enter_week: step.enter,
        leave_week: step.leave.map(|(week, _)| week),
        kind: step.leave.map(|(_, by)| pack.career_move(by).kind.slug()),
        study: study.collect(),
        checks: step.checks.iter().map(|check| training(pack, *check)).collect(),
    }
}

fn blocked<'p>(pack: &'p Pack, blocked: &Blocked) -> BlockedDocument<'p> {
    match blocked {
        Blocked::Unreachable => BlockedDocument { reason: "unreachable", missing: Vec::new() },
        Blocked::Requirements(missing) => BlockedDocument {
            reason: "requirements",
            missing: missing.iter().map(|item| training(pack, *item)).collect(),
        },
    }
}

/// The answer of `reach`.
#[derive(Debug, Serialize)]
pub struct ReachDocument<'p> {
    from: &'p str,
    ruleset: &'static str,
    roles: Vec<ReachedDocument<'p>>,
}

#[derive(Debug, Serialize)]
struct ReachedDocument<'p> {
    role: &'p str,
    weeks: Weeks,
    moves: u32,
}

/// The document for the roles that can be reached, by weeks and then id.
#[must_use]
pub fn reach<'p>(pack: &'p Pack, from: RoleId, ruleset: Ruleset, reached: &[Reached]) -> ReachDocument<'p> {
    let mut roles: Vec<ReachedDocument> = reached
        .iter()
        .map(|found| ReachedDocument { role: role(pack, found.role), weeks: found.weeks, moves: found.moves })
        .collect();
    roles.sort_by_key(|found| (found.weeks, found.role));
    ReachDocument { from: role(pack, from), ruleset: ruleset.slug(), roles }
}
