//! Who could fill a post, and whether in time.

use fingerpost::domain::offer::{Deadline, Feeder, Stands, feeders, telling};
use fingerpost::domain::planner::{MovesAllowed, reach};
use fingerpost::domain::quantity::Weeks;
use fingerpost::domain::ruleset::Ruleset;
use jiff::ToSpan as _;
use jiff::civil::date;

use crate::hand::{self, role, somebody};
use crate::{england, post};

fn line(feeder: &Feeder) -> (u8, u32, Option<u32>, Option<u32>) {
    let weeks = |weeks: Option<Weeks>| weeks.map(|weeks| weeks.0);
    (feeder.distance.moves(), feeder.asked.0, weeks(feeder.served), weeks(feeder.new))
}

#[test]
fn feeders_are_one_or_two_moves_away_and_sorted_by_readiness() {
    let pack = hand::pack(
        &[("far", None), ("near", None), ("nearer", None), ("post", None), ("beyond", None), ("very-far", None)],
        &[
            ("near", "post", 3),
            ("nearer", "post", 2),
            ("far", "near", 1),
            ("far", "nearer", 4),
            ("very-far", "far", 1),
            ("post", "beyond", 1),
            ("beyond", "near", 1),
            ("far", "very-far", 1),
        ],
    );
    let found = feeders(&pack, role(&pack, "post"), Ruleset::Today, MovesAllowed::Usual);
    let told: Vec<_> = found.iter().map(|one| (pack.role(one.role).slug.as_str(), line(one))).collect();
    assert_eq!(
        told,
        [
            ("nearer", (1, 104, Some(0), Some(104))),
            ("near", (1, 156, Some(0), Some(156))),
            ("beyond", (2, 52, Some(156), Some(208))),
            // Of its two moves the shorter is served; the longer first move leads there later.
            ("far", (2, 52, Some(156), Some(208))),
        ]
    );
}

#[test]
fn in_england_each_time_is_what_reach_says() {
    let pack = england();
    for id in ["deputy-chief-operating-officer", "chief-nurse", "trust-chair"] {
        let target = role(&pack, id);
        let found = feeders(&pack, target, Ruleset::Today, MovesAllowed::Usual);
        assert!(!found.is_empty(), "{id}");
        assert!(
            found
                .windows(2)
                .all(|pair| pair[0].served.is_none_or(|weeks| pair[1].served.is_none_or(|next| weeks <= next)))
        );
        for feeder in found.iter().take(6) {
            for (served, told) in [(feeder.asked, feeder.served), (Weeks::ZERO, feeder.new)] {
                let reached = reach(&pack, &somebody(feeder.role, served));
                let weeks = reached.iter().find(|one| one.role == target).map(|one| one.weeks);
                assert_eq!(told, weeks, "{} to {id}", pack.role(feeder.role).slug);
            }
        }
    }
}

#[test]
fn readiness_is_held_against_the_closing_day() {
    let pack = england();
    let mut post = post(&pack, "P001").clone();
    let today = date(2026, 11, 22);
    for days in 0..40_i64 {
        post.closes = Some(today + days.days());
        let deadline = Deadline::of(&post, today);
        for weeks in 0..8_u32 {
            let ready = today + i64::from(weeks).weeks();
            let closes = post.closes.expect("a day");
            let stands = deadline.stands(Some(Weeks(weeks)));
            match stands {
                Stands::InTime => assert!(ready <= closes, "{days} days, {weeks} weeks"),
                // So many weeks more before the day would have been enough, one less would not.
                Stands::LateBy(Weeks(late)) => {
                    assert!(ready <= closes + i64::from(late).weeks(), "{days} days, {weeks} weeks");
                    assert!(ready > closes + i64::from(late - 1).weeks(), "{days} days, {weeks} weeks");
                }
                other => panic!("an open advert: {other:?}"),
            }
        }
        assert_eq!(deadline.stands(None), Stands::NoWay);
    }
    post.closes = Some(date(2026, 11, 21));
    assert_eq!(Deadline::of(&post, today).stands(Some(Weeks(0))), Stands::Closed);
    post.closes = None;
    assert_eq!(Deadline::of(&post, today).stands(Some(Weeks(0))), Stands::NoDeadline);
}

#[test]
fn the_answer_says_how_many_are_in_time_or_who_is_soonest() {
    let pack = hand::pack(
        &[("clerk", None), ("nurse", None), ("post", None)],
        &[("clerk", "post", 2), ("nurse", "post", 1), ("clerk", "nurse", 1)],
    );
    let found = feeders(&pack, role(&pack, "post"), Ruleset::Today, MovesAllowed::Usual);
    let (closes, open) = (date(2026, 12, 14), |days| Deadline::Open { closes: date(2026, 12, 14), days });
    let told = telling::feeders(&pack, &found, open(22));
    assert_eq!(
        told,
        "2 of 2 feeder roles could be ready before it closes in 22 days, on 14 Dec 2026: nurse and 1 more could take it at once."
    );
    let told = telling::feeders(&pack, &found, Deadline::Closed(closes));
    assert!(told.starts_with("It closed on 14 Dec 2026. If another such post came up, nurse and 1 more"), "{told}");
    assert!(telling::feeders(&pack, &[], Deadline::NotGiven).starts_with("No role leads to this one"));
    assert_eq!(Stands::LateBy(Weeks(60)).to_string(), "late by 1y 2m");
}
