//! Ours beside its peers.

#[path = "../layout/career.rs"]
mod career;
#[path = "../layout/count.rs"]
mod count;

use std::time::Instant;

use career::{Careers, Layered};
use fingerpost::layout::layered::{Effort, Place, Rows, Skeleton, Vertex, arrange};
use petgraph::Graph;

fn ours(name: &str, graph: &Layered, effort: Effort) {
    let mut input: Graph<(), ()> = Graph::new();
    for _ in &graph.layer {
        input.add_node(());
    }
    for &(a, b) in &graph.edges {
        input.add_edge(a.into(), b.into(), ());
    }
    let begun = Instant::now();
    let skeleton = Skeleton::new(&input, |node| Place {
        layer: graph.layer[node.index()],
        lane: graph.lane[node.index()],
        key: node.index() as u64,
    });
    let t1 = begun.elapsed();
    let arranged = arrange(&skeleton, effort);
    let t2 = begun.elapsed();
    let rows = Rows::new(&skeleton, &arranged.order);
    let t3 = begun.elapsed();
    let mut place = vec![0; graph.layer.len()];
    for layer in 0..skeleton.layers() {
        for (at, vertex) in arranged.order.layer(&skeleton, layer).enumerate() {
            let Vertex::Node(node) = vertex else { panic!("proper") };
            place[node.index()] = at;
        }
    }
    let counted = count::crossings(&graph.layer, &graph.edges, |v| place[v as usize]);
    assert_eq!(counted, arranged.crossings);
    println!(
        "{name:<12} {effort:?} skeleton {:.2} order {:.2} rows {:.2} all {:.2} ms  crossings {counted} rows {}",
        t1.as_secs_f64() * 1e3,
        (t2 - t1).as_secs_f64() * 1e3,
        (t3 - t2).as_secs_f64() * 1e3,
        t3.as_secs_f64() * 1e3,
        rows.count()
    );
}

fn load(path: &str) -> Layered {
    let text = std::fs::read_to_string(path).expect(path);
    let value: serde_json::Value = serde_json::from_str(&text).expect("json");
    let mut graph = Layered::default();
    let mut number = std::collections::HashMap::new();
    for (layer, ids) in value["layers"].as_array().unwrap().iter().enumerate() {
        for id in ids.as_array().unwrap() {
            let id = id.as_str().unwrap();
            number.insert(id.to_owned(), graph.layer.len() as u32);
            graph.layer.push(layer as u32);
            graph.lane.push(Some(value["lanes"][id].as_str().unwrap().parse().unwrap()));
        }
    }
    for edge in value["edges"].as_array().unwrap() {
        graph.edges.push((number[edge[0].as_str().unwrap()], number[edge[1].as_str().unwrap()]));
    }
    graph
}

fn main() {
    let only = std::env::var("ONLY").unwrap_or_default();
    let efforts = [Effort::First, Effort::Local, Effort::Polish];
    for name in ["app490", "c200", "c1k", "c5k", "n10k", "n10kf", "n100k"] {
        if !only.is_empty() && !only.split(',').any(|o| o == name) {
            continue;
        }
        let graph = match name {
            "n10k" => Careers::of(10_000, 5).graph().proper(),
            "n10kf" => Careers { families: 666, ..Careers::of(10_000, 5) }.graph().proper(),
            "n100k" => Careers::of(100_000, 5).graph().proper(),
            _ => load(&format!("/work/shared/graphs/{name}.json")),
        };
        let upto: usize = std::env::var("UPTO").ok().and_then(|t| t.parse().ok()).unwrap_or(1);
        for &effort in &efforts[..upto] {
            ours(&format!("{name} lanes"), &graph, effort);
            ours(name, &graph.clone().without_lanes(), effort);
        }
    }
}
