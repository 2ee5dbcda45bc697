//! Lays out any layered graph: `cargo run --release --example layout -- GRAPH.json [--effort first|local|polish]`.
//!
//! Reads `{"layers":[[id,…],…],"edges":[[from,to],…],"lanes":{id:lane},"effort":"local"}` from a file, or from standard
//! input if the file is `-`; lanes and effort may be left out. Ids and lanes are text or whole numbers. Edges may span
//! several layers, run inside a layer or backwards.
//!
//! Prints one line, `{"order":[[id,…],…],"rows":{id:row},"crossings":n,"ms":t}`: the ids of each layer from top to bottom,
//! their rows, the crossings with long edges cut at every layer they pass, and the milliseconds the layout took without
//! reading and writing. The answer does not depend on the order of ids and edges in the file.

mod input;
mod output;

use std::io::{self, BufWriter, Read, Write};
use std::process::ExitCode;
use std::time::Instant;

use fingerpost::layout::layered::{Place, Rows, Skeleton, arrange};
use input::Input;

const USAGE: &str = "usage: layout GRAPH.json [--effort first|local|polish]   (- reads standard input)";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), String> {
    let (file, wanted) = arguments()?;
    let text = read(&file)?;
    let document = input::parse(&text).map_err(|error| format!("{file}: {error}"))?;
    let effort = input::effort(wanted.as_deref().or(document.effort.as_deref()))?;
    let Input { graph, layers, lanes, keys, ids } = document.check().map_err(|error| format!("{file}: {error}"))?;
    let begun = Instant::now();
    let skeleton = Skeleton::new(&graph, |node| Place {
        layer: layers[node.index()],
        lane: lanes[node.index()],
        key: keys[node.index()],
    });
    let arranged = arrange(&skeleton, effort);
    let rows = Rows::new(&skeleton, &arranged.order);
    let ms = begun.elapsed().as_secs_f64() * 1000.0;
    let answer = output::Answer { skeleton: &skeleton, arranged: &arranged, rows: &rows, ids: &ids, ms };
    let mut out = BufWriter::new(io::stdout().lock());
    let written = serde_json::to_writer(&mut out, &answer).map_err(io::Error::from);
    written.and_then(|()| writeln!(out)).and_then(|()| out.flush()).map_err(|error| format!("cannot write: {error}"))
}

fn arguments() -> Result<(String, Option<String>), String> {
    let (mut file, mut effort) = (None, None);
    let mut given = std::env::args().skip(1);
    while let Some(argument) = given.next() {
        match argument.as_str() {
            "--effort" => effort = Some(given.next().ok_or(USAGE)?),
            "-h" | "--help" => return Err(USAGE.into()),
            _ if file.is_none() && (argument == "-" || !argument.starts_with('-')) => file = Some(argument),
            _ => return Err(format!("{} is not understood\n{USAGE}", argument.escape_debug())),
        }
    }
    Ok((file.ok_or(USAGE)?, effort))
}

fn read(file: &str) -> Result<String, String> {
    if file == "-" {
        let mut text = String::new();
        return io::stdin().read_to_string(&mut text).map(|_| text).map_err(|error| format!("standard input: {error}"));
    }
    std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))
}
