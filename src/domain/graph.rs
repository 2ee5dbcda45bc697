//! The career graph: roles, training and posts as nodes; moves, requirements, grants and vacancies as edges.
//!
//! *And* and *or* are nodes too: a role's requirement leads to a gate, and the gate's parts are the items (or further
//! gates) below it, so that the graph alone says what an expression says.
//!
//! ```text
//!  ward manager ──move──▶ matron ──requires──▶ (all of) ──part──▶ registered nurse
//!       │                    │                     └─────part──▶ (any of) ──part──▶ stage 1 course
//!       └─grants─▶ leads a   └─vacancy─▶ a post                     └───────part──▶ stage 1 licence
//!                  team                                                               │
//!                                                              prerequisite ◀─────────┘
//! ```

mod ways;

use petgraph::Direction;
use petgraph::graph::{Graph, NodeIndex};
use petgraph::visit::EdgeRef;

use self::ways::Ways;
use super::career_move::Usual;
use super::expression::Expression;
use super::id::{MoveId, PostId, RequirementId, RoleId, TrainingId};
use super::pack::Pack;
use super::quantity::Decimal;
use super::requirement::Force;
use super::ruleset::Ruleset;

/// How the parts of an expression are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gate {
    /// Every part has to hold; of nothing: nothing is asked for.
    AllOf,
    /// One part has to hold.
    AnyOf,
}

/// What stands at a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// A role.
    Role(RoleId),
    /// A training item.
    Training(TrainingId),
    /// A post.
    Post(PostId),
    /// An *and* or an *or*.
    Gate(Gate),
}

/// What joins two nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edge {
    /// Role to role: one can move.
    Move(MoveId),
    /// Role to item or gate: one has to hold it to enter.
    Requires {
        /// The row that says so.
        requirement: RequirementId,
    },
    /// Gate to item or gate: a part of the expression, in the order of the text.
    Part,
    /// Training to item or gate: has to hold before it can begin.
    Prerequisite,
    /// Role to item: holding the role gives it.
    Grants {
        /// After how many years.
        years: Decimal,
    },
    /// Role to post: a vacancy in this role.
    Vacancy,
}

/// The graph of a pack, with indexes for what screens ask. Node and edge order follow the tables, so that two graphs
/// of one pack are the same.
#[derive(Debug, Clone)]
pub struct CareerGraph {
    graph: Graph<Node, Edge>,
    roles: Vec<NodeIndex>,
    training: Vec<NodeIndex>,
    posts: Vec<NodeIndex>,
    asked_by: Vec<Vec<(RoleId, Force)>>,
    granted_by: Vec<Vec<(RoleId, Decimal)>>,
    opens: Vec<Vec<TrainingId>>,
    ways_out: Ways,
    ways_in: Ways,
    exceptional: usize,
}

impl CareerGraph {
    /// The graph of `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let nodes = pack.role_ids().len() + pack.training_ids().len() + pack.post_ids().len();
        let mut graph = Graph::with_capacity(nodes, pack.move_ids().len());
        let roles: Vec<_> = pack.role_ids().map(|id| graph.add_node(Node::Role(id))).collect();
        let training: Vec<_> = pack.training_ids().map(|id| graph.add_node(Node::Training(id))).collect();
        let posts: Vec<_> = pack.post_ids().map(|id| graph.add_node(Node::Post(id))).collect();
        let items = pack.training_ids().len();
        let mut built = Self {
            graph,
            roles,
            training,
            posts,
            asked_by: vec![Vec::new(); items],
            granted_by: vec![Vec::new(); items],
            opens: vec![Vec::new(); items],
            ways_out: Ways::out_of(pack),
            ways_in: Ways::into(pack),
            exceptional: pack.tables().moves.iter().filter(|way| way.usual == Usual::Exceptional).count(),
        };
        built.join_roles(pack);
        built.join_requirements(pack);
        built.join_training(pack);
        built
    }

    fn join_roles(&mut self, pack: &Pack) {
        for id in pack.move_ids() {
            let a_move = pack.career_move(id);
            self.graph.add_edge(self.role(a_move.from), self.role(a_move.to), Edge::Move(id));
        }
        for grant in &pack.tables().grants {
            let edge = Edge::Grants { years: grant.years };
            self.graph.add_edge(self.role(grant.role), self.training(grant.fact), edge);
            self.granted_by[grant.fact.index()].push((grant.role, grant.years));
        }
        for id in pack.post_ids() {
            if let Some(matched) = pack.post(id).role {
                self.graph.add_edge(self.role(matched.role), self.post(id), Edge::Vacancy);
            }
        }
        for givers in &mut self.granted_by {
            givers.sort_unstable();
            givers.dedup();
        }
    }

    /// A row for many roles is built once; every role it is for points to it.
    fn join_requirements(&mut self, pack: &Pack) {
        let mut heads = vec![None; pack.tables().requirements.len()];
        for role in pack.role_ids() {
            for &requirement in pack.requirements_of(role) {
                let row = pack.requirement(requirement);
                let head = *heads[requirement.index()].get_or_insert_with(|| self.add_expression(&row.requires));
                self.graph.add_edge(self.role(role), head, Edge::Requires { requirement });
                for fact in row.requires.facts() {
                    self.asked_by[fact.index()].push((role, row.force));
                }
            }
        }
        for askers in &mut self.asked_by {
            askers.sort_unstable();
            askers.dedup();
        }
    }

    fn join_training(&mut self, pack: &Pack) {
        for item in pack.training_ids() {
            let requires = &pack.training(item).requires;
            if requires.is_none() {
                continue;
            }
            let head = self.add_expression(requires);
            self.graph.add_edge(self.training(item), head, Edge::Prerequisite);
            for fact in requires.facts() {
                self.opens[fact.index()].push(item);
            }
        }
    }

    fn add_expression(&mut self, expression: &Expression) -> NodeIndex {
        let (gate, parts) = match expression {
            Expression::Fact(fact) => return self.training(*fact),
            Expression::All(parts) => (Gate::AllOf, parts),
            Expression::Any(parts) => (Gate::AnyOf, parts),
        };
        let node = self.graph.add_node(Node::Gate(gate));
        for part in parts {
            let below = self.add_expression(part);
            self.graph.add_edge(node, below, Edge::Part);
        }
        node
    }

    /// The graph itself, for walks of one's own.
    #[must_use]
    pub const fn graph(&self) -> &Graph<Node, Edge> {
        &self.graph
    }

    /// The node of a role.
    #[must_use]
    pub fn role(&self, id: RoleId) -> NodeIndex {
        self.roles[id.index()]
    }

    /// The node of a training item.
    #[must_use]
    pub fn training(&self, id: TrainingId) -> NodeIndex {
        self.training[id.index()]
    }

    /// The node of a post.
    #[must_use]
    pub fn post(&self, id: PostId) -> NodeIndex {
        self.posts[id.index()]
    }

    /// The moves that leave a role, likeliest first: usual before exceptional, the same family before others, up
    /// before sideways.
    #[must_use]
    pub fn ways_out(&self, role: RoleId) -> &[MoveId] {
        self.ways_out.of(role)
    }

    /// The moves that enter a role, likeliest first in the same sense.
    #[must_use]
    pub fn ways_in(&self, role: RoleId) -> &[MoveId] {
        self.ways_in.of(role)
    }

    /// The roles at the other ends of [`CareerGraph::ways_out`], in the same order.
    #[must_use]
    pub fn roles_out(&self, role: RoleId) -> &[RoleId] {
        self.ways_out.ends(role)
    }

    /// The roles at the other ends of [`CareerGraph::ways_in`], in the same order.
    #[must_use]
    pub fn roles_in(&self, role: RoleId) -> &[RoleId] {
        self.ways_in.ends(role)
    }

    /// How many of the pack's moves are exceptional.
    #[must_use]
    pub const fn exceptional_moves(&self) -> usize {
        self.exceptional
    }

    /// The roles that name this item in what they ask for, with the force of the row; by role, then force.
    #[must_use]
    pub fn roles_asking_for(&self, item: TrainingId) -> &[(RoleId, Force)] {
        &self.asked_by[item.index()]
    }

    /// The roles that give this item, with the years it takes; by role, then years.
    #[must_use]
    pub fn roles_granting(&self, item: TrainingId) -> &[(RoleId, Decimal)] {
        &self.granted_by[item.index()]
    }

    /// The training whose prerequisites name this item, in the order of the table.
    #[must_use]
    pub fn training_opened_by(&self, item: TrainingId) -> &[TrainingId] {
        &self.opens[item.index()]
    }

    /// The items that the role's rows name under `ruleset`, in the order of the rows, each once. Items joined by *or*
    /// are all among them.
    #[must_use]
    pub fn training_asked_by(&self, pack: &Pack, role: RoleId, ruleset: Ruleset) -> Vec<TrainingId> {
        let mut items = Vec::new();
        for (requirement, expression) in self.requirements(role) {
            if ruleset.counts(pack.requirement(requirement).force) {
                expression.visit(&mut |item| {
                    if !items.contains(&item) {
                        items.push(item);
                    }
                });
            }
        }
        items
    }

    /// What a role asks for, row by row in the order of the table, read back from the graph.
    #[must_use]
    pub fn requirements(&self, role: RoleId) -> Vec<(RequirementId, Expression)> {
        self.below(self.role(role))
            .into_iter()
            .filter_map(|(edge, head)| match edge {
                Edge::Requires { requirement } => Some((requirement, self.expression(head))),
                _ => None,
            })
            .collect()
    }

    /// What has to hold before training can begin, read back from the graph.
    #[must_use]
    pub fn prerequisites(&self, item: TrainingId) -> Expression {
        self.below(self.training(item))
            .into_iter()
            .find(|(edge, _)| *edge == Edge::Prerequisite)
            .map_or_else(Expression::none, |(_, head)| self.expression(head))
    }

    /// The posts that are vacancies in a role, in the order of the table.
    #[must_use]
    pub fn posts_of(&self, role: RoleId) -> Vec<PostId> {
        let ends = self.below(self.role(role)).into_iter().filter(|(edge, _)| *edge == Edge::Vacancy);
        ends.filter_map(|(_, node)| match self.graph[node] {
            Node::Post(post) => Some(post),
            _ => None,
        })
        .collect()
    }

    /// The expression that begins at `node`: an item or a gate. Other nodes ask for nothing.
    #[must_use]
    pub fn expression(&self, node: NodeIndex) -> Expression {
        let parts = || self.below(node).into_iter().map(|(_, part)| self.expression(part)).collect();
        match self.graph[node] {
            Node::Training(item) => Expression::Fact(item),
            Node::Gate(Gate::AllOf) => Expression::All(parts()),
            Node::Gate(Gate::AnyOf) => Expression::Any(parts()),
            Node::Role(_) | Node::Post(_) => Expression::none(),
        }
    }

    /// The edges that leave a node, oldest first (petgraph gives the newest first).
    fn below(&self, node: NodeIndex) -> Vec<(Edge, NodeIndex)> {
        let mut edges: Vec<_> = self.graph.edges_directed(node, Direction::Outgoing).collect();
        edges.sort_unstable_by_key(EdgeRef::id);
        edges.into_iter().map(|edge| (*edge.weight(), edge.target())).collect()
    }
}
