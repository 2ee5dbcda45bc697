//! The plan: stints in order, each with what is studied and checked in it.

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};
use serde::{Deserialize, Serialize};

use crate::domain::Pack;
use crate::domain::id::{RequirementId, RoleId, Slug, TrainingId};
use crate::domain::planner::{Circumstances, Route, Step};
use crate::domain::quantity::{Decimal, Weeks};
use crate::domain::ruleset::Ruleset;
use crate::domain::training::Known;

/// A route that somebody means to go, with dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Its id among the person's plans.
    pub id: Slug,
    /// What the person calls it.
    pub title: String,
    /// The day on which it was made, from which its dates were reckoned.
    pub made: Date,
    /// The pack it was made with.
    pub pack: Slug,
    /// The edition of that pack.
    pub edition: String,
    /// The rules it reckons with.
    pub ruleset: Ruleset,
    /// The hours of study a week it reckons with.
    pub hours_per_week: Decimal,
    /// What the route took for granted, in words.
    #[serde(default)]
    pub assumed: Vec<String>,
    /// The roles in order: the one held when it was made first, the one wanted last.
    pub stints: Vec<Stint>,
}

/// The time in one role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stint {
    /// The role.
    pub role: Slug,
    /// Its title when the plan was made.
    pub title: String,
    /// When the plan, as made, enters it.
    pub planned: Date,
    /// When it was entered, once it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered: Option<Date>,
    /// The fewest weeks in it after entering (from the plan's first day for the first): for the years that the next move
    /// asks for and for what the role gives. Nothing is asked of the last.
    #[serde(default)]
    pub stay: Weeks,
    /// What entering it asks for under the plan's rules, as the pack said when the plan was made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asks: Vec<Asked>,
    /// What is studied in it, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub study: Vec<Study>,
    /// What is checked on being appointed to the next role.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
}

/// One thing that a role asks for: an expression over ids, as `why` prints it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Asked(pub String);

/// One item to be studied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Study {
    /// What is studied.
    pub training: Slug,
    /// Its title when the plan was made.
    pub title: String,
    /// How long it takes.
    pub weeks: Weeks,
    /// How many hours it takes.
    pub hours: Decimal,
    /// Whether length or hours were assumed for its kind.
    #[serde(default, skip_serializing_if = "Figures::are_given")]
    pub figures: Figures,
    /// The fewest weeks after entering the role before it can begin.
    #[serde(default)]
    pub not_before: Weeks,
    /// When the plan, as made, begins it.
    pub planned: Date,
    /// When it was finished, once it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Date>,
}

/// Whether the figures of a study were read or assumed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figures {
    /// The pack gives them.
    #[default]
    Given,
    /// The pack assumes at least one of them for the kind.
    Assumed,
}

impl Figures {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    fn are_given(&self) -> bool {
        *self == Self::Given
    }
}

/// One check on appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// What is checked.
    pub training: Slug,
    /// Its title when the plan was made.
    pub title: String,
    /// When it was done, once it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Date>,
}

/// The day so many weeks after another; the last day there is where that lies beyond the calendar.
#[must_use]
pub fn after(day: Date, weeks: Weeks) -> Date {
    let span: Span = i64::from(weeks.0).min(500_000).weeks();
    day.saturating_add(span)
}

impl Plan {
    /// A route as a plan from the day `made`. `assumed` says in words what the route takes for granted.
    #[must_use]
    pub fn of_route(
        pack: &Pack,
        route: &Route,
        circumstances: &Circumstances,
        (id, title): (Slug, String),
        assumed: Vec<String>,
        made: Date,
    ) -> Self {
        let tables = pack.tables();
        Self {
            id,
            title,
            made,
            pack: tables.about.slug.clone(),
            edition: tables.about.edition.clone(),
            ruleset: circumstances.ruleset,
            hours_per_week: circumstances.person.hours_per_week,
            assumed,
            stints: route.steps.iter().map(|step| stint(pack, step, circumstances, made)).collect(),
        }
    }

    /// The role wanted; nothing for a plan without any stint, which only a hand can write.
    #[must_use]
    pub fn target(&self) -> Option<&Stint> {
        self.stints.last()
    }

    /// Its moves.
    #[must_use]
    pub fn moves(&self) -> u32 {
        u32::try_from(self.stints.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// The hours of study in it, done or not.
    #[must_use]
    pub fn study_hours(&self) -> Decimal {
        self.stints.iter().flat_map(|stint| &stint.study).map(|study: &Study| study.hours).sum()
    }

    /// Whether it has come to another role than the one that is held: its next steps start from somewhere else then.
    #[must_use]
    pub fn starts_elsewhere(&self, pack: &Pack, held: RoleId) -> bool {
        self.here().is_some_and(|here| pack.find_role(here.role.as_str()) != Some(held))
    }

    /// The stint that the plan has come to: the last one that was entered, else the first.
    #[must_use]
    pub fn here(&self) -> Option<&Stint> {
        self.stints.iter().rfind(|stint| stint.entered.is_some()).or(self.stints.first())
    }
}

fn stint(pack: &Pack, step: &Step, circumstances: &Circumstances, made: Date) -> Stint {
    let role = pack.role(step.role);
    let first = step.enter == Weeks::ZERO;
    let served = if first { circumstances.person.served } else { Weeks::ZERO };
    Stint {
        role: role.slug.clone(),
        title: role.title.clone(),
        planned: after(made, step.enter),
        entered: first.then_some(made),
        stay: stay(pack, step, served),
        asks: if first { Vec::new() } else { asks(pack, step.role, circumstances.ruleset) },
        study: studies(pack, step, made),
        checks: step.checks.iter().map(|check| checked(pack, *check)).collect(),
    }
}

/// The years of the move and what the role has to give by then, less what is served already.
fn stay(pack: &Pack, step: &Step, served: Weeks) -> Weeks {
    let Some((_, by)) = step.leave else { return Weeks::ZERO };
    let given = pack.grants_of(step.role).iter().filter(|grant| step.granted.contains(&grant.fact));
    let longest = given.map(crate::domain::requirement::Grant::matures).fold(pack.career_move(by).tenure(), Ord::max);
    Weeks(longest.0.saturating_sub(served.0))
}

fn studies(pack: &Pack, step: &Step, made: Date) -> Vec<Study> {
    let mut free = step.enter;
    let study = |study: &crate::domain::planner::Study| {
        // A study that begins later than the one before it ends waits for something that the role gives.
        let waits = study.start > free;
        free = study.end;
        let item = pack.training(study.training);
        let assumed = study.hours.is_assumed() || matches!(study.weeks, Known::Assumed(_));
        Study {
            training: item.slug.clone(),
            title: item.title.clone(),
            weeks: Weeks(study.end.0.saturating_sub(study.start.0)),
            hours: study.hours.value(),
            figures: if assumed { Figures::Assumed } else { Figures::Given },
            not_before: if waits { Weeks(study.start.0 - step.enter.0) } else { Weeks::ZERO },
            planned: after(made, study.start),
            done: None,
        }
    };
    step.study.iter().map(study).collect()
}

fn checked(pack: &Pack, check: TrainingId) -> Check {
    let item = pack.training(check);
    Check { training: item.slug.clone(), title: item.title.clone(), done: None }
}

/// What entering a role asks for under a ruleset, sorted.
pub(super) fn asks(pack: &Pack, role: RoleId, ruleset: Ruleset) -> Vec<Asked> {
    let name = |fact: TrainingId| pack.training(fact).slug.to_string();
    let in_force = |row: &&RequirementId| ruleset.counts(pack.requirement(**row).force);
    let rows = pack.requirements_of(role).iter().filter(in_force);
    let mut asks: Vec<Asked> = rows.map(|row| Asked(pack.requirement(*row).requires.to_text(&name))).collect();
    asks.sort_unstable();
    asks.dedup();
    asks
}
