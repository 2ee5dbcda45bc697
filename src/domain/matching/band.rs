//! Bands of pay as steps, so that an advert's can be held against a role's.

use crate::domain::role::RolePay;

/// The lowest and the highest step of a role or an advert: bands 1 to 7 as their number, 8a to 8d as 8 to 11, band 9 as
/// 12, very senior managers as 13.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Steps {
    lowest: u8,
    highest: u8,
}

const BAND_9: u8 = 12;
const VERY_SENIOR: u8 = 13;

impl Steps {
    /// The steps of a role; nothing for pay that is on no such scale.
    pub fn of_role(pay: &RolePay) -> Option<Self> {
        let band = |text: &Option<String>| text.as_deref().and_then(step);
        match (band(&pay.lowest_band), band(&pay.highest_band)) {
            (Some(lowest), Some(highest)) => Some(Self { lowest, highest }),
            (Some(lowest), None) if pay.basis.contains("vsm") => Some(Self { lowest, highest: VERY_SENIOR }),
            (Some(only), None) | (None, Some(only)) => Some(Self { lowest: only, highest: only }),
            (None, None) if pay.basis.contains("vsm") => Some(Self { lowest: VERY_SENIOR, highest: VERY_SENIOR }),
            (None, None) => None,
        }
    }

    /// The step that an advert names: `AfC Band 8b`, `Band 9`, `Executives / VSM`.
    pub fn named(text: &str) -> Option<Self> {
        if text.is_empty() {
            return None;
        }
        let lower = text.to_lowercase();
        let words = || lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let behind_band = || {
            let mut follows =
                words().zip(words().skip(1)).filter(|(word, _)| matches!(*word, "band" | "bands" | "afc"));
            follows.find_map(|(_, next)| step(next))
        };
        let alone = || {
            words().find_map(|word| match word {
                "vsm" | "esm" => Some(VERY_SENIOR),
                _ => word.strip_prefix("band").or_else(|| word.strip_prefix('b')).and_then(step),
            })
        };
        let only = || words().next().filter(|_| words().count() == 1).and_then(step);
        let found = behind_band().or_else(alone).or_else(only)?;
        Some(Self { lowest: found, highest: found })
    }

    /// The step that a title names, when it speaks of a band.
    pub fn in_title(title: &str) -> Option<Self> {
        let speaks = title.as_bytes().windows(4).any(|four| four.eq_ignore_ascii_case(b"band"));
        if speaks { Self::named(title) } else { None }
    }

    /// The lowest.
    pub const fn lowest(self) -> u8 {
        self.lowest
    }

    /// How many steps the two are apart; none when they touch.
    pub const fn apart(self, other: Self) -> u8 {
        let above = self.lowest.saturating_sub(other.highest);
        let below = other.lowest.saturating_sub(self.highest);
        if above > below { above } else { below }
    }
}

fn step(text: &str) -> Option<u8> {
    Some(match text.trim() {
        "8a" | "8A" => 8,
        "8b" | "8B" => 9,
        "8c" | "8C" => 10,
        "8d" | "8D" => 11,
        "9" => BAND_9,
        digit => digit.parse().ok().filter(|number| (1..=7).contains(number))?,
    })
}

#[cfg(test)]
mod tests {
    use super::Steps;

    #[test]
    fn grades_as_adverts_write_them() {
        let only = |step| Some(Steps { lowest: step, highest: step });
        for (text, step) in [
            ("AfC Band 8b", 9),
            ("NHS AfC: Band 8b", 9),
            ("Band 9", 12),
            ("Executives / VSM: Executives / VSM", 13),
            ("Competitive - VSM", 13),
            ("Ward manager, B7", 7),
            ("8a", 8),
            ("Band8c", 10),
        ] {
            assert_eq!(Steps::named(text), only(step), "{text}");
        }
        for text in ["", "Consultant", "Ward 7 manager", "banding review pending", "medical contract"] {
            assert_eq!(Steps::named(text), None, "{text}");
        }
    }
}
