//! What matters at the moment: the selected role, its ways in and out, the route, and the roles a person has marked.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::Pack;
use crate::domain::career_move::{MoveKind, Usual};
use crate::domain::graph::CareerGraph;
use crate::domain::id::{MoveId, RoleId};
use crate::domain::planner::MovesAllowed;
use crate::domain::role_set::RoleSet;

use super::details::Cards;
use super::joint::{Class, Stroke};
use super::slips::Slip;

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Focus {
    /// The role whose ways in and out are drawn.
    pub selected: RoleId,
    /// The route, from the first role to the last; empty when there is none.
    pub route: Vec<RoleId>,
    /// Which ways count; exceptional ones also do where there is no other.
    pub moves: MovesAllowed,
    /// Further roles that should be seen: the one held, the one wanted.
    pub marked: Vec<RoleId>,
    /// The only roles that there are; nothing: all. The others are as if they were not in the pack.
    pub only: Option<Arc<RoleSet>>,
    /// What the boxes say besides their titles.
    pub cards: Cards,
    /// What stands before the selected role's box: what it asks for, and its posts; empty unless that is asked for.
    pub slips: Vec<Slip>,
}

/// Why a role is drawn as a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prominence {
    /// Held or wanted, but neither on the route nor next to the selected role.
    Marked,
    /// On the route.
    Route,
    /// One move from or to the selected role.
    Near,
    /// Selected.
    Selected,
}

/// Every role that is drawn as a box, with the strongest reason for it.
pub type Prominent = BTreeMap<RoleId, Prominence>;

/// One edge to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wish {
    /// Where it begins.
    pub from: RoleId,
    /// Where it ends.
    pub to: RoleId,
    /// How it is drawn.
    pub stroke: Stroke,
    /// The move it stands for; nothing for a step of a route that the tables know no move for.
    pub by: Option<MoveId>,
}

impl Focus {
    /// Only a role, no route.
    #[must_use]
    pub const fn on(selected: RoleId) -> Self {
        Self {
            selected,
            route: Vec::new(),
            moves: MovesAllowed::Usual,
            marked: Vec::new(),
            cards: Cards::new(),
            slips: Vec::new(),
            only: None,
        }
    }

    /// The roles that are drawn as boxes.
    #[must_use]
    pub fn prominent(&self, pack: &Pack, graph: &CareerGraph) -> Prominent {
        let mut prominent = Prominent::new();
        let mut raise = |role, to: Prominence| {
            let entry = prominent.entry(role).or_insert(to);
            *entry = (*entry).max(to);
        };
        self.marked.iter().for_each(|&role| raise(role, Prominence::Marked));
        self.route.iter().for_each(|&role| raise(role, Prominence::Route));
        self.out(pack, graph).iter().for_each(|wish| raise(wish.to, Prominence::Near));
        self.into(pack, graph).iter().for_each(|wish| raise(wish.from, Prominence::Near));
        raise(self.selected, Prominence::Selected);
        prominent
    }

    /// The ways out of the selected role, likeliest first, each role once.
    #[must_use]
    pub fn out(&self, pack: &Pack, graph: &CareerGraph) -> Vec<Wish> {
        self.wishes(pack, &moves_out(pack, graph, self.selected, self.moves))
    }

    /// The ways into the selected role, likeliest first, each role once.
    #[must_use]
    pub fn into(&self, pack: &Pack, graph: &CareerGraph) -> Vec<Wish> {
        self.wishes(pack, &moves_in(pack, graph, self.selected, self.moves))
    }

    /// The steps of the route that are neither ways in nor ways out of the selected role.
    #[must_use]
    pub fn steps(&self, pack: &Pack, graph: &CareerGraph) -> Vec<Wish> {
        let pairs = self.route.windows(2).map(|pair| (pair[0], pair[1]));
        pairs
            .filter(|&(from, to)| from != to && from != self.selected && to != self.selected)
            .map(|(from, to)| {
                let by = graph.ways_out(from).iter().copied().find(|&way| pack.career_move(way).to == to);
                let class = by.map_or(Class::Plain, |way| class(pack, way));
                Wish { from, to, stroke: Stroke::route(class), by }
            })
            .collect()
    }

    /// The ways between roles that there are.
    fn wishes(&self, pack: &Pack, ways: &[MoveId]) -> Vec<Wish> {
        let has = |role| self.only.as_ref().is_none_or(|only| only.contains(role));
        let wishes = ways.iter().map(|&way| self.wish(pack, way));
        wishes.filter(|wish| has(wish.from) && has(wish.to)).collect()
    }

    fn wish(&self, pack: &Pack, way: MoveId) -> Wish {
        let (from, to) = (pack.career_move(way).from, pack.career_move(way).to);
        let on_route = self.route.windows(2).any(|pair| pair == [from, to]);
        let class = class(pack, way);
        let stroke = if on_route { Stroke::route(class) } else { Stroke::aside(class) };
        Wish { from, to, stroke, by: Some(way) }
    }
}

/// How a move is told from others on the map.
fn class(pack: &Pack, way: MoveId) -> Class {
    let way = pack.career_move(way);
    match (way.usual, &way.kind) {
        (Usual::Exceptional, _) => Class::Exceptional,
        (_, MoveKind::CrossSector) => Class::Sector,
        (_, MoveKind::ClinicalToManagement | MoveKind::ManagementToBoard | MoveKind::ExecutiveToNonExecutive) => {
            Class::Management
        }
        (_, MoveKind::Promotion | MoveKind::Lateral | MoveKind::Entry | MoveKind::Secondment | MoveKind::Other(_)) => {
            Class::Plain
        }
    }
}

/// The roles to which one can move from a role, in the sense of [`moves_out`].
#[must_use]
pub fn ways_out(pack: &Pack, graph: &CareerGraph, role: RoleId, moves: MovesAllowed) -> Vec<(RoleId, Usual)> {
    let end = |way| (pack.career_move(way).to, pack.career_move(way).usual);
    moves_out(pack, graph, role, moves).into_iter().map(end).collect()
}

/// The roles from which one can move to a role, in the sense of [`moves_in`].
#[must_use]
pub fn ways_in(pack: &Pack, graph: &CareerGraph, role: RoleId, moves: MovesAllowed) -> Vec<(RoleId, Usual)> {
    let end = |way| (pack.career_move(way).from, pack.career_move(way).usual);
    moves_in(pack, graph, role, moves).into_iter().map(end).collect()
}

/// The moves out of a role, likeliest first, one for each role they lead to. Exceptional moves are among them when they
/// are allowed, or when there are no others: then nobody should think that the role leads nowhere.
#[must_use]
pub fn moves_out(pack: &Pack, graph: &CareerGraph, role: RoleId, moves: MovesAllowed) -> Vec<MoveId> {
    allowed(pack, role, moves, graph.ways_out(role), |way| pack.career_move(way).to)
}

/// The moves into a role, likeliest first, one for each role they come from, in the same sense.
#[must_use]
pub fn moves_in(pack: &Pack, graph: &CareerGraph, role: RoleId, moves: MovesAllowed) -> Vec<MoveId> {
    allowed(pack, role, moves, graph.ways_in(role), |way| pack.career_move(way).from)
}

fn allowed(
    pack: &Pack,
    role: RoleId,
    moves: MovesAllowed,
    ways: &[MoveId],
    end: impl Fn(MoveId) -> RoleId,
) -> Vec<MoveId> {
    let usual = |way: MoveId| pack.career_move(way).usual;
    let mut kept: Vec<MoveId> = Vec::new();
    for &way in ways {
        // Likeliest first: once there is a usual way, no exceptional one is the only one.
        let only_way = kept.iter().all(|&known| usual(known) == Usual::Exceptional);
        let counts = usual(way) == Usual::Usual || moves == MovesAllowed::Exceptional || only_way;
        if end(way) != role && counts && !kept.iter().any(|&known| end(known) == end(way)) {
            kept.push(way);
        }
    }
    kept
}
