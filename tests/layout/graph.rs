//! Graphs from files and hands, and what a layout says about them, to be checked with plain means.

use std::collections::HashMap;

use fingerpost::layout::layered::{Arranged, Effort, Order, Place, Rows, Skeleton, Vertex, arrange};
use petgraph::graph::{EdgeIndex, Graph, NodeIndex};

use crate::career::Layered;

/// A graph of the files beside this one.
pub fn file(name: &str) -> Layered {
    let path = format!("{}/tests/layout/graphs/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).expect("the graph is there");
    let value: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let text = |value: &serde_json::Value| value.as_str().expect("a name").to_owned();
    let list = |value: &serde_json::Value| value.as_array().expect("a list").clone();
    let mut graph = Layered::default();
    let mut number = HashMap::new();
    for (layer, ids) in (0..).zip(list(&value["layers"])) {
        for id in list(&ids) {
            number.insert(text(&id), u32::try_from(graph.layer.len()).expect("a small graph"));
            graph.layer.push(layer);
            graph.lane.push(Some(text(&value["lanes"][text(&id)]).parse().expect("lanes are numbers")));
        }
    }
    for edge in list(&value["edges"]) {
        graph.edges.push((number[&text(&edge[0])], number[&text(&edge[1])]));
    }
    graph
}

/// A skeleton, made from nodes and edges added in the order of `nodes` and `edges`; nodes keep their keys.
pub fn skeleton_in_order(graph: &Layered, nodes: &[u32], edges: &[usize]) -> (Skeleton, Vec<NodeIndex>) {
    let mut input: Graph<u32, ()> = Graph::new();
    let mut at = vec![NodeIndex::end(); nodes.len()];
    for &node in nodes {
        at[node as usize] = input.add_node(node);
    }
    for &edge in edges {
        let (from, to) = graph.edges[edge];
        input.add_edge(at[from as usize], at[to as usize], ());
    }
    let place = |node: NodeIndex| {
        let own = input[node];
        Place { layer: graph.layer[own as usize], lane: graph.lane[own as usize], key: u64::from(own) }
    };
    (Skeleton::new(&input, place), at)
}

pub fn skeleton(graph: &Layered) -> Skeleton {
    let nodes: Vec<u32> = (0..).zip(&graph.layer).map(|(node, _)| node).collect();
    let edges: Vec<usize> = (0..graph.edges.len()).collect();
    skeleton_in_order(graph, &nodes, &edges).0
}

pub fn laid_out(graph: &Layered, effort: Effort) -> (Skeleton, Arranged, Rows) {
    let skeleton = skeleton(graph);
    let arranged = arrange(&skeleton, effort);
    let rows = Rows::new(&skeleton, &arranged.order);
    (skeleton, arranged, rows)
}

/// The layers of an order.
pub fn layers(skeleton: &Skeleton, order: &Order) -> Vec<Vec<Vertex>> {
    (0..skeleton.layers()).map(|layer| order.layer(skeleton, layer).collect()).collect()
}

/// The arcs between neighbouring layers as places, found from the edges and the bends alone.
pub fn arcs(graph: &Layered, layers: &[Vec<Vertex>]) -> Vec<Vec<(usize, usize)>> {
    let mut nodes = HashMap::new();
    let mut bends: HashMap<(EdgeIndex, usize), usize> = HashMap::new();
    for (layer, vertices) in layers.iter().enumerate() {
        for (place, vertex) in vertices.iter().enumerate() {
            match *vertex {
                Vertex::Node(node) => {
                    assert_eq!(nodes.insert(node.index(), (layer, place)), None, "{node:?} stands twice");
                }
                Vertex::Bend(edge) => assert_eq!(bends.insert((edge, layer), place), None, "{edge:?} bends twice"),
            }
        }
    }
    assert_eq!(nodes.len(), graph.layer.len(), "somebody is missing");
    let mut arcs = vec![Vec::new(); layers.len()];
    for (edge, &(a, b)) in graph.edges.iter().enumerate() {
        let (from, to) =
            (nodes[&(a as usize)].min(nodes[&(b as usize)]), nodes[&(a as usize)].max(nodes[&(b as usize)]));
        assert_eq!(nodes[&(a as usize)].0, graph.layer[a as usize] as usize, "a node left its layer");
        let mut last = from.1;
        for (layer, arcs) in arcs.iter_mut().enumerate().take(to.0).skip(from.0) {
            let next = if layer + 1 == to.0 {
                to.1
            } else {
                bends.remove(&(EdgeIndex::new(edge), layer + 1)).expect("a bend")
            };
            arcs.push((last, next));
            last = next;
        }
    }
    assert!(bends.is_empty(), "bends of no edge");
    arcs
}

/// Every pair of arcs is looked at.
pub fn crossings_by_pairs(arcs: &[Vec<(usize, usize)>]) -> u64 {
    let between = |arcs: &Vec<(usize, usize)>| {
        let pairs = arcs.iter().enumerate().flat_map(|(at, a)| arcs[at + 1..].iter().map(move |b| (a, b)));
        u64::try_from(pairs.filter(|(a, b)| (a.0 < b.0 && a.1 > b.1) || (a.0 > b.0 && a.1 < b.1)).count())
            .expect("a count")
    };
    arcs.iter().map(between).sum()
}
