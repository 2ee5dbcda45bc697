//! A weighted graph of things with sizes, and how it is made coarser.

use super::index::narrow;

/// Things with sizes, and for each the things it has to do with and how much.
#[derive(Debug, Clone)]
pub(super) struct Weighted {
    sizes: Vec<u32>,
    /// For each thing the weights of all its edges, those inside it twice.
    volumes: Vec<u64>,
    starts: Vec<u32>,
    edges: Vec<(u32, u32)>,
}

impl Weighted {
    /// Counts how often each pair occurs, whichever comes first. `pairs` is gone through twice. O(V + P) for P pairs.
    pub(super) fn new<I: Iterator<Item = (u32, u32)>>(sizes: Vec<u32>, pairs: impl Fn() -> I) -> Self {
        let arcs = || pairs().flat_map(|(a, b)| [(a, b), (b, a)]);
        let mut starts = vec![0_u32; sizes.len() + 1];
        for (from, _) in arcs() {
            starts[from as usize + 1] += 1;
        }
        for at in 0..sizes.len() {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut edges = vec![(0, 1); starts[sizes.len()] as usize];
        for (from, to) in arcs() {
            edges[next[from as usize] as usize].0 = to;
            next[from as usize] += 1;
        }
        let volumes = starts.windows(2).map(|range| u64::from(range[1] - range[0])).collect();
        let single = Self { sizes, volumes, starts, edges };
        let own: Vec<u32> = (0..narrow(single.count())).collect();
        single.merged(&own, single.count())
    }

    /// The graph of the groups; what was between two of a group is gone, but counts in its volume. O(V + E).
    pub(super) fn merged(&self, group: &[u32], groups: usize) -> Self {
        let (starts, members) = members(group, groups);
        let mut coarse = Self {
            sizes: vec![0; groups],
            volumes: vec![0; groups],
            starts: vec![0],
            edges: Vec::with_capacity(self.edges.len()),
        };
        let mut slot = vec![u32::MAX; groups];
        for at in 0..groups {
            let first = coarse.edges.len();
            for &thing in &members[starts[at] as usize..starts[at + 1] as usize] {
                coarse.sizes[at] += self.sizes[thing as usize];
                coarse.volumes[at] += self.volumes[thing as usize];
                for &(other, weight) in self.of(thing) {
                    let other = group[other as usize];
                    let slot = &mut slot[other as usize];
                    if other as usize == at {
                        continue;
                    }
                    if *slot == u32::MAX {
                        *slot = narrow(coarse.edges.len());
                        coarse.edges.push((other, weight));
                    } else {
                        coarse.edges[*slot as usize].1 += weight;
                    }
                }
            }
            for (other, _) in &coarse.edges[first..] {
                slot[*other as usize] = u32::MAX;
            }
            coarse.starts.push(narrow(coarse.edges.len()));
        }
        coarse
    }

    pub(super) fn count(&self) -> usize {
        self.sizes.len()
    }

    pub(super) fn size(&self, thing: u32) -> i64 {
        i64::from(self.sizes[thing as usize])
    }

    pub(super) fn volume(&self, thing: u32) -> u64 {
        self.volumes[thing as usize]
    }

    pub(super) fn of(&self, thing: u32) -> &[(u32, u32)] {
        &self.edges[self.starts[thing as usize] as usize..self.starts[thing as usize + 1] as usize]
    }
}

/// The members of each group, in one array with the first of each.
pub(super) fn members(group: &[u32], groups: usize) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0_u32; groups + 1];
    for &group in group {
        starts[group as usize + 1] += 1;
    }
    for at in 0..groups {
        starts[at + 1] += starts[at];
    }
    let mut next = starts.clone();
    let mut members = vec![0; group.len()];
    for (thing, &group) in (0..).zip(group) {
        members[next[group as usize] as usize] = thing;
        next[group as usize] += 1;
    }
    (starts, members)
}
