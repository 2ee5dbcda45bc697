//! The order of the roles that stand in one lane and level: with few crossings, and the same whatever the order of the
//! rows in the tables.

use petgraph::graph::{Graph, NodeIndex};

use crate::domain::Pack;
use crate::domain::graph::CareerGraph;
use crate::domain::id::RoleId;
use crate::domain::role_set::RoleSet;

use super::layered::{Effort, Place, Skeleton, Vertex, arrange};

/// Above this many roles the first order that is found has to do.
const SEARCHED: usize = 2_000;

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
    /// The order of a pack's roles, found by [`super::layered`]: levels are layers; lanes are families in the order of the
    /// pack, whose author knows which belong together.
    #[must_use]
    pub fn new(pack: &Pack, graph: &CareerGraph) -> Self {
        let (lanes, levels) = (pack.tables().families.len(), pack.tables().levels.len());
        let level_of = |id: RoleId| {
            let number = pack.role(id).level;
            pack.tables().levels.iter().position(|level| level.number == number).unwrap_or(0)
        };
        let roles: Vec<RoleId> = pack.role_ids().collect();
        let skeleton = skeleton(pack, graph, &roles, level_of);
        let effort = if roles.len() > SEARCHED { Effort::First } else { Effort::Local };
        let arranged = arrange(&skeleton, effort);
        let mut cells = vec![Vec::new(); lanes * levels];
        let mut places = vec![(0, 0, 0); roles.len()];
        for level in 0..skeleton.layers() {
            for vertex in arranged.order.layer(&skeleton, level) {
                let Vertex::Node(node) = vertex else { continue };
                let role = roles[node.index()];
                let lane = pack.role(role).family.index();
                places[role.index()] = (lane, level, 0);
                cells[lane * levels + level].push(role);
            }
        }
        let mut order = Self { lanes, levels, cells, places };
        order.note_places();
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
            let mut lanes = (0..lane).rev();
            lanes.find_map(|lane| self.roles(lane, level).last().copied())
        })
    }

    /// The role below another in its level, in the same lane or the next one down that has any.
    #[must_use]
    pub fn below(&self, role: RoleId) -> Option<RoleId> {
        let (lane, level, place) = self.places[role.index()];
        self.roles(lane, level).get(place + 1).copied().or_else(|| {
            let mut lanes = lane + 1..self.lanes;
            lanes.find_map(|lane| self.roles(lane, level).first().copied())
        })
    }

    fn note_places(&mut self) {
        for cell in &self.cells {
            for (place, role) in cell.iter().enumerate() {
                self.places[role.index()].2 = place;
            }
        }
    }
}

/// The roles and the moves between them; a role is known by where its id stands among all ids.
fn skeleton(pack: &Pack, graph: &CareerGraph, roles: &[RoleId], level_of: impl Fn(RoleId) -> usize) -> Skeleton {
    let mut sorted = roles.to_vec();
    sorted.sort_by(|&a, &b| pack.role(a).slug.cmp(&pack.role(b).slug));
    let mut keys = vec![0; roles.len()];
    for (key, role) in (0..).zip(sorted) {
        keys[role.index()] = key;
    }
    let mut moves: Graph<(), ()> = Graph::new();
    for _ in roles {
        moves.add_node(());
    }
    for &from in roles {
        for &to in graph.roles_out(from) {
            moves.add_edge(NodeIndex::new(from.index()), NodeIndex::new(to.index()), ());
        }
    }
    let small = |index: usize| u32::try_from(index).expect("a pack has few levels and families");
    Skeleton::with_lanes_as_numbered(&moves, |node| {
        let role = roles[node.index()];
        let lane = Some(small(pack.role(role).family.index()));
        Place { layer: small(level_of(role)), lane, key: keys[node.index()] }
    })
}
