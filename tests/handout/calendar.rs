//! The calendar, read back by another's reader and by eye.

use std::collections::BTreeSet;

use fingerpost::domain::planner;
use fingerpost::domain::ruleset::Ruleset;
use fingerpost::handout::{self, Format};
use ical::IcalParser;
use ical::parser::ical::component::IcalEvent;
use jiff::ToSpan as _;

use super::{ENGLAND, HOSTILE, ROUTE, TODAY, hostile, question, text};

fn events(ics: &str) -> Vec<IcalEvent> {
    let mut calendars: Vec<_> = IcalParser::new(ics.as_bytes()).map(|read| read.expect("a calendar")).collect();
    assert_eq!(calendars.len(), 1);
    calendars.remove(0).events
}

fn value(event: &IcalEvent, name: &str) -> String {
    let property = event.properties.iter().find(|property| property.name == name);
    property.and_then(|property| property.value.clone()).expect("every event has this property")
}

#[test]
fn moves_studies_and_checks_are_days_in_the_calendar() {
    let events = events(&text(&ROUTE, Format::Ics));
    let titles: Vec<String> = events.iter().map(|event| value(event, "SUMMARY")).collect();
    for start in ["Move to ", "Study begins: ", "Study ends: "] {
        assert!(titles.iter().any(|title| title.starts_with(start)), "{start} in {titles:?}");
    }
    for event in &events {
        assert_eq!(value(event, "DTSTAMP"), "20261122T000000Z");
        let (from, to) = (value(event, "DTSTART"), value(event, "DTEND"));
        assert!(from.len() == 8 && to.len() == 8 && from < to, "{from} to {to}");
    }
    let ids: BTreeSet<String> = events.iter().map(|event| value(event, "UID")).collect();
    assert_eq!(ids.len(), events.len(), "every event has an id of its own");
}

/// Who takes the route again on another day gets the same events on other days, not a second set.
#[test]
fn an_event_keeps_its_id_when_the_day_moves() {
    let question = question("ward-manager", "trust-chief-executive", Ruleset::Review);
    let answer = planner::routes(&ENGLAND, &question);
    let later = handout::route(&ENGLAND, &question, &answer, 1, TODAY + 3.weeks()).expect("a route");
    let ids = |ics: &str| events(ics).iter().map(|event| value(event, "UID")).collect::<BTreeSet<_>>();
    let (now, then) = (text(&ROUTE, Format::Ics), text(&later, Format::Ics));
    assert_eq!(ids(&now), ids(&then));
    assert_ne!(now, then);
}

#[test]
fn lines_are_as_the_standard_has_them() {
    for ics in HOSTILE.iter().map(|words| text(&hostile(words), Format::Ics)).chain([text(&ROUTE, Format::Ics)]) {
        assert!(ics.ends_with("END:VCALENDAR\r\n"));
        for line in ics.split("\r\n") {
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
            assert!(!line.contains(['\r', '\n']), "{line:?}");
        }
        let unfolded = ics.replace("\r\n ", "");
        for (begin, end) in [("BEGIN:VCALENDAR", "END:VCALENDAR"), ("BEGIN:VEVENT", "END:VEVENT")] {
            let count = |wanted: &str| unfolded.split("\r\n").filter(|line| *line == wanted).count();
            assert_eq!(count(begin), count(end));
        }
        events(&ics);
    }
    assert_eq!(events(&text(&hostile(HOSTILE[3]), Format::Ics)).len(), 1, "words cannot start an event");
}
