//! The workshop: a deck is shown to a room, left for a stroll, come back to; hands are counted; a deck is recorded.

use std::fs;
use std::path::Path;

use fingerpost::app::workshop::showing::{Curtain, Mode};
use fingerpost::app::{App, Mouse, MouseKind, Msg, Screen, Start, Who};
use fingerpost::domain::id::Slug;
use fingerpost::domain::ruleset::Ruleset;
use tempfile::TempDir;

use crate::driver::Driver;
use crate::packs;

const SIZE: (u16, u16) = (120, 36);

const DECK: &str = r#"id = "ours"
title = "From ward to board"
about = "What the way asks of a ward manager."
minutes = 20

[[step]]
title = "Where could she go?"
words = "A ward manager has {ways_on} to go on to."
notes = "Ask who has been a ward manager."
sources = [{ title = "The review", url = "https://www.gov.uk/review", date = "2022-06-08" }]
[step.show]
persona = "ward-manager"
role = "ward-manager"
spotlight = { roles = ["matron"], moves = [{ from = "ward-manager", to = "matron" }] }

[[step]]
title = "What changes?"
words = "Today {today.study_hours} of study, then {review.study_hours}."
[step.show]
to = "trust-chief-executive"
ruleset = "review"
screen = "routes"

[[step]]
title = "Would you?"
[step.poll]
question = "Would you set out?"
answers = ["Yes", "With protected time", "No"]
"#;

/// A data folder with a deck in it.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("decks")).expect("a folder");
    fs::write(folder.path().join("decks/ours.toml"), DECK).expect("a deck");
    folder
}

fn start(folder: &Path, size: (u16, u16)) -> Driver {
    let pack = packs::england();
    let gp = pack.tables().personas.iter().find(|one| one.slug.as_str() == "gp").expect("a GP").clone();
    Driver::with_decks(&pack, size, folder, Start { who: Who::Profile(gp), ..Start::default() })
}

/// The deck of one's own, at its first step.
fn shown(folder: &Path) -> Driver {
    start(folder, SIZE).keys("8<end><enter>")
}

fn at(driver: &Driver) -> (usize, Option<Mode>) {
    let mode = driver.app.showing().map(fingerpost::app::workshop::showing::Showing::mode);
    (driver.app.stage().map_or(0, |stage| stage.at() + 1), mode)
}

/// What a person sees and stands for.
fn standing(app: &App) -> (fingerpost::app::stance::Stance, Screen, fingerpost::app::map::Zoom, Option<u32>, usize) {
    let role = app.selected_role().map(|role| u32::try_from(role.index()).expect("few"));
    (app.stance().clone(), app.screen(), app.map().zoom(), role, app.overlays().len())
}

#[test]
fn the_shelf_tells_decks_and_faults_with_their_places() {
    let folder = folder();
    fs::write(folder.path().join("decks/torn.toml"), "id = \"torn\"\ntitle = 3\n").expect("a file");
    let driver = start(folder.path(), SIZE).keys("8<end>");
    assert!(driver.says("torn.toml") && driver.says("has faults"), "{}", driver.text());
    assert!(driver.says("torn.toml:2:"), "{}", driver.text());
    let driver = driver.keys("<enter>");
    assert!(driver.app.showing().is_none() && driver.says("This deck has faults"), "{}", driver.text());
    let driver = driver.keys("<up>");
    assert!(driver.says("own · 3 steps · 20 min") && driver.says("What the way asks"), "{}", driver.text());
    assert!(driver.says("asks the room"), "{}", driver.text());
}

#[test]
fn clickers_step_on_and_back() {
    let folder = folder();
    let mut driver = shown(folder.path());
    assert!(driver.row(0).contains("1 / 3") && driver.row(0).contains("00:00 of 20:00"), "{}", driver.row(0));
    for (key, step) in [
        ("<pagedown>", 2),
        ("<space>", 3),
        ("<right>", 3),
        ("<pageup>", 2),
        ("<backspace>", 1),
        ("<left>", 1),
        ("<end>", 3),
        ("<home>", 1),
    ] {
        driver = driver.keys(key);
        assert_eq!(at(&driver), (step, Some(Mode::Step)), "{key}");
    }
    assert!(driver.says("has 4 roles to go on to"), "{}", driver.text());
}

#[test]
fn the_clock_goes_on_with_the_world() {
    let folder = folder();
    let mut driver = shown(folder.path());
    driver.now = driver.now.checked_add(jiff::Span::new().minutes(4).seconds(10)).expect("a time");
    assert!(driver.app.has_clock());
    driver.send(Msg::Tick);
    assert!(driver.row(0).contains("04:10 of 20:00"), "{}", driver.row(0));
    assert!(!driver.keys("q").app.has_clock());
}

#[test]
fn a_stroll_goes_anywhere_and_one_key_comes_back_to_the_very_step() {
    let folder = folder();
    let driver = shown(folder.path()).keys("<right>");
    let step = standing(&driver.app);
    let words = driver.text();
    for (stroll, back) in [
        ("1-", "8"),
        ("p", "8"),
        ("<down>c", "<f5>"),
        ("t/mat", "<f5>"),
        ("gm+", "8"),
        ("5f<down><space><esc>", "8"),
        ("<enter>", "<f5>"),
    ] {
        let away = driver_again(folder.path()).keys("<right>").keys(stroll);
        assert_eq!(at(&away), (2, Some(Mode::Stroll)), "{stroll}");
        assert!(away.row(0).contains("goes back to step 2 / 3"), "{stroll}: {}", away.row(0));
        let again = away.keys(back);
        assert_eq!(at(&again), (2, Some(Mode::Step)), "{stroll}");
        assert_eq!(standing(&again.app), step, "{stroll}");
        assert_eq!(again.text(), words, "{stroll}");
    }
    let away = driver.keys("1");
    assert_eq!(at(&away.keys("<esc>")), (2, Some(Mode::Step)), "nothing was open, so Esc goes back too");
}

fn driver_again(folder: &Path) -> Driver {
    shown(folder)
}

#[test]
fn what_was_there_before_the_deck_is_there_again() {
    let folder = folder();
    let driver = start(folder.path(), SIZE).keys("1++<right>p8");
    let before = driver.app.stance().clone();
    let role = driver.app.selected_role();
    let driver = driver.keys("<end><enter><right>1<right>ps<enter>");
    assert_ne!(driver.app.stance(), &before);
    let driver = driver.keys("<f5><esc>");
    assert!(driver.app.showing().is_none() && driver.app.stage().is_none(), "{}", driver.text());
    assert_eq!((driver.app.stance(), driver.app.selected_role()), (&before, role));
    assert_eq!(driver.app.screen(), Screen::Workshop);
    assert!(driver.says("What was there before it is there again"), "{}", driver.text());
    assert_eq!(before.ruleset, Ruleset::Advised, "the test changed something");
}

#[test]
fn nothing_of_a_deck_reaches_the_users_own_profile() {
    let folder = folder();
    let driver = Driver::keeping(&packs::england(), SIZE, folder.path(), Start::default())
        .keys("ward manager<enter><ctrl+u>1.5<enter><ctrl+u>5<enter>trust chief executive<enter>");
    let file = || fs::read_to_string(folder.path().join("me.toml")).expect("kept");
    let kept = file();
    let deck = fingerpost::pack::read_deck("ours.toml", DECK.as_bytes(), driver.app.pack()).expect("a deck").0;
    let start = Start {
        decks: Some(fingerpost::app::workshop::OwnDecks {
            decks: vec![fingerpost::app::workshop::OwnDeck {
                file: "ours.toml".to_owned(),
                deck: Ok(std::sync::Arc::new(deck)),
            }],
            ..fingerpost::app::workshop::OwnDecks::default()
        }),
        deck: Slug::parse("ours"),
        ..Start::default()
    };
    let driver = Driver::keeping(&packs::england(), SIZE, folder.path(), start);
    assert_eq!(at(&driver), (1, Some(Mode::Step)), "--deck shows it at once: {}", driver.text());
    let driver = driver.keys("<right>1<right>ts<enter>2+m<f5><esc>");
    assert_eq!(file(), kept);
    assert!(driver.app.is_own(), "{}", driver.text());
}

#[test]
fn a_blank_screen_is_blank_and_any_key_lifts_it() {
    let folder = folder();
    for key in ["b", "."] {
        let driver = shown(folder.path()).keys(key);
        assert_eq!(driver.text().trim(), "");
        let driver = driver.keys("x");
        assert_eq!(at(&driver), (1, Some(Mode::Step)), "the key did nothing else");
        assert!(driver.says("1 / 3"));
        let driver = driver.keys(key).keys("<right>");
        assert_eq!(at(&driver), (2, Some(Mode::Step)));
        assert_eq!(driver.app.showing().map(fingerpost::app::workshop::showing::Showing::curtain), Some(Curtain::Open));
    }
}

#[test]
fn notes_are_for_the_presenter_until_asked_for() {
    let folder = folder();
    let driver = shown(folder.path());
    assert!(!driver.says("Ask who"), "{}", driver.text());
    let driver = driver.keys("n");
    assert!(
        driver.says("Ask who has been a ward manager") && driver.says("The review, 8 Jun 2022"),
        "{}",
        driver.text()
    );
    assert!(!driver.keys("n").says("Ask who"));
}

#[test]
fn what_is_meant_stands_between_signs_that_need_no_colour() {
    let folder = folder();
    let driver = shown(folder.path());
    let text = driver.text();
    assert!(text.lines().any(|line| line.contains('»') && line.contains("Matron") && line.contains('«')), "{text}");
    let strolling = driver.keys("<enter>");
    assert!(!strolling.says("»"), "a stroll has no spotlight: {}", strolling.text());
}

#[test]
fn hands_are_counted_kept_and_there_the_next_time() {
    let folder = folder();
    let driver = shown(folder.path()).keys("c");
    assert!(driver.says("asks the room nothing"), "{}", driver.text());
    let driver = driver.keys("<end>c12<enter>x<enter>");
    assert!(driver.says("Hands are a whole number"), "{}", driver.text());
    let driver = driver.keys("<backspace>5<enter><enter>");
    assert!(driver.app.overlays().is_empty() && driver.says("12 hands") && driver.says("71%"), "{}", driver.text());
    let log = fs::read_to_string(folder.path().join("polls/ours.toml")).expect("a log");
    assert!(log.contains("2026-11-22T09:00:00") && log.contains("With protected time"), "{log}");
    let again = start(folder.path(), SIZE).keys("8<end>");
    assert!(again.says("What rooms answered") && again.says("22 Nov 2026, 09:00"), "{}", again.text());
    assert!(!again.keys("<enter><end>").says("c counts the hands"), "they are on the step too");
}

#[test]
fn a_stroll_is_recorded_saved_and_plays_the_same() {
    let folder = folder();
    let driver = start(folder.path(), SIZE).keys("gr");
    assert!(driver.says("Recording: show what you mean"), "{}", driver.text());
    let mut states = Vec::new();
    let mut driver = driver;
    for (keys, title) in [
        ("+", "On the map"),
        ("t<right>p2", "A target, other rules"),
        ("<down>", "Another way"),
        ("C", "Side by side"),
        ("<esc>1-F<down><space><esc>", "Filtered"),
        ("4<down>", "Training"),
        ("5f<down><space><esc><down>", "Posts"),
        ("1+w<down><enter>", "Somebody else"),
    ] {
        driver = driver.keys(keys);
        let now = seen(&driver.app);
        driver = driver.keys("gs").keys("<ctrl+u>").keys(title).keys("<enter>");
        if seen(&driver.app) == now || title == "Side by side" {
            states.push((title, now));
        } else {
            panic!("{title}: keeping a step changes nothing: {}", driver.text());
        }
    }
    let driver = driver.keys("grOur own story<enter>");
    assert!(driver.says("Saved as decks/our-own-story.toml"), "{}", driver.text());
    let file = fs::read_to_string(folder.path().join("decks/our-own-story.toml")).expect("saved");
    let again = start(folder.path(), SIZE).keys("8<home>");
    let line = again
        .app
        .decks()
        .iter()
        .position(|shelved| shelved.deck.as_ref().is_ok_and(|deck| deck.slug.as_str() == "our-own-story"));
    let mut again = again.keys(&"<down>".repeat(line.expect("it is on the shelf"))).keys("<enter>");
    for (at, (title, state)) in states.iter().enumerate() {
        let stage = again.app.stage().expect("a step");
        assert_eq!((stage.at(), stage.step().map(|step| step.title.as_str())), (at, Some(*title)));
        assert!(stage.missed().is_empty(), "{title}\n{file}");
        assert_eq!(&seen(&again.app), state, "{title}\n{file}");
        again = again.keys("<right>");
    }
}

/// What of the app a recorded step has to bring back.
fn seen(app: &App) -> String {
    let stance = app.stance();
    let me = stance
        .me
        .as_ref()
        .map(|me| (me.person.role, me.person.served, me.person.have.clone(), me.person.hours_per_week));
    let on_screen = match app.screen() {
        Screen::Map => format!("{:?} {:?}", app.map().zoom(), app.selected_role()),
        Screen::Routes => format!("{}", app.chosen_line()),
        Screen::Training => format!("{:?}", app.selected_training()),
        Screen::Posts => format!("{:?} {:?}", app.selected_post(), app.posts_view().listed().len()),
        other => other.to_string(),
    };
    format!(
        "{:?} {me:?} {:?} {:?} {:?} {:?} {on_screen} {:?} {}",
        app.screen(),
        stance.target,
        stance.ruleset,
        stance.moves,
        stance.course,
        app.map().sieve().filter(),
        app.overlays().len(),
    )
}

#[test]
fn a_recording_can_be_thrown_away_and_an_empty_one_saves_nothing() {
    let folder = folder();
    let driver = start(folder.path(), SIZE).keys("grgr");
    assert!(driver.app.recording().is_none() && driver.says("Nothing was recorded"), "{}", driver.text());
    let driver = driver.keys("grgs<enter>gx");
    assert!(driver.app.recording().is_none() && driver.says("thrown away: 1 step"), "{}", driver.text());
    assert_eq!(fs::read_dir(folder.path().join("decks")).expect("a folder").count(), 1);
    let driver = driver.keys("gs");
    assert!(driver.says("Nothing is recorded"), "{}", driver.text());
}

#[test]
fn the_mouse_steps_on_over_the_words_and_strolls_over_the_screen() {
    let folder = folder();
    let mut driver = shown(folder.path());
    let click = |column, row| Msg::Mouse(Mouse { kind: MouseKind::Down, column, row });
    driver.send(click(10, 3));
    assert_eq!(at(&driver), (2, Some(Mode::Step)));
    driver.send(click(20, 30));
    assert_eq!(at(&driver), (2, Some(Mode::Stroll)));
    driver.send(click(5, 0));
    assert_eq!(at(&driver), (2, Some(Mode::Step)));
}

#[test]
fn a_small_window_says_less_and_all_of_the_words() {
    let folder = folder();
    for size in [(60, 20), (80, 24), (250, 80)] {
        let driver = start(folder.path(), size).keys("8<end><enter>");
        assert!(driver.row(0).contains("1 / 3"), "{size:?}: {}", driver.text());
        if size.1 < 60 {
            assert!(driver.says("has 4 roles to go on to"), "{size:?}: {}", driver.text());
        }
    }
}

#[test]
fn snapshots() {
    let folder = folder();
    for size in [(80, 24), (120, 36)] {
        let name = |what: &str| format!("workshop_{what}_{}x{}", size.0, size.1);
        let driver = start(folder.path(), size).keys("8<end>");
        insta::assert_snapshot!(name("shelf"), driver.screen());
        let driver = driver.keys("<enter>");
        insta::assert_snapshot!(name("step"), driver.screen());
        let driver = driver.keys("<enter>");
        insta::assert_snapshot!(name("stroll"), driver.screen());
        let driver = driver.keys("8<end>");
        insta::assert_snapshot!(name("poll"), driver.screen());
    }
    let driver = start(folder.path(), (80, 24)).ascii().keys("8<end><enter>");
    insta::assert_snapshot!("workshop_step_ascii", driver.text());
}
