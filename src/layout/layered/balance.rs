//! Two-sided passes: every vertex goes to the median of all its neighbours, before and after at once.
//!
//! A sweep looks at one side only and is led astray by single far neighbours; from a good seed it makes things worse. The
//! median of both sides is not moved by a few of them. O(E log d + V log V) a pass.

use super::crossings::Counter;
use super::index::{narrow, place};
use super::order::{Arranged, Order};
use super::skeleton::Skeleton;

/// Bits for a place in a layer.
const PLACE: u32 = 26;

/// Passes down and up, at most `passes`, until one gains less than a five-hundredth of the crossings. Gives the last
/// order that was better than those before it, and its crossings.
pub(super) fn balance(skeleton: &Skeleton, mut order: Order, passes: usize) -> Arranged {
    let mut counter = Counter::default();
    let mut balancer = Balancer::new(skeleton, &order);
    let mut fewest = counter.total(skeleton, &order);
    let mut best = order.clone();
    for pass in 0..passes {
        for step in 0..skeleton.layers() {
            balancer.sort(&mut order, if pass % 2 == 0 { step } else { skeleton.layers() - 1 - step });
        }
        let crossings = counter.total(skeleton, &order);
        let gained = fewest.saturating_sub(crossings);
        if crossings < fewest {
            fewest = crossings;
            best.clone_from(&order);
        }
        if gained * 500 < fewest || fewest == 0 {
            break;
        }
    }
    Arranged { order: best, crossings: fewest }
}

struct Balancer<'a> {
    skeleton: &'a Skeleton,
    /// For each vertex how far down it stands in its layer, of 2³⁰.
    heights: Vec<u32>,
    keys: Vec<u64>,
    old: Vec<u32>,
    ends: Vec<u32>,
}

impl<'a> Balancer<'a> {
    fn new(skeleton: &'a Skeleton, order: &Order) -> Self {
        let heights = vec![0; skeleton.vertices()];
        let mut balancer = Self { skeleton, heights, keys: Vec::new(), old: Vec::new(), ends: Vec::new() };
        for layer in 0..skeleton.layers() {
            balancer.note(order, layer);
        }
        balancer
    }

    /// Writes down how far down the vertices of a layer stand.
    fn note(&mut self, order: &Order, layer: usize) {
        let range = self.skeleton.layer(layer);
        let step = (1_u64 << 30) / range.len().max(1) as u64;
        for (at, &vertex) in (0_u64..).zip(&order.slots[range]) {
            self.heights[vertex as usize] = narrow(place(at * step + step / 2));
        }
    }

    fn sort(&mut self, order: &mut Order, layer: usize) {
        for lane in 0..self.skeleton.lane_count() {
            let cell = self.skeleton.cell(layer, lane);
            if cell.len() < 2 {
                continue;
            }
            self.keys.clear();
            self.old.clear();
            self.old.extend_from_slice(&order.slots[cell.clone()]);
            for at in 0..cell.len() {
                let key = self.wish(self.old[at]);
                self.keys.push(u64::from(key) << PLACE | at as u64);
            }
            self.keys.sort_unstable();
            for (slot, &key) in order.slots[cell].iter_mut().zip(&self.keys) {
                *slot = self.old[place(key & ((1 << PLACE) - 1))];
            }
        }
        order.note(self.skeleton, layer);
        self.note(order, layer);
    }

    /// The median of the heights of a vertex's neighbours; its own if it has none.
    #[inline]
    fn wish(&mut self, vertex: u32) -> u32 {
        let neighbours = self.skeleton.up().of(vertex).iter().chain(self.skeleton.down().of(vertex));
        let neighbours = neighbours.chain(self.skeleton.lateral().of(vertex));
        self.ends.clear();
        self.ends.extend(neighbours.map(|&end| self.heights[end as usize]));
        self.ends.sort_unstable();
        let middle = self.ends.len() / 2;
        match self.ends.len() {
            0 => self.heights[vertex as usize],
            count if count % 2 == 1 => self.ends[middle],
            _ => u32::midpoint(self.ends[middle - 1], self.ends[middle]),
        }
    }
}
