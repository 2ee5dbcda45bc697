//! Ticking off, and what a delay moves.

use fingerpost::domain::plan::model::after;
use fingerpost::domain::plan::{Item, Plan, Refusal, Schedule, State, next_actions, schedule};
use jiff::ToSpan as _;
use jiff::civil::Date;
use proptest::prelude::*;

use crate::{MADE, england, ward_manager};

fn plan() -> Plan {
    ward_manager(&england()).1
}

/// The first study of the plan.
fn first_study(plan: &Plan) -> Item {
    let slots = schedule(plan, MADE).slots;
    slots.iter().map(|slot| slot.item).find(|item| matches!(item, Item::Study(..))).expect("it studies")
}

fn later(day: Date, days: i32) -> Date {
    day.checked_add(days.days()).expect("within the calendar")
}

#[test]
fn what_is_done_on_its_day_moves_nothing() {
    let mut plan = plan();
    let made = schedule(&plan, MADE);
    for slot in made.slots.iter().skip(1) {
        plan.tick(slot.item, Some(slot.to), slot.to).expect("the day has come");
    }
    let end = made.arrival().expect("it ends").to;
    let done = schedule(&plan, end);
    assert!(done.slots.iter().all(|slot| slot.state == State::Done && slot.slip() == 0), "{done:#?}");
    assert!(next_actions(&plan, end, 10).is_empty());
}

#[test]
fn a_study_that_ends_late_moves_what_waits_for_it_and_says_by_how_much() {
    let mut plan = plan();
    // The stint is as long as its studies where the role asks for less than they take.
    let (stint, at) = match first_study(&plan) {
        Item::Study(stint, at) => (stint, at),
        other => panic!("{other:?}"),
    };
    plan.stints[stint].stay = fingerpost::domain::quantity::Weeks::ZERO;
    let today = MADE;
    let before = schedule(&plan, today);
    let ends = before.slot(Item::Study(stint, at)).expect("there").to;
    let late = later(ends, 30);
    assert_eq!(plan.slip_by(Item::Study(stint, at), late, late), Some(0), "by then it is that late anyway");
    plan.tick(Item::Study(stint, at), Some(late), late).expect("done");
    let after = schedule(&plan, late);
    assert_eq!(after.slot(Item::Study(stint, at)).map(|slot| slot.slip()), Some(30));
    assert_eq!(after.slot(Item::Role(0)), before.slot(Item::Role(0)), "what came before is where it was");
}

#[test]
fn what_is_open_and_past_its_day_pushes_the_rest_along() {
    let plan = plan();
    let arrival = schedule(&plan, MADE).arrival().expect("it ends").to;
    let a_year_on = later(MADE, 3_650);
    let pushed = schedule(&plan, a_year_on);
    assert!(pushed.arrival().expect("it ends").to > arrival);
    assert!(pushed.slots.iter().all(|slot| slot.state == State::Done || slot.to >= a_year_on), "{pushed:#?}");
    let actions = next_actions(&plan, a_year_on, 3);
    assert_eq!(actions.len(), 3);
    assert!(actions.iter().all(|action| action.slot.state == State::Overdue));
}

#[test]
fn nonsense_is_refused_and_changes_nothing() {
    let kept = plan();
    let mut plan = kept.clone();
    let tomorrow = later(MADE, 1);
    let refused = [
        (Item::Role(0), MADE, Refusal::TheBeginning),
        (Item::Role(2), MADE, Refusal::NotThereYet),
        (Item::Role(1), later(MADE, -1), Refusal::BeforeTheRole { entered: MADE }),
        (first_study(&kept), tomorrow, Refusal::StillToCome { said: tomorrow }),
        (Item::Role(99), MADE, Refusal::NoSuchItem),
        (Item::Study(0, 99), MADE, Refusal::NoSuchItem),
        (Item::Check(99, 0), MADE, Refusal::NoSuchItem),
    ];
    for (item, on, refusal) in refused {
        assert_eq!(plan.tick(item, Some(on), MADE), Err(refusal), "{item:?}");
        assert_eq!(plan, kept);
    }
    assert_eq!(
        Refusal::StillToCome { said: tomorrow }.to_string(),
        "23 Nov 2026 is still to come; tick it off when it is done"
    );
}

#[test]
fn next_come_what_is_under_way_and_then_what_begins_soonest() {
    let plan = plan();
    let actions = next_actions(&plan, MADE, 100);
    assert!(
        actions
            .windows(2)
            .all(|pair| { (pair[0].slot.state, pair[0].slot.from) <= (pair[1].slot.state, pair[1].slot.from) })
    );
    let open = schedule(&plan, MADE).slots.iter().filter(|slot| slot.state != State::Done).count();
    assert_eq!(actions.len(), open, "everything open is there");
}

/// Items in the order of the plan, each done so many days after it could be.
fn live(plan: &mut Plan, delays: &[i32]) -> (Vec<Date>, Schedule) {
    let items: Vec<Item> = schedule(plan, MADE).slots.iter().skip(1).map(|slot| slot.item).collect();
    let (mut today, mut arrivals) = (MADE, Vec::new());
    for (item, delay) in items.into_iter().zip(delays) {
        let due = schedule(plan, today).slot(item).expect("there").to;
        today = today.max(later(due, *delay));
        plan.tick(item, Some(later(due, *delay).min(today)), today).expect("its day has come");
        arrivals.push(schedule(plan, today).arrival().expect("it ends").to);
    }
    let end = schedule(plan, today);
    (arrivals, end)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// However late things are done, the arrival never comes earlier, nothing is entered before it may be, and the delay
    /// of the arrival is no more than all delays together.
    #[test]
    fn delays_only_ever_delay(delays in prop::collection::vec(0..200i32, 60)) {
        let mut plan = plan();
        let planned = schedule(&plan, MADE).arrival().expect("it ends").to;
        let (arrivals, end) = live(&mut plan, &delays);
        prop_assert!(arrivals.windows(2).all(|pair| pair[0] <= pair[1]), "{arrivals:?}");
        prop_assert!(end.arrival().expect("it ends").slip() <= delays.iter().sum::<i32>());
        prop_assert!(end.arrival().expect("it ends").to >= planned);
        for (at, stint) in plan.stints.iter().enumerate().skip(1) {
            let (Some(entered), Some(before)) = (stint.entered, plan.stints[at - 1].entered) else { continue };
            prop_assert!(entered >= after(before, plan.stints[at - 1].stay));
        }
    }
}
