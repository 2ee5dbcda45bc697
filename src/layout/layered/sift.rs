//! Sifting (Rudell 1993; for crossings Matuszewski, Schönfeld & Molitor 1999) within a window, for lanes too wide for a
//! table. O(w × window × d) for a lane of w vertices with d arcs each.

use std::cmp::Reverse;
use std::ops::Range;

use super::ends::Ends;
use super::index::narrow;
use super::order::Order;
use super::skeleton::Skeleton;

/// Moves each vertex of a cell, those with most arcs first, to the best place within `reach`. Gives the crossings saved.
pub(super) fn sift(
    skeleton: &Skeleton,
    order: &mut Order,
    layer: usize,
    cell: Range<usize>,
    reach: usize,
    ends: &mut Ends,
) -> u64 {
    ends.load(skeleton, order, cell.clone());
    let mut vertices = order.slots[cell.clone()].to_vec();
    vertices.sort_by_key(|&vertex| Reverse(skeleton.up().degree(vertex) + skeleton.down().degree(vertex)));
    let top = skeleton.layer(layer).start;
    let mut saved = 0;
    for vertex in vertices {
        let from = top + order.places[vertex as usize] as usize;
        let (change, to) = best(order, ends, &cell, from, reach);
        if change < 0 {
            saved += change.unsigned_abs();
            if to > from {
                order.slots[from..=to].rotate_left(1);
            } else {
                order.slots[to..=from].rotate_right(1);
            }
            for slot in from.min(to)..=from.max(to) {
                order.places[order.slots[slot] as usize] = narrow(slot - top);
            }
        }
    }
    saved
}

/// The best change within reach, and the slot.
fn best(order: &Order, ends: &Ends, cell: &Range<usize>, from: usize, reach: usize) -> (i64, usize) {
    let local = |slot: usize| order.slots[slot] as usize - cell.start;
    let vertex = local(from);
    let (mut best, mut to, mut change) = (0, from, 0);
    for slot in (cell.start.max(from.saturating_sub(reach))..from).rev() {
        change += i64::from(ends.difference(vertex, local(slot)));
        if change < best {
            (best, to) = (change, slot);
        }
    }
    change = 0;
    for slot in from + 1..cell.end.min(from + reach + 1) {
        change += i64::from(ends.difference(local(slot), vertex));
        if change < best {
            (best, to) = (change, slot);
        }
    }
    (best, to)
}
