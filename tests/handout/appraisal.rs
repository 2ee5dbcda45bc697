//! An appraisal pack in every format: filled in, and as a form.

use std::sync::LazyLock;

use fingerpost::domain::appraisal::{CompetencyId, Framework, Note, Objective, PlanStep, Rating};
use fingerpost::domain::id::Slug;
use fingerpost::domain::plan::{Item, Plan};
use fingerpost::domain::planner;
use fingerpost::domain::portfolio::Portfolio;
use fingerpost::domain::ruleset::Ruleset;
use fingerpost::handout::{self, Format, Handout};
use fingerpost::pack::read_portfolio;
use ical::IcalParser;
use jiff::civil::date;

use super::{ENGLAND, HOSTILE, TODAY, question, text};

const ME: &str = r#"title = "Ward manager, Taunton"
role = "ward-manager"
target = "matron"

[[appraisal]]
on = "2025-11-20"
role = "ward-sister"
stage = "stage-1"
[[appraisal.rating]]
competency = "build-engagement"
rating = 2

[[appraisal]]
on = "2026-11-22"
role = "ward-manager"
stage = "stage-2"
priorities = ["manage-challenges"]
[[appraisal.rating]]
competency = "build-engagement"
rating = 4
what = "A team of twelve\nwithout a leaver"
how = "By asking first"
[[appraisal.rating]]
competency = "manage-challenges"
rating = 2
[[appraisal.objective]]
what = "Chair the safety huddle"
due = "2027-03-31"
[[appraisal.objective]]
what = "Read the budget aloud"
due = "2026-10-01"
[[appraisal.objective]]
what = "Shadow the matron"
done = "2026-06-01"
"#;

fn portfolio(text: &str) -> Portfolio {
    let (portfolio, warnings) = read_portfolio("me.toml", text.as_bytes(), &ENGLAND).expect("it is sound");
    assert_eq!(warnings, []);
    portfolio
}

/// The plan to become a matron, which one of the objectives serves.
static FILLED: LazyLock<Portfolio> = LazyLock::new(|| {
    let mut portfolio = portfolio(ME);
    let question = question("ward-manager", "matron", Ruleset::Review);
    let answer = planner::routes(&ENGLAND, &question);
    let named = (Slug::parse("matron").expect("a slug"), "To matron".to_owned());
    let plan = Plan::of_route(&ENGLAND, &answer.routes[0], &question.circumstances, named, Vec::new(), TODAY);
    portfolio.appraisals[1].objectives[0].step = PlanStep::of(&plan, Item::Role(1));
    portfolio.plans.push(plan);
    portfolio
});

fn filled() -> Handout {
    handout::appraisal(&ENGLAND, &FILLED, FILLED.last_appraisal(), Ruleset::Review, TODAY)
}

fn form() -> Handout {
    handout::appraisal(&ENGLAND, &portfolio("role = \"ward-manager\"\n"), None, Ruleset::Today, TODAY)
}

/// The rows of the Markdown table whose first cell is this.
fn row(markdown: &str, first: &str) -> Vec<String> {
    let row = markdown.lines().find(|line| line.starts_with(&format!("| {first} ")));
    let row = row.unwrap_or_else(|| unreachable!("no row {first} in\n{markdown}"));
    row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}

#[test]
fn it_comes_in_every_format_but_diagrams_and_always_the_same() {
    for format in Format::ALL {
        match filled().write(format) {
            Ok(bytes) => assert_eq!(bytes, filled().write(format).expect("again"), "{format}"),
            Err(error) => {
                assert!(matches!(format, Format::Dot | Format::Mermaid), "{format}: {error}");
                assert!(error.to_string().contains("no diagram"), "{error}");
            }
        }
    }
    assert_eq!(filled().file_name(Format::Pdf), "fingerpost-appraisal-me-2026-11-22.pdf");
}

#[test]
fn it_says_what_and_how_and_how_far_it_is() {
    let markdown = text(&filled(), Format::Markdown);
    assert!(markdown.contains("Private, and for development, not for judgement"), "{markdown}");
    let rated = "Make people feel valued and share lessons across teams";
    assert!(markdown.contains(rated), "what the stage expects");
    let engagement = markdown.lines().filter(|line| line.starts_with("| Build engagement ")).collect::<Vec<_>>();
    assert!(engagement.iter().any(|line| line.contains("A team of twelve · without a leaver")), "{engagement:?}");
    assert!(engagement.iter().any(|line| line.contains("By asking first")), "{engagement:?}");
    assert_eq!(row(&markdown, "Managing people and resources")[1..], ["1", "1", "7", "0"], "met, not yet, not rated");
    assert_eq!(row(&markdown, "Manage challenges")[2], "2 Essential", "the priority");
    assert_eq!(row(&markdown, "Role wanted")[1], "Matron, Stage 2");
    assert_eq!(row(&markdown, "Next appraisal")[1], "by 22 Nov 2027. An appraisal every year (our judgement)");
    assert!(markdown.contains("Nov 2025: 2 (Stage 1); Nov 2026: 4 (Stage 2)"), "{markdown}");
    assert!(!markdown.to_lowercase().contains("total score") && markdown.contains("ranks nobody"), "{markdown}");
}

#[test]
fn objectives_stand_with_their_days_and_steps() {
    let markdown = text(&filled(), Format::Markdown);
    let huddle = row(&markdown, "Chair the safety huddle");
    assert!(huddle[2].contains("Matron (plan To matron)") && huddle[3] == "open", "{huddle:?}");
    assert_eq!(row(&markdown, "Read the budget aloud")[3], "overdue");
    assert_eq!(row(&markdown, "Shadow the matron")[3], "✓ done 1 Jun 2026");
    assert!(markdown.contains("## Next moves"), "{markdown}");
    let mut gone = FILLED.clone();
    gone.plans.clear();
    let handout = handout::appraisal(&ENGLAND, &gone, gone.last_appraisal(), Ruleset::Review, TODAY);
    let markdown = text(&handout, Format::Markdown);
    assert!(row(&markdown, "Chair the safety huddle")[2].contains("no longer in the plan matron"), "{markdown}");
}

#[test]
fn without_ratings_it_is_a_form_with_room_to_write() {
    let html = text(&form(), Format::Html);
    assert!(html.contains("to fill in") && html.contains("Stage 1 expects"), "{html}");
    assert_eq!(html.matches("1\u{a0}2\u{a0}3\u{a0}4\u{a0}5").count(), 27, "points to choose from");
    let room = html.matches("<td class=\"hand\"></td>").count();
    assert_eq!(room, 27 * 2 + 3 + 3 * 2, "what and how, priorities, objectives and their days");
    assert!(html.contains("No role wanted is named"), "{html}");
    let pages = |handout: &Handout| handout.write(Format::Pdf).expect("a PDF").len();
    assert!(pages(&form()) > 5_000);
    for (format, why) in [(Format::Ics, "no calendar"), (Format::Svg, "no appraisal yet")] {
        assert!(form().write(format).expect_err("nothing to show").to_string().contains(why), "{format}");
    }
}

#[test]
fn what_is_due_goes_into_a_calendar() {
    let ics = text(&filled(), Format::Ics);
    let calendar = IcalParser::new(ics.as_bytes()).next().expect("a calendar").expect("it is sound");
    let value = |event: &ical::parser::ical::component::IcalEvent, name: &str| {
        let property = event.properties.iter().find(|property| property.name == name);
        property.and_then(|property| property.value.clone()).expect("there")
    };
    let events: Vec<_> =
        calendar.events.iter().map(|event| (value(event, "DTSTART"), value(event, "SUMMARY"))).collect();
    let wanted = [
        ("20261001", "Objective due: Read the budget aloud"),
        ("20270331", "Objective due: Chair the safety huddle"),
        ("20271122", "Appraisal due"),
    ];
    assert_eq!(events, wanted.map(|(day, title)| (day.to_owned(), title.to_owned())), "what is done is not due");
}

#[test]
fn a_chair_s_next_appraisal_is_due_as_the_guidance_says() {
    let chair = portfolio(&ME.replace("role = \"ward-manager\"\ntarget", "role = \"trust-chair\"\ntarget"));
    let handout = handout::appraisal(&ENGLAND, &chair, chair.last_appraisal(), Ruleset::Today, TODAY);
    let markdown = text(&handout, Format::Markdown);
    let due = row(&markdown, "Next appraisal");
    assert!(due[1].starts_with("by 30 Jun 2027") && due[1].ends_with("(sourced)"), "{due:?}");
    assert!(
        markdown.contains("2025-04-01") && markdown.contains("no day was found for foundation trusts"),
        "{markdown}"
    );
    let record: serde_json::Value = serde_json::from_str(&text(&handout, Format::Json)).expect("JSON");
    assert_eq!((&record["next_due"]["on"], &record["next_due"]["basis"]), (&"2027-06-30".into(), &"sourced".into()));
}

#[test]
fn the_record_and_the_sheet_have_every_competency() {
    let record: serde_json::Value = serde_json::from_str(&text(&filled(), Format::Json)).expect("JSON");
    let competencies = record["competencies"].as_array().expect("a list");
    assert_eq!(competencies.len(), Framework::of(&ENGLAND).competencies().count());
    let engagement = competencies.iter().find(|one| one["id"] == "build-engagement").expect("there");
    assert_eq!((&engagement["rating"], &engagement["stands"]), (&4.into(), &"met".into()));
    assert_eq!(engagement["what"], "A team of twelve\nwithout a leaver");
    assert_eq!(record["history"].as_array().map(Vec::len), Some(2));
    for (key, wanted) in [("pack", "england"), ("ruleset", "review"), ("date", "2026-11-22"), ("edition", "2026-11")] {
        assert_eq!(record[key], wanted, "{key}");
    }
    let csv = text(&filled(), Format::Csv);
    let kinds = |kind: &str| csv.lines().filter(|line| line.starts_with(kind)).count();
    assert_eq!((kinds("competency,"), kinds("objective,"), kinds("priority,"), kinds("other rating,")), (27, 3, 1, 1));
}

#[test]
fn what_a_stage_does_not_ask_and_what_the_pack_does_not_know_is_said() {
    let mut strange = FILLED.clone();
    let gone = CompetencyId::parse("gone-from-the-pack").expect("an id");
    strange.appraisals[1].rate(&gone, Some(Rating::Strong));
    strange.profile.target = ENGLAND.role_ids().find(|role| ENGLAND.role(*role).stage.is_none());
    let handout = handout::appraisal(&ENGLAND, &strange, strange.last_appraisal(), Ruleset::Today, TODAY);
    let markdown = text(&handout, Format::Markdown);
    assert!(markdown.contains("## Not in this framework") && markdown.contains("gone-from-the-pack: 4"), "{markdown}");
    if let Some(target) = strange.profile.target {
        let title = &ENGLAND.role(target).title;
        assert!(markdown.contains(&format!("does not say at which stage {title} is")), "{markdown}");
    }
}

#[test]
fn hostile_notes_break_no_format() {
    for words in HOSTILE {
        let mut hostile = FILLED.clone();
        let id = CompetencyId::parse("build-engagement").expect("an id");
        hostile.appraisals[1].set_note(&id, Note::What, words);
        hostile.appraisals[1].objectives[0] = Objective { due: Some(date(2027, 1, 1)), ..Objective::new(words) };
        let handout = handout::appraisal(&ENGLAND, &hostile, hostile.last_appraisal(), Ruleset::Today, TODAY);
        for format in [Format::Markdown, Format::Html, Format::Pdf, Format::Csv, Format::Ics, Format::Svg, Format::Json]
        {
            assert!(handout.write(format).is_ok(), "{words:?} as {format}");
        }
    }
}
