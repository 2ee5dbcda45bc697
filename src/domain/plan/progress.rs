//! Ticking off: what of a plan is done, and when it was.

use std::fmt;

use jiff::civil::Date;

use super::model::{Plan, Stint};
use super::schedule::schedule;
use crate::domain::id::Slug;

/// One thing in a plan that can be done: by its stint and, within it, its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// Being appointed to the role of a stint.
    Role(usize),
    /// A study of a stint.
    Study(usize, usize),
    /// A check of a stint.
    Check(usize, usize),
}

/// Why something cannot be ticked off so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The plan has no such item.
    NoSuchItem,
    /// The day is still to come.
    StillToCome {
        /// The day that was said.
        said: Date,
    },
    /// It cannot have been done before the role it is done in was entered.
    BeforeTheRole {
        /// When that was, or is to be.
        entered: Date,
    },
    /// The role before it has not been entered yet.
    NotThereYet,
    /// Where the plan begins is no step of it.
    TheBeginning,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchItem => f.write_str("the plan has no such step"),
            Self::StillToCome { said } => write!(f, "{} is still to come; tick it off when it is done", words(*said)),
            Self::BeforeTheRole { entered } => {
                write!(f, "that is before {}, when the role it belongs to begins", words(*entered))
            }
            Self::NotThereYet => f.write_str("tick off the role before it first"),
            Self::TheBeginning => f.write_str("this is where the plan begins; there is nothing to tick off"),
        }
    }
}

fn words(day: Date) -> String {
    day.strftime("%-d %b %Y").to_string()
}

impl Plan {
    /// Ticks an item off as done on a day, or with no day makes it open again.
    ///
    /// # Errors
    /// When that cannot be; the plan is as it was then.
    pub fn tick(&mut self, item: Item, on: Option<Date>, today: Date) -> Result<(), Refusal> {
        if let Some(on) = on {
            self.can_be_done(item, on, today)?;
        }
        let place = match item {
            Item::Role(0) => return Err(Refusal::TheBeginning),
            Item::Role(stint) => self.stints.get_mut(stint).map(|stint| &mut stint.entered),
            Item::Study(stint, at) => {
                self.stints.get_mut(stint).and_then(|stint| stint.study.get_mut(at)).map(|study| &mut study.done)
            }
            Item::Check(stint, at) => {
                self.stints.get_mut(stint).and_then(|stint| stint.checks.get_mut(at)).map(|check| &mut check.done)
            }
        };
        *place.ok_or(Refusal::NoSuchItem)? = on;
        Ok(())
    }

    /// Its steps in order, as people number them from 1: everything that can be ticked off.
    #[must_use]
    pub fn steps(&self) -> Vec<Item> {
        let of_stint = |(at, stint): (usize, &Stint)| {
            let studies = (0..stint.study.len()).map(move |study| Item::Study(at, study));
            let checks = (0..stint.checks.len()).map(move |check| Item::Check(at, check));
            // Where the plan begins is no step of it.
            (at > 0).then_some(Item::Role(at)).into_iter().chain(studies).chain(checks)
        };
        self.stints.iter().enumerate().flat_map(of_stint).collect()
    }

    /// When an item was done; nothing while it is open.
    #[must_use]
    pub fn done(&self, item: Item) -> Option<Date> {
        match item {
            Item::Role(at) => self.stints.get(at)?.entered,
            Item::Study(at, study) => self.stints.get(at)?.study.get(study)?.done,
            Item::Check(at, check) => self.stints.get(at)?.checks.get(check)?.done,
        }
    }

    /// What is studied or checked in an item, by id and title; nothing for an appointment.
    #[must_use]
    pub fn training(&self, item: Item) -> Option<(&Slug, &str)> {
        match item {
            Item::Role(_) => None,
            Item::Study(at, study) => {
                self.stints.get(at)?.study.get(study).map(|study| (&study.training, study.title.as_str()))
            }
            Item::Check(at, check) => {
                self.stints.get(at)?.checks.get(check).map(|check| (&check.training, check.title.as_str()))
            }
        }
    }

    /// Whether a study or check of this training was done on this day.
    #[must_use]
    pub fn was_done_on(&self, training: &Slug, on: Date) -> bool {
        let studies = self.stints.iter().flat_map(|stint| &stint.study).map(|study| (&study.training, study.done));
        let checks = self.stints.iter().flat_map(|stint| &stint.checks).map(|check| (&check.training, check.done));
        studies.chain(checks).any(|(of, done)| of == training && done == Some(on))
    }

    fn can_be_done(&self, item: Item, on: Date, today: Date) -> Result<(), Refusal> {
        if on > today {
            return Err(Refusal::StillToCome { said: on });
        }
        let host = match item {
            Item::Role(0) => return Err(Refusal::TheBeginning),
            Item::Role(stint) => stint - 1,
            Item::Study(stint, _) | Item::Check(stint, _) => stint,
        };
        let host_entered = self.stints.get(host).ok_or(Refusal::NoSuchItem)?.entered;
        match (item, host_entered) {
            // Somebody may well study before the role it was planned for; nobody is appointed twice at once.
            (Item::Role(_), None) => Err(Refusal::NotThereYet),
            (Item::Role(_), Some(entered)) if on < entered => Err(Refusal::BeforeTheRole { entered }),
            _ => Ok(()),
        }
    }

    /// By how many days ticking `item` off on a day moves the arrival; negative when it comes earlier.
    #[must_use]
    pub fn slip_by(&self, item: Item, on: Date, today: Date) -> Option<i32> {
        let mut ticked = self.clone();
        ticked.tick(item, Some(on), today).ok()?;
        let arrival = |plan: &Self| schedule(plan, today).arrival().map(|slot| slot.to);
        Some((arrival(&ticked)? - arrival(self)?).get_days())
    }
}
