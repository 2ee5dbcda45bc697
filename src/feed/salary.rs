//! Pay in the words of an advert. Numbers come out only where the words give pounds a year; what is paid by the hour, is
//! open to agreement or is an extra on top of a grade stays words.

/// Whole pounds a year, as far as the words give them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Yearly {
    /// The least.
    pub min: Option<u32>,
    /// The most.
    pub max: Option<u32>,
}

/// Less is no pay for a year, more is a slip of the pen.
const PLAUSIBLE: std::ops::RangeInclusive<u64> = 1_000..=1_000_000;
/// A sum without a unit is one for a year from here on.
const SURELY_YEARLY: u64 = 5_000;
/// What a widespread job board prints for every very senior post, whatever it pays.
const GENERIC_BRACKET: (u64, u64) = (100_000, 200_000);
/// Adverts are short; what comes after is not about pay.
const LOOKED_AT: usize = 400;

#[derive(Debug, Clone, Copy)]
struct Amount {
    pence: u64,
    start: usize,
    end: usize,
}

/// Reads the words.
#[must_use]
pub fn read(text: &str) -> Yearly {
    // Only sums and plain words are looked for.
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Yearly::default();
    }
    let head = text.char_indices().nth(LOOKED_AT).map_or(text, |(end, _)| &text[..end]);
    let lower = head.to_ascii_lowercase();
    // A board's own bracket may stand before the employer's range.
    let text = lower.split_once("salary range").map(|(_, range)| range).filter(|range| range.contains('£'));
    yearly(text.unwrap_or(&lower)).unwrap_or_default()
}

/// The range of two sums for a year, when they are one: least and most in order, both plausible.
#[must_use]
pub fn range(min: Option<u64>, max: Option<u64>) -> Option<Yearly> {
    let sound = |sum: Option<u64>| sum.is_none_or(|sum| PLAUSIBLE.contains(&sum));
    let ordered = min.zip(max).is_none_or(|(min, max)| min <= max);
    let whole = |sum: Option<u64>| sum.and_then(|sum| u32::try_from(sum).ok());
    (sound(min) && sound(max) && ordered).then(|| Yearly { min: whole(min), max: whole(max) })
}

fn yearly(text: &str) -> Option<Yearly> {
    let amounts = amounts(text);
    let at = amounts.iter().position(|amount| !is_extra(text, amount))?;
    let first = amounts[at];
    let second = amounts.get(at + 1).filter(|second| joined(&text[first.end..second.start])).copied();
    let last = second.unwrap_or(first);
    let after = &text[last.end..amounts.get(at + 1 + usize::from(second.is_some())).map_or(text.len(), |a| a.start)];
    let unit = unit(after).or_else(|| unit(&text[first.end..last.start.max(first.end)])).or_else(|| {
        unit(&text[..first.start]).filter(|unit| *unit == Unit::Other) // "hourly rate: £12"
    });
    let (mut min, max) = (pounds(first.pence), pounds(last.pence));
    if second.is_some() && min < 1_000 && max >= 10_000 {
        min *= 1_000; // "£100-£133,998"
    }
    match unit {
        Some(Unit::Other) => return None,
        None if max < SURELY_YEARLY => return None,
        _ => {}
    }
    if (min, max) == GENERIC_BRACKET {
        return None;
    }
    let before = text[..first.start].trim_end();
    let opens = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    match second {
        None if opens(&["up to", "maximum", "maximum of"]) => range(None, Some(max)),
        None if opens(&["from", "starting at", "minimum", "minimum of"]) => range(Some(min), None),
        None if text[last.end..].starts_with('+') => range(Some(min), None),
        _ => range(Some(min), Some(max)),
    }
}

/// Half up.
const fn pounds(pence: u64) -> u64 {
    pence.saturating_add(50) / 100
}

/// Every sum that is marked as pounds, and a bare number that ends a range.
fn amounts(text: &str) -> Vec<Amount> {
    let mut found: Vec<Amount> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let marked = if c == '£' { Some(at + c.len_utf8()) } else { text[at..].starts_with("gbp").then_some(at + 3) };
        let ends_range = || {
            found.last().is_some_and(|last: &Amount| last.end <= at && joined(&text[last.end..at]))
                && !is_inside_word(text, at)
        };
        let digits = match marked {
            Some(digits) => Some(digits + text[digits..].len() - text[digits..].trim_start().len()),
            None if c.is_ascii_digit() && ends_range() => Some(at),
            None => None,
        };
        match digits.and_then(|start| number(text, start)) {
            Some((pence, end)) => {
                found.push(Amount { pence, start: at, end });
                at = end;
            }
            None => at += c.len_utf8(),
        }
    }
    found
}

fn is_inside_word(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
}

/// The number that starts at `start`, in pence, and where it ends: `37,578.60`, `45k`.
fn number(text: &str, start: usize) -> Option<(u64, usize)> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).filter(|b| b.is_ascii_digit()).map(|b| u64::from(b - b'0'));
    let (mut at, mut whole) = (start, 0_u64);
    loop {
        if let Some(next) = digit(at) {
            whole = whole.saturating_mul(10).saturating_add(next);
            at += 1;
        } else if at > start && bytes.get(at) == Some(&b',') && (1..=3).all(|by| digit(at + by).is_some()) {
            at += 1;
        } else {
            break;
        }
    }
    if at == start {
        return None;
    }
    let mut pence = whole.saturating_mul(100);
    if let (Some(b'.'), Some(tenths)) = (bytes.get(at), digit(at + 1)) {
        pence = pence.saturating_add(tenths * 10 + digit(at + 2).unwrap_or(0));
        at += 2;
        while digit(at).is_some() {
            at += 1;
        }
    }
    if bytes.get(at) == Some(&b'k') && !bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric) {
        return Some((pence.saturating_mul(1_000), at + 1));
    }
    Some((pence, at))
}

/// Whether two sums with this between them are the ends of a range.
fn joined(between: &str) -> bool {
    let words =
        between.split_whitespace().filter(|word| !matches!(*word, "a" | "per" | "year" | "annum" | "pa" | "p.a."));
    let rest: Vec<&str> = words.collect();
    matches!(rest.as_slice(), ["to" | "-" | "–" | "—" | "and"] | ["up" | "rising", "to"])
}

/// Whether a sum comes on top of a pay that is not given in pounds.
fn is_extra(text: &str, amount: &Amount) -> bool {
    let before = text[..amount.start].trim_end_matches([' ', '(', '£']);
    let after: String = text[amount.end..].chars().take(30).collect();
    let on_top = [
        "plus",
        "+",
        "additional",
        "allowance of",
        "bonus of",
        "including",
        "inclusive of",
        "premium of",
        "plus up to",
    ];
    let named = ["allowance", "bonus", "premi", "supplement", "relocation", "incentive", "uplift", "weighting"];
    let next_sum = after.find('£').unwrap_or(after.len());
    on_top.iter().any(|word| before.ends_with(word)) || named.iter().any(|word| after[..next_sum].contains(word))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Year,
    Other,
}

/// The first unit of time in a text.
fn unit(text: &str) -> Option<Unit> {
    const WORDS: [(&str, Unit); 11] = [
        ("year", Unit::Year),
        ("annum", Unit::Year),
        ("annual", Unit::Year),
        ("p.a", Unit::Year),
        ("hour", Unit::Other),
        ("day", Unit::Other),
        ("daily", Unit::Other),
        ("week", Unit::Other),
        ("month", Unit::Other),
        ("session", Unit::Other),
        ("shift", Unit::Other),
    ];
    let words = WORDS.iter().filter_map(|(word, unit)| text.find(word).map(|at| (at, *unit)));
    words.min_by_key(|(at, _)| *at).map(|(_, unit)| unit)
}

#[cfg(test)]
mod tests {
    use super::{Yearly, read};

    fn numbers(text: &str) -> (Option<u32>, Option<u32>) {
        let Yearly { min, max } = read(text);
        (min, max)
    }

    #[test]
    fn yearly_pay_gives_numbers() {
        for (text, min, max) in [
            ("£37578.60 to £39709.50", 37_579, 39_710),
            ("£10295.00", 10_295, 10_295),
            ("£30000", 30_000, 30_000),
            ("£29,970 to £36,483 a year", 29_970, 36_483),
            ("£49,387 to £56,515 a year per annum, pro rata for part time", 49_387, 56_515),
            ("£109,179 - £125,637 per annum/pro rata", 109_179, 125_637),
            ("£100,000 - £200,000 Salary range £100-£133,998 per annum pro rata - VSM", 100_000, 133_998),
            ("£45k - £50k", 45_000, 50_000),
            ("£38,682 a year to £46,580 a year, 37.5 hours a week", 38_682, 46_580),
            ("£62,215–72,293 pa plus £5,000 allowance", 62_215, 72_293),
            ("Salary: £60,000 per annum", 60_000, 60_000),
            ("£7,500 a year for 2 days a month", 7_500, 7_500),
        ] {
            assert_eq!(numbers(text), (Some(min), Some(max)), "{text}");
        }
        assert_eq!(numbers("Up to £120,000 per annum"), (None, Some(120_000)));
        assert_eq!(numbers("From £70,000"), (Some(70_000), None));
    }

    #[test]
    fn what_is_no_yearly_pay_gives_none() {
        for text in [
            "£12.72 an hour",
            "Hourly rate £25.50",
            "£12.72 to £14.10 an hour",
            "£650 a day",
            "£5,600 a month",
            "Depends on experience",
            "Negotiable",
            "Competitive",
            "Competitive - VSM",
            "Top of Band 9 plus £5,500 allowance pa",
            "Band 8d (recruitment premium of £6,000)",
            "£100,000 - £200,000 (negotiable)",
            "£100,000 - £200,000 dependent on experience",
            "£0.00 to £0.00",
            "£",
            "££££1",
            "£99999999999999999999999999 a year",
            "£60,000 to £50,000",
            "",
        ] {
            assert_eq!(numbers(text), (None, None), "{text}");
        }
    }
}
