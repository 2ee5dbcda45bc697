//! What a role is paid, from the pay table: only where the table gives its bands. A very senior manager's pay is
//! settled person by person; no range is shown for it.

use crate::domain::Pack;
use crate::domain::quantity::{Decimal, Pounds};
use crate::domain::reference::{PayRange, PayStatus};
use crate::domain::role::Role;

/// The bands of Agenda for Change are the only ones that settle what a role is paid.
const AFC_BASIS: &str = "afc";
const AFC_SCHEME: &str = "Agenda for Change";

/// A yearly pay range and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearlyPay<'a> {
    /// The lowest, in whole pounds.
    pub min: u32,
    /// The highest, in whole pounds.
    pub max: u32,
    /// The pay year, for instance `2026/27`.
    pub year: &'a str,
    /// How firm the figures are.
    pub status: PayStatus,
}

/// The newest yearly pay of a role's bands, where the pack has it.
#[must_use]
pub fn yearly_pay<'a>(pack: &'a Pack, role: &Role) -> Option<YearlyPay<'a>> {
    if role.pay.basis != AFC_BASIS {
        return None;
    }
    let low = role.pay.lowest_band.as_deref()?;
    let high = role.pay.highest_band.as_deref().unwrap_or(low);
    let lowest = newest(pack, low)?;
    let highest = pack.tables().pay.iter().find(|row| is(row, high) && row.year == lowest.year)?;
    Some(YearlyPay {
        min: lowest.min?,
        max: highest.max?,
        year: &lowest.year,
        status: lowest.status.max(highest.status),
    })
}

fn newest<'a>(pack: &'a Pack, band: &str) -> Option<&'a PayRange> {
    pack.tables().pay.iter().filter(|row| is(row, band)).max_by(|a, b| a.year.cmp(&b.year))
}

fn is(row: &PayRange, band: &str) -> bool {
    row.scheme == AFC_SCHEME && row.band == band && row.min.is_some() && row.max.is_some()
}

impl YearlyPay<'_> {
    /// `£57,528–64,750`.
    #[must_use]
    pub fn range(&self) -> String {
        let pounds = |amount: u32| Pounds(Decimal::whole(amount)).to_string();
        if self.min == self.max {
            return pounds(self.min);
        }
        format!("{}–{}", pounds(self.min), pounds(self.max).trim_start_matches('£'))
    }

    /// `2026/27, sourced`.
    #[must_use]
    pub fn basis(&self) -> String {
        let status = match self.status {
            PayStatus::Sourced => "sourced",
            PayStatus::Advert => "from an advert",
            PayStatus::Derived => "reckoned from the year before",
            PayStatus::NotFound => "not confirmed",
        };
        format!("{}, {status}", self.year)
    }
}
