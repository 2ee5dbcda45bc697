//! An appraisal pack: what somebody takes along to their appraisal. Without ratings it is a form to fill in.
//!
//! | what | file |
//! |---|---|
//! | the handout | `mod` |
//! | to be read | `reading` |
//! | the Framework, rated | `rated` |
//! | along the years, in a calendar | `picture` |
//! | for a spreadsheet | `rows` |
//! | for programs | `record` |

mod picture;
mod rated;
mod reading;
mod record;
mod rows;

use jiff::civil::Date;

use crate::domain::Pack;
use crate::domain::appraisal::{Aim, Appraisal, Framework, NextDue, Standing, next_due, standing};
use crate::domain::appraisal::{Competency, Start};
use crate::domain::portfolio::Portfolio;
use crate::domain::role::Stage;
use crate::domain::ruleset::Ruleset;
use crate::domain::words;
use crate::handout::{Handout, Missing};

const NO_DAYS: Missing = Missing("no objective has a day and no appraisal is due on one, so there is no calendar");
const NOTHING_YET: Missing = Missing("there is no appraisal yet, so there is nothing to draw along the years");
const NO_ARROWS: Missing = Missing("an appraisal has no diagram; take a route or a plan for one");

/// An appraisal that is to be handed out.
#[derive(Clone, Copy)]
struct Telling<'a> {
    pack: &'a Pack,
    portfolio: &'a Portfolio,
    framework: &'a Framework,
    /// What was rated; an empty one where nothing was.
    appraisal: &'a Appraisal,
    sort: Sort,
    aim: Aim,
    due: NextDue<'a>,
    ruleset: Ruleset,
    on: Date,
}

/// What is handed out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// An appraisal with something in it.
    Filled,
    /// A form to be filled in by hand.
    Form,
}

/// An appraisal of somebody as a handout, as it stands on a day; without one, a form to fill in.
#[must_use]
pub fn appraisal(
    pack: &Pack,
    portfolio: &Portfolio,
    appraisal: Option<&Appraisal>,
    ruleset: Ruleset,
    on: Date,
) -> Handout {
    let framework = Framework::of(pack);
    let blank = Appraisal::begin(pack, &portfolio.profile, on, None, Start::Blank);
    let last = portfolio.last_appraisal().map(|last| last.on);
    let telling = Telling {
        pack,
        portfolio,
        framework: &framework,
        appraisal: appraisal.unwrap_or(&blank),
        sort: if appraisal.is_some_and(|one| !one.ratings.is_empty()) { Sort::Filled } else { Sort::Form },
        aim: Aim::of(pack, &portfolio.profile),
        due: next_due(pack, portfolio.profile.role, last, on),
        ruleset,
        on,
    };
    let calendar = picture::calendar(telling);
    Handout {
        stem: format!("fingerpost-appraisal-{}-{}", portfolio.profile.slug, telling.day()),
        document: reading::document(telling),
        sheet: rows::sheet(telling),
        timeline: if portfolio.appraisals.is_empty() { Err(NOTHING_YET) } else { Ok(picture::timeline(telling)) },
        calendar: if calendar.events.is_empty() { Err(NO_DAYS) } else { Ok(calendar) },
        diagram: Err(NO_ARROWS),
        record: record::record(telling),
    }
}

impl<'a> Telling<'a> {
    /// The day of what was rated; that of the handout for a form.
    fn day(self) -> Date {
        match self.sort {
            Sort::Filled => self.appraisal.on,
            Sort::Form => self.on,
        }
    }

    /// How a competency stands against the role wanted; nothing where there is none with a stage.
    fn standing(self, competency: &Competency) -> Option<Standing> {
        let wanted = self.aim.stage()?;
        let appraisal = (self.sort == Sort::Filled).then_some(self.appraisal);
        Some(standing(competency, appraisal, wanted))
    }

    /// The role that was held when it was rated, as it is called now.
    fn role(self) -> &'a str {
        let then = self.appraisal.role.as_ref();
        let known = then.and_then(|role| self.pack.find_role(role.as_str()));
        match (known, then) {
            (Some(role), _) => &self.pack.role(role).title,
            (None, Some(role)) => role.as_str(),
            (None, None) => &self.pack.role(self.portfolio.profile.role).title,
        }
    }

    /// The title and the stage of the role wanted.
    fn wanted(self) -> Option<(&'a str, Stage)> {
        match self.aim {
            Aim::Stage(role, stage) => Some((&self.pack.role(role).title, stage)),
            Aim::NoTarget | Aim::NoStage(_) => None,
        }
    }
}

/// How a competency stands, in a few words.
fn stands(standing: Standing) -> String {
    match standing {
        Standing::NotAsked => "nothing is said of this stage".to_owned(),
        Standing::NotRated => "not rated".to_owned(),
        Standing::Met => "met".to_owned(),
        Standing::NotYet { stages: 0 } => "not yet".to_owned(),
        Standing::NotYet { stages } => format!("not yet, {} up", words::count(u64::from(stages), "stage")),
    }
}

/// A note of several lines on one.
fn one_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" · ")
}
