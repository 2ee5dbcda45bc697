//! Elapsed and planned time, as whoever presents reads it at a glance.

use jiff::civil::DateTime;

use crate::domain::quantity::Decimal;
use crate::domain::words::count;

/// Less than this ahead or behind is on time: nobody speaks to the second.
const ON_TIME: u64 = 45;

/// Whole seconds from one moment to another; none where a clock was set back.
#[must_use]
pub fn seconds_between(from: DateTime, to: DateTime) -> u64 {
    u64::try_from(from.duration_until(to).as_secs()).unwrap_or(0)
}

/// Minutes as whole seconds.
#[must_use]
pub fn seconds_of(minutes: Decimal) -> u64 {
    u64::try_from(minutes.scaled_half_up(60, 1)).unwrap_or(0)
}

/// `04:10`, or `1:04:10` from an hour on.
#[must_use]
pub fn clock(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours == 0 { format!("{minutes:02}:{seconds:02}") } else { format!("{hours}:{minutes:02}:{seconds:02}") }
}

/// `04:10 of 20:00`, or `04:10` where nothing is planned.
#[must_use]
pub fn clock_of(seconds: u64, planned: Option<u64>) -> String {
    planned.map_or_else(|| clock(seconds), |planned| format!("{} of {}", clock(seconds), clock(planned)))
}

/// Whether whoever presents keeps the plan: `on time`, `2 minutes behind`, `1 minute ahead`.
///
/// `before` is how long the steps before this one were to take, and `this` how long this one is to take. As long as one is
/// within this step's time, one is on time.
#[must_use]
pub fn pace(elapsed: u64, before: u64, this: u64) -> String {
    let (behind, ahead) = (elapsed.saturating_sub(before.saturating_add(this)), before.saturating_sub(elapsed));
    let minutes = |seconds: u64| count(((seconds + 30) / 60).max(1), "minute");
    match (behind, ahead) {
        (behind, _) if behind >= ON_TIME => format!("{} behind", minutes(behind)),
        (_, ahead) if ahead >= ON_TIME => format!("{} ahead", minutes(ahead)),
        _ => "on time".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{clock, clock_of, pace, seconds_between};

    #[test]
    fn time_is_written_as_on_a_watch() {
        assert_eq!([clock(0), clock(250), clock(3_850)], ["00:00", "04:10", "1:04:10"]);
        assert_eq!(clock_of(250, Some(1_200)), "04:10 of 20:00");
        assert_eq!(clock_of(250, None), "04:10");
    }

    #[test]
    fn a_clock_that_was_set_back_shows_nothing_rather_than_less() {
        let noon = date(2026, 11, 22).at(12, 0, 0, 0);
        let later = date(2026, 11, 23).at(12, 0, 1, 0);
        assert_eq!((seconds_between(noon, later), seconds_between(later, noon)), (86_401, 0));
    }

    #[test]
    fn one_is_behind_when_this_step_should_be_over_and_ahead_when_it_should_not_have_begun() {
        assert_eq!(pace(200, 120, 120), "on time");
        assert_eq!(pace(270, 120, 120), "on time", "half a minute over is nothing");
        assert_eq!(pace(360, 120, 120), "2 minutes behind");
        assert_eq!(pace(60, 120, 120), "1 minute ahead");
    }
}
