//! What another ruleset changes on the route, in words.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::domain::Pack;
use crate::domain::id::TrainingId;
use crate::domain::planner::{Answer, Route};
use crate::domain::quantity::{Decimal, Weeks};
use crate::domain::ruleset::Ruleset;

/// How many programmes are named before the rest is only counted.
const NAMED: usize = 3;

/// What going from `before` to `after` changes on the fastest route: `Under the review: same time, +508 h of study,
/// +3 programmes: …`.
#[must_use]
pub fn words(pack: &Pack, before: &Answer, after: (Ruleset, &Answer)) -> String {
    let (ruleset, answer) = after;
    let heading = capital(&ruleset.to_string());
    let rest = match (before.routes.first(), answer.routes.first()) {
        (None, None) => "no way either".to_owned(),
        (None, Some(route)) => format!("there is a way, {} long", route.totals.weeks),
        (Some(_), None) => "there is no way any more".to_owned(),
        (Some(before), Some(after)) => between(pack, before, after),
    };
    format!("{heading}: {rest}")
}

fn between(pack: &Pack, before: &Route, after: &Route) -> String {
    let mut parts = vec![time(before.totals.weeks, after.totals.weeks)];
    parts.extend(hours(before.totals.study_hours, after.totals.study_hours));
    let (old, new) = (studied(before), studied(after));
    parts.extend(programmes(pack, '+', &new, &old));
    parts.extend(programmes(pack, '−', &old, &new));
    let roles = |route: &Route| route.steps.iter().map(|step| step.role).collect::<Vec<_>>();
    if roles(before) != roles(after) {
        parts.push("by other roles".to_owned());
    }
    if before == after {
        return "the same route".to_owned();
    }
    parts.join(", ")
}

fn time(before: Weeks, after: Weeks) -> String {
    match after.cmp(&before) {
        Ordering::Equal => "same time".to_owned(),
        Ordering::Greater => format!("{} longer", Weeks(after.0 - before.0)),
        Ordering::Less => format!("{} shorter", Weeks(before.0 - after.0)),
    }
}

fn hours(before: Decimal, after: Decimal) -> Option<String> {
    match after.cmp(&before) {
        Ordering::Equal => None,
        Ordering::Greater => Some(format!("+{} h of study", after - before)),
        Ordering::Less => Some(format!("−{} h of study", before - after)),
    }
}

fn studied(route: &Route) -> BTreeSet<TrainingId> {
    route.steps.iter().flat_map(|step| &step.study).map(|study| study.training).collect()
}

fn programmes(pack: &Pack, sign: char, with: &BTreeSet<TrainingId>, without: &BTreeSet<TrainingId>) -> Option<String> {
    let only: Vec<&str> = with.difference(without).map(|id| pack.training(*id).title.as_str()).collect();
    let names = only[..only.len().min(NAMED)].join(", ");
    match only.len() {
        0 => None,
        1 => Some(format!("{sign}1 programme: {names}")),
        count if count > NAMED => Some(format!("{sign}{count} programmes: {names} and {} more", count - NAMED)),
        count => Some(format!("{sign}{count} programmes: {names}")),
    }
}

/// The text with a capital first letter.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
}
