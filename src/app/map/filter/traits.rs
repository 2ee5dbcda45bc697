//! What a filter asks of roles that their own rows do not say in so many words.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::Pack;
use crate::domain::id::{RegionId, RoleId};
use crate::domain::post::{Post, Standing};
use crate::domain::requirement::Scope;
use crate::domain::role_set::RoleSet;
use crate::domain::ruleset::Ruleset;

use super::{AskedFor, Facet, Sector, Value, Within};

/// Sectors, regions and posts of all roles of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traits {
    sectors: Vec<String>,
    sector_of: Vec<Sector>,
    regions: BTreeMap<RegionId, RoleSet>,
    challenged: RoleSet,
}

impl Traits {
    /// The traits of a pack's roles.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let tables = pack.tables();
        let sectors: BTreeSet<&str> = tables.roles.iter().filter_map(|role| role.sector.as_deref()).collect();
        let sectors: Vec<String> = sectors.into_iter().map(str::to_owned).collect();
        let place = |sector: &String| sectors.binary_search(sector).map_or(Sector::Any, Sector::Named);
        let sector_of = tables.roles.iter().map(|role| role.sector.as_ref().map_or(Sector::Any, place)).collect();
        let none = RoleSet::none_of(tables.roles.len());
        let mut regions: BTreeMap<RegionId, RoleSet> = BTreeMap::new();
        let mut challenged = none.clone();
        for post in &tables.posts {
            let Some(matched) = post.role else { continue };
            if let Some(region) = region_of(pack, post) {
                regions.entry(region).or_insert_with(|| none.clone()).insert(matched.role);
            }
            if post.standing == Standing::Challenged {
                challenged.insert(matched.role);
            }
        }
        Self { sectors, sector_of, regions, challenged }
    }

    /// The sectors that roles are in, by name.
    #[must_use]
    pub fn sectors(&self) -> &[String] {
        &self.sectors
    }

    /// The sector of a role.
    #[must_use]
    pub fn sector(&self, role: RoleId) -> Sector {
        self.sector_of[role.index()]
    }

    /// The roles with a known post in a region.
    #[must_use]
    pub fn in_region(&self, region: RegionId) -> Option<&RoleSet> {
        self.regions.get(&region)
    }

    /// The roles with a known post in a challenged organisation.
    #[must_use]
    pub const fn challenged(&self) -> &RoleSet {
        &self.challenged
    }

    /// All that can be chosen in a facet, in the order in which it is told.
    #[must_use]
    pub fn values(&self, pack: &Pack, facet: Facet) -> Vec<Value> {
        let tables = pack.tables();
        match facet {
            Facet::Near => Within::ALL.map(Value::Near).to_vec(),
            Facet::Family => (0..tables.families.len())
                .map(|at| Value::Family(crate::domain::id::FamilyId::from_index(at)))
                .collect(),
            Facet::Level => tables.levels.iter().map(|level| Value::Level(level.number)).collect(),
            Facet::Sector => {
                let named = (0..self.sectors.len()).map(Sector::Named);
                named.chain([Sector::Any]).map(Value::Sector).collect()
            }
            Facet::Region => (0..tables.regions.len()).map(|at| Value::Region(RegionId::from_index(at))).collect(),
            Facet::Rules => AskedFor::ALL.map(Value::Rules).to_vec(),
            Facet::Posts => vec![Value::Challenged],
            Facet::Reach => vec![Value::InReach],
        }
    }
}

/// The region of the organisation that has the post; where that is not known, the one that the advert names.
fn region_of(pack: &Pack, post: &Post) -> Option<RegionId> {
    let of_organisation = post.organisation.and_then(|organisation| pack.organisation(organisation).region);
    let named = || pack.tables().regions.iter().position(|region| region.title == post.region);
    of_organisation.or_else(|| named().map(RegionId::from_index))
}

/// What a ruleset asks of a role against today's, by the rows that count. What a row asks for is not weighed.
#[must_use]
pub fn asked_for(pack: &Pack, ruleset: Ruleset, role: RoleId) -> AskedFor {
    let rows = pack.requirements_of(role).iter().map(|&row| pack.requirement(row));
    let new = rows.filter(|row| ruleset.counts(row.force) && !Ruleset::Today.counts(row.force));
    let change = |scope| match scope {
        Scope::Role(_) | Scope::Board => AskedFor::More,
        Scope::Any | Scope::Manager => AskedFor::MoreOfAll,
    };
    new.map(|row| change(row.scope)).min().unwrap_or(AskedFor::Same)
}
