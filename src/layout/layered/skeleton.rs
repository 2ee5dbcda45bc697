//! The proper graph: what of a graph the layout needs, with every arc between neighbouring layers.

use std::ops::Range;

use petgraph::graph::{EdgeIndex, Graph, NodeIndex};

use super::adjacency::Adjacency;
use super::cutting::Cutting;
use super::lane_order::Lanes;

/// Where a node belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Its layer, from 0. Layers are few: an array holds one entry for each.
    pub layer: u32,
    /// Its lane, any number. Nodes without one share a lane of their own, if others have lanes.
    pub lane: Option<u32>,
    /// What tells it from the other nodes whatever the order in which they were added to the graph. No two nodes of a
    /// layer and lane have the same key.
    pub key: u64,
}

/// What stands in an order: a node, or the bend of a long edge where it passes a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vertex {
    /// A node of the graph.
    Node(NodeIndex),
    /// A place in a layer which this edge passes on its way.
    Bend(EdgeIndex),
}

/// The layers of a graph: long edges are cut by bends, backward edges run forwards, edges inside a layer are kept apart.
///
/// The vertices are numbered by layer, lane, nodes before bends, and key; nothing in it depends on the order in which
/// nodes and edges were added, but which of two parallel edges has which bends.
#[derive(Debug, Clone)]
pub struct Skeleton {
    /// The first vertex of each layer and lane, and the end.
    pub(super) cells: Vec<u32>,
    pub(super) lanes: Lanes,
    pub(super) vertices: Vec<Vertex>,
    /// For each node its vertex.
    pub(super) numbers: Vec<u32>,
    pub(super) down: Adjacency,
    pub(super) up: Adjacency,
    pub(super) lateral: Adjacency,
    /// The edges before they were cut, of the vertices.
    pub(super) links: Vec<(u32, u32)>,
}

impl Skeleton {
    /// Takes the layers, lanes and keys from `place`. O(V log V + E log d + B) for B bends and nodes of d edges.
    pub fn new<N, E>(graph: &Graph<N, E>, place: impl Fn(NodeIndex) -> Place) -> Self {
        let places: Vec<Place> = graph.node_indices().map(place).collect();
        let lanes = Lanes::of(graph, &places);
        Cutting::new(&places, lanes).skeleton(graph)
    }

    /// As [`Skeleton::new`], with the lanes in the order of their numbers: somebody knows a better one than the edges tell.
    pub fn with_lanes_as_numbered<N, E>(graph: &Graph<N, E>, place: impl Fn(NodeIndex) -> Place) -> Self {
        let places: Vec<Place> = graph.node_indices().map(place).collect();
        let lanes = Lanes::numbered(&places);
        Cutting::new(&places, lanes).skeleton(graph)
    }

    /// How many layers there are.
    #[must_use]
    pub fn layers(&self) -> usize {
        (self.cells.len() - 1) / self.lanes.count()
    }

    /// The lanes from top to bottom; one nameless lane if none were given.
    #[must_use]
    pub fn lanes(&self) -> &[Option<u32>] {
        self.lanes.order()
    }

    /// How many nodes and bends there are.
    #[must_use]
    pub const fn vertices(&self) -> usize {
        self.vertices.len()
    }

    /// How many arcs between neighbouring layers there are.
    #[must_use]
    pub fn arcs(&self) -> usize {
        self.down.arcs() as usize
    }

    /// How many vertices the widest layer has.
    #[must_use]
    pub fn width(&self) -> usize {
        (0..self.layers()).map(|layer| self.layer(layer).len()).max().unwrap_or(0)
    }

    pub(super) fn lane_count(&self) -> usize {
        self.lanes.count()
    }

    /// The vertices of a layer, which are also its slots in an order.
    #[inline]
    pub(super) fn layer(&self, layer: usize) -> Range<usize> {
        let lanes = self.lanes.count();
        self.cells[layer * lanes] as usize..self.cells[(layer + 1) * lanes] as usize
    }

    /// The vertices of a lane in a layer, which are also its slots in an order.
    #[inline]
    pub(super) fn cell(&self, layer: usize, lane: usize) -> Range<usize> {
        let at = layer * self.lanes.count() + lane;
        self.cells[at] as usize..self.cells[at + 1] as usize
    }

    /// The same by the number of layer and lane: layer after layer.
    #[inline]
    pub(super) fn cell_at(&self, cell: usize) -> Range<usize> {
        self.cells[cell] as usize..self.cells[cell + 1] as usize
    }

    /// The numbers of a layer's lanes.
    pub(super) fn cells_of(&self, layer: usize) -> Range<usize> {
        let lanes = self.lanes.count();
        layer * lanes..(layer + 1) * lanes
    }

    pub(super) fn vertex(&self, vertex: u32) -> Vertex {
        self.vertices[vertex as usize]
    }

    pub(super) fn is_bend(&self, vertex: u32) -> bool {
        matches!(self.vertices[vertex as usize], Vertex::Bend(_))
    }

    pub(super) fn number(&self, node: NodeIndex) -> u32 {
        self.numbers[node.index()]
    }

    /// The neighbours in the next layer.
    pub(super) const fn down(&self) -> &Adjacency {
        &self.down
    }

    /// The neighbours in the layer before.
    pub(super) const fn up(&self) -> &Adjacency {
        &self.up
    }

    /// The neighbours in the same layer.
    pub(super) const fn lateral(&self) -> &Adjacency {
        &self.lateral
    }

    /// The edges before they were cut.
    pub(super) fn links(&self) -> &[(u32, u32)] {
        &self.links
    }
}
