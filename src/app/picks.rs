//! Naming routes: which one is the fastest, which asks for the least study, and what makes an alternative different.

use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::domain::planner::{Answer, Route, Totals};

/// Whether a route is undominated or one of those that are merely different.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// On the front: nothing is better in everything.
    Front,
    /// Not on the front, but really different.
    Different,
}

/// A route with the name it goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick<'a> {
    /// The name.
    pub name: String,
    /// Front or different.
    pub standing: Standing,
    /// The route.
    pub route: &'a Route,
}

/// The routes of an answer by name: those on the front, then the different ones.
#[must_use]
pub fn picks<'a>(pack: &Pack, answer: &'a Answer) -> Vec<Pick<'a>> {
    let front = answer.routes.iter().enumerate().map(|(at, route)| Pick {
        name: name_on_front(&answer.routes, at),
        standing: Standing::Front,
        route,
    });
    let fastest = answer.routes.first();
    let different = answer.alternatives.iter().map(|route| Pick {
        name: name_of_different(pack, fastest, &answer.alternatives, route),
        standing: Standing::Different,
        route,
    });
    let mut picks: Vec<Pick<'a>> = front.chain(different).collect();
    picks.sort_by_key(|pick| (pick.standing == Standing::Different, pick.name == IN_BETWEEN));
    picks
}

const IN_BETWEEN: &str = "In between";

/// A name, and what is the less the better.
type Merit = (&'static str, fn(&Totals) -> i64);

const MERITS: [Merit; 6] = [
    ("fastest", |totals| i64::from(totals.weeks.0)),
    ("fewest moves", |totals| i64::from(totals.moves)),
    ("least study", |totals| totals.study_hours.millionths()),
    ("cheapest", |totals| totals.cost.millionths()),
    ("broadest", |totals| -i64::from(totals.sectors)),
    ("best paid on the way", |totals| -totals.pay.map_or(0, i64::from)),
];

fn name_on_front(routes: &[Route], at: usize) -> String {
    if routes.len() == 1 {
        return "Best all round".to_owned();
    }
    let best = |(_, merit): &&Merit| {
        let of = |route: &Route| merit(&route.totals);
        let own = of(&routes[at]);
        routes.iter().map(of).all(|other| own <= other)
    };
    let shared = |(_, merit): &&Merit| routes.iter().all(|route| merit(&route.totals) == merit(&routes[at].totals));
    let names: Vec<&str> = MERITS.iter().filter(|m| best(m) && !shared(m)).map(|(name, _)| *name).collect();
    if names.is_empty() {
        return IN_BETWEEN.to_owned();
    }
    let mut name = names[..names.len().min(2)].join(", ");
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}

/// The role that the other routes have least in common with: it says where this way leads through.
fn name_of_different(pack: &Pack, fastest: Option<&Route>, others: &[Route], route: &Route) -> String {
    let passes = |other: &Route, role: RoleId| other.steps.iter().any(|step| step.role == role);
    let within = route.steps.iter().skip(1).rev().skip(1).map(|step| step.role);
    let rarity = |role: RoleId| {
        let on_fastest = fastest.is_some_and(|fastest| passes(fastest, role));
        (on_fastest, others.iter().filter(|other| passes(other, role)).count())
    };
    match within.min_by_key(|role| rarity(*role)) {
        Some(role) => format!("By {}", pack.role(role).title),
        None => "Straight there".to_owned(),
    }
}
