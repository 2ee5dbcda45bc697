//! What is asked of the planner.

use std::fmt;

use super::course::Course;
use super::terms::Terms;
use crate::domain::career_move::{Move, Usual};
use crate::domain::id::RoleId;
use crate::domain::person::Person;
use crate::domain::ruleset::Ruleset;

/// What routes are compared by (contract §3). All are minimised but `Sectors` and `Pay`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Criterion {
    /// Weeks from now to entering the target.
    Weeks,
    /// Number of moves.
    Moves,
    /// Hours of study.
    StudyHours,
    /// Pounds for the study; what is not known counts nought.
    Cost,
    /// Number of different sectors seen, most first.
    Sectors,
    /// The lowest yearly pay among the roles after the first, highest first: a route without a pay cut on the way.
    /// Roles whose pay is not known neither help nor hurt; a route of which no pay is known comes last.
    Pay,
}

impl Criterion {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Weeks, Self::Moves, Self::StudyHours, Self::Cost, Self::Sectors, Self::Pay];
    /// Those a question has when nobody says otherwise.
    pub const DEFAULT: [Self; 3] = [Self::Weeks, Self::Moves, Self::StudyHours];

    /// The criterion with this id.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|criterion| criterion.slug() == slug)
    }

    /// Its id on the command line and in JSON.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Weeks => "weeks",
            Self::Moves => "moves",
            Self::StudyHours => "study_hours",
            Self::Cost => "cost_gbp",
            Self::Sectors => "sectors",
            Self::Pay => "pay_gbp",
        }
    }
}

impl fmt::Display for Criterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Weeks => "time",
            Self::Moves => "moves",
            Self::StudyHours => "study",
            Self::Cost => "cost",
            Self::Sectors => "breadth",
            Self::Pay => "pay on the way",
        })
    }
}

/// Which moves may be used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MovesAllowed {
    /// Those people can expect.
    #[default]
    Usual,
    /// Also those that somebody made but nobody should count on.
    Exceptional,
}

impl MovesAllowed {
    /// Whether a move may be used.
    #[must_use]
    pub fn allows(self, a_move: &Move) -> bool {
        self == Self::Exceptional || a_move.usual == Usual::Usual
    }
}

/// Who asks, under which rules: all that does not depend on the target.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Circumstances {
    /// Who asks.
    pub person: Person,
    /// Under which rules.
    pub ruleset: Ruleset,
    /// With which moves.
    pub moves: MovesAllowed,
    /// What a post is supposed to offer, if anything is.
    pub terms: Option<Terms>,
}

/// A question for routes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Question {
    /// Who asks, under which rules.
    pub circumstances: Circumstances,
    /// The role wanted.
    pub target: RoleId,
    /// By way of which role, or clear of which.
    pub course: Course,
    /// What to compare by, in order; never empty, no repeats.
    pub criteria: Vec<Criterion>,
    /// How many really different alternatives to look for besides the front.
    pub alternatives: usize,
    /// The most routes to give, if the user set a limit.
    pub max: Option<usize>,
}
