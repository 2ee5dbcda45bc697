//! What a step shows.
//!
//! | key of `[step.show]` | says |
//! |---|---|
//! | `persona` | one of the pack's people asks |
//! | `from`, `served_years`, `have` | or whoever holds a role, for so many years, with this training |
//! | `hours_per_week` | hours of study a week |
//! | `to` | the role wanted |
//! | `through`, `avoiding` | a role on the way, or one that is to be none on it (`""` for any way again) |
//! | `ruleset` | `today`, `advised` or `review` |
//! | `exceptional` | whether moves that nobody should count on are reckoned with |
//! | `screen` | `map`, `routes`, `plan`, `training` or `posts`; without it, that of what is selected or opened |
//! | `zoom` | `families`, `whole`, `role` or `cards` |
//! | `filter`, `list` | which roles of the map, and which posts, are to be seen |
//! | `role`, `training`, `post` | what is selected |
//! | `route` | which route is chosen, by its line |
//! | `compare` | routes side by side, by their lines, or `"rules"` |
//! | `sheet` | `breakdown`, `pay-back`, `feeders` or `what-if` |
//! | `spotlight` | what is meant: `roles`, `moves`, `training` |

use std::collections::BTreeSet;

use super::{Known, PostsAre, sieves};
use crate::domain::career_move::Move;
use crate::domain::deck::{Leg, Nearness, Sheet, Show, Somebody, Spotlight, View};
use crate::domain::id::{MoveId, RoleId, Slug, TrainingId};
use crate::domain::planner::{Course, MovesAllowed};
use crate::domain::quantity::Decimal;
use crate::domain::ruleset::Ruleset;
use crate::pack::cell::Limit;
use crate::pack::document::{Section, Word};
use crate::pack::ids::Ids;
use crate::pack::report::{Judged, Report, quoted};

const KEYS: [&str; 21] = [
    "persona",
    "from",
    "served_years",
    "have",
    "hours_per_week",
    "to",
    "through",
    "avoiding",
    "ruleset",
    "exceptional",
    "screen",
    "zoom",
    "filter",
    "list",
    "role",
    "training",
    "post",
    "route",
    "compare",
    "sheet",
    "spotlight",
];

/// The words for what lies open on a screen, comparisons apart.
const SHEETS: [(&str, Sheet); 4] = [
    ("breakdown", Sheet::Breakdown),
    ("pay-back", Sheet::PayBack),
    ("feeders", Sheet::Feeders),
    ("what-if", Sheet::WhatIf),
];

/// The most lines that stand side by side.
const MOST_COMPARED: usize = 3;

/// Reads what a step shows, in the order in which it is done.
pub(super) fn read(section: Section, known: &Known, report: &mut Report) -> Judged<Vec<Show>> {
    section.judge_keys(&KEYS, report);
    let said = [
        somebody(section, known, report).map(|me| me.map(Show::Me)),
        section.amount("hours_per_week", Limit::HOURS_A_WEEK, report).map(|hours| hours.map(Show::Hours)),
        id(section, "to", known.roles, report).map(|role| role.map(|at| Show::Target(RoleId::from_index(at)))),
        ruleset(section, report).map(|rules| rules.map(Show::Rules)),
        section.flag("exceptional", report).map(|flag| flag.map(|flag| Show::Moves(moves_allowed(flag)))),
        course(section, known, report).map(|course| course.map(Show::Course)),
        one_of(section, "screen", &View::ALL.map(|view| (view.word(), view)), report)
            .map(|view| view.map(Show::Screen)),
        one_of(section, "zoom", &Nearness::ALL.map(|zoom| (zoom.word(), zoom)), report)
            .map(|zoom| zoom.map(Show::Zoom)),
        sieves::map(section, known, report).map(|sieve| sieve.map(Show::Map)),
        sieves::posts(section, known, report).map(|sieve| sieve.map(Show::Posts)),
        id(section, "role", known.roles, report).map(|role| role.map(|at| Show::Role(RoleId::from_index(at)))),
        id(section, "training", known.training, report)
            .map(|item| item.map(|at| Show::Training(TrainingId::from_index(at)))),
        post(section, known, report).map(|post| post.map(Show::Post)),
        line(section, report).map(|line| line.map(Show::Route)),
        sheet(section, report).map(|sheet| sheet.map(Show::Sheet)),
        spotlight(section, known, report).map(|spotlight| spotlight.map(Show::Spotlight)),
    ];
    let said: Vec<Option<Show>> = said.into_iter().collect::<Judged<_>>()?;
    Ok(with_screen(said.into_iter().flatten().collect()))
}

/// What is selected or opened is seen on its screen, unless another is named: what is opened counts more than what is
/// selected, and that more than what is filtered.
fn with_screen(mut shows: Vec<Show>) -> Vec<Show> {
    let has_screen = shows.iter().any(|show| matches!(show, Show::Screen(_)));
    let weight = |show: &&Show| match show {
        Show::Sheet(_) => 4,
        Show::Post(_) | Show::Training(_) => 3,
        Show::Role(_) | Show::Zoom(_) => 2,
        _ => 1,
    };
    let implied = shows.iter().filter(|show| show.seen_on().is_some()).max_by_key(weight).and_then(Show::seen_on);
    if let (false, Some(view)) = (has_screen, implied) {
        shows.push(Show::Screen(view));
        shows.sort_by_key(Show::rank);
    }
    shows
}

fn somebody(section: Section, known: &Known, report: &mut Report) -> Judged<Option<Somebody>> {
    let persona = id(section, "persona", known.persona_ids, report);
    let role = id(section, "from", known.roles, report);
    let served_years = section.amount("served_years", Limit::SERVED, report);
    let have = ids(section, "have", known.training, report);
    let (persona, role, served_years, have) = (persona?, role?, served_years?, have?);
    match (persona, role) {
        (Some(_), Some(_)) => {
            report.refuse(section.place_of("from"), "persona and from both say who asks; take one of them out")
        }
        (persona, None) if served_years.is_some() || !have.is_empty() => {
            let key = if served_years.is_some() { "served_years" } else { "have" };
            let other = if persona.is_some() { "a persona brings its own" } else { "it needs from = \"…\"" };
            report.refuse(section.place_of(key), format!("{key} goes with from; {other}"))
        }
        (Some(persona), None) => {
            let slug: Option<Slug> = known.personas.get(persona).map(|person| person.slug.clone());
            Ok(slug.map(Somebody::Persona))
        }
        (None, Some(role)) => Ok(Some(Somebody::InRole {
            role: RoleId::from_index(role),
            served_years: served_years.unwrap_or(Decimal::ZERO),
            have: have.into_iter().map(TrainingId::from_index).collect(),
        })),
        (None, None) => Ok(None),
    }
}

const fn moves_allowed(exceptional: bool) -> MovesAllowed {
    if exceptional { MovesAllowed::Exceptional } else { MovesAllowed::Usual }
}

fn ruleset(section: Section, report: &mut Report) -> Judged<Option<Ruleset>> {
    one_of(section, "ruleset", &Ruleset::ALL.map(|rules| (rules.slug(), rules)), report)
}

/// By way of which role routes go, or clear of which; an empty text: of any course again.
fn course(section: Section, known: &Known, report: &mut Report) -> Judged<Option<Course>> {
    let (through, avoiding) = (section.text("through", report)?, section.text("avoiding", report)?);
    let (word, course): (Word, fn(RoleId) -> Course) = match (through, avoiding) {
        (None, None) => return Ok(None),
        (Some(_), Some(_)) => {
            let message = "routes go through a role or clear of one; take through or avoiding out";
            return report.refuse(section.place_of("avoiding"), message);
        }
        (Some(word), None) => (word, Course::Through),
        (None, Some(word)) => (word, Course::Avoiding),
    };
    if word.text.is_empty() {
        return Ok(Some(Course::Any));
    }
    known.roles.resolve(&word.text, word.place, report).map(|at| Some(course(RoleId::from_index(at))))
}

fn post(section: Section, known: &Known, report: &mut Report) -> Judged<Option<String>> {
    let Some(word) = section.text("post", report)? else { return Ok(None) };
    if known.posts == PostsAre::Changing && known.post_ids.find(&word.text).is_none() {
        report.warning(word.place, format!("{}, unless it comes again", known.post_ids.unknown(&word.text)));
        return Ok(Some(word.text));
    }
    known.post_ids.resolve(&word.text, word.place, report)?;
    Ok(Some(word.text))
}

/// The line of a route, from 1.
fn line(section: Section, report: &mut Report) -> Judged<Option<usize>> {
    if !section.has("route") {
        return Ok(None);
    }
    match section.required_whole("route", Limit::COUNT, report)? {
        0 => report.refuse(section.place_of("route"), "routes are counted from 1; write route = 1 for the first"),
        line => Ok(Some(line as usize)),
    }
}

fn sheet(section: Section, report: &mut Report) -> Judged<Option<Sheet>> {
    let compare = compare(section, report);
    let sheet = one_of(section, "sheet", &SHEETS, report);
    match (compare?, sheet?) {
        (Some(_), Some(_)) => {
            report.refuse(section.place_of("compare"), "compare and sheet cannot both lie open; keep one in each step")
        }
        (compare, sheet) => Ok(compare.or(sheet)),
    }
}

/// `compare = "rules"` or `compare = [1, 3]`.
fn compare(section: Section, report: &mut Report) -> Judged<Option<Sheet>> {
    if section.is_text("compare") {
        return one_of(section, "compare", &[("rules", Sheet::CompareRules)], report);
    }
    let Some(lines) = section.wholes("compare", Limit::COUNT, report)? else { return Ok(None) };
    let different: BTreeSet<u32> = lines.iter().copied().filter(|line| *line > 0).collect();
    if different.len() != lines.len() || !(2..=MOST_COMPARED).contains(&lines.len()) {
        let wanted = "compare takes two or three different lines of the routes, for instance [1, 2], or \"rules\"";
        return report.refuse(section.place_of("compare"), wanted);
    }
    Ok(Some(Sheet::CompareRoutes(lines.into_iter().map(|line| line as usize).collect())))
}

fn spotlight(section: Section, known: &Known, report: &mut Report) -> Judged<Option<Spotlight>> {
    let Some(section) = section.section("spotlight", report)? else { return Ok(None) };
    section.judge_keys(&["roles", "moves", "training"], report);
    let roles = ids(section, "roles", known.roles, report);
    let training = ids(section, "training", known.training, report);
    let legs = section.sections("moves", report)?.unwrap_or_default();
    let legs: Vec<_> = legs.into_iter().map(|leg| self::leg(leg, known, report)).collect();
    Ok(Some(Spotlight {
        roles: roles?.into_iter().map(RoleId::from_index).collect(),
        moves: legs.into_iter().collect::<Judged<_>>()?,
        training: training?.into_iter().map(TrainingId::from_index).collect(),
    }))
}

fn leg(section: Section, known: &Known, report: &mut Report) -> Judged<Leg> {
    section.judge_keys(&["from", "to"], report);
    let end = |key: &str, report: &mut Report| {
        let word = section.required_text(key, report)?;
        let at = known.roles.resolve(&word.text, word.place, report)?;
        Ok((RoleId::from_index(at), word.text))
    };
    let (from, to) = (end("from", report), end("to", report));
    let ((from, from_id), (to, to_id)) = (from?, to?);
    let joins = |a_move: &Move| a_move.from == from && a_move.to == to;
    let rows = known.moves.into_iter().flatten().enumerate().filter(|(_, a_move)| joins(a_move));
    let moves: Vec<MoveId> = rows.map(|(at, _)| MoveId::from_index(at)).collect();
    if moves.is_empty() && known.moves.is_some() {
        let message = format!("moves.csv has no move from {} to {}", quoted(&from_id), quoted(&to_id));
        return report.refuse(section.place(), message);
    }
    Ok(Leg { from, to, moves })
}

/// An id that may be absent.
fn id(section: Section, key: &str, ids: &Ids, report: &mut Report) -> Judged<Option<usize>> {
    match section.text(key, report)? {
        Some(word) => ids.resolve(&word.text, word.place, report).map(Some),
        None => Ok(None),
    }
}

/// A list of ids; empty when it is absent.
pub(super) fn ids(section: Section, key: &str, ids: &Ids, report: &mut Report) -> Judged<Vec<usize>> {
    let words = section.words(key, report)?;
    let found: Vec<_> = words.iter().map(|word| ids.resolve(&word.text, word.place, report)).collect();
    found.into_iter().collect()
}

/// One of some words, or nothing when the key is absent.
fn one_of<T: Clone>(section: Section, key: &str, known: &[(&str, T)], report: &mut Report) -> Judged<Option<T>> {
    match section.text(key, report)? {
        Some(word) => choose(key, &word, known, report).map(Some),
        None => Ok(None),
    }
}

/// What a word means that has to be one of some.
pub(super) fn choose<T: Clone>(key: &str, word: &Word, known: &[(&str, T)], report: &mut Report) -> Judged<T> {
    if let Some((_, meant)) = known.iter().find(|(name, _)| *name == word.text) {
        return Ok(meant.clone());
    }
    let names = known.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    report.refuse(word.place, format!("{key} {} is not known here; there is {names}", quoted(&word.text)))
}
