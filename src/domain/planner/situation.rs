//! One person's situation under one ruleset, made ready for searching: which roles are open, what each asks for as
//! ways of meeting it, who leads where, what roles give. It does not depend on the target. A role that the course keeps
//! clear of is not open.

use std::collections::BTreeSet;

use petgraph::Graph;
use petgraph::algo::tarjan_scc;
use petgraph::graph::NodeIndex;

use super::bits::Bits;
use super::course::Course;
use super::formula::{Formula, minimal, product};
use super::holding::{Facts, Horizon, at_the_start, binding_rows, waived_rows};
use super::needs::{CostCounts, Needs, StudyCost};
use super::question::Circumstances;
use crate::domain::id::{MoveId, RequirementId, RoleId};
use crate::domain::pack::Pack;

/// A way into a role: the quickest move from one other role.
#[derive(Debug, Clone, Copy)]
pub(super) struct WayIn {
    pub(super) from: RoleId,
    pub(super) by: MoveId,
    /// The least length of the stint in `from`, from entering it or, in the role held now, from today.
    pub(super) tenure: u32,
}

/// What a role gives, and how long after entering it (or, in the role held now, after today).
#[derive(Debug, Clone, Copy)]
pub(super) struct Gift {
    pub(super) need: usize,
    pub(super) after: u32,
}

/// Everything a search asks of one role.
#[derive(Debug, Clone, Default)]
pub(super) struct Room {
    pub(super) level: u32,
    pub(super) ways_in: Vec<WayIn>,
    pub(super) gifts: Vec<Gift>,
    /// What the role asks for, in groups joined by *and*; each group is the ways of meeting it.
    pub(super) asks: Vec<Vec<Bits>>,
    /// Roles with the same number lie on a common circle of moves; a route can only come back among those.
    pub(super) circle: usize,
    /// The role's place among those of its circle.
    pub(super) place: usize,
}

/// See the module.
#[derive(Debug, Clone)]
pub(super) struct Situation<'p> {
    pub(super) pack: &'p Pack,
    pub(super) circumstances: &'p Circumstances,
    pub(super) course: Course,
    pub(super) start: Facts,
    pub(super) waived: BTreeSet<RequirementId>,
    pub(super) horizon: Horizon,
    pub(super) needs: Needs,
    pub(super) rooms: Vec<Room>,
}

/// Groups of ways are multiplied out up to this many sets; larger products stay apart and are resolved one by one.
const PRODUCT: usize = 24;

impl<'p> Situation<'p> {
    pub(super) fn new(
        pack: &'p Pack,
        circumstances: &'p Circumstances,
        cost_counts: CostCounts,
        course: Course,
    ) -> Self {
        let start = at_the_start(pack, &circumstances.person);
        let waived = waived_rows(pack, &start, circumstances.ruleset);
        let horizon = Horizon::of(pack, circumstances, course, start.clone(), &waived);
        let needs = Needs::of(pack, circumstances, &start, &horizon);
        let mut situation = Self {
            pack,
            circumstances,
            course,
            start,
            waived,
            horizon,
            needs,
            rooms: vec![Room::default(); pack.tables().roles.len()],
        };
        situation.ask(cost_counts);
        situation.connect();
        situation.find_circles();
        situation
    }

    pub(super) fn here(&self) -> RoleId {
        self.circumstances.person.role
    }

    pub(super) fn room(&self, role: RoleId) -> &Room {
        &self.rooms[role.index()]
    }

    pub(super) fn open_roles(&self) -> impl Iterator<Item = RoleId> + '_ {
        self.pack.role_ids().filter(|role| self.horizon.reaches(*role))
    }

    /// How many weeks a study takes in `role`; nothing when it cannot be finished there.
    pub(super) fn weeks_in(&self, role: RoleId, study: &StudyCost) -> Option<u32> {
        if self.circumstances.offered_in(role).is_some() { study.weeks_at_the_post } else { study.weeks }
    }

    fn ask(&mut self, cost_counts: CostCounts) {
        let ruleset = self.circumstances.ruleset;
        let rows = self.pack.tables().requirements.iter();
        let formulas: Vec<Formula> = rows.map(|row| self.needs.formula(&row.requires)).collect();
        let mut in_force = vec![false; formulas.len()];
        let mut rows_of = vec![Vec::new(); self.rooms.len()];
        for role in self.open_roles().filter(|role| *role != self.here()) {
            for row in binding_rows(self.pack, role, ruleset, &self.waived) {
                in_force[row.index()] = true;
                rows_of[role.index()].push(row.index());
            }
        }
        let training = &self.pack.tables().training;
        let prerequisites = self.needs.iter().filter(|(_, need)| need.study().is_some());
        let contexts: Vec<Formula> = prerequisites
            .map(|(_, need)| self.needs.formula(&training[need.fact.index()].requires))
            .chain(formulas.iter().zip(&in_force).filter(|(_, used)| **used).map(|(formula, _)| formula.clone()))
            .filter(|formula| *formula != Formula::TRUE)
            .collect();
        let gone = self.needs.replaceable(&contexts, cost_counts);
        self.needs.leave_out(&gone);
        let formulas: Vec<Formula> = formulas.into_iter().map(|formula| formula.without(&gone)).collect();
        for (room, rows) in self.rooms.iter_mut().zip(rows_of) {
            room.asks = groups(rows.into_iter().map(|row| formulas[row].clone()));
        }
    }

    fn connect(&mut self) {
        let allowed = self.circumstances.moves;
        for role in self.pack.role_ids() {
            if !self.horizon.reaches(role) {
                continue;
            }
            let mut ways_in: Vec<WayIn> = Vec::new();
            for by in self.pack.moves_to(role) {
                let a_move = self.pack.career_move(*by);
                if allowed.allows(a_move) && self.horizon.reaches(a_move.from) && a_move.from != role {
                    let tenure = a_move.tenure().0.saturating_sub(self.circumstances.clock_at_first(a_move.from));
                    ways_in.push(WayIn { from: a_move.from, by: *by, tenure });
                }
            }
            // Of several moves between the same two roles only the quickest matters to any vector.
            ways_in.sort_by_key(|way| (way.from, way.tenure, way.by));
            ways_in.dedup_by_key(|way| way.from);
            let gifts = self.gifts(role);
            let room = &mut self.rooms[role.index()];
            room.level = self.pack.role(role).level.0;
            room.ways_in = ways_in;
            room.gifts = gifts;
        }
    }

    fn gifts(&self, role: RoleId) -> Vec<Gift> {
        let mut gifts: Vec<Gift> = self
            .circumstances
            .gains_in(self.pack, role)
            .filter_map(|gain| Some(Gift { need: self.needs.granted(gain.fact)?, after: gain.after }))
            .collect();
        gifts.sort_by_key(|gift| (gift.need, gift.after));
        gifts.dedup_by_key(|gift| gift.need);
        gifts
    }

    fn find_circles(&mut self) {
        let mut graph: Graph<RoleId, ()> = Graph::with_capacity(self.rooms.len(), self.pack.tables().moves.len());
        let nodes: Vec<NodeIndex> = self.pack.role_ids().map(|role| graph.add_node(role)).collect();
        for (to, room) in self.rooms.iter().enumerate() {
            for way in &room.ways_in {
                graph.add_edge(nodes[way.from.index()], nodes[to], ());
            }
        }
        for (circle, members) in tarjan_scc(&graph).into_iter().enumerate() {
            for (place, node) in members.into_iter().enumerate() {
                let room = &mut self.rooms[graph[node].index()];
                room.circle = circle;
                room.place = place;
            }
        }
    }
}

/// What a role asks for as groups of ways: what every way contains first, then choices, multiplied out while small.
fn groups(rows: impl Iterator<Item = Formula>) -> Vec<Vec<Bits>> {
    let parts = match Formula::all(rows) {
        Formula::All(parts) => parts,
        single => vec![single],
    };
    let mut certain = Bits::default();
    let mut choices: Vec<Vec<Bits>> = Vec::new();
    for part in &parts {
        match part {
            Formula::Need(need) => certain.insert(*need),
            part => choices.push(part.ways()),
        }
    }
    choices.sort_unstable();
    choices.dedup();
    choices.retain(|ways| !ways.iter().any(|way| way.is_subset(&certain)));
    let mut groups: Vec<Vec<Bits>> = Vec::new();
    let mut current = vec![certain];
    for ways in choices {
        let ways = minimal(ways);
        if current.len() * ways.len() > PRODUCT && !current.is_empty() {
            groups.push(std::mem::replace(&mut current, ways));
        } else {
            current = product(&current, &ways);
        }
    }
    groups.push(current);
    groups.retain(|group| group.iter().all(|way| !way.is_empty()) || group.is_empty());
    groups
}
