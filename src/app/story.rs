//! A route told stint by stint, with dates: what the routes screen writes first, and what is copied.

use jiff::civil::Date;

use super::change::capital;
use super::pay::range;
use crate::domain::Pack;
use crate::domain::career_move::{Move, Usual};
use crate::domain::id::{RoleId, TrainingId};
use crate::domain::pay;
use crate::domain::planner::{Assumption, Route, Step, Study};
use crate::domain::provenance::Basis;
use crate::domain::quantity::{Pounds, Weeks};
use crate::domain::training::Status;
use crate::domain::words;

pub use crate::domain::dates::{after, day, month};

/// One stint in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stint {
    /// `Now`, or the month in which it begins.
    pub when: String,
    /// The role.
    pub role: RoleId,
    /// Its title and band.
    pub title: String,
    /// Its yearly pay, where the pack has it.
    pub pay: Option<String>,
    /// What is studied meanwhile.
    pub studies: Vec<StudyLine>,
    /// What is checked on appointment.
    pub checks: Vec<TrainingId>,
    /// What the role itself gives that is needed later.
    pub granted: Vec<TrainingId>,
    /// How it is left.
    pub leave: Option<Leaving>,
}

/// One study in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudyLine {
    /// What is studied.
    pub training: TrainingId,
    /// From when to when.
    pub when: String,
    /// How long and how many hours, each marked where it is assumed.
    pub effort: String,
    /// What it costs.
    pub cost: String,
    /// Whether it runs.
    pub status: Status,
}

/// A move in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaving {
    /// Its kind, what it rests on and the years it takes.
    pub words: String,
    /// Whether to count on it.
    pub usual: Usual,
}

/// The stints of a route, dated from `today`.
#[must_use]
pub fn story(pack: &Pack, route: &Route, today: Date) -> Vec<Stint> {
    route.steps.iter().map(|step| stint(pack, step, today)).collect()
}

fn stint(pack: &Pack, step: &Step, today: Date) -> Stint {
    let role = pack.role(step.role);
    let band = if role.pay.band.is_empty() { String::new() } else { format!(", {}", band(&role.pay.band)) };
    Stint {
        when: if step.enter == Weeks::ZERO { "Now".to_owned() } else { month(after(today, step.enter)) },
        role: step.role,
        title: format!("{}{band}", role.title),
        pay: pay::yearly(pack, step.role).map(|pay| range(&pay)),
        studies: step.study.iter().map(|study| study_line(pack, study, today)).collect(),
        checks: step.checks.clone(),
        granted: step.granted.clone(),
        leave: step.leave.map(|(week, by)| leaving(pack.career_move(by), step, week)),
    }
}

/// A band as it is spoken: `band 8a`, `VSM`.
#[must_use]
pub fn band(text: &str) -> String {
    if text.starts_with(|c: char| c.is_ascii_digit()) { format!("band {text}") } else { text.to_owned() }
}

fn study_line(pack: &Pack, study: &Study, today: Date) -> StudyLine {
    let (from, to) = (month(after(today, study.start)), month(after(today, study.end)));
    StudyLine {
        training: study.training,
        when: if from == to { from } else { format!("{from} to {to}") },
        effort: effort(study),
        cost: study.cost.map_or("cost not known".to_owned(), |cost| match cost.millionths() {
            0 => "free".to_owned(),
            _ => Pounds(cost).to_string(),
        }),
        status: pack.training(study.training).status,
    }
}

fn effort(study: &Study) -> String {
    let (weeks, hours) = (study.weeks.value(), study.hours.value());
    match (study.weeks.is_assumed(), study.hours.is_assumed()) {
        (false, false) => format!("{weeks}, {hours} h"),
        (true, false) => format!("{weeks} assumed, {hours} h"),
        (false, true) => format!("{weeks}, {hours} h assumed"),
        (true, true) => format!("{weeks}, {hours} h, both assumed"),
    }
}

/// `Promotion after 2y (asks for 2y, our judgement)`.
fn leaving(by: &Move, step: &Step, leave: Weeks) -> Leaving {
    let stay = Weeks(leave.0.saturating_sub(step.enter.0));
    let asks = match by.tenure() {
        Weeks::ZERO => "asks for no time".to_owned(),
        tenure if step.enter == Weeks::ZERO => format!("asks for {tenure} in all"),
        tenure => format!("asks for {tenure}"),
    };
    let evidence = match (by.evidence_type.as_str(), by.years_basis) {
        ("editorial" | "", Basis::Sourced) => String::new(),
        ("editorial" | "", _) => ", our judgement".to_owned(),
        (seen, Basis::Sourced) => format!(", seen in: {}", seen.replace('-', " ")),
        (seen, _) => format!(", our judgement; move seen in: {}", seen.replace('-', " ")),
    };
    let when = if stay == Weeks::ZERO { "at once".to_owned() } else { format!("after {stay}") };
    Leaving { words: format!("{} {when} ({asks}{evidence})", capital(&by.kind.to_string())), usual: by.usual }
}

/// `10y 6m · 5 moves · 608 h of study · £995`: what a route comes to.
#[must_use]
pub fn totals(route: &Route) -> String {
    let totals = &route.totals;
    format!("{} · {} · {} h of study · {}", totals.weeks, moves(totals.moves), totals.study_hours, cost(route))
}

/// `10y 6m · 5 moves · 608 h · £995`: what a route comes to, where there is little room.
#[must_use]
pub fn short_totals(route: &Route) -> String {
    let totals = &route.totals;
    format!("{} · {} · {} h · {}", totals.weeks, moves(totals.moves), totals.study_hours, cost(route))
}

/// A number of moves in words.
#[must_use]
pub fn moves(count: u32) -> String {
    if count == 1 { "1 move".to_owned() } else { format!("{count} moves") }
}

/// What a route costs, with what is not known.
#[must_use]
pub fn cost(route: &Route) -> String {
    let unknown = route.steps.iter().flat_map(|step| &step.study).filter(|study| study.cost.is_none()).count();
    match unknown {
        0 => Pounds(route.totals.cost).to_string(),
        _ if route.totals.cost.millionths() == 0 => "cost not known".to_owned(),
        count => format!("{} + {count} unknown", Pounds(route.totals.cost)),
    }
}

/// An assumption in words.
#[must_use]
pub fn assumption(pack: &Pack, assumed: &Assumption) -> String {
    let title = |id: &TrainingId| pack.training(*id).title.as_str();
    let ends = |by: &crate::domain::id::MoveId| {
        let by = pack.career_move(*by);
        format!("{} to {}", pack.role(by.from).title, pack.role(by.to).title)
    };
    match assumed {
        Assumption::HoursPerWeek(hours) => format!("{hours} hours of study a week"),
        Assumption::StudyWeeks(id, weeks) => format!("{} takes {weeks}", title(id)),
        Assumption::StudyHours(id, hours) => format!("{} takes {hours} hours", title(id)),
        Assumption::CostUnknown(id) => format!("what {} costs is not known and counts nothing", title(id)),
        Assumption::Waived(row) => {
            let requires = &pack.requirement(*row).requires;
            format!("nobody can meet this yet, so it is waived: {}", requires.to_text(&|id| title(&id).to_owned()))
        }
        Assumption::EditorialYears(by) => format!("the years from {} are our judgement", ends(by)),
        Assumption::ExceptionalMove(by) => format!("{} is a move that nobody should count on", ends(by)),
        Assumption::Supposed(supposed) => words::supposition(pack, supposed),
        Assumption::HeldByRole(id) => format!("you hold {}, as your role requires it", title(id)),
        Assumption::ByWaiver(id) => format!("{} counts as held by a waiver or an equivalence", title(id)),
        Assumption::StatusUnknown(id) => format!("{} runs; no source says", title(id)),
        Assumption::NotYetRunning(id) => format!("{} runs by then; it does not yet", title(id)),
    }
}

/// Which pay year the figures of a route are of, and how firm they are.
#[must_use]
pub fn pay_note(pack: &Pack, route: &Route) -> Option<String> {
    let newest = route.steps.iter().filter_map(|step| pay::yearly(pack, step.role)).max_by_key(|pay| pay.year)?;
    Some(format!("Pay: full time a year, {}", super::pay::basis(&newest)))
}

/// A route as plain text, line by line.
#[must_use]
pub fn plain(pack: &Pack, name: &str, route: &Route, today: Date) -> String {
    let mut lines = vec![format!("{name}: {}", totals(route))];
    for stint in story(pack, route, today) {
        let pay = stint.pay.map_or(String::new(), |pay| format!(", {pay}"));
        lines.push(format!("{}  {}{pay}", stint.when, stint.title));
        for study in stint.studies {
            let title = &pack.training(study.training).title;
            lines
                .push(format!("    study {title}: {}, {}, {}, {}", study.when, study.effort, study.cost, study.status));
        }
        lines.extend(stint.checks.iter().map(|id| format!("    on appointment: {}", pack.training(*id).title)));
        lines.extend(stint.leave.map(|leave| format!("    then: {}", leave.words)));
    }
    lines.extend(pay_note(pack, route));
    lines.extend(route.assumed.iter().map(|assumed| format!("Assumes: {}", assumption(pack, assumed))));
    lines.push("A route is not a promise: every post still has to be won.".to_owned());
    lines.join("\n")
}
