//! Decks on the screen: a step shows what it names, however one came to it, and leaves no trace.

use std::sync::Arc;

use fingerpost::app::map::Zoom;
use fingerpost::app::overlay::Overlay;
use fingerpost::app::{Msg, Screen, Start};
use fingerpost::domain::Pack;
use fingerpost::domain::deck::{Deck, Wording};
use fingerpost::domain::ruleset::Ruleset;
use fingerpost::pack::read_deck;

use crate::driver::Driver;
use crate::packs::england;

const STEPS: &str = r#"id = "tried"
title = "Tried out"

[[step]]
title = "She"
words = "{me} wants {target}: {time}, {moves}; today {today.study_hours}, then {review.study_hours}."
[step.show]
persona = "ward-manager"
ruleset = "review"
route = 2
screen = "routes"

[[step]]
title = "Side by side"
show = { compare = [1, 3] }

[[step]]
title = "What changes"
show = { compare = "rules" }

[[step]]
title = "On the map"
words = "{role}: {ways_in} in, {ways_on} on, in {soonest}. {roles_shown}."
[step.show]
role = "matron"
zoom = "cards"
filter = { families = ["nursing-midwifery"], within = 2 }
spotlight = { roles = ["matron"], moves = [{ from = "ward-manager", to = "matron" }] }

[[step]]
title = "A post"
words = "{post} at {employer}, {segment}: {posts_listed}."
[step.show]
post = "P011"
list = { challenged = true }
sheet = "feeders"

[[step]]
title = "Another person"
words = "{me}: {board_reach} and {reach_10}. {change}"
show = { persona = "gp", training = "mary-seacole-local-licence" }
"#;

fn deck(pack: &Pack) -> Arc<Deck> {
    let read = read_deck("tried.toml", STEPS.as_bytes(), pack);
    let (deck, warnings) = read.expect("the deck is sound");
    assert!(warnings.is_empty(), "{warnings:?}");
    Arc::new(deck)
}

fn at(size: (u16, u16), start: Start) -> (Driver, Arc<Deck>) {
    let pack = england();
    let deck = deck(&pack);
    (Driver::new(&pack, size, start), deck)
}

fn shown(driver: &mut Driver, deck: &Arc<Deck>, step: usize) -> String {
    driver.send(Msg::ShowStep(Arc::clone(deck), step));
    let stage = driver.app.stage().expect("a step is shown");
    assert_eq!((stage.at(), stage.missed(), stage.is_waiting()), (step, [].as_slice(), false));
    let words = &deck.steps[step].words;
    let lacking: Vec<_> = words.iter().flat_map(|words| driver.app.lacking(words)).collect();
    assert!(lacking.is_empty(), "{lacking:?}");
    words.iter().map(|words| driver.app.say(words)).collect()
}

#[test]
fn every_step_shows_what_it_names() {
    let (mut driver, deck) = at((120, 36), Start::default());
    let words = shown(&mut driver, &deck, 0);
    assert!(words.starts_with("Ward manager wants Trust chief executive: 1") && !words.contains('…'), "{words}");
    assert_eq!((driver.app.screen(), driver.app.chosen_line()), (Screen::Routes, 1));
    shown(&mut driver, &deck, 1);
    assert!(driver.says("Ways side by side") && driver.app.routes_view().marks.lines() == [0, 2]);
    shown(&mut driver, &deck, 2);
    assert!(driver.says("Under today's rules") && driver.says("Under the review"), "{}", driver.text());
    let words = shown(&mut driver, &deck, 3);
    assert!(words.starts_with("Matron: ") && driver.app.map().zoom() == Zoom::Cards, "{words}");
    let told = driver.app.scene_in_words();
    assert!(told.contains("Matron selected") && told.contains("Meant are: Matron"), "{told}");
    let words = shown(&mut driver, &deck, 4);
    assert!(words.contains("segment") && driver.app.overlays() == [Overlay::Feeders], "{words}");
    let words = shown(&mut driver, &deck, 5);
    assert!(words.contains(" of ") && driver.app.screen() == Screen::Training, "{words}");
    assert_eq!(driver.app.stance().ruleset, Ruleset::Review, "what is not said again stays");
}

#[test]
fn a_step_is_the_same_from_wherever_one_comes() {
    let (mut straight, deck) = at((100, 30), Start::default());
    for step in 0..deck.steps.len() {
        let (mut jumped, _) = at((100, 30), Start::default());
        shown(&mut straight, &deck, step);
        shown(&mut jumped, &deck, step);
        assert_eq!(straight.text(), jumped.text(), "step {step}");
    }
    for step in (0..deck.steps.len()).rev() {
        let (mut jumped, _) = at((100, 30), Start::default());
        straight = straight.keys("4jj<esc>1<right>-p");
        shown(&mut straight, &deck, step);
        shown(&mut jumped, &deck, step);
        assert_eq!(straight.text(), jumped.text(), "step {step} after a stroll");
    }
}

#[test]
fn after_a_deck_all_is_as_it_was_and_nothing_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let pack = england();
    let deck = deck(&pack);
    let mut driver = Driver::keeping(&pack, (120, 36), folder.path(), Start::default());
    driver = driver.keys("<esc>/consultant<enter>s<enter>1");
    let (kept, before) = (driver.app.portfolio().cloned(), driver.text());
    assert!(kept.is_some() && driver.app.is_own(), "{before}");
    let on_disk = || std::fs::read(folder.path().join("me.toml")).ok();
    let file = on_disk();
    assert!(file.is_some(), "a profile is kept");
    for step in 0..deck.steps.len() {
        driver.send(Msg::ShowStep(Arc::clone(&deck), step));
        driver = driver.keys("uu1s<enter>tgb2m3");
    }
    assert_eq!((driver.app.portfolio().cloned(), on_disk()), (kept, file), "a stroll is no life");
    driver.send(Msg::EndShow);
    assert!(driver.app.is_own() && driver.app.stage().is_none());
    assert_eq!(driver.text(), before);
}

#[test]
fn what_cannot_be_shown_is_said() {
    let pack = england();
    let text = "id = \"a\"\ntitle = \"A\"\n[[step]]\ntitle = \"One\"\n\
                show = { persona = \"gp\", route = 900, post = \"P999\", screen = \"routes\" }\n";
    let (deck, _) = read_deck("a.toml", text.as_bytes(), &pack).expect("only a warning");
    let mut driver = Driver::new(&pack, (80, 24), Start::default());
    driver.send(Msg::ShowStep(Arc::new(deck), 7));
    let stage = driver.app.stage().expect("the last step, where there are not so many");
    assert_eq!(stage.missed()[0], "the post P999 is not known any more");
    assert!(stage.missed()[1].starts_with("there is no route 900: there are "), "{:?}", stage.missed());
    let unknown = Wording::parse("{training} {time}").expect("figures");
    assert!(driver.app.lacking(&unknown).is_empty(), "a training item is always selected");
}

/// Every deck of the pack, played from its first step to its last.
#[test]
fn every_deck_of_the_pack_shows_all_it_names() {
    let pack = england();
    assert_eq!(pack.tables().decks.len(), 6);
    for deck in &pack.tables().decks {
        assert!((6..=12).contains(&deck.steps.len()), "{}", deck.slug);
        assert!(deck.planned().is_some() && deck.steps.iter().all(|step| step.minutes.is_some()), "{}", deck.slug);
        assert!(deck.steps.iter().any(|step| !step.sources.is_empty()), "{} names no source", deck.slug);
        let deck = Arc::new(deck.clone());
        let mut driver = Driver::new(&pack, (120, 36), Start::default());
        for (at, step) in deck.steps.iter().enumerate() {
            driver.send(Msg::ShowStep(Arc::clone(&deck), at));
            let stage = driver.app.stage().expect("a step is shown");
            assert!(stage.missed().is_empty() && !stage.is_waiting(), "{} {at}: {:?}", deck.slug, stage.missed());
            let lacking: Vec<_> = step.wordings().flat_map(|words| driver.app.lacking(words)).collect();
            assert!(lacking.is_empty(), "{} {at}: {lacking:?}", deck.slug);
            for role in stage.spotlight().all_roles() {
                let on_map = driver.app.screen() == Screen::Map;
                assert!(on_map, "{} {at}: {} is meant and not in sight", deck.slug, pack.role(role).title);
            }
        }
    }
}

/// The last step but two of the trainee's deck means a role whose box is only half in a small window.
#[test]
fn the_spotlight_marks_no_words_about_roles_outside_the_window() {
    let pack = england();
    let driver = Driver::new(&pack, (80, 24), Start::default()).keys("8<down><down><down><enter>");
    let driver = driver.keys("<right><right><right><right><right>");
    let text = driver.text();
    assert!(text.contains("6 / 8  A graduate trainee's first ten years"), "{text}");
    let outside = text.lines().find(|line| line.contains("▲ Graduate")).expect("the trainee is above the window");
    assert!(!outside.contains(['»', '«']), "{text}");
    assert!(text.contains("»Service") && text.contains("1y."), "{text}");
}

/// What can be reckoned is reckoned: digits in the words of a deck are years or ids of the review, never figures.
#[test]
fn nobody_types_a_figure_into_a_deck() {
    let pack = england();
    for (deck, step) in pack.tables().decks.iter().flat_map(|deck| deck.steps.iter().map(move |step| (deck, step))) {
        for wording in step.wordings() {
            let typed = wording.fill(|_| String::new());
            let numbers = typed.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
            let odd: Vec<&str> = numbers.filter(|number| number.len() != 4).collect();
            assert!(odd.is_empty(), "{}, {}: {odd:?} in {typed}", deck.slug, step.title);
        }
    }
}

/// Each of the ready-made people has a way to the role they want, under today's rules and the review's.
#[test]
fn every_persona_has_a_way_to_something_worthwhile() {
    let pack = england();
    for persona in &pack.tables().personas {
        for ruleset in [Ruleset::Today, Ruleset::Review] {
            let who = fingerpost::app::Who::Profile(persona.clone());
            let driver = Driver::new(&pack, (80, 24), Start { who, ruleset, ..Start::default() });
            assert!(!driver.app.picks().is_empty(), "{} {ruleset}", persona.slug);
            assert!(!persona.story.is_empty() && persona.target.is_some(), "{}", persona.slug);
        }
    }
}
