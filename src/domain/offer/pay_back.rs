//! Does it pay back? The best route through a post against the best one without it.
//!
//! *Best* is by one criterion; what it leaves open is settled by time, moves and study, in this order. Both routes come
//! from the planner, so each is as good as any that the rules allow ([`Course`]). A post stands for its role: the route
//! through it is the route through the role.

use super::earnings::{Pays, PoundWeeks, TimeInRoles};
use super::frame::{Frames, PayFrame};
use super::package::{Package, Sourced};
use super::provision::{PayEffect, Provision, Sign};
use crate::domain::id::RoleId;
use crate::domain::pack::Pack;
use crate::domain::planner::{self, Circumstances, Course, Criterion, Question, Route, Totals};
use crate::domain::post::Post;
use crate::domain::quantity::{Decimal, Weeks};

/// Who asks about which role on the way to which.
#[derive(Debug, Clone, Copy)]
pub struct PayBackQuestion<'q> {
    /// Who asks, under which rules. What a post is merely supposed to offer is no part of what a route earns.
    pub circumstances: &'q Circumstances,
    /// The role of the post.
    pub by_way_of: RoleId,
    /// The role wanted.
    pub target: RoleId,
    /// What *best* means.
    pub criterion: Criterion,
    /// The least that the advert offers a year, for when the table knows no pay of the role; see [`advertised_pay`].
    pub advertised: Option<u32>,
}

/// What comes of the comparison.
#[derive(Debug, Clone, PartialEq)]
pub enum PayBack {
    /// There is a way through the post and one without it.
    Both(Box<Comparison>),
    /// The only ways are through the post: it is the role held or the one wanted, or nothing else leads there.
    OnlyThrough(Box<Route>),
    /// There is no way through the post.
    OnlyWithout(Box<Route>),
    /// There is no way at all.
    Neither,
}

/// Two routes side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The best one through the post.
    pub through: Route,
    /// The best one without it.
    pub without: Route,
    /// How they differ, in the order of [`COMPARED`].
    pub differences: Vec<Difference>,
    /// What they earn.
    pub earnings: Earnings,
}

/// What is compared of two routes, in the order it is shown.
pub const COMPARED: [Criterion; 5] =
    [Criterion::Weeks, Criterion::Moves, Criterion::StudyHours, Criterion::Sectors, Criterion::Pay];

/// How two routes differ in one regard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// In which.
    pub criterion: Criterion,
    /// Of the route through the post, where known: weeks, moves, hours, sectors, pounds a year.
    pub through: Option<Decimal>,
    /// Of the route without it.
    pub without: Option<Decimal>,
}

impl Difference {
    /// Through less without, where both are known.
    #[must_use]
    pub fn by(&self) -> Option<Decimal> {
        Some(self.through? - self.without?)
    }

    /// Whether it speaks for the post or against it; open when they are equal or one is not known.
    #[must_use]
    pub fn sign(&self) -> Sign {
        let more_is_better = matches!(self.criterion, Criterion::Sectors | Criterion::Pay);
        match self.by().map(|by| by.cmp(&Decimal::ZERO)) {
            None | Some(std::cmp::Ordering::Equal) => Sign::Open,
            Some(std::cmp::Ordering::Greater) if more_is_better => Sign::For,
            Some(std::cmp::Ordering::Less) if !more_is_better => Sign::For,
            Some(_) => Sign::Against,
        }
    }
}

/// What two routes earn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earnings {
    /// From now to the later of their arrivals.
    pub whole: Stretch,
    /// From now to the earlier of them: known more often, as nothing is earned in the target yet.
    pub to_first_arrival: Stretch,
    /// The yearly pay at the post that is reckoned with, where known.
    pub post_pay: Option<u32>,
}

/// What two routes earn over a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// From now on.
    pub span: Weeks,
    /// By the route through the post, or the roles whose pay would have to be known.
    pub through: Result<PoundWeeks, Vec<RoleId>>,
    /// By the route without it.
    pub without: Result<PoundWeeks, Vec<RoleId>>,
    /// Through less without: known also where both spend equally long in roles of unknown pay.
    pub difference: Result<PoundWeeks, Vec<RoleId>>,
    /// How long the post's role is held on the route through it.
    pub at_post: Weeks,
    /// From which premium on the route through the post earns no less.
    pub break_even: BreakEven,
}

/// The smallest premium at a post under which the route through it earns at least as much as the one without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BreakEven {
    /// Whole pounds a year; none are needed when it is nought.
    Pounds(u64),
    /// Pay is not known of these roles.
    PayUnknown(Vec<RoleId>),
    /// No premium does: the route spends no time in the post.
    NoTime,
}

impl BreakEven {
    /// For a difference without premium and so many weeks at the post.
    ///
    /// With `n` pounds a year more at the post the difference is `difference + n × weeks`, which never falls as `n`
    /// grows. It is first not below nought at `n = ⌈−difference ÷ weeks⌉`.
    #[must_use]
    pub const fn of(difference: PoundWeeks, at_post: Weeks) -> Self {
        let short = if difference.0 < 0 { difference.0.unsigned_abs() } else { 0 };
        match (short, at_post.0 as u64) {
            (0, _) => Self::Pounds(0),
            (_, 0) => Self::NoTime,
            (short, weeks) => Self::Pounds(short.div_ceil(weeks)),
        }
    }
}

/// Compares them.
#[must_use]
pub fn pay_back(pack: &Pack, question: &PayBackQuestion) -> PayBack {
    let through = best(pack, question, Course::Through(question.by_way_of));
    let without = best(pack, question, Course::Avoiding(question.by_way_of));
    match (through, without) {
        (None, None) => PayBack::Neither,
        (Some(through), None) => PayBack::OnlyThrough(Box::new(through)),
        (None, Some(without)) => PayBack::OnlyWithout(Box::new(without)),
        (Some(through), Some(without)) => {
            let differences = COMPARED.map(|criterion| Difference {
                criterion,
                through: figure(&through.totals, criterion),
                without: figure(&without.totals, criterion),
            });
            let earnings = earnings(pack, question, &through, &without);
            PayBack::Both(Box::new(Comparison { through, without, differences: differences.to_vec(), earnings }))
        }
    }
}

fn best(pack: &Pack, question: &PayBackQuestion, course: Course) -> Option<Route> {
    let mut criteria = vec![question.criterion];
    criteria.extend(Criterion::DEFAULT.into_iter().filter(|criterion| *criterion != question.criterion));
    let asked = Question {
        circumstances: question.circumstances.clone(),
        target: question.target,
        course,
        criteria,
        alternatives: 0,
        max: Some(1),
    };
    planner::routes(pack, &asked).routes.into_iter().next()
}

fn figure(totals: &Totals, criterion: Criterion) -> Option<Decimal> {
    Some(match criterion {
        Criterion::Weeks => Decimal::whole(totals.weeks.0),
        Criterion::Moves => Decimal::whole(totals.moves),
        Criterion::StudyHours => totals.study_hours,
        Criterion::Cost => totals.cost,
        Criterion::Sectors => Decimal::whole(totals.sectors),
        Criterion::Pay => Decimal::whole(totals.pay?),
    })
}

fn earnings(pack: &Pack, question: &PayBackQuestion, through: &Route, without: &Route) -> Earnings {
    let post = question.by_way_of;
    let pays = Pays::new(pack, question.advertised.map(|pounds| (post, pounds)));
    let (one, other) = (through.totals.weeks, without.totals.weeks);
    Earnings {
        whole: stretch(&pays, post, [through, without], one.max(other)),
        to_first_arrival: stretch(&pays, post, [through, without], one.min(other)),
        post_pay: pays.yearly(post),
    }
}

fn stretch(pays: &Pays, post: RoleId, [through, without]: [&Route; 2], span: Weeks) -> Stretch {
    let (through, without) = (TimeInRoles::of(through, span), TimeInRoles::of(without, span));
    let difference = through.less(&without).earns(pays);
    let at_post = through.in_role(post);
    let break_even = match &difference {
        Ok(difference) => BreakEven::of(*difference, at_post),
        Err(unknown) => BreakEven::PayUnknown(unknown.clone()),
    };
    Stretch { span, through: through.earns(pays), without: without.earns(pays), difference, at_post, break_even }
}

/// The least that an advert offers a year, where it gives numbers. Nothing for seats that are none of an employee: their
/// fee is for some days a month and is no pay to live on.
#[must_use]
pub fn advertised_pay(pack: &Pack, post: &Post) -> Option<u32> {
    let seat = Frames::of(pack, post).possible() == [PayFrame::NonExecutive];
    post.pay_min.filter(|_| !seat)
}

/// A sourced line of a post's package that would move pay, if it were given: never part of what a route earns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PossiblePay<'p> {
    /// The line.
    pub provision: &'p Provision,
    /// Who says it, and when.
    pub said: Sourced<'p>,
    /// Whole pounds a year that it adds at the most, or withholds, where the pay at the post is known.
    pub yearly: Option<u32>,
    /// The same over the time at the post.
    pub over_stint: Option<PoundWeeks>,
}

/// What could move pay at a post that pays `post_pay` a year and is held for `at_post`: increases that hold for the post,
/// be it as we read them, and withheld uplifts that hold or of which nobody can tell.
#[must_use]
pub fn possible_pay<'p>(package: &Package<'p>, post_pay: Option<u32>, at_post: Weeks) -> Vec<PossiblePay<'p>> {
    let possible = package.sourced().filter(|(provision, said)| match provision.pay {
        PayEffect::Adds { .. } => said.applies().holds(),
        PayEffect::Withholds { .. } => said.applies().may_hold(),
        PayEffect::None | PayEffect::Once { .. } => false,
    });
    possible
        .map(|(provision, said)| {
            let yearly = post_pay.and_then(|basic| provision.pay.yearly(basic));
            let over_stint = yearly.map(|pounds| PoundWeeks::of(pounds, at_post));
            PossiblePay { provision, said: said.clone(), yearly, over_stint }
        })
        .collect()
}
