//! What holds for any graph.

use fingerpost::layout::layered::{Effort, Rows, Skeleton, Vertex, arrange, crossings};
use petgraph::graph::NodeIndex;
use proptest::prelude::*;

use crate::career::{Careers, Chance, Layered};
use crate::count;
use crate::graph::{arcs, crossings_by_pairs, laid_out, layers, skeleton, skeleton_in_order};

/// A graph with edges in every direction, over several layers, inside them, doubled, and from nodes to themselves.
fn any_graph(lanes: bool) -> impl Strategy<Value = Layered> {
    (1_u32..7, 1_usize..40, 0_usize..120, any::<u64>()).prop_map(move |(layers, nodes, edges, seed)| {
        let mut chance = Chance(seed);
        let mut below = |bound: usize| u32::try_from(chance.below(bound)).expect("a small number");
        let layer = (0..nodes).map(|_| below(layers as usize)).collect();
        let lane = (0..nodes).map(|_| if lanes { Some(below(4)).filter(|&lane| lane < 3) } else { None }).collect();
        let edges = (0..edges).map(|_| (below(nodes), below(nodes))).collect();
        Layered { layer, lane, edges }
    })
}

fn shuffled<T: Copy>(items: &[T], chance: &mut Chance) -> Vec<T> {
    let mut items = items.to_vec();
    for last in (1..items.len()).rev() {
        items.swap(last, chance.below(last + 1));
    }
    items
}

/// The lane of whatever stands there: bends go with the later end of their edge.
fn lane(graph: &Layered, vertex: Vertex) -> Option<u32> {
    match vertex {
        Vertex::Node(node) => graph.lane[node.index()],
        Vertex::Bend(edge) => {
            let (a, b) = graph.edges[edge.index()];
            let later = if graph.layer[a as usize] > graph.layer[b as usize] { a } else { b };
            graph.lane[later as usize]
        }
    }
}

fn check_order(graph: &Layered, effort: Effort) {
    let (skeleton, arranged, rows) = laid_out(graph, effort);
    let layers = layers(&skeleton, &arranged.order);
    // Everybody stands once in its layer, and every edge has its bends: `arcs` insists on that.
    let counted = crossings_by_pairs(&arcs(graph, &layers));
    assert_eq!(arranged.crossings, counted, "the search lost count");
    assert_eq!(crossings(&skeleton, &arranged.order), counted, "the tree counts wrongly");
    check_lanes(graph, &skeleton, &layers);
    check_rows(&skeleton, &arranged.order, &rows, &layers);
}

fn check_lanes(graph: &Layered, skeleton: &Skeleton, layers: &[Vec<Vertex>]) {
    let rank = |vertex: Vertex| {
        let lane = lane(graph, vertex);
        skeleton.lanes().iter().position(|&other| other == lane).expect("the lane is known")
    };
    for layer in layers {
        assert!(layer.iter().map(|&vertex| rank(vertex)).is_sorted(), "a lane is torn apart");
    }
}

fn check_rows(skeleton: &Skeleton, order: &fingerpost::layout::layered::Order, rows: &Rows, layers: &[Vec<Vertex>]) {
    for (at, layer) in layers.iter().enumerate() {
        let placed: Vec<(Vertex, u32)> = rows.layer(skeleton, order, at).collect();
        assert_eq!(placed.iter().map(|&(vertex, _)| vertex).collect::<Vec<_>>(), *layer);
        assert!(placed.is_sorted_by(|a, b| a.1 < b.1), "rows overlap or leave the order: {placed:?}");
        assert!(placed.iter().all(|&(_, row)| row < rows.count()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everybody_stands_once_and_crossings_are_counted_exactly(graph in any_graph(false)) {
        check_order(&graph, Effort::First);
        check_order(&graph, Effort::Local);
    }

    #[test]
    fn lanes_stay_whole(graph in any_graph(true)) {
        check_order(&graph, Effort::First);
        check_order(&graph, Effort::Local);
    }

    #[test]
    fn lanes_have_rows_of_their_own(graph in any_graph(true)) {
        let (skeleton, arranged, rows) = laid_out(&graph, Effort::First);
        for layer in 0..skeleton.layers() {
            for (vertex, row) in rows.layer(&skeleton, &arranged.order, layer) {
                let lane = lane(&graph, vertex);
                let at = skeleton.lanes().iter().position(|&other| other == lane).expect("the lane is known");
                prop_assert!(rows.tops()[at] <= row);
                prop_assert!(rows.tops().get(at + 1).is_none_or(|&next| row < next));
            }
        }
    }

    #[test]
    fn nothing_depends_on_the_order_of_the_input(graph in any_graph(true), seed in any::<u64>()) {
        let count = u32::try_from(graph.layer.len()).expect("a small graph");
        let named = |nodes: &[u32], edges: &[usize]| {
            let (skeleton, at) = skeleton_in_order(&graph, nodes, edges);
            let arranged = arrange(&skeleton, Effort::Local);
            let rows = Rows::new(&skeleton, &arranged.order);
            let row: Vec<Option<u32>> = at.iter().map(|&node| rows.of(&skeleton, node)).collect();
            (arranged.crossings, row)
        };
        let (nodes, edges): (Vec<u32>, Vec<usize>) = ((0..count).collect(), (0..graph.edges.len()).collect());
        let mut chance = Chance(seed);
        let other = named(&shuffled(&nodes, &mut chance), &shuffled(&edges, &mut chance));
        prop_assert_eq!(named(&nodes, &edges), other);
    }

    #[test]
    fn no_single_vertex_can_be_moved_with_gain(graph in any_graph(true)) {
        let (skeleton, arranged, _) = laid_out(&graph, Effort::Local);
        let layers = layers(&skeleton, &arranged.order);
        for layer in 0..layers.len() {
            for from in 0..layers[layer].len() {
                for to in 0..layers[layer].len() {
                    let mut moved = layers.clone();
                    let vertex = moved[layer].remove(from);
                    moved[layer].insert(to, vertex);
                    let ranks = moved[layer].iter().map(|&vertex| lane(&graph, vertex));
                    let inside = ranks.eq(layers[layer].iter().map(|&vertex| lane(&graph, vertex)));
                    if inside {
                        prop_assert!(crossings_by_pairs(&arcs(&graph, &moved)) >= arranged.crossings);
                    }
                }
            }
        }
    }

    #[test]
    fn more_effort_is_never_worse(graph in any_graph(false)) {
        let skeleton = skeleton(&graph);
        let [first, local, polished] = [Effort::First, Effort::Local, Effort::Polish].map(|effort| arrange(&skeleton, effort));
        prop_assert!(local.crossings <= first.crossings, "{} then {}", first.crossings, local.crossings);
        prop_assert!(polished.crossings <= local.crossings, "{} then {}", local.crossings, polished.crossings);
    }

    #[test]
    fn what_is_left_after_hiding_keeps_its_order(graph in any_graph(true), hidden in any::<u64>()) {
        let (skeleton, arranged, rows) = laid_out(&graph, Effort::First);
        let shown = |node: NodeIndex| hidden >> (node.index() % 64) & 1 == 0;
        let compact = rows.compacted(&skeleton, &arranged.order, shown);
        prop_assert!(compact.count() <= rows.count());
        for layer in 0..skeleton.layers() {
            let left: Vec<(Vertex, u32)> = compact.layer(&skeleton, &arranged.order, layer).collect();
            prop_assert!(left.is_sorted_by(|a, b| a.1 < b.1));
            let stays = |vertex: &Vertex| match *vertex {
                Vertex::Node(node) => shown(node),
                Vertex::Bend(edge) => {
                    let (a, b) = graph.edges[edge.index()];
                    shown(NodeIndex::new(a as usize)) && shown(NodeIndex::new(b as usize))
                }
            };
            let wanted: Vec<Vertex> = arranged.order.layer(&skeleton, layer).filter(stays).collect();
            prop_assert_eq!(left.into_iter().map(|(vertex, _)| vertex).collect::<Vec<_>>(), wanted);
        }
    }
}

#[test]
fn a_large_graph_is_counted_as_by_merging() {
    let graph = Careers::of(3_000, 4).graph().without_lanes().proper();
    let (skeleton, arranged, _) = laid_out(&graph, Effort::First);
    assert_eq!(skeleton.layers(), graph.layers());
    let mut places = vec![0; graph.layer.len()];
    for layer in layers(&skeleton, &arranged.order) {
        for (place, vertex) in layer.into_iter().enumerate() {
            let Vertex::Node(node) = vertex else { unreachable!("the graph is proper") };
            places[node.index()] = place;
        }
    }
    assert_eq!(arranged.crossings, count::crossings(&graph.layer, &graph.edges, |node| places[node as usize]));
}

#[test]
fn a_graph_without_nodes_has_no_layers() {
    let (skeleton, arranged, rows) = laid_out(&Layered::default(), Effort::Polish);
    assert_eq!((skeleton.layers(), arranged.crossings, rows.count()), (0, 0, 0));
}
