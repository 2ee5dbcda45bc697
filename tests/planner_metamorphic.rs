//! What must hold between two answers of the planner, whatever they are: on small random worlds and on the England pack.

#[expect(dead_code, reason = "each test uses its part of the oracle")]
mod oracle;

use fingerpost::domain::planner;
use oracle::ask::Desk;
use oracle::course::Course;
use oracle::front::{DEFAULT, SETS, at_least_as_good};
use oracle::number::MILLION;
use oracle::rng::Rng;
use oracle::rules::{Asker, RULESETS, Terms, World};
use oracle::tables::Tables;
use oracle::worlds::Case;

type Vectors = Vec<Vec<i64>>;

/// A question: who asks, for which target.
struct Question {
    tables: Tables,
    asker: Asker,
    target: String,
}

impl Question {
    /// The front's vectors in the order of the answer.
    fn ask(&self, criteria: &[&str]) -> Vectors {
        self.ask_in(&self.tables, criteria)
    }

    /// The same question in other tables whose roles and items have the same ids.
    fn ask_in(&self, tables: &Tables, criteria: &[&str]) -> Vectors {
        self.ask_renamed(tables, criteria, &|id| id.to_owned())
    }

    /// The same question in other tables, in which ids are what `name` makes of them.
    fn ask_renamed(&self, tables: &Tables, criteria: &[&str], name: &dyn Fn(&str) -> String) -> Vectors {
        let (ours, theirs) = (World::read(&self.tables), World::read(tables));
        let role = theirs.role(&name(&ours.roles[self.asker.role].id));
        let have = self.asker.have.iter().map(|fact| theirs.item(&name(&ours.items[*fact].id))).collect();
        let asker = Asker { role, have, ..self.asker.clone() };
        let pack = tables.pack();
        let desk = Desk { pack: &pack, world: &theirs };
        let answer = desk.routes(&asker, theirs.role(&name(&self.target)), criteria, 0);
        desk.trips(&answer.routes).iter().map(|trip| trip.totals.vector(criteria)).collect()
    }

    fn asked_by(&self, asker: Asker) -> Self {
        Self { tables: self.tables.clone(), asker, target: self.target.clone() }
    }

    fn text(&self) -> String {
        let small = self.tables.sheets["roles"].rows.len() < 20;
        format!("{:?} to {}\n{}", self.asker, self.target, if small { self.tables.text() } else { String::new() })
    }
}

/// The first of a pair of answers that is worse than the second in something, if any.
fn worse(now: &Vectors, before: &Vectors) -> Option<Vec<i64>> {
    before.iter().find(|old| !now.iter().any(|new| at_least_as_good(new, old))).cloned()
}

/// Random worlds under all rulesets.
fn small_questions(count: u64) -> impl Iterator<Item = Question> {
    (100_000..100_000 + count).flat_map(|seed| {
        let case = Case::new(seed);
        RULESETS.map(|ruleset| Question {
            tables: case.tables.clone(),
            asker: case.under(ruleset),
            target: "top".to_owned(),
        })
    })
}

/// Some pairs of roles of the England pack that have a way, under the rules that are quick to ask about.
fn england_questions() -> Vec<Question> {
    let tables = Tables::england();
    let world = World::read(&tables);
    let asked = |from: &str, to: &str, ruleset: &'static str| Question {
        tables: tables.clone(),
        asker: Asker {
            role: world.role(from),
            served: 30,
            have: Vec::new(),
            hours_per_week: 5 * MILLION,
            profile: false,
            exceptional: false,
            ruleset,
            terms: None,
        },
        target: to.to_owned(),
    };
    let pairs = [
        ("ward-manager", "trust-chief-executive"),
        ("gmts-trainee", "chief-operating-officer"),
        ("finance-manager", "chief-finance-officer"),
    ];
    pairs.iter().flat_map(|(from, to)| ["today", "review"].map(|ruleset| asked(from, to, ruleset))).collect()
}

fn questions(count: u64) -> impl Iterator<Item = Question> {
    small_questions(count).chain(england_questions())
}

#[test]
fn the_england_questions_have_answers() {
    for question in england_questions() {
        assert!(!question.ask(&DEFAULT).is_empty(), "{}", question.text());
    }
}

#[test]
fn more_hours_a_week_never_take_longer() {
    for question in questions(200) {
        let fastest = |hours: i64| {
            let asker = Asker { hours_per_week: hours, ..question.asker.clone() };
            question.asked_by(asker).ask(&["weeks"]).first().map_or(i64::MAX, |vector| vector[0])
        };
        let weeks = [MILLION, 3 * MILLION, 7_500_000, 20 * MILLION].map(fastest);
        assert!(weeks.is_sorted_by(|fewer, more| fewer >= more), "{weeks:?}\n{}", question.text());
    }
}

#[test]
fn one_fact_more_never_makes_it_worse() {
    for question in questions(200) {
        let before = question.ask(&DEFAULT);
        let world = World::read(&question.tables);
        let items = world.items.len();
        let step = items.div_ceil(8);
        for fact in (0..items).step_by(step).filter(|fact| !question.asker.have.contains(fact)) {
            let mut richer = question.asker.clone();
            richer.have.push(fact);
            // What a person has at the start also decides what is waived: a row nobody could meet may become one that
            // is asked for, and then more is worse by the rules.
            if world.waived(&richer) != world.waived(&question.asker) {
                continue;
            }
            let now = question.asked_by(richer).ask(&DEFAULT);
            assert_eq!(worse(&now, &before), None, "with item {fact}: {now:?}, before {before:?}\n{}", question.text());
        }
    }
}

/// More of one part of a post's terms, in turn of each.
fn more_of_each(world: &World, terms: &Terms, by: usize) -> Vec<Terms> {
    let by = i64::try_from(by).expect("a small amount");
    let mut more = vec![
        Terms { protected_study: terms.protected_study + by * MILLION, ..terms.clone() },
        Terms { tenure: terms.tenure + 7 * by, ..terms.clone() },
        Terms { premium: terms.premium + 4_001 * by, ..terms.clone() },
    ];
    let missing = (0..world.items.len()).filter(|fact| !terms.given.contains(fact));
    more.extend(missing.map(|fact| Terms { given: [&terms.given[..], &[fact]].concat(), ..terms.clone() }));
    more
}

/// What the smallest package is sought by: a lever that suffices goes on to suffice.
#[test]
fn more_of_what_a_post_offers_never_makes_it_worse() {
    let criteria = ["weeks", "moves", "study_hours", "cost_gbp", "sectors", "pay_gbp"];
    for seed in 200_000..200_300 {
        let case = Case::with_terms(seed);
        let pack = case.tables.pack();
        let desk = Desk { pack: &pack, world: &case.world };
        for asker in RULESETS.map(|ruleset| case.under(ruleset)) {
            let terms = asker.terms.clone().expect("worlds with terms");
            let by_way = Course::Through(terms.role);
            let ask = |terms: Terms| -> Vectors {
                let asker = Asker { terms: Some(terms), ..asker.clone() };
                let question = desk.question_by(by_way, &asker, case.target(), &criteria, 0);
                let routes = planner::routes(&pack, &question).routes;
                desk.trips(&routes).iter().map(|trip| trip.totals.vector(&criteria)).collect()
            };
            let before = ask(terms.clone());
            for more in more_of_each(&case.world, &terms, 1 + usize::try_from(seed % 5).expect("small")) {
                let now = ask(more.clone());
                assert_eq!(worse(&now, &before), None, "{more:?}: {now:?}, before {before:?}\n{}", case.text());
            }
        }
    }
}

#[test]
fn one_move_more_never_takes_a_route_away() {
    for (number, question) in (0..).zip(questions(250)) {
        let before = question.ask(&DEFAULT);
        let mut rng = Rng::new(number);
        let mut tables = question.tables.clone();
        let roles: Vec<String> = tables.sheets["roles"].rows.iter().map(|row| row[0].clone()).collect();
        let (from, step) = (rng.below(roles.len()), rng.between(1, roles.len() - 1));
        let to = (from + step) % roles.len();
        let sheet = tables.sheet_mut("moves");
        let cell = |column: &str| match column {
            "from" => roles[from].clone(),
            "to" => roles[to].clone(),
            "kind" => "added".to_owned(),
            "years_min" => "0.5".to_owned(),
            "source" => "editorial".to_owned(),
            _ => String::new(),
        };
        let row = sheet.header.iter().map(|column| cell(column)).collect();
        sheet.rows.push(row);
        let now = question.ask_in(&tables, &DEFAULT);
        assert_eq!(worse(&now, &before), None, "{} to {}\n{}", roles[from], roles[to], question.text());
    }
}

#[test]
fn names_and_the_order_of_rows_change_nothing() {
    // The new names sort the other way round, so that nothing can lean on them.
    let name =
        |id: &str| id.bytes().map(|b| char::from(if b.is_ascii_lowercase() { b'a' + b'z' - b } else { b })).collect();
    for (number, question) in (0..).zip(questions(120)) {
        let shuffled = question.tables.shuffled(number);
        let renamed = shuffled.renamed(&name);
        // Small worlds with every set of criteria; the England pack, which takes its time, with the usual one.
        let small = question.tables.sheets["roles"].rows.len() < 20;
        for criteria in if small { &SETS[..] } else { &SETS[1..2] } {
            let before = question.ask(criteria);
            assert_eq!(question.ask_in(&shuffled, criteria), before, "shuffled, {criteria:?}\n{}", question.text());
            assert_eq!(
                question.ask_renamed(&renamed, criteria, &name),
                before,
                "renamed, {criteria:?}\n{}",
                question.text()
            );
        }
    }
}

#[test]
fn the_same_question_has_the_same_answer() {
    for question in questions(120) {
        let world = World::read(&question.tables);
        let answer = || {
            let pack = question.tables.pack();
            let desk = Desk { pack: &pack, world: &world };
            desk.routes(&question.asker, world.role(&question.target), &DEFAULT, 2)
        };
        assert_eq!(answer(), answer(), "{}", question.text());
    }
}
