//! Families found from the graph alone: vertices that have more edges with each other than chance would give.
//!
//! The local moving of Blondel et al. (2008), *Fast unfolding of communities in large networks*, one scale of it: the
//! coarser scales belong to [`super::arrangement`].

use super::adjacency::Adjacency;
use super::index::narrow;

const PASSES: usize = 6;

/// For each vertex the number of its family; families are numbered from 0 in the order of their first vertex.
/// O(passes × E).
pub(super) fn families(edges: &Adjacency, vertices: usize) -> (Vec<u32>, Vec<u32>) {
    let mut found = Families::new(edges, vertices);
    for _ in 0..PASSES {
        let moved = (0..narrow(vertices)).filter(|&vertex| found.settle(vertex)).count();
        if moved * 50 < vertices {
            break;
        }
    }
    found.numbered()
}

struct Families<'a> {
    edges: &'a Adjacency,
    family: Vec<u32>,
    /// For each family the sum of its vertices' degrees.
    volume: Vec<u32>,
    /// The edges from the vertex in hand into each family.
    common: Vec<u32>,
    seen: Vec<u32>,
}

impl<'a> Families<'a> {
    fn new(edges: &'a Adjacency, vertices: usize) -> Self {
        let family: Vec<u32> = (0..narrow(vertices)).collect();
        let volume = family.iter().map(|&vertex| edges.degree(vertex)).collect();
        Self { edges, volume, common: vec![0; vertices], seen: Vec::new(), family }
    }

    /// Moves a vertex into the family with which it has most in common beyond chance.
    fn settle(&mut self, vertex: u32) -> bool {
        let degree = u64::from(self.edges.degree(vertex));
        let home = self.family[vertex as usize];
        self.seen.clear();
        for &other in self.edges.of(vertex) {
            let family = self.family[other as usize];
            if self.common[family as usize] == 0 {
                self.seen.push(family);
            }
            self.common[family as usize] += 1;
        }
        let all = u64::from(self.edges.arcs());
        self.volume[home as usize] -= self.edges.degree(vertex);
        let gain = |family: u32| {
            let common = u64::from(self.common[family as usize]) * all;
            let chance = degree * u64::from(self.volume[family as usize]);
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
        self.volume[best.1 as usize] += self.edges.degree(vertex);
        self.family[vertex as usize] = best.1;
        best.1 != home
    }

    /// Families numbered without gaps, and their sizes.
    fn numbered(mut self) -> (Vec<u32>, Vec<u32>) {
        let mut number = vec![u32::MAX; self.family.len()];
        let mut sizes: Vec<u32> = Vec::new();
        for family in &mut self.family {
            let number = &mut number[*family as usize];
            if *number == u32::MAX {
                *number = narrow(sizes.len());
                sizes.push(0);
            }
            sizes[*number as usize] += 1;
            *family = *number;
        }
        (self.family, sizes)
    }
}
