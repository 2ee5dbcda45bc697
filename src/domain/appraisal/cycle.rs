//! When the next appraisal is due: on a day of the year that a source names for a role, else a year after the last.
//!
//! An appraisal counts for its calendar year. Where a day of the year is named, the next one is due on that day of the
//! year after; where none is, a year after the last, on the last day of February when that was a leap day. Nobody is
//! told that a first appraisal is late: without one before, the named day comes next, or there is none. That is our way
//! of reckoning; the sources name the days only.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::domain::provenance::Provenance;
use crate::domain::requirement::Scope;
use crate::domain::role::{Entrance, Role};

/// A row of `appraisal_cycles.csv`: when those in a role are appraised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cycle {
    /// Whom it is for.
    pub scope: Scope,
    /// What has to be done.
    pub what: String,
    /// By when.
    pub due: Due,
    /// Where the row comes from.
    pub provenance: Provenance,
}

/// By when an appraisal has to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// A year after the last; no day is named.
    Yearly,
    /// By this day of every year.
    By(YearDay),
}

/// A day of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearDay {
    month: i8,
    day: i8,
}

impl YearDay {
    /// The day of the month, or nothing when no year has it.
    #[must_use]
    pub fn new(day: u32, month: u32) -> Option<Self> {
        let (day, month) = (i8::try_from(day).ok()?, i8::try_from(month).ok()?);
        // A leap year has every day that any year has.
        Date::new(2024, month, day).ok().map(|_| Self { month, day })
    }

    /// The day in a year; the last of February for a leap day in a year that has none.
    #[must_use]
    pub fn in_year(self, year: i16) -> Option<Date> {
        let first = Date::new(year, self.month, 1).ok()?;
        Date::new(year, self.month, self.day.min(first.days_in_month())).ok()
    }
}

/// When the next appraisal is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextDue<'p> {
    /// The day; nothing when there was none before and no day is named.
    pub on: Option<Date>,
    /// What says so.
    pub ground: Ground<'p>,
}

/// What a day rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground<'p> {
    /// A row of the pack, which has its own source.
    Cycle(&'p Cycle),
    /// The pack says nothing: one a year is assumed.
    Assumed,
}

impl NextDue<'_> {
    /// Whether its day has passed.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        self.on.is_some_and(|on| on < today)
    }
}

/// When somebody in a role is next due, given the day of their last appraisal. What is said of the role itself goes
/// before what is said of the board, of managers, of everybody; of two rows for the same people the earlier day counts.
#[must_use]
pub fn next_due(pack: &Pack, role: RoleId, last: Option<Date>, today: Date) -> NextDue<'_> {
    let cycles = &pack.tables().appraisal_cycles;
    let found = [Scope::Role(role), Scope::Board, Scope::Manager, Scope::Any].into_iter().find_map(|scope| {
        let rows = cycles.iter().filter(|cycle| cycle.scope == scope && is_for(scope, pack, pack.role(role)));
        let dated = rows.map(|cycle| NextDue { on: day(cycle.due, last, today), ground: Ground::Cycle(cycle) });
        // A day comes before none, and of the same day the row that is written first.
        dated.min_by_key(|next| next.on.unwrap_or(Date::MAX))
    });
    found.unwrap_or_else(|| NextDue { on: day(Due::Yearly, last, today), ground: Ground::Assumed })
}

fn is_for(scope: Scope, pack: &Pack, role: &Role) -> bool {
    match scope {
        Scope::Role(_) | Scope::Any => true,
        Scope::Manager => role.entrance == Entrance::Post,
        Scope::Board => role.level == pack.highest_level(),
    }
}

fn day(due: Due, last: Option<Date>, today: Date) -> Option<Date> {
    match (due, last) {
        (Due::Yearly, last) => last.map(|last| last.saturating_add(1.year())),
        (Due::By(day), Some(last)) => day.in_year(last.year().saturating_add(1)),
        (Due::By(day), None) => {
            let this_year = day.in_year(today.year()).filter(|this| *this >= today);
            this_year.or_else(|| day.in_year(today.year().saturating_add(1)))
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::{Due, YearDay, day};

    const TODAY: Date = date(2026, 11, 22);

    fn by(d: u32, m: u32) -> Due {
        Due::By(YearDay::new(d, m).expect("a day of the year"))
    }

    #[test]
    fn a_day_of_the_year_is_one_that_some_year_has() {
        assert!(YearDay::new(29, 2).is_some() && YearDay::new(31, 12).is_some());
        for (d, m) in [(30, 2), (31, 6), (0, 1), (1, 0), (1, 13), (300, 1)] {
            assert_eq!(YearDay::new(d, m), None, "{d} of month {m}");
        }
        let leap = YearDay::new(29, 2).expect("a day");
        assert_eq!((leap.in_year(2027), leap.in_year(2028)), (Some(date(2027, 2, 28)), Some(date(2028, 2, 29))));
    }

    #[test]
    fn a_named_day_comes_in_the_year_after_the_last() {
        for last in [date(2026, 5, 20), date(2026, 6, 30), date(2026, 7, 5), TODAY] {
            assert_eq!(day(by(30, 6), Some(last), TODAY), Some(date(2027, 6, 30)), "{last}");
        }
        assert_eq!(day(by(30, 6), Some(date(2024, 5, 1)), TODAY), Some(date(2025, 6, 30)), "long past, and told so");
    }

    #[test]
    fn a_first_one_is_due_on_the_named_day_that_comes_next() {
        assert_eq!(day(by(30, 9), None, TODAY), Some(date(2027, 9, 30)));
        assert_eq!(day(by(22, 11), None, TODAY), Some(TODAY));
        assert_eq!(day(by(31, 12), None, TODAY), Some(date(2026, 12, 31)));
        assert_eq!(day(Due::Yearly, None, TODAY), None);
    }

    #[test]
    fn a_year_after_a_leap_day_is_the_last_of_february() {
        assert_eq!(day(Due::Yearly, Some(date(2024, 2, 29)), TODAY), Some(date(2025, 2, 28)));
        assert_eq!(day(Due::Yearly, Some(TODAY), TODAY), Some(date(2027, 11, 22)));
        assert_eq!(day(Due::Yearly, Some(Date::MAX), TODAY), Some(Date::MAX));
        assert_eq!(day(by(30, 6), Some(Date::MAX), TODAY), None);
    }
}
