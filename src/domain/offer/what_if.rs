//! *What would it take?* The smallest package under which the way through a post is worth taking.
//!
//! A post is looked at as a role that can be taken on certain terms ([`Terms`]). Routes through it are held against routes that
//! keep clear of it: these do not depend on the terms, so they are found once.
//!
//! **As good as is good enough.** A route through the post is *on the front* when no route without it is better in one
//! criterion and no worse in every other; it is *best* by a criterion when no route without it is better in that one. A
//! tie counts for the post: nobody loses by taking it.
//!
//! **Why the answers are exact.** More of anything offered never makes it worse: whoever walks a route on some terms can
//! walk the same roles on better ones, begins and ends each study no later, holds no less at any moment, and is paid no
//! less; the routes without the post stay as they are. So once an amount suffices, so does every larger one, and halving
//! the range finds the least that does. Beyond a lever's limit nothing can change any more: tenure longer than any move
//! out of the role or anything it gives asks for; a premium that lifts its pay above that of the best paid role. Study is
//! tried up to a whole working week.
//!
//! For training given, a set that does not suffice is made as large as it can be without sufficing. Every set that does
//! must then hold something of what is left over. Trying the smallest sets that hold something of each remainder so far
//! until none is untried finds all of the smallest size.

use std::collections::BTreeSet;

use super::smallest_sets::smallest_sets;
use crate::domain::career_move::Move;
use crate::domain::id::{RoleId, TrainingId};
use crate::domain::pack::Pack;
use crate::domain::pay;
use crate::domain::planner::{self, Circumstances, Course, Criterion, Offered, Question, Route, Terms, Totals};
use crate::domain::quantity::{Decimal, Weeks};
use crate::domain::requirement::Grant;
use crate::domain::training::Obtain;

/// The most hours a week that protected study is tried with: a whole working week.
pub const MOST_STUDY_HOURS: u32 = 37;

/// The most items of training given that are looked for.
pub const MOST_GIVEN: usize = 3;

/// Somebody, the role of a post, and where they want to get in the end.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Prospect {
    /// Who asks, under which rules. Terms in it are put aside.
    pub circumstances: Circumstances,
    /// The role of the post.
    pub role: RoleId,
    /// The role wanted in the end.
    pub target: RoleId,
    /// What routes are compared by, in order; never empty, no repeats.
    pub criteria: Vec<Criterion>,
}

/// When the way through the post is worth taking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Goal {
    /// No route without the post is better in one criterion and no worse in every other.
    OnTheFront,
    /// No route without the post is better by this criterion.
    BestBy(Criterion),
}

/// How the routes through a post compare with those without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The best routes through the post on its terms: their own Pareto front, by the criteria in their order.
    pub through: Vec<Route>,
    /// The best routes without it.
    pub without: Vec<Route>,
    /// The places in `through` of those that no route without the post betters.
    pub on_the_front: Vec<usize>,
    /// The criteria of the prospect by which no route without the post is better.
    pub best_by: Vec<Criterion>,
}

/// What the post would have to offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Smallest {
    /// Nothing: the goal is reached as it is.
    Nothing,
    /// Something, and this is the least of each.
    Needed(Levers),
}

/// The least of each lever that alone suffices, and of two together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levers {
    /// Pounds a year.
    pub premium: Least<u32>,
    /// Whole hours of protected study a week.
    pub study_hours: Least<u32>,
    /// Tenure credited.
    pub tenure: Least<Weeks>,
    /// All the smallest sets of training given, in order.
    pub given: Least<Vec<BTreeSet<TrainingId>>>,
    /// The least tenure for more and more hours of study, where both are needed: neither of a pair can be less without
    /// more of the other.
    pub study_and_tenure: Vec<(u32, Weeks)>,
}

/// The answer for one lever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Least<T> {
    /// This much, and no less.
    Amount(T),
    /// No amount suffices.
    None,
}

impl<T> Least<T> {
    /// The amount, where one suffices.
    pub const fn amount(&self) -> Option<&T> {
        match self {
            Self::Amount(amount) => Some(amount),
            Self::None => None,
        }
    }
}

/// How the routes through the post compare with those without it when the post offers this.
#[must_use]
pub fn verdict(pack: &Pack, prospect: &Prospect, offered: &Offered) -> Verdict {
    let without = without(pack, prospect);
    verdict_beside(pack, prospect, offered, without)
}

/// The best routes without the post, whatever it offers: found once, they serve every verdict.
#[must_use]
pub fn without(pack: &Pack, prospect: &Prospect) -> Vec<Route> {
    let course = Course::Avoiding(prospect.role);
    planner::routes(pack, &prospect.question(course, None, prospect.criteria.clone())).routes
}

/// As [`verdict`], with the routes that [`without`] found.
#[must_use]
pub fn verdict_beside(pack: &Pack, prospect: &Prospect, offered: &Offered, without: Vec<Route>) -> Verdict {
    let criteria = &prospect.criteria;
    let through = planner::routes(pack, &prospect.through(offered.clone(), criteria.clone())).routes;
    let bettered = |route: &Route| without.iter().any(|rival| betters(&rival.totals, &route.totals, criteria));
    let on_the_front = (0..through.len()).filter(|at| !bettered(&through[*at])).collect();
    let best_by = criteria.iter().copied().filter(|criterion| {
        let one = [*criterion];
        let best = |route: &Route| !without.iter().any(|rival| betters(&rival.totals, &route.totals, &one));
        through.iter().any(best)
    });
    Verdict { best_by: best_by.collect(), on_the_front, through, without }
}

/// The least that the post would have to offer for `goal`: of each lever alone, and of study and tenure together.
#[must_use]
pub fn smallest(pack: &Pack, prospect: &Prospect, goal: Goal) -> Smallest {
    let trial = Trial::new(pack, prospect, goal);
    if trial.suffices(Offered::default()) {
        return Smallest::Nothing;
    }
    let most_tenure = trial.most_tenure();
    let premium = least(1, trial.most_premium(), |premium| trial.suffices(Offered { premium, ..Offered::default() }));
    let study_hours = least(1, MOST_STUDY_HOURS, |hours| trial.suffices(study_and_tenure(hours, 0)));
    let tenure = least(1, most_tenure, |weeks| trial.suffices(study_and_tenure(0, weeks)));
    let pairs = trial.pairs(study_hours, tenure, most_tenure);
    let amount = |found: Option<u32>| found.map_or(Least::None, Least::Amount);
    Smallest::Needed(Levers {
        premium: amount(premium),
        study_hours: amount(study_hours),
        tenure: tenure.map_or(Least::None, |weeks| Least::Amount(Weeks(weeks))),
        given: trial.given(),
        study_and_tenure: pairs,
    })
}

impl Prospect {
    fn question(&self, course: Course, terms: Option<Terms>, criteria: Vec<Criterion>) -> Question {
        let circumstances = Circumstances { terms, ..self.circumstances.clone() };
        Question { circumstances, target: self.target, course, criteria, alternatives: 0, max: None }
    }

    fn through(&self, offered: Offered, criteria: Vec<Criterion>) -> Question {
        let terms = Terms { role: self.role, offered };
        self.question(Course::Through(self.role), Some(terms), criteria)
    }
}

/// Whether one route is better than another in some criterion and no worse in any.
fn betters(one: &Totals, other: &Totals, criteria: &[Criterion]) -> bool {
    let figures = || criteria.iter().map(|criterion| (one.figure(*criterion), other.figure(*criterion)));
    figures().all(|(a, b)| a <= b) && figures().any(|(a, b)| a < b)
}

/// The least number from `from` to `most` for which `suffices` is true, which stays true from there on.
fn least(from: u32, most: u32, suffices: impl Fn(u32) -> bool) -> Option<u32> {
    if from > most || !suffices(most) {
        return None;
    }
    let (mut low, mut high) = (from, most);
    while low < high {
        let middle = low + (high - low) / 2;
        if suffices(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(low)
}

fn study_and_tenure(hours: u32, weeks: u32) -> Offered {
    Offered { protected_study: Decimal::whole(hours), tenure: Weeks(weeks), ..Offered::default() }
}

/// One goal, with what the routes through the post have to hold their own beside.
struct Trial<'a> {
    pack: &'a Pack,
    prospect: &'a Prospect,
    criteria: Vec<Criterion>,
    rivals: Vec<Totals>,
}

impl<'a> Trial<'a> {
    fn new(pack: &'a Pack, prospect: &'a Prospect, goal: Goal) -> Self {
        let criteria = match goal {
            Goal::OnTheFront => prospect.criteria.clone(),
            Goal::BestBy(criterion) => vec![criterion],
        };
        let rivals = prospect.question(Course::Avoiding(prospect.role), None, criteria.clone());
        let rivals = planner::routes(pack, &rivals).routes.iter().map(|route| route.totals).collect();
        Self { pack, prospect, criteria, rivals }
    }

    fn suffices(&self, offered: Offered) -> bool {
        planner::holds_its_own(self.pack, &self.prospect.through(offered, self.criteria.clone()), &self.rivals)
    }

    /// The premium beyond which nothing changes: with it the role pays a pound more than any other.
    fn most_premium(&self) -> u32 {
        let paid = |role| pay::yearly(self.pack, role).map(|pay| pay.min);
        let highest = self.pack.role_ids().filter_map(paid).max().unwrap_or(0);
        paid(self.prospect.role).map_or(0, |own| highest.saturating_sub(own) + 1)
    }

    /// The tenure beyond which nothing changes.
    fn most_tenure(&self) -> u32 {
        let role = self.prospect.role;
        let moves = self.pack.moves_from(role).iter().map(|by| self.pack.career_move(*by));
        let moves = moves.filter(|a_move| self.prospect.circumstances.moves.allows(a_move));
        let grants = self.pack.grants_of(role).iter().map(Grant::matures);
        moves.map(Move::tenure).chain(grants).max().unwrap_or(Weeks::ZERO).0
    }

    /// The corners of the staircase between the least study alone and the least tenure alone.
    fn pairs(&self, study: Option<u32>, tenure: Option<u32>, most_tenure: u32) -> Vec<(u32, Weeks)> {
        let most_hours = study.map_or(MOST_STUDY_HOURS, |hours| hours - 1);
        let most_weeks = tenure.map_or(most_tenure, |weeks| weeks - 1);
        let mut corners = Vec::new();
        let (mut from, mut below) = (1, most_weeks);
        // Each corner takes more hours and less tenure than the one before it.
        while below > 0
            && let Some(hours) = least(from, most_hours, |hours| self.suffices(study_and_tenure(hours, below)))
            && let Some(weeks) = least(1, below, |weeks| self.suffices(study_and_tenure(hours, weeks)))
        {
            corners.push((hours, Weeks(weeks)));
            (from, below) = (hours + 1, weeks - 1);
        }
        corners
    }

    fn given(&self) -> Least<Vec<BTreeSet<TrainingId>>> {
        let question = self.prospect.question(Course::Any, None, self.criteria.clone());
        let asked = planner::asked_after(self.pack, &question, self.prospect.role);
        let ruleset = self.prospect.circumstances.ruleset;
        let candidates: Vec<TrainingId> = asked
            .into_iter()
            .filter(|fact| {
                let item = self.pack.training(*fact);
                item.obtain == Obtain::Study && item.status.can_start(ruleset)
            })
            .collect();
        let suffices =
            |given: &BTreeSet<TrainingId>| self.suffices(Offered { given: given.clone(), ..Offered::default() });
        let sets = smallest_sets(&candidates, MOST_GIVEN, suffices);
        if sets.is_empty() { Least::None } else { Least::Amount(sets) }
    }
}
