//! Days in words, and days so many weeks away.

use jiff::ToSpan;
use jiff::civil::Date;

use super::quantity::Weeks;

/// The day so many weeks after another; the last day the calendar has where that is beyond it.
#[must_use]
pub fn after(day: Date, weeks: Weeks) -> Date {
    day.checked_add(i64::from(weeks.0).weeks()).unwrap_or(Date::MAX)
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `Nov 2027`.
#[must_use]
pub fn month(date: Date) -> String {
    let name = usize::try_from(date.month() - 1).ok().and_then(|at| MONTHS.get(at)).unwrap_or(&"");
    format!("{name} {}", date.year())
}

/// `22 Nov 2026`.
#[must_use]
pub fn day(date: Date) -> String {
    format!("{} {}", date.day(), month(date))
}
