//! The farthest look at the map: families × levels, how many roles stand in each square, and how many moves lead from
//! square to square.
//!
//! | question | file |
//! |---|---|
//! | how many roles and moves there are | here |
//! | to which square a step leads | `steps` |
//! | where the squares stand in a window | [`grid`] |

pub mod grid;
mod steps;

use crate::domain::career_move::Usual;
use crate::domain::id::RoleId;
use crate::domain::planner::MovesAllowed;

use super::world::World;

/// One lane and level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Square {
    /// The lane, by its place in the pack.
    pub lane: usize,
    /// The level, by its place in the pack.
    pub level: usize,
}

/// How many moves there are, of each sort.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Moves {
    /// Those to expect.
    pub usual: usize,
    /// Those that nobody should count on.
    pub exceptional: usize,
}

impl Moves {
    /// How many of them count.
    #[must_use]
    pub const fn counted(self, moves: MovesAllowed) -> usize {
        match moves {
            MovesAllowed::Usual => self.usual,
            MovesAllowed::Exceptional => self.usual + self.exceptional,
        }
    }

    const fn add(&mut self, usual: Usual) {
        match usual {
            Usual::Usual => self.usual += 1,
            Usual::Exceptional => self.exceptional += 1,
        }
    }
}

/// The moves from one square to another, or within one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Flow {
    /// Where they begin.
    pub from: Square,
    /// Where they end.
    pub to: Square,
    /// How many there are.
    pub moves: Moves,
}

/// The counts of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    lanes: usize,
    levels: usize,
    roles: Vec<usize>,
    likeliest: Vec<Option<RoleId>>,
    out: Sorted,
    into: Sorted,
}

/// Flows in the order of one of their ends, and where the flows of each square begin.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sorted {
    flows: Vec<Flow>,
    starts: Vec<usize>,
}

impl Sorted {
    fn new(mut flows: Vec<Flow>, squares: usize, end: impl Fn(&Flow) -> usize) -> Self {
        flows.sort_by_key(&end);
        let starts = (0..=squares).map(|at| flows.partition_point(|flow| end(flow) < at)).collect();
        Self { flows, starts }
    }

    fn of(&self, at: usize) -> &[Flow] {
        &self.flows[self.starts[at]..self.starts[at + 1]]
    }
}

impl Matrix {
    /// Counts a pack's roles and moves.
    #[must_use]
    pub fn new(world: World<'_>) -> Self {
        let (pack, order) = (world.pack, world.order);
        let (lanes, levels) = (order.lanes(), order.levels());
        let squares = lanes * levels;
        let square_of = |role: RoleId| {
            let (lane, level) = order.place(role);
            Square { lane, level }
        };
        let at = |square: Square| square.lane * levels + square.level;
        let mut ends: Vec<(Square, Square, Usual)> = pack
            .move_ids()
            .map(|id| pack.career_move(id))
            .map(|way| (square_of(way.from), square_of(way.to), way.usual))
            .collect();
        ends.sort_unstable();
        let mut flows: Vec<Flow> = Vec::new();
        for (from, to, usual) in ends {
            if flows.last().is_none_or(|last| (last.from, last.to) != (from, to)) {
                flows.push(Flow { from, to, moves: Moves::default() });
            }
            if let Some(last) = flows.last_mut() {
                last.moves.add(usual);
            }
        }
        let places = (0..squares).map(|at| (at / levels.max(1), at % levels.max(1)));
        Self {
            lanes,
            levels,
            roles: places.clone().map(|(lane, level)| order.roles(lane, level).len()).collect(),
            likeliest: places.map(|(lane, level)| likeliest(world, order.roles(lane, level))).collect(),
            into: Sorted::new(flows.clone(), squares, |flow| at(flow.to)),
            out: Sorted::new(flows, squares, |flow| at(flow.from)),
        }
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

    const fn at(&self, square: Square) -> usize {
        square.lane * self.levels + square.level
    }

    /// How many roles stand in a square.
    #[must_use]
    pub fn roles(&self, square: Square) -> usize {
        self.roles[self.at(square)]
    }

    /// The role that stands for a square: the one with the most ways in and out, of several the first by height on the
    /// map; nothing when the square is empty.
    #[must_use]
    pub fn likeliest(&self, square: Square) -> Option<RoleId> {
        self.likeliest[self.at(square)]
    }

    /// The flows that begin in a square, by where they end; the one within the square is among them.
    #[must_use]
    pub fn flows_out(&self, square: Square) -> &[Flow] {
        self.out.of(self.at(square))
    }

    /// The flows that end in a square, by where they begin; the one within the square is among them.
    #[must_use]
    pub fn flows_into(&self, square: Square) -> &[Flow] {
        self.into.of(self.at(square))
    }

    /// All flows, by where they begin and end.
    #[must_use]
    pub fn flows(&self) -> &[Flow] {
        &self.out.flows
    }

    /// How many moves lead from a square to another.
    #[must_use]
    pub fn between(&self, from: Square, to: Square) -> Moves {
        let flows = self.flows_out(from);
        flows.binary_search_by_key(&to, |flow| flow.to).map_or(Moves::default(), |found| flows[found].moves)
    }

    /// How many roles stand in a lane.
    #[must_use]
    pub fn in_lane(&self, lane: usize) -> usize {
        self.roles[lane * self.levels..(lane + 1) * self.levels].iter().sum()
    }

    /// How many roles stand on a level.
    #[must_use]
    pub fn on_level(&self, level: usize) -> usize {
        (0..self.lanes).map(|lane| self.roles(Square { lane, level })).sum()
    }

    /// How many roles the fullest square has.
    #[must_use]
    pub fn fullest(&self) -> usize {
        self.roles.iter().copied().max().unwrap_or(0)
    }

    /// The squares with roles in them, lane by lane.
    pub fn squares(&self) -> impl Iterator<Item = Square> + '_ {
        let all = (0..self.lanes).flat_map(|lane| (0..self.levels).map(move |level| Square { lane, level }));
        all.filter(|&square| self.roles(square) > 0)
    }

    /// From how many moves on an arrow up its lane is a thick one: at most every fourth is, and none for a single move.
    #[must_use]
    pub fn thick_from(&self, moves: MovesAllowed) -> usize {
        let mut counts: Vec<usize> =
            self.squares().filter_map(|square| self.up(square)).map(|up| up.moves.counted(moves)).collect();
        counts.retain(|&count| count > 0);
        counts.sort_unstable_by(|a, b| b.cmp(a));
        let most = counts.len() / 4;
        counts.get(most).map_or(2, |count| count + 1).max(2)
    }
}

fn likeliest(world: World<'_>, roles: &[RoleId]) -> Option<RoleId> {
    let ways = |role: RoleId| world.graph.ways_out(role).len() + world.graph.ways_in(role).len();
    // Of several with the most the first: the greatest by ways, then by place from behind.
    roles.iter().copied().rev().max_by_key(|&role| ways(role))
}
