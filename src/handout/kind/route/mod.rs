//! One route, with dates from the day on which one starts.
//!
//! | what | file |
//! |---|---|
//! | the handout, also when there is no route | `mod` |
//! | to be read | `reading` |
//! | along the years, in a calendar, as arrows | `picture` |
//! | for a spreadsheet | `rows` |

mod picture;
mod reading;
mod rows;

use jiff::civil::Date;
use serde::Serialize;

use crate::domain::planner::{self, Answer, Blocked, Question, Route};
use crate::domain::profile::Wishes;
use crate::domain::quantity::Decimal;
use crate::domain::{Pack, dates, words};
use crate::handout::about::About;
use crate::handout::document::{Block, Document, Section};
use crate::handout::sheet::Sheet;
use crate::handout::wording::{Rests, capital};
use crate::handout::{Handout, Missing};
use crate::json::{self, RoutesDocument};

/// There is no route of the number that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no route {asked}; there are {there_are}")]
pub struct NoSuchRoute {
    /// The number.
    pub asked: usize,
    /// How many there are.
    pub there_are: usize,
}

/// A route of an answer that is to be handed out.
#[derive(Clone, Copy)]
struct Telling<'a> {
    pack: &'a Pack,
    question: &'a Question,
    route: &'a Route,
    name: &'a str,
    on: Date,
}

/// A route as a handout: number 1 is the first of the answer's routes, its alternatives follow them. Where there is no
/// route, the handout says why and what would open a way.
///
/// # Errors
/// When the answer has no route of this number.
pub fn route(
    pack: &Pack,
    question: &Question,
    answer: &Answer,
    number: usize,
    on: Date,
) -> Result<Handout, NoSuchRoute> {
    if let Some(why) = &answer.blocked {
        return Ok(no_route(pack, question, answer, why, on));
    }
    let there_are = answer.routes.len() + answer.alternatives.len();
    let mut all = answer.routes.iter().chain(&answer.alternatives);
    let chosen = number.checked_sub(1).and_then(|at| all.nth(at)).ok_or(NoSuchRoute { asked: number, there_are })?;
    let best = words::best_at(&answer.routes, &question.criteria);
    let name = match best.get(number - 1) {
        None => "A really different route".to_owned(),
        Some(best) if best.is_empty() => "In between".to_owned(),
        Some(best) => capital(&words::and_list(best).to_lowercase()),
    };
    let telling = Telling { pack, question, route: chosen, name: &name, on };
    Ok(Handout {
        stem: stem(pack, question, on),
        document: reading::document(telling),
        sheet: rows::sheet(telling),
        timeline: Ok(picture::timeline(telling)),
        calendar: Ok(picture::calendar(telling)),
        diagram: Ok(picture::diagram(telling)),
        record: record(pack, question, &only(answer, Some(chosen)), on),
    })
}

impl Handout {
    /// The handout of a route with what it misses of somebody's wishes; as it was where they wish for nothing.
    #[must_use]
    pub fn with_wishes(mut self, pack: &Pack, wishes: &Wishes, route: &Route) -> Self {
        let mut told = wishes.missed_in_words(pack, route);
        if told.is_empty() && wishes.can_be_missed() {
            told.push("This route fits all of them".to_owned());
        } else {
            told = told.iter().map(|miss| format!("Missed: {miss}")).collect();
        }
        told.extend(wishes.regions_on(pack, route));
        if !told.is_empty() {
            let at = self.document.sections.len().min(1);
            self.document.sections.insert(at, Section::new("Your wishes", vec![Block::List(told)]));
        }
        self
    }
}

fn stem(pack: &Pack, question: &Question, on: Date) -> String {
    let (from, to) = (pack.role(question.circumstances.person.role), pack.role(question.target));
    format!("fingerpost-route-{}-to-{}-{on}", from.slug, to.slug)
}

fn about(pack: &Pack, question: &Question, on: Date) -> About {
    About::new(pack, question.circumstances.ruleset, on, question.circumstances.person.hours_per_week)
}

fn title(pack: &Pack, question: &Question) -> String {
    let (from, to) = (pack.role(question.circumstances.person.role), pack.role(question.target));
    format!("{} to {}", from.title, to.title)
}

/// The answer with this route alone.
fn only(answer: &Answer, route: Option<&Route>) -> Answer {
    Answer { routes: route.into_iter().cloned().collect(), alternatives: Vec::new(), ..answer.clone() }
}

/// The promised shape of routes, and from which day they count.
#[derive(Serialize)]
struct RouteRecord<'p> {
    #[serde(flatten)]
    routes: RoutesDocument<'p>,
    date: Date,
    hours_per_week: Decimal,
}

fn record(pack: &Pack, question: &Question, answer: &Answer, on: Date) -> serde_json::Value {
    let routes = json::routes(pack, question, answer, None);
    let hours_per_week = question.circumstances.person.hours_per_week;
    serde_json::to_value(RouteRecord { routes, date: on, hours_per_week }).unwrap_or_default()
}

const NO_ROUTE: Missing = Missing("there is no route, so there is nothing to draw and no day to note");

fn no_route(pack: &Pack, question: &Question, answer: &Answer, why: &Blocked, on: Date) -> Handout {
    let openings = planner::openings(pack, question);
    let mut sections = Vec::new();
    let mut sheet = Sheet::new(&[]);
    let reason = words::blocked(pack, why, question.circumstances.ruleset);
    sheet.row("no route", reason.clone(), Vec::new());
    if !openings.is_empty() {
        let listed: Vec<String> = openings.iter().map(|opening| capital(&words::opening(pack, opening))).collect();
        for opening in &listed {
            sheet.row("would open a way", opening.clone(), Vec::new());
        }
        sections.push(Section::new("What would open a way, the fastest first", vec![Block::List(listed)]));
    }
    let document = Document {
        title: title(pack, question),
        lead: format!("As of {}, there is no route. {reason}", dates::day(on)),
        about: about(pack, question, on),
        sections,
        assumed: Vec::new(),
        basis: Rests::new().blocks(&[]),
    };
    Handout {
        stem: stem(pack, question, on),
        document,
        sheet,
        timeline: Err(NO_ROUTE),
        calendar: Err(NO_ROUTE),
        diagram: Err(NO_ROUTE),
        record: record(pack, question, &only(answer, None), on),
    }
}
