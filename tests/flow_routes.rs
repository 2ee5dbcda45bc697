//! Routes: from keys to screens.

mod support;

use fingerpost::app::{Start, Who};
use support::{Driver, packs};

#[test]
fn show() {
    let start = || Start { who: Who::Profile(packs::england().tables().personas[9].clone()), ..Start::default() };
    let driver = Driver::new(&packs::england(), (120, 36), start());
    let driver = driver.keys("2");
    println!("{}", driver.text());
    let driver = driver.keys("pp");
    println!("{}", driver.text());
    let driver = driver.keys("4");
    println!("{}", driver.text());
    let driver = Driver::new(&packs::england(), (80, 24), start()).keys("2");
    println!("{}", driver.text());
    let driver = Driver::new(&packs::england(), (60, 20), start()).keys("4");
    println!("{}", driver.text());
    let pack = packs::england();
    let stance = driver.app.stance().clone();
    for ruleset in fingerpost::domain::ruleset::Ruleset::ALL {
        let reached = fingerpost::domain::planner::reach(&pack, &stance.under(ruleset).circumstances().expect("me"));
        let target = stance.target.expect("target");
        println!("{ruleset}: {} {:?}", reached.len(), reached.iter().find(|r| r.role == target));
    }
}
