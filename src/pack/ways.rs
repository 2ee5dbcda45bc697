//! What only the whole graph shows: training that requires itself, and roles that nobody can reach.

use std::collections::{HashMap, VecDeque};

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::graph::Graph;
use super::report::Report;
use super::table::Table;
use crate::domain::career_move::Move;
use crate::domain::role::{Entrance, Role};

type Ways = DiGraph<(), ()>;

/// Reports every circle of training items that require each other, also where *or* would leave another way.
pub(super) fn judge_circles(table: &Table, graph: &Graph, report: &mut Report) {
    for circle in circles(&requiring(table, graph)) {
        let rows: Vec<_> = circle.iter().filter_map(|node| table.rows().nth(node.index())).collect();
        let Some(first) = rows.first() else { continue };
        let id = first.text("id");
        let message = if rows.len() == 1 {
            format!("{id} requires itself; take it out of its own requires")
        } else {
            let named: Vec<&str> = rows.iter().take(MOST_NAMED).map(|row| row.text("id")).collect();
            let more = if rows.len() > MOST_NAMED { " requires …" } else { "" };
            let steps = named.join(" requires ");
            format!("training goes round in a circle: {steps}{more} requires {id}; take one of them out")
        };
        report.error(first.place("requires"), message);
    }
}

/// Longer circles are not told step by step.
const MOST_NAMED: usize = 12;

/// An edge leads from each item to each it names.
fn requiring(table: &Table, graph: &Graph) -> Ways {
    let mut ways = Ways::new();
    let nodes: Vec<NodeIndex> = table.rows().map(|_| ways.add_node(())).collect();
    let mut heard_before = Report::default();
    for (row, from) in table.rows().zip(&nodes) {
        let Ok(requires) = graph.expression_or_none(row, &mut heard_before) else { continue };
        for to in requires.facts().iter().filter_map(|fact| nodes.get(fact.index())) {
            ways.add_edge(*from, *to, ());
        }
    }
    ways
}

/// Every item that names itself, and of every other knot of items its shortest circle, in the order of the table.
fn circles(ways: &Ways) -> Vec<Vec<NodeIndex>> {
    let knots = kosaraju_scc(ways);
    let mut knot_of = vec![0; ways.node_count()];
    for (at, knot) in knots.iter().enumerate() {
        for node in knot {
            knot_of[node.index()] = at;
        }
    }
    let alone = ways.node_indices().filter(|node| ways.contains_edge(*node, *node)).map(|node| vec![node]);
    let knotted = knots.iter().filter(|knot| knot.len() > 1);
    let mut circles: Vec<_> = alone.chain(knotted.filter_map(|knot| shortest(ways, &knot_of, knot))).collect();
    circles.sort();
    circles
}

/// The shortest way from the first item of a knot back to itself.
fn shortest(ways: &Ways, knot_of: &[usize], knot: &[NodeIndex]) -> Option<Vec<NodeIndex>> {
    let start = knot.iter().copied().min()?;
    let mut came_from: HashMap<NodeIndex, NodeIndex> = HashMap::new();
    let mut open = VecDeque::from([start]);
    while let Some(node) = open.pop_front() {
        let mut next: Vec<_> =
            ways.neighbors(node).filter(|to| knot_of[to.index()] == knot_of[start.index()]).collect();
        next.sort();
        for to in next.into_iter().filter(|to| *to != node) {
            if to == start {
                let mut trail: Vec<_> =
                    std::iter::successors(Some(node), |node| came_from.get(node).copied()).collect();
                trail.reverse();
                return Some(trail);
            }
            came_from.entry(to).or_insert_with(|| {
                open.push_back(to);
                node
            });
        }
    }
    None
}

/// Warns of every role to which no chain of moves leads from a starting point. A pack without starting points says
/// nothing of where people come from, and is not judged.
pub(super) fn judge_reach(table: &Table, roles: &[Role], moves: &[Move], report: &mut Report) {
    let starts = |role: &Role| role.entrance == Entrance::StartingPoint;
    let mut reached: Vec<bool> = roles.iter().map(starts).collect();
    if !reached.contains(&true) {
        return;
    }
    let mut onward = vec![Vec::new(); roles.len()];
    for a_move in moves {
        onward[a_move.from.index()].push(a_move.to.index());
    }
    let mut open: Vec<usize> = (0..roles.len()).filter(|at| reached[*at]).collect();
    while let Some(at) = open.pop() {
        for to in &onward[at] {
            if !std::mem::replace(&mut reached[*to], true) {
                open.push(*to);
            }
        }
    }
    for (row, _) in table.rows().zip(reached).filter(|(_, reached)| !reached) {
        let message = format!(
            "nobody can reach {}: no chain of moves leads there from a starting point; add a move in moves.csv or write yes \
             under starting_point",
            row.text("id")
        );
        report.warning(row.place("id"), message);
    }
}
