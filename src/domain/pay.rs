//! What a role pays, looked up in the pack's pay table.

use super::id::RoleId;
use super::pack::Pack;
use super::quantity::Decimal;
use super::reference::{PayRange, PayStatus};

/// A yearly range in whole pounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearlyPay<'p> {
    /// The least a full-time post-holder earns.
    pub min: u32,
    /// The most.
    pub max: u32,
    /// The pay year, for instance `2026/27`.
    pub year: &'p str,
    /// How firm the figures are: the less firm of the two ends.
    pub status: PayStatus,
}

const SCHEME: &str = "Agenda for Change";

/// What a role pays a year, where its band is one of Agenda for Change and the table has it; of the newest pay year.
/// Nothing for very senior managers, doctors, general practice and councils: no range is known for them, or it is not
/// a matter of the role alone.
#[must_use]
pub fn yearly(pack: &Pack, role: RoleId) -> Option<YearlyPay<'_>> {
    let pay = &pack.role(role).pay;
    if pay.basis != "afc" {
        return None;
    }
    let low = newest(pack, pay.lowest_band.as_deref()?)?;
    let high = pay.highest_band.as_deref().map_or(Some(low), |band| newest(pack, band))?;
    let (min, max) = (whole_pounds(low.min?), whole_pounds(high.max?));
    Some(YearlyPay { min, max, year: &low.year, status: low.status.max(high.status) })
}

fn newest<'p>(pack: &'p Pack, band: &str) -> Option<&'p PayRange> {
    let rows = pack
        .tables()
        .pay
        .iter()
        .filter(|row| row.scheme == SCHEME && row.band == band && row.min.is_some() && row.max.is_some());
    rows.max_by(|a, b| a.year.cmp(&b.year))
}

fn whole_pounds(amount: Decimal) -> u32 {
    u32::try_from(amount.ceil()).unwrap_or(0)
}
