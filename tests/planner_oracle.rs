//! The planner against an exhaustive search on small random packs: fronts, reach and alternatives have to be equal.
//!
//! `FINGERPOST_CASES` sets how many worlds are asked about, `FINGERPOST_SEED` where to begin. A difference is shown on
//! the smallest world that still has it.

#[expect(dead_code, reason = "each test uses its part of the oracle")]
mod oracle;

use std::collections::BTreeMap;
use std::fmt::Write;

use fingerpost::domain::planner;
use oracle::alternatives;
use oracle::ask::Desk;
use oracle::course::Course;
use oracle::exhaustive::{Arrival, Everything};
use oracle::front::{DEFAULT, PAY_SETS, SETS, front};
use oracle::interest;
use oracle::replay;
use oracle::rules::{Asker, RULESETS, Terms, World};
use oracle::shrink::shrink;
use oracle::trip::Trip;
use oracle::worlds::Case;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn seeds(cases: u64) -> std::ops::Range<u64> {
    let first = number("FINGERPOST_SEED", 0);
    first..first + cases
}

/// Something in which the planner and the oracle differ: what sort of thing, and all about it.
struct Difference {
    kind: String,
    detail: String,
}

/// Runs `difference` over all cases and rulesets. What it finds is counted by kind, and the first of each kind is made
/// small and shown.
fn compare(difference: impl Fn(&Desk, &Case, &Asker, &Everything) -> Option<Difference>) {
    compare_in(Case::new, difference);
}

/// The same in worlds made otherwise.
fn compare_in(
    world: impl Fn(u64) -> Case,
    difference: impl Fn(&Desk, &Case, &Asker, &Everything) -> Option<Difference>,
) {
    let judge = |case: &Case, ruleset: &'static str| {
        let asker = case.under(ruleset);
        let all = Everything::of(&case.world, &asker)?;
        let pack = case.tables.pack();
        difference(&Desk { pack: &pack, world: &case.world }, case, &asker, &all)
    };
    let mut found: BTreeMap<String, Vec<(u64, &'static str)>> = BTreeMap::new();
    for seed in seeds(number("FINGERPOST_CASES", 1000)) {
        for ruleset in RULESETS {
            if let Some(difference) = judge(&world(seed), ruleset) {
                found.entry(difference.kind).or_default().push((seed, ruleset));
            }
        }
    }
    let mut report = String::new();
    for (kind, cases) in &found {
        let (seed, ruleset) = cases[0];
        let same = |case: &Case| judge(case, ruleset).is_some_and(|difference| difference.kind == *kind);
        let small = shrink(world(seed), &same);
        let detail = judge(&small, ruleset).map_or(String::new(), |difference| difference.detail);
        let shown = &cases[..cases.len().min(20)];
        let _ = write!(report, "\n== {kind}: {} cases, {shown:?}\n{ruleset}: {detail}\n{}", cases.len(), small.text());
    }
    assert!(found.is_empty(), "{report}");
}

/// What is wrong with the planner's front for one target and one set of criteria, if anything.
fn wrong_front(desk: &Desk, asker: &Asker, all: &Everything, target: usize, criteria: &[&str]) -> Option<Difference> {
    wrong_front_by(Course::Any, desk, asker, all, target, criteria)
}

/// The same for the routes of one course: of all there are, the others are left out before the front is taken.
fn wrong_front_by(
    course: Course,
    desk: &Desk,
    asker: &Asker,
    all: &Everything,
    target: usize,
    criteria: &[&str],
) -> Option<Difference> {
    let vector = |arrival: &Arrival| arrival.totals.vector(criteria);
    let mut arrivals = all.arrivals(target);
    arrivals.retain(|arrival| course.admits(&arrival.seen));
    let expected: Vec<Vec<i64>> = front(arrivals.iter().map(vector)).into_iter().collect();
    let answer = planner::routes(desk.pack, &desk.question_by(course, asker, target, criteria, 0));
    let trips = desk.trips(&answer.routes);
    let got: Vec<Vec<i64>> = trips.iter().map(|trip| trip.totals.vector(criteria)).collect();
    let id = &desk.world.roles[target].id;
    if got != expected {
        let missing = expected.iter().filter(|vector| !got.contains(vector));
        let ways = missing.filter_map(|missing| arrivals.iter().find(|arrival| vector(arrival) == *missing));
        let ours: String = ways.map(|arrival| all.trip(arrival).text(desk.world)).collect();
        let theirs: String = trips.iter().map(|trip| trip.text(desk.world)).collect();
        return Some(Difference {
            kind: format!("front over {}", criteria.join(",")),
            detail: format!("{course:?} to {id} {got:?} instead of {expected:?}\nplanner:\n{theirs}missing:\n{ours}"),
        });
    }
    if let Some(astray) = trips.iter().find(|trip| !course.admits(&trip.roles())) {
        return Some(Difference { kind: "astray".into(), detail: format!("{course:?}: {}", astray.text(desk.world)) });
    }
    if answer.blocked.is_some() != expected.is_empty() {
        let detail = format!("to {id}: {} routes and blocked {:?}", expected.len(), answer.blocked);
        return Some(Difference { kind: "blocked".into(), detail });
    }
    trips.iter().find_map(|trip| {
        let fault = replay::replay(desk.world, asker, target, trip).err()?;
        let detail = format!("to {id} over {criteria:?}: {fault}\n{}", trip.text(desk.world));
        Some(Difference { kind: sort_of(&fault), detail })
    })
}

/// The sort of fault a replay finds: its last words, which name no item.
fn sort_of(fault: &str) -> String {
    let words: Vec<&str> = fault.split(' ').collect();
    format!("replay: {}", words[words.len().saturating_sub(3)..].join(" "))
}

#[test]
fn fronts_are_those_of_an_exhaustive_search() {
    compare(|desk, case, asker, all| {
        let sets = || SETS.iter().find_map(|criteria| wrong_front(desk, asker, all, case.target(), criteria));
        let others = || {
            let roles = (0..case.world.roles.len()).filter(|role| *role != asker.role && *role != case.target());
            roles.into_iter().find_map(|target| wrong_front(desk, asker, all, target, &DEFAULT))
        };
        sets().or_else(others)
    });
}

/// By way of each role, and clear of each.
fn courses(case: &Case) -> impl Iterator<Item = Course> {
    (0..case.world.roles.len()).flat_map(|role| [Course::Through(role), Course::Avoiding(role)])
}

#[test]
fn routes_by_way_of_a_role_and_clear_of_it_are_those_of_an_exhaustive_search() {
    compare(|desk, case, asker, all| {
        let wrong = |course, criteria: &[&str]| wrong_front_by(course, desk, asker, all, case.target(), criteria);
        let other = SETS[usize::try_from(case.seed).expect("a small seed") % SETS.len()];
        courses(case).find_map(|course| wrong(course, &DEFAULT).or_else(|| wrong(course, other)))
    });
}

#[test]
fn alternatives_keep_to_the_course() {
    compare(|desk, case, asker, all| {
        let role = usize::try_from(case.seed).expect("a small seed") % case.world.roles.len();
        [Course::Through(role), Course::Avoiding(role)].into_iter().find_map(|course| {
            let answer = planner::routes(desk.pack, &desk.question_by(course, asker, case.target(), &DEFAULT, 3));
            let [routes, others] = [desk.trips(&answer.routes), desk.trips(&answer.alternatives)];
            let agreed =
                alternatives::agree(all, asker, (course, case.target()), &routes, &others, 3, &DEFAULT).err()?;
            let detail: String = routes.iter().chain(&others).map(|trip| trip.text(&case.world)).collect();
            Some(Difference { kind: "alternatives".into(), detail: format!("{course:?}: {agreed}\n{detail}") })
        })
    });
}

#[test]
fn routes_on_a_posts_terms_are_those_of_an_exhaustive_search() {
    compare_in(Case::with_terms, |desk, case, asker, all| {
        let sets = SETS.iter().chain(&PAY_SETS);
        let post = asker.terms.as_ref().expect("worlds with terms").role;
        let by = |course, criteria: &[&str]| wrong_front_by(course, desk, asker, all, case.target(), criteria);
        let through = || by(Course::Through(post), &["weeks", "study_hours", "pay_gbp"]);
        sets.into_iter().find_map(|criteria| by(Course::Any, criteria)).or_else(through)
    });
}

#[test]
fn reach_on_a_posts_terms_is_that_of_an_exhaustive_search() {
    compare_in(Case::with_terms, wrong_reach);
}

/// How often each part of the terms is made use of on a front, of how many askers.
#[test]
fn the_terms_are_worth_asking_about() {
    type Take = fn(&mut Terms);
    let less: [(&str, Take); 4] = [
        ("protected study", |terms| terms.protected_study = 0),
        ("training given", |terms| terms.given.clear()),
        ("tenure", |terms| terms.tenure = 0),
        ("premium", |terms| terms.premium = 0),
    ];
    let criteria = ["weeks", "study_hours", "pay_gbp"];
    let mut counts = [0; 4];
    let vectors = |case: &Case, asker: &Asker| {
        let all = Everything::of(&case.world, asker)?;
        Some(front(all.arrivals(case.target()).iter().map(|arrival| arrival.totals.vector(&criteria))))
    };
    let cases: Vec<Case> = seeds(300).map(Case::with_terms).collect();
    for case in &cases {
        let asker = case.under("advised");
        for ((_, take), count) in less.iter().zip(&mut counts) {
            let mut poorer = asker.clone();
            take(poorer.terms.as_mut().expect("worlds with terms"));
            *count += usize::from(vectors(case, &asker) != vectors(case, &poorer));
        }
    }
    println!("{counts:?} of {}", cases.len());
    for ((what, _), count) in less.iter().zip(counts) {
        assert!(count * 100 >= cases.len() * 3, "{what} changes only {count} of {}", cases.len());
    }
}

#[test]
fn reach_is_that_of_an_exhaustive_search() {
    compare(wrong_reach);
}

fn wrong_reach(desk: &Desk, case: &Case, asker: &Asker, all: &Everything) -> Option<Difference> {
    let mut expected = all.reach();
    expected.sort_by_key(|(role, weeks, _)| (*weeks, case.world.roles[*role].id.clone()));
    let got = desk.reach(asker);
    (got != expected).then(|| Difference { kind: "reach".into(), detail: format!("{got:?} instead of {expected:?}") })
}

#[test]
fn alternatives_are_really_different_and_the_best_of_those() {
    compare(|desk, case, asker, all| {
        let answer = desk.routes(asker, case.target(), &DEFAULT, 3);
        let [routes, others] = [desk.trips(&answer.routes), desk.trips(&answer.alternatives)];
        // A front that is wrong is the other test's matter.
        if wrong_front(desk, asker, all, case.target(), &DEFAULT).is_some_and(|wrong| wrong.kind.starts_with("front")) {
            return None;
        }
        let text = || -> String { routes.iter().chain(&others).map(|trip| trip.text(&case.world)).collect() };
        let replayed = others.iter().try_for_each(|trip| replay::replay(&case.world, asker, case.target(), trip));
        let agreed = alternatives::agree(all, asker, (Course::Any, case.target()), &routes, &others, 3, &DEFAULT);
        let kind = agreed.as_ref().map_or_else(|_| "alternatives".into(), |()| "alternatives, replayed".into());
        let fault = agreed.and(replayed).err()?;
        Some(Difference { kind, detail: format!("{fault}\n{}", text()) })
    });
}

#[test]
fn from_a_role_to_itself_there_is_one_route_of_zeros() {
    for seed in seeds(50) {
        let case = Case::new(seed);
        let pack = case.tables.pack();
        let desk = Desk { pack: &pack, world: &case.world };
        let trips = desk.trips(&desk.routes(&case.asker, case.asker.role, &DEFAULT, 2).routes);
        let vectors: Vec<_> = trips.iter().map(|trip| trip.totals.vector(&DEFAULT)).collect();
        assert_eq!(vectors, [[0, 0, 0]], "{}", case.text());
    }
}

#[test]
fn what_the_search_finds_stands_the_replay() {
    for seed in seeds(150) {
        let case = Case::new(seed);
        for ruleset in RULESETS {
            let asker = case.under(ruleset);
            let Some(all) = Everything::of(&case.world, &asker) else { continue };
            for arrival in &all.arrivals(case.target()) {
                let trip = all.trip(arrival);
                let stands = replay::stands(&case.world, &asker, case.target(), &trip);
                assert_eq!(stands, Ok(()), "{ruleset}: {}{}", trip.text(&case.world), case.text());
            }
        }
    }
}

/// The front's routes, or nothing when the world is too much.
fn front_trips(case: &Case, asker: &Asker) -> Option<Vec<Trip>> {
    let all = Everything::of(&case.world, asker)?;
    let arrivals = all.arrivals(case.target());
    let best = front(arrivals.iter().map(|arrival| arrival.totals.vector(&DEFAULT)));
    let with = |vector: &Vec<i64>| arrivals.iter().find(|arrival| arrival.totals.vector(&DEFAULT) == *vector);
    Some(best.iter().filter_map(with).map(|arrival| all.trip(arrival)).collect())
}

#[test]
fn the_worlds_are_worth_asking_about() {
    type Interest = fn(&World, &Asker, &Trip) -> bool;
    let interests: [(&str, Interest, usize); 5] = [
        ("a grant awaited", interest::awaits_a_grant, 5),
        ("a study on a grant of its stint", interest::studies_on_a_grant_of_the_stint, 3),
        ("a study on a check", interest::studies_on_a_check, 3),
        ("a row waived", interest::is_waived_something, 2),
        ("study ahead of time", |_, _, trip| interest::studies_ahead(trip), 10),
    ];
    let (mut asked, mut too_much, mut routed, mut several) = (0, 0, 0, 0);
    let mut counts = [0; 5];
    for seed in seeds(300) {
        let case = Case::new(seed);
        for asker in RULESETS.map(|ruleset| case.under(ruleset)) {
            asked += 1;
            let Some(trips) = front_trips(&case, &asker) else {
                too_much += 1;
                continue;
            };
            routed += usize::from(!trips.is_empty());
            several += usize::from(trips.len() > 1);
            for ((_, holds, _), count) in interests.iter().zip(&mut counts) {
                *count += usize::from(trips.iter().any(|trip| holds(&case.world, &asker, trip)));
            }
        }
    }
    println!("{asked} asked, {too_much} too much, {routed} routed, {several} several, {counts:?}");
    assert!(too_much * 50 <= asked, "{too_much} of {asked} are too much for the search");
    assert!(routed * 100 >= asked * 60, "{routed} of {asked} have a route");
    assert!(routed * 100 <= asked * 90, "{routed} of {asked} have a route");
    assert!(several * 100 >= asked * 15, "{several} of {asked} have two or more routes");
    for ((what, _, percent), count) in interests.iter().zip(counts) {
        assert!(count * 100 >= asked * percent, "{what}: {count} of {asked}");
    }
}

#[test]
fn every_column_changes_some_answers() {
    let columns = [
        ("training", "level_min", "", 2),
        ("training", "requires", "", 5),
        ("training", "status", "running", 5),
        ("training", "months", "", 10),
        ("training", "hours", "", 10),
        ("training", "kind", "programme", 10),
        ("moves", "usual", "", 5),
        ("moves", "years_min", "", 25),
        ("grants", "years", "", 5),
        ("requirements", "force", "required", 10),
        ("roles", "level", "1", 5),
        ("roles", "starting_point", "yes", 1),
    ];
    let cases: Vec<Case> = seeds(200).map(Case::new).collect();
    let vectors = |case: &Case| -> Vec<Vec<Vec<i64>>> {
        let trips = RULESETS.map(|ruleset| front_trips(case, &case.under(ruleset)).unwrap_or_default());
        trips.iter().map(|trips| trips.iter().map(|trip| trip.totals.vector(&DEFAULT)).collect()).collect()
    };
    let before: Vec<_> = cases.iter().map(vectors).collect();
    for (table, column, value, percent) in columns {
        let differs = |(case, before): &(&Case, &Vec<Vec<Vec<i64>>>)| {
            let mut tables = case.tables.clone();
            tables.sheet_mut(table).fill(column, value);
            vectors(&case.in_tables(tables)) != **before
        };
        let changed = cases.iter().zip(&before).filter(differs).count();
        println!("{table}.{column} = `{value}` changes {changed} of {}", cases.len());
        assert!(changed * 100 >= cases.len() * percent, "{table}.{column} changes only {changed} of {}", cases.len());
    }
}
