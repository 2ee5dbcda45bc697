//! Two terminals of one user: the first shows a deck, the second is the presenter's view of it.

use std::time::Duration;

use rustix::process::Signal;

use crate::terminal::Sitting;

const DECK: &str = r#"id = "ours"
title = "From ward to board"
minutes = 20
[[step]]
title = "Where could she go?"
notes = "Ask who has been a ward manager."
[[step]]
title = "What changes?"
notes = "The second note."
[[step]]
title = "And now?"
"#;

/// A data folder with a deck in it.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("decks")).unwrap();
    std::fs::write(folder.path().join("decks/ours.toml"), DECK).unwrap();
    folder
}

fn says(sitting: &Sitting, words: &str) {
    sitting.wait_for(words, |screen| screen.contains(words));
}

#[test]
fn the_presenters_terminal_follows_the_rooms_and_steers_it() {
    let folder = folder();
    let mut presenter = Sitting::start_at(folder.path(), &["presenter"], &[]);
    says(&presenter, "No deck is being shown");
    let mut room = Sitting::start_at(folder.path(), &["--persona", "ward-manager", "--deck", "ours"], &[]);
    says(&room, "1 / 3");
    says(&presenter, "Ask who has been a ward manager.");
    says(&presenter, "Next: What changes?");
    presenter.press("\u{1b}[C");
    says(&room, "2 / 3");
    says(&presenter, "The second note.");
    presenter.press("b");
    says(&presenter, "BLANK");
    room.wait_for("a blank screen", |screen| screen.trim().is_empty());
    presenter.press("b");
    says(&room, "2 / 3");
    room.press("\u{1b}[C");
    says(&presenter, "Step 3 of 3");
    says(&presenter, "This is the last step");
    presenter.press("q");
    assert_eq!(presenter.wait_for_exit(), 0);
    presenter.assert_left_clean();
    room.press("q");
    says(&room, "The deck ended at step 3");
    room.press("q");
    assert_eq!(room.wait_for_exit(), 0);
    let left = std::fs::read_dir(folder.path().join("showing")).unwrap().map(|file| file.unwrap().file_name());
    assert_eq!(left.collect::<Vec<_>>(), ["showing.lock"]);
}

#[test]
fn a_terminal_that_was_killed_is_seen_to_be_gone_and_followed_again_when_it_is_back() {
    let folder = folder();
    let arguments = ["--persona", "ward-manager", "--deck", "ours"];
    let mut room = Sitting::start_at(folder.path(), &arguments, &[]);
    let presenter = Sitting::start_at(folder.path(), &["presenter"], &[]);
    says(&presenter, "Step 1 of 3");
    room.signal(Signal::KILL);
    says(&presenter, "The room's terminal is gone");
    let _room = Sitting::start_at(folder.path(), &arguments, &[]);
    says(&presenter, "Step 1 of 3");
}

#[test]
fn a_second_showing_says_that_the_presenter_follows_the_first() {
    let folder = folder();
    let arguments = ["--persona", "ward-manager", "--deck", "ours"];
    let first = Sitting::start_at(folder.path(), &arguments, &[]);
    let presenter = Sitting::start_at(folder.path(), &["presenter"], &[]);
    says(&presenter, "Step 1 of 3");
    let mut second = Sitting::start_at(folder.path(), &arguments, &[]);
    says(&second, "Another fingerpost shows a deck");
    second.press("\u{1b}[C");
    says(&second, "2 / 3");
    says(&presenter, "Step 1 of 3");
    drop(first);
    says(&presenter, "Step 2 of 3");
}

#[test]
fn a_deck_steps_by_itself_and_begins_anew() {
    let folder = folder();
    let arguments = ["--persona", "ward-manager", "--deck", "ours", "--auto", "1"];
    let mut room = Sitting::start_at(folder.path(), &arguments, &[]);
    for step in ["2 / 3", "3 / 3", "1 / 3"] {
        says(&room, step);
    }
    room.press("x");
    says(&room, "no longer steps by itself");
}

#[test]
fn the_clock_is_all_that_is_written_while_a_deck_is_shown_and_nothing_once_it_has_ended() {
    let folder = folder();
    let mut room = Sitting::start_at(folder.path(), &["--persona", "ward-manager", "--deck", "ours"], &[]);
    says(&room, "00:01 of 20:00");
    let before = room.output_len();
    std::thread::sleep(Duration::from_secs(2));
    let written = room.output_len() - before;
    assert!((1..=300).contains(&written), "two seconds of the clock wrote {written} bytes");
    room.press("q");
    says(&room, "The deck ended");
    room.wait_until_quiet();
    let (written, worked) = (room.output_len(), room.cpu_ticks());
    assert_eq!(room.written_within(Duration::from_millis(1_500)), 0);
    assert_eq!((room.output_len(), room.cpu_ticks()), (written, worked));
}
