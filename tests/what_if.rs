//! *What would it take?* against plain trying out: at the amount that is named the goal is reached, at one less it is
//! not, and no set of training is smaller. Whether a goal is reached is asked of the exhaustive search, or, where every
//! amount is tried, of the planner's whole fronts.

#[expect(dead_code, reason = "each test uses its part of the oracle")]
mod oracle;

use std::collections::BTreeSet;

use fingerpost::domain::Pack;
use fingerpost::domain::offer::what_if::{MOST_STUDY_HOURS, verdict};
use fingerpost::domain::offer::{Goal, Least, Levers, Prospect, Smallest, smallest};
use fingerpost::domain::planner::{Criterion, Offered};
use fingerpost::domain::quantity::{Decimal, Weeks};
use oracle::ask::Desk;
use oracle::course::Course;
use oracle::exhaustive::Everything;
use oracle::front::at_least_as_good;
use oracle::number::MILLION;
use oracle::rules::{Asker, RULESETS, Terms};
use oracle::worlds::Case;

const CRITERIA: [&str; 4] = ["weeks", "moves", "study_hours", "pay_gbp"];

/// A person, a post in a world, and what they want of it.
struct Trial {
    case: Case,
    pack: Pack,
    asker: Asker,
    role: usize,
}

impl Trial {
    fn new(seed: u64) -> Self {
        let case = Case::with_terms(seed);
        let mut asker = case.under(RULESETS[usize::try_from(seed).expect("a small seed") % 3]);
        let role = asker.terms.take().expect("worlds with terms").role;
        Self { pack: case.tables.pack(), asker, role, case }
    }

    fn desk(&self) -> Desk<'_> {
        Desk { pack: &self.pack, world: &self.case.world }
    }

    fn prospect(&self) -> Prospect {
        let desk = self.desk();
        Prospect {
            circumstances: desk.circumstances(&self.asker),
            role: desk.role(self.role),
            target: desk.role(self.case.target()),
            criteria: CRITERIA.iter().map(|slug| Criterion::from_slug(slug).expect("a criterion")).collect(),
        }
    }

    fn terms(&self) -> Terms {
        Terms { role: self.role, protected_study: 0, given: Vec::new(), tenure: 0, premium: 0 }
    }

    /// Whether the goal is reached on these terms, by trying everything; nothing when that is too much.
    fn tried(&self, terms: Terms, goal: Goal) -> Option<bool> {
        let target = self.case.target();
        let vectors = |asker: &Asker, course: Course| -> Option<Vec<Vec<i64>>> {
            let criteria: Vec<&str> = match goal {
                Goal::OnTheFront => CRITERIA.to_vec(),
                Goal::BestBy(criterion) => vec![criterion.slug()],
            };
            let all = Everything::of(&self.case.world, asker)?.arrivals(target);
            let admitted = all.iter().filter(|arrival| course.admits(&arrival.seen));
            Some(admitted.map(|arrival| arrival.totals.vector(&criteria)).collect())
        };
        let without = vectors(&self.asker, Course::Avoiding(self.role))?;
        let on_terms = Asker { terms: Some(terms), ..self.asker.clone() };
        let through = vectors(&on_terms, Course::Through(self.role))?;
        let bettered = |one: &Vec<i64>| without.iter().any(|rival| rival != one && at_least_as_good(rival, one));
        Some(through.iter().any(|one| !bettered(one)))
    }

    /// Whether the verdict on this says so.
    fn judged(&self, offered: &Offered, goal: Goal) -> bool {
        let verdict = verdict(&self.pack, &self.prospect(), offered);
        match goal {
            Goal::OnTheFront => !verdict.on_the_front.is_empty(),
            Goal::BestBy(criterion) => verdict.best_by.contains(&criterion),
        }
    }

    /// Worlds without a pair are looked at in full only now and then.
    fn seed_is_sampled(&self) -> bool {
        self.case.seed.is_multiple_of(10)
    }

    fn text(&self) -> String {
        format!("by way of {}, {:?}\n{}", self.case.world.roles[self.role].id, self.asker, self.case.text())
    }
}

const GOALS: [Goal; 4] = [
    Goal::OnTheFront,
    Goal::BestBy(Criterion::Weeks),
    Goal::BestBy(Criterion::StudyHours),
    Goal::BestBy(Criterion::Pay),
];

/// Trials from a seed on in which nobody already stands in the role or wants it, so that there is something to find out.
fn trials(first: u64, count: u64) -> impl Iterator<Item = Trial> {
    let open = |trial: &Trial| trial.role != trial.asker.role && trial.role != trial.case.target();
    (first..first + count).map(Trial::new).filter(open)
}

/// One lever: the least that was found, an amount far beyond any limit, and how it is offered.
struct Lever {
    least: Option<i64>,
    beyond: i64,
    set: fn(&mut Terms, i64),
}

fn levers(found: &Levers) -> [Lever; 3] {
    let least = |amount: Option<u32>| amount.map(i64::from);
    [
        Lever {
            least: least(found.premium.amount().copied()),
            beyond: 1_000_000,
            set: |terms, pounds| terms.premium = pounds,
        },
        Lever {
            least: least(found.study_hours.amount().copied()),
            beyond: i64::from(MOST_STUDY_HOURS),
            set: |terms, hours| terms.protected_study = hours * MILLION,
        },
        Lever {
            least: least(found.tenure.amount().map(|weeks| weeks.0)),
            beyond: 10_000,
            set: |terms, weeks| terms.tenure = weeks,
        },
    ]
}

#[test]
fn one_less_of_a_lever_is_not_enough() {
    let (mut nothing, mut found, mut none) = (0, [0; 3], [0; 3]);
    for trial in trials(300_000, 700) {
        for goal in GOALS {
            let answer = smallest(&trial.pack, &trial.prospect(), goal);
            let Some(as_it_is) = trial.tried(trial.terms(), goal) else { continue };
            let levers = match answer {
                Smallest::Nothing => {
                    nothing += 1;
                    assert!(as_it_is, "{goal:?} {}", trial.text());
                    continue;
                }
                Smallest::Needed(levers) => levers,
            };
            assert!(!as_it_is, "{goal:?} {}", trial.text());
            for (at, lever) in self::levers(&levers).into_iter().enumerate() {
                let on = |amount: i64| {
                    let mut terms = trial.terms();
                    (lever.set)(&mut terms, amount);
                    trial.tried(terms, goal)
                };
                if let Some(amount) = lever.least {
                    found[at] += 1;
                    assert_ne!(on(amount), Some(false), "{goal:?} lever {at} at {amount} {}", trial.text());
                    assert_ne!(on(amount - 1), Some(true), "{goal:?} lever {at} below {amount} {}", trial.text());
                } else {
                    none[at] += 1;
                    assert_ne!(on(lever.beyond), Some(true), "{goal:?} lever {at} {}", trial.text());
                }
            }
        }
    }
    println!("nothing needed {nothing}, premium, study and tenure found {found:?}, none {none:?}");
    assert!(nothing > 50 && found.iter().chain(&none).all(|count| *count > 3), "{nothing} {found:?} {none:?}");
}

#[test]
fn a_lever_that_suffices_goes_on_to_suffice() {
    let mut found = 0;
    for trial in trials(310_000, 60) {
        for goal in GOALS {
            let Smallest::Needed(levers) = smallest(&trial.pack, &trial.prospect(), goal) else { continue };
            let first = levers.tenure.amount().map_or(u32::MAX, |weeks| weeks.0);
            found += u32::from(first != u32::MAX);
            for weeks in 0..180 {
                let offered = Offered { tenure: Weeks(weeks), ..Offered::default() };
                assert_eq!(trial.judged(&offered, goal), weeks >= first, "{goal:?} {weeks} {}", trial.text());
            }
            let first = levers.study_hours.amount().copied().unwrap_or(u32::MAX);
            for hours in 0..=MOST_STUDY_HOURS {
                let offered = Offered { protected_study: Decimal::whole(hours), ..Offered::default() };
                assert_eq!(trial.judged(&offered, goal), hours >= first, "{goal:?} {hours} {}", trial.text());
            }
        }
    }
    assert!(found > 5, "only {found}");
}

#[test]
fn no_smaller_set_of_training_is_enough_and_none_of_the_smallest_is_missed() {
    let (mut found, mut several) = (0, 0);
    for trial in trials(320_000, 500) {
        let world = &trial.case.world;
        let ruleset = trial.asker.ruleset;
        let start = world.at_start(&trial.asker);
        let items: Vec<usize> = (0..world.items.len())
            .filter(|item| {
                world.items[*item].obtain == "study" && world.can_be_had(*item, ruleset) && !start.has(*item)
            })
            .collect();
        for goal in GOALS {
            let Smallest::Needed(levers) = smallest(&trial.pack, &trial.prospect(), goal) else { continue };
            let desk = trial.desk();
            let sets = (0_u32..1 << items.len()).map(|mask| -> BTreeSet<_> {
                let in_it = items.iter().enumerate().filter(|(at, _)| mask & 1 << at != 0);
                in_it.map(|(_, item)| desk.fact(*item)).collect()
            });
            let enough = |given: &BTreeSet<_>| {
                given.len() <= 3 && trial.judged(&Offered { given: given.clone(), ..Offered::default() }, goal)
            };
            let enough: Vec<_> = sets.filter(enough).collect();
            let size = enough.iter().map(BTreeSet::len).min();
            let mut expected: Vec<_> = enough.into_iter().filter(|set| Some(set.len()) == size).collect();
            expected.sort();
            let got = levers.given.amount().cloned().unwrap_or_default();
            assert_eq!(got, expected, "{goal:?} {}", trial.text());
            found += usize::from(!got.is_empty());
            several += usize::from(got.len() > 1 || got.iter().any(|set| set.len() > 1));
        }
    }
    println!("{found} found, {several} of several");
    assert!(found > 20 && several > 2, "{found} {several}");
}

#[test]
fn pairs_of_study_and_tenure_are_the_corners_of_what_suffices() {
    let mut corners = 0;
    for trial in trials(330_000, 3_000) {
        let goal = Goal::BestBy(Criterion::Weeks);
        let Smallest::Needed(levers) = smallest(&trial.pack, &trial.prospect(), goal) else { continue };
        if levers.study_and_tenure.is_empty() && !trial.seed_is_sampled() {
            continue;
        }
        let judged = |hours: u32, weeks: u32| {
            let protected_study = Decimal::whole(hours);
            trial.judged(&Offered { protected_study, tenure: Weeks(weeks), ..Offered::default() }, goal)
        };
        for (hours, weeks) in &levers.study_and_tenure {
            corners += 1;
            assert!(judged(*hours, weeks.0), "{}", trial.text());
            assert!(!judged(*hours, weeks.0 - 1) && !judged(hours - 1, weeks.0), "{}", trial.text());
        }
        // Whatever suffices is at least one of the corners, or one lever alone.
        let alone = |hours: u32, weeks: u32| {
            levers.study_hours.amount().is_some_and(|least| hours >= *least)
                || levers.tenure.amount().is_some_and(|least| weeks >= least.0)
        };
        for (hours, weeks) in (0..=MOST_STUDY_HOURS).step_by(3).flat_map(|h| (0..120).step_by(7).map(move |w| (h, w))) {
            let at_least = |(least, from): &(u32, Weeks)| hours >= *least && weeks >= from.0;
            let expected = alone(hours, weeks) || levers.study_and_tenure.iter().any(at_least);
            assert_eq!(judged(hours, weeks), expected, "{hours} hours and {weeks} weeks {levers:?} {}", trial.text());
        }
    }
    println!("{corners} corners");
    assert!(corners > 3, "only {corners}");
}

#[test]
fn whoever_holds_the_role_or_wants_it_needs_nothing_of_it() {
    for seed in 0..60 {
        let mut trial = Trial::new(seed);
        for role in [trial.asker.role, trial.case.target()] {
            trial.role = role;
            let routed = trial.tried(trial.terms(), Goal::OnTheFront) == Some(true);
            let answer = smallest(&trial.pack, &trial.prospect(), Goal::OnTheFront);
            assert_eq!(answer == Smallest::Nothing, routed, "{answer:?} {}", trial.text());
            if let Smallest::Needed(levers) = answer {
                assert_eq!(levers.premium, Least::None);
            }
        }
    }
}
