//! A plan beside another edition of its pack.

use fingerpost::domain::Pack;
use fingerpost::domain::plan::{Difference, Plan, recheck};
use fingerpost::domain::quantity::Decimal;
use fingerpost::domain::training::Status;

use crate::{england, ward_manager};

/// The pack with one of its tables changed by replacing a text in it, which has to be there.
fn changed(file: &str, old: &str, new: &str) -> Pack {
    let mut files = fingerpost::store::embedded();
    let table = files.0.get_mut(file).expect("the table is there");
    let text = String::from_utf8(table.to_vec()).expect("text");
    assert!(text.contains(old), "{file} has no {old}");
    *table = text.replace(old, new).into_bytes().into();
    fingerpost::pack::read(&files).pack.expect("the table is still sound")
}

fn plan() -> Plan {
    ward_manager(&england()).1
}

#[test]
fn the_pack_it_was_made_with_changes_nothing() {
    assert_eq!(recheck(&plan(), &england()), []);
}

#[test]
fn training_that_is_paused_or_grows_is_told() {
    let plan = plan();
    let study = plan.stints.iter().flat_map(|stint| &stint.study).next().expect("it studies").clone();
    let pack = england();
    let id = pack.find_training(study.training.as_str()).expect("there");
    let paused = pack.with_status(id, Status::Paused);
    assert_eq!(
        recheck(&plan, &paused),
        [Difference::TrainingShut { title: study.title.clone(), status: Status::Paused }]
    );
    let mut longer = plan.clone();
    for stint in &mut longer.stints {
        for study in &mut stint.study {
            study.hours += Decimal::whole(1);
        }
    }
    let differences = recheck(&longer, &pack);
    assert!(
        matches!(&differences[0], Difference::OtherHours { title, .. } if *title == study.title),
        "{differences:?}"
    );
}

#[test]
fn a_role_that_is_gone_and_a_move_that_asks_for_longer_are_told() {
    let mut plan = plan();
    let second = plan.stints[1].clone();
    plan.stints[1].stay = fingerpost::domain::quantity::Weeks::ZERO;
    let told = recheck(&plan, &england());
    let asked = second.stay;
    assert!(
        told.iter().any(
            |d| matches!(d, Difference::LongerStay { role, asked: now, .. } if *role == second.title && *now <= asked)
        ),
        "{told:?}"
    );
    plan.stints[1].role = fingerpost::domain::id::Slug::parse("gone-away").expect("a slug");
    let told = recheck(&plan, &england());
    assert_eq!(
        told[0],
        Difference::RoleGone { role: plan.stints[1].role.clone(), title: second.title.clone() },
        "{told:?}"
    );
}

#[test]
fn what_a_role_newly_asks_for_is_told_and_what_it_no_longer_asks_for_too() {
    let mut plan = plan();
    let target = plan.stints.len() - 1;
    let dropped = plan.stints[target].asks.pop().expect("a board role asks for something");
    let told = recheck(&plan, &england());
    let role = plan.stints[target].title.clone();
    assert_eq!(told, [Difference::NewlyAsked { role: role.clone(), asked: dropped.clone() }]);
    plan.stints[target].asks.push(dropped);
    plan.stints[target].asks.push(fingerpost::domain::plan::Asked("a-licence-of-old".to_owned()));
    let told = recheck(&plan, &england());
    let asked = fingerpost::domain::plan::Asked("a-licence-of-old".to_owned());
    assert_eq!(told, [Difference::NoLongerAsked { role, asked }]);
}

#[test]
fn what_is_behind_somebody_is_not_checked_any_more() {
    let mut plan = plan();
    plan.stints[0].study.clear();
    plan.stints[1].entered = Some(plan.made);
    plan.stints[1].asks.clear();
    plan.stints[0].role = fingerpost::domain::id::Slug::parse("gone-away").expect("a slug");
    assert_eq!(recheck(&plan, &england()), []);
    let unchanged = changed("roles.csv", "Ward manager", "Ward leader");
    assert_eq!(recheck(&plan, &unchanged), [], "a new title is no difference");
}
