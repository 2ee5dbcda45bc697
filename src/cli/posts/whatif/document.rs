//! The answer as JSON, keys in the order that the help promises.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Asked, Found, text};
use crate::cli::json::{self, RouteDocument};
use crate::cli::posts::show_document::{LineDocument, line_document};
use crate::domain::Pack;
use crate::domain::offer::{Goal, Levers, Smallest};
use crate::domain::planner::{Criterion, Offered, Route};
use crate::domain::quantity::{Decimal, Weeks};

#[derive(Debug, Serialize)]
pub(super) struct WhatIfDocument<'a> {
    post: &'a str,
    role: &'a str,
    closed: bool,
    from: &'a str,
    to: &'a str,
    ruleset: &'static str,
    criteria: Vec<&'static str>,
    goal: &'static str,
    answer: String,
    supposed: Option<SupposedDocument<'a>>,
    smallest: Option<SmallestDocument<'a>>,
    reached: bool,
    on_the_front: bool,
    best_by: Vec<&'static str>,
    through: Vec<RouteDocument<'a>>,
    without: Vec<RouteDocument<'a>>,
    on_offer: Vec<LineDocument<'a>>,
}

#[derive(Debug, Serialize)]
struct SupposedDocument<'a> {
    premium_gbp: u32,
    study_hours: Decimal,
    given: Vec<&'a str>,
    tenure_weeks: Weeks,
}

#[derive(Debug, Serialize)]
struct SmallestDocument<'a> {
    needed: bool,
    premium_gbp: Option<u32>,
    study_hours: Option<u32>,
    tenure_weeks: Option<Weeks>,
    given: Option<Vec<Vec<&'a str>>>,
    study_and_tenure: Vec<PairDocument>,
}

#[derive(Debug, Serialize)]
struct PairDocument {
    study_hours: u32,
    tenure_weeks: Weeks,
}

/// The whole answer.
pub(super) fn of<'a>(asked: &'a Asked<'a>) -> WhatIfDocument<'a> {
    let (pack, prospect) = (asked.pack, &asked.prospect);
    let routes = |routes: &[Route]| json::route_list(pack, &prospect.criteria, routes);
    let (supposed, smallest) = match &asked.found {
        Found::Under(offered) => (Some(supposed(pack, offered)), None),
        Found::Least(least) => (None, Some(smallest_document(pack, least))),
    };
    WhatIfDocument {
        post: &asked.post.id,
        role: json::role(pack, prospect.role),
        closed: asked.closed(),
        from: json::role(pack, prospect.circumstances.person.role),
        to: json::role(pack, prospect.target),
        ruleset: prospect.circumstances.ruleset.slug(),
        criteria: slugs(&prospect.criteria),
        goal: match asked.goal {
            Goal::OnTheFront => "front",
            Goal::BestBy(criterion) => criterion.slug(),
        },
        answer: text::answer(asked),
        supposed,
        smallest,
        reached: asked.reached(),
        on_the_front: !asked.verdict.on_the_front.is_empty(),
        best_by: slugs(&asked.verdict.best_by),
        through: routes(&asked.verdict.through),
        without: routes(&asked.verdict.without),
        on_offer: asked.package.lines.iter().map(line_document).collect(),
    }
}

fn slugs(criteria: &[Criterion]) -> Vec<&'static str> {
    criteria.iter().map(|criterion| criterion.slug()).collect()
}

fn supposed<'p>(pack: &'p Pack, offered: &Offered) -> SupposedDocument<'p> {
    SupposedDocument {
        premium_gbp: offered.premium,
        study_hours: offered.protected_study,
        given: offered.given.iter().map(|item| json::training(pack, *item)).collect(),
        tenure_weeks: offered.tenure,
    }
}

fn smallest_document<'p>(pack: &'p Pack, smallest: &Smallest) -> SmallestDocument<'p> {
    match smallest {
        Smallest::Nothing => SmallestDocument {
            needed: false,
            premium_gbp: Some(0),
            study_hours: Some(0),
            tenure_weeks: Some(Weeks::ZERO),
            given: Some(vec![Vec::new()]),
            study_and_tenure: Vec::new(),
        },
        Smallest::Needed(levers) => levers_document(pack, levers),
    }
}

fn levers_document<'p>(pack: &'p Pack, levers: &Levers) -> SmallestDocument<'p> {
    let ids = |set: &BTreeSet<_>| set.iter().map(|item| json::training(pack, *item)).collect();
    let pairs = levers.study_and_tenure.iter();
    SmallestDocument {
        needed: true,
        premium_gbp: levers.premium.amount().copied(),
        study_hours: levers.study_hours.amount().copied(),
        tenure_weeks: levers.tenure.amount().copied(),
        given: levers.given.amount().map(|sets| sets.iter().map(ids).collect()),
        study_and_tenure: pairs
            .map(|(hours, weeks)| PairDocument { study_hours: *hours, tenure_weeks: *weeks })
            .collect(),
    }
}
