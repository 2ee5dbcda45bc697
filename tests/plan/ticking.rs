//! What is ticked off in a plan is done in the profile too, and comes back with it.

use fingerpost::domain::Pack;
use fingerpost::domain::plan::{Item, Refusal, schedule};
use fingerpost::domain::portfolio::{Consequence, Portfolio};
use fingerpost::domain::profile::record::Time;
use fingerpost::domain::profile::{Before, Held, Profile, Since};
use fingerpost::domain::quantity::Decimal;
use jiff::civil::{Date, date};

use crate::{MADE, england, ward_manager};

const SINCE: Date = date(2025, 5, 24);
const ON: Date = date(2028, 1, 10);
const TODAY: Date = date(2028, 2, 1);

/// A ward manager with two plans that begin with the same step.
fn portfolio(pack: &Pack) -> Portfolio {
    let role = pack.find_role("ward-manager").expect("a role");
    let plan = ward_manager(pack).1;
    let mut other = plan.clone();
    other.id = fingerpost::domain::portfolio::free_id(std::slice::from_ref(&plan), &plan.id);
    Portfolio { plans: vec![plan, other], ..Portfolio::new(Profile::of_role(pack, role, Since::Day(SINCE))) }
}

fn tick(portfolio: &mut Portfolio, pack: &Pack, item: Item, on: Option<Date>) -> Result<Vec<Consequence>, Refusal> {
    let id = portfolio.plans[0].id.clone();
    portfolio.tick(pack, &id, item, on, TODAY)
}

/// The first study of the plan.
fn study(portfolio: &Portfolio) -> Item {
    let items = schedule(&portfolio.plans[0], MADE).slots.into_iter().map(|slot| slot.item);
    items.into_iter().find(|item| matches!(item, Item::Study(..))).expect("the way has studies")
}

#[test]
fn an_appointment_makes_the_role_theirs_and_the_old_one_a_role_held_before() {
    let pack = england();
    let mut mine = portfolio(&pack);
    let new = pack.find_role(mine.plans[0].stints[1].role.as_str()).expect("in the pack");
    let old = mine.profile.role;
    let consequences = tick(&mut mine, &pack, Item::Role(1), Some(ON)).expect("it was won");
    assert_eq!((mine.profile.role, mine.profile.since), (new, Since::Day(ON)));
    assert_eq!(mine.profile.before, [Before { role: old, time: Time::Days { from: SINCE, to: ON } }]);
    assert_eq!(mine.profile.title, pack.role(new).title, "a label that was the role's follows the role");
    let person = mine.profile.person(&pack, Decimal::whole(5), TODAY);
    let given = pack.grants_of(old).iter().filter(|grant| grant.matures().0 <= 2 * 52);
    assert!(given.map(|grant| grant.fact).all(|fact| person.have.contains(&fact)), "what two years in it gave");
    assert_eq!(person.served.0, 3);
    assert!(consequences.contains(&Consequence::NewRole { left: old, entered: new, on: ON }), "{consequences:?}");
    assert!(consequences.contains(&Consequence::StartElsewhere(1)), "{consequences:?}");
    assert!(mine.plans[1].starts_elsewhere(&pack, new) && !mine.plans[0].starts_elsewhere(&pack, new));
    let words = consequences[0].words(&pack);
    assert!(words.starts_with("You are Service manager since 10 Jan 2028; Ward manager"), "{words}");
}

#[test]
fn opened_again_everything_is_as_it_was() {
    let pack = england();
    let start = portfolio(&pack);
    let mut mine = start.clone();
    let item = study(&mine);
    tick(&mut mine, &pack, item, Some(ON)).expect("studied");
    let studied = mine.clone();
    tick(&mut mine, &pack, Item::Role(1), Some(ON)).expect("appointed");
    tick(&mut mine, &pack, Item::Role(1), None).expect("open again");
    assert_eq!(mine, studied);
    tick(&mut mine, &pack, item, None).expect("open again");
    assert_eq!(mine, start);
}

#[test]
fn another_day_for_the_same_appointment_is_the_day_of_the_role() {
    let pack = england();
    let mut mine = portfolio(&pack);
    tick(&mut mine, &pack, Item::Role(1), Some(TODAY)).expect("appointed");
    tick(&mut mine, &pack, Item::Role(1), Some(ON)).expect("a slip of the pen");
    assert_eq!(mine.profile.since, Since::Day(ON));
    assert_eq!(mine.profile.before.len(), 1);
}

#[test]
fn a_study_joins_what_is_held_with_its_day_once() {
    let pack = england();
    let mut mine = portfolio(&pack);
    let item = study(&mine);
    let slug = mine.plans[0].training(item).expect("a study").0.clone();
    let training = pack.find_training(slug.as_str()).expect("in the pack");
    let gained = tick(&mut mine, &pack, item, Some(ON)).expect("studied");
    assert_eq!(gained, [Consequence::Gained(vec![training])]);
    assert_eq!(mine.profile.held, [Held { training, on: Some(ON), until: None }]);
    let mut knew = portfolio(&pack);
    knew.profile.have.insert(training);
    assert_eq!(tick(&mut knew, &pack, item, Some(ON)), Ok(Vec::new()), "it was held already");
    assert_eq!(knew.profile.held, []);
}

#[test]
fn what_cannot_be_ticked_off_changes_nothing() {
    let pack = england();
    let start = portfolio(&pack);
    let mut mine = start.clone();
    assert_eq!(tick(&mut mine, &pack, Item::Role(2), Some(ON)), Err(Refusal::NotThereYet));
    let before = date(2026, 1, 1);
    assert_eq!(tick(&mut mine, &pack, Item::Role(1), Some(before)), Err(Refusal::BeforeTheRole { entered: MADE }));
    let nowhere = fingerpost::domain::id::Slug::parse("nowhere").expect("a slug");
    assert_eq!(mine.tick(&pack, &nowhere, Item::Role(1), Some(ON), TODAY), Err(Refusal::NoSuchItem));
    assert_eq!(mine, start);
}

#[test]
fn a_role_that_the_pack_does_not_know_leaves_the_profile_as_it_is() {
    let pack = england();
    let mut mine = portfolio(&pack);
    mine.plans[0].stints[1].role = fingerpost::domain::id::Slug::parse("of-old").expect("a slug");
    let profile = mine.profile.clone();
    let consequences = tick(&mut mine, &pack, Item::Role(1), Some(ON)).expect("it was won all the same");
    assert_eq!(mine.profile, profile);
    assert!(matches!(&consequences[..], [Consequence::NotInPack(_)]), "{consequences:?}");
}

#[test]
fn a_profile_that_says_more_than_the_plan_is_left_alone() {
    let pack = england();
    let mut mine = portfolio(&pack);
    mine.profile.since = Since::Day(date(2028, 1, 20));
    let profile = mine.profile.clone();
    tick(&mut mine, &pack, Item::Role(1), Some(ON)).expect("ticked off");
    assert_eq!(mine.profile, profile, "it tells of a later day");
}
