//! What was held and done before: training with dates, earlier roles.

use std::fmt;

use jiff::civil::Date;

use super::since::weeks_between;
use crate::domain::Pack;
use crate::domain::dates::day;
use crate::domain::id::{RoleId, TrainingId};
use crate::domain::quantity::{Decimal, Weeks};

/// A registration, a licence or training that somebody holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// What is held.
    pub training: TrainingId,
    /// Since when, where they said.
    pub on: Option<Date>,
    /// Up to which day, where it runs out.
    pub until: Option<Date>,
}

impl Held {
    /// Whether it is held on a day.
    #[must_use]
    pub fn counts_on(&self, today: Date) -> bool {
        self.on.is_none_or(|on| on <= today) && self.until.is_none_or(|until| today <= until)
    }
}

/// A role held before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// The role.
    pub role: RoleId,
    /// For how long.
    pub time: Time,
}

/// How long a role was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Time {
    /// For so many years.
    Years(Decimal),
    /// From one day to another.
    Days {
        /// The first.
        from: Date,
        /// The last.
        to: Date,
    },
}

impl Time {
    /// In weeks, as the planner counts them.
    #[must_use]
    pub fn weeks(self) -> Weeks {
        match self {
            Self::Years(years) => Weeks::from_years(years),
            Self::Days { from, to } => weeks_between(from, to),
        }
    }
}

impl fmt::Display for Time {
    /// `for 4 years`, or `1 Sep 2015 to 1 Jan 2020`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Years(years) if *years == Decimal::whole(1) => f.write_str("for 1 year"),
            Self::Years(years) => write!(f, "for {years} years"),
            Self::Days { from, to } => write!(f, "{} to {}", day(*from), day(*to)),
        }
    }
}

impl Before {
    /// What the role gave in that time: each of its grants that had matured by the end.
    pub fn gave<'p>(&self, pack: &'p Pack) -> impl Iterator<Item = TrainingId> + use<'p> {
        let held = self.time.weeks();
        pack.grants_of(self.role).iter().filter(move |grant| grant.matures() <= held).map(|grant| grant.fact)
    }
}
