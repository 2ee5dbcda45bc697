//! Which roles pass a filter, and how many do not pass for which reason.

use std::sync::Arc;

use crate::domain::id::RoleId;
use crate::domain::planner::MovesAllowed;
use crate::domain::role_set::RoleSet;
use crate::domain::ruleset::Ruleset;
use crate::layout::World;
use crate::layout::focus::{ways_in, ways_out};

use super::nearby::Nearby;
use super::traits::{Traits, asked_for};
use super::{Facet, Filter, Manner, Value};

/// What the person at the keyboard can reach.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Reach {
    /// Nobody has said who that is.
    #[default]
    Nobody,
    /// It is being worked out.
    Waiting,
    /// These roles.
    Known(Arc<RoleSet>),
}

/// What the answer depends on besides the filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grounds {
    /// The role in the middle.
    pub selected: RoleId,
    /// Which moves count.
    pub moves: MovesAllowed,
    /// The rules that are on.
    pub ruleset: Ruleset,
    /// Roles that are shown in any case: the one held, the one wanted, the route.
    pub always: Vec<RoleId>,
    /// What can be reached.
    pub reach: Reach,
}

/// How a role is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Showing {
    /// As ever.
    Shown,
    /// Faint.
    Dimmed,
    /// Not at all; its place stays empty.
    Hidden,
}

/// The part of [`Grounds`] that one facet depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Basis {
    Pack,
    Around(RoleId, MovesAllowed),
    Rules(Ruleset),
    Reach(Reach),
}

/// The roles that pass one facet; kept from one answer to the next as long as nothing it depends on changes.
#[derive(Debug, PartialEq, Eq)]
struct Part {
    facet: Facet,
    values: Vec<Value>,
    basis: Basis,
    /// Nothing as long as it is not known; then every role passes.
    set: Option<RoleSet>,
}

/// What a filter lets through.
#[derive(Debug, PartialEq, Eq)]
pub struct Sifted {
    filter: Filter,
    grounds: Grounds,
    parts: Vec<Arc<Part>>,
    passing: usize,
    shown: Arc<RoleSet>,
    lost: Vec<(Facet, usize)>,
    ways_lost: usize,
    /// Lanes × levels: how many roles are shown.
    cells: Vec<usize>,
    levels: usize,
    roles: usize,
}

impl Sifted {
    /// What passes `filter`; `before` is an earlier answer, of which is kept what is still true.
    #[must_use]
    pub fn new(world: World<'_>, traits: &Traits, filter: &Filter, grounds: &Grounds, before: Option<&Self>) -> Self {
        let roles = world.pack.role_ids().len();
        let parts: Vec<Arc<Part>> =
            filter.facets().map(|facet| part(world, traits, filter.of(facet), facet, grounds, before)).collect();
        let sets: Vec<(Facet, &RoleSet)> =
            parts.iter().filter_map(|part| Some((part.facet, part.set.as_ref()?))).collect();
        let passes = |role: RoleId| sets.iter().all(|(_, set)| set.contains(role));
        let always: RoleSet = grounds.always.iter().copied().chain([grounds.selected]).collect();
        let anyway = always.iter().filter(|&role| !passes(role)).count();
        let mut shown = RoleSet::all_of(roles);
        let mut lost = Vec::new();
        for &(facet, set) in &sets {
            let before = shown.len();
            let mut let_through = set.clone();
            always.iter().for_each(|role| _ = let_through.insert(role));
            shown.keep(&let_through);
            lost.push((facet, before - shown.len()));
        }
        let passing = shown.len() - anyway;
        let levels = world.order.levels();
        let mut cells = vec![0; world.order.lanes() * levels];
        for role in shown.iter() {
            let (lane, level) = world.order.place(role);
            cells[lane * levels + level] += 1;
        }
        let out = ways_out(world.pack, world.graph, grounds.selected, grounds.moves);
        let into = ways_in(world.pack, world.graph, grounds.selected, grounds.moves);
        let ways_lost = out.into_iter().chain(into).filter(|&(other, _)| !shown.contains(other)).count();
        let (filter, grounds, shown) = (filter.clone(), grounds.clone(), Arc::new(shown));
        Self { filter, grounds, parts, passing, shown, lost, ways_lost, cells, levels, roles }
    }

    /// Whether it is the answer for this filter on these grounds.
    #[must_use]
    pub fn answers(&self, filter: &Filter, grounds: &Grounds) -> bool {
        self.filter == *filter && self.grounds == *grounds
    }

    /// What was asked.
    #[must_use]
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// What the answer depends on besides.
    #[must_use]
    pub const fn grounds(&self) -> &Grounds {
        &self.grounds
    }

    /// How many roles there are.
    #[must_use]
    pub const fn roles(&self) -> usize {
        self.roles
    }

    /// How many roles pass.
    #[must_use]
    pub const fn passing(&self) -> usize {
        self.passing
    }

    /// The roles that are shown: those that pass, and those that are shown in any case.
    #[must_use]
    pub const fn shown(&self) -> &Arc<RoleSet> {
        &self.shown
    }

    /// How many roles are shown though they do not pass: the one selected, the one held, the one wanted, the route.
    #[must_use]
    pub fn shown_anyway(&self) -> usize {
        self.shown.len() - self.passing
    }

    /// How many roles each facet keeps out that those before it let through. With those that are shown they are all
    /// roles.
    #[must_use]
    pub fn lost(&self) -> &[(Facet, usize)] {
        &self.lost
    }

    /// How many ways out of and into the selected role are not drawn, as their other end is not shown.
    #[must_use]
    pub const fn ways_lost(&self) -> usize {
        self.ways_lost
    }

    /// The facets of which it is not known yet what passes.
    pub fn unknown(&self) -> impl Iterator<Item = Facet> + '_ {
        self.parts.iter().filter(|part| part.set.is_none()).map(|part| part.facet)
    }

    /// How many roles of a lane and level are shown.
    #[must_use]
    pub fn left_in(&self, lane: usize, level: usize) -> usize {
        self.cells.get(lane * self.levels + level).copied().unwrap_or(0)
    }

    /// How many roles of a lane are shown.
    #[must_use]
    pub fn left_in_lane(&self, lane: usize) -> usize {
        (0..self.levels).map(|level| self.left_in(lane, level)).sum()
    }

    /// How a role is shown.
    #[must_use]
    pub fn look_of(&self, role: RoleId, manner: Manner) -> Showing {
        match manner {
            _ if self.shown.contains(role) => Showing::Shown,
            Manner::Dim => Showing::Dimmed,
            Manner::Hide => Showing::Hidden,
        }
    }

    /// The roles that pass all facets but one: among them one chooses in that one.
    #[must_use]
    pub fn passing_all_but(&self, facet: Facet) -> RoleSet {
        let mut left = RoleSet::all_of(self.roles);
        for part in self.parts.iter().filter(|part| part.facet != facet) {
            if let Some(set) = &part.set {
                left.keep(set);
            }
        }
        left
    }
}

fn part(
    world: World<'_>,
    traits: &Traits,
    values: Vec<Value>,
    facet: Facet,
    grounds: &Grounds,
    before: Option<&Sifted>,
) -> Arc<Part> {
    let basis = match facet {
        Facet::Near => Basis::Around(grounds.selected, grounds.moves),
        Facet::Rules => Basis::Rules(grounds.ruleset),
        Facet::Reach => Basis::Reach(grounds.reach.clone()),
        Facet::Family | Facet::Level | Facet::Sector | Facet::Region | Facet::Posts => Basis::Pack,
    };
    let is_same = |part: &&Arc<Part>| part.facet == facet && part.values == values && part.basis == basis;
    if let Some(known) = before.and_then(|before| before.parts.iter().find(is_same)) {
        return Arc::clone(known);
    }
    let set = set_of(world, traits, &values, grounds);
    Arc::new(Part { facet, values, basis, set })
}

/// The roles that have one of some values of one facet; nothing when that is not known.
pub(super) fn set_of(world: World<'_>, traits: &Traits, values: &[Value], grounds: &Grounds) -> Option<RoleSet> {
    let pack = world.pack;
    let those = |wanted: &dyn Fn(RoleId) -> bool| Some(RoleSet::those_of(pack.role_ids().len(), wanted));
    // A filter gives its values in order.
    let has = |value: Value| values.binary_search(&value).is_ok();
    match values.first()?.facet() {
        Facet::Near => {
            let within = values.iter().find_map(|value| match value {
                Value::Near(within) => Some(*within),
                _ => None,
            })?;
            Some(Nearby::around(world, grounds.moves, grounds.selected, within).roles(within).collect())
        }
        Facet::Family => those(&|role| has(Value::Family(pack.role(role).family))),
        Facet::Level => those(&|role| has(Value::Level(pack.role(role).level))),
        Facet::Sector => those(&|role| has(Value::Sector(traits.sector(role)))),
        Facet::Region => {
            let regions = values.iter().filter_map(|value| match value {
                Value::Region(region) => traits.in_region(*region),
                _ => None,
            });
            Some(regions.flat_map(RoleSet::iter).collect())
        }
        Facet::Rules => those(&|role| has(Value::Rules(asked_for(pack, grounds.ruleset, role)))),
        Facet::Posts => Some(traits.challenged().clone()),
        Facet::Reach => match &grounds.reach {
            Reach::Known(set) => Some(set.as_ref().clone()),
            Reach::Nobody | Reach::Waiting => None,
        },
    }
}
