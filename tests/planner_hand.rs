//! Small worlds written and worked out by hand. Each is put to the exhaustive search and to the planner.
//!
//! Months and hours are chosen so that weeks are easy: at 5 hours a week 50 hours take 10 weeks; 3 months take
//! ceil(3 × 52 / 12) = 13 weeks; a quarter of a year is 13 weeks.

#[expect(dead_code, reason = "each test uses its part of the oracle")]
mod oracle;

use oracle::ask::Desk;
use oracle::exhaustive::Everything;
use oracle::front::{DEFAULT, front};
use oracle::number::MILLION;
use oracle::replay;
use oracle::rules::{Asker, World};
use oracle::tables::Tables;
use oracle::trip::Trip;

const TOML: &str = r#"
id = "hand"
title = "Worked out by hand"
edition = "1"
levels = [{ id = 1, title = "One" }, { id = 2, title = "Two" }, { id = 3, title = "Three" }, { id = 4, title = "Four" }]
families = [{ id = "all", title = "All" }]
[assumptions]
hours_per_week = 5
[assumptions.study.programme]
weeks = 8
hours = 30
"#;

/// A world, and the way from `nurse` to `chief` at 5 hours a week.
struct Hand {
    tables: Tables,
    world: World,
    asker: Asker,
}

impl Hand {
    fn new(tables: &[(&'static str, &str)]) -> Self {
        let tables = Tables::written(TOML, tables);
        let world = World::read(&tables);
        let asker = Asker {
            role: world.role("nurse"),
            served: 0,
            have: Vec::new(),
            hours_per_week: 5 * MILLION,
            profile: false,
            exceptional: false,
            ruleset: "today",
            terms: None,
        };
        Self { tables, world, asker }
    }

    fn under(mut self, ruleset: &'static str) -> Self {
        self.asker.ruleset = ruleset;
        self
    }

    /// Both find this front: weeks, moves and whole hours of study.
    fn has_front(&self, expected: &[[i64; 3]]) -> Vec<Trip> {
        let target = self.world.role("chief");
        let in_millionths = |[weeks, moves, hours]: &[i64; 3]| vec![*weeks, *moves, hours * MILLION];
        let expected: Vec<Vec<i64>> = expected.iter().map(in_millionths).collect();

        let all = Everything::of(&self.world, &self.asker).expect("a small world");
        let found = front(all.arrivals(target).iter().map(|arrival| arrival.totals.vector(&DEFAULT)));
        assert_eq!(found.into_iter().collect::<Vec<_>>(), expected, "the exhaustive search");

        let pack = self.tables.pack();
        let desk = Desk { pack: &pack, world: &self.world };
        let trips = desk.trips(&desk.routes(&self.asker, target, &DEFAULT, 0).routes);
        let planned: Vec<Vec<i64>> = trips.iter().map(|trip| trip.totals.vector(&DEFAULT)).collect();
        assert_eq!(planned, expected, "the planner");
        for trip in &trips {
            let replayed = replay::replay(&self.world, &self.asker, target, trip);
            assert_eq!(replayed, Ok(()), "{}", trip.text(&self.world));
        }
        trips
    }

    /// What is studied in each step, by id and weeks.
    fn studied(&self, trip: &Trip) -> Vec<(String, i64, i64)> {
        let studies = trip.stints.iter().flat_map(|stint| &stint.study);
        studies.map(|s| (self.world.items[s.item].id.clone(), s.start, s.end)).collect()
    }
}

const LADDER: &str = "
    id     | level
    nurse  | 1
    matron | 2
    chief  | 3";

#[test]
fn one_of_two_programmes_will_do() {
    let hand = Hand::new(&[
        ("roles", LADDER),
        (
            "moves",
            "from   | to     | years_min
             nurse  | matron | 0.5
             matron | chief  | ",
        ),
        (
            "training",
            "id    | obtain | months | hours
             quick | study  |        | 200
             slow  | study  | 12     | 50",
        ),
        (
            "requirements",
            "role  | requires
             chief | quick or slow",
        ),
    ]);
    // quick: 200 / 5 = 40 weeks, longer than the half year (26) with the nurses; matron at once afterwards: 40 weeks.
    // slow: 12 months are 52 weeks, but only 50 hours. Two routes, neither better than the other.
    hand.has_front(&[[40, 2, 200], [52, 2, 50]]);
}

#[test]
fn a_programme_opens_one_level_below_its_own() {
    let hand = Hand::new(&[
        (
            "roles",
            "id     | level
             nurse  | 1
             matron | 2
             acting | 1
             chief  | 4",
        ),
        (
            "moves",
            "from   | to     | years_min
             nurse  | matron | 1
             nurse  | acting | 0.25
             matron | chief  | 0
             acting | chief  | 0",
        ),
        (
            "training",
            "id     | obtain | level_min | hours
             senior | study  | 3         | 50",
        ),
        (
            "requirements",
            "role  | requires
             chief | senior",
        ),
    ]);
    // senior is for level 3: it can begin at level 2, so with the matrons but neither as a nurse nor acting.
    // A year (52) to matron, then 10 weeks of study. By way of acting there is no route at all.
    let trips = hand.has_front(&[[62, 2, 50]]);
    assert_eq!(hand.studied(&trips[0]), [("senior".to_owned(), 52, 62)]);
}

#[test]
fn one_stays_for_experience_that_a_later_role_asks_for() {
    let hand = Hand::new(&[
        ("roles", LADDER),
        (
            "moves",
            "from   | to     | years_min
             nurse  | matron | 0.25
             matron | chief  | 0.25
             nurse  | chief  | 3",
        ),
        (
            "training",
            "id       | obtain | hours
             led-team | held   |",
        ),
        (
            "grants",
            "role   | fact     | years
             nurse  | led-team | 1
             matron | led-team | 0.75
             chief  | led-team |",
        ),
        (
            "requirements",
            "role  | requires
             chief | led-team",
        ),
    ]);
    // Staying with the nurses for the year: 52 + 13 = 65. Leaving after 13 and staying with the matrons for three
    // quarters: 13 + 39 = 52, the faster of the two. Straight: 156 weeks, one move. What a chief is given at once does
    // not serve to become one.
    let trips = hand.has_front(&[[52, 2, 0], [156, 1, 0]]);
    assert_eq!(trips[0].stints[1].leave.map(|(week, _)| week), Some(52));
}

#[test]
fn study_that_needs_experience_of_the_same_stint_waits_for_it() {
    let hand = Hand::new(&[
        (
            "roles",
            "id    | level
             nurse | 1
             chief | 2",
        ),
        (
            "moves",
            "from  | to    | years_min
             nurse | chief | 0.25",
        ),
        (
            "training",
            "id       | obtain | hours | requires
             led-team | held   |       |
             coaching | study  | 50    | led-team
             basics   | study  | 40    |",
        ),
        (
            "grants",
            "role  | fact     | years
             nurse | led-team | 0.5",
        ),
        (
            "requirements",
            "role  | requires
             chief | coaching and basics",
        ),
    ]);
    // basics in weeks 0 to 8 (40 / 5), a wait until the half year at 26, coaching until 36: the years (13) are over.
    let trips = hand.has_front(&[[36, 1, 90]]);
    assert_eq!(hand.studied(&trips[0])[1], ("coaching".to_owned(), 26, 36));
}

#[test]
fn time_served_counts_but_study_begins_now() {
    let mut hand = Hand::new(&[
        (
            "roles",
            "id    | level
             nurse | 1
             chief | 2",
        ),
        (
            "moves",
            "from  | to    | years_min
             nurse | chief | 1",
        ),
        (
            "training",
            "id       | obtain | hours | requires
             led-team | held   |       |
             coaching | study  | 50    | led-team",
        ),
        (
            "grants",
            "role  | fact     | years
             nurse | led-team | 0.5",
        ),
        (
            "requirements",
            "role  | requires
             chief | coaching",
        ),
    ]);
    // 20 weeks are served. The half year is over in 6 more; 10 of study; the year only in week 32.
    hand.asker.served = 20;
    hand.has_front(&[[32, 1, 50]]);
    // 45 served: led-team is held from the start; the year would be over in 7, the study takes 10.
    hand.asker.served = 45;
    hand.has_front(&[[10, 1, 50]]);
}

#[test]
fn of_parallel_moves_the_shorter_is_taken_and_an_exceptional_one_only_when_allowed() {
    let mut hand = Hand::new(&[
        ("roles", LADDER),
        (
            "moves",
            "from   | to     | kind       | years_min | usual
             nurse  | matron | promotion  | 1         |
             nurse  | matron | secondment | 0.5       | yes
             matron | nurse  | lateral    | 0         |
             matron | chief  | promotion  | 0.25      |
             nurse  | chief  | promotion  | 0.25      | no",
        ),
    ]);
    hand.has_front(&[[39, 2, 0]]);
    hand.asker.exceptional = true;
    hand.has_front(&[[13, 1, 0]]);
}

#[test]
fn a_check_serves_a_study_and_is_listed() {
    let hand = Hand::new(&[
        (
            "roles",
            "id    | level
             nurse | 1
             chief | 2",
        ),
        (
            "moves",
            "from  | to
             nurse | chief",
        ),
        (
            "training",
            "id        | obtain | hours | requires | status
             basics    | study  | 10    |          |
             appraisal | check  | 500   | basics   |
             gone      | check  |       |          | retired
             academy   | study  |       | appraisal |",
        ),
        (
            "requirements",
            "role  | requires
             chief | academy or gone",
        ),
    ]);
    // basics 2 weeks; the appraisal takes no time, whatever its row says; academy has neither months nor hours: the
    // programme's 8 weeks and 30 hours. The other check is retired.
    let trips = hand.has_front(&[[10, 1, 40]]);
    assert_eq!(trips[0].stints[0].checks, [hand.world.item("appraisal")]);
}

#[test]
fn a_recommendation_that_nobody_could_meet_is_waived_and_another_is_not() {
    let tables = [
        (
            "roles",
            "id    | level
             nurse | 1
             chief | 2",
        ),
        (
            "moves",
            "from  | to    | years_min
             nurse | chief | 0.25",
        ),
        (
            "training",
            "id      | obtain | hours | requires | status
             paused  | study  | 10    |          | paused
             after   | study  | 10    | paused   |
             course  | study  | 100   |          |
             planned | study  | 200   |          | in-development",
        ),
        (
            "requirements",
            "role  | requires         | force
             chief | after            | recommended
             chief | course or paused | recommended
             chief | planned          | proposed",
        ),
    ];
    // Today nothing is required: a quarter of a year. As advised, `after` hangs on a paused programme and is waived,
    // while the course, 20 weeks, is not. Under the review only what is proposed counts, and it can be started: 40 weeks.
    Hand::new(&tables).has_front(&[[13, 1, 0]]);
    Hand::new(&tables).under("advised").has_front(&[[20, 1, 100]]);
    Hand::new(&tables).under("review").has_front(&[[40, 1, 200]]);
}

#[test]
fn study_is_begun_in_the_stint_before_because_it_fits_the_slack() {
    let hand = Hand::new(&[
        ("roles", LADDER),
        (
            "moves",
            "from   | to     | years_min
             nurse  | matron | 0.5
             matron | chief  | 0.25",
        ),
        (
            "training",
            "id     | obtain | hours
             first  | study  | 60
             second | study  | 100",
        ),
        (
            "requirements",
            "role  | requires
             chief | first and second",
        ),
    ]);
    // 12 and 20 weeks. 26 weeks with the nurses, 13 with the matrons: the 20 fit with the nurses and the 12 with the
    // matrons, so nothing is lost. The other way round would take 26 + 20, both at the end 26 + 32.
    let trips = hand.has_front(&[[39, 2, 160]]);
    assert_eq!(hand.studied(&trips[0])[0].0, "second");
}

#[test]
fn what_the_role_held_requires_is_taken_as_held_unless_there_is_a_profile() {
    let mut hand = Hand::new(&[
        (
            "roles",
            "id    | level
             nurse | 1
             chief | 2",
        ),
        (
            "moves",
            "from  | to
             nurse | chief",
        ),
        (
            "training",
            "id      | obtain | hours
             pin     | held   |
             diploma | study  | 50
             degree  | study  | 100",
        ),
        (
            "requirements",
            "role  | requires                            | force
             nurse | pin and (diploma or degree)         | required
             nurse | diploma                             | proposed
             chief | pin and diploma                     | required",
        ),
    ]);
    // The registration is certain; which of the two qualifications is not, and what is only proposed proves nothing.
    hand.has_front(&[[10, 1, 50]]);
    // A profile that does not name the registration does not have it, and nobody gives it.
    hand.asker.profile = true;
    hand.has_front(&[]);
}
