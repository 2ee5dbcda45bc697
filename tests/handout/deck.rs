//! Decks as handouts, and the commands for decks.

use std::path::Path;
use std::process::{Command, Output};

use fingerpost::domain::deck::{PollLog, Tally};
use fingerpost::pack::write_poll_log;

fn deck(arguments: &[&str], data: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    command.arg("deck").args(arguments).arg("--data").arg(data).env_remove("NO_COLOR").output().expect("it runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_list_is_for_people_and_for_programs() {
    let data = tempfile::tempdir().expect("a folder");
    let listed = deck(&["list", "--format", "json"], data.path());
    let list: serde_json::Value = serde_json::from_slice(&listed.stdout).expect("JSON");
    let decks = list["decks"].as_array().expect("decks");
    let ids: Vec<&str> = decks.iter().filter_map(|deck| deck["id"].as_str()).collect();
    assert_eq!(
        ids,
        [
            "challenged-post",
            "from-outside",
            "gp-into-leadership",
            "graduate-ten-years",
            "ward-to-board",
            "where-it-leaks"
        ]
    );
    assert!(decks.iter().all(|deck| deck.as_object().is_some_and(|deck| deck.keys().eq(["id", "title", "steps"]))));
    assert!(text(&deck(&["list"], data.path()).stdout).contains("8 steps, about 19 min"));
}

#[test]
fn the_template_is_sound_and_stands_in_the_list_once_it_is_ones_own() {
    let data = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(data.path().join("decks")).expect("a folder");
    let file = data.path().join("decks/my.toml");
    let path = file.to_str().expect("a path");
    assert!(deck(&["new", path], data.path()).status.success());
    assert_eq!(deck(&["new", path], data.path()).status.code(), Some(2), "it is not written over");
    let checked = deck(&["check", path], data.path());
    assert!(checked.status.success(), "{}", text(&checked.stdout));
    assert_eq!(text(&deck(&["new"], data.path()).stdout), std::fs::read_to_string(&file).expect("the template"));
    assert!(text(&deck(&["list"], data.path()).stdout).contains("my-deck  A ward manager looks up"));
    let broken = std::fs::read_to_string(&file).expect("the template").replace("\"matron\"", "\"matorn\"");
    std::fs::write(&file, broken).expect("a file");
    let checked = deck(&["check", path], data.path());
    assert_eq!(checked.status.code(), Some(3));
    assert!(
        text(&checked.stdout).contains("no role has the id \"matorn\"; nearest: matron"),
        "{}",
        text(&checked.stdout)
    );
    let listed = deck(&["list"], data.path());
    assert!(listed.status.success() && text(&listed.stderr).contains("is left out"), "{}", text(&listed.stderr));
    assert_eq!(deck(&["export", path, "--as", "html"], data.path()).status.code(), Some(3));
    let unknown = deck(&["check", "ward-to-bord"], data.path());
    assert!(text(&unknown.stderr).contains("The nearest: ward-to-board"), "{}", text(&unknown.stderr));
}

#[test]
fn those_who_were_not_there_see_every_step_and_what_the_room_said() {
    let data = tempfile::tempdir().expect("a folder");
    let list: serde_json::Value =
        serde_json::from_slice(&deck(&["list", "--format", "json"], data.path()).stdout).expect("JSON");
    let id = list["decks"][0]["id"].as_str().expect("an id").to_owned();
    let mut log: PollLog =
        fingerpost::pack::read_poll_log("l", format!("deck = \"{id}\"\n").as_bytes()).expect("an empty log");
    log.tallies.push(Tally {
        step: 7,
        at: jiff::civil::date(2026, 11, 22).at(14, 5, 0, 0),
        question: "Would you <go>?".to_owned(),
        answers: ["Yes", "No", "Perhaps"].map(str::to_owned),
        counts: [7, 0, 12],
    });
    std::fs::create_dir(data.path().join("polls")).expect("a folder");
    std::fs::write(data.path().join(format!("polls/{id}.toml")), write_poll_log(&log)).expect("a log");
    let file = |name: &str| data.path().join(name).to_str().expect("a path").to_owned();

    let html = deck(&["export", &id, "--as", "html", "--date", "2026-11-22"], data.path());
    let page = text(&html.stdout);
    assert_eq!(
        page.matches("<img class=\"screen\" src=\"data:image/svg+xml;base64,").count(),
        7,
        "{}",
        text(&html.stderr)
    );
    assert_eq!(page.matches("alt=\"The ").count(), 7, "every picture is told in words");
    assert!(page.contains("Would you &lt;go&gt;? (noted on 22 Nov 2026, 19 hands)"));
    assert!(page.contains("Source: The advert, as it was seen, 26 Oct 2025, https://") && !page.contains("Note: "));

    let md = file("d.md");
    assert!(deck(&["export", &id, "-o", &md, "--notes"], data.path()).status.success());
    let words = std::fs::read_to_string(&md).expect("Markdown");
    assert!(words.contains("](<d-pictures/step-01.svg>)") && words.contains("Note: "));
    assert!(data.path().join("d-pictures/step-07.svg").is_file());

    let pdf = file("d.pdf");
    let made = deck(&["export", &id, "-o", &pdf], data.path());
    assert!(made.status.success(), "{}", text(&made.stderr));
    let bytes = std::fs::read(&pdf).expect("a PDF");
    assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 50_000, "{} bytes", bytes.len());
    assert_eq!(deck(&["export", &id, "--as", "ics"], data.path()).status.code(), Some(2));
}
