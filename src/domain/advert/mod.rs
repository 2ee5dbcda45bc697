//! Adverts that a user has imported: what one says, how it is told from others, and how a collection of them grows.
//!
//! | what | file |
//! |---|---|
//! | one advert | here |
//! | references, employers' codes in them, ids | [`mod@reference`] |
//! | adverts that are kept, joined when they are the same | [`collection`] |
//! | what the user said about their roles | [`correction`] |
//! | a pack with the kept adverts as posts | [`join`] |

pub mod collection;
pub mod correction;
pub mod join;
pub mod reference;

use jiff::civil::Date;

/// One advert, its text fit for a terminal. What the advert does not say is empty or nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Advert {
    /// Its reference; what tells it from others. Never empty.
    pub reference: String,
    /// Its title. Never empty.
    pub title: String,
    /// The employer, as the advert writes it.
    pub employer: String,
    /// The employer's ODS code, where the advert gives one.
    pub ods: String,
    /// The grade, as the advert writes it.
    pub grade: String,
    /// The pay, as the advert writes it.
    pub pay_text: String,
    /// The least pay in whole pounds a year.
    pub pay_min: Option<u32>,
    /// The most pay in whole pounds a year.
    pub pay_max: Option<u32>,
    /// The contract, as the advert writes it.
    pub contract: String,
    /// The town.
    pub town: String,
    /// The postcode.
    pub postcode: String,
    /// The region, as the advert writes it.
    pub region: String,
    /// What is offered beyond pay.
    pub package: String,
    /// The day it was posted.
    pub posted: Option<Date>,
    /// The last day on which one can apply.
    pub closes: Option<Date>,
    /// Where it can be read: an https address on a host of NHS Jobs, or empty.
    pub url: String,
}

impl Advert {
    /// This advert, with what it leaves open taken from what was known of it before.
    #[must_use]
    pub fn over(self, before: &Self) -> Self {
        let text = |now: String, was: &String| if now.is_empty() { was.clone() } else { now };
        // A range belongs to its text: one is not put together from two readings.
        let priced = !self.pay_text.is_empty() || self.pay_min.is_some() || self.pay_max.is_some();
        let pay = if priced { &self } else { before };
        let (pay_min, pay_max, pay_text) = (pay.pay_min, pay.pay_max, pay.pay_text.clone());
        Self {
            reference: self.reference,
            title: self.title,
            employer: text(self.employer, &before.employer),
            ods: text(self.ods, &before.ods),
            grade: text(self.grade, &before.grade),
            pay_text,
            pay_min,
            pay_max,
            contract: text(self.contract, &before.contract),
            town: text(self.town, &before.town),
            postcode: text(self.postcode, &before.postcode),
            region: text(self.region, &before.region),
            package: text(self.package, &before.package),
            posted: self.posted.or(before.posted),
            closes: self.closes.or(before.closes),
            url: text(self.url, &before.url),
        }
    }
}
