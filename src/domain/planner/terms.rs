//! What one post offers to whoever takes it, and what that changes (contract §3 stands as it is where no terms are).
//!
//! Terms hold in one role, however it is come by, and only while it is held:
//!
//! - **Protected study** is added to the person's hours of study a week in that role. An item may therefore take fewer
//!   weeks there than elsewhere; its hours and its price stay what they are.
//! - **Training given** is held from the moment the stint there begins, and from then on wherever one goes. It does not
//!   serve to enter the role, takes no week and no hour, and costs nothing.
//! - **Tenure credited** is where the clock of the stint begins, instead of at 0: for the years that moves out of the
//!   role ask for, and for what the role itself gives. Study can still begin only when the stint does.
//! - **The premium** is added to the role's yearly pay, where that is known. Unknown pay stays unknown.
//!
//! When the role is the one held now, all this holds from today, and the clock stands at what has been served and what
//! is credited together. What a person holds at the start, and which advice is waived because nobody could follow it,
//! are settled without the terms: neither is a matter of one post.

use std::collections::BTreeSet;

use super::question::Circumstances;
use crate::domain::id::{RoleId, TrainingId};
use crate::domain::pack::Pack;
use crate::domain::pay;
use crate::domain::quantity::{Decimal, Weeks};

/// What is offered, each part of it a supposition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Offered {
    /// Hours of study a week besides the person's own; not negative.
    pub protected_study: Decimal,
    /// Held from the beginning of the stint.
    pub given: BTreeSet<TrainingId>,
    /// Where the clock of the stint begins.
    pub tenure: Weeks,
    /// Pounds a year.
    pub premium: u32,
}

impl Offered {
    /// Whether it is nothing at all.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// What is offered in one role.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Terms {
    /// The role of the post.
    pub role: RoleId,
    /// What it offers.
    pub offered: Offered,
}

/// One thing that a route supposes a post to offer, and that it makes use of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Supposition {
    /// So many hours a week to study there, besides the person's own.
    ProtectedStudy(RoleId, Decimal),
    /// Training given there.
    Given(RoleId, TrainingId),
    /// Time credited there.
    Tenure(RoleId, Weeks),
    /// Pounds a year on top of the role's pay.
    Premium(RoleId, u32),
}

/// Something that comes to be held in a role without study, and how long after entering it (after today, in the role
/// held now).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Gain {
    pub(super) fact: TrainingId,
    pub(super) after: u32,
}

impl Circumstances {
    /// What is offered in a role, if anything.
    pub(super) fn offered_in(&self, role: RoleId) -> Option<&Offered> {
        self.terms.as_ref().filter(|terms| terms.role == role).map(|terms| &terms.offered)
    }

    /// The clock of the stint in a role when it begins; today, for the role held now.
    pub(super) fn clock_at_first(&self, role: RoleId) -> u32 {
        let served = if role == self.person.role { self.person.served.0 } else { 0 };
        served.saturating_add(self.offered_in(role).map_or(0, |offered| offered.tenure.0))
    }

    /// Hours of study a week while a role is held.
    pub(super) fn hours_per_week_in(&self, role: RoleId) -> Decimal {
        let protected = self.offered_in(role).map_or(Decimal::ZERO, |offered| offered.protected_study);
        [self.person.hours_per_week, protected].into_iter().sum()
    }

    /// What holding a role gives, grants and training given.
    pub(super) fn gains_in<'c>(&'c self, pack: &'c Pack, role: RoleId) -> impl Iterator<Item = Gain> + 'c {
        let clock = self.clock_at_first(role);
        let granted = pack.grants_of(role).iter();
        let granted =
            granted.map(move |grant| Gain { fact: grant.fact, after: grant.matures().0.saturating_sub(clock) });
        let given = self.offered_in(role).into_iter().flat_map(|offered| &offered.given);
        granted.chain(given.map(|fact| Gain { fact: *fact, after: 0 }))
    }

    /// The least a role pays a year, premium included, where its pay is known.
    pub(super) fn yearly_pay_in(&self, pack: &Pack, role: RoleId) -> Option<u32> {
        let premium = self.offered_in(role).map_or(0, |offered| offered.premium);
        pay::yearly(pack, role).map(|pay| pay.min.saturating_add(premium))
    }
}
