//! Since when a role is held.

use std::fmt;

use jiff::civil::Date;

use crate::domain::quantity::{Decimal, Weeks};

/// Since when somebody has held their role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Since {
    /// For so many years, whenever one looks: good for a ready-made person.
    Years(Decimal),
    /// Since a day, so that it grows by itself.
    Day(Date),
}

impl Since {
    /// Since the day that lies so many years before `today`, so that on `today` just as much has been served.
    #[must_use]
    pub fn years_before(today: Date, years: Decimal) -> Self {
        let served = Weeks::from_years(years).0;
        let (whole, rest) = (i64::from(served / Weeks::PER_YEAR), i64::from(served % Weeks::PER_YEAR));
        let weeks = jiff::Span::new().weeks(rest);
        // Nobody has served so long that a day of before the calendar is meant.
        let day = today.checked_sub(weeks).and_then(|day| day.checked_sub(jiff::Span::new().years(whole)));
        Self::Day(day.unwrap_or(today))
    }

    /// How long that is on a day, in whole weeks; none for a day that is still to come.
    #[must_use]
    pub fn served(self, today: Date) -> Weeks {
        match self {
            Self::Years(years) => Weeks::from_years(years),
            Self::Day(day) => weeks_between(day, today),
        }
    }
}

/// Whole weeks of service from one day to another, at 52 to the year as the planner counts: somebody who has been there
/// for two calendar years has served 104 weeks, not 104 and two days.
#[must_use]
pub fn weeks_between(from: Date, to: Date) -> Weeks {
    let Ok(span) = from.until((jiff::Unit::Year, to)) else { return Weeks::ZERO };
    let years = i64::from(span.get_years());
    let Ok(anniversary) = from.checked_add(jiff::Span::new().years(years)) else { return Weeks::ZERO };
    // A year has a day or two more than 52 weeks; the last days of each belong to its last week.
    let weeks = i64::from((to - anniversary).get_days() / 7).min(51);
    Weeks::clamped(years * i64::from(Weeks::PER_YEAR) + weeks)
}

impl fmt::Display for Since {
    /// `new`, `for 1.5 years` or `since 3 Mar 2025`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Years(Decimal::ZERO) => f.write_str("new"),
            Self::Years(years) if *years == Decimal::whole(1) => f.write_str("for 1 year"),
            Self::Years(years) => write!(f, "for {years} years"),
            Self::Day(day) => write!(f, "since {}", day.strftime("%-d %b %Y")),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Since, weeks_between};
    use crate::domain::quantity::{Decimal, Weeks};

    #[test]
    fn a_calendar_year_is_52_weeks_of_service() {
        let from = date(2023, 11, 22);
        for (to, weeks) in [
            (date(2023, 11, 22), 0),
            (date(2023, 11, 28), 0),
            (date(2023, 11, 29), 1),
            (date(2024, 11, 21), 51),
            (date(2024, 11, 22), 52),
            (date(2026, 11, 22), 156),
        ] {
            assert_eq!(weeks_between(from, to), Weeks(weeks), "{to}");
        }
    }

    #[test]
    fn a_leap_day_and_a_day_to_come_do_no_harm() {
        assert_eq!(weeks_between(date(2024, 2, 29), date(2025, 3, 1)), Weeks(52));
        assert_eq!(weeks_between(date(2027, 1, 1), date(2026, 11, 22)), Weeks::ZERO);
        assert_eq!(Since::Day(date(2027, 1, 1)).served(date(2026, 11, 22)), Weeks::ZERO);
    }

    #[test]
    fn a_day_reckoned_from_years_gives_the_same_service() {
        for today in [date(2026, 11, 22), date(2024, 2, 29), date(2025, 3, 1), date(2028, 1, 1)] {
            for weeks in 0..400 {
                let years = Decimal::from_millionths(weeks * 1_000_000 / i64::from(Weeks::PER_YEAR) + 1);
                let since = Since::years_before(today, years);
                assert_eq!(since.served(today), Weeks::from_years(years), "{years} before {today}: {since}");
            }
        }
    }

    #[test]
    fn years_stay_as_they_are() {
        let years = Since::Years(Decimal::parse("1.5").expect("a number"));
        assert_eq!(years.served(date(2026, 11, 22)), years.served(date(2036, 11, 22)));
        assert_eq!(years.to_string(), "for 1.5 years");
        assert_eq!(Since::Years(Decimal::whole(1)).to_string(), "for 1 year");
        assert_eq!(Since::Years(Decimal::ZERO).to_string(), "new");
        assert_eq!(Since::Day(date(2025, 3, 3)).to_string(), "since 3 Mar 2025");
    }
}
