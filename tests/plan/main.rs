//! A plan: made from a route, ticked off, slipping, kept as text, checked against another edition of the pack.

mod appraisal;
mod editions;
mod kept;
mod made;
mod portfolio;
mod program;
mod progress;
mod ticking;

use fingerpost::domain::Pack;
use fingerpost::domain::id::{RoleId, Slug};
use fingerpost::domain::person::{Person, Record};
use fingerpost::domain::plan::Plan;
use fingerpost::domain::planner::{Circumstances, Criterion, MovesAllowed, Question, Route, routes};
use fingerpost::domain::quantity::{Decimal, Weeks};
use fingerpost::domain::ruleset::Ruleset;
use jiff::civil::{Date, date};

/// The day on which the plans of these tests are made.
const MADE: Date = date(2026, 11, 22);

fn england() -> Pack {
    fingerpost::pack::read(&fingerpost::store::embedded()).pack.expect("the embedded pack is sound")
}

fn circumstances(role: RoleId, served: u32, ruleset: Ruleset) -> Circumstances {
    Circumstances {
        person: Person {
            role,
            served: Weeks(served),
            have: std::collections::BTreeSet::new(),
            hours_per_week: Decimal::whole(5),
            waived: std::collections::BTreeSet::new(),
            record: Record::RoleOnly,
        },
        ruleset,
        moves: MovesAllowed::Usual,
        terms: None,
    }
}

fn asked(pack: &Pack, circumstances: &Circumstances, target: RoleId) -> Vec<Route> {
    let question = Question {
        circumstances: circumstances.clone(),
        target,
        course: fingerpost::domain::planner::Course::Any,
        criteria: Criterion::DEFAULT.to_vec(),
        alternatives: 0,
        max: None,
    };
    routes(pack, &question).routes
}

fn planned(pack: &Pack, circumstances: &Circumstances, route: &Route) -> Plan {
    let id = Slug::parse("first").expect("a slug");
    Plan::of_route(pack, route, circumstances, (id, "My way".to_owned()), Vec::new(), MADE)
}

/// The ward manager's fastest way to chief executive under the review, which has studies, checks and five moves.
fn ward_manager(pack: &Pack) -> (Circumstances, Plan) {
    let role = |slug| pack.find_role(slug).expect("a role");
    let circumstances = circumstances(role("ward-manager"), 78, Ruleset::Review);
    let routes = asked(pack, &circumstances, role("trust-chief-executive"));
    let plan = planned(pack, &circumstances, &routes[0]);
    (circumstances, plan)
}
