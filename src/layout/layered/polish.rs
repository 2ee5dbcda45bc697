//! Iterated local search: a kick, the layers around it searched again, kept if not worse.
//!
//! The moves are those that won the PACE 2024 challenge on crossing minimisation: one vertex, or a short run, goes far.
//! The layers beside it are searched *before* its own, or the kick would be undone at once.

use super::chance::Chance;
use super::local::{LocalSearch, TABLE_WIDTH};
use super::skeleton::Skeleton;

const SEED: u64 = 1;

/// Kicks until `kicks` are made or `effort` entries of tables have been looked at. Gives the crossings saved.
pub(super) fn polish(skeleton: &Skeleton, search: &mut LocalSearch<'_>, kicks: usize, effort: u64) -> u64 {
    let lanes = skeleton.lane_count();
    let fit = |cell: &usize| (3..=TABLE_WIDTH).contains(&skeleton.cell_at(*cell).len());
    let cells: Vec<usize> = (0..skeleton.layers() * lanes).filter(fit).collect();
    let mut ends = Vec::with_capacity(cells.len());
    let mut width = 0;
    for &cell in &cells {
        width += skeleton.cell_at(cell).len();
        ends.push(width);
    }
    let (mut chance, mut saved) = (Chance::new(SEED), 0);
    for _ in 0..kicks {
        if search.effort() > effort || width == 0 {
            break;
        }
        // Wide cells have more to gain.
        let thrown = chance.below(width);
        let cell = cells[ends.partition_point(|&end| end <= thrown)];
        let worse = kick(skeleton, search, cell, &mut chance) - settle(skeleton, search, cell);
        if worse <= 0 {
            saved += worse.unsigned_abs();
            search.keep();
        } else {
            search.take_back();
        }
    }
    saved
}

/// Moves a vertex or a run of up to four within the cell. Gives the crossings that costs.
fn kick(skeleton: &Skeleton, search: &mut LocalSearch<'_>, cell: usize, chance: &mut Chance) -> i64 {
    let slots = skeleton.cell_at(cell);
    let width = slots.len();
    search.refresh(cell);
    let run = if chance.below(2) == 0 { 1 } else { 1 + chance.below(4.min(width - 2)) };
    let span = (width / if run == 1 { 8 } else { 3 }).max(2);
    let first = chance.below(width - run + 1);
    let to = (first + width + chance.below(2 * span + 1) - span) % (width - run + 1);
    let mut worse = 0;
    for step in 0..run {
        // Upwards the run goes top end first, downwards bottom end first, so that it keeps its order.
        let (from, to) =
            if to < first { (first + step, to + step) } else { (first + run - 1 - step, to + run - 1 - step) };
        if from != to {
            worse += search.change(cell, slots.start + from, slots.start + to);
            search.shift(cell, slots.start + from, slots.start + to);
        }
    }
    worse
}

/// Searches the layers beside the cell, then the cell, until they agree. Gives the crossings saved.
fn settle(skeleton: &Skeleton, search: &mut LocalSearch<'_>, cell: usize) -> i64 {
    let layer = cell / skeleton.lane_count();
    let mut saved = 0;
    for _ in 0..3 {
        let before = saved;
        if layer > 0 {
            saved += search.descend_layer(layer - 1);
        }
        if layer + 1 < skeleton.layers() {
            saved += search.descend_layer(layer + 1);
        }
        saved += search.descend(cell);
        if saved == before {
            break;
        }
    }
    i64::try_from(saved).unwrap_or(i64::MAX)
}
