//! The forms of the profile: what stands in each at first, and what is made of it.

use jiff::civil::Date;

use super::form::{About, Entry, Fault, Form, Slot};
use crate::app::plans::day;
use crate::app::story;
use crate::domain::Pack;
use crate::domain::id::{RoleId, TrainingId};
use crate::domain::profile::record::Time;
use crate::domain::profile::{Before, Held, Profile, Since, Waiver, WaiverKind};
use crate::domain::quantity::Decimal;

/// The longest label, name or note, in characters.
const LONGEST: usize = 120;
/// More hours of study a week than anybody has.
const MOST_HOURS: u32 = 40;
/// More years than anybody has held one role.
const MOST_YEARS: u32 = 60;
/// No career has more moves.
const MOST_MOVES: u32 = 99;
/// No pay is higher, in pounds a year.
const MOST_PAY: u32 = 10_000_000;

const DAY: &str = "A day, as 22 Nov 2026 or 2026-11-22";
const DAY_OR_NOTHING: &str = "A day, as 22 Nov 2026; empty where it does not matter";
const KINDS: &[&str] = &["waiver: it need not be met", "equivalence: something else was taken"];
const FORMER: &[&str] = &["keep it among the roles held before", "I never held it"];

/// The form about something, as the profile has it now.
#[must_use]
pub(super) fn form(profile: &Profile, about: About, today: Date) -> Form {
    let optional = |date: Option<Date>| date.map_or_else(String::new, story::day);
    let entries = match about {
        About::Label => {
            vec![Entry::typed("Label", profile.title.clone(), "What you are called here; no name is needed")]
        }
        About::Role(role) => role_entries(profile, role),
        About::Hours => {
            let hours = profile.hours_per_week.map_or_else(String::new, |hours| hours.to_string());
            vec![Entry::typed("Hours a week", hours, "A number above 0, at most 40; empty: as the pack assumes")]
        }
        About::PayFloor => {
            let pay = profile.wishes.pay_at_least.map_or_else(String::new, |pay| pay.to_string());
            vec![Entry::typed(
                "Pounds a year",
                pay,
                "No role on the way that is known to pay less; empty: no such wish",
            )]
        }
        About::MostMoves => {
            let most = profile.wishes.most_moves.map_or_else(String::new, |most| most.to_string());
            vec![Entry::typed("Moves", most, "No more moves than this; empty: no such wish")]
        }
        About::Before(slot, _) => before_entries(of(slot, &profile.before)),
        About::Held(slot, _) => {
            let held = of(slot, &profile.held);
            held_entries(optional(held.and_then(|held| held.on)), optional(held.and_then(|held| held.until)))
        }
        About::Have(_) => held_entries(String::new(), String::new()),
        About::Waiver(slot, _) => waiver_entries(of(slot, &profile.waivers), today),
    };
    Form::new(about, entries)
}

const fn of<T>(slot: Slot, among: &[T]) -> Option<&T> {
    match slot {
        Slot::At(at) if at < among.len() => Some(&among[at]),
        _ => None,
    }
}

fn role_entries(profile: &Profile, role: RoleId) -> Vec<Entry> {
    let since = match profile.since {
        _ if profile.role != role => String::new(),
        Since::Day(day) => story::day(day),
        Since::Years(years) => years.to_string(),
    };
    let mut entries =
        vec![Entry::typed("Since", since, "The day it began, as 3 Mar 2025; or for how many years, as 1.5")];
    if profile.role != role {
        entries.push(Entry::chosen("The role so far", FORMER, 0, "← → chooses"));
    }
    entries
}

fn before_entries(before: Option<&Before>) -> Vec<Entry> {
    let (from, to, years) = match before.map(|before| before.time) {
        Some(Time::Days { from, to }) => (story::day(from), story::day(to), String::new()),
        Some(Time::Years(years)) => (String::new(), String::new(), years.to_string()),
        None => Default::default(),
    };
    vec![
        Entry::typed("From", from, DAY),
        Entry::typed("To", to, DAY),
        Entry::typed("or for years", years, "In the place of both days: for how many years, as 2.5"),
    ]
}

fn held_entries(on: String, until: String) -> Vec<Entry> {
    vec![Entry::typed("Since", on, DAY_OR_NOTHING), Entry::typed("Until", until, DAY_OR_NOTHING)]
}

fn waiver_entries(waiver: Option<&Waiver>, today: Date) -> Vec<Entry> {
    let kind = waiver.map_or(0, |waiver| usize::from(waiver.kind == WaiverKind::Equivalence));
    let text = |of: fn(&Waiver) -> &str| waiver.map_or_else(String::new, |waiver| of(waiver).to_owned());
    vec![
        Entry::chosen("Kind", KINDS, kind, "← → chooses"),
        Entry::typed("Granted by", text(|waiver| &waiver.by), "Who granted it: a board, a panel, an employer"),
        Entry::typed("On", story::day(waiver.map_or(today, |waiver| waiver.on)), DAY),
        Entry::typed("Note", text(|waiver| &waiver.note), "What was taken in its place, or why; may be empty"),
    ]
}

/// Puts what was typed into the profile.
///
/// # Errors
/// What is wrong, field by field; the profile is as it was then.
pub(super) fn take(form: &Form, pack: &Pack, profile: &mut Profile, today: Date) -> Result<(), Vec<Fault>> {
    match form.about {
        About::Label => profile.title = needed(form, 0, "A label is needed; your role will do")?,
        About::Role(role) => {
            let since = since(form.text(0), today).map_err(|words| vec![(0, words)])?;
            take_role(profile, pack, role, since, form.choice(1) == 0);
        }
        About::Hours => profile.hours_per_week = hours(form.text(0)).map_err(|words| vec![(0, words)])?,
        About::PayFloor => profile.wishes.pay_at_least = whole(form.text(0), MOST_PAY)?,
        About::MostMoves => profile.wishes.most_moves = whole(form.text(0), MOST_MOVES)?,
        About::Before(slot, role) => put(&mut profile.before, slot, before(form, role, today)?),
        About::Held(slot, training) => put(&mut profile.held, slot, held(form, training)?),
        About::Have(training) => {
            let held = held(form, training)?;
            if (held.on, held.until) != (None, None) {
                profile.have.remove(&training);
                profile.held.push(held);
            }
        }
        About::Waiver(slot, fact) => put(&mut profile.waivers, slot, waiver(form, fact)?),
    }
    Ok(())
}

fn put<T>(among: &mut Vec<T>, slot: Slot, new: T) {
    match slot {
        Slot::At(at) if at < among.len() => among[at] = new,
        _ => among.push(new),
    }
}

fn needed(form: &Form, at: usize, otherwise: &str) -> Result<String, Vec<Fault>> {
    let text: String = form.text(at).chars().take(LONGEST).collect();
    if text.is_empty() { Err(vec![(at, otherwise.to_owned())]) } else { Ok(text) }
}

fn since(text: &str, today: Date) -> Result<Since, String> {
    let years = Decimal::parse(text).filter(|years| !years.is_negative() && *years <= Decimal::whole(MOST_YEARS));
    if let Some(years) = years {
        return Ok(Since::years_before(today, years));
    }
    match day::parse_or_month(text) {
        Some(day) if day > today => Err("That day is still to come".to_owned()),
        Some(day) => Ok(Since::Day(day)),
        None => Err("Type when it began, as Mar 2025 or 3 Mar 2025, or years from 0 to 60, as 1.5".to_owned()),
    }
}

/// Another role; the one so far is kept among those held before where it was one.
fn take_role(profile: &mut Profile, pack: &Pack, role: RoleId, since: Since, keep_former: bool) {
    if profile.role == role {
        profile.since = since;
        return;
    }
    let former = match (profile.since, since) {
        (Since::Day(from), Since::Day(to)) if from < to => Some(Time::Days { from, to }),
        (Since::Years(years), _) if years > Decimal::ZERO => Some(Time::Years(years)),
        _ => None,
    };
    let before = former.filter(|_| keep_former).map(|time| Before { role: profile.role, time });
    *profile = profile.in_role(pack, role, since);
    profile.before.extend(before);
}

fn hours(text: &str) -> Result<Option<Decimal>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let hours = Decimal::parse(text).filter(|hours| *hours > Decimal::ZERO && *hours <= Decimal::whole(MOST_HOURS));
    hours.map(Some).ok_or_else(|| format!("A number above 0, at most {MOST_HOURS}; for instance 2.5"))
}

/// A whole number, with or without a pound sign and commas; nothing where nothing is typed.
fn whole(text: &str, most: u32) -> Result<Option<u32>, Vec<Fault>> {
    let digits: String = text.chars().filter(|c| !matches!(c, '£' | ',' | ' ')).collect();
    if digits.is_empty() {
        return Ok(None);
    }
    let number = digits.parse::<u32>().ok().filter(|number| *number <= most);
    number.map(Some).ok_or_else(|| vec![(0, format!("A whole number, at most {most}"))])
}

/// The day in a field; nothing where it is empty.
fn day_in(form: &Form, at: usize) -> Result<Option<Date>, Fault> {
    match form.text(at) {
        "" => Ok(None),
        text => day::parse(text).map(Some).ok_or_else(|| (at, "That is no day; type it as 22 Nov 2026".to_owned())),
    }
}

/// Two days, with the faults of both.
fn days_in(form: &Form, first: usize, second: usize) -> Result<(Option<Date>, Option<Date>), Vec<Fault>> {
    match (day_in(form, first), day_in(form, second)) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (one, other) => Err(one.err().into_iter().chain(other.err()).collect()),
    }
}

fn before(form: &Form, role: RoleId, today: Date) -> Result<Before, Vec<Fault>> {
    let fault = |at: usize, words: &str| Err(vec![(at, words.to_owned())]);
    let years = form.text(2);
    let time = match (days_in(form, 0, 1)?, years) {
        ((None, None), "") => return fault(0, "Type from and to, or for how many years"),
        ((None, None), years) => {
            let most = Decimal::whole(MOST_YEARS);
            let parsed = Decimal::parse(years).filter(|years| *years > Decimal::ZERO && *years <= most);
            match parsed {
                Some(years) => Time::Years(years),
                None => return fault(2, "A number of years above 0, at most 60; for instance 2.5"),
            }
        }
        (_, years) if !years.is_empty() => return fault(2, "Either the days or the years; empty one of them"),
        ((Some(_), None), _) => return fault(1, "Up to when?"),
        ((None, Some(_)), _) => return fault(0, "Since when?"),
        ((Some(from), Some(to)), _) if to < from => return fault(1, "That is before it began"),
        ((Some(_), Some(to)), _) if to > today => return fault(1, "That day is still to come"),
        ((Some(from), Some(to)), _) => Time::Days { from, to },
    };
    Ok(Before { role, time })
}

fn held(form: &Form, training: TrainingId) -> Result<Held, Vec<Fault>> {
    let (on, until) = days_in(form, 0, 1)?;
    if on.zip(until).is_some_and(|(on, until)| until < on) {
        return Err(vec![(1, "That is before it began".to_owned())]);
    }
    Ok(Held { training, on, until })
}

fn waiver(form: &Form, fact: TrainingId) -> Result<Waiver, Vec<Fault>> {
    let kind = if form.choice(0) == 0 { WaiverKind::Waiver } else { WaiverKind::Equivalence };
    let by = needed(form, 1, "Who granted it?");
    let on = match day_in(form, 2) {
        Ok(Some(on)) => Ok(on),
        Ok(None) => Err(vec![(2, "On which day was it granted?".to_owned())]),
        Err(fault) => Err(vec![fault]),
    };
    match (by, on) {
        (Ok(by), Ok(on)) => {
            let note = form.text(3).chars().take(LONGEST).collect();
            Ok(Waiver { fact, kind, by, on, note })
        }
        (by, on) => Err(by.err().into_iter().chain(on.err()).flatten().collect()),
    }
}
