//! Posts: vacancies, many of them in challenged organisations.

use jiff::civil::Date;

use super::id::{OrganisationId, RoleId};
use super::provenance::Provenance;

/// Whether a post is in an organisation that its row marks as challenged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// In the lowest segments, or marked so for another sourced reason.
    Challenged,
    /// Not marked.
    Ordinary,
}

/// Which role an advert was matched to, and how sure that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleMatch {
    /// The role.
    pub role: RoleId,
    /// 0 to 100 per cent.
    pub confidence_percent: u8,
    /// Who says so.
    pub by: MatchedBy,
}

/// Who matched an advert to a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchedBy {
    /// The authors of the pack.
    Pack,
    /// The program, by title and band.
    Title,
    /// The user, who corrected what was there.
    User,
}

/// A title, besides the role's own, under which adverts look for people for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdvertTitle {
    /// The role.
    pub role: RoleId,
    /// The title, abbreviations written out.
    pub title: String,
}

/// Where the program has a post from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Origin {
    /// It stands in the pack.
    #[default]
    Pack,
    /// The user imported its advert.
    Imported {
        /// The day on which it was last read.
        on: Date,
        /// The file or address it was read from.
        from: String,
    },
}

/// One post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Its id in the pack.
    pub id: String,
    /// Its title, as advertised.
    pub title: String,
    /// The employer, as advertised.
    pub employer: String,
    /// The employer, where the pack has it.
    pub organisation: Option<OrganisationId>,
    /// The employer's ODS code as the table gives it.
    pub ods: String,
    /// The role it is a post of.
    pub role: Option<RoleMatch>,
    /// The region, in words.
    pub region: String,
    /// The organisation's segment when the row was written.
    pub segment: Option<u8>,
    /// The period of that segment.
    pub segment_period: String,
    /// Challenged or not.
    pub standing: Standing,
    /// Its grade, as advertised.
    pub grade: String,
    /// Lowest pay in whole pounds a year, where the advert gives it.
    pub pay_min: Option<u32>,
    /// Highest pay in whole pounds a year, where the advert gives it.
    pub pay_max: Option<u32>,
    /// Pay as advertised.
    pub pay_text: String,
    /// Contract, as advertised.
    pub contract: String,
    /// The advert's reference.
    pub reference: String,
    /// The town.
    pub town: String,
    /// When it was posted.
    pub posted: Option<Date>,
    /// When it closes or closed.
    pub closes: Option<Date>,
    /// What is offered beyond pay.
    pub package: String,
    /// Where the row comes from.
    pub provenance: Provenance,
    /// Whether it is the pack's or was imported.
    pub origin: Origin,
}

impl Post {
    /// Whether its advert has closed by `today`; an advert without a closing date has not.
    #[must_use]
    pub fn has_closed(&self, today: Date) -> bool {
        self.closes.is_some_and(|closes| closes < today)
    }
}
