//! Numbers as the contract counts them: decimals in millionths, rounding as written there.

pub const MILLION: i64 = 1_000_000;

/// A decimal in millionths.
pub fn millionths(text: &str) -> i64 {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    assert!(places.len() <= 6, "{text} has too many places for these tests");
    let places = format!("{places:0<6}");
    let whole = if whole.is_empty() { 0 } else { whole.parse::<i64>().expect("a number") };
    whole * MILLION + places.parse::<i64>().expect("decimal places")
}

/// A decimal in millionths; nothing for an empty cell.
pub fn optional(text: &str) -> Option<i64> {
    (!text.is_empty()).then(|| millionths(text))
}

/// round(years × 52), half up.
pub fn years_to_weeks(years: i64) -> i64 {
    (years * 52 + MILLION / 2).div_euclid(MILLION)
}

/// ceil(months × 52 / 12).
pub fn months_to_weeks(months: i64) -> i64 {
    ceil(months * 52, 12 * MILLION)
}

/// ceil(amount / each) of two numbers that are not negative; `each` is not nought.
pub fn ceil(amount: i64, each: i64) -> i64 {
    (amount + each - 1) / each
}
