//! Provisions: lines of package that exist somewhere, whatever a single advert says of them.

use std::fmt;

use super::frame::PayFrame;
use crate::domain::provenance::{Basis, Provenance};
use crate::domain::quantity::Decimal;

/// Which way a line speaks to somebody who thinks of taking the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// For taking it.
    For,
    /// Against taking it.
    Against,
    /// Nobody can say: it depends on what is agreed.
    Open,
}

impl Sign {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::For, Self::Against, Self::Open];

    /// Its id in tables and JSON.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Against => "against",
            Self::Open => "open",
        }
    }

    /// The sign that a cell names.
    #[must_use]
    pub fn from_cell(cell: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sign| sign.slug() == cell)
    }

    /// One character for the margin of a list: `+`, `-` or `?`. It is readable without colour.
    #[must_use]
    pub const fn mark(self) -> char {
        match self {
            Self::For => '+',
            Self::Against => '-',
            Self::Open => '?',
        }
    }
}

impl fmt::Display for Sign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.slug())
    }
}

/// How much a provision binds anybody today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Validity {
    /// It is in force.
    InForce,
    /// It was reported; whether it is in force for a given post nobody can look up.
    Reported,
    /// It was asked for and is not in force.
    Proposed,
    /// It was, and is no more, or it held elsewhere.
    Historical,
}

impl Validity {
    /// All of them, the most binding first.
    pub const ALL: [Self; 4] = [Self::InForce, Self::Reported, Self::Proposed, Self::Historical];

    /// Its id in tables and JSON.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::InForce => "in-force",
            Self::Reported => "reported",
            Self::Proposed => "proposed",
            Self::Historical => "historical",
        }
    }

    /// The validity that a cell names.
    #[must_use]
    pub fn from_cell(cell: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|force| force.slug() == cell)
    }
}

impl fmt::Display for Validity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::InForce => "in force",
            Self::Reported => "reported",
            Self::Proposed => "proposed",
            Self::Historical => "in the past",
        })
    }
}

/// What a provision does to pay. The table's `percent` and `cap_gbp` say how much, its `pay` says in which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PayEffect {
    /// Nothing, or nothing that can be reckoned.
    None,
    /// It adds up to this share of basic pay a year, at the most so many pounds.
    Adds {
        /// Per cent of basic pay.
        percent: Decimal,
        /// The most in whole pounds a year, where there is such a limit.
        cap: Option<u32>,
    },
    /// It withholds this share of basic pay.
    Withholds {
        /// Per cent of basic pay.
        percent: Decimal,
    },
    /// It is paid once.
    Once {
        /// Whole pounds.
        pounds: u32,
    },
}

impl PayEffect {
    /// The ids in the table's `pay` column.
    pub const SLUGS: [&'static str; 3] = ["adds", "withholds", "once"];

    /// Its id in tables and JSON; nothing when it has none.
    #[must_use]
    pub const fn slug(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Adds { .. } => Some("adds"),
            Self::Withholds { .. } => Some("withholds"),
            Self::Once { .. } => Some("once"),
        }
    }

    /// Whole pounds a year that it makes of this basic pay, rounded down: what it adds, or what it withholds. Nothing
    /// for what is not reckoned by the year.
    #[must_use]
    pub fn yearly(self, basic: u32) -> Option<u32> {
        let share = |percent: Decimal| {
            let pounds = i128::from(basic) * i128::from(percent.millionths()) / 100_000_000;
            u32::try_from(pounds).unwrap_or(u32::MAX)
        };
        match self {
            Self::Adds { percent, cap } => Some(share(percent).min(cap.unwrap_or(u32::MAX))),
            Self::Withholds { percent } => Some(share(percent)),
            Self::None | Self::Once { .. } => None,
        }
    }
}

/// The segments of the Oversight Framework that a provision is for, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Segments {
    /// The best segment it is for.
    pub from: u8,
    /// The worst segment it is for.
    pub to: u8,
    /// Whether its source names the segments, or they are our reading of it.
    pub basis: Basis,
}

impl Segments {
    /// Whether it is for organisations of every segment.
    #[must_use]
    pub const fn all(self) -> bool {
        self.from <= 1 && self.to >= 5
    }

    /// Whether a segment is among them.
    #[must_use]
    pub const fn has(self, segment: u8) -> bool {
        self.from <= segment && segment <= self.to
    }
}

/// One row of the pack's `offers.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provision {
    /// Its id.
    pub id: String,
    /// For, against or open.
    pub sign: Sign,
    /// What it is, in the pack's own words.
    pub title: String,
    /// What it does to pay.
    pub pay: PayEffect,
    /// In which segments.
    pub segments: Segments,
    /// Under which pay frame; nothing when under any.
    pub frame: Option<PayFrame>,
    /// Whether it is in force.
    pub validity: Validity,
    /// How firm the row is, from where, its date, remarks.
    pub provenance: Provenance,
}

#[cfg(test)]
mod tests {
    use super::PayEffect;
    use crate::domain::quantity::Decimal;

    #[test]
    fn a_share_of_pay_is_rounded_down_and_capped() {
        let premium = PayEffect::Adds { percent: Decimal::whole(15), cap: Some(45_000) };
        assert_eq!(premium.yearly(200_000), Some(30_000)); // the reported example
        assert_eq!(premium.yearly(133_998), Some(20_099)); // 20,099.70
        assert_eq!(premium.yearly(400_000), Some(45_000));
        let percent = Decimal::parse("3.25").expect("a number");
        assert_eq!(PayEffect::Withholds { percent }.yearly(100_000), Some(3_250));
        assert_eq!(PayEffect::Once { pounds: 20_000 }.yearly(100_000), None);
        assert_eq!(PayEffect::Adds { percent: Decimal::whole(1_000), cap: None }.yearly(u32::MAX), Some(u32::MAX));
    }
}
