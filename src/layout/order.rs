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

    /// The role above another in its level, in the same lane or the next one up that has any.
    #[must_use]
    pub fn above(&self, role: RoleId) -> Option<RoleId> {
        let (lane, level, place) = self.places[role.index()];
        let before = |place: usize| self.roles(lane, level).get(place).copied();
        place.checked_sub(1).and_then(before).or_else(|| {
            let lanes = (0..lane).rev();
            lanes.filter_map(|lane| self.roles(lane, level).last().copied()).next()
        })
    }

    /// The role below another in its level, in the same lane or the next one down that has any.
    #[must_use]
    pub fn below(&self, role: RoleId) -> Option<RoleId> {
        let (lane, level, place) = self.places[role.index()];
        self.roles(lane, level).get(place + 1).copied().or_else(|| {
            let lanes = lane + 1..self.lanes;
            lanes.filter_map(|lane| self.roles(lane, level).first().copied()).next()
        })
    }

    fn note_places(&mut self) {
        for cell in &self.cells {
            for (place, role) in cell.iter().enumerate() {
                self.places[role.index()].2 = place;
            }
        }
    }

    fn sweep(&mut self, pack: &Pack, graph: &CareerGraph) {
        let neighbours = Neighbours::new(pack, graph);
        let mut rows = self.rows();
        let mut best = (neighbours.length(&rows), self.cells.clone());
        for round in 0..SWEEPS {
            let levels: Vec<usize> =
                if round % 2 == 0 { (0..self.levels).collect() } else { (0..self.levels).rev().collect() };
            for level in levels {
                self.sort_column(level, &neighbours, &mut rows);
            }
            let length = neighbours.length(&rows);
            if length < best.0 {
                best = (length, self.cells.clone());
            }
        }
        self.cells = best.1;
        self.note_places();
    }

    /// Sorts a level by where the neighbours of its roles are, and notes the roles' new rows.
    fn sort_column(&mut self, level: usize, neighbours: &Neighbours, rows: &mut [i64]) {
        let mut tops = Vec::with_capacity(self.lanes);
        for lane in 0..self.lanes {
            let cell = &mut self.cells[lane * self.levels + level];
            tops.push(cell.first().map_or(0, |role| rows[role.index()]));
            cell.sort_by_cached_key(|&role| neighbours.mean(role, rows).unwrap_or(rows[role.index()] * SCALE));
        }
        for (lane, top) in tops.into_iter().enumerate() {
            for (row, role) in (top..).zip(self.roles(lane, level)) {
                rows[role.index()] = row;
            }
        }
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
}

/// Means are kept in thousandths of a row.
const SCALE: i64 = 1_000;

/// The roles one move away, of all roles one after the other.
struct Neighbours {
    starts: Vec<usize>,
    ends: Vec<RoleId>,
}

impl Neighbours {
    fn new(pack: &Pack, graph: &CareerGraph) -> Self {
        let (mut starts, mut ends) = (vec![0], Vec::with_capacity(2 * pack.move_ids().len()));
        for role in pack.role_ids() {
            let all = graph.roles_out(role).iter().chain(graph.roles_in(role)).copied();
            ends.extend(all.filter(|&other| other != role));
            starts.push(ends.len());
        }
        Self { starts, ends }
    }

    fn of(&self, role: usize) -> &[RoleId] {
        &self.ends[self.starts[role]..self.starts[role + 1]]
    }

    fn mean(&self, role: RoleId, rows: &[i64]) -> Option<i64> {
        let ends = self.of(role.index());
        let count = i64::try_from(ends.len()).ok().filter(|&count| count > 0)?;
        Some(ends.iter().map(|end| rows[end.index()] * SCALE).sum::<i64>() / count)
    }

    /// How many rows all moves go up or down, each counted from both its ends.
    fn length(&self, rows: &[i64]) -> u64 {
        let lengths = |at: usize| self.of(at).iter().map(move |end| rows[at].abs_diff(rows[end.index()]));
        (0..rows.len()).flat_map(lengths).sum()
    }
}
