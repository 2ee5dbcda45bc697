//! Made from a route, a plan says what the route says.

use fingerpost::domain::plan::model::after;
use fingerpost::domain::plan::{Item, State, schedule};
use fingerpost::domain::planner::Route;
use fingerpost::domain::ruleset::Ruleset;
use jiff::civil::date;

use crate::{MADE, asked, circumstances, england, planned, ward_manager};

/// The days of a route, straight from its weeks: roles, studies, and checks on leaving.
fn days(route: &Route) -> Vec<(Item, jiff::civil::Date, jiff::civil::Date)> {
    let mut days = Vec::new();
    for (at, step) in route.steps.iter().enumerate() {
        days.push((Item::Role(at), after(MADE, step.enter), after(MADE, step.enter)));
        for (study_at, study) in step.study.iter().enumerate() {
            days.push((Item::Study(at, study_at), after(MADE, study.start), after(MADE, study.end)));
        }
        for check in 0..step.checks.len() {
            let (leave, _) = step.leave.expect("checks are done on leaving");
            days.push((Item::Check(at, check), after(MADE, leave), after(MADE, leave)));
        }
    }
    days
}

/// The plan works the days out forwards from lengths and waits of its own, so that this fails when any of those is not
/// what the planner meant. Every thirteenth pair of roles of England, under each ruleset.
#[test]
fn on_the_day_it_is_made_every_day_is_the_route_s() {
    let pack = england();
    let roles: Vec<_> = pack.role_ids().collect();
    let mut compared = 0;
    for ruleset in Ruleset::ALL {
        for (at, from) in roles.iter().enumerate() {
            let circumstances = circumstances(*from, 26, ruleset);
            for to in roles.iter().skip(at % 13).step_by(13) {
                for route in asked(&pack, &circumstances, *to) {
                    let plan = planned(&pack, &circumstances, &route);
                    let laid_out = schedule(&plan, MADE);
                    let found: Vec<_> = laid_out.slots.iter().map(|slot| (slot.item, slot.from, slot.to)).collect();
                    assert_eq!(found, days(&route), "{ruleset:?} {plan:#?}");
                    assert!(laid_out.slots.iter().all(|slot| slot.slip() == 0), "{ruleset:?} {plan:#?}");
                    assert!(laid_out.slots.iter().all(|slot| slot.state != State::Overdue));
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 1_500, "only {compared} routes were compared");
}

#[test]
fn it_begins_with_the_role_held_and_ends_with_the_one_wanted() {
    let pack = england();
    let (_, plan) = ward_manager(&pack);
    assert_eq!(plan.stints[0].role.as_str(), "ward-manager");
    assert_eq!(plan.stints[0].entered, Some(MADE));
    assert_eq!(plan.target().map(|stint| stint.role.as_str()), Some("trust-chief-executive"));
    assert_eq!((plan.pack.as_str(), plan.edition.as_str()), ("england", "2026-11"));
    assert!(plan.stints[1..].iter().all(|stint| !stint.asks.is_empty()), "what each role asks for is kept");
}

#[test]
fn a_day_beyond_the_calendar_is_its_last() {
    use fingerpost::domain::quantity::Weeks;
    assert_eq!(after(date(2026, 11, 22), Weeks(1)), date(2026, 11, 29));
    assert_eq!(after(date(2026, 11, 22), Weeks(u32::MAX)), jiff::civil::Date::MAX);
}
