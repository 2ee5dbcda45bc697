//! Exact quantities. Years, months, hours and pounds come as decimals in a spreadsheet; weeks are whole. Everything is
//! kept as integers of a millionth, so that rounding is the contract's (`design`: round half up, ceil) on every machine.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

const MILLION: i64 = 1_000_000;

/// A decimal number with six places, exact. Not negative in a valid pack.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The whole number `units`.
    #[must_use]
    pub const fn whole(units: u32) -> Self {
        Self(units as i64 * MILLION)
    }

    /// A number of millionths.
    #[must_use]
    pub const fn from_millionths(millionths: i64) -> Self {
        Self(millionths)
    }

    /// How many millionths it is.
    #[must_use]
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// Reads `12`, `7.5`, `.5` or `-3`. Nothing when the text is not such a number, has more than six places that
    /// matter, or is too large to count in millionths.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
        let places = places.trim_end_matches('0');
        let all_digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        if whole.len() + places.len() == 0 && !digits.contains('0') {
            return None;
        }
        if !all_digits(whole) || !all_digits(places) || places.len() > 6 {
            return None;
        }
        let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        let places: i64 = if places.is_empty() { 0 } else { format!("{places:0<6}").parse().ok()? };
        let value = whole.checked_mul(MILLION)?.checked_add(places)?;
        Some(Self(if negative { -value } else { value }))
    }

    /// Whether it is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Whole units, rounded up.
    #[must_use]
    pub fn ceil(self) -> i64 {
        div_ceil(self.0, MILLION)
    }

    /// `self` × `factor` ÷ `divisor`, rounded half up to a whole number.
    #[must_use]
    pub fn scaled_half_up(self, factor: i64, divisor: i64) -> i64 {
        let scaled = i128::from(self.0) * i128::from(factor) * 2;
        let unit = i128::from(MILLION) * i128::from(divisor);
        clamp_to_i64((scaled + unit).div_euclid(2 * unit))
    }

    /// `self` × `factor` ÷ `divisor`, rounded up to a whole number.
    #[must_use]
    pub fn scaled_ceil(self, factor: i64, divisor: i64) -> i64 {
        let scaled = i128::from(self.0) * i128::from(factor);
        let unit = i128::from(MILLION) * i128::from(divisor);
        clamp_to_i64(-((-scaled).div_euclid(unit)))
    }

    /// How many times `per` has to be taken to cover `self`; nothing when `per` is nought and `self` is not.
    #[must_use]
    pub fn covered_by(self, per: Self) -> Option<i64> {
        match (self.0, per.0) {
            (0, _) => Some(0),
            (_, 0) => None,
            (amount, each) => Some(div_ceil(amount, each)),
        }
    }

    /// The nearest float, for JSON and for bars on a screen; never used to plan.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "shown, never computed with")]
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / MILLION as f64
    }
}

fn div_ceil(amount: i64, each: i64) -> i64 {
    let quotient = amount.div_euclid(each);
    quotient + i64::from(amount.rem_euclid(each) != 0)
}

fn clamp_to_i64(value: i128) -> i64 {
    i64::try_from(value).unwrap_or(if value < 0 { i64::MIN } else { i64::MAX })
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, places) = (self.0.unsigned_abs() / 1_000_000, self.0.unsigned_abs() % 1_000_000);
        if places == 0 {
            write!(f, "{sign}{whole}")
        } else {
            write!(f, "{sign}{whole}.{}", format!("{places:06}").trim_end_matches('0'))
        }
    }
}

impl Serialize for Decimal {
    /// A whole number when it is one, otherwise a decimal.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % MILLION == 0 {
            serializer.serialize_i64(self.0 / MILLION)
        } else {
            serializer.serialize_f64(self.to_f64())
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    /// From a whole number or a decimal, with at most six places.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number;

        impl Visitor<'_> for Number {
            type Value = Decimal;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number with at most six decimal places")
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Decimal, E> {
                Decimal::parse(&number.to_string()).ok_or_else(|| E::custom("this number is too large"))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Decimal, E> {
                Decimal::parse(&number.to_string()).ok_or_else(|| E::custom("this number is too large"))
            }

            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Decimal, E> {
                // The shortest text that gives this number again is what a person wrote.
                Decimal::parse(&number.to_string())
                    .ok_or_else(|| E::custom("this number has more than six decimal places, or is too large"))
            }
        }

        deserializer.deserialize_any(Number)
    }
}

impl Add for Decimal {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Decimal {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Decimal {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Decimal {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Add::add)
    }
}

/// Whole weeks: the planner's clock.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Weeks(pub u32);

impl Weeks {
    /// Weeks in a year, as the planner counts.
    pub const PER_YEAR: u32 = 52;
    /// No time.
    pub const ZERO: Self = Self(0);

    /// Years as weeks: years × 52, rounded half up. A negative number of years counts as none.
    #[must_use]
    pub fn from_years(years: Decimal) -> Self {
        Self::clamped(years.scaled_half_up(i64::from(Self::PER_YEAR), 1))
    }

    /// Months as weeks: months × 52 ÷ 12, rounded up.
    #[must_use]
    pub fn from_months(months: Decimal) -> Self {
        Self::clamped(months.scaled_ceil(i64::from(Self::PER_YEAR), 12))
    }

    /// As many weeks as `count` says, at the least none and at the most what fits.
    #[must_use]
    pub fn clamped(count: i64) -> Self {
        Self(u32::try_from(count.max(0)).unwrap_or(u32::MAX))
    }

    /// Whole years and the months left over, rounded to the nearest month: how a length of time is spoken.
    #[must_use]
    pub fn years_and_months(self) -> (u32, u32) {
        let months = (u64::from(self.0) * 12 + 26) / 52;
        let part = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
        (part(months / 12), part(months % 12))
    }
}

impl fmt::Display for Weeks {
    /// `10y 6m`, `8m`, `3 weeks`, `now`: short enough for a column.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0, self.years_and_months()) {
            (0, _) => f.pad("now"),
            (1, _) => f.pad("1 week"),
            (2..=7, _) => f.pad(&format!("{} weeks", self.0)),
            (_, (0, months)) => f.pad(&format!("{months}m")),
            (_, (years, 0)) => f.pad(&format!("{years}y")),
            (_, (years, months)) => f.pad(&format!("{years}y {months}m")),
        }
    }
}

/// An amount of money as people write it: `£57,528`, or `£29.50` when there are pence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pounds(pub Decimal);

impl fmt::Display for Pounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pence = (self.0.millionths() + 5_000).div_euclid(10_000);
        let (whole, rest) = (pence.unsigned_abs() / 100, pence.unsigned_abs() % 100);
        let sign = if pence < 0 { "-" } else { "" };
        let mut digits = whole.to_string();
        let mut at = digits.len();
        while at > 3 {
            at -= 3;
            digits.insert(at, ',');
        }
        let text = if rest == 0 { format!("{sign}£{digits}") } else { format!("{sign}£{digits}.{rest:02}") };
        f.pad(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, Pounds, Weeks};

    fn d(text: &str) -> Decimal {
        Decimal::parse(text).unwrap_or_else(|| panic!("{text} is a number"))
    }

    #[test]
    fn decimals_are_read_exactly_or_not_at_all() {
        assert_eq!(d("7.5").millionths(), 7_500_000);
        assert_eq!(d(".5"), d("0.50"));
        assert_eq!(d("-3").millionths(), -3_000_000);
        assert_eq!(d("0"), Decimal::ZERO);
        assert_eq!(d("1.0000000"), Decimal::whole(1));
        for bad in
            ["", ".", "-", "1e3", "1,000", "0x1", "1.2.3", "£5", "nan", "inf", "0.0000001", "99999999999999999999"]
        {
            assert_eq!(Decimal::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn years_round_half_up_and_months_round_up() {
        assert_eq!(Weeks::from_years(d("2")), Weeks(104));
        assert_eq!(Weeks::from_years(d("0.01")), Weeks(1)); // 0.52
        assert_eq!(Weeks::from_years(d("0.009615")), Weeks(0)); // 0.49998
        assert_eq!(Weeks::from_years(d("0.125")), Weeks(7)); // 6.5
        assert_eq!(Weeks::from_months(d("1.5")), Weeks(7)); // 6.5
        assert_eq!(Weeks::from_months(d("6")), Weeks(26));
        assert_eq!(Weeks::from_months(d("1")), Weeks(5)); // 4.33
    }

    #[test]
    fn hours_take_whole_weeks() {
        assert_eq!(d("100").covered_by(d("5")), Some(20));
        assert_eq!(d("2.5").covered_by(d("5")), Some(1));
        assert_eq!(d("0.3").covered_by(d("0.1")), Some(3));
        assert_eq!(d("1").covered_by(Decimal::ZERO), None);
        assert_eq!(Decimal::ZERO.covered_by(Decimal::ZERO), Some(0));
    }

    #[test]
    fn money_and_time_are_spoken_the_british_way() {
        assert_eq!(Pounds(d("57528")).to_string(), "£57,528");
        assert_eq!(Pounds(d("1234567.5")).to_string(), "£1,234,567.50");
        assert_eq!(Weeks(546).to_string(), "10y 6m");
        assert_eq!(Weeks(52).to_string(), "1y");
        assert_eq!(Weeks(0).to_string(), "now");
        assert_eq!(Weeks(3).to_string(), "3 weeks");
        assert_eq!(Weeks(51).to_string(), "1y");
    }
}
