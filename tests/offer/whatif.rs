//! `fingerpost posts whatif`, as it is typed.

use std::process::Output;

use serde_json::Value;

fn run(words: &str) -> Output {
    let data = tempfile::TempDir::new().expect("a temporary folder");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    command.args(words.split(' ')).arg("--data").arg(data.path()).env_remove("NO_COLOR");
    command.output().expect("fingerpost runs")
}

fn text(words: &str) -> String {
    let output = run(words);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

fn ask(words: &str) -> Value {
    serde_json::from_str(&text(&format!("{words} --format json"))).expect("one document")
}

/// For each lever its option, its key in the document, and how much less is just not enough.
const LEVERS: [(&str, &str); 3] =
    [("--premium", "premium_gbp"), ("--study-hours", "study_hours"), ("--tenure-weeks", "tenure_weeks")];

#[test]
fn the_amounts_named_are_enough_and_one_less_is_not() {
    let mut found = [0; 3];
    for question in [
        "posts whatif P011 --from ward-manager --to trust-chief-executive --criteria weeks,pay_gbp",
        "posts whatif P001 --from general-manager --to chief-operating-officer --criterion weeks",
        "posts whatif P026 --persona ward-manager --to chief-nurse --criterion weeks",
        "posts whatif P003 --from general-manager --to chief-operating-officer --criterion weeks --ruleset review",
        "posts whatif P011 --from matron --to trust-chief-executive --criterion pay_gbp",
    ] {
        let answer = ask(question);
        let smallest = &answer["smallest"];
        assert_eq!(answer["reached"], !smallest["needed"].as_bool().expect("a boolean"), "{question}");
        if answer["reached"] == true {
            continue;
        }
        for ((option, key), count) in LEVERS.iter().zip(&mut found) {
            let Some(amount) = smallest[key].as_u64() else { continue };
            *count += 1;
            assert_eq!(ask(&format!("{question} {option} {amount}"))["reached"], true, "{question} {key}");
            assert_eq!(ask(&format!("{question} {option} {}", amount - 1))["reached"], false, "{question} {key}");
        }
        for set in smallest["given"].as_array().into_iter().flatten() {
            let items: Vec<&str> = set.as_array().expect("a set").iter().filter_map(Value::as_str).collect();
            assert_eq!(
                ask(&format!("{question} --given {}", items.join(",")))["reached"],
                true,
                "{question} {items:?}"
            );
        }
    }
    println!("{found:?}");
    assert!(found.iter().sum::<u32>() > 0, "{found:?}");
}

#[test]
fn what_is_supposed_and_what_is_on_offer_stand_apart() {
    let text =
        text("posts whatif P011 --from ward-manager --to trust-chief-executive --study-hours 4 --tenure-weeks 26");
    let at = |what: &str| text.find(what).unwrap_or_else(|| panic!("no {what:?} in\n{text}"));
    let first = text.lines().next().expect("a line");
    assert!(first.starts_with("Yes: ") || first.starts_with("No: "), "{first}");
    assert!(at("Suppositions") < at("supposed: 4 hours a week of protected study as General manager"));
    assert!(at("supposed: 26 weeks of time in the role credited") < at("On offer"));
    at("as if another such post came up");
    let package = &text[at("On offer")..at("The best ways through")];
    assert!(!package.contains("supposed:"), "{package}");
}

#[test]
fn a_route_names_what_it_supposes() {
    let answer =
        ask("posts whatif P011 --from ward-manager --to trust-chief-executive --tenure-weeks 26 --premium 500");
    assert_eq!(answer["supposed"]["tenure_weeks"], 26);
    assert_eq!(answer["smallest"], Value::Null);
    let through = answer["through"].as_array().expect("routes");
    assert!(!through.is_empty());
    for route in through {
        let assumed = route["assumed"].as_array().expect("a list");
        let names = |what: &str| assumed.iter().filter_map(Value::as_str).any(|one| one.contains(what));
        assert!(names("supposed: 26 weeks of time") && names("supposed: £500 a year"), "{assumed:?}");
    }
}

#[test]
fn a_post_of_no_known_role_says_how_to_name_one() {
    let output = run("posts whatif P031 --from ward-manager --to trust-chief-executive");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("fingerpost posts correct P031"));
}
