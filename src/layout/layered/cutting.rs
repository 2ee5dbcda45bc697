//! How a graph becomes proper: long edges are cut at every layer they pass, backward edges are turned round.

use std::cmp::Ordering;

use petgraph::graph::{EdgeIndex, Graph, NodeIndex};
use petgraph::visit::EdgeRef;

use super::adjacency::Adjacency;
use super::index::narrow;
use super::lane_order::Lanes;
use super::skeleton::{Place, Skeleton, Vertex};
use super::weighted::members;

/// An edge seen from the end that stands in the earlier layer; nodes are known by their rank in layer, lane and key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Link {
    to: u32,
    backward: bool,
    edge: u32,
}

/// A graph on its way to a skeleton.
pub(super) struct Cutting<'a> {
    places: &'a [Place],
    lanes: Lanes,
    /// For each node the rank of its lane.
    lane_of: Vec<u32>,
    layers: usize,
    /// The nodes by layer, lane and key.
    sorted: Vec<u32>,
    /// For each node its place in `sorted`.
    ranks: Vec<u32>,
}

impl<'a> Cutting<'a> {
    pub(super) fn new(places: &'a [Place], lanes: Lanes) -> Self {
        let layers = places.iter().map(|place| place.layer as usize + 1).max().unwrap_or(0);
        let lane_of: Vec<u32> = places.iter().map(|place| lanes.rank(place.lane)).collect();
        let cell = |node: usize| places[node].layer as usize * lanes.count() + lane_of[node] as usize;
        let groups: Vec<u32> = (0..places.len()).map(|node| narrow(cell(node))).collect();
        let (starts, mut sorted) = members(&groups, layers * lanes.count());
        for range in starts.windows(2) {
            sorted[range[0] as usize..range[1] as usize].sort_by_key(|&node| places[node as usize].key);
        }
        let mut ranks = vec![0; places.len()];
        for (rank, &node) in (0..).zip(&sorted) {
            ranks[node as usize] = rank;
        }
        Self { places, lanes, lane_of, layers, sorted, ranks }
    }

    pub(super) fn skeleton<N, E>(self, graph: &Graph<N, E>) -> Skeleton {
        let links = self.links(graph);
        let cells = self.cells(&links);
        let mut next = cells.clone();
        let count = cells[cells.len() - 1] as usize;
        let mut vertices = vec![Vertex::Node(NodeIndex::end()); count];
        let mut numbers = vec![0; self.places.len()];
        for &node in &self.sorted {
            let slot = &mut next[self.cell(self.places[node as usize].layer, node)];
            vertices[*slot as usize] = Vertex::Node(NodeIndex::new(node as usize));
            numbers[node as usize] = *slot;
            *slot += 1;
        }
        let arcs = self.cut(&links, &numbers, &mut next, &mut vertices);
        let down = Adjacency::new(count, || arcs.iter().copied());
        let up = Adjacency::new(count, || arcs.iter().map(|&(from, to)| (to, from)));
        let lateral = self.lateral(graph, count, &numbers);
        let links = self.uncut(&links, &numbers);
        Skeleton { cells, lanes: self.lanes, vertices, numbers, down, up, lateral, links }
    }

    /// The links of every node to later layers, sorted, in one array with the first of each node.
    fn links<N, E>(&self, graph: &Graph<N, E>) -> (Vec<u32>, Vec<Link>) {
        let found = || {
            graph.edge_references().filter_map(|edge| {
                let (a, b) = (edge.source().index(), edge.target().index());
                let (from, to, backward) = match self.places[a].layer.cmp(&self.places[b].layer) {
                    Ordering::Less => (a, b, false),
                    Ordering::Greater => (b, a, true),
                    Ordering::Equal => return None,
                };
                Some((
                    self.ranks[from] as usize,
                    Link { to: self.ranks[to], backward, edge: narrow(edge.id().index()) },
                ))
            })
        };
        let mut starts = vec![0_u32; self.places.len() + 1];
        for (from, _) in found() {
            starts[from + 1] += 1;
        }
        for at in 0..self.places.len() {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut links = vec![Link::default(); starts[self.places.len()] as usize];
        for (from, link) in found() {
            links[next[from] as usize] = link;
            next[from] += 1;
        }
        for range in starts.windows(2) {
            links[range[0] as usize..range[1] as usize].sort_unstable();
        }
        (starts, links)
    }

    /// The first vertex of each layer and lane, and the end: nodes and bends are counted.
    fn cells(&self, (starts, links): &(Vec<u32>, Vec<Link>)) -> Vec<u32> {
        let mut cells = vec![0_u32; self.layers * self.lanes.count() + 1];
        for (rank, &node) in self.sorted.iter().enumerate() {
            let place = self.places[node as usize];
            cells[self.cell(place.layer, node) + 1] += 1;
            for link in &links[starts[rank] as usize..starts[rank + 1] as usize] {
                let target = self.sorted[link.to as usize];
                for layer in place.layer + 1..self.places[target as usize].layer {
                    cells[self.cell(layer, target) + 1] += 1;
                }
            }
        }
        for at in 1..cells.len() {
            cells[at] += cells[at - 1];
        }
        cells
    }

    /// The arcs; names the bends. A bend stands in the lane to which its edge leads.
    fn cut(
        &self,
        (starts, links): &(Vec<u32>, Vec<Link>),
        numbers: &[u32],
        next: &mut [u32],
        vertices: &mut [Vertex],
    ) -> Vec<(u32, u32)> {
        let mut arcs = Vec::with_capacity(links.len() + vertices.len() - numbers.len());
        for (rank, &node) in self.sorted.iter().enumerate() {
            for link in &links[starts[rank] as usize..starts[rank + 1] as usize] {
                let target = self.sorted[link.to as usize];
                let mut from = numbers[node as usize];
                for layer in self.places[node as usize].layer + 1..self.places[target as usize].layer {
                    let slot = &mut next[self.cell(layer, target)];
                    vertices[*slot as usize] = Vertex::Bend(EdgeIndex::new(link.edge as usize));
                    arcs.push((from, *slot));
                    from = *slot;
                    *slot += 1;
                }
                arcs.push((from, numbers[target as usize]));
            }
        }
        arcs
    }

    fn uncut(&self, (starts, links): &(Vec<u32>, Vec<Link>), numbers: &[u32]) -> Vec<(u32, u32)> {
        let number = |rank: u32| numbers[self.sorted[rank as usize] as usize];
        let ranges = (0..).zip(starts.windows(2));
        ranges
            .flat_map(|(rank, range)| {
                links[range[0] as usize..range[1] as usize].iter().map(move |link| (rank, link.to))
            })
            .map(|(from, to)| (number(from), number(to)))
            .collect()
    }

    /// The edges inside a layer, from both ends. An edge from a node to itself leads nowhere.
    fn lateral<N, E>(&self, graph: &Graph<N, E>, vertices: usize, numbers: &[u32]) -> Adjacency {
        let mut sides: Vec<(u32, u32)> = graph
            .edge_references()
            .map(|edge| (edge.source().index(), edge.target().index()))
            .filter(|&(a, b)| a != b && self.places[a].layer == self.places[b].layer)
            .flat_map(|(a, b)| [(numbers[a], numbers[b]), (numbers[b], numbers[a])])
            .collect();
        sides.sort_unstable();
        Adjacency::new(vertices, || sides.iter().copied())
    }

    /// The number of a layer and the lane of a node.
    fn cell(&self, layer: u32, node: u32) -> usize {
        layer as usize * self.lanes.count() + self.lane_of[node as usize] as usize
    }
}
