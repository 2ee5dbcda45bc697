//! In which row of its lane's strip each role stands: near its neighbours in other columns, in the order given.

use super::super::world::World;
use crate::domain::id::RoleId;

/// How often every column is aligned to the others.
const PASSES: usize = 4;
/// Rows are reckoned in thousandths.
const SCALE: i64 = 1_000;

/// The row of each role in its strip, and the height of each strip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    of: Vec<u32>,
    heights: Vec<u32>,
}

impl Rows {
    /// Rows for all roles: exact for each column in turn, by isotonic regression towards the mean of the neighbours.
    #[must_use]
    pub fn new(world: World<'_>) -> Self {
        let (lanes, levels) = (world.order.lanes(), world.order.levels());
        let fullest = |lane| (0..levels).map(|level| world.order.roles(lane, level).len()).max().unwrap_or(0);
        let heights: Vec<u32> = (0..lanes).map(|lane| narrow(fullest(lane))).collect();
        let mut tops = Vec::with_capacity(lanes);
        let mut top = 0_i64;
        for &height in &heights {
            tops.push(top);
            top += i64::from(height) + 1;
        }
        let mut rows = Self { of: vec![0; world.pack.role_ids().len()], heights };
        for lane in 0..lanes {
            for level in 0..levels {
                for (row, role) in (0..).zip(world.order.roles(lane, level)) {
                    rows.of[role.index()] = row;
                }
            }
        }
        let neighbours = Neighbours::new(world);
        let mut aligner = Aligner { world, neighbours: &neighbours, tops: &tops, pools: Vec::new() };
        for pass in 0..PASSES {
            for at in 0..levels {
                let level = if pass % 2 == 0 { at } else { levels - 1 - at };
                for lane in 0..lanes {
                    aligner.align(&mut rows, lane, level);
                }
            }
        }
        rows
    }

    /// The row of a role, from the top of its strip.
    #[must_use]
    pub fn of(&self, role: RoleId) -> u32 {
        self.of[role.index()]
    }

    /// How many rows the strip of a lane has when it is open.
    #[must_use]
    pub fn height(&self, lane: usize) -> u32 {
        self.heights[lane]
    }
}

/// The roles one move away in other columns, of all roles one after the other.
struct Neighbours {
    starts: Vec<u32>,
    ends: Vec<u32>,
}

impl Neighbours {
    fn new(world: World<'_>) -> Self {
        let level = |role| world.order.place(role).1;
        let (mut starts, mut ends) = (vec![0], Vec::new());
        for role in world.pack.role_ids() {
            let out = world.graph.ways_out(role).iter().map(|&way| world.pack.career_move(way).to);
            let into = world.graph.ways_in(role).iter().map(|&way| world.pack.career_move(way).from);
            let other = out.chain(into).filter(|&other| level(other) != level(role));
            ends.extend(other.map(|other| narrow(other.index())));
            starts.push(narrow(ends.len()));
        }
        Self { starts, ends }
    }

    fn of(&self, role: RoleId) -> &[u32] {
        &self.ends[self.starts[role.index()] as usize..self.starts[role.index() + 1] as usize]
    }
}

struct Aligner<'a> {
    world: World<'a>,
    neighbours: &'a Neighbours,
    tops: &'a [i64],
    /// Runs of roles that stand close together: the sum of what they want, and how many they are.
    pools: Vec<(i64, i64)>,
}

impl Aligner<'_> {
    fn align(&mut self, rows: &mut Rows, lane: usize, level: usize) {
        let roles = self.world.order.roles(lane, level);
        let spare = i64::from(rows.heights[lane]) - i64::try_from(roles.len()).unwrap_or(i64::MAX);
        if spare <= 0 {
            return;
        }
        self.pools.clear();
        for (place, &role) in (0_i64..).zip(roles) {
            self.pools.push((self.wanted(rows, lane, role) - place * SCALE, 1));
            while let [.., (above, above_count), (below, count)] = self.pools[..]
                && above * count > below * above_count
            {
                self.pools.truncate(self.pools.len() - 2);
                self.pools.push((above + below, above_count + count));
            }
        }
        let mut place = 0_i64;
        for &(sum, count) in &self.pools {
            let shift = (sum / count + SCALE / 2).div_euclid(SCALE).clamp(0, spare);
            for _ in 0..count {
                let role = roles[usize::try_from(place).unwrap_or(0)];
                rows.of[role.index()] = u32::try_from(place + shift).unwrap_or(0);
                place += 1;
            }
        }
    }

    /// Where a role would like to stand, in thousandths of a row from the top of its strip.
    fn wanted(&self, rows: &Rows, lane: usize, role: RoleId) -> i64 {
        let ends = self.neighbours.of(role);
        if ends.is_empty() {
            return i64::from(rows.of(role)) * SCALE;
        }
        let row = |&end: &u32| {
            let other = RoleId::from_index(end as usize);
            self.tops[self.world.order.place(other).0] + i64::from(rows.of(other))
        };
        let sum: i64 = ends.iter().map(row).sum();
        sum * SCALE / i64::try_from(ends.len()).unwrap_or(1) - self.tops[lane] * SCALE
    }
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
