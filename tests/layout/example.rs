//! The example program: what it reads, what it refuses, what it prints.

#[path = "../example/layout/input.rs"]
mod input;
#[path = "../example/layout/output.rs"]
mod output;

use fingerpost::layout::layered::{Effort, Place, Rows, Skeleton, arrange};
use serde_json::{Value, json};

use crate::career::Chance;

fn answer(document: &Value) -> Result<Value, String> {
    let text = document.to_string();
    let document = input::parse(&text).map_err(|error| error.to_string())?;
    let effort = input::effort(document.effort.as_deref())?;
    let input::Input { graph, layers, lanes, keys, ids } = document.check()?;
    let place = |at: usize| Place { layer: layers[at], lane: lanes[at], key: keys[at] };
    let skeleton = Skeleton::new(&graph, |node| place(node.index()));
    let arranged = arrange(&skeleton, effort);
    let rows = Rows::new(&skeleton, &arranged.order);
    let answer = output::Answer { skeleton: &skeleton, arranged: &arranged, rows: &rows, ids: &ids, ms: 0.5 };
    Ok(serde_json::to_value(answer).expect("it can be written"))
}

#[test]
fn a_long_edge_is_counted_where_it_passes() {
    let long = json!({
        "layers": [["a", "b"], ["c", "d"], ["e", "f"]],
        "edges": [["a", "e"], ["b", "d"], ["d", "f"], ["a", "c"]],
        "effort": "first",
    });
    let found = answer(&long).expect("a sound graph");
    assert_eq!(found["crossings"], 0);
    assert_eq!(found["ms"], 0.5);
    for layer in 0..3 {
        let ids = found["order"][layer].as_array().expect("a layer");
        let rows: Vec<u64> =
            ids.iter().map(|id| found["rows"][id.as_str().expect("text")].as_u64().expect("a row")).collect();
        assert_eq!(rows.len(), 2);
        assert!(rows[0] < rows[1]);
    }
}

#[test]
fn names_come_back_as_they_were_given() {
    let mixed = json!({ "layers": [[7, "x"], [], [-1], []], "edges": [["7", -1], [-1, "x"], [7, "x"], [7, 7]], "lanes": { "7": 1, "x": "y" } });
    let found = answer(&mixed).expect("a sound graph");
    let mut first = found["order"][0].as_array().expect("a layer").clone();
    first.sort_by_key(Value::to_string);
    assert_eq!(first, [json!("x"), json!(7)]);
    assert_eq!(found["order"][1], json!([]));
    assert_eq!(found["order"][2], json!([-1]));
    assert_eq!(found["order"][3], json!([]));
    assert_eq!(found["rows"].as_object().expect("rows").len(), 3);
}

#[test]
fn what_cannot_be_laid_out_is_named() {
    let refused = |document: Value| answer(&document).expect_err("it is refused");
    assert_eq!(
        refused(json!({ "layers": [["a"], ["b", "a"]], "edges": [] })),
        "layers: the id \"a\" stands twice, in layer 0 and in layer 1"
    );
    assert_eq!(
        refused(json!({ "layers": [["a"], ["b"]], "edges": [["a", "b"], ["a", "\u{1b}[2J"]] })),
        "edges: edge 1 names the id \"\\u{1b}[2J\", which is in no layer"
    );
    assert_eq!(
        refused(json!({ "layers": [["a"]], "edges": [], "lanes": { "z": 1 } })),
        "lanes: the id \"z\" is in no layer"
    );
    assert_eq!(
        refused(json!({ "layers": [["a"]], "edges": [], "effort": "all" })),
        "the effort all is none of first, local, polish"
    );
    assert_eq!(
        refused(json!({ "layers": [[0.5]], "edges": [] })),
        "invalid type: floating point `0.5`, expected a name: text or a whole number at line 1 column 15"
    );
    let broken = input::parse("{\"layers\":[[1,2]\n \"edges\"").err().expect("it is broken");
    assert_eq!((broken.line(), broken.column()), (2, 2));
    assert_eq!(input::effort(None), Ok(Effort::Local));
}

#[test]
fn the_order_of_the_file_does_not_matter() {
    let mut chance = Chance(3);
    let mut layers: Vec<Vec<u32>> = (0..5).map(|layer| (layer * 12..layer * 12 + 12).collect()).collect();
    let mut end = || u32::try_from(chance.below(60)).expect("a small number");
    let mut edges: Vec<(u32, u32)> = (0..150).map(|_| (end(), end())).collect();
    let before = answer(&json!({ "layers": layers, "edges": edges })).expect("a sound graph");
    edges.reverse();
    for layer in &mut layers {
        layer.rotate_left(5);
    }
    assert_eq!(answer(&json!({ "layers": layers, "edges": edges })).expect("a sound graph"), before);
}
