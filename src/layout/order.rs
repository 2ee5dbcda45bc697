//! The order of the roles that stand in one lane and level: so that edges are short, and the same whatever the order
//! of the rows in the tables.

use crate::domain::Pack;
use crate::domain::graph::CareerGraph;
use crate::domain::id::RoleId;
use crate::domain::role_set::RoleSet;

const SWEEPS: usize = 8;

/// Lanes × levels, and in each the roles from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleOrder {
    lanes: usize,
    levels: usize,
    cells: Vec<Vec<RoleId>>,
    /// For each role: lane, level (a place in the pack's list, not a number), place.
    places: Vec<(usize, usize, usize)>,
}

impl RoleOrder {
    /// The order of a pack's roles: barycentre sweeps, the best of them kept.
    #[must_use]
    pub fn new(pack: &Pack, graph: &CareerGraph) -> Self {
        let (lanes, levels) = (pack.tables().families.len(), pack.tables().levels.len());
        let mut cells = vec![Vec::new(); lanes * levels];
        let mut places = Vec::new();
        for id in pack.role_ids() {
            let role = pack.role(id);
            let level = pack.tables().levels.iter().position(|level| level.number == role.level).unwrap_or(0);
            cells[role.family.index() * levels + level].push(id);
            places.push((role.family.index(), level, 0));
        }
        for cell in &mut cells {
            cell.sort_by(|&a, &b| pack.role(a).slug.cmp(&pack.role(b).slug));
        }
        let mut order = Self { lanes, levels, cells, places };
        order.note_places();
        order.sweep(pack, graph);
        order
    }

    /// The same order with no more than some of the roles in it.
    #[must_use]
    pub fn only(&self, roles: &RoleSet) -> Self {
        let mut order = self.clone();
        for cell in &mut order.cells {
            cell.retain(|&role| roles.contains(role));
        }
        order.note_places();
        order
    }

    /// How many lanes there are.
    #[must_use]
    pub const fn lanes(&self) -> usize {
        self.lanes
    }

    /// How many levels there are.
    #[must_use]
    pub const fn levels(&self) -> usize {
        self.levels
    }

    /// The roles of a lane and level, top to bottom.
    #[must_use]
    pub fn roles(&self, lane: usize, level: usize) -> &[RoleId] {
        &self.cells[lane * self.levels + level]
    }

    /// The lane and the level in which a role stands.
    #[must_use]
    pub fn place(&self, role: RoleId) -> (usize, usize) {
        let (lane, level, _) = self.places[role.index()];
        (lane, level)
    }

    /// Sorts from top to bottom: lane, then place in it; of the same height, from left to right.
    #[must_use]
    pub fn height(&self, role: RoleId) -> (usize, usize, usize) {
        let (lane, level, place) = self.places[role.index()];
        (lane, place, level)
    }

    /// The roles of a level, top to bottom through all lanes.
    pub fn column(&self, level: usize) -> impl Iterator<Item = RoleId> {
        (0..self.lanes).flat_map(move |lane| self.roles(lane, level).iter().copied())
    }

    fn note_places(&mut self) {
        for cell in &self.cells {
            for (place, role) in cell.iter().enumerate() {
                self.places[role.index()].2 = place;
            }
        }
    }

    fn sweep(&mut self, pack: &Pack, graph: &CareerGraph) {
        let neighbours: Vec<Vec<RoleId>> = pack.role_ids().map(|role| neighbours(pack, graph, role)).collect();
        let mut best = (self.length(&neighbours), self.cells.clone());
        for round in 0..SWEEPS {
            let levels: Vec<usize> =
                if round % 2 == 0 { (0..self.levels).collect() } else { (0..self.levels).rev().collect() };
            for level in levels {
                self.sort_column(level, &neighbours);
            }
            let length = self.length(&neighbours);
            if length < best.0 {
                best = (length, self.cells.clone());
            }
        }
        self.cells = best.1;
        self.note_places();
    }

    fn sort_column(&mut self, level: usize, neighbours: &[Vec<RoleId>]) {
        let rows = self.rows();
        for lane in 0..self.lanes {
            let mut cell = std::mem::take(&mut self.cells[lane * self.levels + level]);
            cell.sort_by_key(|role| mean(&neighbours[role.index()], &rows).unwrap_or(rows[role.index()] * SCALE));
            self.cells[lane * self.levels + level] = cell;
        }
        self.note_places();
    }

    /// The row of each role if every role took one row and every lane as many as its fullest level.
    fn rows(&self) -> Vec<i64> {
        let mut rows = vec![0; self.places.len()];
        let mut top = 0;
        for lane in 0..self.lanes {
            let cells = &self.cells[lane * self.levels..(lane + 1) * self.levels];
            for cell in cells {
                for (row, role) in (top..).zip(cell) {
                    rows[role.index()] = row;
                }
            }
            let fullest = cells.iter().map(Vec::len).max().unwrap_or(0);
            top += i64::try_from(fullest).unwrap_or(i64::MAX);
        }
        rows
    }

    fn length(&self, neighbours: &[Vec<RoleId>]) -> u64 {
        let rows = self.rows();
        let ends = neighbours.iter().enumerate().flat_map(|(at, others)| others.iter().map(move |other| (at, other)));
        ends.map(|(at, other)| rows[at].abs_diff(rows[other.index()])).sum()
    }
}

/// Means are kept in thousandths of a row.
const SCALE: i64 = 1_000;

fn mean(roles: &[RoleId], rows: &[i64]) -> Option<i64> {
    let count = i64::try_from(roles.len()).ok().filter(|&count| count > 0)?;
    Some(roles.iter().map(|role| rows[role.index()] * SCALE).sum::<i64>() / count)
}

fn neighbours(pack: &Pack, graph: &CareerGraph, role: RoleId) -> Vec<RoleId> {
    let out = graph.ways_out(role).iter().map(|&way| pack.career_move(way).to);
    let into = graph.ways_in(role).iter().map(|&way| pack.career_move(way).from);
    out.chain(into).filter(|&other| other != role).collect()
}
