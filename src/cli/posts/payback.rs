//! `fingerpost posts payback`: the best way through a post against the best way without it.

use jiff::civil::Date;
use serde::Serialize;

use super::offer_args::PaybackArgs;
use super::{asker, correct};
use crate::cli::exit::{Failure, Status};
use crate::cli::look::Out;
use crate::cli::text::{Column, Line, Page, Span, Table, Tone};
use crate::cli::{json, routes};
use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::domain::offer::earnings::Pays;
use crate::domain::offer::pay_back::{
    BreakEven, Comparison, Difference, PossiblePay, Stretch, advertised_pay, possible_pay,
};
use crate::domain::offer::{Package, PayBack, PayBackQuestion, PoundWeeks, Sign, pay_back, telling};
use crate::domain::pay;
use crate::domain::planner::{Circumstances, Route};
use crate::domain::post::Post;
use crate::domain::quantity::{Decimal, Weeks};
use crate::domain::words;

/// A post, the question about it and the answer.
struct Weighed<'p> {
    pack: &'p Pack,
    post: &'p Post,
    question: PayBackQuestion<'p>,
    answer: PayBack,
    possible: Vec<PossiblePay<'p>>,
    today: Date,
}

/// Answers it.
///
/// # Errors
/// Wrong usage, a faulty profile, or an answer that cannot be written.
pub fn run(pack: &Pack, args: &PaybackArgs, out: &Out) -> Result<Status, Failure> {
    let post = correct::find(pack, &args.post)?;
    let by_way_of = asker::role_of(post)?;
    let asker = asker::required(pack, &args.who)?;
    let target = asker::target(pack, &asker, args.to.as_deref())?;
    let circumstances = Circumstances {
        person: asker.person,
        ruleset: args.rules.ruleset,
        moves: routes::allowed(args.exceptional),
        terms: None,
    };
    let question = PayBackQuestion {
        circumstances: &circumstances,
        by_way_of,
        target,
        criterion: args.criterion,
        advertised: advertised_pay(pack, post),
    };
    let answer = pay_back(pack, &question);
    let (post_pay, at_post) = at_post(pack, &question, &answer);
    let package = Package::of(pack, post);
    let possible = possible_pay(&package, post_pay, at_post);
    let weighed = Weighed { pack, post, question, answer, possible, today: jiff::Zoned::now().date() };
    out.answer(|| document(&weighed), |page| show(page, &weighed))?;
    Ok(Status::Answered)
}

/// What the post pays a year, where known, and how long it is held on the way through it.
fn at_post(pack: &Pack, question: &PayBackQuestion, answer: &PayBack) -> (Option<u32>, Weeks) {
    match answer {
        PayBack::Both(comparison) => (comparison.earnings.post_pay, comparison.earnings.whole.at_post),
        _ => (pay::yearly(pack, question.by_way_of).map(|pay| pay.min).or(question.advertised), Weeks::ZERO),
    }
}

impl Weighed<'_> {
    fn routes(&self) -> (Option<&Route>, Option<&Route>) {
        match &self.answer {
            PayBack::Both(comparison) => (Some(&comparison.through), Some(&comparison.without)),
            PayBack::OnlyThrough(route) => (Some(route), None),
            PayBack::OnlyWithout(route) => (None, Some(route)),
            PayBack::Neither => (None, None),
        }
    }

    fn comparison(&self) -> Option<&Comparison> {
        match &self.answer {
            PayBack::Both(comparison) => Some(comparison),
            PayBack::OnlyThrough(_) | PayBack::OnlyWithout(_) | PayBack::Neither => None,
        }
    }
}

#[derive(Debug, Serialize)]
struct PaybackDocument<'p> {
    post: &'p str,
    role: &'p str,
    closed: bool,
    from: &'p str,
    to: &'p str,
    ruleset: &'static str,
    criterion: &'static str,
    answer: String,
    verdict: &'static str,
    through: Option<RouteDocument<'p>>,
    without: Option<RouteDocument<'p>>,
    differences: Vec<DifferenceDocument>,
    earnings: Option<StretchDocument<'p>>,
    to_first_arrival: Option<StretchDocument<'p>>,
    post_pay_gbp: Option<u32>,
    possible: Vec<PossibleDocument<'p>>,
}

#[derive(Debug, Serialize)]
struct RouteDocument<'p> {
    weeks: Weeks,
    moves: u32,
    study_hours: Decimal,
    cost_gbp: Decimal,
    sectors: u32,
    pay_gbp: Option<u32>,
    steps: Vec<StepDocument<'p>>,
}

#[derive(Debug, Serialize)]
struct StepDocument<'p> {
    role: &'p str,
    enter_week: Weeks,
    leave_week: Option<Weeks>,
}

#[derive(Debug, Serialize)]
struct DifferenceDocument {
    criterion: &'static str,
    through: Option<Decimal>,
    without: Option<Decimal>,
    difference: Option<Decimal>,
    sign: &'static str,
}

#[derive(Debug, Serialize)]
struct StretchDocument<'p> {
    span_weeks: Weeks,
    through_gbp: Option<i64>,
    without_gbp: Option<i64>,
    difference_gbp: Option<i64>,
    pay_unknown: Vec<&'p str>,
    at_post_weeks: Weeks,
    break_even_gbp: Option<u64>,
}

#[derive(Debug, Serialize)]
struct PossibleDocument<'p> {
    id: &'p str,
    text: String,
    sign: &'static str,
    applies: &'static str,
    why: &'p str,
    yearly_gbp: Option<u32>,
    over_stint_gbp: Option<i64>,
    source: &'p str,
    date: &'p str,
}

fn document<'a>(weighed: &'a Weighed<'a>) -> PaybackDocument<'a> {
    let (pack, question) = (weighed.pack, &weighed.question);
    let (through, without) = weighed.routes();
    let comparison = weighed.comparison();
    PaybackDocument {
        post: &weighed.post.id,
        role: json::role(pack, question.by_way_of),
        closed: weighed.post.has_closed(weighed.today),
        from: json::role(pack, question.circumstances.person.role),
        to: json::role(pack, question.target),
        ruleset: question.circumstances.ruleset.slug(),
        criterion: question.criterion.slug(),
        answer: telling::pay_back(pack, question, &weighed.answer),
        verdict: match weighed.answer {
            PayBack::Both(_) => "both",
            PayBack::OnlyThrough(_) => "only-through",
            PayBack::OnlyWithout(_) => "only-without",
            PayBack::Neither => "neither",
        },
        through: through.map(|one| route(pack, one)),
        without: without.map(|one| route(pack, one)),
        differences: comparison.map_or_else(Vec::new, |both| both.differences.iter().map(difference).collect()),
        earnings: comparison.map(|both| stretch(pack, &both.earnings.whole)),
        to_first_arrival: comparison.map(|both| stretch(pack, &both.earnings.to_first_arrival)),
        post_pay_gbp: comparison.and_then(|both| both.earnings.post_pay),
        possible: weighed.possible.iter().map(possible).collect(),
    }
}

fn route<'p>(pack: &'p Pack, route: &Route) -> RouteDocument<'p> {
    let totals = route.totals;
    let steps = route.steps.iter().map(|step| StepDocument {
        role: json::role(pack, step.role),
        enter_week: step.enter,
        leave_week: step.leave.map(|(week, _)| week),
    });
    RouteDocument {
        weeks: totals.weeks,
        moves: totals.moves,
        study_hours: totals.study_hours,
        cost_gbp: totals.cost,
        sectors: totals.sectors,
        pay_gbp: totals.pay,
        steps: steps.collect(),
    }
}

fn difference(difference: &Difference) -> DifferenceDocument {
    DifferenceDocument {
        criterion: difference.criterion.slug(),
        through: difference.through,
        without: difference.without,
        difference: difference.by(),
        sign: difference.sign().slug(),
    }
}

fn stretch<'p>(pack: &'p Pack, stretch: &Stretch) -> StretchDocument<'p> {
    let mut unknown: Vec<RoleId> = [&stretch.through, &stretch.without]
        .into_iter()
        .flat_map(|sum| sum.as_ref().err().into_iter().flatten().copied())
        .collect();
    unknown.sort_unstable();
    unknown.dedup();
    let pounds = |sum: &Result<PoundWeeks, Vec<RoleId>>| sum.as_ref().ok().map(|sum| sum.pounds());
    StretchDocument {
        span_weeks: stretch.span,
        through_gbp: pounds(&stretch.through),
        without_gbp: pounds(&stretch.without),
        difference_gbp: pounds(&stretch.difference),
        pay_unknown: unknown.into_iter().map(|role| json::role(pack, role)).collect(),
        at_post_weeks: stretch.at_post,
        break_even_gbp: match stretch.break_even {
            BreakEven::Pounds(pounds) => Some(pounds),
            BreakEven::PayUnknown(_) | BreakEven::NoTime => None,
        },
    }
}

fn possible<'p>(possible: &'p PossiblePay<'p>) -> PossibleDocument<'p> {
    PossibleDocument {
        id: &possible.provision.id,
        text: telling::possible(possible),
        sign: possible.provision.sign.slug(),
        applies: possible.said.applies().slug(),
        why: possible.said.applies().why(),
        yearly_gbp: possible.yearly,
        over_stint_gbp: possible.over_stint.map(PoundWeeks::pounds),
        source: possible.said.source(),
        date: possible.said.date(),
    }
}

fn show(page: &mut Page, weighed: &Weighed) {
    let (pack, post, question) = (weighed.pack, weighed.post, &weighed.question);
    page.paragraph(telling::pay_back(pack, question, &weighed.answer), Tone::Strong);
    let again = match post.closes {
        Some(day) if post.has_closed(weighed.today) => {
            format!(" It closed on {}: the answer is as if another such post came up.", words::date(day))
        }
        _ => String::new(),
    };
    let role = &pack.role(question.by_way_of).title;
    page.paragraph(
        format!("The post stands for its role, {role}: {} at {} ({}).{again}", post.title, post.employer, post.id),
        Tone::Plain,
    );
    let (through, without) = weighed.routes();
    for (name, route) in [("Through", through), ("Without", without)] {
        let Some(route) = route else { continue };
        page.gap();
        page.hanging(Line::from(Span::new(format!("{name}  "), Tone::Strong)), way(pack, route), Tone::Plain);
    }
    if let Some(comparison) = weighed.comparison() {
        page.gap();
        differences(page, comparison);
        page.gap();
        page.line(Span::new("What it earns", Tone::Strong));
        let pays = Pays::new(pack, question.advertised.map(|pounds| (question.by_way_of, pounds)));
        for line in telling::earnings(pack, question.by_way_of, &comparison.earnings, &pays) {
            page.hanging(Line::from("  "), format!("{line}."), Tone::Plain);
        }
    }
    show_possible(page, weighed);
}

/// `Matron (2y), Head of nursing (3y), Chief nurse`.
fn way(pack: &Pack, route: &Route) -> String {
    let steps = route.steps.iter().map(|step| {
        let title = &pack.role(step.role).title;
        step.leave.map_or_else(|| title.clone(), |(week, _)| format!("{title} ({})", Weeks(week.0 - step.enter.0)))
    });
    steps.collect::<Vec<_>>().join(", ")
}

fn differences(page: &mut Page, comparison: &Comparison) {
    let mut table = Table::new(vec![
        Column::words(""),
        Column::words("Through"),
        Column::words("Without"),
        Column::words("Difference"),
        Column::words("Speaks"),
    ]);
    for one in &comparison.differences {
        let speaks = match one.sign() {
            Sign::For => "for the post",
            Sign::Against => "against it",
            Sign::Open => "neither way",
        };
        table.row(vec![
            telling::compared(one.criterion).into(),
            telling::amount(one.criterion, one.through).into(),
            telling::amount(one.criterion, one.without).into(),
            telling::difference(one).into(),
            speaks.into(),
        ]);
    }
    page.lines(table.lines(page.width()));
}

fn show_possible(page: &mut Page, weighed: &Weighed) {
    if weighed.possible.is_empty() {
        return;
    }
    page.gap();
    page.line(Span::new("Possible, and in no sum above", Tone::Strong));
    for one in &weighed.possible {
        let lead = Line::from(format!("  {} ", one.provision.sign.mark()));
        page.hanging(lead, format!("{}.", telling::possible(one)), Tone::Plain);
        let date = if one.said.date().is_empty() { String::new() } else { format!(", {}", one.said.date()) };
        page.hanging(Line::from("    "), format!("{}; sourced{date}", one.said.applies().words()), Tone::Faint);
        page.line(Line::from("    ").and(Span::new(one.said.source(), Tone::Faint)));
    }
}
