//! Where a search begins.

use super::arrangement::arrange;
use super::chance::Chance;
use super::families::{From, families};
use super::index::narrow;
use super::order::Order;
use super::skeleton::Skeleton;
use super::weighted::Weighted;

/// How the first order is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seed {
    /// Families found in the graph, related ones next to each other.
    Families,
    /// The same, searched from the other end.
    FamiliesBackwards,
    /// By depth-first search from the first layer.
    FromTop,
    /// By depth-first search from the last layer.
    FromBottom,
    /// By depth-first search from roots in the order of a die.
    Thrown(u64),
}

impl Seed {
    /// Whether it knows which families there are.
    pub(super) const fn knows_families(self) -> bool {
        matches!(self, Self::Families | Self::FamiliesBackwards)
    }

    /// The first is the best guess when only one search is made.
    pub(super) const fn nth(n: usize) -> Self {
        match n {
            0 => Self::Families,
            1 => Self::FromTop,
            2 => Self::FromBottom,
            3 => Self::FamiliesBackwards,
            _ => Self::Thrown(n as u64),
        }
    }

    /// The order this seed gives; lanes are kept.
    pub(super) fn order(self, skeleton: &Skeleton) -> Order {
        let ranks = match self {
            Self::Families => by_family(skeleton, From::First),
            Self::FamiliesBackwards => by_family(skeleton, From::Last),
            Self::FromTop | Self::FromBottom | Self::Thrown(_) => depth_first(skeleton, self),
        };
        let mut order = Order::by_key(skeleton);
        for layer in 0..skeleton.layers() {
            for lane in 0..skeleton.lane_count() {
                let cell = skeleton.cell(layer, lane);
                order.slots[cell].sort_unstable_by_key(|&vertex| (ranks[vertex as usize], vertex));
            }
            order.note(skeleton, layer);
        }
        order
    }
}

/// For each vertex the place of its family in the line of families. A bend stands with the end of its edge.
fn by_family(skeleton: &Skeleton, from: From) -> Vec<u32> {
    let links = skeleton.links();
    let graph = Weighted::new(vec![1; skeleton.vertices()], || links.iter().copied());
    let (family, families) = families(&graph, from);
    let line = arrange(&graph.merged(&family, families));
    let mut place = vec![0; line.len()];
    for (at, &family) in (0..).zip(&line) {
        place[family as usize] = at;
    }
    let mut ranks: Vec<u32> = family.iter().map(|&family| place[family as usize]).collect();
    for layer in (0..skeleton.layers()).rev() {
        for vertex in skeleton.layer(layer).map(narrow) {
            if skeleton.is_bend(vertex) {
                ranks[vertex as usize] = ranks[skeleton.down().of(vertex)[0] as usize];
            }
        }
    }
    ranks
}

/// For each vertex when a depth-first search first met it.
fn depth_first(skeleton: &Skeleton, seed: Seed) -> Vec<u32> {
    let mut roots: Vec<u32> = (0..narrow(skeleton.vertices())).collect();
    match seed {
        Seed::FromBottom => roots.reverse(),
        Seed::Thrown(number) => shuffle(&mut roots, &mut Chance::new(number)),
        Seed::Families | Seed::FamiliesBackwards | Seed::FromTop => {}
    }
    let mut met = vec![u32::MAX; roots.len()];
    let (mut time, mut open) = (0, Vec::new());
    for root in roots {
        open.push(root);
        while let Some(vertex) = open.pop() {
            if met[vertex as usize] != u32::MAX {
                continue;
            }
            met[vertex as usize] = time;
            time += 1;
            let neighbours = skeleton.down().of(vertex).iter().chain(skeleton.up().of(vertex));
            open.extend(neighbours.filter(|&&other| met[other as usize] == u32::MAX));
        }
    }
    met
}

fn shuffle(roots: &mut [u32], chance: &mut Chance) {
    for last in (1..roots.len()).rev() {
        roots.swap(last, chance.below(last + 1));
    }
}
