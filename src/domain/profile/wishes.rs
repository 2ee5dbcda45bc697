//! Wishes: what somebody hopes for on the way. They never hide a route; they say where one misses them.

use std::collections::BTreeSet;

use crate::domain::Pack;
use crate::domain::id::{PostId, RegionId, RoleId};
use crate::domain::pay;
use crate::domain::planner::Route;
use crate::domain::quantity::{Decimal, Pounds};
use crate::domain::words;

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

impl Miss {
    /// In words: `5 moves, not 4`, `Matron pays £57,528`, `Matron is of the sector primary care`.
    #[must_use]
    pub fn words(&self, pack: &Pack) -> String {
        match self {
            Self::Moves { takes, most } => format!("{}, not {most}", words::count(u64::from(*takes), "move")),
            Self::Pay { role, pays } => {
                format!("{} pays {}", pack.role(*role).title, Pounds(Decimal::whole(*pays)))
            }
            Self::Sector { role, sector } => format!("{} is of the sector {}", pack.role(*role).title, spoken(sector)),
        }
    }
}

/// A sector as it is spoken of: `primary care`.
#[must_use]
pub fn spoken(sector: &str) -> String {
    sector.replace('-', " ")
}

impl Wishes {
    /// Whether anything is hoped for that a route can miss.
    #[must_use]
    pub fn can_be_missed(&self) -> bool {
        !self.sectors.is_empty() || self.pay_at_least.is_some() || self.most_moves.is_some()
    }

    /// Where a route misses them, in words.
    #[must_use]
    pub fn missed_in_words(&self, pack: &Pack, route: &Route) -> Vec<String> {
        self.missed_by(pack, route).iter().map(|miss| miss.words(pack)).collect()
    }

    /// Of a wish for regions: what the pack's posts say of the roles on a route, where they say anything. A role has no
    /// place, so that nothing follows from a role without known posts.
    #[must_use]
    pub fn regions_on(&self, pack: &Pack, route: &Route) -> Option<String> {
        if self.regions.is_empty() {
            return None;
        }
        let ahead: Vec<RoleId> = route.steps.iter().skip(1).map(|step| step.role).collect();
        let region_of = |post: &PostId| {
            let post = pack.post(*post);
            let of_organisation = post.organisation.and_then(|organisation| pack.organisation(organisation).region);
            let named = || pack.tables().regions.iter().position(|region| region.title == post.region);
            of_organisation.or_else(|| named().map(RegionId::from_index))
        };
        let is_wished = |post: &PostId| region_of(post).is_some_and(|region| self.regions.contains(&region));
        let has_post = |role: &RoleId| pack.posts_of(*role).iter().any(is_wished);
        let seen: Vec<&str> =
            ahead.iter().filter(|role| has_post(role)).map(|role| pack.role(*role).title.as_str()).collect();
        let regions: Vec<&str> = self.regions.iter().map(|region| pack.region(*region).title.as_str()).collect();
        let regions = words::and_list(&regions);
        Some(match (seen.len(), ahead.len()) {
            (_, 0) => return None,
            (0, _) => format!("{regions}: no post on this way is known there; that does not say that there is none"),
            (some, all) if some == all => format!("{regions}: posts of every role on this way are known there"),
            _ => {
                format!("{regions}: posts are known there of {}; of the others it is not known", words::and_list(&seen))
            }
        })
    }

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
