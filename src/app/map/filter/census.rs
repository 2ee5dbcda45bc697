//! How many roles each value has, and how many of them the rest of the filter lets through.

use std::collections::BTreeMap;

use crate::domain::id::RoleId;
use crate::domain::role_set::RoleSet;
use crate::layout::World;

use super::nearby::Nearby;
use super::sift::{Grounds, Reach, Sifted};
use super::traits::{Traits, asked_for};
use super::{Facet, Filter, Sector, Value, Within};

/// The roles of a value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// How many there are.
    pub all: usize,
    /// How many of them pass what is chosen in the other facets.
    pub left: usize,
}

/// The counts of all values, for one filter on its grounds. What is not known has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Census {
    filter: Filter,
    grounds: Grounds,
    counts: BTreeMap<Value, Count>,
}

impl Census {
    /// Counts, for what passes `sifted`.
    #[must_use]
    pub fn new(world: World<'_>, traits: &Traits, sifted: &Sifted) -> Self {
        let grounds = sifted.grounds();
        let all = RoleSet::all_of(sifted.roles());
        let mut counts = BTreeMap::new();
        for facet in Facet::ALL {
            let values = traits.values(world.pack, facet);
            let left = sifted.passing_all_but(facet);
            let counter = Counter { world, traits, grounds };
            let of_all = counter.count(facet, &values, &all);
            let of_left = if left == all { of_all.clone() } else { counter.count(facet, &values, &left) };
            for (value, (all, left)) in values.into_iter().zip(of_all.into_iter().zip(of_left)) {
                counts.insert(value, Count { all, left });
            }
        }
        Self { filter: sifted.filter().clone(), grounds: grounds.clone(), counts }
    }

    /// Whether it counts for this filter on these grounds.
    #[must_use]
    pub fn is_of(&self, sifted: &Sifted) -> bool {
        sifted.answers(&self.filter, &self.grounds)
    }

    /// The count of a value; nothing when it is not known.
    #[must_use]
    pub fn of(&self, value: Value) -> Option<Count> {
        self.counts.get(&value).copied()
    }
}

struct Counter<'a> {
    world: World<'a>,
    traits: &'a Traits,
    grounds: &'a Grounds,
}

impl Counter<'_> {
    /// How many of `among` each of a facet's values has; empty when it is not known.
    fn count(&self, facet: Facet, values: &[Value], among: &RoleSet) -> Vec<usize> {
        let Self { world, traits, grounds } = *self;
        let by = |slot: &dyn Fn(RoleId) -> usize| {
            let mut counts = vec![0; values.len()];
            for role in among.iter() {
                if let Some(count) = counts.get_mut(slot(role)) {
                    *count += 1;
                }
            }
            counts
        };
        match facet {
            Facet::Near => {
                let nearby = Nearby::around(world, grounds.moves, grounds.selected, Within::Three);
                let within = |within| nearby.roles(within).filter(|&role| among.contains(role)).count();
                Within::ALL.map(within).to_vec()
            }
            Facet::Family => by(&|role| world.order.place(role).0),
            Facet::Level => by(&|role| world.order.place(role).1),
            Facet::Sector => by(&|role| match traits.sector(role) {
                Sector::Named(at) => at,
                Sector::Any => traits.sectors().len(),
            }),
            Facet::Rules => by(&|role| {
                let change = Value::Rules(asked_for(world.pack, grounds.ruleset, role));
                values.iter().position(|&value| value == change).unwrap_or(values.len())
            }),
            Facet::Region => {
                let of = |value: &Value| match value {
                    Value::Region(region) => traits.in_region(*region).map_or(0, |set| common(set, among)),
                    _ => 0,
                };
                values.iter().map(of).collect()
            }
            Facet::Posts => vec![common(traits.challenged(), among)],
            Facet::Reach => match &grounds.reach {
                Reach::Known(set) => vec![common(set, among)],
                Reach::Nobody | Reach::Waiting => Vec::new(),
            },
        }
    }
}

fn common(set: &RoleSet, among: &RoleSet) -> usize {
    let mut both = set.clone();
    both.keep(among);
    both.len()
}
