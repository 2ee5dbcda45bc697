//! Families found from the graph alone: things that have more to do with each other than chance would give.
//!
//! The local moving of Blondel et al. (2008), *Fast unfolding of communities in large networks*: each thing joins the
//! family with which it gains most modularity.

use super::index::narrow;
use super::weighted::Weighted;

const PASSES: usize = 8;
/// In graphs with more things half as many passes have to do.
const MANY: usize = 5_000;

/// Which thing is moved first. The families differ a little, which gives a search another place to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    First,
    Last,
}

/// For each thing the number of its family, from 0 in the order of their first thing; and how many families there are.
/// O(passes × E).
pub(super) fn families(graph: &Weighted, from: From) -> (Vec<u32>, usize) {
    let things = narrow(graph.count());
    let mut found = Families {
        graph,
        family: (0..things).collect(),
        volume: (0..things).map(|thing| graph.volume(thing)).collect(),
        all: (0..things).map(|thing| graph.volume(thing)).sum(),
        common: vec![0; graph.count()],
        seen: Vec::new(),
        stirred: vec![true; graph.count()],
    };
    for _ in 0..if graph.count() > MANY { PASSES / 2 } else { PASSES } {
        let turn = |at: u32| if from == From::First { at } else { things - 1 - at };
        let moved = (0..things).filter(|&at| found.settle(turn(at))).count();
        if moved * 50 < graph.count() {
            break;
        }
    }
    found.numbered()
}

struct Families<'a> {
    graph: &'a Weighted,
    family: Vec<u32>,
    /// For each family the sum of its things' volumes.
    volume: Vec<u64>,
    all: u64,
    /// The weight between the thing in hand and each family.
    common: Vec<u64>,
    seen: Vec<u32>,
    /// Whether a neighbour has moved since the thing was last settled.
    stirred: Vec<bool>,
}

impl Families<'_> {
    /// Moves a thing into the family with which it has most in common beyond chance.
    fn settle(&mut self, thing: u32) -> bool {
        if !std::mem::replace(&mut self.stirred[thing as usize], false) {
            return false;
        }
        let own = self.graph.volume(thing);
        let home = self.family[thing as usize];
        self.seen.clear();
        for &(other, weight) in self.graph.of(thing) {
            let family = self.family[other as usize];
            if self.common[family as usize] == 0 {
                self.seen.push(family);
            }
            self.common[family as usize] += u64::from(weight);
        }
        self.volume[home as usize] -= own;
        let gain = |family: u32| {
            let common = self.common[family as usize] * self.all;
            let chance = own * self.volume[family as usize];
            i64::try_from(common).unwrap_or(i64::MAX) - i64::try_from(chance).unwrap_or(i64::MAX)
        };
        let mut best = (gain(home), home);
        for &family in &self.seen {
            let gain = gain(family);
            if gain > best.0 {
                best = (gain, family);
            }
        }
        for &family in &self.seen {
            self.common[family as usize] = 0;
        }
        self.volume[best.1 as usize] += own;
        self.family[thing as usize] = best.1;
        if best.1 == home {
            return false;
        }
        for &(other, _) in self.graph.of(thing) {
            self.stirred[other as usize] = true;
        }
        true
    }

    fn numbered(mut self) -> (Vec<u32>, usize) {
        let mut number = vec![u32::MAX; self.family.len()];
        let mut count = 0;
        for family in &mut self.family {
            let number = &mut number[*family as usize];
            if *number == u32::MAX {
                *number = count;
                count += 1;
            }
            *family = *number;
        }
        (self.family, count as usize)
    }
}
