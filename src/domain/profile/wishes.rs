//! Wishes: what somebody hopes for on the way. They never hide a route; they say where one misses them.

use std::collections::BTreeSet;

use crate::domain::Pack;
use crate::domain::id::{RegionId, RoleId};
use crate::domain::pay;
use crate::domain::planner::Route;

/// What somebody hopes for; nothing where they said nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Roles only of these sectors; those that belong to none or to any fit always.
    pub sectors: BTreeSet<String>,
    /// Posts in these regions.
    pub regions: BTreeSet<RegionId>,
    /// No role on the way that is known to pay less, in whole pounds a year.
    pub pay_at_least: Option<u32>,
    /// No more moves than this.
    pub most_moves: Option<u32>,
    /// Roles they would like, besides the target.
    pub targets: BTreeSet<RoleId>,
}

/// Where a route misses a wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Miss {
    /// It takes more moves.
    Moves {
        /// How many it takes.
        takes: u32,
        /// How many were wished for at the most.
        most: u32,
    },
    /// A role pays less.
    Pay {
        /// The role.
        role: RoleId,
        /// What it pays, in whole pounds a year.
        pays: u32,
    },
    /// A role is of a sector that was not wished for.
    Sector {
        /// The role.
        role: RoleId,
        /// Its sector.
        sector: String,
    },
}

impl Wishes {
    /// Where a route misses them, in the order of the route; the role held now is what it is.
    #[must_use]
    pub fn missed_by(&self, pack: &Pack, route: &Route) -> Vec<Miss> {
        let mut misses = Vec::new();
        if let Some(most) = self.most_moves.filter(|most| route.totals.moves > *most) {
            misses.push(Miss::Moves { takes: route.totals.moves, most });
        }
        for step in route.steps.iter().skip(1) {
            let role = step.role;
            let pays = pay::yearly(pack, role).map(|pay| pay.min);
            if let Some(pays) = pays.filter(|pays| self.pay_at_least.is_some_and(|least| *pays < least)) {
                misses.push(Miss::Pay { role, pays });
            }
            let sector = pack.role(role).sector.as_ref();
            if let Some(sector) = sector.filter(|sector| !self.sectors.is_empty() && !self.sectors.contains(*sector)) {
                misses.push(Miss::Sector { role, sector: sector.clone() });
            }
        }
        misses
    }
}
