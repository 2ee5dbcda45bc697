//! The presenter's terminal beside the room's: what is told arrives there, its keys steer, and a deck steps by itself.

use std::fs;

use fingerpost::app::presenter::{Room, Sight, Told, Viewer, Wish, wire};
use fingerpost::app::{Key, Msg, Start};
use fingerpost::domain::id::Slug;
use fingerpost::ui;
use jiff::Span;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tempfile::TempDir;

use crate::driver::Driver;
use crate::{packs, styled};

const DECK: &str = r#"id = "ours"
title = "From ward to board"
minutes = 20

[[step]]
title = "Where could she go?"
words = "A ward manager has {ways_on} to go on to."
notes = "Ask who has been a ward manager."
minutes = 2
sources = [{ title = "The review", url = "https://www.gov.uk/review", date = "2022-06-08" }]
[step.show]
persona = "ward-manager"
role = "ward-manager"

[[step]]
title = "Would you?"
minutes = 3
[step.poll]
question = "Would you set out?"
answers = ["Yes", "With protected time", "No"]

[[step]]
title = "And now?"
"#;

/// A deck that is shown at once, by itself or not.
fn shown(by_itself: Option<u32>) -> (TempDir, Driver) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("decks")).expect("a folder");
    fs::write(folder.path().join("decks/ours.toml"), DECK).expect("a deck");
    let start = Start { deck: Slug::parse("ours"), by_itself, ..Start::default() };
    let mut driver = Driver::with_decks(&packs::england(), (120, 36), folder.path(), start);
    driver.send(Msg::Tick);
    (folder, driver)
}

fn after(driver: &mut Driver, seconds: i64) {
    driver.now = driver.now.checked_add(Span::new().seconds(seconds)).expect("a time");
    driver.send(Msg::Tick);
}

fn told(driver: &Driver) -> Told {
    driver.app.told().expect("a deck is shown")
}

/// What arrives at the presenter's terminal.
fn arrived(driver: &Driver) -> Viewer {
    let text = wire::write("7-19", &told(driver));
    let (_, told) = wire::read(text.as_bytes()).expect("it was written just now");
    let mut viewer = Viewer::new(driver.now);
    viewer.see(Sight::Shown(Box::new(told)));
    viewer
}

/// Presses a key at the presenter's terminal.
fn press(driver: &mut Driver, key: &str) {
    if let Some(Wish::Steer(steer)) = arrived(driver).press(Key::parse(key).expect("a key")) {
        driver.send(Msg::Steered(steer));
    }
}

fn screen(viewer: &Viewer, size: (u16, u16)) -> String {
    let look = styled::look(ui::GlyphSet::Unicode);
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a terminal of cells");
    let draw = |frame: &mut ratatui::Frame<'_>| {
        let _ = ui::presenter::draw(viewer, &look, frame);
    };
    terminal.draw(draw).expect("cells cannot fail");
    styled::text(terminal.backend().buffer())
}

#[test]
fn whoever_presents_reads_notes_next_step_clock_and_what_the_room_sees() {
    let (_folder, mut driver) = shown(None);
    after(&mut driver, 70);
    for size in [(160, 50), (120, 36), (80, 24), (60, 20)] {
        let seen = screen(&arrived(&driver), size);
        for words in [
            "Step 1 of 3",
            "Ask who has been a ward manager.",
            "A ward manager has 4 roles to go on to.",
            "Next: Would you?",
            "01:10 of 20:00",
            "01:10 of 02:00",
            "The room sees this step",
            "The review, 8 Jun 2022",
        ] {
            assert!(seen.contains(words), "{words} at {size:?}:\n{seen}");
        }
    }
    driver = driver.keys("b");
    assert!(screen(&arrived(&driver), (80, 24)).contains("BLANK"));
}

#[test]
fn the_presenters_keys_step_and_blank_the_rooms_screen() {
    let (_folder, mut driver) = shown(None);
    for (key, step, room) in [
        ("right", 2, Room::Step),
        ("b", 2, Room::Blank),
        ("right", 3, Room::Step),
        ("right", 3, Room::Step),
        ("home", 1, Room::Step),
        ("end", 3, Room::Step),
        ("left", 2, Room::Step),
    ] {
        let heard = told(&driver).heard;
        press(&mut driver, key);
        assert_eq!((told(&driver).step, told(&driver).room), (step, room), "{key}");
        assert_eq!(told(&driver).heard, heard + 1, "{key}");
    }
}

#[test]
fn a_step_has_a_clock_of_its_own_and_a_stroll_does_not_set_it_back() {
    let (_folder, mut driver) = shown(None);
    after(&mut driver, 200);
    press(&mut driver, "right");
    after(&mut driver, 60);
    driver = driver.keys("1<f5>");
    let told = told(&driver);
    let seconds = |from| fingerpost::app::presenter::clock::seconds_between(from, driver.now);
    assert_eq!((seconds(told.began), seconds(told.step_began)), (260, 60));
    assert_eq!((told.planned_before, told.planned_step), (120, Some(180)));
    let mut viewer = arrived(&driver);
    assert!(screen(&viewer, (120, 36)).contains("on time"));
    viewer.look_at_clock(driver.now + Span::new().minutes(3));
    assert!(screen(&viewer, (120, 36)).contains("2 minutes behind"), "{}", screen(&viewer, (120, 36)));
}

#[test]
fn from_a_stroll_the_presenter_comes_back_to_the_step_that_was_left() {
    let (_folder, mut driver) = shown(None);
    driver = driver.keys("1");
    assert_eq!(told(&driver).room, Room::Stroll);
    press(&mut driver, "right");
    assert_eq!((told(&driver).step, told(&driver).room), (1, Room::Step), "nobody steps on unseen");
    driver = driver.keys("1");
    press(&mut driver, "b");
    assert_eq!((told(&driver).step, told(&driver).room), (1, Room::Blank));
}

#[test]
fn hands_that_are_being_counted_are_not_stepped_away_from() {
    let (_folder, mut driver) = shown(None);
    driver = driver.keys("<right>c12<enter>");
    assert_eq!(told(&driver).room, Room::Typing);
    driver.send(Msg::Steered(fingerpost::app::presenter::Steer::Next));
    driver = driver.keys("5<enter>3<enter>");
    let poll = told(&driver).poll.expect("the step asks");
    assert_eq!((told(&driver).step, poll.counts), (2, Some([12, 5, 3])));
    assert!(screen(&arrived(&driver), (120, 36)).contains("20 hands in all"));
}

#[test]
fn a_deck_steps_by_itself_over_and_over_until_somebody_takes_over() {
    let (_folder, mut driver) = shown(Some(5));
    assert!(driver.row(0).contains("every 5 s"), "{}", driver.row(0));
    for (seconds, step) in [(4, 1), (1, 2), (4, 2), (1, 3), (5, 1), (5, 2)] {
        after(&mut driver, seconds);
        assert_eq!(told(&driver).step, step, "{seconds} s later");
    }
    assert_eq!(told(&driver).began, driver.now - Span::new().seconds(5), "the clock began anew with the deck");
    let mut driver = driver.keys("x");
    assert_eq!((told(&driver).room, told(&driver).by_itself), (Room::Step, None), "a key only takes over");
    assert!(driver.says("no longer steps by itself"), "{}", driver.text());
    after(&mut driver, 60);
    assert_eq!(told(&driver).step, 2);
    let mut driver = driver.keys("a");
    after(&mut driver, 5);
    assert_eq!(told(&driver).step, 3, "a lets it go on at the same pace");
    let driver = driver.keys("<left>");
    assert_eq!((told(&driver).step, told(&driver).by_itself), (2, None), "a key that steps does so at once");
}

#[test]
fn the_presenter_takes_over_from_a_deck_that_steps_by_itself() {
    let (_folder, mut driver) = shown(Some(5));
    assert!(screen(&arrived(&driver), (120, 36)).contains("by itself every 5 s, until you step"));
    press(&mut driver, "right");
    assert_eq!((told(&driver).step, told(&driver).by_itself), (2, None));
}

#[test]
fn nothing_is_told_without_a_deck_and_every_size_is_drawn() {
    let (_folder, driver) = shown(None);
    let viewer = arrived(&driver);
    for size in [(1, 1), (59, 20), (60, 19), (60, 20), (99, 21), (100, 20), (300, 80)] {
        screen(&viewer, size);
        screen(&Viewer::new(driver.now), size);
    }
    assert!(screen(&Viewer::new(driver.now), (80, 24)).contains("No deck is being shown"));
    let mut gone = viewer;
    gone.see(Sight::Gone(Box::new(told(&driver))));
    assert!(screen(&gone, (80, 24)).contains("The room's terminal is gone"));
    assert_eq!(driver.keys("q").app.told(), None);
}
