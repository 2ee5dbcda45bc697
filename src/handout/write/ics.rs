//! A calendar as iCalendar (RFC 5545): whole days, so no time zone is needed.

use std::fmt::Write as _;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::handout::calendar::{Calendar, Event};
use crate::handout::document::Document;

pub(in crate::handout) fn ics(calendar: &Calendar, document: &Document) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//fingerpost//handout//EN");
    line(&mut out, "CALSCALE:GREGORIAN");
    line(&mut out, "METHOD:PUBLISH");
    line(&mut out, &format!("X-WR-CALNAME:{}", escaped(&calendar.title)));
    let about = document.about.line();
    let assumed = document.assumed.join(". ");
    line(&mut out, &format!("X-WR-CALDESC:{}", escaped(&format!("{about}\nAssumed: {assumed}."))));
    for event in &calendar.events {
        write_event(&mut out, event, document.about.on, &about);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn write_event(out: &mut String, event: &Event, made: Date, about: &str) {
    let next = event.on.checked_add(1.day()).unwrap_or(event.on);
    let details = if event.details.is_empty() { about.to_owned() } else { format!("{}\n{about}", event.details) };
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{:016x}@fingerpost", fingerprint(&event.identity)));
    line(out, &format!("DTSTAMP:{}T000000Z", basic(made)));
    line(out, &format!("DTSTART;VALUE=DATE:{}", basic(event.on)));
    if next > event.on {
        line(out, &format!("DTEND;VALUE=DATE:{}", basic(next)));
    }
    line(out, &format!("SUMMARY:{}", escaped(&event.title)));
    line(out, &format!("DESCRIPTION:{}", escaped(&details)));
    line(out, "CATEGORIES:Career");
    // A day on which something falls due is no day on which one cannot be met.
    line(out, "TRANSP:TRANSPARENT");
    line(out, "END:VEVENT");
}

/// `20261122`.
fn basic(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// FNV-1a: the same on every machine and in every version, as the identity of an event has to be.
fn fingerprint(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// A value of type TEXT.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            '\r' => {}
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The most octets a line has, its end not counted.
const LONGEST: usize = 75;

/// Writes a content line, folded where it is too long, never inside a character.
fn line(out: &mut String, text: &str) {
    let mut octets = 0;
    for c in text.chars() {
        if octets + c.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(c);
        octets += c.len_utf8();
    }
    let _ = write!(out, "\r\n");
}

#[cfg(test)]
mod tests {
    use super::{escaped, fingerprint, line};

    #[test]
    fn a_long_line_is_folded_between_characters() {
        let mut out = String::new();
        let text = format!("SUMMARY:{}", "£é🎓".repeat(40));
        line(&mut out, &text);
        assert!(out.split("\r\n").all(|part| part.len() <= 75), "{out}");
        assert!(out.trim_end().split("\r\n").skip(1).all(|part| part.starts_with(' ')));
        assert_eq!(out.trim_end_matches("\r\n").replace("\r\n ", ""), text);
        let exact = "x".repeat(75);
        out.clear();
        line(&mut out, &exact);
        assert_eq!(out, format!("{exact}\r\n"));
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escaped("a, b; c\\d\ne\r\u{7}"), "a\\, b\\; c\\\\d\\ne ");
    }

    #[test]
    fn an_identity_never_changes() {
        assert_eq!(fingerprint(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fingerprint("a"), 0xaf63_dc4c_8601_ec8c);
    }
}
