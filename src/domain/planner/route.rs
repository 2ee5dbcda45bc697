//! What the planner answers: routes, or why there is none.

use super::question::Criterion;
use super::terms::Supposition;
use crate::domain::id::{MoveId, RequirementId, RoleId, TrainingId};
use crate::domain::quantity::{Decimal, Weeks};
use crate::domain::training::Known;

/// What a route costs and brings (contract §3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Totals {
    /// Weeks from now to entering the target.
    pub weeks: Weeks,
    /// Number of moves.
    pub moves: u32,
    /// Hours of study.
    pub study_hours: Decimal,
    /// Pounds for what is studied; what is not known counts nought.
    pub cost: Decimal,
    /// Number of different sectors among the roles.
    pub sectors: u32,
    /// The lowest yearly pay, in whole pounds, among the roles after the first whose pay is known.
    pub pay: Option<u32>,
}

impl Totals {
    /// The figure of one criterion, turned so that less is better: hours and pounds of cost in millionths, sectors and
    /// pay below nought. A route of which no pay is known comes after any of which some is.
    #[must_use]
    pub fn figure(&self, criterion: Criterion) -> i64 {
        match criterion {
            Criterion::Weeks => i64::from(self.weeks.0),
            Criterion::Moves => i64::from(self.moves),
            Criterion::StudyHours => self.study_hours.millionths(),
            Criterion::Cost => self.cost.millionths(),
            Criterion::Sectors => -i64::from(self.sectors),
            Criterion::Pay => -i64::from(self.pay.unwrap_or(0)),
        }
    }
}

/// One item studied.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Study {
    /// What is studied.
    pub training: TrainingId,
    /// When it begins, from now.
    pub start: Weeks,
    /// When it is held, from now.
    pub end: Weeks,
    /// Its hours, known or assumed.
    pub hours: Known<Decimal>,
    /// Its length, known or assumed.
    pub weeks: Known<Weeks>,
    /// What it costs, where known.
    pub cost: Option<Decimal>,
}

/// One stint of a route: the time in one role.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Step {
    /// The role held.
    pub role: RoleId,
    /// When it is entered, from now. The first role is entered at 0.
    pub enter: Weeks,
    /// When and by which move it is left; nothing for the target.
    pub leave: Option<(Weeks, MoveId)>,
    /// What is studied in it, in order.
    pub study: Vec<Study>,
    /// The checks that are done in it because a later step or study needs them.
    pub checks: Vec<TrainingId>,
    /// The facts that holding this role gave and that the route needs.
    pub granted: Vec<TrainingId>,
}

/// Something a route takes for granted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Assumption {
    /// So many hours of study a week.
    HoursPerWeek(Decimal),
    /// Length of a study, from its kind.
    StudyWeeks(TrainingId, Weeks),
    /// Hours of a study, from its kind.
    StudyHours(TrainingId, Decimal),
    /// What a study costs is not known and counts nought.
    CostUnknown(TrainingId),
    /// A recommended row that nobody could meet was waived.
    Waived(RequirementId),
    /// The years of a move are this pack's judgement.
    EditorialYears(MoveId),
    /// The move is one that nobody should count on.
    ExceptionalMove(MoveId),
    /// A fact the role held now certainly requires was taken as held.
    HeldByRole(TrainingId),
    /// A fact that counts as held because it was waived, or something was taken in its place.
    ByWaiver(TrainingId),
    /// No source says whether this programme runs.
    StatusUnknown(TrainingId),
    /// This programme does not run yet; the ruleset supposes that it does.
    NotYetRunning(TrainingId),
    /// The post is supposed to offer this.
    Supposed(Supposition),
}

/// A way from the role held to the role wanted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Route {
    /// What it costs and brings.
    pub totals: Totals,
    /// Its stints, the first in the role held, the last in the target.
    pub steps: Vec<Step>,
    /// What it takes for granted.
    pub assumed: Vec<Assumption>,
}

/// Why there is no route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Blocked {
    /// No chain of moves leads there, whatever one holds.
    Unreachable,
    /// Moves lead there, but requirements stand in the way; these facts would open a way.
    Requirements(Vec<TrainingId>),
}

/// Whether an answer is the whole of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completeness {
    /// All there is.
    Complete,
    /// A limit the user set left something out.
    Limited,
}

/// The answer to a [`super::Question`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The Pareto front: one route for each vector of the criteria, sorted by them in their order.
    pub routes: Vec<Route>,
    /// Really different routes that are not on the front.
    pub alternatives: Vec<Route>,
    /// Whether that is all.
    pub completeness: Completeness,
    /// Why there is none, when there is none.
    pub blocked: Option<Blocked>,
}

/// A role that can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reached {
    /// The role.
    pub role: RoleId,
    /// The fewest weeks to entering it.
    pub weeks: Weeks,
    /// The fewest moves among routes of that many weeks.
    pub moves: u32,
}
