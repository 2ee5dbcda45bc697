//! Which posts are wanted.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::domain::eligibility::Eligible;
use crate::domain::id::{FamilyId, OrganisationId, RoleId, TileId};
use crate::domain::post::Standing;
use crate::domain::role::LevelNumber;

/// Which closing dates are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Closing {
    /// Any, also none.
    #[default]
    Any,
    /// Not before this day; an advert without a date counts as open.
    OpenOn(Date),
    /// Between these days, both included.
    Between(Date, Date),
}

impl Closing {
    /// Whether a post that closes on this day, or says nothing about it, is wanted.
    #[must_use]
    pub fn has(self, day: Option<Date>) -> bool {
        match self {
            Self::Any => true,
            Self::OpenOn(today) => day.is_none_or(|day| day >= today),
            Self::Between(first, last) => day.is_some_and(|day| first <= day && day <= last),
        }
    }
}

/// Everything that a post has to be; nothing is asked by default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that all have to occur in id, title, employer, town, grade or reference.
    pub words: String,
    /// In this region.
    pub region: Option<String>,
    /// At this tile of the map of England.
    pub board: Option<TileId>,
    /// In this organisation.
    pub organisation: Option<OrganisationId>,
    /// In an organisation of this segment.
    pub segment: Option<u8>,
    /// Of a role of one of these families; of any when empty.
    pub families: BTreeSet<FamilyId>,
    /// Of a role of this level.
    pub level: Option<LevelNumber>,
    /// Of this role.
    pub role: Option<RoleId>,
    /// Paying up to at least so many pounds a year.
    pub pay_at_least: Option<u32>,
    /// Closing when.
    pub closing: Closing,
    /// In an organisation that stands so.
    pub standing: Option<Standing>,
    /// Of roles for which somebody is eligible.
    pub eligible: Option<Eligible>,
}
