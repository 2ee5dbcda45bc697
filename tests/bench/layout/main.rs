//! Our layered layout beside others, on the same graphs in one run: `cargo bench --bench layout`.
//!
//! Every tool gets the same proper graph: layers are fixed, long edges are cut by nodes, and everything hangs together,
//! so that all of them solve the same problem. One counter, which none of them wrote, reads the places they give. Each
//! run is a process of its own, with a time limit; a tool that has needed more is not asked for larger graphs.
//! `FINGERPOST_BENCH=quick` stops at 1,000 nodes and after ten seconds.

#[path = "../../layout/career.rs"]
mod career;
#[path = "../../layout/count.rs"]
mod count;
mod graphs;
mod peers;

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use peers::TOOLS;

/// What dot 2.43 made of the graphs that are files, for machines without it.
const RECORDED_DOT: [(&str, f64); 2] = [("490", 7_855.0), ("1k", 108_900.0)];

/// What a run has to say.
#[derive(Debug, Clone, Copy)]
struct Outcome {
    ms: f64,
    crossings: f64,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [word, tool, graph] = arguments.as_slice()
        && word == "one"
    {
        one(tool, graph);
        return;
    }
    let quick = std::env::var("FINGERPOST_BENCH").is_ok_and(|word| word == "quick");
    let limit = Duration::from_secs(if quick { 10 } else { 60 });
    let names = if quick { &graphs::NAMES[..3] } else { &graphs::NAMES[..] };
    println!("{:<20} {:>6} {:>11} {:>14} {:>8}", "tool", "graph", "ms", "crossings", "of dot");
    let mut slow: Vec<&str> = Vec::new();
    for name in names {
        let mut dot = None;
        for tool in TOOLS {
            let outcome = if slow.contains(&tool) { None } else { spawn(tool, name, limit) };
            if tool == "dot" {
                dot = outcome.map(|outcome| outcome.crossings).or_else(|| recorded(name));
            }
            if let Some(Outcome { ms, crossings }) = outcome {
                let ratio = dot.map_or_else(String::new, |dot| format!("{:.3}", crossings / dot));
                println!("{tool:<20} {name:>6} {ms:>11.2} {crossings:>14} {ratio:>8}");
            } else {
                println!("{tool:<20} {name:>6} {}", absent(tool, name, limit));
            }
            if outcome.is_none_or(|outcome| outcome.ms > 10_000.0) {
                slow.push(tool);
            }
        }
    }
}

/// Why there is no figure.
fn absent(tool: &str, graph: &str, limit: Duration) -> String {
    match recorded(graph) {
        Some(crossings) if tool == "dot" => format!("not here; {crossings} were recorded with dot 2.43"),
        _ => format!("no answer in {} s, or not installed", limit.as_secs()),
    }
}

fn recorded(graph: &str) -> Option<f64> {
    RECORDED_DOT.iter().find(|(name, _)| *name == graph).map(|&(_, crossings)| crossings)
}

/// Runs one tool on one graph in a process of its own.
fn spawn(tool: &str, graph: &str, limit: Duration) -> Option<Outcome> {
    let exe = std::env::current_exe().expect("this program has a path");
    let mut child = Command::new(exe)
        .args(["one", tool, graph])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it can be started again");
    let begun = Instant::now();
    while child.try_wait().expect("it is our child").is_none() {
        if begun.elapsed() > limit {
            child.kill().expect("it is our child");
            child.wait().expect("it is our child");
            return None;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let said = child.wait_with_output().expect("it is our child");
    let text = String::from_utf8(said.stdout).expect("it says numbers");
    let mut numbers = text.split_whitespace().map(str::parse::<f64>);
    Some(Outcome { ms: numbers.next()?.ok()?, crossings: numbers.next()?.ok()? })
}

/// Lays one graph out and says the milliseconds and the crossings: the best time of some runs if they are short.
fn one(tool: &str, name: &str) {
    let graph = graphs::named(name);
    let mut best = f64::INFINITY;
    let mut found = None;
    for _ in 0..5 {
        let Some((ms, places)) = peers::lay_out(tool, &graph) else { return };
        best = best.min(ms);
        let again = count::crossings(&graph.layer, &graph.edges, |node| places[node as usize]);
        assert!(found.is_none_or(|found| found == again), "{tool} gives another order in every run");
        found = Some(again);
        if ms > 1_000.0 {
            break;
        }
    }
    println!("{best} {}", found.expect("it has run"));
}
