//! Exact counting of crossings between neighbouring layers, by an accumulator tree: Barth, Jünger & Mutzel (2004),
//! *Simple and efficient bilayer cross counting*, here with Fenwick's tree. O(E log V), no arc pair is looked at.

use super::index::narrow;
use super::order::Order;
use super::skeleton::Skeleton;

/// Counts, and keeps its memory for the next count.
#[derive(Debug, Default)]
pub(super) struct Counter {
    tree: Vec<u32>,
    ends: Vec<u32>,
}

impl Counter {
    /// The crossings of all arcs. Two arcs that share an end do not cross.
    pub(super) fn total(&mut self, skeleton: &Skeleton, order: &Order) -> u64 {
        (1..skeleton.layers()).map(|lower| self.above(skeleton, order, lower)).sum()
    }

    /// The crossings between `lower` and the layer before it.
    pub(super) fn above(&mut self, skeleton: &Skeleton, order: &Order, lower: usize) -> u64 {
        let width = skeleton.layer(lower).len();
        self.tree.clear();
        self.tree.resize(width + 1, 0);
        let (mut crossings, mut seen) = (0_u64, 0_u32);
        for &vertex in &order.slots[skeleton.layer(lower - 1)] {
            let ends = skeleton.down().of(vertex);
            self.ends.clear();
            self.ends.extend(ends.iter().map(|&end| order.places[end as usize] + 1));
            // All are asked before any is entered: arcs of one vertex do not cross each other.
            crossings += self.ends.iter().map(|&end| u64::from(seen - self.up_to(end))).sum::<u64>();
            for at in 0..self.ends.len() {
                self.enter(self.ends[at] as usize);
            }
            seen += narrow(ends.len());
        }
        crossings
    }

    #[inline]
    fn up_to(&self, end: u32) -> u32 {
        let (mut at, mut sum) = (end as usize, 0);
        while at > 0 {
            sum += self.tree[at];
            at &= at - 1;
        }
        sum
    }

    #[inline]
    fn enter(&mut self, mut at: usize) {
        while at < self.tree.len() {
            self.tree[at] += 1;
            at += at & at.wrapping_neg();
        }
    }
}

/// The crossings of an order: pairs of arcs between the same two layers whose ends stand in opposite order, a long edge
/// being cut into arcs of one layer each.
#[must_use]
pub fn crossings(skeleton: &Skeleton, order: &Order) -> u64 {
    Counter::default().total(skeleton, order)
}
