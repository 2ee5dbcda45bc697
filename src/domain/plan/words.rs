//! Slips and differences in words.

use jiff::civil::Date;

use super::{Asked, Difference, Plan, Slot, schedule};
use crate::domain::Pack;
use crate::domain::dates::day;

/// From so many days on a slip is told in weeks.
const IN_WEEKS: u32 = 14;

/// `3 weeks later`, `2 days earlier`; nothing for no slip.
#[must_use]
pub fn slip(days: i32) -> Option<String> {
    let word = if days > 0 { "later" } else { "earlier" };
    let count = days.unsigned_abs();
    match count {
        0 => None,
        1 => Some(format!("1 day {word}")),
        2..IN_WEEKS => Some(format!("{count} days {word}")),
        _ => Some(format!("{} weeks {word}", (count + 3) / 7)),
    }
}

/// `planned 3 Jan 2028, now 1 Feb 2028: 4 weeks later`; nothing where it is as planned.
#[must_use]
pub fn slipped(slot: &Slot) -> Option<String> {
    let slip = slip(slot.slip())?;
    Some(format!("planned {}, now {}: {slip}", day(slot.planned), day(slot.to)))
}

/// How an item stands: `overdue, 3 weeks later than planned`.
#[must_use]
pub fn stands(slot: &Slot) -> String {
    let slip = slip(slot.slip()).map_or(String::new(), |slip| format!(", {slip} than planned"));
    format!("{}{slip}", slot.state)
}

/// What a change of the plan moved, told of the role wanted: `Chief nurse now 3 weeks later: 1 Mar 2032`.
#[must_use]
pub fn moved(before: &Plan, after: &Plan, today: Date) -> String {
    let arrival = |plan: &Plan| schedule(plan, today).arrival();
    let (Some(was), Some(is), Some(target)) = (arrival(before), arrival(after), after.target()) else {
        return "Nothing else moves".to_owned();
    };
    let now = if was.to == is.to { "still" } else { "now" };
    match slip(is.slip()) {
        Some(slip) => format!("{} {now} {slip}: {}", target.title, day(is.to)),
        None => format!("{} {now} as planned: {}", target.title, day(is.to)),
    }
}

/// That a plan starts from another role than the one held: a sentence without its full stop.
#[must_use]
pub fn elsewhere(here: &str, held: &str) -> String {
    format!("This plan has come to {here}, and you are {held}")
}

/// A difference between a plan and the pack, as a sentence without its full stop.
#[must_use]
pub fn difference(pack: &Pack, difference: &Difference) -> String {
    match difference {
        Difference::RoleGone { title, .. } => format!("There is no role {title} any more"),
        Difference::MoveGone { from, to } => format!("No move leads from {from} to {to} any more"),
        Difference::LongerStay { role, planned, asked } => {
            format!("The way on from {role} asks for {asked} there; the plan stays {planned}")
        }
        Difference::TrainingGone { title, .. } => format!("There is no {title} any more"),
        Difference::TrainingShut { title, status } => format!("{title} cannot be started: {status}"),
        Difference::OtherHours { title, planned, now } => {
            format!("{title} takes {now} h now; the plan reckons with {planned} h")
        }
        Difference::NewlyAsked { role, asked } => format!("{role} now asks for {}", self::asked(pack, asked)),
        Difference::NoLongerAsked { role, asked } => {
            format!("{role} no longer asks for {}", self::asked(pack, asked))
        }
    }
}

/// What is asked for, with titles in the place of ids.
fn asked(pack: &Pack, asked: &Asked) -> String {
    let mut words = String::new();
    let mut id = String::new();
    let is_of_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    for c in asked.0.chars().chain(std::iter::once(' ')) {
        if is_of_id(c) {
            id.push(c);
            continue;
        }
        match pack.find_training(&id) {
            Some(training) => words.push_str(&pack.training(training).title),
            None => words.push_str(&id),
        }
        id.clear();
        words.push(c);
    }
    words.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::slip;

    #[test]
    fn slips_are_told_in_days_and_then_in_weeks() {
        let told = [(0, None), (1, Some("1 day later")), (-13, Some("13 days earlier")), (14, Some("2 weeks later"))];
        for (days, words) in told {
            assert_eq!(slip(days).as_deref(), words, "{days}");
        }
        assert_eq!(slip(31).as_deref(), Some("4 weeks later"));
        assert_eq!(slip(-25).as_deref(), Some("4 weeks earlier"));
    }
}
