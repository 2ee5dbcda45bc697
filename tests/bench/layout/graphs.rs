//! The graphs: two that other programs were measured on before, and made-up ones of every size.

use std::collections::HashMap;

use crate::career::{Careers, Layered};

pub const NAMES: [&str; 6] = ["200", "490", "1k", "5k", "10k", "100k"];

/// A proper graph by its name.
pub fn named(name: &str) -> Layered {
    let graph = match name {
        "490" => file("app490"),
        "1k" => file("c1k"),
        "200" => Careers::of(200, 3).graph(),
        "5k" => Careers::of(5_000, 3).graph(),
        "10k" => Careers::of(10_000, 5).graph(),
        "100k" => Careers::of(100_000, 5).graph(),
        other => unreachable!("there is no graph {other}"),
    };
    graph.proper()
}

fn file(name: &str) -> Layered {
    let path = format!("{}/tests/layout/graphs/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).expect("the graph is there");
    let value: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let mut graph = Layered::default();
    let mut number = HashMap::new();
    for (layer, ids) in (0..).zip(value["layers"].as_array().expect("layers")) {
        for id in ids.as_array().expect("a layer") {
            let id = id.as_str().expect("text");
            number.insert(id, u32::try_from(graph.layer.len()).expect("a small graph"));
            graph.layer.push(layer);
            graph.lane.push(value["lanes"][id].as_str().and_then(|lane| lane.parse().ok()));
        }
    }
    for edge in value["edges"].as_array().expect("edges") {
        graph.edges.push((number[edge[0].as_str().expect("text")], number[edge[1].as_str().expect("text")]));
    }
    graph
}
