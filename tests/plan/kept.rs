//! A plan as text: what is written is read again, and reads like something a person could have written.

use fingerpost::domain::plan::{Item, Plan};
use jiff::civil::date;

use crate::{MADE, england, ward_manager};

#[test]
fn what_is_written_is_read_again() {
    let (_, mut plan) = ward_manager(&england());
    plan.title = "Weird \" title\n= [x] \\ é".to_owned();
    plan.tick(Item::Role(1), Some(date(2026, 11, 22)), MADE).expect("today");
    let text = toml::to_string(&plan).expect("it can be written");
    assert_eq!(toml::from_str::<Plan>(&text).expect("and read"), plan, "{text}");
}

#[test]
fn it_is_plain_to_read() {
    let (_, plan) = ward_manager(&england());
    let text = toml::to_string(&plan).expect("it can be written");
    for line in ["title = \"My way\"", "made = \"2026-11-22\"", "ruleset = \"review\"", "hours_per_week = 5"] {
        assert!(text.lines().any(|found| found == line), "{line} is missing in\n{text}");
    }
}

#[test]
fn a_key_that_is_not_known_is_a_fault_and_not_lost_in_silence() {
    let (_, plan) = ward_manager(&england());
    let text = format!("colour = \"red\"\n{}", toml::to_string(&plan).expect("it can be written"));
    let fault = toml::from_str::<Plan>(&text).expect_err("no such key").to_string();
    assert!(fault.contains("colour") && fault.contains("line 1"), "{fault}");
}
