//! Routes: from keys to screens.

use crate::driver::Driver;
use crate::packs;
use fingerpost::app::story::short_totals;
use fingerpost::app::{Effect, Screen, Start, Who};

fn small(size: (u16, u16)) -> Driver {
    let pack = packs::small();
    let who = Who::Profile(pack.tables().personas[0].clone());
    Driver::new(&pack, size, Start { who, screen: Screen::Routes, ..Start::default() })
}

fn england(size: (u16, u16)) -> Driver {
    persona("ward-manager", size)
}

fn persona(slug: &str, size: (u16, u16)) -> Driver {
    let pack = packs::england();
    let persona = pack.tables().personas.iter().find(|p| p.slug.as_str() == slug).expect("a persona");
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
    assert!(driver.says("Under the review, the fastest way: same time, +100"), "{}", driver.text());
    assert!(driver.says("h of study, +1 programme (Standards training)"), "{}", driver.text());
    let driver = driver.keys("pp");
    assert!(driver.row(0).contains("Rules: under the review"));
    assert!(driver.says("Before: as advised"), "{}", driver.text());
    let driver = driver.keys("1");
    assert!(driver.says("p Under the review, "), "the strip is on every screen\n{}", driver.text());
    assert!(!driver.keys("<esc>").says("p Under the review, "));
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

#[test]
fn for_everybody_the_switch_names_what_changes() {
    for profile in &packs::england().tables().personas {
        let driver = persona(profile.slug.as_str(), (250, 80)).keys("pp1");
        assert!(driver.says("p Under the review"), "{}\n{}", profile.slug, driver.text());
        assert!(driver.says("Before: as advised"), "{}\n{}", profile.slug, driver.text());
    }
    let driver = england((250, 80)).keys("p1");
    assert!(driver.says("Nye Bevan programme"), "study is named\n{}", driver.text());
    assert!(driver.says("instead of Service manager"), "roles are named\n{}", driver.text());
}

#[test]
fn the_title_has_all_four_totals_at_every_size() {
    for size in [(250, 80), (120, 36), (80, 24), (60, 20)] {
        let driver = england(size).keys("p");
        let totals = short_totals(driver.app.chosen_route().expect("a way"));
        assert!(driver.says(&format!("{totals} ─")), "{totals}\n{}", driver.text());
    }
}

#[test]
fn where_one_route_is_best_in_everything_it_says_so() {
    assert!(england((120, 36)).says("One route is best in time, moves and study."));
    let several = england((120, 36)).keys("p");
    assert!(several.says("Fastest") && !several.says("One route is best"), "{}", several.text());
}

#[test]
fn names_of_ways_are_told_to_the_end() {
    let driver = england((120, 36));
    let at = driver.text().lines().position(|line| line.contains("By Deputy director ")).expect("a long name");
    assert!(driver.row(at + 1).starts_with("│    of strategy  "), "{}", driver.text());
}

#[test]
fn an_opening_can_be_tried_out_and_taken_back() {
    let driver = persona("finance-manager", (120, 36)).keys("tcheif nurse<enter>");
    assert!(driver.says("There is no way under today's rules."), "{}", driver.text());
    assert!(driver.says("▸ If you held Registered nurse (NMC)"), "{}", driver.text());
    let driver = driver.keys("<enter>");
    assert!(driver.says("Best all round") && driver.row(0).contains("(what if)"), "{}", driver.text());
    let driver = driver.keys("u");
    assert!(driver.says("There is no way") && !driver.row(0).contains("what if"), "{}", driver.text());
}

#[test]
fn marked_ways_stand_side_by_side_and_part_where_their_roles_do() {
    let driver = england((120, 36)).keys("<space>jj<space>c");
    insta::assert_snapshot!("routes_compared", driver.text());
    assert!(driver.keys("<esc>").says("▸ ● By "));
    let driver = small((120, 36)).keys("c");
    assert!(driver.says("Here they part") && driver.says("Here they meet again"), "{}", driver.text());
    let one = persona("finance-manager", (120, 36)).keys("tcheif nurse<enter>c");
    assert!(one.says("nothing to compare"), "{}", one.text());
}
