//! A program that is killed at any moment of a thousand edits: what it had confirmed is there.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use fingerpost::store::KeptFile;

use crate::{held, write};

/// Set for the process that writes.
const WRITER: &str = "FINGERPOST_TEST_WRITES_IN";
const EDITS: usize = 1_000;

/// What the n-th edit leaves: long enough that a torn write would show.
fn state(edit: usize) -> String {
    format!("edit = {edit}\n{}end = {edit}\n", "filler = \"abcdefghijklmnopqrstuvwxyz\"\n".repeat(200))
}

fn edit_of(text: &str) -> usize {
    let number = text.lines().next().and_then(|line| line.strip_prefix("edit = ")).expect("a whole state");
    let number = number.parse().expect("a number");
    assert_eq!(text, state(number), "a state is whole or not there");
    number
}

/// Not a test of its own: what the process does that the other test kills.
#[test]
fn writer() {
    let Some(folder) = std::env::var_os(WRITER) else { return };
    let file = KeptFile::new(Path::new(&folder), "me");
    let done = file.read().expect("it can be read").map_or(0, |held| edit_of(&held.text));
    for edit in done + 1..=EDITS {
        write(&file, &state(edit));
        println!("confirmed {edit}");
    }
}

#[test]
fn killed_at_any_moment_it_has_what_it_confirmed() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = KeptFile::new(folder.path(), "me");
    let (mut confirmed, mut kills, mut seed) = (0, 0, 11_u64);
    while confirmed < EDITS {
        let mut writer = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "killed::writer", "--nocapture", "--test-threads=1"])
            .env(WRITER, folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let lines = BufReader::new(writer.stdout.take().expect("it is piped")).lines();
        let mut edits = lines.map_while(Result::ok).filter_map(|line| line.strip_prefix("confirmed ")?.parse().ok());
        // Lets it come some way, then kills it a random moment after a confirmation.
        for edit in edits.by_ref().take(usize::try_from(seed >> 58).expect("small")) {
            confirmed = edit;
        }
        thread::sleep(Duration::from_micros((seed >> 33) % 4_000));
        writer.kill().expect("it can be killed");
        writer.wait().expect("it ends");
        // What it still got out before it was killed was confirmed as well.
        confirmed = edits.last().unwrap_or(confirmed);
        kills += 1;
        let found = edit_of(&held(&file).text);
        assert!(
            found == confirmed || found == confirmed + 1,
            "confirmed {confirmed}, found {found} after kill {kills}"
        );
    }
    assert!(kills >= 10, "only {kills} kills");
}
