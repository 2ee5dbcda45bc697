//! Neighbours of every vertex in one array (compressed sparse rows).

use super::index::narrow;

/// For each vertex the vertices at the other ends of its arcs, in the order in which the arcs were given.
#[derive(Debug, Clone, Default)]
pub(super) struct Adjacency {
    starts: Vec<u32>,
    ends: Vec<u32>,
}

impl Adjacency {
    /// By counting: O(V + E). `arcs` is gone through twice and has to give the same arcs both times.
    pub(super) fn new<I: Iterator<Item = (u32, u32)>>(vertices: usize, arcs: impl Fn() -> I) -> Self {
        let mut starts = vec![0_u32; vertices + 1];
        for (from, _) in arcs() {
            starts[from as usize + 1] += 1;
        }
        for at in 0..vertices {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut ends = vec![0; starts[vertices] as usize];
        for (from, to) in arcs() {
            let slot = &mut next[from as usize];
            ends[*slot as usize] = to;
            *slot += 1;
        }
        Self { starts, ends }
    }

    #[inline]
    pub(super) fn of(&self, vertex: u32) -> &[u32] {
        &self.ends[self.starts[vertex as usize] as usize..self.starts[vertex as usize + 1] as usize]
    }

    #[inline]
    pub(super) fn degree(&self, vertex: u32) -> u32 {
        self.starts[vertex as usize + 1] - self.starts[vertex as usize]
    }

    pub(super) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub(super) fn arcs(&self) -> u32 {
        narrow(self.ends.len())
    }
}
