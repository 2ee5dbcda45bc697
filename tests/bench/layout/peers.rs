//! How each tool is asked for places.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Instant;

use fingerpost::layout::layered::{Effort, Place, Rows, Skeleton, Vertex, arrange};
use petgraph::Graph;

use crate::career::Layered;

/// dot comes first: the others are compared with it.
pub const TOOLS: [&str; 9] = [
    "dot",
    "ours first",
    "ours local",
    "ours polish",
    "ours lanes first",
    "ours lanes local",
    "ascii-dag",
    "rust-sugiyama",
    "rust-sugiyama plain",
];

/// The milliseconds, and for each node a place in its layer; nothing if the tool is not there or left the layers.
pub fn lay_out(tool: &str, graph: &Layered) -> Option<(f64, Vec<f64>)> {
    match tool {
        "dot" => dot(graph),
        "ours first" => Some(ours(&graph.clone().without_lanes(), Effort::First)),
        "ours local" => Some(ours(&graph.clone().without_lanes(), Effort::Local)),
        "ours polish" => Some(ours(&graph.clone().without_lanes(), Effort::Polish)),
        "ours lanes first" => Some(ours(graph, Effort::First)),
        "ours lanes local" => Some(ours(graph, Effort::Local)),
        "ascii-dag" => Some(ascii_dag(graph)),
        "rust-sugiyama" => Some(rust_sugiyama(graph, true)),
        "rust-sugiyama plain" => Some(rust_sugiyama(graph, false)),
        other => unreachable!("there is no tool {other}"),
    }
}

fn ms(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1000.0
}

/// With rows, as the others give coordinates.
fn ours(graph: &Layered, effort: Effort) -> (f64, Vec<f64>) {
    let mut input: Graph<(), ()> = Graph::new();
    for _ in &graph.layer {
        input.add_node(());
    }
    for &(from, to) in &graph.edges {
        input.add_edge(from.into(), to.into(), ());
    }
    let begun = Instant::now();
    let skeleton = Skeleton::new(&input, |node| Place {
        layer: graph.layer[node.index()],
        lane: graph.lane[node.index()],
        key: u64::try_from(node.index()).expect("64 bits"),
    });
    let arranged = arrange(&skeleton, effort);
    let rows = Rows::new(&skeleton, &arranged.order);
    let ms = ms(begun);
    let mut places = vec![f64::NAN; graph.layer.len()];
    for layer in 0..skeleton.layers() {
        for (vertex, row) in rows.layer(&skeleton, &arranged.order, layer) {
            if let Vertex::Node(node) = vertex {
                places[node.index()] = f64::from(row);
            }
        }
    }
    (ms, places)
}

fn ascii_dag(graph: &Layered) -> (f64, Vec<f64>) {
    let nodes: Vec<(usize, &str)> = (0..graph.layer.len()).map(|node| (node, "n")).collect();
    let edges: Vec<(usize, usize)> = graph.edges.iter().map(|&(from, to)| (from as usize, to as usize)).collect();
    let begun = Instant::now();
    let dag = ascii_dag::Graph::from_edges(&nodes, &edges);
    let layout = dag.compute_layout();
    let ms = ms(begun);
    let mut places = vec![f64::NAN; graph.layer.len()];
    for node in layout.nodes().iter().filter(|node| node.id < graph.layer.len()) {
        places[node.id] = f64::from(u32::try_from(node.level_position).expect("a small graph"));
    }
    (ms, places)
}

fn rust_sugiyama(graph: &Layered, transpose: bool) -> (f64, Vec<f64>) {
    let config = rust_sugiyama::configure::Config { transpose, ..Default::default() };
    let begun = Instant::now();
    let parts = rust_sugiyama::from_edges(&graph.edges, &config);
    let ms = ms(begun);
    let mut places = vec![f64::NAN; graph.layer.len()];
    for (node, (across, _)) in parts.into_iter().flat_map(|(nodes, _, _)| nodes) {
        places[node] = across;
    }
    (ms, places)
}

/// The time is that of the whole process.
fn dot(graph: &Layered) -> Option<(f64, Vec<f64>)> {
    let mut text = String::from("digraph { splines=false; node [shape=box, width=0.1, height=0.1, label=\"\"];\n");
    for layer in 0..graph.layers() {
        let nodes = (0..graph.layer.len()).filter(|&node| graph.layer[node] as usize == layer);
        let nodes: Vec<String> = nodes.map(|node| node.to_string()).collect();
        writeln!(text, "{{ rank=same; {}; }}", nodes.join("; ")).expect("a String takes everything");
    }
    for (from, to) in &graph.edges {
        writeln!(text, "{from} -> {to};").expect("a String takes everything");
    }
    text.push('}');
    let begun = Instant::now();
    let piped =
        Command::new("dot").arg("-Tplain").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut child = piped.ok()?;
    child.stdin.take().expect("it is piped").write_all(text.as_bytes()).ok()?;
    let said = child.wait_with_output().ok()?;
    let ms = ms(begun);
    let mut places = vec![f64::NAN; graph.layer.len()];
    for line in String::from_utf8(said.stdout).ok()?.lines() {
        let mut words = line.split(' ');
        if words.next() == Some("node") {
            let node: usize = words.next()?.parse().ok()?;
            places[node] = words.next()?.parse().ok()?;
        }
    }
    Some((ms, places))
}
