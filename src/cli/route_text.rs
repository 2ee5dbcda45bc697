//! One route as text: a headline, then stint by stint what happens when.

use super::text::{Line, Page, Span, Tone};
use crate::domain::Pack;
use crate::domain::career_move::{Move, Usual};
use crate::domain::id::MoveId;
use crate::domain::planner::{Route, Step, Study};
use crate::domain::profile::Wishes;
use crate::domain::provenance::Basis;
use crate::domain::quantity::{Decimal, Pounds, Weeks};
use crate::domain::role::Role;
use crate::domain::training::{Known, Status as Running, Training};
use crate::domain::words;

/// Width of the column with the times.
const TIMES: usize = 17;

/// Adds the route to the page under the headline `name`.
pub fn show(page: &mut Page, pack: &Pack, name: &str, route: &Route) {
    page.paragraph(format!("{name} · {}", figures(route)), Tone::Strong);
    let mut came_by = None;
    for step in &route.steps {
        stint(page, pack, step, came_by);
        came_by = step.leave.map(|(_, by)| by);
    }
    let assumed = words::assumptions(pack, &route.assumed).into_iter().chain(judged_bands(pack, route));
    for (at, assumed) in assumed.enumerate() {
        let label = if at == 0 { "   Assumes" } else { "" };
        let lead = Line::from(Span::new(label, Tone::Faint)).padded(TIMES);
        page.hanging(lead, assumed, Tone::Faint);
    }
}

/// Adds what of somebody's wishes the route misses; nothing where they wish for nothing.
pub fn wishes(page: &mut Page, pack: &Pack, wishes: &Wishes, route: &Route) {
    let lead = |label: &'static str| Line::from(Span::new(label, Tone::Faint)).padded(TIMES);
    let missed = wishes.missed_in_words(pack, route);
    match missed.is_empty() {
        true if !wishes.can_be_missed() => {}
        true => page.hanging(lead("   Wishes"), "✓ fits all of them", Tone::Good),
        false => page.hanging(lead("   Wishes"), format!("✗ misses: {}", missed.join("; ")), Tone::Caution),
    }
    if let Some(regions) = wishes.regions_on(pack, route) {
        page.hanging(lead(""), regions, Tone::Faint);
    }
}

/// What is said once of the bands that no source gives.
fn judged_bands(pack: &Pack, route: &Route) -> Option<String> {
    let banded = route.steps.iter().map(|step| pack.role(step.role)).filter(|role| !role.pay.band.is_empty());
    let (sourced, judged): (Vec<&Role>, Vec<&Role>) = banded.partition(|role| role.evidence == "sourced");
    let titles: Vec<&str> = judged.iter().map(|role| role.title.as_str()).collect();
    match (sourced.len(), judged.len()) {
        (_, 0) => None,
        (0, _) => Some("every role's band (band our judgement)".to_owned()),
        _ => Some(format!("the bands of {} (band our judgement)", titles.join("; "))),
    }
}

/// `10y 6m · 5 moves · 608 hours of study · £995 + 2 unknown`.
#[must_use]
pub fn figures(route: &Route) -> String {
    let totals = &route.totals;
    let studied: Vec<&Study> = route.steps.iter().flat_map(|step| &step.study).collect();
    let unknown = studied.iter().filter(|study| study.cost.is_none()).count();
    let mut figures = vec![
        totals.weeks.to_string(),
        words::count(u64::from(totals.moves), "move"),
        format!("{} of study", words::count_hours(totals.study_hours)),
        words::cost(totals.cost, studied.len(), unknown),
    ];
    if totals.sectors > 1 {
        figures.push(words::count(u64::from(totals.sectors), "sector"));
    }
    if let Some(pay) = totals.pay {
        figures.push(format!("lowest known pay on the way {}", Pounds(Decimal::whole(pay))));
    }
    figures.join(" · ")
}

fn stint(page: &mut Page, pack: &Pack, step: &Step, came_by: Option<MoveId>) {
    let role = pack.role(step.role);
    let lead = Line::from(format!("   {}", when(step.enter))).padded(TIMES);
    let mut title = role.title.clone();
    if !role.pay.band.is_empty() {
        title = format!("{title}, band {}", role.pay.band);
    }
    if let Some(by) = came_by {
        title = format!("{title} ({})", move_words(pack.career_move(by)));
    }
    page.hanging(lead, title, Tone::Plain);
    for study in &step.study {
        detail(page, "study", study_words(pack, step.enter, study));
    }
    for fact in &step.granted {
        detail(page, "gains", pack.training(*fact).title.clone());
    }
    for check in &step.checks {
        let check = pack.training(*check);
        detail(page, "check", format!("{}, done on appointment{}", check.title, not_yet(check)));
    }
}

/// `promotion, years our judgement`.
fn move_words(by: &Move) -> String {
    let exception = if by.usual == Usual::Exceptional { ", an exception" } else { "" };
    let judged = if by.years_basis == Basis::Sourced { "" } else { ", years our judgement" };
    format!("{}{exception}{judged}", by.kind)
}

/// What has to be said of training that cannot be had at present.
fn not_yet(training: &Training) -> String {
    match training.status {
        Running::Running => String::new(),
        Running::Unknown => ", not known whether it runs".to_owned(),
        status => format!(", {status}"),
    }
}

fn detail(page: &mut Page, label: &str, text: String) {
    let lead = Line::from("").padded(TIMES).and(Span::new(format!("{label:<8}"), Tone::Faint));
    page.hanging(lead, text, Tone::Plain);
}

/// `Stage 1: 20 weeks, 100 hours (assumed), from the start`.
fn study_words(pack: &Pack, enter: Weeks, study: &Study) -> String {
    let training = pack.training(study.training);
    let title = &training.title;
    let weeks = words::count(u64::from(study.weeks.value().0), "week");
    let hours = words::count_hours(study.hours.value());
    let figures = match (study.weeks, study.hours) {
        (Known::Given(_), Known::Given(_)) => format!("{weeks}, {hours}"),
        (Known::Assumed(_), Known::Assumed(_)) => format!("{weeks}, {hours} (both assumed)"),
        (Known::Given(_), Known::Assumed(_)) => format!("{weeks}, {hours} (assumed)"),
        (Known::Assumed(_), Known::Given(_)) => format!("{weeks} (assumed), {hours}"),
    };
    let cost = match study.cost {
        None => "cost not known".to_owned(),
        Some(Decimal::ZERO) => "free".to_owned(),
        Some(pounds) => Pounds(pounds).to_string(),
    };
    let starts = if study.start == enter { String::new() } else { format!(", starts after {}", study.start) };
    format!("{title}: {figures}, {cost}{}{starts}", not_yet(training))
}

/// `now`, `after 2y`.
fn when(weeks: Weeks) -> String {
    if weeks == Weeks::ZERO { weeks.to_string() } else { format!("after {weeks}") }
}
