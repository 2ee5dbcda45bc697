//! What counts as held of what a profile says, where each of it comes from, and why the rest does not count.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Profile, WaiverKind};
use crate::domain::Pack;
use crate::domain::id::{RoleId, TrainingId};
use crate::domain::quantity::Weeks;
use crate::domain::requirement::Grant;

/// Where something that is held, or would be, comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The role held now gives it.
    Role(RoleId),
    /// The profile says so.
    Told,
    /// A role held before gave it.
    Before(RoleId),
    /// It was granted instead of a requirement.
    Granted {
        /// In what way.
        kind: WaiverKind,
        /// By whom.
        by: String,
    },
}

/// Whether it counts on the day in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It does.
    Counts,
    /// It is said to be held from a later day on.
    NotBefore(Date),
    /// It ran out on that day.
    RanOut(Date),
    /// The role gives it only after a longer time.
    TooShort {
        /// After how long.
        asks: Weeks,
        /// How long the role was held.
        held: Weeks,
    },
    /// It is held anyway, so that nothing hangs on the waiver.
    HeldAnyway,
}

/// One thing that a profile lets one expect to be held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What.
    pub fact: TrainingId,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether it counts.
    pub standing: Standing,
}

impl Profile {
    /// Everything that the profile lets one expect to be held on a day, in the order: the role held, what is told, the
    /// roles held before, waivers. What counts of it is what [`Profile::person`] and the role held give.
    #[must_use]
    pub fn account(&self, pack: &Pack, today: Date) -> Vec<Item> {
        let mut items = given(pack, self.role, self.since.served(today), &Origin::Role(self.role));
        items.extend(self.have.iter().map(|fact| told(*fact, Standing::Counts)));
        items.extend(self.held.iter().map(|held| {
            let standing = match (held.on, held.until) {
                (Some(on), _) if on > today => Standing::NotBefore(on),
                (_, Some(until)) if until < today => Standing::RanOut(until),
                _ => Standing::Counts,
            };
            told(held.training, standing)
        }));
        for before in &self.before {
            items.extend(given(pack, before.role, before.time.weeks(), &Origin::Before(before.role)));
        }
        let counts = items.iter().filter(|item| item.standing == Standing::Counts);
        let held: BTreeSet<TrainingId> = counts.map(|item| item.fact).collect();
        items.extend(self.waivers.iter().map(|waiver| Item {
            fact: waiver.fact,
            origin: Origin::Granted { kind: waiver.kind, by: waiver.by.clone() },
            standing: match () {
                () if waiver.on > today => Standing::NotBefore(waiver.on),
                () if held.contains(&waiver.fact) => Standing::HeldAnyway,
                () => Standing::Counts,
            },
        }));
        items
    }
}

const fn told(fact: TrainingId, standing: Standing) -> Item {
    Item { fact, origin: Origin::Told, standing }
}

fn given(pack: &Pack, role: RoleId, held: Weeks, origin: &Origin) -> Vec<Item> {
    let grants = pack.grants_of(role).iter();
    let item = |grant: &Grant| Item {
        fact: grant.fact,
        origin: origin.clone(),
        standing: match grant.matures() {
            asks if asks <= held => Standing::Counts,
            asks => Standing::TooShort { asks, held },
        },
    };
    grants.map(item).collect()
}
