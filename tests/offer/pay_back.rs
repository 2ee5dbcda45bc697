//! Does it pay back? Hand-made cases with the sums done on paper, England, and random packs week by week.

use fingerpost::domain::Pack;
use fingerpost::domain::id::RoleId;
use fingerpost::domain::offer::pay_back::{BreakEven, Comparison, advertised_pay, possible_pay};
use fingerpost::domain::offer::{Package, PayBack, PayBackQuestion, PoundWeeks, Sign, pay_back, telling};
use fingerpost::domain::pay;
use fingerpost::domain::planner::{Circumstances, Course, Criterion, Question, Route, routes};
use fingerpost::domain::quantity::{Decimal, Weeks};
use proptest::prelude::*;

use crate::hand::{self, role, somebody};
use crate::{england, post};

fn ask(pack: &Pack, from: &str, by: &str, to: &str, criterion: Criterion) -> PayBack {
    let circumstances = somebody(role(pack, from), Weeks::ZERO);
    pay_back(pack, &question(&circumstances, role(pack, by), role(pack, to), criterion))
}

fn question(
    circumstances: &Circumstances,
    by_way_of: RoleId,
    target: RoleId,
    criterion: Criterion,
) -> PayBackQuestion<'_> {
    PayBackQuestion { circumstances, by_way_of, target, criterion, advertised: None }
}

fn both(answer: PayBack) -> Comparison {
    let both = if let PayBack::Both(comparison) = answer { Some(*comparison) } else { None };
    both.expect("a way through and one without")
}

/// One year as clerk and three in the post, or two as clerk and one aside.
fn two_ways(chief: Option<u32>) -> Pack {
    hand::pack(
        &[("clerk", Some(26_000)), ("post", Some(30_000)), ("side", Some(40_000)), ("chief", chief)],
        &[("clerk", "post", 1), ("post", "chief", 3), ("clerk", "side", 2), ("side", "chief", 1)],
    )
}

#[test]
fn sums_are_those_done_on_paper() {
    // Through: 26,000 + 3 × 30,000 = 116,000. Without: 2 × 26,000 + 40,000 + 60,000 = 152,000, chief a year sooner.
    let told = both(ask(&two_ways(Some(60_000)), "clerk", "post", "chief", Criterion::Weeks));
    let whole = &told.earnings.whole;
    assert_eq!((whole.span, whole.at_post), (Weeks(208), Weeks(156)));
    assert_eq!(whole.through.as_ref().map(|sum| sum.pounds()), Ok(116_000));
    assert_eq!(whole.without.as_ref().map(|sum| sum.pounds()), Ok(152_000));
    assert_eq!(whole.difference, Ok(PoundWeeks(-36_000 * 52)));
    assert_eq!(whole.break_even, BreakEven::Pounds(12_000)); // 36,000 over three years
    assert_eq!(told.earnings.post_pay, Some(30_000));
    // Until the first arrival, after three years: 26,000 + 2 × 30,000 against 2 × 26,000 + 40,000.
    let first = &told.earnings.to_first_arrival;
    assert_eq!((first.span, first.difference.clone()), (Weeks(156), Ok(PoundWeeks(-6_000 * 52))));
    assert_eq!(first.break_even, BreakEven::Pounds(3_000));
    // A pound more as chief asks for the next whole pound of premium.
    let more = both(ask(&two_ways(Some(60_001)), "clerk", "post", "chief", Criterion::Weeks));
    assert_eq!(more.earnings.whole.break_even, BreakEven::Pounds(12_001));
}

#[test]
fn differences_have_their_signs() {
    let told = both(ask(&two_ways(Some(60_000)), "clerk", "post", "chief", Criterion::Weeks));
    let found: Vec<_> = told.differences.iter().map(|one| (one.criterion, one.by(), one.sign())).collect();
    let whole = |number: i64| Some(Decimal::from_millionths(number * 1_000_000));
    assert_eq!(
        found,
        [
            (Criterion::Weeks, whole(52), Sign::Against),
            (Criterion::Moves, whole(0), Sign::Open),
            (Criterion::StudyHours, whole(0), Sign::Open),
            (Criterion::Sectors, whole(0), Sign::Open),
            (Criterion::Pay, whole(-10_000), Sign::Against), // 30,000 as the lowest pay against 40,000
        ]
    );
}

#[test]
fn pay_that_is_not_known_is_not_guessed() {
    let pack = two_ways(None);
    let told = both(ask(&pack, "clerk", "post", "chief", Criterion::Weeks));
    let (whole, chief) = (&told.earnings.whole, vec![role(&pack, "chief")]);
    assert_eq!(whole.through.as_ref().map(|sum| sum.pounds()), Ok(116_000), "the chief's pay is not reached");
    assert_eq!((&whole.without, &whole.difference), (&Err(chief.clone()), &Err(chief.clone())));
    assert_eq!(whole.break_even, BreakEven::PayUnknown(chief));
    assert_eq!(told.earnings.to_first_arrival.break_even, BreakEven::Pounds(3_000));
}

#[test]
fn what_both_earn_alike_need_not_be_known_to_compare() {
    let pack = hand::pack(
        &[("clerk", None), ("post", Some(30_000)), ("side", Some(40_000)), ("chief", None)],
        &[("clerk", "post", 1), ("post", "chief", 2), ("clerk", "side", 1), ("side", "chief", 2)],
    );
    let whole = both(ask(&pack, "clerk", "post", "chief", Criterion::Weeks)).earnings.whole;
    assert_eq!(whole.through, Err(vec![role(&pack, "clerk")]));
    assert_eq!(whole.difference, Ok(PoundWeeks(-10_000 * 104)));
    assert_eq!(whole.break_even, BreakEven::Pounds(10_000));
}

#[test]
fn without_two_ways_there_is_nothing_to_compare() {
    let pack = two_ways(Some(60_000));
    let kind = |by: &str, from: &str, to: &str| ask(&pack, from, by, to, Criterion::Weeks);
    assert!(matches!(kind("clerk", "clerk", "chief"), PayBack::OnlyThrough(_)), "the role held");
    assert!(matches!(kind("chief", "clerk", "chief"), PayBack::OnlyThrough(_)), "the role wanted");
    assert!(matches!(kind("clerk", "post", "chief"), PayBack::OnlyWithout(_)), "no way back");
    assert!(matches!(kind("side", "chief", "clerk"), PayBack::Neither));
}

#[test]
fn a_post_left_at_once_needs_more_than_any_premium() {
    // Nobody stays in the post, so nothing is earned in it.
    let pack = hand::pack(
        &[("clerk", Some(20_000)), ("post", Some(30_000)), ("side", Some(40_000)), ("chief", Some(50_000))],
        &[("clerk", "post", 2), ("post", "chief", 0), ("clerk", "side", 1), ("side", "chief", 1)],
    );
    let whole = both(ask(&pack, "clerk", "post", "chief", Criterion::Weeks)).earnings.whole;
    assert_eq!((whole.at_post, &whole.break_even), (Weeks(0), &BreakEven::NoTime));
}

#[test]
fn the_advert_says_what_the_table_does_not() {
    let pack = hand::pack(
        &[("clerk", Some(26_000)), ("post", None), ("side", Some(40_000)), ("chief", Some(60_000))],
        &[("clerk", "post", 1), ("post", "chief", 3), ("clerk", "side", 2), ("side", "chief", 1)],
    );
    let circumstances = somebody(role(&pack, "clerk"), Weeks::ZERO);
    let asked = question(&circumstances, role(&pack, "post"), role(&pack, "chief"), Criterion::Weeks);
    assert!(both(pay_back(&pack, &asked)).earnings.whole.through.is_err());
    let advertised = PayBackQuestion { advertised: Some(30_000), ..asked };
    let earnings = both(pay_back(&pack, &advertised)).earnings;
    assert_eq!((earnings.post_pay, earnings.whole.break_even), (Some(30_000), BreakEven::Pounds(12_000)));
    // A chair's fee for some days a month is no pay to reckon with.
    let england = england();
    assert_eq!(advertised_pay(&england, post(&england, "P009")), None);
    assert_eq!(advertised_pay(&england, post(&england, "P017")), Some(100_000));
}

#[test]
fn premiums_that_may_be_paid_stand_apart() {
    let pack = england();
    let package = Package::of(&pack, post(&pack, "P017"));
    let possible = possible_pay(&package, Some(100_000), Weeks(104));
    let found: Vec<_> = possible
        .iter()
        .map(|one| (one.provision.id.as_str(), one.yearly, one.over_stint.map(PoundWeeks::pounds)))
        .collect();
    assert_eq!(
        found,
        [
            ("vsm-temporary-premium", Some(15_000), Some(30_000)),
            ("vsm-performance-bonus", Some(10_000), Some(20_000)),
            ("vsm-no-uplift-in-segment-5", Some(3_250), Some(6_500)),
        ]
    );
    let told: Vec<String> = possible.iter().map(telling::possible).collect();
    assert!(told[0].starts_with("If the employer gives 15%: up to £15,000 a year"), "{}", told[0]);
    assert!(told[2].starts_with("If it holds for this organisation"), "{}", told[2]);
    // Without a known pay the limit is all there is to say.
    let unknown = possible_pay(&package, None, Weeks(104));
    assert!(telling::possible(&unknown[0]).contains("at most £45,000 a year"));
    // Somebody on Agenda for Change may get another premium and loses no uplift.
    let band_nine = Package::of(&pack, post(&pack, "P001"));
    let ids: Vec<_> =
        possible_pay(&band_nine, Some(112_782), Weeks(52)).iter().map(|one| one.provision.id.clone()).collect();
    assert_eq!(ids, ["afc-recruitment-retention-premium"]);
}

#[test]
fn in_england_a_general_managers_post_shortens_the_way_to_the_board() {
    let pack = england();
    let told = both(ask(&pack, "matron", "general-manager", "chief-operating-officer", Criterion::Weeks));
    assert_eq!(told.differences[0].sign(), Sign::For);
    let circumstances = somebody(role(&pack, "matron"), Weeks::ZERO);
    let (by, to) = (role(&pack, "general-manager"), role(&pack, "chief-operating-officer"));
    let answer = PayBack::Both(Box::new(told));
    let words = telling::pay_back(&pack, &question(&circumstances, by, to, Criterion::Weeks), &answer);
    assert!(words.starts_with("Judged by time, it pays back: "), "{words}");
    assert!(words.contains("Until the first arrival"), "a chief operating officer's pay is not known: {words}");
}

/// What a route earns up to a week, counted week by week, with `premium` a year while in `post`.
fn counted(pack: &Pack, route: &Route, span: u32, post: RoleId, premium: u64) -> Option<i128> {
    let mut sum = 0;
    for week in 0..span {
        let step = route
            .steps
            .iter()
            .rev()
            .find(|step| step.enter.0 <= week && step.leave.is_none_or(|(left, _)| week < left.0));
        let held = step.expect("a role is held in every week").role;
        sum += i128::from(pay::yearly(pack, held)?.min);
        if held == post {
            sum += i128::from(premium);
        }
    }
    Some(sum)
}

/// A random pack: six roles, some of unknown pay, moves forwards and a few back. Two roles always lead to the last.
fn random_pack() -> impl Strategy<Value = Pack> {
    let pays = prop::collection::vec(prop::option::weighted(0.85, 20_000_u32..90_000), 6);
    let sure = prop::collection::vec(0_u32..4, 4);
    let moves = prop::collection::vec((0_usize..6, 0_usize..6, 0_u32..4), 0..14);
    (pays, sure, moves).prop_map(|(pays, sure, moves)| {
        let names = ["r0", "r1", "r2", "r3", "r4", "r5"];
        let roles: Vec<hand::Role> = names.into_iter().zip(pays).collect();
        let mut steps: Vec<hand::Step> = Vec::new();
        let sure = [(0, 1), (1, 5), (0, 2), (2, 5)].into_iter().zip(sure).map(|((from, to), years)| (from, to, years));
        for (from, to, years) in sure.chain(moves) {
            let new = from != to && !steps.iter().any(|step| (step.0, step.1) == (names[from], names[to]));
            if new {
                steps.push((names[from], names[to], years));
            }
        }
        hand::pack(&roles, &steps)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn sums_and_break_even_are_what_counting_weeks_gives(pack in random_pack(), by in 1_usize..5) {
        let (by, target) = (RoleId::from_index(by), RoleId::from_index(5));
        let circumstances = somebody(RoleId::from_index(0), Weeks::ZERO);
        let PayBack::Both(told) = pay_back(&pack, &question(&circumstances, by, target, Criterion::Weeks)) else {
            return Ok(());
        };
        prop_assert!(told.through.steps.iter().any(|step| step.role == by));
        prop_assert!(told.without.steps.iter().all(|step| step.role != by));
        for stretch in [&told.earnings.whole, &told.earnings.to_first_arrival] {
            let count = |route, premium| counted(&pack, route, stretch.span.0, by, premium);
            let (through, without) = (count(&told.through, 0), count(&told.without, 0));
            prop_assert_eq!(stretch.through.clone().ok().map(|sum| i128::from(sum.0)), through);
            prop_assert_eq!(stretch.without.clone().ok().map(|sum| i128::from(sum.0)), without);
            let (Some(_), Some(without)) = (through, without) else { continue };
            match stretch.break_even {
                BreakEven::Pounds(0) => prop_assert!(count(&told.through, 0) >= Some(without)),
                BreakEven::Pounds(enough) => {
                    prop_assert!(count(&told.through, enough) >= Some(without));
                    prop_assert!(count(&told.through, enough - 1) < Some(without));
                }
                BreakEven::NoTime => prop_assert!(count(&told.through, 1_000_000) < Some(without)),
                BreakEven::PayUnknown(_) => prop_assert!(false, "every pay is known"),
            }
        }
    }

    #[test]
    fn the_better_side_is_the_best_there_is(pack in random_pack(), by in 1_usize..5, which in 0_usize..6) {
        let criterion = Criterion::ALL[which];
        let (by, target) = (RoleId::from_index(by), RoleId::from_index(5));
        let circumstances = somebody(RoleId::from_index(0), Weeks::ZERO);
        let answer = pay_back(&pack, &question(&circumstances, by, target, criterion));
        let all = Question {
            circumstances: circumstances.clone(),
            target,
            course: Course::Any,
            criteria: vec![criterion],
            alternatives: 0,
            max: None,
        };
        let best = routes(&pack, &all).routes.first().map(|route| score(route, criterion));
        let sides: Vec<&Route> = match &answer {
            PayBack::Both(told) => vec![&told.through, &told.without],
            PayBack::OnlyThrough(route) | PayBack::OnlyWithout(route) => vec![route],
            PayBack::Neither => Vec::new(),
        };
        prop_assert_eq!(sides.into_iter().map(|route| score(route, criterion)).min(), best);
    }
}

/// Less is better.
fn score(route: &Route, criterion: Criterion) -> i64 {
    let totals = &route.totals;
    match criterion {
        Criterion::Weeks => i64::from(totals.weeks.0),
        Criterion::Moves => i64::from(totals.moves),
        Criterion::StudyHours => totals.study_hours.millionths(),
        Criterion::Cost => totals.cost.millionths(),
        Criterion::Sectors => -i64::from(totals.sectors),
        Criterion::Pay => totals.pay.map_or(1, |pounds| -i64::from(pounds)),
    }
}
