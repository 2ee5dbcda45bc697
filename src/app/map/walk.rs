//! Walking along edges: right to where a role leads, left to where people come from, up and down along the other ways.

use super::thread::{Came, Thread};
use crate::domain::id::RoleId;
use crate::domain::planner::MovesAllowed;
use crate::layout::Heading;
use crate::layout::World;
use crate::layout::focus::{ways_in, ways_out};

/// Where each arrow key would lead from a role, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// Along the ways on.
    pub right: Option<Way>,
    /// Back along the ways in.
    pub left: Option<Way>,
    /// To the role above: among the siblings where there are any, else at the same level.
    pub up: Option<RoleId>,
    /// To the role below, in the same sense.
    pub down: Option<RoleId>,
    /// Among whom up and down go, when that is not the whole level.
    pub among: Option<Among>,
}

/// Where left or right leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// The role.
    pub to: RoleId,
    /// Why this one.
    pub why: Why,
    /// Out of how many.
    pub of: usize,
}

/// Why an arrow key leads to one role and not to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is the likeliest move.
    Likeliest,
    /// One has just come from there.
    WhereFrom,
}

/// The siblings of a role: the ways out of, or into, the role one came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Among {
    /// Whose ways they are.
    pub of: Siblings,
    /// Which of them this is, from 1 at the top.
    pub place: usize,
    /// How many there are.
    pub count: usize,
}

/// The roles that up and down go through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Siblings {
    /// Where this role leads.
    OutOf(RoleId),
    /// Where people come from who enter this role.
    Into(RoleId),
}

impl Choices {
    /// Where a key leads.
    #[must_use]
    pub fn to(&self, heading: Heading) -> Option<RoleId> {
        match heading {
            Heading::Up => self.up,
            Heading::Right => self.right.map(|way| way.to),
            Heading::Down => self.down,
            Heading::Left => self.left.map(|way| way.to),
        }
    }

    /// The key that leads to a role, if one does.
    #[must_use]
    pub fn leading_to(&self, role: RoleId) -> Option<Heading> {
        use Heading::{Down, Left, Right, Up};
        [Right, Left, Up, Down].into_iter().find(|&heading| self.to(heading) == Some(role))
    }
}

/// Where each arrow key leads from `at`, for somebody who has walked along `thread`.
pub(super) fn choices(world: World<'_>, moves: MovesAllowed, at: RoleId, thread: &Thread) -> Choices {
    let siblings = thread.siblings();
    let line = siblings.map(|siblings| (siblings, among(world, moves, siblings)));
    let line = line.filter(|(_, roles)| roles.len() > 1 && roles.contains(&at));
    let (of, roles) = match line {
        Some((siblings, roles)) => (Some(siblings), roles),
        None => (None, world.order.column(world.order.place(at).1).collect()),
    };
    let place = roles.iter().position(|&role| role == at);
    let beside = |step: Option<usize>| step.and_then(|place| roles.get(place)).copied();
    Choices {
        right: way(&out_of(world, moves, at), thread.next()),
        left: way(&into(world, moves, at), thread.before()),
        up: beside(place.and_then(|place| place.checked_sub(1))),
        down: beside(place.map(|place| place + 1)),
        among: of.zip(place).map(|(of, place)| Among { of, place: place + 1, count: roles.len() }),
    }
}

/// Where a step from `at` leads, and along what one has then walked; nothing when there is nothing that way.
pub(super) fn step(
    world: World<'_>,
    moves: MovesAllowed,
    at: RoleId,
    thread: &Thread,
    heading: Heading,
) -> Option<(RoleId, Thread)> {
    let choices = choices(world, moves, at, thread);
    let next = choices.to(heading)?;
    let thread = match (heading, choices.among) {
        (Heading::Right, _) => thread.walked(Came::FromLeft, at, next),
        (Heading::Left, _) => thread.walked(Came::FromRight, at, next),
        (Heading::Up | Heading::Down, Some(_)) => thread.beside(),
        (Heading::Up | Heading::Down, None) => Thread::default(),
    };
    Some((next, thread))
}

/// Back to where one has come from if there is such a way, else the likeliest.
fn way(ways: &[RoleId], from: Option<RoleId>) -> Option<Way> {
    let back = from.filter(|role| ways.contains(role)).map(|role| (role, Why::WhereFrom));
    let (to, why) = back.or_else(|| ways.first().map(|&role| (role, Why::Likeliest)))?;
    Some(Way { to, why, of: ways.len() })
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
