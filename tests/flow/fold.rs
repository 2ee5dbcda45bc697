//! Folding lanes on the whole map.

use crate::driver::Driver;
use crate::packs;
use fingerpost::app::{Start, Who};
use fingerpost::domain::quantity::Decimal;

fn driver() -> Driver {
    let pack = packs::england();
    let matron = pack.find_role("matron").expect("a role");
    Driver::new(&pack, (160, 50), Start { who: Who::Role(matron, Decimal::ZERO), ..Start::default() })
}

#[test]
fn lanes_fold_by_key_on_the_whole_map_and_say_so() {
    let driver = driver().keys("-Z");
    assert!(driver.says("All lanes but Nursing & midwifery are folded"), "{}", driver.text());
    assert!(driver.says(" 3 roles") && driver.says("Head of nurs"), "{}", driver.text());
    let driver = driver.keys("Z");
    assert!(driver.says("All lanes are open") && !driver.says(" 3 roles"), "{}", driver.text());
    let driver = driver.keys("z");
    assert!(driver.says("Nursing & midwifery is folded") && !driver.says("Head of midw"), "{}", driver.text());
    // Whoever walks into a folded lane opens it.
    let driver = driver.keys("lh");
    assert!(driver.says("Head of midw"), "{}", driver.text());
}

#[test]
fn the_small_map_in_the_corner_can_be_put_away() {
    let is_drawn = |driver: &Driver| driver.text().chars().any(|sign| ('\u{2801}'..='\u{28ff}').contains(&sign));
    let mut driver = driver().keys("-");
    driver.resize(200, 50);
    assert!(is_drawn(&driver), "the map is larger than the window\n{}", driver.text());
    let driver = driver.keys("M");
    assert!(!is_drawn(&driver));
    assert!(is_drawn(&driver.keys("M")));
}

#[test]
fn around_one_role_lanes_fold_by_themselves() {
    assert!(driver().keys("z").says("lanes fold and open by themselves"));
}
