//! Every route the planner gives on the England pack is replayed step by step from the tables.
//!
//! At 5 hours a week every pair of roles is asked, under each ruleset; at 1 and 15 hours every so many of them, spread
//! evenly over the pack. `FINGERPOST_EVERY=1` asks them all at every pace. Every fifth question allows exceptional moves.

#[expect(dead_code, reason = "each test uses its part of the oracle")]
mod oracle;

use fingerpost::domain::Pack;
use oracle::ask::Desk;
use oracle::front::{DEFAULT, at_least_as_good};
use oracle::number::MILLION;
use oracle::replay::replay;
use oracle::rules::{Asker, World};
use oracle::tables::Tables;

struct England {
    pack: Pack,
    world: World,
}

impl England {
    fn read() -> Self {
        let tables = Tables::england();
        Self { pack: tables.pack(), world: World::read(&tables) }
    }

    /// Asks for routes between every `step`-th pair of roles and replays them; the numbers of pairs and routes.
    fn replay_pairs(&self, ruleset: &'static str, hours: i64, step: usize) -> (usize, usize) {
        let desk = Desk { pack: &self.pack, world: &self.world };
        let roles = self.world.roles.len();
        let (mut pairs, mut routes) = (0, 0);
        // The offset keeps the pairs asked at different hours apart.
        for pair in (usize::try_from(hours).expect("hours") % step..roles * roles).step_by(step) {
            let asker = Asker {
                role: pair / roles,
                served: 0,
                have: Vec::new(),
                hours_per_week: hours * MILLION,
                profile: false,
                exceptional: pair % 5 == 0,
                ruleset,
                terms: None,
            };
            pairs += 1;
            routes += self.replay_pair(&desk, &asker, pair % roles);
        }
        (pairs, routes)
    }

    fn replay_pair(&self, desk: &Desk, asker: &Asker, target: usize) -> usize {
        let answer = desk.routes(asker, target, &DEFAULT, 0);
        let trips = desk.trips(&answer.routes);
        let question = || format!("{} to {}, {asker:?}", self.world.roles[asker.role].id, self.world.roles[target].id);
        assert_eq!(answer.blocked.is_some(), trips.is_empty(), "{}", question());
        for trip in &trips {
            let fault = replay(&self.world, asker, target, trip);
            assert_eq!(fault, Ok(()), "{}\n{}", question(), trip.text(&self.world));
        }
        let vectors: Vec<Vec<i64>> = trips.iter().map(|trip| trip.totals.vector(&DEFAULT)).collect();
        assert!(vectors.is_sorted(), "{}: {vectors:?}", question());
        for (at, vector) in vectors.iter().enumerate() {
            let beaten = vectors.iter().enumerate().any(|(other, v)| other != at && at_least_as_good(v, vector));
            assert!(!beaten, "{}: {vectors:?}", question());
        }
        trips.len()
    }
}

/// Every how many pairs, unless told to ask more.
fn every(step: usize) -> usize {
    std::env::var("FINGERPOST_EVERY").ok().and_then(|text| text.parse().ok()).unwrap_or(step)
}

fn stand(ruleset: &'static str, steps: [(i64, usize); 3]) {
    let england = England::read();
    for (hours, step) in steps {
        let (pairs, routes) = england.replay_pairs(ruleset, hours, every(step));
        println!("{ruleset} at {hours} hours a week: {pairs} pairs, {routes} routes");
        assert!(routes * 4 > pairs, "only {routes} routes between {pairs} pairs");
    }
}

#[test]
fn routes_under_todays_rules_stand() {
    stand("today", [(5, 1), (1, 13), (15, 13)]);
}

#[test]
fn routes_as_advised_stand() {
    stand("advised", [(5, 1), (1, 29), (15, 29)]);
}

#[test]
fn routes_under_the_review_stand() {
    stand("review", [(5, 1), (1, 29), (15, 29)]);
}
