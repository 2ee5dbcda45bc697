//! Routes: from keys to screens.

mod support;

use fingerpost::app::{Start, Who};
use support::{Driver, packs};

fn ward_manager() -> Start {
    Start { who: Who::Profile(packs::small().tables().personas[0].clone()), ..Start::default() }
}

#[test]
fn show() {
    let driver = Driver::new(&packs::small(), (120, 36), ward_manager());
    println!("{}", driver.text());
    let driver = driver.keys("2");
    println!("{}", driver.text());
    let driver = driver.keys("4");
    println!("{}", driver.text());
}
