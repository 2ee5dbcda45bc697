//! Rows: for a fixed order every vertex as near as can be to the mean of its neighbours.
//!
//! For one layer this is an isotonic regression, solved exactly in linear time by pooling adjacent violators (Ayer et al.
//! 1955); the layers are gone through down and up a few times. Vertices of a layer cannot overlap by construction.

use petgraph::graph::NodeIndex;

use super::index::{narrow, row};
use super::order::Order;
use super::skeleton::{Skeleton, Vertex};

const PASSES: usize = 6;
/// How strongly a vertex is held at its earlier row, beside the pull of one edge.
const HOLD: f64 = 2.0;

/// A whole row for every vertex that is shown, from 0. Where lanes were given, each has rows of its own in all layers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    of_vertex: Vec<Option<u32>>,
    count: u32,
    tops: Vec<u32>,
}

impl Rows {
    /// Rows for an order. O(V + E).
    #[must_use]
    pub fn new(skeleton: &Skeleton, order: &Order) -> Self {
        Packing::new(skeleton, order, |_| true).rows(None)
    }

    /// Rows for what is left after some nodes are hidden: in the same order, near to where they were. The bends of an
    /// edge go with either of its ends. O(V + E).
    #[must_use]
    pub fn compacted(&self, skeleton: &Skeleton, order: &Order, shown: impl Fn(NodeIndex) -> bool) -> Self {
        Packing::new(skeleton, order, shown).rows(Some(self))
    }

    /// The row of a node, if it is shown.
    #[must_use]
    pub fn of(&self, skeleton: &Skeleton, node: NodeIndex) -> Option<u32> {
        self.of_vertex[skeleton.number(node) as usize]
    }

    /// The vertices of a layer that are shown with their rows, from top to bottom.
    pub fn layer<'a>(
        &'a self,
        skeleton: &'a Skeleton,
        order: &'a Order,
        layer: usize,
    ) -> impl Iterator<Item = (Vertex, u32)> + 'a {
        let shown = order.slots[skeleton.layer(layer)].iter();
        shown.filter_map(|&vertex| self.of_vertex[vertex as usize].map(|row| (skeleton.vertex(vertex), row)))
    }

    /// How many rows there are.
    #[must_use]
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// The first row of each lane, in the order of the lanes.
    #[must_use]
    pub fn tops(&self) -> &[u32] {
        &self.tops
    }
}

/// Vertices pooled because they would stand on each other: where the first stands less its number, and their weight.
#[derive(Debug, Clone, Copy)]
struct Pool {
    height: f64,
    weight: f64,
    count: usize,
}

struct Packing<'a> {
    skeleton: &'a Skeleton,
    /// The vertices that are shown, cell by cell in their order.
    slots: Vec<u32>,
    cells: Vec<u32>,
    shown: Vec<bool>,
    /// The first row of each lane, and the end.
    tops: Vec<u32>,
    heights: Vec<f64>,
    pools: Vec<Pool>,
}

impl<'a> Packing<'a> {
    fn new(skeleton: &'a Skeleton, order: &Order, shown: impl Fn(NodeIndex) -> bool) -> Self {
        let shown = visible(skeleton, shown);
        let (mut slots, mut cells) = (Vec::with_capacity(order.slots.len()), vec![0]);
        for cell in 0..skeleton.layers() * skeleton.lane_count() {
            slots.extend(order.slots[skeleton.cell_at(cell)].iter().filter(|&&vertex| shown[vertex as usize]));
            cells.push(narrow(slots.len()));
        }
        let mut tops = vec![0; skeleton.lane_count() + 1];
        for lane in 0..skeleton.lane_count() {
            let width = |layer: usize| {
                let cell = layer * skeleton.lane_count() + lane;
                cells[cell + 1] - cells[cell]
            };
            tops[lane + 1] = tops[lane] + (0..skeleton.layers()).map(width).max().unwrap_or(0);
        }
        Self { skeleton, heights: vec![0.0; shown.len()], slots, cells, shown, tops, pools: Vec::new() }
    }

    fn rows(mut self, before: Option<&Rows>) -> Rows {
        self.begin();
        let layers = self.skeleton.layers();
        for pass in 0..PASSES {
            for step in 0..layers {
                let layer = if pass % 2 == 0 { step } else { layers - 1 - step };
                for lane in 0..self.skeleton.lane_count() {
                    self.pool(layer, lane, pass, before);
                }
            }
        }
        self.whole()
    }

    /// Every cell in the middle of its lane.
    fn begin(&mut self) {
        for cell in 0..self.cells.len() - 1 {
            let lane = cell % self.skeleton.lane_count();
            let slots = self.cells[cell] as usize..self.cells[cell + 1] as usize;
            let room = self.tops[lane + 1] - self.tops[lane] - narrow(slots.len());
            let top = f64::from(self.tops[lane]) + f64::from(room) / 2.0;
            for (at, &vertex) in (0_u32..).zip(&self.slots[slots]) {
                self.heights[vertex as usize] = top + f64::from(at);
            }
        }
    }

    /// The best heights of a cell while the other layers stand still.
    fn pool(&mut self, layer: usize, lane: usize, pass: usize, before: Option<&Rows>) {
        let cell = layer * self.skeleton.lane_count() + lane;
        let slots = self.cells[cell] as usize..self.cells[cell + 1] as usize;
        self.pools.clear();
        for (at, slot) in (0_u32..).zip(slots.clone()) {
            let (wanted, weight) = self.wish(self.slots[slot], pass, before);
            self.pools.push(Pool { height: wanted - f64::from(at), weight, count: 1 });
            while let [.., upper, lower] = self.pools.as_mut_slice() {
                if upper.height <= lower.height {
                    break;
                }
                let weight = upper.weight + lower.weight;
                upper.height = (upper.height * upper.weight + lower.height * lower.weight) / weight;
                upper.weight = weight;
                upper.count += lower.count;
                self.pools.pop();
            }
        }
        // A bounded isotonic regression is the free one, cut at the bounds.
        let least = f64::from(self.tops[lane]);
        let most = f64::from(self.tops[lane + 1] - narrow(slots.len()));
        let bounded = self.skeleton.lane_count() > 1;
        let (mut slot, mut at) = (slots.start, 0_u32);
        for pool in &self.pools {
            let height = if bounded { pool.height.clamp(least, most) } else { pool.height };
            for _ in 0..pool.count {
                self.heights[self.slots[slot] as usize] = height + f64::from(at);
                slot += 1;
                at += 1;
            }
        }
    }

    /// Where a vertex wants to stand and how much. Long edges want to be straight more than others.
    fn wish(&self, vertex: u32, pass: usize, before: Option<&Rows>) -> (f64, f64) {
        let bend = self.skeleton.is_bend(vertex);
        let down = pass.is_multiple_of(2);
        let both = bend || pass + 2 >= PASSES;
        let (mut sum, mut weight) = (0.0, 0.0);
        for (neighbours, used) in [(self.skeleton.up(), down), (self.skeleton.down(), !down)] {
            if !both && !used {
                continue;
            }
            for &end in neighbours.of(vertex).iter().filter(|&&end| self.shown[end as usize]) {
                let pull = match (bend, self.skeleton.is_bend(end)) {
                    (true, true) => 8.0,
                    (false, false) => 1.0,
                    _ => 2.0,
                };
                sum += pull * self.heights[end as usize];
                weight += pull;
            }
        }
        for &end in self.skeleton.lateral().of(vertex).iter().filter(|&&end| self.shown[end as usize]) {
            sum += self.heights[end as usize];
            weight += 1.0;
        }
        if let Some(row) = before.and_then(|rows| rows.of_vertex[vertex as usize]) {
            sum += HOLD * f64::from(row);
            weight += HOLD;
        }
        if weight > 0.0 { (sum / weight, weight) } else { (self.heights[vertex as usize], 1e-3) }
    }

    /// To whole rows; order and distance are kept.
    fn whole(self) -> Rows {
        let least = self.slots.iter().map(|&vertex| self.heights[vertex as usize]).fold(f64::INFINITY, f64::min);
        let least = if self.skeleton.lane_count() > 1 { 0.0 } else { least };
        let mut rows = vec![None; self.shown.len()];
        let mut count = 0;
        for cell in 0..self.cells.len() - 1 {
            let lane = cell % self.skeleton.lane_count();
            let slots = self.cells[cell] as usize..self.cells[cell + 1] as usize;
            let bounded = self.skeleton.lane_count() > 1;
            let (mut next, mut left) = (if bounded { self.tops[lane] } else { 0 }, narrow(slots.len()));
            for &vertex in &self.slots[slots] {
                let most = if bounded { self.tops[lane + 1] - left } else { u32::MAX };
                let here = row(self.heights[vertex as usize] - least).clamp(next, most);
                rows[vertex as usize] = Some(here);
                next = here + 1;
                left -= 1;
                count = count.max(next);
            }
        }
        let mut tops = self.tops;
        tops.pop();
        Rows { of_vertex: rows, count, tops }
    }
}

/// Which vertices are shown: a bend if both ends of its edge are.
fn visible(skeleton: &Skeleton, shown: impl Fn(NodeIndex) -> bool) -> Vec<bool> {
    let node = |vertex: u32| match skeleton.vertex(vertex) {
        Vertex::Node(node) => Some(shown(node)),
        Vertex::Bend(_) => None,
    };
    let vertices = 0..narrow(skeleton.vertices());
    let mut seen: Vec<bool> = vertices.clone().map(|vertex| node(vertex).unwrap_or(true)).collect();
    // Vertices are numbered layer by layer, so an end is known before the bends that hang on it.
    for bend in vertices.clone().filter(|&vertex| skeleton.is_bend(vertex)) {
        seen[bend as usize] = skeleton.up().of(bend).iter().all(|&end| seen[end as usize]);
    }
    for bend in vertices.rev().filter(|&vertex| skeleton.is_bend(vertex)) {
        seen[bend as usize] &= skeleton.down().of(bend).iter().all(|&end| seen[end as usize]);
    }
    seen
}
