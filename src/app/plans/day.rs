//! Days as people type them.

use jiff::civil::Date;

/// The months, by the letters that tell them.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The day that is meant: `22 Nov 2026`, `22 November 2026`, `2026-11-22` or `22/11/2026`.
#[must_use]
pub fn parse(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split([' ', '-', '/', '.', ',']).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts[..] else { return None };
    let (day, month, year) = if first.len() == 4 { (third, second, first) } else { (first, second, third) };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, self::month(month)?, day.parse().ok()?).ok()
}

/// The day that is meant, or the first of the month that is: `Mar 2025`, `2025-03` or `03/2025`.
#[must_use]
pub fn parse_or_month(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split([' ', '-', '/', '.', ',']).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [first, second] if first.len() == 4 => parse(&format!("1 {second} {first}")),
        [first, second] => parse(&format!("1 {first} {second}")),
        _ => parse(text),
    }
}

fn month(text: &str) -> Option<i8> {
    let name = text.to_lowercase();
    let named = MONTHS.iter().position(|month| name.len() >= 3 && month.starts_with(&name));
    match named {
        Some(at) => i8::try_from(at + 1).ok(),
        None => text.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::{parse, parse_or_month};
    use jiff::civil::date;

    #[test]
    fn days_are_read_as_people_write_them() {
        let day = Some(date(2026, 11, 22));
        for text in ["22 Nov 2026", "22 november 2026", " 22  NOV 2026 ", "2026-11-22", "22/11/2026", "22.11.2026"] {
            assert_eq!(parse(text), day, "{text}");
        }
        for text in ["", "22 Nov", "22 Nov 26", "31 Feb 2026", "22 No 2026", "2026", "Nov 22 2026 x", "22-11--2026-1"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_is_its_first_day() {
        for text in ["Mar 2025", "march 2025", "2025-03", "03/2025", "1 Mar 2025", "2025-03-01"] {
            assert_eq!(parse_or_month(text), Some(date(2025, 3, 1)), "{text}");
        }
        for text in ["2025", "Mar", "13/2025", "Mar 25", "2025-Xy", "0 2025"] {
            assert_eq!(parse_or_month(text), None, "{text}");
        }
    }
}
