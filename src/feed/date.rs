//! Dates in the ways feeds write them.

use jiff::civil::Date;

/// The day in a text: `2026-11-22` with or without a time behind it, `22/11/2026`, `22 November 2026`, `22-Nov-2026`.
#[must_use]
pub fn read(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Some(day) = text.get(..10).filter(|_| ends_day(text.as_bytes().get(10))) {
        let shape: Vec<&str> = day.split('-').collect();
        if let [year, month, day] = shape.as_slice() {
            return date(number(year, 4)?, number(month, 2)?, number(day, 2)?);
        }
    }
    let parts: Vec<&str> = text.split(['/', ' ', '-', '.', ',']).filter(|part| !part.is_empty()).take(4).collect();
    let [day, month, year, ..] = parts.as_slice() else { return None };
    let month = number(month, 2).or_else(|| number(month, 1)).or_else(|| named(month))?;
    date(number(year, 4)?, month, number(day, 2).or_else(|| number(day, 1))?)
}

fn ends_day(next: Option<&u8>) -> bool {
    next.is_none_or(|byte| matches!(byte, b'T' | b't' | b' ' | b'Z' | b'+'))
}

fn number(text: &str, digits: usize) -> Option<i16> {
    let sound = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if sound { text.parse().ok() } else { None }
}

fn named(month: &str) -> Option<i16> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let head = month.get(..3)?.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| *month == head)?;
    i16::try_from(at + 1).ok()
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn every_way_gives_the_day() {
        let ways = [
            "2026-03-06",
            "2026-03-06T15:57:11.165",
            "2026-03-06T00:00:00Z",
            " 2026-03-06 23:59",
            "06/03/2026",
            "6/3/2026 23:59",
            "6 March 2026",
            "06-Mar-2026 23:59",
        ];
        for way in ways {
            assert_eq!(read(way).map(|date| date.to_string()).as_deref(), Some("2026-03-06"), "{way}");
        }
    }

    #[test]
    fn anything_else_gives_none() {
        for text in
            ["", "soon", "2026-13-01", "2026-02-30", "31/02/2026", "1/2", "03/2026", "2026-03-06x", "é6 märz 2026"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
