//! In which order the ways out of and into a role are told.

use std::ops::Range;

use crate::domain::career_move::{Move, MoveKind, Usual};
use crate::domain::id::{MoveId, RoleId, Slug};
use crate::domain::pack::Pack;
use crate::domain::quantity::Decimal;

/// The ways of all roles in one direction, one role's after the other's.
#[derive(Debug, Clone)]
pub(super) struct Ways {
    /// Where each role's begin, and the end.
    starts: Vec<u32>,
    moves: Vec<MoveId>,
    /// The roles at the other ends, in the same places.
    ends: Vec<RoleId>,
}

impl Ways {
    /// The moves that leave each role, likeliest first.
    pub(super) fn out_of(pack: &Pack) -> Self {
        Self::new(pack, Pack::moves_from, |a_move| a_move.to)
    }

    /// The moves that enter each role, likeliest first.
    pub(super) fn into(pack: &Pack) -> Self {
        Self::new(pack, Pack::moves_to, |a_move| a_move.from)
    }

    fn new(pack: &Pack, of: impl Fn(&Pack, RoleId) -> &[MoveId], other_end: impl Fn(&Move) -> RoleId) -> Self {
        let (roles, moves) = (pack.role_ids().len(), pack.move_ids().len());
        let (mut all, mut starts) = (Vec::with_capacity(moves), Vec::with_capacity(roles + 1));
        let mut ends = Vec::with_capacity(moves);
        starts.push(0);
        let mut ways = Vec::new();
        for role in pack.role_ids() {
            ways.clear();
            ways.extend(of(pack, role).iter().map(|&id| {
                let a_move = pack.career_move(id);
                let other = other_end(a_move);
                (key(pack, a_move, other), id, other)
            }));
            ways.sort_by_key(|&(key, ..)| key);
            all.extend(ways.iter().map(|&(_, id, _)| id));
            ends.extend(ways.iter().map(|&(.., other)| other));
            starts.push(u32::try_from(all.len()).expect("a pack has fewer than 2^32 rows"));
        }
        Self { starts, moves: all, ends }
    }

    /// The moves of a role.
    pub(super) fn of(&self, role: RoleId) -> &[MoveId] {
        &self.moves[self.range(role)]
    }

    /// The roles at the other ends of a role's moves, in the same order.
    pub(super) fn ends(&self, role: RoleId) -> &[RoleId] {
        &self.ends[self.range(role)]
    }

    fn range(&self, role: RoleId) -> Range<usize> {
        self.starts[role.index()] as usize..self.starts[role.index() + 1] as usize
    }
}

/// What the likelier of two ways has less of. The slug comes last so that the order of the rows never matters.
type Key<'a> = (Usual, bool, u8, (Decimal, u32, &'a str, &'a Slug));

fn key<'a>(pack: &'a Pack, a_move: &Move, other: RoleId) -> Key<'a> {
    let (from, to) = (pack.role(a_move.from), pack.role(a_move.to));
    let levels = from.level.0.abs_diff(to.level.0);
    let other = pack.role(other);
    let tie = (a_move.years_min, levels, other.title.as_str(), &other.slug);
    (a_move.usual, from.family != to.family, rank(&a_move.kind), tie)
}

const fn rank(kind: &MoveKind) -> u8 {
    match kind {
        MoveKind::Promotion => 0,
        MoveKind::ManagementToBoard => 1,
        MoveKind::ClinicalToManagement | MoveKind::Entry => 2,
        MoveKind::CrossSector => 3,
        MoveKind::Lateral => 4,
        MoveKind::Secondment => 5,
        MoveKind::ExecutiveToNonExecutive => 6,
        MoveKind::Other(_) => 7,
    }
}
