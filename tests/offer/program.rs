//! `fingerpost posts show`, `payback` and `feeders` from outside.

use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Runs the built program with an empty data folder.
fn run(words: &str) -> Output {
    let folder = TempDir::new().expect("a temporary folder");
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    command.args(words.split(' ')).arg("--data").arg(folder.path().join("data"));
    command.env_remove("FINGERPOST_LOG").env_remove("NO_COLOR").stdin(Stdio::null());
    command.output().expect("fingerpost runs")
}

fn text(words: &str) -> String {
    let output = run(words);
    assert_eq!(output.status.code(), Some(0), "{words}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

fn answer(words: &str) -> Value {
    serde_json::from_str(&text(&format!("{words} --format json"))).expect("one document")
}

fn complaint(words: &str) -> String {
    let output = run(words);
    assert_eq!(output.status.code(), Some(2), "{words}");
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).expect("text")
}

#[test]
fn a_post_is_shown_with_its_package_line_by_line() {
    let told = text("posts show P022");
    assert!(told.starts_with("Chief Operating Officer at University Hospitals Sussex"), "{told}");
    for part in [
        "closed on 5 Sep 2025",
        "◆ challenged, segment 4",
        "buddy for new members of staff",
        "temporary increase of 15%",
        "No advert seen names the 15% premium",
        "tenure): not in what we have of the advert",
        "segment 5 is not in it",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    let document = answer("posts show P022 --persona ward-manager");
    let lines = document["package"].as_array().expect("lines");
    let premium = lines.iter().find(|line| line["id"] == "vsm-temporary-premium").expect("the premium");
    assert_eq!(
        (&premium["applies"], &premium["basis"], &premium["sign"]),
        (&"as-read".into(), &"sourced".into(), &"for".into())
    );
    for line in lines {
        let sourced = line["basis"] == "advert" || line["basis"] == "sourced";
        assert_eq!(sourced, line["source"].is_string(), "{line}");
    }
    assert_eq!(
        (&document["closed"], &document["closes"], &document["segment"]),
        (&true.into(), &"2025-09-05".into(), &4.into())
    );
    assert!(document["eligible"]["met"].is_boolean() && document["eligible"]["weeks"].is_u64());
    assert!(answer("posts show P022")["eligible"].is_null());
}

#[test]
fn paying_back_is_answered_in_the_first_line_and_in_numbers() {
    let told = text("posts payback P011 --from matron --to chief-operating-officer");
    assert!(told.starts_with("Judged by time, it pays back: "), "{told}");
    assert!(
        told.contains("as if another such post came up") && told.contains("Possible, and in no sum above"),
        "{told}"
    );
    let document = answer("posts payback P011 --from matron --to chief-operating-officer --criterion pay_gbp");
    assert_eq!((&document["verdict"], &document["criterion"]), (&"both".into(), &"pay_gbp".into()));
    let first = &document["to_first_arrival"];
    let gbp = |key: &str| first[key].as_i64().expect("pounds");
    assert!((gbp("through_gbp") - gbp("without_gbp") - gbp("difference_gbp")).abs() <= 1, "{first}");
    assert_eq!(document["earnings"]["pay_unknown"], serde_json::json!(["chief-operating-officer"]));
    assert!(document["earnings"]["break_even_gbp"].is_null());
    assert_eq!(document["possible"][0]["id"], "afc-recruitment-retention-premium");
    let holds = |side: &str| {
        let steps = document[side]["steps"].as_array().expect("steps");
        steps.iter().any(|step| step["role"] == "general-manager")
    };
    assert!(holds("through") && !holds("without"));
    let held = answer("posts payback P011 --from general-manager --to chief-operating-officer");
    assert_eq!((&held["verdict"], &held["without"]), (&"only-through".into(), &Value::Null));
}

#[test]
fn feeders_are_told_with_how_they_stand() {
    let told = text("posts feeders P001 --ruleset review");
    assert!(told.starts_with("It closed on 26 Oct 2025. If another such post came up, "), "{told}");
    let document = answer("posts feeders P001");
    let feeders = document["feeders"].as_array().expect("feeders");
    assert!(feeders.len() > 5 && document["closed"] == true && document["days_left"].is_null());
    let weeks: Vec<u64> = feeders.iter().map(|one| one["served"]["weeks"].as_u64().unwrap_or(u64::MAX)).collect();
    assert!(weeks.is_sorted(), "{weeks:?}");
    assert!(feeders.iter().all(|one| one["served"]["stands"] == "closed"));
}

#[test]
fn wrong_usage_is_told_with_its_remedy() {
    assert!(complaint("posts show P0222").contains("The nearest: P022"));
    assert!(complaint("posts payback P011 --to matron").contains("--persona"));
    assert!(complaint("posts payback P011 --from matron").contains("--to ROLE"));
    assert!(complaint("posts feeders P031").contains("fingerpost posts correct P031"));
    assert!(complaint("posts --challenged feeders P001").contains("filters are for the list"));
}
