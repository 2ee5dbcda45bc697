//! How long the planner takes on the England pack: every pair of roles under every ruleset (a table), then single
//! questions under divan.
//!
//! `cargo bench --bench planner` prints both. `FINGERPOST_PAIRS=n` looks at every n-th pair only.

use std::time::{Duration, Instant};

use fingerpost::domain::Pack;
use fingerpost::domain::id::RoleId;
use fingerpost::domain::person::{Person, Record};
use fingerpost::domain::planner::{Circumstances, Course, Criterion, MovesAllowed, Question, reach, routes};
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

fn question(from: RoleId, target: RoleId, ruleset: Ruleset) -> Question {
    let criteria = Criterion::DEFAULT.to_vec();
    Question {
        circumstances: circumstances(from, ruleset),
        target,
        course: Course::Any,
        criteria,
        alternatives: 0,
        max: None,
    }
}

fn table(pack: &Pack) {
    let every: usize = std::env::var("FINGERPOST_PAIRS").ok().and_then(|n| n.parse().ok()).unwrap_or(1);
    println!("weeks,moves,study_hours, all role pairs  pairs  routed  front max   median ms   95th ms   slowest ms");
    for ruleset in Ruleset::ALL {
        let mut times: Vec<(Duration, RoleId, RoleId)> = Vec::new();
        let (mut routed, mut widest) = (0, 0);
        let pairs = pack.role_ids().flat_map(|from| pack.role_ids().map(move |to| (from, to)));
        for (from, to) in pairs.filter(|(from, to)| from != to).step_by(every.max(1)) {
            let question = question(from, to, ruleset);
            let begun = Instant::now();
            let answer = routes(pack, &question);
            times.push((begun.elapsed(), from, to));
            routed += usize::from(!answer.routes.is_empty());
            widest = widest.max(answer.routes.len());
        }
        times.sort();
        let ms = |at: usize| times[at].0.as_secs_f64() * 1000.0;
        let (_, from, to) = times[times.len() - 1];
        println!(
            "{:<40} {:>6} {routed:>7} {widest:>10} {:>11.3} {:>9.3} {:>12.3}   {} to {}",
            ruleset.slug(),
            times.len(),
            ms(times.len() / 2),
            ms(times.len() * 95 / 100),
            ms(times.len() - 1),
            pack.role(from).slug,
            pack.role(to).slug,
        );
    }
    for ruleset in Ruleset::ALL {
        let mut times: Vec<Duration> = pack
            .role_ids()
            .map(|role| {
                let circumstances = circumstances(role, ruleset);
                let begun = Instant::now();
                divan::black_box(reach(pack, &circumstances));
                begun.elapsed()
            })
            .collect();
        times.sort();
        let ms = |at: usize| times[at].as_secs_f64() * 1000.0;
        println!(
            "reach {:<10} median {:.3} ms, slowest {:.3} ms",
            ruleset.slug(),
            ms(times.len() / 2),
            ms(times.len() - 1)
        );
    }
}

#[divan::bench(args = ["today", "advised", "review"])]
fn nurse_to_chief_executive(bencher: divan::Bencher<'_, '_>, ruleset: &str) {
    let pack = england();
    let role = |slug| pack.find_role(slug).expect("a role of the pack");
    let ruleset = Ruleset::from_slug(ruleset).expect("a ruleset");
    let question = question(role("registered-nurse"), role("trust-chief-executive"), ruleset);
    bencher.bench(|| routes(&pack, &question));
}

fn main() {
    table(&england());
    divan::main();
}
