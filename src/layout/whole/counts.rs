//! How much there is on the whole map, counted once.

use super::strips::Strips;
use super::ways::Ways;
use crate::domain::career_move::Usual;
use crate::domain::id::RoleId;
use crate::domain::planner::MovesAllowed;
use crate::layout::world::World;

/// Numbers of roles and of rows in the table of moves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Roles whose title is on the map.
    pub named: usize,
    /// Roles in folded lanes.
    pub folded: usize,
    /// Usual moves.
    pub usual: usize,
    /// Exceptional moves.
    pub exceptional: usize,
}

/// Moves by what becomes of them on the map.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fates {
    /// They have a line.
    pub drawn: usize,
    /// They count but have none.
    pub undrawn: usize,
    /// They are exceptional and left out.
    pub left_out: usize,
}

impl Counts {
    /// Counts a pack.
    #[must_use]
    pub fn new(world: World<'_>, strips: &Strips) -> Self {
        let named = strips.named();
        let exceptional = world.pack.tables().moves.iter().filter(|way| way.usual == Usual::Exceptional).count();
        let (roles, moves) = (world.pack.role_ids().len(), world.pack.move_ids().len());
        Self { named, folded: roles - named, usual: moves - exceptional, exceptional }
    }

    /// What becomes of the moves when these ways are drawn.
    #[must_use]
    pub fn fates(&self, world: World<'_>, ways: &Ways, moves: MovesAllowed) -> Fates {
        let drawn = |usual| ways.wires.iter().map(|wire| rows(world, wire.from, wire.to, usual)).sum::<usize>();
        let (usual, exceptional) = (drawn(Usual::Usual), drawn(Usual::Exceptional));
        let others = self.exceptional.saturating_sub(exceptional);
        let undrawn = self.usual.saturating_sub(usual);
        match moves {
            MovesAllowed::Exceptional => Fates { drawn: usual + exceptional, undrawn: undrawn + others, left_out: 0 },
            MovesAllowed::Usual => Fates { drawn: usual + exceptional, undrawn, left_out: others },
        }
    }
}

fn rows(world: World<'_>, from: RoleId, to: RoleId, usual: Usual) -> usize {
    let ways = world.graph.ways_out(from).iter().map(|&way| world.pack.career_move(way));
    ways.filter(|way| way.to == to && way.usual == usual).count()
}
