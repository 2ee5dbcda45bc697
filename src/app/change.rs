//! What another ruleset changes on the route, in words.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::domain::Pack;
use crate::domain::id::{RoleId, TrainingId};
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
    let heading = capital(under(ruleset));
    match (before.routes.first(), answer.routes.first()) {
        (None, None) => format!("{heading} there is no way either"),
        (None, Some(route)) => format!("{heading} there is a way: {}, {}", route.totals.weeks, by(pack, route)),
        (Some(_), None) => format!("{heading} there is no way any more"),
        (Some(before), Some(after)) => format!("{heading}, the fastest way: {}", between(pack, before, after)),
    }
}

/// A ruleset as it is spoken of in a sentence.
#[must_use]
pub const fn under(ruleset: Ruleset) -> &'static str {
    match ruleset {
        Ruleset::Today => "under today's rules",
        Ruleset::Advised => "as advised",
        Ruleset::Review => "under the review",
    }
}

/// `by Matron and Head of nursing`: the roles on the way, without its ends.
fn by(pack: &Pack, route: &Route) -> String {
    let roles: Vec<&str> = between_ends(route).into_iter().map(|role| brief(&pack.role(role).title)).collect();
    if roles.is_empty() { "straight there".to_owned() } else { format!("by {}", listed(&roles)) }
}

fn between_ends(route: &Route) -> Vec<RoleId> {
    route.steps.iter().skip(1).rev().skip(1).rev().map(|step| step.role).collect()
}

/// `A`, `A and B`, `A, B and 2 more`.
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first, second] => format!("{first} and {second}"),
        [first, second, rest @ ..] => format!("{first}, {second} and {} more", rest.len()),
    }
}

fn between(pack: &Pack, before: &Route, after: &Route) -> String {
    if before == after {
        return "the same".to_owned();
    }
    let mut parts = vec![time(before.totals.weeks, after.totals.weeks)];
    parts.extend(hours(before.totals.study_hours, after.totals.study_hours));
    let (old, new) = (studied(before), studied(after));
    parts.extend(programmes(pack, '+', &new, &old));
    parts.extend(programmes(pack, '−', &old, &new));
    parts.extend(other_roles(pack, before, after));
    parts.join(", ")
}

fn other_roles(pack: &Pack, before: &Route, after: &Route) -> Option<String> {
    let (old, new) = (between_ends(before), between_ends(after));
    let only = |of: &[RoleId], not: &[RoleId]| -> Vec<&str> {
        of.iter().filter(|role| !not.contains(role)).map(|role| brief(&pack.role(*role).title)).collect()
    };
    let (gained, lost) = (only(&new, &old), only(&old, &new));
    match (gained.is_empty(), lost.is_empty()) {
        (true, true) => (old != new).then(|| "the same roles in another order".to_owned()),
        (false, true) => Some(format!("now also by {}", listed(&gained))),
        (true, false) => Some(format!("no longer by {}", listed(&lost))),
        (false, false) => Some(format!("by {} instead of {}", listed(&gained), listed(&lost))),
    }
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
    let only: Vec<&str> = with.difference(without).map(|id| brief(&pack.training(*id).title)).collect();
    let names = only[..only.len().min(NAMED)].join(", ");
    match only.len() {
        0 => None,
        1 => Some(format!("{sign}1 programme ({names})")),
        count if count > NAMED => Some(format!("{sign}{count} programmes ({names} and {} more)", count - NAMED)),
        count => Some(format!("{sign}{count} programmes ({names})")),
    }
}

/// A title without what it says in brackets.
fn brief(title: &str) -> &str {
    title.split(" (").next().unwrap_or(title)
}

/// The text with a capital first letter.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
}
