//! Routes: from keys to screens.

use crate::driver::Driver;
use crate::packs;
use fingerpost::app::{Effect, Screen, Start, Who};

fn small(size: (u16, u16)) -> Driver {
    let pack = packs::small();
    let who = Who::Profile(pack.tables().personas[0].clone());
    Driver::new(&pack, size, Start { who, screen: Screen::Routes, ..Start::default() })
}

fn england(size: (u16, u16)) -> Driver {
    let pack = packs::england();
    let persona = pack.tables().personas.iter().find(|p| p.slug.as_str() == "ward-manager").expect("the ward manager");
    let who = Who::Profile(persona.clone());
    Driver::new(&pack, size, Start { who, screen: Screen::Routes, ..Start::default() })
}

#[test]
fn the_ways_worth_having() {
    insta::assert_snapshot!("routes_120", small((120, 36)).screen());
    insta::assert_snapshot!("routes_80", small((80, 24)).screen());
    insta::assert_snapshot!("routes_ascii", small((120, 36)).ascii().text());
}

#[test]
fn a_ward_manager_finds_the_way_to_chief_executive() {
    insta::assert_snapshot!("routes_england_120", england((120, 36)).screen());
    insta::assert_snapshot!("routes_england_80", england((80, 24)).screen());
    insta::assert_snapshot!("routes_england_60", england((60, 20)).text());
}

#[test]
fn the_ruleset_switch_says_what_it_changed() {
    let driver = small((120, 36));
    assert!(driver.says("Under the review: same time, +100 h of study, +1"), "{}", driver.text());
    let driver = driver.keys("pp");
    assert!(driver.row(0).contains("Rules: under the review"));
    assert!(driver.says("(before: as advised)"), "{}", driver.text());
    let driver = driver.keys("1");
    assert!(driver.says("p Under the review: "), "the strip is on every screen\n{}", driver.text());
    assert!(!driver.keys("<esc>").says("p Under the review: "));
}

#[test]
fn more_study_a_week_makes_the_way_shorter_and_can_be_undone() {
    let driver = small((120, 36));
    assert!(driver.says("May 2028 to Nov 2028 · 6m, 100 h"));
    let driver = driver.keys("----");
    assert!(driver.says("1 h a week") && driver.says("100 h"), "{}", driver.text());
    let slow = driver.text();
    let driver = driver.keys("uuuu");
    assert!(driver.says("5 h a week"));
    let driver = driver.keys("<ctrl+r><ctrl+r><ctrl+r><ctrl+r>");
    assert!(driver.says("1 h a week"));
    assert_eq!(driver.text().lines().nth(5), slow.lines().nth(5));
}

#[test]
fn exceptional_moves_only_when_asked_for_and_marked() {
    let driver = small((120, 36));
    assert!(!driver.says("exceptional: do not count on it"));
    let driver = driver.keys("x");
    assert!(driver.says("exceptional: do not count on it"), "{}", driver.text());
    assert!(driver.says("nobody should count on"));
    assert!(!driver.keys("x").says("exceptional: do not count on it"));
}

#[test]
fn where_there_is_no_way_it_says_why_and_what_would_open_one() {
    let driver = small((120, 36)).keys("tastronaut<enter>");
    insta::assert_snapshot!("routes_none", driver.text());
}

#[test]
fn without_a_person_or_a_target_it_asks_for_them() {
    let driver = Driver::new(&packs::small(), (80, 24), Start { screen: Screen::Routes, ..Start::default() });
    let driver = driver.keys("<esc>");
    assert!(driver.says("Who are you?") && driver.says("Where would you like to get to?"), "{}", driver.text());
    let driver = driver.keys("smatron<enter>2<enter>tchief<enter>");
    assert!(
        driver.row(0).contains("You: Matron, 2y") && driver.row(0).contains("To: Trust chief"),
        "{}",
        driver.text()
    );
}

#[test]
fn every_total_says_what_it_is_made_of() {
    insta::assert_snapshot!("routes_breakdown", small((120, 36)).keys("<enter>").text());
}

#[test]
fn the_route_is_copied_in_words() {
    let driver = small((120, 36)).keys("y");
    let Some(Effect::CopyToClipboard(text)) = driver.effects.last() else { panic!("nothing was copied") };
    insta::assert_snapshot!("routes_copied", text);
}
