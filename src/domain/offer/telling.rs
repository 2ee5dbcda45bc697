//! Pay-back and feeders in plain words, the same on screen and command line.

use super::earnings::{Pays, PoundWeeks};
use super::feeders::{Deadline, Feeder, Stands};
use super::pay_back::{BreakEven, Comparison, Difference, Earnings, PayBack, PayBackQuestion, PossiblePay, Stretch};
use super::provision::{PayEffect, Sign};
use crate::domain::id::RoleId;
use crate::domain::pack::Pack;
use crate::domain::planner::Criterion;
use crate::domain::quantity::{Decimal, Pounds, Weeks};
use crate::domain::words;

/// The answer in a sentence or two.
#[must_use]
pub fn pay_back(pack: &Pack, question: &PayBackQuestion, answer: &PayBack) -> String {
    let (post, target) = (&pack.role(question.by_way_of).title, &pack.role(question.target).title);
    match answer {
        _ if question.circumstances.person.role == question.target => {
            format!("There is nothing to compare: {target} is the role held now.")
        }
        PayBack::Both(comparison) => both(pack, question, comparison),
        PayBack::OnlyThrough(_) if question.circumstances.person.role == question.by_way_of => {
            format!("There is nothing to compare: {post} is the role held now.")
        }
        PayBack::OnlyThrough(_) if question.target == question.by_way_of => {
            format!("There is nothing to compare: {post} is the role wanted.")
        }
        PayBack::OnlyThrough(route) => {
            format!("There is no way to {target} without {post}; through it, it takes {}.", route.totals.weeks)
        }
        PayBack::OnlyWithout(route) => format!(
            "There is no way to {target} through {post} under {}; without it, it takes {}.",
            words::rules(question.circumstances.ruleset),
            route.totals.weeks
        ),
        PayBack::Neither => format!(
            "There is no way to {target} under {}, through {post} or without it.",
            words::rules(question.circumstances.ruleset)
        ),
    }
}

fn both(pack: &Pack, question: &PayBackQuestion, comparison: &Comparison) -> String {
    let criterion = question.criterion;
    let judged = comparison.differences.iter().find(|one| one.criterion == criterion);
    let judged = judged.copied().unwrap_or(Difference {
        criterion,
        through: Some(comparison.through.totals.cost),
        without: Some(comparison.without.totals.cost),
    });
    let verdict = match (judged.sign(), judged.by()) {
        (Sign::For, _) => format!("it pays back: {}", difference(&judged)),
        (Sign::Against, _) => format!("it does not pay back: {}", difference(&judged)),
        (Sign::Open, Some(_)) => "it neither pays nor costs: both ways come to the same".to_owned(),
        (Sign::Open, None) => "nobody can tell, as pay on the way is not known".to_owned(),
    };
    let Earnings { whole, to_first_arrival: first, .. } = &comparison.earnings;
    let earned = match (&whole.difference, &first.difference) {
        (Ok(by), _) => format!(" {}", earned(*by, &format!("Over {}", whole.span))),
        (Err(unknown), Ok(by)) => format!(
            " {} What it earns after that is not known: no pay is known of {}.",
            earned(*by, &format!("Until the first arrival, in {},", first.span)),
            titles(pack, unknown)
        ),
        (Err(unknown), Err(_)) => format!(" What it earns is not known: no pay is known of {}.", titles(pack, unknown)),
    };
    format!("Judged by {criterion}, {verdict}.{earned}")
}

fn earned(by: PoundWeeks, lead: &str) -> String {
    match by.pounds() {
        0 => format!("{lead} both earn the same."),
        more if more > 0 => format!("{lead} it earns {} more.", money(more)),
        less => format!("{lead} it earns {} less.", money(-less)),
    }
}

fn money(pounds: i64) -> String {
    Pounds(Decimal::from_millionths(pounds.saturating_mul(1_000_000))).to_string()
}

fn titles(pack: &Pack, roles: &[RoleId]) -> String {
    words::and_list(&roles.iter().map(|role| pack.role(*role).title.as_str()).collect::<Vec<_>>())
}

/// How much the way through the post has more or less of something: `1y 2m less`, `£3,000 a year more`, `the same`.
#[must_use]
pub fn difference(difference: &Difference) -> String {
    let Some(by) = difference.by() else { return "not known".to_owned() };
    if by == Decimal::ZERO {
        return "the same".to_owned();
    }
    let size = if by.is_negative() { Decimal::ZERO - by } else { by };
    let direction = match (by.is_negative(), difference.criterion) {
        (false, _) => "more",
        (true, Criterion::Moves | Criterion::Sectors) => "fewer",
        (true, _) => "less",
    };
    format!("{} {direction}", amount(difference.criterion, Some(size)))
}

/// A figure of a route in its unit: `3y`, `4 moves`, `£57,528`, `not known`.
#[must_use]
pub fn amount(criterion: Criterion, figure: Option<Decimal>) -> String {
    let Some(figure) = figure else { return "not known".to_owned() };
    let whole = || u64::try_from(figure.ceil()).unwrap_or(0);
    match criterion {
        Criterion::Weeks => Weeks::clamped(figure.ceil()).to_string(),
        Criterion::Moves => words::count(whole(), "move"),
        Criterion::StudyHours => words::count_hours(figure),
        Criterion::Cost => Pounds(figure).to_string(),
        Criterion::Sectors => words::count(whole(), "sector"),
        Criterion::Pay => format!("{} a year", Pounds(figure)),
    }
}

/// What a [`Difference`] is about, for a list.
#[must_use]
pub const fn compared(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Weeks => "Time",
        Criterion::Moves => "Moves",
        Criterion::StudyHours => "Study",
        Criterion::Cost => "Cost",
        Criterion::Sectors => "Breadth",
        Criterion::Pay => "Lowest pay on the way",
    }
}

/// What two routes earn, in sentences without their full stops: sums or why they are not known, the difference, the
/// break-even premium, and what the sums rest on.
#[must_use]
pub fn earnings(pack: &Pack, by_way_of: RoleId, earnings: &Earnings, pays: &Pays) -> Vec<String> {
    let Earnings { whole, to_first_arrival: first, .. } = earnings;
    let mut told = stretch(pack, whole, &format!("over {}", whole.span));
    if whole.difference.is_err() && first.span < whole.span {
        told.extend(stretch(pack, first, &format!("until the first arrival, in {}", first.span)));
    }
    let as_advertised =
        if pays.is_advertised(by_way_of) { " (at the post, the least that the advert offers)" } else { "" };
    told.push(format!(
        "Reckoned at the lowest point of each role's pay{as_advertised}, pounds a year times weeks divided by 52, rounded to \
         the pound at the end, without increases"
    ));
    told
}

fn stretch(pack: &Pack, stretch: &Stretch, span: &str) -> Vec<String> {
    let sum = |name: &str, sum: &Result<PoundWeeks, Vec<RoleId>>| match sum {
        Ok(sum) => format!("{name}, {span}: {}", money(sum.pounds())),
        Err(unknown) => format!("{name}, {span}: not known, as no pay is known of {}", titles(pack, unknown)),
    };
    let mut told = vec![sum("Through the post", &stretch.through), sum("Without it", &stretch.without)];
    if let (Ok(by), true) = (&stretch.difference, stretch.through.is_err()) {
        let same = "as both spend equally long in the roles of unknown pay";
        let more = if by.0 < 0 { "less" } else { "more" };
        told.push(format!("The way through the post earns {} {more}, {same}", money(by.pounds().abs())));
    }
    if stretch.difference.is_ok() {
        told.push(break_even(pack, &stretch.break_even));
    }
    told
}

/// The break-even premium in a sentence without its full stop.
#[must_use]
pub fn break_even(pack: &Pack, break_even: &BreakEven) -> String {
    match break_even {
        BreakEven::Pounds(0) => "It earns no less as it is: no premium is needed".to_owned(),
        BreakEven::Pounds(pounds) => {
            let premium = money(i64::try_from(*pounds).unwrap_or(i64::MAX));
            format!("It earns no less from a premium of {premium} a year at the post")
        }
        BreakEven::PayUnknown(unknown) => {
            format!("From which premium it earns no less is not known: no pay is known of {}", titles(pack, unknown))
        }
        BreakEven::NoTime => "No premium makes up for it: the way spends no time in the post".to_owned(),
    }
}

/// What a sourced line would do to pay at the post, if it were given or held.
#[must_use]
pub fn possible(possible: &PossiblePay) -> String {
    let percent = |percent: Decimal| format!("{percent}%");
    let over =
        possible.over_stint.map_or_else(String::new, |sum| format!(", {} over the time there", money(sum.pounds())));
    match (possible.provision.pay, possible.yearly) {
        (PayEffect::Adds { percent: share, .. }, Some(yearly)) => {
            format!("If the employer gives {}: up to {} a year{over}", percent(share), money(i64::from(yearly)))
        }
        (PayEffect::Adds { percent: share, cap: Some(cap) }, None) => format!(
            "If the employer gives {}: at most {} a year; the pay of the post is not known",
            percent(share),
            money(i64::from(cap))
        ),
        (PayEffect::Adds { percent: share, cap: None }, None) => {
            format!("If the employer gives {}: how much is not known, as the pay of the post is not", percent(share))
        }
        (PayEffect::Withholds { percent: share }, Some(yearly)) => {
            let held = possible.said.applies().holds();
            let lead = if held { "It withholds" } else { "If it holds for this organisation, it withholds" };
            format!("{lead} {} of pay, one year's uplift: {} a year{over}", percent(share), money(i64::from(yearly)))
        }
        (PayEffect::Withholds { percent: share }, None) => {
            format!("If it holds for this organisation, it withholds {} of a pay that is not known", percent(share))
        }
        (PayEffect::Once { pounds }, _) => format!("{} once", money(i64::from(pounds))),
        (PayEffect::None, _) => possible.provision.title.clone(),
    }
}

/// How many feeder roles are in time, or who is soonest ready when the advert has closed or names no day.
#[must_use]
pub fn feeders(pack: &Pack, feeders: &[Feeder], deadline: Deadline) -> String {
    let ready = |feeder: &Feeder| matches!(deadline.stands(feeder.served), Stands::InTime);
    let soonest = || match feeders.first().and_then(|first| first.served.map(|weeks| (first, weeks))) {
        None => "no feeder role has a way there under these rules".to_owned(),
        Some((first, Weeks::ZERO)) => {
            let ready = feeders.iter().filter(|feeder| feeder.served == Some(Weeks::ZERO)).count();
            let others = if ready > 1 { format!(" and {} more", ready - 1) } else { String::new() };
            format!("{}{others} could take it at once", pack.role(first.role).title)
        }
        Some((first, weeks)) => format!("{} is soonest ready, in {weeks}", pack.role(first.role).title),
    };
    if feeders.is_empty() {
        return "No role leads to this one by the moves that people can expect.".to_owned();
    }
    let all = words::count(feeders.len() as u64, "feeder role");
    match deadline {
        Deadline::Open { closes, days } => {
            let count = feeders.iter().filter(|feeder| ready(feeder)).count();
            let left =
                if days == 0 { "today".to_owned() } else { format!("in {}", words::count(u64::from(days), "day")) };
            format!(
                "{count} of {all} could be ready before it closes {left}, on {}: {}.",
                words::date(closes),
                soonest()
            )
        }
        Deadline::Closed(day) => {
            format!("It closed on {}. If another such post came up, {}; {all} in all.", words::date(day), soonest())
        }
        Deadline::NotGiven => format!("The advert names no closing day: {}; {all} in all.", soonest()),
    }
}
