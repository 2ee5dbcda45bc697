//! Walking along edges: right to where a role leads, left to where people come from, up and down along the other ways.

use crate::domain::id::RoleId;
use crate::domain::planner::MovesAllowed;
use crate::layout::Heading;
use crate::layout::World;
use crate::layout::focus::{ways_in, ways_out};

/// The roles that up and down go through: the ways out of, or into, the role one came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Siblings {
    /// Where this role leads.
    OutOf(RoleId),
    /// Where people come from who enter this role.
    Into(RoleId),
}

/// Where a step from `at` leads, and among whom one is then; nothing when there is nothing that way.
pub(super) fn step(
    world: World<'_>,
    moves: MovesAllowed,
    at: RoleId,
    siblings: Option<Siblings>,
    heading: Heading,
) -> Option<(RoleId, Option<Siblings>)> {
    match heading {
        Heading::Right => {
            // Having just come here from the right, one goes back there.
            let back = match siblings {
                Some(Siblings::Into(role)) => Some(role),
                _ => None,
            };
            let next = back.or_else(|| out_of(world, moves, at).first().copied())?;
            Some((next, Some(Siblings::OutOf(at))))
        }
        Heading::Left => {
            let back = match siblings {
                Some(Siblings::OutOf(role)) => Some(role),
                _ => None,
            };
            let next = back.or_else(|| into(world, moves, at).first().copied())?;
            Some((next, Some(Siblings::Into(at))))
        }
        Heading::Up | Heading::Down => {
            let of_siblings = siblings.map(|siblings| among(world, moves, siblings)).filter(|roles| roles.len() > 1);
            if let Some(roles) = of_siblings {
                return beside(&roles, at, heading).map(|role| (role, siblings));
            }
            let column: Vec<RoleId> = world.order.column(world.order.place(at).1).collect();
            beside(&column, at, heading).map(|role| (role, None))
        }
    }
}

fn out_of(world: World<'_>, moves: MovesAllowed, role: RoleId) -> Vec<RoleId> {
    ways_out(world.pack, world.graph, role, moves).into_iter().map(|(to, _)| to).collect()
}

fn into(world: World<'_>, moves: MovesAllowed, role: RoleId) -> Vec<RoleId> {
    ways_in(world.pack, world.graph, role, moves).into_iter().map(|(from, _)| from).collect()
}

/// The siblings from top to bottom of the map.
fn among(world: World<'_>, moves: MovesAllowed, siblings: Siblings) -> Vec<RoleId> {
    let mut roles = match siblings {
        Siblings::OutOf(role) => out_of(world, moves, role),
        Siblings::Into(role) => into(world, moves, role),
    };
    roles.sort_by_key(|&role| world.order.height(role));
    roles
}

fn beside(roles: &[RoleId], at: RoleId, heading: Heading) -> Option<RoleId> {
    let place = roles.iter().position(|&role| role == at)?;
    let next = if heading == Heading::Up { place.checked_sub(1)? } else { place + 1 };
    roles.get(next).copied()
}
