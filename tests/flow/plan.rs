//! Plans: made from a route, ticked off, compared, renamed, removed; what undo brings back.

use crate::driver::Driver;
use crate::packs;
use fingerpost::app::{Mouse, MouseKind, Msg, Screen, Start, Who};

fn england(size: (u16, u16)) -> Driver {
    let pack = packs::england();
    let persona = pack.tables().personas.iter().find(|p| p.slug.as_str() == "ward-manager").expect("a persona");
    let who = Who::Profile(persona.clone());
    Driver::new(&pack, size, Start { who, screen: Screen::Routes, ..Start::default() })
}

/// The ward manager's fastest way as advised, taken as a plan.
fn planned(size: (u16, u16)) -> Driver {
    england(size).keys("p<esc>m")
}

#[test]
fn a_way_becomes_a_plan_with_days() {
    insta::assert_snapshot!("plan_120", planned((120, 36)).keys("<esc>").screen());
    insta::assert_snapshot!("plan_80", planned((80, 24)).screen());
    insta::assert_snapshot!("plan_60", planned((60, 20)).text());
    insta::assert_snapshot!("plan_ascii", planned((120, 36)).ascii().text());
}

#[test]
fn without_a_plan_it_says_how_to_get_one() {
    let driver = england((80, 24)).keys("3");
    assert!(
        driver.says("m makes the selected way your plan") && driver.says("There is no plan yet"),
        "{}",
        driver.text()
    );
}

#[test]
fn what_is_done_is_ticked_off_and_says_what_it_moves() {
    let driver = planned((120, 36)).keys("<space>");
    assert!(driver.says("✓ 22 Nov 2026. Trust chief executive still as planned: 9 May 2038"), "{}", driver.text());
    assert!(driver.says("Trust chief executive still as planned: 9 May 2038"), "{}", driver.text());
    assert!(driver.says("Done 22 Nov 2026"), "{}", driver.text());
    let driver = driver.keys("u");
    assert!(driver.says("is open") && driver.says("Now, until 29 Nov 2026"), "{}", driver.text());
    let driver = driver.keys("<ctrl+r>");
    assert!(driver.says("is done, 22 Nov 2026"), "{}", driver.text());
}

#[test]
fn another_day_is_typed_and_nonsense_refused_in_words() {
    let driver = planned((120, 36)).keys("d");
    assert!(driver.says("When was that?") && driver.says("22 Nov 2026"), "{}", driver.text());
    let driver = driver.keys("<ctrl+u>soon<enter>");
    assert!(driver.says("type it as 22 Nov 2026 or 2026-11-22"), "{}", driver.text());
    let driver = driver.keys("<ctrl+u>2026-12-24<enter>");
    assert!(driver.says("24 Dec 2026 is still to come; tick it off when it is done"), "{}", driver.text());
    let driver = driver.keys("<ctrl+u>2026-11-20<enter>");
    assert!(driver.says("Done 20 Nov 2026"), "{}", driver.text());
    let driver = driver.keys("<end>k<space>");
    assert!(driver.says("Tick off the role before it first"), "{}", driver.text());
}

#[test]
fn one_that_is_done_is_opened_again() {
    let driver = planned((120, 36)).keys("<space>");
    // The first line below what comes next is the study that was just ticked off.
    let driver = driver.keys("jjj<enter>");
    assert!(driver.says("Open again. Trust chief executive still as planned"), "{}", driver.text());
}

#[test]
fn plans_are_renamed_compared_and_removed() {
    let driver = planned((120, 36)).keys("2jm<tab>");
    assert_eq!(driver.app.plans().len(), 2);
    let driver = driver.keys("e<ctrl+u>The other way<enter>");
    assert_eq!(driver.app.plans()[1].title, "The other way");
    let driver = driver.keys("c");
    insta::assert_snapshot!("plans_compared", driver.text());
    let driver = driver.keys("<esc>X");
    assert!(driver.says("Removed: The other way. u brings it back"), "{}", driver.text());
    assert!(driver.keys("c").says("It takes two plans to compare"));
    let driver = planned((120, 36)).keys("<tab>Xu");
    assert!(driver.says("the plan “Trust chief executive: Fastest” is there"), "{}", driver.text());
}

#[test]
fn the_mouse_chooses_and_a_second_click_ticks_off() {
    let mut driver = planned((120, 36));
    let row = driver.text().lines().position(|line| line.contains("Be appointed")).expect("it comes next");
    let at = |kind| Msg::Mouse(Mouse { kind, column: 60, row: u16::try_from(row).expect("on the screen") });
    driver.send(at(MouseKind::Down));
    assert_eq!(driver.app.chosen_plan_item().map(|(line, _)| line), Some(1));
    driver.send(at(MouseKind::Again));
    assert!(driver.says("✓ 22 Nov 2026. Trust chief executive now 26 weeks earlier: 8 Nov 2037"), "{}", driver.text());
}

#[test]
fn asked_again_the_way_begins_where_the_plan_has_come_to() {
    let driver = planned((120, 36)).keys("j<space>a");
    assert!(driver.row(0).contains("You: Lead general practice nurse"), "{}", driver.text());
    assert!(driver.says("Routes from where this plan has come to"), "{}", driver.text());
}
