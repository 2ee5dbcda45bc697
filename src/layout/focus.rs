//! What matters at the moment: the selected role, its ways in and out, the route, and the roles a person has marked.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::Pack;
use crate::domain::career_move::Usual;
use crate::domain::graph::CareerGraph;
use crate::domain::id::RoleId;
use crate::domain::planner::MovesAllowed;
use crate::domain::role_set::RoleSet;

use super::joint::Stroke;

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
}

impl Focus {
    /// Only a role, no route.
    #[must_use]
    pub const fn on(selected: RoleId) -> Self {
        Self { selected, route: Vec::new(), moves: MovesAllowed::Usual, marked: Vec::new(), only: None }
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
        let ways = ways_out(pack, graph, self.selected, self.moves).into_iter().filter(|&(to, _)| self.has(to));
        ways.map(|(to, usual)| self.wish(self.selected, to, usual)).collect()
    }

    /// The ways into the selected role, likeliest first, each role once.
    #[must_use]
    pub fn into(&self, pack: &Pack, graph: &CareerGraph) -> Vec<Wish> {
        let ways = ways_in(pack, graph, self.selected, self.moves).into_iter().filter(|&(from, _)| self.has(from));
        ways.map(|(from, usual)| self.wish(from, self.selected, usual)).collect()
    }

    /// The steps of the route that are neither ways in nor ways out of the selected role.
    #[must_use]
    pub fn steps(&self) -> Vec<Wish> {
        let pairs = self.route.windows(2).map(|pair| (pair[0], pair[1]));
        pairs
            .filter(|&(from, to)| from != to && from != self.selected && to != self.selected)
            .map(|(from, to)| Wish { from, to, stroke: Stroke::Heavy })
            .collect()
    }

    fn has(&self, role: RoleId) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(role))
    }

    fn wish(&self, from: RoleId, to: RoleId, usual: Usual) -> Wish {
        let stroke = match usual {
            _ if self.route.windows(2).any(|pair| pair == [from, to]) => Stroke::Heavy,
            Usual::Usual => Stroke::Light,
            Usual::Exceptional => Stroke::Broken,
        };
        Wish { from, to, stroke }
    }
}

/// The roles to which one can move from a role, likeliest first, each once. Exceptional moves are among them when they
/// are allowed, or when there are no others: then nobody should think that the role leads nowhere.
#[must_use]
pub fn ways_out(pack: &Pack, graph: &CareerGraph, role: RoleId, moves: MovesAllowed) -> Vec<(RoleId, Usual)> {
    let ways = graph.ways_out(role).iter().map(|&way| pack.career_move(way));
    allowed(role, moves, ways.map(|way| (way.to, way.usual)))
}

/// The roles from which one can move to a role, in the same sense.
#[must_use]
pub fn ways_in(pack: &Pack, graph: &CareerGraph, role: RoleId, moves: MovesAllowed) -> Vec<(RoleId, Usual)> {
    let ways = graph.ways_in(role).iter().map(|&way| pack.career_move(way));
    allowed(role, moves, ways.map(|way| (way.from, way.usual)))
}

fn allowed(role: RoleId, moves: MovesAllowed, ways: impl Iterator<Item = (RoleId, Usual)>) -> Vec<(RoleId, Usual)> {
    let mut kept: Vec<(RoleId, Usual)> = Vec::new();
    for (other, usual) in ways {
        // Likeliest first: once there is a usual way, no exceptional one is the only one.
        let only_way = kept.iter().all(|(_, known)| *known == Usual::Exceptional);
        let counts = usual == Usual::Usual || moves == MovesAllowed::Exceptional || only_way;
        if other != role && counts && !kept.iter().any(|(known, _)| *known == other) {
            kept.push((other, usual));
        }
    }
    kept
}
