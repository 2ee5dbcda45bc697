//! Decks as people write them, and every way in which one can be wrong.

use fingerpost::domain::deck::{Deck, Leg, PollLog, Sheet, Show, Somebody, Tally, View};
use fingerpost::domain::quantity::Decimal;
use fingerpost::domain::ruleset::Ruleset;
use fingerpost::pack::{read, read_deck, read_poll_log, write_deck, write_poll_log};

use crate::{sound, tiny, tiny_with, told};

const PERSONA: &str = "id = \"amy\"\ntitle = \"A clerk\"\nrole = \"clerk\"\ntarget = \"chief\"\n";

const DECK: &str = r#"id = "up"
title = "From clerk to chief"
about = "What lies between."
minutes = 10

[[step]]
title = "Where she stands"
words = ["One move: {time}.", "Under the review {review.study_hours}."]
notes = "Ask who {{knows}} a clerk."
minutes = 2.5
sources = [{ title = "A report", url = "https://example.org/r", date = "2022-06-08" }]
show = { persona = "amy", ruleset = "review", zoom = "cards", role = "chief" }

[[step]]
title = "Two ways"
[step.show]
from = "clerk"
served_years = 1.5
have = ["law"]
to = "chief"
hours_per_week = 3
through = ""
exceptional = true
compare = "rules"
[step.show.filter]
families = ["ops"]
levels = [1, 2]
within = 2
rules = ["more", "same"]
challenged = true
[step.show.list]
level = 2
segment = 4
eligible = true
words = "board"
[step.show.spotlight]
roles = ["chief"]
training = ["law"]
moves = [{ from = "clerk", to = "chief" }]
[step.poll]
question = "Who would go?"
answers = ["I", "Not I", "Perhaps"]
"#;

/// What is said of a pack with this deck in it and one text in place of another.
fn said(text: &str, instead: &str) -> String {
    assert!(DECK.contains(text), "{text}");
    let mut files = tiny_with("decks/up.toml", DECK.replacen(text, instead, 1));
    files.0.insert("profiles/amy.toml".to_owned(), PERSONA.as_bytes().into());
    told(&read(&files))
}

fn deck() -> Deck {
    let mut files = tiny_with("decks/up.toml", DECK);
    files.0.insert("profiles/amy.toml".to_owned(), PERSONA.as_bytes().into());
    sound(&files).tables().decks[0].clone()
}

#[test]
fn a_deck_is_read_with_all_that_it_shows() {
    let deck = deck();
    assert_eq!((deck.slug.as_str(), deck.steps.len()), ("up", 2));
    assert_eq!(deck.planned(), Some(Decimal::whole(10)), "its own, not the sum");
    let first = &deck.steps[0];
    assert_eq!(first.words[1].to_string(), "Under the review {review.study_hours}.");
    assert_eq!(first.notes[0].fill(|_| String::new()), "Ask who {knows} a clerk.");
    assert_eq!(first.sources[0].dated(), "8 Jun 2022");
    let shown = |screen| Show::Screen(screen);
    assert!(first.shows.contains(&shown(View::Map)), "a role is selected, so the map is shown: {:?}", first.shows);
    let second = &deck.steps[1];
    assert!(second.shows.contains(&shown(View::Routes)), "routes are compared: {:?}", second.shows);
    assert!(second.shows.contains(&Show::Sheet(Sheet::CompareRules)) && second.poll.is_some());
    let legs: Vec<&Leg> = second.shows.iter().flat_map(legs).collect();
    assert_eq!(legs.iter().map(|leg| leg.moves.len()).collect::<Vec<_>>(), [1]);
    let scene = deck.scene(1);
    assert!(scene.shows().contains(&Show::Rules(Ruleset::Review)), "what is not said again stays");
    assert!(matches!(scene.shows()[0], Show::Me(Somebody::InRole { .. })));
}

fn legs(show: &Show) -> &[Leg] {
    match show {
        Show::Spotlight(light) => &light.moves,
        _ => &[],
    }
}

#[test]
fn a_deck_that_is_written_reads_the_same_again() {
    let mut files = tiny();
    files.0.insert("profiles/amy.toml".to_owned(), PERSONA.as_bytes().into());
    let pack = sound(&files);
    let (deck, warnings) = read_deck("up.toml", DECK.as_bytes(), &pack).expect("the deck is sound");
    assert!(warnings.is_empty(), "{warnings:?}");
    let written = write_deck(&deck, &pack);
    let (again, warnings) = read_deck("up.toml", written.as_bytes(), &pack).expect("what was written can be read");
    assert!(warnings.is_empty(), "{warnings:?}\n{written}");
    assert_eq!(again, deck, "{written}");
    assert_eq!(write_deck(&again, &pack), written);
}

#[test]
fn every_fault_has_its_place_and_its_remedy() {
    for (text, instead, wanted) in [
        ("title = \"Two", "titel = \"Two", "decks/up.toml:14:1: error: title is missing here"),
        ("minutes = 2.5", "minutse = 2.5", "decks/up.toml:10:1: warning: the key \"minutse\" is not known"),
        ("to = \"chief\"", "to = \"cheif\"", "20:6: error: no role has the id \"cheif\"; nearest: chief"),
        ("role = \"chief\"", "role = \"cheif\"", ": error: no role has the id"),
        ("have = [\"law\"]", "have = [\"lwa\"]", "error: no training item has the id \"lwa\"; nearest: law"),
        ("persona = \"amy\"", "persona = \"any\"", "error: no persona has the id \"any\"; nearest: amy"),
        ("families = [\"ops\"]", "families = [\"op\"]", "error: no family has the id \"op\"; nearest: ops"),
        ("levels = [1, 2]", "levels = [1, 3]", "error: there is no level 3; pack.toml has 1, 2"),
        ("levels = [1, 2]", "levels = [1.5]", "error: levels: 1.5 is not a whole number"),
        ("within = 2", "within = 4", "error: within is 1, 2 or 3 moves"),
        ("segment = 4", "segment = 6", "error: segment is a number from 1 to 5"),
        ("challenged = true", "challenged = 1", "error: challenged has to be true or false, and is a number"),
        ("\"more\", \"same\"", "\"mroe\"", "error: rules \"mroe\" is not known here; there is more, more-of-all, same"),
        ("to = \"chief\" }]", "to = \"clerk\" }]", "error: moves.csv has no move from \"clerk\" to \"clerk\""),
        ("\"review\"", "\"revue\"", "error: ruleset \"revue\" is not known here; there is today, advised, review"),
        ("compare = \"rules\"", "compare = [1]", "error: compare takes two or three different lines"),
        ("compare = \"rules\"", "compare = [2, 2]", "error: compare takes two or three different lines"),
        ("compare = \"rules\"", "route = 0", "error: routes are counted from 1"),
        ("compare = \"rules\"", "post = \"P1\"", "error: no post has the id \"P1\"; postings.csv has none"),
        ("compare = \"rules\"", "compare = \"rules\"\nsheet = \"breakdown\"", "cannot both lie open"),
        ("from = \"clerk\"\n", "", "served_years goes with from"),
        ("{time}", "{tmie}", "8:10: error: words: there is no figure {tmie}; is {time} meant?"),
        ("{time}", "{time", "8:10: error: words: a brace stands alone"),
        ("answers = [\"I\", ", "answers = [", "error: a poll has three answers, and here are 2"),
        ("https://", "ftp://", "error: url \"ftp://example.org/r\" is no address"),
        ("2022-06-08", "8 June", "error: date: "),
        ("[[step]]\ntitle = \"Where", "[[stpe]]\ntitle = \"Where", "warning: the key \"stpe\" is not known"),
    ] {
        let told = said(text, instead);
        assert!(told.contains(wanted), "{instead}\n  wanted {wanted}\n  got {told}");
    }
}

#[test]
fn what_a_step_cannot_know_is_warned_of() {
    let told = said("persona = \"amy\", ", "");
    assert!(told.contains("6:1: warning: {time} has nothing to go by: nobody is named who asks"), "{told}");
    let told = said("compare = \"rules\"", "sheet = \"feeders\"");
    assert!(told.contains("14:1: warning: sheet has nothing to go by: no post is named"), "{told}");
}

#[test]
fn sizes_are_bounded_and_terminals_are_not_steered() {
    let told = said("Where she stands", &"long ".repeat(30));
    assert!(told.contains("error: title is 149 characters long; at most 100 are taken"), "{told}");
    let steps = "[[step]]\ntitle = \"a\"\n".repeat(201);
    let many = read(&tiny_with("decks/many.toml", format!("id = \"many\"\ntitle = \"Many\"\n{steps}")));
    assert!(self::told(&many).contains("these are 201 steps; a deck has at most 200"), "{}", self::told(&many));
    let none = read(&tiny_with("decks/none.toml", "id = \"none\"\ntitle = \"None\"\n"));
    assert!(self::told(&none).contains("step is missing here"), "{}", self::told(&none));
    let told = said("Where she stands", "Where \\u001b[31m she");
    assert!(told.contains("title holds control or invisible characters") && !told.contains('\u{1b}'), "{told}");
}

#[test]
fn two_decks_have_two_ids() {
    let mut files = tiny_with("decks/up.toml", DECK);
    files.0.insert("profiles/amy.toml".to_owned(), PERSONA.as_bytes().into());
    files.0.insert("decks/v.toml".to_owned(), DECK.as_bytes().into());
    let told = told(&read(&files));
    assert!(told.contains("decks/v.toml:1:1: error: the id up is already in \"decks/up.toml\""), "{told}");
}

#[test]
fn a_post_that_is_gone_does_not_spoil_a_deck_of_ones_own() {
    let pack = sound(&tiny());
    let text = "id = \"a\"\ntitle = \"A\"\n[[step]]\ntitle = \"One\"\nshow = { post = \"P1\" }\n";
    let (deck, warnings) = read_deck("a.toml", text.as_bytes(), &pack).expect("only a warning");
    assert!(deck.steps[0].shows.contains(&Show::Post("P1".to_owned())));
    assert!(warnings[0].message.contains("no post has the id \"P1\""), "{}", warnings[0]);
    assert!(read_deck("a.toml", text.replace("post", "role").as_bytes(), &pack).is_err());
}

#[test]
fn what_rooms_answered_is_kept_apart_and_reads_the_same_again() {
    let mut log = PollLog::new(deck().slug);
    assert_eq!(read_poll_log("up.toml", write_poll_log(&log).as_bytes()).expect("an empty log"), log);
    log.tallies.push(Tally {
        step: 2,
        at: jiff::civil::date(2026, 11, 22).at(14, 5, 0, 0),
        question: "Who would \"go\"?".to_owned(),
        answers: ["I", "Not I", "Perhaps"].map(str::to_owned),
        counts: [7, 0, 12],
    });
    let written = write_poll_log(&log);
    assert_eq!(read_poll_log("up.toml", written.as_bytes()).expect("what was written"), log);
    assert_eq!((log.of_step(2).count(), log.of_step(1).count(), log.tallies[0].all()), (1, 0, 19));
    let faults = read_poll_log("up.toml", written.replace("12", "-1").as_bytes()).expect_err("nobody has a hand less");
    assert!(faults[0].to_string().starts_with("up.toml:15:5: error"), "{}\n{written}", faults[0]);
}
