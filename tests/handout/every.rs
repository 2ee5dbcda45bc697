//! Every kind in every format: what comes, what is refused and why, and that it comes the same every time.

use fingerpost::domain::planner;
use fingerpost::domain::profile::Wishes;
use fingerpost::domain::ruleset::Ruleset;
use fingerpost::handout::{self, Format, Handout, Subject};

use super::{ENGLAND, HOSTILE, ROUTE, TODAY, hostile, question, text};

fn role() -> Handout {
    let role = ENGLAND.find_role("matron").expect("a role");
    handout::role(&ENGLAND, role, None, Ruleset::Review, TODAY)
}

fn training() -> Handout {
    let items: Vec<_> = ENGLAND.training_ids().collect();
    handout::training(&ENGLAND, &items, Ruleset::Review, TODAY)
}

fn posts() -> Handout {
    let posts: Vec<_> = ENGLAND.post_ids().collect();
    handout::posts(&ENGLAND, &posts, Ruleset::Today, ENGLAND.tables().hours_per_week, TODAY)
}

fn refusal(handout: &Handout, format: Format) -> String {
    handout.write(format).expect_err("this kind has none of this format").to_string()
}

#[test]
fn a_route_comes_in_every_format_and_always_the_same() {
    for format in Format::ALL {
        let bytes = ROUTE.write(format).unwrap_or_else(|error| panic!("{format}: {error}"));
        assert!(bytes.len() > 500, "{format}");
        assert_eq!(bytes, ROUTE.write(format).expect("again"), "{format}");
    }
}

#[test]
fn what_a_kind_lacks_is_said_in_words() {
    for format in [Format::Ics, Format::Svg] {
        assert!(refusal(&role(), format).contains("a role has no dates"));
        assert!(refusal(&training(), format).contains("no dates of courses"));
    }
    assert!(refusal(&posts(), Format::Svg).contains("no timeline"));
    assert!(refusal(&posts(), Format::Dot).contains("no diagram"));
    assert!(refusal(&posts(), Format::Mermaid).contains("no diagram"));
    for handout in [role(), training(), posts()] {
        for format in [Format::Markdown, Format::Html, Format::Pdf, Format::Csv, Format::Json] {
            assert!(handout.write(format).is_ok(), "{} as {format}", handout.stem);
        }
    }
    assert!(role().write(Format::Mermaid).is_ok() && training().write(Format::Dot).is_ok());
}

/// Each handout says its pack's edition, the rules, the date, the hours and what is assumed.
#[test]
fn every_format_says_what_it_was_made_from() {
    for format in Format::ALL.into_iter().filter(|format| !format.is_binary()) {
        let said = text(&ROUTE, format).replace("\r\n ", "");
        let edition = &ENGLAND.about().edition;
        assert!(said.contains(edition.as_str()), "{format} without its edition");
        assert!(said.contains("review"), "{format} without its rules");
        assert!(
            said.contains("22 Nov 2026") || said.contains("2026-11-22") || said.contains("20261122"),
            "{format} without its date"
        );
        let hours = ["5 hours", "Hours a week", "hours_per_week"].iter().any(|hours| said.contains(hours));
        assert!(hours, "{format} without its hours");
        assert!(said.to_lowercase().contains("assumed"), "{format} without what is assumed");
    }
}

#[test]
fn dates_are_said_as_what_follows_from_the_day_one_starts() {
    assert!(ROUTE.document.lead.contains("If you start on 22 Nov 2026"), "{}", ROUTE.document.lead);
    assert!(ROUTE.document.assumed.iter().any(|one| one == "You start on 22 Nov 2026"));
}

#[test]
fn where_there_is_no_route_the_handout_says_why_and_what_would_open_one() {
    let from_nowhere = ENGLAND.role_ids().find_map(|role| {
        let question = question("ward-manager", ENGLAND.role(role).slug.as_str(), Ruleset::Today);
        let answer = planner::routes(&ENGLAND, &question);
        answer.blocked.is_some().then_some((question, answer))
    });
    let (question, answer) = from_nowhere.expect("some role is out of reach");
    let handout = handout::route(&ENGLAND, &question, &answer, 1, TODAY).expect("a handout all the same");
    assert!(text(&handout, Format::Markdown).contains("there is no route"));
    assert!(refusal(&handout, Format::Ics).contains("there is no route"));
    assert!(
        serde_json::from_str::<serde_json::Value>(&text(&handout, Format::Json)).expect("JSON")["blocked"].is_object()
    );
}

#[test]
fn a_route_that_is_not_there_is_not_made_up() {
    let question = question("ward-manager", "matron", Ruleset::Today);
    let answer = planner::routes(&ENGLAND, &question);
    let there_are = answer.routes.len();
    for asked in [0, there_are + 1] {
        let error = handout::route(&ENGLAND, &question, &answer, asked, TODAY).expect_err("no such route");
        assert_eq!((error.asked, error.there_are), (asked, there_are));
    }
}

#[test]
fn the_record_has_the_promised_shape() {
    let record: serde_json::Value = serde_json::from_str(&text(&ROUTE, Format::Json)).expect("JSON");
    assert_eq!(
        (&record["pack"], &record["ruleset"], &record["date"]),
        (&"england".into(), &"review".into(), &"2026-11-22".into())
    );
    assert_eq!(record["routes"].as_array().map(Vec::len), Some(1));
    let steps = record["routes"][0]["steps"].as_array().expect("steps");
    assert_eq!(steps[0]["role"], "ward-manager");
    assert_eq!(steps.last().expect("a last step")["role"], "trust-chief-executive");
}

/// Hostile words break no format, also in a kind of handout that is not fingerpost's own.
#[test]
fn hostile_words_come_through_every_format() {
    for words in HOSTILE {
        for format in Format::ALL.into_iter().filter(|format| *format != Format::Svg) {
            let bytes = hostile(words).write(format).unwrap_or_else(|error| panic!("{words:?} as {format}: {error}"));
            assert!(!bytes.is_empty());
        }
    }
}

/// The outline says beforehand what the handout then is: the export on the screen shows it while one chooses.
#[test]
fn the_outline_keeps_its_word() {
    let question = question("ward-manager", "matron", Ruleset::Today);
    let answer = planner::routes(&ENGLAND, &question);
    let closed: Vec<_> = ENGLAND.post_ids().filter(|id| ENGLAND.post(*id).has_closed(TODAY)).collect();
    let hours_per_week = ENGLAND.tables().hours_per_week;
    let posts = |posts| Subject::Posts { posts, ruleset: Ruleset::Today, hours_per_week };
    let subjects = [
        Subject::Route { question: Box::new(question), answer: Box::new(answer), number: 1, wishes: Wishes::default() },
        Subject::Role { role: ENGLAND.find_role("matron").expect("a role"), person: None, ruleset: Ruleset::Today },
        Subject::Training { items: ENGLAND.training_ids().take(1).collect(), ruleset: Ruleset::Today },
        posts(ENGLAND.post_ids().collect()),
        posts(closed),
        posts(Vec::new()),
    ];
    for subject in subjects {
        let (outline, handout) = (subject.outline(&ENGLAND, TODAY), subject.handout(&ENGLAND, TODAY));
        let (outline, handout) = (outline.expect("an outline"), handout.expect("a handout"));
        for format in Format::ALL {
            assert_eq!(outline.file_name(format), handout.file_name(format));
            let written = handout.write(format);
            assert_eq!(outline.lacks(format).is_none(), written.is_ok(), "{} as {format}", outline.stem);
            if let (Some(why), Err(error)) = (outline.lacks(format), written) {
                assert_eq!(error.to_string(), why);
            }
        }
    }
}
