//! A plan in every format, under way and late.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use fingerpost::domain::id::Slug;
use fingerpost::domain::plan::{Item, Plan};
use fingerpost::domain::planner;
use fingerpost::domain::ruleset::Ruleset;
use fingerpost::handout::{self, Format, Handout};
use ical::IcalParser;
use jiff::civil::{Date, date};

use super::{ENGLAND, TODAY, question, text};

/// Well after the plan was made.
const LATER: Date = date(2030, 6, 1);

/// The ward manager's way to the chief executive's office under the review, made on the day of these tests.
static PLAN: LazyLock<Plan> = LazyLock::new(|| {
    let question = question("ward-manager", "trust-chief-executive", Ruleset::Review);
    let answer = planner::routes(&ENGLAND, &question);
    let named = (Slug::parse("top").expect("a slug"), "To the top".to_owned());
    let assumed = vec!["the years are our judgement".to_owned()];
    Plan::of_route(&ENGLAND, &answer.routes[0], &question.circumstances, named, assumed, TODAY)
});

/// The first study of it.
fn study(plan: &Plan) -> Item {
    plan.steps().into_iter().find(|item| matches!(item, Item::Study(..))).expect("a study")
}

/// The plan with its first study done, as it stands well after, when the next is overdue.
fn late() -> Handout {
    let mut plan = PLAN.clone();
    plan.tick(study(&plan), Some(date(2026, 12, 1)), LATER).expect("done");
    handout::plan(&ENGLAND, &plan, None, LATER)
}

#[test]
fn a_plan_comes_in_every_format_and_always_the_same() {
    let fresh = handout::plan(&ENGLAND, &PLAN, None, TODAY);
    for format in Format::ALL {
        let bytes = late().write(format).unwrap_or_else(|error| panic!("{format}: {error}"));
        assert!(bytes.len() > 500, "{format}");
        assert_eq!(bytes, late().write(format).expect("again"), "{format}");
        assert!(fresh.write(format).is_ok(), "{format}");
    }
    assert_eq!(late().file_name(Format::Markdown), "fingerpost-plan-top-2030-06-01.md");
}

#[test]
fn next_actions_come_first_and_slips_are_told() {
    let markdown = text(&late(), Format::Markdown);
    let headings: Vec<&str> = markdown.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let wanted = ["What comes next", "At a glance", "What is other than planned", "Step by step", "Training to book"];
    assert_eq!(headings[..5], wanted, "{headings:?}");
    assert!(markdown.contains("later than planned") && markdown.contains("overdue"), "{markdown}");
    assert!(markdown.contains("✓ done") && markdown.contains("Done") && markdown.contains("| 1 of "), "{markdown}");
    assert!(markdown.contains("The years are our judgement") && markdown.contains("1 Jun 2030"), "{markdown}");
    let fresh = text(&handout::plan(&ENGLAND, &PLAN, None, TODAY), Format::Markdown);
    assert!(fresh.contains("as planned") && !fresh.contains("## What is other than planned"), "{fresh}");
}

#[test]
fn a_plan_of_somebody_who_is_elsewhere_says_so() {
    let elsewhere = ENGLAND.find_role("matron");
    let markdown = text(&handout::plan(&ENGLAND, &PLAN, elsewhere, TODAY), Format::Markdown);
    assert!(
        markdown.contains("This plan has come to Ward manager") && markdown.contains("you are Matron"),
        "{markdown}"
    );
    let here = ENGLAND.find_role("ward-manager");
    assert!(!text(&handout::plan(&ENGLAND, &PLAN, here, TODAY), Format::Markdown).contains("This plan has come to"));
}

#[test]
fn its_days_keep_their_identity_when_they_move() {
    let ids = |handout: &Handout| {
        let ics = text(handout, Format::Ics);
        let calendar = IcalParser::new(ics.as_bytes()).next().expect("a calendar").expect("it is sound");
        let value = |event: &ical::parser::ical::component::IcalEvent, name: &str| {
            let property = event.properties.iter().find(|property| property.name == name);
            property.and_then(|property| property.value.clone()).expect("there")
        };
        for event in &calendar.events {
            assert!(value(event, "DTSTART") < value(event, "DTEND"), "all day long");
        }
        calendar.events.iter().map(|event| value(event, "UID")).collect::<Vec<_>>()
    };
    let (now, then) = (ids(&handout::plan(&ENGLAND, &PLAN, None, TODAY)), ids(&late()));
    let distinct: BTreeSet<&String> = now.iter().collect();
    assert_eq!(distinct.len(), now.len());
    assert_eq!(then.len(), now.len() - 1, "what is done begins no more");
    assert!(then.iter().all(|id| now.contains(id)));
}

#[test]
fn the_record_numbers_the_steps_as_the_command_line_does() {
    let record: serde_json::Value = serde_json::from_str(&text(&late(), Format::Json)).expect("JSON");
    let steps = record["steps"].as_array().expect("steps");
    assert_eq!(steps.len(), PLAN.steps().len());
    assert!(steps.iter().enumerate().all(|(at, step)| step["step"] == at + 1));
    let done: Vec<&serde_json::Value> = steps.iter().filter(|step| step["state"] == "done").collect();
    assert_eq!((done.len(), &done[0]["to"]), (1, &"2026-12-01".into()));
    assert!(record["plan"]["slip_days"].as_i64().expect("days") > 0, "{record:#}");
    assert_eq!(record["date"], "2030-06-01");
    assert!(!record["next"].as_array().expect("numbers").is_empty());
}

#[test]
fn a_plan_without_steps_says_why_there_is_nothing_to_draw() {
    let empty = Plan { stints: Vec::new(), ..PLAN.clone() };
    let handout = handout::plan(&ENGLAND, &empty, None, TODAY);
    for format in [Format::Ics, Format::Svg, Format::Dot, Format::Mermaid] {
        assert!(handout.write(format).expect_err("nothing").to_string().contains("no steps"), "{format}");
    }
    for format in [Format::Markdown, Format::Html, Format::Pdf, Format::Csv, Format::Json] {
        assert!(handout.write(format).is_ok(), "{format}");
    }
}
