//! Training: from keys to screens.

use crate::driver::Driver;
use crate::packs;
use fingerpost::app::{Screen, Start, Who};

fn driver(size: (u16, u16)) -> Driver {
    let pack = packs::small();
    let who = Who::Profile(pack.tables().personas[0].clone());
    Driver::new(&pack, size, Start { who, screen: Screen::Training, ..Start::default() })
}

#[test]
fn the_catalogue_with_what_is_on_my_route_first() {
    insta::assert_snapshot!("training_120", driver((120, 36)).keys("j").screen());
    insta::assert_snapshot!("training_80", driver((80, 24)).keys("G").screen());
}

#[test]
fn an_item_with_its_prerequisites_and_what_is_not_known() {
    let driver = driver((120, 36)).keys("/nye<enter><tab>");
    assert!(driver.says("by nomination") && driver.says("└ Mary programme"), "{}", driver.text());
    assert!(driver.says("not known; 100 assumed"), "{}", driver.text());
}

#[test]
fn what_is_not_studied_says_how_it_is_had_and_what_is_assumed_is_marked() {
    let pack = packs::england();
    let who = Who::Profile(pack.tables().personas[0].clone());
    let start = Start { who, screen: Screen::Training, ..Start::default() };
    let driver = Driver::new(&pack, (120, 36), start).keys("oo");
    let line = |driver: &Driver, title: &str| {
        driver.text().lines().find(|line| line.contains(title)).unwrap_or_default().to_owned()
    };
    let found = driver.keys("/registered<space>nurse<space>nmc<enter>");
    assert!(line(&found, "▸   Registered nurse").contains(" held "), "{}", found.text());
    let found = found.keys("/fit<space>and<space>proper<enter>");
    assert!(line(&found, "▸ ★ Fit and Proper").contains(" on appointment "), "{}", found.text());
    let found = found.keys("/nye<space>bevan<enter>");
    assert!(line(&found, "▸   Nye Bevan programme ").contains("~100 h"), "{}", found.text());
    assert!(found.says("~ assumed") && found.says("? not known  "), "{}", found.text());
}

#[test]
fn filters_by_status_and_kind_go_round() {
    let driver = driver((120, 36)).keys("f");
    assert!(driver.says("can be started") && !driver.says("✗ retired"), "{}", driver.text());
    let driver = driver.keys("f");
    assert!(driver.says("· running"));
    let driver = driver.keys("ffffff");
    assert!(driver.says("✗ retired"));
    let driver = driver.keys("v");
    assert!(driver.says("Training · 1 · check"), "{}", driver.text());
}

#[test]
fn what_the_review_proposes_can_be_started_under_its_rules() {
    let driver = driver((120, 36)).keys("f");
    assert!(!driver.says("Standards training"));
    assert!(driver.keys("pp").says("Standards training"));
}
