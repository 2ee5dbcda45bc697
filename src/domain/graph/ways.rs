//! In which order the ways out of and into a role are told.

use crate::domain::career_move::{Move, MoveKind};
use crate::domain::id::{MoveId, RoleId};
use crate::domain::pack::Pack;

/// The moves that leave `role`, likeliest first.
pub(super) fn out_of(pack: &Pack, role: RoleId) -> Vec<MoveId> {
    sorted(pack, pack.moves_from(role), |a_move| a_move.to)
}

/// The moves that enter `role`, likeliest first.
pub(super) fn into(pack: &Pack, role: RoleId) -> Vec<MoveId> {
    sorted(pack, pack.moves_to(role), |a_move| a_move.from)
}

fn sorted(pack: &Pack, moves: &[MoveId], other_end: impl Fn(&Move) -> RoleId) -> Vec<MoveId> {
    let mut moves = moves.to_vec();
    moves.sort_by_cached_key(|&id| {
        let a_move = pack.career_move(id);
        let (from, to) = (pack.role(a_move.from), pack.role(a_move.to));
        let levels = from.level.0.abs_diff(to.level.0);
        let other = pack.role(other_end(a_move));
        // The slug comes last so that the order of the rows never matters.
        let tie = (a_move.years_min, levels, other.title.clone(), other.slug.clone());
        (a_move.usual, from.family != to.family, rank(&a_move.kind), tie)
    });
    moves
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
