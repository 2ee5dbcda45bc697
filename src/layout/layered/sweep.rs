//! Sweeps: layer after layer is sorted by where its neighbours stand.
//!
//! The barycentre of Sugiyama, Tagawa & Toda (1981), every few sweeps the weighted median of Gansner et al. (1993),
//! after Eades & Wormald (1994). O(E + V log V) a sweep.

use super::crossings::Counter;
use super::index::{narrow, place};
use super::order::{Arranged, Order};
use super::skeleton::Skeleton;

/// Bits below the point of a mean place.
const FRACTION: u32 = 12;
/// Bits for a place in a layer.
const PLACE: u32 = 26;

/// When to stop.
#[derive(Debug, Clone, Copy)]
pub(super) struct Patience {
    /// At most this many sweeps.
    pub(super) sweeps: usize,
    /// At most this many after each other that gain less than half a per cent.
    pub(super) stalled: usize,
}

/// One way through the layers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Down,
    Up,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Centre {
    Mean,
    Median,
}

/// Sweeps down and up, and gives the best order met and its crossings.
pub(super) fn sweeps(skeleton: &Skeleton, mut order: Order, patience: Patience) -> Arranged {
    let mut sweeper = Sweeper { skeleton, keys: Vec::new(), old: Vec::new(), ends: Vec::new() };
    let mut counter = Counter::default();
    let mut fewest = counter.total(skeleton, &order);
    let mut best = order.clone();
    let mut stalled = 0;
    for round in 0..patience.sweeps {
        let centre = if round % 4 == 3 { Centre::Median } else { Centre::Mean };
        let side = if round % 2 == 0 { Side::Down } else { Side::Up };
        sweeper.sweep(&mut order, side, centre);
        let crossings = counter.total(skeleton, &order);
        let gained = fewest.saturating_sub(crossings);
        stalled = if gained * 200 >= fewest && gained > 0 { 0 } else { stalled + 1 };
        if crossings < fewest {
            fewest = crossings;
            best.clone_from(&order);
        }
        if stalled >= patience.stalled || fewest == 0 {
            break;
        }
    }
    Arranged { order: best, crossings: fewest }
}

struct Sweeper<'a> {
    skeleton: &'a Skeleton,
    keys: Vec<u64>,
    old: Vec<u32>,
    ends: Vec<u32>,
}

impl Sweeper<'_> {
    fn sweep(&mut self, order: &mut Order, side: Side, centre: Centre) {
        let layers = self.skeleton.layers();
        for step in 1..layers {
            let (layer, fixed) = match side {
                Side::Down => (step, step - 1),
                Side::Up => (layers - 1 - step, layers - step),
            };
            for lane in 0..self.skeleton.lane_count() {
                self.sort(order, (layer, fixed), lane, side, centre);
            }
            order.note(self.skeleton, layer);
        }
    }

    /// Sorts a lane of a layer by the places of its neighbours in the fixed layer. Who has none there keeps its slot;
    /// equals change places on the way up, so that no order is favoured.
    fn sort(&mut self, order: &mut Order, (layer, fixed): (usize, usize), lane: usize, side: Side, centre: Centre) {
        let cell = self.skeleton.cell(layer, lane);
        if cell.len() < 2 {
            return;
        }
        let widths = (self.skeleton.layer(layer).len() as u64, self.skeleton.layer(fixed).len() as u64);
        self.old.clear();
        self.old.extend_from_slice(&order.slots[cell.clone()]);
        self.keys.clear();
        let last = self.old.len() as u64 - 1;
        for (at, slot) in (0_u64..).zip(0..self.old.len()) {
            let tie = if side == Side::Up { last - at } else { at };
            if let Some(key) = self.key(order, self.old[slot], widths, side, centre) {
                self.keys.push(key << PLACE | tie);
            }
        }
        let all = self.keys.len() == self.old.len();
        self.keys.sort_unstable();
        let vertex = |key: u64| {
            let tie = key & ((1 << PLACE) - 1);
            self.old[place(if side == Side::Up { last - tie } else { tie })]
        };
        let slots = &mut order.slots[cell];
        if all {
            for (slot, &key) in slots.iter_mut().zip(&self.keys) {
                *slot = vertex(key);
            }
            return;
        }
        let neighbours = if side == Side::Down { self.skeleton.up() } else { self.skeleton.down() };
        let lateral = self.skeleton.lateral();
        let free = slots.iter_mut().filter(|slot| neighbours.degree(**slot) + lateral.degree(**slot) > 0);
        for (slot, &key) in free.zip(&self.keys) {
            *slot = vertex(key);
        }
    }

    /// Where a vertex wants to stand, in parts of a place of the fixed layer. Both ends of an edge inside the layer
    /// want to be where the other is.
    #[inline]
    fn key(&mut self, order: &Order, vertex: u32, widths: (u64, u64), side: Side, centre: Centre) -> Option<u64> {
        let neighbours = if side == Side::Down { self.skeleton.up() } else { self.skeleton.down() };
        let lateral = if self.skeleton.lateral().is_empty() { &[] } else { self.skeleton.lateral().of(vertex) };
        let across = neighbours.of(vertex).iter().map(|&end| order.places[end as usize]);
        let beside =
            lateral.iter().map(|&end| narrow(place(u64::from(order.places[end as usize]) * widths.1 / widths.0)));
        if centre == Centre::Median {
            self.ends.clear();
            self.ends.extend(across.chain(beside));
            self.ends.sort_unstable();
            return median(&self.ends);
        }
        let count = (across.len() + beside.len()) as u64;
        let sum: u64 = across.chain(beside).map(u64::from).sum();
        (sum << FRACTION).checked_div(count)
    }
}

/// The weighted median: of an even number of ends the middle that leans to the denser side.
fn median(ends: &[u32]) -> Option<u64> {
    let middle = ends.len() / 2;
    let end = |at: usize| u64::from(ends[at]) << FRACTION;
    match ends.len() {
        0 => None,
        count if count % 2 == 1 => Some(end(middle)),
        2 => Some(u64::midpoint(end(0), end(1))),
        count => {
            let (before, after) = (end(middle - 1), end(middle));
            let (left, right) = ((before - end(0)) >> FRACTION, (end(count - 1) - after) >> FRACTION);
            Some((before * right + after * left).checked_div(left + right).unwrap_or(u64::midpoint(before, after)))
        }
    }
}
