//! Appraisals in a person's file: read, written, kept as they were, judged with their places.

use fingerpost::domain::Pack;
use fingerpost::domain::appraisal::{
    Aim, Appraisal, CompetencyId, Framework, Note, Objective, PlanStep, Rated, Rating, Standing, Start, standing,
};
use fingerpost::domain::id::Slug;
use fingerpost::domain::plan::Item;
use fingerpost::domain::portfolio::Portfolio;
use fingerpost::domain::role::Stage;
use fingerpost::domain::text::clean_lines;
use fingerpost::pack::{read_portfolio, write_portfolio};
use jiff::civil::date;
use proptest::prelude::*;

use crate::{england, ward_manager};

const FULL: &str = r#"role = "ward-manager"
target = "matron"

# My second year.
[[appraisal]]
on = "2026-11-22"
role = "ward-manager"
stage = "stage-1"        # as my manager said
priorities = ["build-engagement", "manage-challenges"]

[[appraisal.rating]]
competency = "manage-challenges"
rating = 2
what = """
Two rotas mended.
One complaint closed."""

[[appraisal.rating]]
competency = "build-engagement"
rating = 4
how = "By asking first"

[[appraisal.objective]]
what = "Chair the safety huddle"
due = "2027-03-31"
plan = "my-way"
role = "matron"
training = "mid-career-programme"

[[appraisal]]
on = 2025-11-20
stage = "fundamental"
"#;

fn read(text: &str, pack: &Pack) -> Portfolio {
    let (portfolio, warnings) = read_portfolio("me.toml", text.as_bytes(), pack).expect("it is sound");
    assert_eq!(warnings, [], "{text}");
    portfolio
}

fn id(text: &str) -> CompetencyId {
    CompetencyId::parse(text).expect("an id")
}

#[test]
fn everything_an_appraisal_may_say_is_read() {
    let portfolio = read(FULL, &england());
    let [now, before] = portfolio.appraisals.as_slice() else { panic!("two appraisals") };
    assert_eq!((now.on, now.stage, now.ratings.len()), (date(2026, 11, 22), Stage::One, 2));
    assert_eq!(now.priorities, [id("build-engagement"), id("manage-challenges")]);
    assert_eq!(now.rating(&id("manage-challenges")), Some(Rating::Essential));
    assert_eq!(now.note(&id("manage-challenges"), Note::What), "Two rotas mended.\nOne complaint closed.");
    assert_eq!(now.note(&id("build-engagement"), Note::How), "By asking first");
    let [objective] = now.objectives.as_slice() else { panic!("one objective") };
    assert_eq!((objective.due, objective.done), (Some(date(2027, 3, 31)), None));
    let slug = |text| Slug::parse(text).expect("a slug");
    let step = PlanStep { plan: slug("my-way"), role: slug("matron"), training: Some(slug("mid-career-programme")) };
    assert_eq!(portfolio.objectives_of(&step).collect::<Vec<_>>(), [objective]);
    assert_eq!((before.on, &before.role, before.ratings.as_slice()), (date(2025, 11, 20), &None, [].as_slice()));
    assert_eq!(portfolio.last_appraisal(), Some(now), "the newest, wherever it stands");
    assert_eq!(portfolio.newest_appraisal(), Some(0));
}

#[test]
fn a_file_without_appraisals_reads_and_writes_as_before() {
    let pack = england();
    let text = "role = \"ward-manager\"\nid = \"me\"\ntitle = \"Me\"\nserved_years = 0\n";
    let portfolio = read(text, &pack);
    assert_eq!(portfolio.appraisals, []);
    assert_eq!(write_portfolio(&portfolio, &pack, text), text);
}

#[test]
fn what_was_not_changed_stays_as_it_was_written() {
    let pack = england();
    let text = format!("id = \"me\"\ntitle = \"Me\"\nserved_years = 1\n{FULL}");
    let mut portfolio = read(&text, &pack);
    assert_eq!(write_portfolio(&portfolio, &pack, &text), text);
    portfolio.profile.target = None;
    let changed = write_portfolio(&portfolio, &pack, &text);
    assert_eq!(changed, text.replace("target = \"matron\"\n", ""));
    portfolio.appraisals.clear();
    assert!(!write_portfolio(&portfolio, &pack, &changed).contains("appraisal"));
}

#[test]
fn a_change_touches_only_what_it_changes() {
    let pack = england();
    let text = FULL.replace("rating = 4", "rating = 4   # ask Ann\ncolour = \"red\"");
    let mut portfolio = read_portfolio("me.toml", text.as_bytes(), &pack).expect("it is sound").0;
    portfolio.appraisals[0].rate(&id("build-engagement"), Some(Rating::Exemplary));
    portfolio.appraisals[0].rate(&id("personalise-care"), Some(Rating::Proficient));
    portfolio.appraisals[0].priorities.clear();
    portfolio.appraisals.push(Appraisal::blank(date(2027, 11, 22), None, Stage::Two));
    let changed = write_portfolio(&portfolio, &pack, &text);
    for kept in ["# My second year.\n[[appraisal]]", "# as my manager said", "colour = \"red\"", "on = 2025-11-20\n"] {
        assert!(changed.contains(kept), "{kept} is lost in\n{changed}");
    }
    assert!(!changed.contains("priorities"), "{changed}");
    let (again, _) = read_portfolio("me.toml", changed.as_bytes(), &pack).expect("it is sound");
    assert_eq!(again, portfolio, "{changed}");
}

#[test]
fn a_competency_of_another_pack_is_kept_and_told() {
    let pack = england();
    let text = FULL.replace("competency = \"build-engagement\"", "competency = \"bild-engagement\"");
    let (portfolio, warnings) = read_portfolio("me.toml", text.as_bytes(), &pack).expect("it is sound");
    let [warning] = warnings.as_slice() else { panic!("one warning: {warnings:?}") };
    let warning = warning.to_string();
    assert!(
        warning.starts_with("me.toml:19:14: warning") && warning.contains("nearest: build-engagement"),
        "{warning}"
    );
    assert_eq!(portfolio.appraisals[0].unknown_to(&Framework::of(&pack)), [&id("bild-engagement")]);
    assert!(write_portfolio(&portfolio, &pack, "").contains("bild-engagement"));
}

#[test]
fn faults_are_told_with_their_places() {
    let pack = england();
    for (old, new, place, word) in [
        ("rating = 4", "rating = 6", "20:10", "the most that is taken is 5"),
        ("rating = 4", "rating = 0", "20:10", "from 1 to 5"),
        ("rating = 4", "rating = 2.5", "20:10", "not a whole number"),
        ("rating = 4", "rating = \"good\"", "20:10", "plain number"),
        ("\"stage-1\"", "\"stage-9\"", "8:9", "nearest: stage-1"),
        ("stage = \"fundamental\"\n", "", "30:1", "stage is missing"),
        ("on = 2025-11-20", "on = \"last year\"", "31:6", "no date"),
        ("on = 2025-11-20\n", "", "30:1", "on is missing"),
        ("\"build-engagement\"\nrating = 4", "\"manage-challenges\"\nrating = 4", "18:1", "rated twice"),
        ("competency = \"manage-challenges\"", "competency = \"Manage challenges\"", "12:14", "manage-challenges"),
        ("due = \"2027-03-31\"", "due = \"31/03/2027\"", "25:7", "write 2027-03-31"),
        ("role = \"matron\"\n", "", "23:1", "needs plan and role"),
        ("what = \"Chair the safety huddle\"\n", "", "23:1", "what is missing"),
    ] {
        assert!(FULL.contains(old), "{old}");
        let at = FULL.rfind(old).expect("there");
        let text = format!("{}{new}{}", &FULL[..at], &FULL[at + old.len()..]);
        let faults = read_portfolio("me.toml", text.as_bytes(), &pack).expect_err(new);
        let told = faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        assert!(told.starts_with(&format!("me.toml:{place}: error")) && told.contains(word), "{new}\n{told}");
    }
}

#[test]
fn faults_of_profile_and_appraisal_are_told_together_in_order() {
    let text = FULL.replace("rating = 4", "rating = 6").replace("target = \"matron\"", "target = \"martian\"");
    let faults = read_portfolio("me.toml", text.as_bytes(), &england()).expect_err("two faults");
    let lines: Vec<usize> = faults.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [2, 20]);
}

#[test]
fn what_steers_a_terminal_is_taken_out_of_notes() {
    let pack = england();
    let text = FULL.replace("By asking first", "red \\u001b[31m\\nback \\u202ewards");
    let (portfolio, warnings) = read_portfolio("me.toml", text.as_bytes(), &pack).expect("it is sound");
    assert!(warnings[0].to_string().contains("control or invisible"), "{warnings:?}");
    assert_eq!(portfolio.appraisals[0].note(&id("build-engagement"), Note::How), "red \u{fffd}[31m\nback wards");
}

#[test]
fn a_new_appraisal_begins_where_the_last_one_ended() {
    let pack = england();
    let mut portfolio = read(FULL, &pack);
    let done = Objective { done: Some(date(2026, 12, 1)), ..Objective::new("Done already") };
    portfolio.appraisals[0].objectives.push(done);
    let last = portfolio.last_appraisal();
    let start = Start::From(last.expect("one"));
    let on = date(2027, 11, 22);
    let next = Appraisal::begin(&pack, &portfolio.profile, on, last, start);
    assert_eq!((next.on, next.stage, next.role.as_ref().map(Slug::as_str)), (on, Stage::One, Some("ward-manager")));
    assert_eq!((next.rating(&id("build-engagement")), next.priorities.len()), (Some(Rating::Strong), 2));
    assert_eq!(next.note(&id("build-engagement"), Note::How), "", "notes are of their year");
    assert_eq!(next.objectives.len(), 1, "what is open comes along");
    let blank = Appraisal::begin(&pack, &portfolio.profile, on, last, Start::Blank);
    assert_eq!((blank.ratings.len(), blank.priorities.len(), blank.objectives.len()), (0, 0, 1));
    let mut profile = portfolio.profile.clone();
    profile.role = pack.find_role("matron").expect("a role");
    let promoted = Appraisal::begin(&pack, &profile, on, last, start);
    assert_eq!((promoted.stage, promoted.ratings.len()), (Stage::Two, 0), "what was rated was another stage");
}

#[test]
fn the_gap_is_measured_against_the_stage_of_the_role_wanted() {
    let pack = england();
    let portfolio = read(FULL, &pack);
    let matron = pack.find_role("matron").expect("a role");
    assert_eq!(Aim::of(&pack, &portfolio.profile), Aim::Stage(matron, Stage::Two));
    let framework = Framework::of(&pack);
    let one = framework.find(&id("build-engagement")).expect("a competency");
    assert_eq!(standing(one, portfolio.last_appraisal(), Stage::Two), Standing::NotYet { stages: 1 });
    assert_eq!(standing(one, portfolio.last_appraisal(), Stage::One), Standing::Met);
}

#[test]
fn a_step_is_found_again_in_its_plan() {
    let pack = england();
    let (_, plan) = ward_manager(&pack);
    let plans = [plan];
    let mut seen = 0;
    for (at, stint) in plans[0].stints.iter().enumerate() {
        let studies = (0..stint.study.len()).map(|place| Item::Study(at, place));
        let checks = (0..stint.checks.len()).map(|place| Item::Check(at, place));
        for item in std::iter::once(Item::Role(at)).chain(studies).chain(checks) {
            let step = PlanStep::of(&plans[0], item).expect("a step");
            assert_eq!(step.find(&plans).map(|(_, found)| found), Some(item));
            assert!(step.title(&plans).is_some_and(|title| !title.is_empty()));
            seen += 1;
        }
    }
    assert!(seen > 8, "roles, studies and checks");
    let step = PlanStep::of(&plans[0], Item::Role(1)).expect("a step");
    assert_eq!((PlanStep::of(&plans[0], Item::Study(0, 99)), step.find(&[])), (None, None));
}

fn words() -> impl Strategy<Value = String> {
    "\\PC{0,12}(\n\\PC{0,12}){0,2}".prop_map(|text| clean_lines(&text).text.into_owned())
}

fn day() -> impl Strategy<Value = jiff::civil::Date> {
    (1990i16..2090, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

fn slugs() -> impl Strategy<Value = Slug> {
    "[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}".prop_map(|text| Slug::parse(&text).expect("a slug"))
}

fn step() -> impl Strategy<Value = PlanStep> {
    (slugs(), slugs(), prop::option::of(slugs())).prop_map(|(plan, role, training)| PlanStep { plan, role, training })
}

fn objective() -> impl Strategy<Value = Objective> {
    let what = words().prop_map(|what| if what.trim().is_empty() { "Something".to_owned() } else { what });
    (what, prop::option::of(day()), prop::option::of(day()), prop::option::of(step()))
        .prop_map(|(what, due, done, step)| Objective { what, due, done, step })
}

fn appraisal() -> impl Strategy<Value = Appraisal> {
    let rating = prop::option::of(prop::sample::select(Rating::ALL.to_vec()));
    let ratings = prop::collection::btree_map(slugs(), (rating, words(), words()), 0..5);
    let priorities = prop::collection::vec(slugs(), 0..=3);
    let objectives = prop::collection::vec(objective(), 0..3);
    let stage = prop::sample::select(Stage::ALL.to_vec());
    (day(), prop::option::of(slugs()), stage, ratings, priorities, objectives).prop_map(
        |(on, role, stage, ratings, priorities, objectives)| {
            let competency = |slug: &Slug| id(slug.as_str());
            let rated = |(slug, (rating, what, how)): (&Slug, &(_, String, String))| Rated {
                competency: competency(slug),
                rating: *rating,
                what: what.clone(),
                how: how.clone(),
            };
            let ratings = ratings.iter().map(rated).collect();
            let priorities = priorities.iter().map(competency).collect();
            Appraisal { on, role, stage, ratings, priorities, objectives }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever was in the file before, what is written is read as the same.
    #[test]
    fn whatever_is_written_is_read_as_the_same(
        first in prop::collection::vec(appraisal(), 0..3),
        then in prop::collection::vec(appraisal(), 0..3),
    ) {
        let pack = small();
        let mut portfolio = read("role = \"clerk\"\n", &pack);
        portfolio.appraisals = first.clone();
        let before = write_portfolio(&portfolio, &pack, "# Mine\nrole = \"clerk\"\n");
        prop_assert_eq!(&read(&before, &pack), &portfolio);
        // Some stay, some go, some are new.
        portfolio.appraisals = first.into_iter().skip(1).chain(then).collect();
        let after = write_portfolio(&portfolio, &pack, &before);
        prop_assert!(after.starts_with("# Mine\n"));
        prop_assert_eq!(&read(&after, &pack), &portfolio, "{}", after);
    }
}

/// A pack without a framework, read quickly.
fn small() -> Pack {
    let files = [
        (
            "pack.toml",
            "id = \"s\"\ntitle = \"S\"\nedition = \"1\"\nlevels = [{ id = 1, title = \"Team\" }]\nfamilies = [{ id = \"o\", title = \"O\" }]\n",
        ),
        ("roles.csv", "id,title,family,level,starting_point\nclerk,Clerk,o,1,yes\n"),
        ("moves.csv", "from,to,kind,years_min\n"),
    ];
    let files = files.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().into())).collect();
    fingerpost::pack::read(&fingerpost::pack::Files(files)).pack.expect("sound")
}
