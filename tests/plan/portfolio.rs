//! A profile and its plans in one file that a person may read and change.

use fingerpost::domain::Pack;
use fingerpost::domain::portfolio::Portfolio;
use fingerpost::domain::profile::{Miss, Since, WaiverKind};
use fingerpost::domain::quantity::{Decimal, Weeks};
use fingerpost::domain::ruleset::Ruleset;
use fingerpost::pack::{read_portfolio, write_portfolio};
use jiff::civil::date;

use crate::{MADE, asked, circumstances, england, planned, ward_manager};

const FULL: &str = r#"# Mine. Do not lose this line.
id = "me"
title = "Ward manager, Taunton"
role = "ward-manager"   # since the spring
since = "2025-05-01"
hours_per_week = 2.5
region = "south-west"
have = ["reg-nmc-nurse"]
target = "chief-nurse"
dismissed = ["A warning I have read"]

[wishes]
sectors = ["acute"]
regions = ["south-west"]
pay_at_least = 50000
most_moves = 4
targets = ["matron"]

[[held]]
training = "learning-disability-autism-training-tier-2"
on = "2024-03-01"
until = "2027-03-01"

[[before]]
role = "ward-sister"
from = "2015-09-01"
to = "2020-01-01"

[[before]]
role = "ward-sister"
years = 1.5

[[waiver]]
for = "exp-clinical-post-registration-12m"
kind = "equivalence"
by = "Talent board, South West"
on = "2026-06-01"
note = "Twenty years in the army"
"#;

fn full() -> String {
    let pack = england();
    let sister = pack.role_ids().map(|role| pack.role(role)).find(|role| role.title.contains("ister"));
    FULL.replace("ward-sister", sister.map_or("matron", |role| role.slug.as_str()))
}

fn read(text: &str, pack: &Pack) -> Portfolio {
    let (portfolio, warnings) = read_portfolio("me.toml", text.as_bytes(), pack).expect("it is sound");
    assert_eq!(warnings, [], "{text}");
    portfolio
}

#[test]
fn everything_a_profile_may_say_is_read() {
    let pack = england();
    let profile = read(&full(), &pack).profile;
    assert_eq!(profile.since, Since::Day(date(2025, 5, 1)));
    assert_eq!(profile.hours_per_week, Decimal::parse("2.5"));
    assert_eq!((profile.held.len(), profile.before.len(), profile.waivers.len()), (1, 2, 1));
    assert_eq!(profile.waivers[0].kind, WaiverKind::Equivalence);
    assert_eq!(profile.wishes.pay_at_least, Some(50_000));
}

#[test]
fn a_file_that_nothing_was_changed_in_stays_as_it_was_written_to_the_last_character() {
    let pack = england();
    let portfolio = read(&full(), &pack);
    assert_eq!(write_portfolio(&portfolio, &pack, &full()), full());
}

#[test]
fn what_is_written_anew_is_read_as_the_same() {
    let pack = england();
    let mut portfolio = read(&full(), &pack);
    portfolio.plans.push(ward_manager(&pack).1);
    portfolio.plans.push(ward_manager(&pack).1);
    portfolio.plans[1].id = portfolio.free_id(&portfolio.plans[0].id);
    assert_eq!(portfolio.plans[1].id.as_str(), "first-2");
    for before in ["", "this is = no toml [", &full()] {
        let text = write_portfolio(&portfolio, &pack, before);
        assert_eq!(read(&text, &pack), portfolio, "{text}");
    }
}

#[test]
fn a_change_touches_only_what_it_changes() {
    let pack = england();
    let mut portfolio = read(&full(), &pack);
    portfolio.profile.target = pack.find_role("matron");
    portfolio.profile.region = None;
    portfolio.profile.before.clear();
    let text = write_portfolio(&portfolio, &pack, &full());
    for kept in ["# Mine. Do not lose this line.", "role = \"ward-manager\"   # since the spring", "[wishes]"] {
        assert!(text.contains(kept), "{kept} is lost in\n{text}");
    }
    assert!(text.contains("target = \"matron\"") && !text.contains("region = ") && !text.contains("before"), "{text}");
    assert_eq!(read(&text, &pack), portfolio);
}

#[test]
fn keys_that_are_not_the_program_s_are_warned_of_and_kept() {
    let pack = england();
    let text = format!("colour = \"red\"\n{}", full());
    let (portfolio, warnings) = read_portfolio("me.toml", text.as_bytes(), &pack).expect("it is sound");
    assert!(warnings[0].to_string().starts_with("me.toml:1:1: warning: the key \"colour\""), "{}", warnings[0]);
    let mut changed = portfolio;
    changed.profile.title = "Another".to_owned();
    let text = write_portfolio(&changed, &pack, &text);
    assert!(text.contains("colour = \"red\"") && text.contains("title = \"Another\""), "{text}");
}

#[test]
fn faults_are_told_with_their_places() {
    let pack = england();
    let told = |old: &str, new: &str| {
        let text = full();
        assert!(text.contains(old), "{old}");
        let faults = read_portfolio("me.toml", text.replacen(old, new, 1).as_bytes(), &pack).expect_err("a fault");
        faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    assert!(told("since = \"2025-05-01\"", "since = \"2025-05-01\"\nserved_years = 1").contains("twice"));
    assert!(
        told("until = \"2027-03-01\"", "until = \"2020-03-01\"").starts_with("me.toml:22:9: error: until is before")
    );
    assert!(told("years = 1.5", "yaers = 1.5").contains("needs either years"));
    assert!(told("kind = \"equivalence\"", "kind = \"favour\"").contains("\"waiver\" or \"equivalence\""));
    assert!(told("by = \"Talent board, South West\"\n", "").contains("by is missing"));
    assert!(told("pay_at_least = 50000", "pay_at_least = 0.5").contains("not a whole number"));
    let plan = told("[wishes]", "[[plan]]\nid = \"x\"\n\n[wishes]");
    assert!(plan.contains("this plan cannot be read") && plan.contains("me.toml:"), "{plan}");
}

#[test]
fn what_steers_a_terminal_is_taken_out_of_a_plan() {
    let pack = england();
    let mut portfolio = read(&full(), &pack);
    portfolio.plans.push(ward_manager(&pack).1);
    portfolio.plans[0].title = "red \u{1b}[31m".to_owned();
    portfolio.plans[0].stints[1].title = "back \u{202e}wards".to_owned();
    let text = write_portfolio(&portfolio, &pack, "");
    let read = read(&text, &pack);
    let titles = format!("{} {}", read.plans[0].title, read.plans[0].stints[1].title);
    assert!(!titles.contains(['\u{1b}', '\u{202e}']), "{titles:?}");
}

#[test]
fn what_has_run_out_or_is_not_granted_yet_does_not_count() {
    let pack = england();
    let profile = read(&full(), &pack).profile;
    let training = |slug| pack.find_training(slug).expect("there");
    let on = |day| profile.person(&pack, Decimal::whole(5), day).have;
    let tier = training("learning-disability-autism-training-tier-2");
    assert!(on(date(2024, 3, 1)).contains(&tier) && on(date(2027, 3, 1)).contains(&tier));
    assert!(!on(date(2024, 2, 29)).contains(&tier) && !on(date(2027, 3, 2)).contains(&tier));
    let waived = training("exp-clinical-post-registration-12m");
    let mut granted = profile.clone();
    granted.before.clear();
    let on = |day| granted.person(&pack, Decimal::whole(5), day).have;
    assert!(!on(date(2026, 5, 31)).contains(&waived) && on(date(2026, 6, 1)).contains(&waived));
    assert_eq!(profile.person(&pack, Decimal::whole(5), MADE).served, Weeks(52 + 29));
}

#[test]
fn roles_held_before_count_for_what_they_gave_in_their_time() {
    let pack = england();
    let grant = pack
        .role_ids()
        .flat_map(|role| pack.grants_of(role).iter().map(move |grant| (role, grant)))
        .find(|(_, grant)| grant.matures() > Weeks(52))
        .expect("some role gives something after more than a year");
    let mut profile = read("role = \"ward-manager\"\n", &pack).profile;
    let mut held = |years: Decimal| {
        let time = fingerpost::domain::profile::record::Time::Years(years);
        profile.before = vec![fingerpost::domain::profile::Before { role: grant.0, time }];
        profile.person(&pack, Decimal::whole(5), MADE).have.contains(&grant.1.fact)
    };
    assert!(held(Decimal::whole(40)));
    assert!(!held(Decimal::ZERO));
}

#[test]
fn wishes_say_where_a_route_misses_them() {
    let pack = england();
    let mut wishes = read(&full(), &pack).profile.wishes;
    let role = |slug| pack.find_role(slug).expect("a role");
    let circumstances = circumstances(role("ward-manager"), 78, Ruleset::Today);
    let route = &asked(&pack, &circumstances, role("trust-chief-executive"))[0];
    assert!(planned(&pack, &circumstances, route).stints.len() > 2);
    wishes.sectors.clear();
    (wishes.most_moves, wishes.pay_at_least) = (Some(1), Some(1_000_000));
    let misses = wishes.missed_by(&pack, route);
    assert_eq!(misses[0], Miss::Moves { takes: route.totals.moves, most: 1 });
    let known = route.steps.iter().skip(1).filter(|step| fingerpost::domain::pay::yearly(&pack, step.role).is_some());
    assert_eq!(misses.len(), 1 + known.count(), "every role whose pay is known pays less than a million");
    wishes.sectors.insert("nowhere".to_owned());
    let sectors = wishes.missed_by(&pack, route).into_iter().filter(|miss| matches!(miss, Miss::Sector { .. }));
    let with_sector = route.steps.iter().skip(1).filter(|step| pack.role(step.role).sector.is_some());
    assert_eq!(sectors.count(), with_sector.count());
    assert_eq!(fingerpost::domain::profile::Wishes::default().missed_by(&pack, route), []);
}

#[test]
fn a_route_that_needs_what_was_waived_says_so() {
    use fingerpost::domain::planner::{Assumption, Circumstances, MovesAllowed};

    let pack = england();
    let from = pack.find_role("ward-manager").expect("a role");
    let target = pack.find_role("matron").expect("a role");
    let nurse = pack.find_training("reg-nmc-nurse").expect("there");
    let text = "role = \"ward-manager\"\n\n[[waiver]]\nfor = \"reg-nmc-nurse\"\nkind = \"waiver\"\nby = \"A board\"\non = \"2026-06-01\"\n";
    let says = |text: &str| {
        let person = read(text, &pack).profile.person(&pack, Decimal::whole(5), MADE);
        assert_eq!(person.role, from);
        let circumstances = Circumstances { person, ruleset: Ruleset::Today, moves: MovesAllowed::Usual, terms: None };
        let routes = asked(&pack, &circumstances, target);
        !routes.is_empty() && routes.iter().all(|route| route.assumed.contains(&Assumption::ByWaiver(nurse)))
    };
    assert!(says(text));
    assert!(!says(&format!("have = [\"reg-nmc-nurse\"]\n{text}")), "what is held needs no waiver");
}

#[test]
fn the_example_of_the_readme_is_a_whole_profile_and_sound() {
    let pack = england();
    let readme = include_str!("../../README.md");
    let blocks = readme.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next());
    let example = blocks.into_iter().find(|block| block.contains("[wishes]")).expect("it is in the README");
    let profile = read(example, &pack).profile;
    assert!(profile.wishes.can_be_missed() && !profile.wishes.targets.is_empty() && !profile.wishes.regions.is_empty());
    assert_eq!((profile.held.len(), profile.before.len(), profile.waivers.len()), (1, 1, 1));
    assert!(profile.region.is_some() && profile.target.is_some() && profile.hours_per_week.is_some());
    assert_eq!(write_portfolio(&read(example, &pack), &pack, example), example, "and stays as it is written");
}

#[test]
fn what_counts_is_told_with_where_it_comes_from_and_why_the_rest_does_not() {
    use fingerpost::domain::profile::account::{Origin, Standing};
    use fingerpost::domain::profile::cautions;

    let pack = england();
    let profile = read(&full(), &pack).profile;
    let tier = pack.find_training("learning-disability-autism-training-tier-2").expect("there");
    let waived = profile.waivers[0].fact;
    let standing = |fact, today| {
        let account = profile.account(&pack, today);
        account
            .into_iter()
            .rfind(|item| item.fact == fact)
            .map(|item| (item.origin, item.standing))
            .expect("it is told")
    };
    assert_eq!(standing(tier, date(2026, 1, 1)), (Origin::Told, Standing::Counts));
    assert_eq!(standing(tier, date(2024, 2, 1)).1, Standing::NotBefore(date(2024, 3, 1)));
    assert_eq!(standing(tier, date(2027, 3, 2)).1, Standing::RanOut(date(2027, 3, 1)));
    assert_eq!(standing(waived, date(2026, 5, 31)).1, Standing::NotBefore(date(2026, 6, 1)));
    for today in [date(2024, 2, 1), date(2026, 5, 31), date(2026, 6, 1), date(2027, 3, 2)] {
        let person = profile.person(&pack, Decimal::whole(5), today);
        for item in profile.account(&pack, today) {
            if item.standing == Standing::Counts && item.origin != Origin::Role(profile.role) {
                assert!(person.have.contains(&item.fact), "{item:?} counts on {today}");
            }
        }
    }
    let said = |today| cautions(&profile, &[], &pack, today).join("\n");
    assert!(said(date(2027, 2, 1)).contains("runs out on 1 Mar 2027"));
    assert!(said(date(2027, 3, 2)).contains("ran out on 1 Mar 2027 and does not count any more"));
    assert!(said(date(2026, 5, 31)).contains("counts only from 1 Jun 2026 on"));
}
