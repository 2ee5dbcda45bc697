//! How long *What would it take?* takes on the England pack: 50 pairs of a role and a post's role drawn by a fixed rule,
//! each with a target that both can lead to, under today's rules and the review's.
//!
//! `cargo bench --bench what_if` prints the table.

use std::time::{Duration, Instant};

use fingerpost::domain::Pack;
use fingerpost::domain::id::RoleId;
use fingerpost::domain::offer::{Goal, Prospect, Smallest, smallest, verdict};
use fingerpost::domain::person::{Person, Record};
use fingerpost::domain::planner::{Circumstances, Criterion, MovesAllowed, Offered, reach};
use fingerpost::domain::quantity::{Decimal, Weeks};
use fingerpost::domain::ruleset::Ruleset;

fn england() -> Pack {
    fingerpost::pack::read(&fingerpost::store::embedded()).pack.expect("the England pack is sound")
}

fn circumstances(role: RoleId, ruleset: Ruleset) -> Circumstances {
    let person = Person {
        role,
        served: Weeks::ZERO,
        have: std::collections::BTreeSet::new(),
        hours_per_week: Decimal::whole(5),
        waived: std::collections::BTreeSet::new(),
        record: Record::RoleOnly,
    };
    Circumstances { person, ruleset, moves: MovesAllowed::Usual, terms: None }
}

/// Somebody at a role, a post on the way of some of those who go on to a board, and that board role.
fn prospects(pack: &Pack, ruleset: Ruleset, count: usize) -> Vec<Prospect> {
    let top = pack.role_ids().map(|role| pack.role(role).level).max().expect("a role");
    let reached = |role: RoleId| -> Vec<RoleId> {
        reach(pack, &circumstances(role, ruleset)).iter().map(|reached| reached.role).collect()
    };
    let ids: Vec<RoleId> = pack.role_ids().collect();
    let mut prospects = Vec::new();
    // A stride that is prime to the number of roles visits them all in an order that is no order of theirs.
    for at in 0..ids.len() {
        let here = ids[at * 37 % ids.len()];
        let ahead = reached(here);
        let middle: Vec<RoleId> = ahead.iter().copied().filter(|role| pack.role(*role).level < top).collect();
        let Some(post) = middle.get(middle.len() * (at % 7) / 7) else { continue };
        let after = reached(*post);
        let targets: Vec<RoleId> =
            after.into_iter().filter(|role| pack.role(*role).level == top && ahead.contains(role)).collect();
        let Some(target) = targets.get(targets.len() * (at % 5) / 5) else { continue };
        let criteria = vec![Criterion::Weeks, Criterion::Moves, Criterion::StudyHours, Criterion::Pay];
        prospects.push(Prospect {
            circumstances: circumstances(here, ruleset),
            role: *post,
            target: *target,
            criteria,
        });
        if prospects.len() == count {
            break;
        }
    }
    prospects
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn line(name: &str, mut times: Vec<(Duration, String)>) {
    times.sort();
    let at = |place: usize| ms(times[place.min(times.len() - 1)].0);
    println!(
        "{name:<34} {:>5} {:>10.2} {:>9.2} {:>11.2}   {}",
        times.len(),
        at(times.len() / 2),
        at(times.len() * 95 / 100),
        at(times.len() - 1),
        times[times.len() - 1].1
    );
}

fn main() {
    let pack = england();
    println!("{:<34} {:>5} {:>10} {:>9} {:>11}", "", "pairs", "median ms", "95th ms", "slowest ms");
    for ruleset in Ruleset::ALL {
        let prospects = prospects(&pack, ruleset, 50);
        let named = |prospect: &Prospect| {
            let slug = |role: RoleId| pack.role(role).slug.to_string();
            format!(
                "{} by {} to {}",
                slug(prospect.circumstances.person.role),
                slug(prospect.role),
                slug(prospect.target)
            )
        };
        let offered = Offered {
            protected_study: Decimal::whole(4),
            tenure: Weeks(26),
            premium: 5_000,
            given: std::collections::BTreeSet::new(),
        };
        let timed = |ask: &dyn Fn(&Prospect)| {
            let one = |prospect: &Prospect| {
                let begun = Instant::now();
                ask(prospect);
                (begun.elapsed(), named(prospect))
            };
            prospects.iter().map(one).collect::<Vec<_>>()
        };
        line(&format!("{ruleset:?}: verdict"), timed(&|prospect| drop(verdict(&pack, prospect, &offered))));
        let mut needed = 0;
        for goal in [Goal::OnTheFront, Goal::BestBy(Criterion::Weeks)] {
            line(&format!("{ruleset:?}: smallest, {goal:?}"), timed(&|prospect| drop(smallest(&pack, prospect, goal))));
            needed += prospects.iter().filter(|prospect| smallest(&pack, prospect, goal) != Smallest::Nothing).count();
        }
        println!("something is needed in {needed} of {}", 2 * prospects.len());
    }
}
