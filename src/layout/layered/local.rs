//! Local search: every vertex is tried in every place of its lane and layer, until none can be moved with gain.
//!
//! One layer between two fixed ones is a linear ordering problem over the table of crossing differences; insertion is
//! the move that serves it best (Laguna, Martí & Campos 1999). A move in one layer changes only the rows of the
//! neighbours in the tables of the layers beside it, so a table is mended and not made anew.

use std::ops::Range;

use super::ends::Ends;
use super::index::narrow;
use super::order::Order;
use super::sift::sift;
use super::skeleton::Skeleton;

/// Wider lanes are not searched by table but sifted.
pub(super) const TABLE_WIDTH: usize = 700;
/// How far wider lanes are sifted.
const REACH: usize = 64;
/// How often at most all layers are gone through.
const ROUNDS: usize = 200;

/// A vertex was taken from one slot of its layer and put into another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    cell: u32,
    from: u32,
    to: u32,
}

/// The table of one lane in one layer.
#[derive(Debug, Clone, Default)]
struct Table {
    /// Row by row the differences of two vertices; empty until it is needed.
    differences: Vec<i32>,
    /// Rows that have to be counted again.
    stale: Vec<u32>,
    /// Whether no vertex can be moved with gain.
    settled: bool,
}

/// A search going on.
pub(super) struct LocalSearch<'a> {
    skeleton: &'a Skeleton,
    order: Order,
    tables: Vec<Table>,
    /// For each vertex the number of its table.
    cell_of: Vec<u32>,
    is_stale: Vec<bool>,
    ends: Ends,
    scan: Vec<u32>,
    /// What was moved since the last time it was cleared.
    journal: Vec<Step>,
    /// Entries of tables looked at: a measure of effort that is the same on every machine.
    effort: u64,
}

impl<'a> LocalSearch<'a> {
    pub(super) fn new(skeleton: &'a Skeleton, order: Order) -> Self {
        let cells = skeleton.layers() * skeleton.lane_count();
        let mut cell_of = vec![0; skeleton.vertices()];
        for cell in 0..cells {
            cell_of[skeleton.cell_at(cell)].fill(narrow(cell));
        }
        Self {
            skeleton,
            order,
            tables: vec![Table::default(); cells],
            is_stale: vec![false; cell_of.len()],
            cell_of,
            ends: Ends::default(),
            scan: Vec::new(),
            journal: Vec::new(),
            effort: 0,
        }
    }

    pub(super) fn into_order(self) -> Order {
        self.order
    }

    pub(super) const fn effort(&self) -> u64 {
        self.effort
    }

    /// Goes through the layers until nothing more can be gained; wide lanes are sifted `rounds` times at most. Gives the
    /// crossings saved. O(Σ w² + Σ w d) a round for lanes of w vertices with d arcs each.
    pub(super) fn converge(&mut self, rounds: usize) -> u64 {
        let layers = self.skeleton.layers();
        let mut saved = 0;
        let mut dirty = vec![true; layers];
        for round in 0..ROUNDS {
            for step in 0..layers {
                let layer = if round % 2 == 0 { step } else { layers - 1 - step };
                if !std::mem::take(&mut dirty[layer]) {
                    continue;
                }
                let gained = self.descend_layer(layer) + self.sift_layer(layer, round < rounds);
                if gained > 0 {
                    dirty[layer.saturating_sub(1)] |= layer > 0;
                    dirty[(layer + 1).min(layers - 1)] |= layer + 1 < layers;
                    dirty[layer] |= self.has_wide(layer);
                }
                saved += gained;
            }
            if !dirty.contains(&true) {
                break;
            }
        }
        self.journal.clear();
        saved
    }

    fn has_wide(&self, layer: usize) -> bool {
        self.skeleton.cells_of(layer).any(|cell| self.skeleton.cell_at(cell).len() > TABLE_WIDTH)
    }

    fn sift_layer(&mut self, layer: usize, allowed: bool) -> u64 {
        if !allowed || !self.has_wide(layer) {
            return 0;
        }
        let wide = self
            .skeleton
            .cells_of(layer)
            .map(|cell| self.skeleton.cell_at(cell))
            .filter(|cell| cell.len() > TABLE_WIDTH);
        let mut saved = 0;
        for cell in wide {
            saved += sift(self.skeleton, &mut self.order, layer, cell, REACH, &mut self.ends);
        }
        if saved > 0 {
            for beside in [layer.wrapping_sub(1), layer + 1] {
                if beside < self.skeleton.layers() {
                    for cell in self.skeleton.cells_of(beside) {
                        self.tables[cell].differences.clear();
                        self.tables[cell].settled = false;
                    }
                }
            }
        }
        saved
    }

    /// Brings every lane of a layer that has a table to its optimum.
    pub(super) fn descend_layer(&mut self, layer: usize) -> u64 {
        self.skeleton.cells_of(layer).map(|cell| self.descend(cell)).sum()
    }

    /// Moves the vertices of a cell until no single one can be moved with gain. Gives the crossings saved.
    pub(super) fn descend(&mut self, cell: usize) -> u64 {
        let slots = self.skeleton.cell_at(cell);
        if self.tables[cell].settled || !(2..=TABLE_WIDTH).contains(&slots.len()) {
            return 0;
        }
        self.refresh(cell);
        let (mut saved, mut still) = (0, 0);
        let mut scan = std::mem::take(&mut self.scan);
        while still < slots.len() {
            scan.clear();
            scan.extend_from_slice(&self.order.slots[slots.clone()]);
            for &vertex in &scan {
                let (change, from, to) = self.best_move(cell, vertex);
                still += 1;
                if change < 0 {
                    self.shift(cell, from, to);
                    saved += u64::from(change.unsigned_abs());
                    still = 0;
                }
                if still >= slots.len() {
                    break;
                }
            }
        }
        self.scan = scan;
        self.tables[cell].settled = true;
        saved
    }

    /// The best move of a vertex inside its cell: the change, and the slots.
    fn best_move(&mut self, cell: usize, vertex: u32) -> (i32, usize, usize) {
        let slots = self.skeleton.cell_at(cell);
        let row = row(&self.tables[cell].differences, &slots, vertex);
        let start = narrow(slots.start);
        let from = self.slot(cell, vertex);
        self.effort += slots.len() as u64;
        let (mut best, mut to, mut change) = (0, from, 0);
        for (slot, &other) in (slots.start..from).zip(&self.order.slots[slots.start..from]).rev() {
            change += row[(other - start) as usize];
            if change < best {
                (best, to) = (change, slot);
            }
        }
        change = 0;
        for (slot, &other) in (from + 1..slots.end).zip(&self.order.slots[from + 1..slots.end]) {
            change -= row[(other - start) as usize];
            if change < best {
                (best, to) = (change, slot);
            }
        }
        (best, from, to)
    }

    /// The slot in which a vertex of a cell stands.
    fn slot(&self, cell: usize, vertex: u32) -> usize {
        self.skeleton.layer(cell / self.skeleton.lane_count()).start + self.order.places[vertex as usize] as usize
    }

    /// How the crossings change if the vertex of one slot is put into another. The table is fresh.
    pub(super) fn change(&self, cell: usize, from: usize, to: usize) -> i64 {
        let slots = self.skeleton.cell_at(cell);
        let row = row(&self.tables[cell].differences, &slots, self.order.slots[from]);
        let passed = if to > from { &self.order.slots[from + 1..=to] } else { &self.order.slots[to..from] };
        let sum: i64 = passed.iter().map(|&other| i64::from(row[other as usize - slots.start])).sum();
        if to > from { -sum } else { sum }
    }

    /// Puts the vertex of one slot into another; the rows of its neighbours are out of date then.
    pub(super) fn shift(&mut self, cell: usize, from: usize, to: usize) {
        let vertex = self.order.slots[from];
        if to > from {
            self.order.slots[from..=to].rotate_left(1);
        } else {
            self.order.slots[to..=from].rotate_right(1);
        }
        let start = self.skeleton.layer(cell / self.skeleton.lane_count()).start;
        for slot in from.min(to)..=from.max(to) {
            self.order.places[self.order.slots[slot] as usize] = narrow(slot - start);
        }
        self.tables[cell].settled = false;
        for &end in self.skeleton.up().of(vertex).iter().chain(self.skeleton.down().of(vertex)) {
            let table = &mut self.tables[self.cell_of[end as usize] as usize];
            table.settled = false;
            if !table.differences.is_empty() && !std::mem::replace(&mut self.is_stale[end as usize], true) {
                table.stale.push(end);
            }
        }
        self.journal.push(Step { cell: narrow(cell), from: narrow(from), to: narrow(to) });
    }

    /// Keeps what was moved.
    pub(super) fn keep(&mut self) {
        self.journal.clear();
    }

    /// Takes back what was moved since it was last kept.
    pub(super) fn take_back(&mut self) {
        for step in std::mem::take(&mut self.journal).into_iter().rev() {
            self.shift(step.cell as usize, step.to as usize, step.from as usize);
        }
        self.journal.clear();
    }

    /// Makes a table, or counts its stale rows again.
    pub(super) fn refresh(&mut self, cell: usize) {
        let slots = self.skeleton.cell_at(cell);
        let width = slots.len();
        let stale = std::mem::take(&mut self.tables[cell].stale);
        for &vertex in &stale {
            self.is_stale[vertex as usize] = false;
        }
        let differences = &mut self.tables[cell].differences;
        let whole = differences.is_empty() || stale.len() * 3 > width;
        if whole || !stale.is_empty() {
            self.ends.load(self.skeleton, &self.order, slots.clone());
        }
        if whole {
            differences.resize(width * width, 0);
            for first in 0..width {
                for second in first + 1..width {
                    enter(differences, width, first, second, &self.ends);
                }
            }
            self.effort += (width * width) as u64;
        } else {
            for &vertex in &stale {
                let first = vertex as usize - slots.start;
                for second in (0..width).filter(|&second| second != first) {
                    enter(differences, width, first, second, &self.ends);
                }
            }
            self.effort += (stale.len() * width) as u64;
        }
        let mut stale = stale;
        stale.clear();
        self.tables[cell].stale = stale;
    }
}

fn enter(differences: &mut [i32], width: usize, first: usize, second: usize, ends: &Ends) {
    let difference = ends.difference(first, second);
    differences[first * width + second] = difference;
    differences[second * width + first] = -difference;
}

fn row<'t>(differences: &'t [i32], slots: &Range<usize>, vertex: u32) -> &'t [i32] {
    let at = (vertex as usize - slots.start) * slots.len();
    &differences[at..at + slots.len()]
}
