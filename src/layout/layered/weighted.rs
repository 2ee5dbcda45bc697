//! A weighted graph of things with sizes, and how it is made coarser.

use super::index::narrow;

/// Things with sizes, and for each the things it has to do with and how much.
#[derive(Debug, Clone)]
pub(super) struct Weighted {
    sizes: Vec<u32>,
    starts: Vec<u32>,
    edges: Vec<(u32, u32)>,
}

impl Weighted {
    /// Counts how often each pair occurs, whichever comes first. O(P log P) for P pairs.
    pub(super) fn new(sizes: Vec<u32>, pairs: impl Iterator<Item = (u32, u32)>) -> Self {
        let arcs = pairs.filter(|(a, b)| a != b).flat_map(|(a, b)| [(a, b, 1), (b, a, 1)]).collect();
        Self::merged(sizes, arcs)
    }

    fn merged(sizes: Vec<u32>, mut arcs: Vec<(u32, u32, u32)>) -> Self {
        arcs.sort_unstable();
        let mut starts = vec![0_u32; sizes.len() + 1];
        let mut edges: Vec<(u32, u32)> = Vec::with_capacity(arcs.len());
        let mut last = None;
        for (from, to, weight) in arcs {
            match edges.last_mut() {
                Some(edge) if last == Some((from, to)) => edge.1 += weight,
                _ => {
                    starts[from as usize + 1] += 1;
                    edges.push((to, weight));
                    last = Some((from, to));
                }
            }
        }
        for at in 0..sizes.len() {
            starts[at + 1] += starts[at];
        }
        Self { sizes, starts, edges }
    }

    pub(super) fn count(&self) -> usize {
        self.sizes.len()
    }

    pub(super) fn size(&self, thing: u32) -> i64 {
        i64::from(self.sizes[thing as usize])
    }

    pub(super) fn of(&self, thing: u32) -> &[(u32, u32)] {
        &self.edges[self.starts[thing as usize] as usize..self.starts[thing as usize + 1] as usize]
    }

    /// Pairs things along heavy edges, small things first. Gives the graph of the pairs, and who is in each.
    pub(super) fn coarsened(&self) -> (Self, Vec<(u32, Option<u32>)>) {
        let mut things: Vec<u32> = (0..narrow(self.count())).collect();
        things.sort_by_key(|&thing| self.sizes[thing as usize]);
        let mut pair_of = vec![u32::MAX; self.count()];
        let mut pairs = Vec::new();
        for thing in things {
            if pair_of[thing as usize] != u32::MAX {
                continue;
            }
            let free = self.of(thing).iter().filter(|(other, _)| pair_of[*other as usize] == u32::MAX);
            // Weight for size: a small thing that is all tied to this one comes before a big one tied a little more.
            let near = |&(other, weight): &(u32, u32)| {
                (u64::from(weight) << 32) / u64::from(self.sizes[other as usize].max(1))
            };
            let partner = free.max_by_key(|edge| (near(edge), std::cmp::Reverse(edge.0))).map(|&(other, _)| other);
            pair_of[thing as usize] = narrow(pairs.len());
            if let Some(partner) = partner {
                pair_of[partner as usize] = narrow(pairs.len());
            }
            pairs.push((thing, partner));
        }
        let size = |thing: u32| self.sizes[thing as usize];
        let sizes = pairs.iter().map(|&(first, second)| size(first) + second.map_or(0, size)).collect();
        let arcs = (0..narrow(self.count()))
            .flat_map(|thing| self.of(thing).iter().map(move |&(other, weight)| (thing, other, weight)));
        let arcs = arcs
            .map(|(a, b, weight)| (pair_of[a as usize], pair_of[b as usize], weight))
            .filter(|(a, b, _)| a != b)
            .collect();
        (Self::merged(sizes, arcs), pairs)
    }
}
