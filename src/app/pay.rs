//! Pay in words.

use crate::domain::pay::YearlyPay;
use crate::domain::quantity::{Decimal, Pounds};
use crate::domain::reference::PayStatus;

/// `£57,528–64,750`.
#[must_use]
pub fn range(pay: &YearlyPay<'_>) -> String {
    let pounds = |amount: u32| Pounds(Decimal::whole(amount)).to_string();
    if pay.min == pay.max {
        return pounds(pay.min);
    }
    format!("{}–{}", pounds(pay.min), pounds(pay.max).trim_start_matches('£'))
}

/// `2026/27, sourced`.
#[must_use]
pub fn basis(pay: &YearlyPay<'_>) -> String {
    let status = match pay.status {
        PayStatus::Sourced => "sourced",
        PayStatus::Advert => "from an advert",
        PayStatus::Derived => "reckoned from the year before",
        PayStatus::NotFound => "not confirmed",
    };
    format!("{}, {status}", pay.year)
}
