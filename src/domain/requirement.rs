//! Requirements: what a role asks for before it can be entered; and grants: what holding a role gives.

use std::fmt;

use super::expression::Expression;
use super::id::{RoleId, TrainingId};
use super::provenance::Provenance;
use super::quantity::{Decimal, Weeks};

/// How binding a requirement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Force {
    /// It has to be met today.
    Required,
    /// It is advised.
    Recommended,
    /// The review's recommendations would make it law.
    Proposed,
}

impl Force {
    /// The force a cell names.
    #[must_use]
    pub fn from_cell(cell: &str) -> Option<Self> {
        match cell {
            "required" => Some(Self::Required),
            "recommended" => Some(Self::Recommended),
            "proposed" => Some(Self::Proposed),
            _ => None,
        }
    }
}

impl fmt::Display for Force {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Required => "required",
            Self::Recommended => "recommended",
            Self::Proposed => "proposed",
        })
    }
}

/// Which roles a row applies to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// One role.
    Role(RoleId),
    /// `@any`: every role.
    Any,
    /// `@manager`: every role that is not a starting point.
    Manager,
    /// `@board`: every role at the highest level.
    Board,
}

/// One row: all rows that apply to a role and count under the ruleset are to be met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// Whom it is for.
    pub scope: Scope,
    /// What it asks for.
    pub requires: Expression,
    /// How binding it is.
    pub force: Force,
    /// Where the row comes from.
    pub provenance: Provenance,
}

/// What holding a role for some years gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The role held.
    pub role: RoleId,
    /// What it gives.
    pub fact: TrainingId,
    /// After how many years; empty in the table counts as none.
    pub years: Decimal,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Grant {
    /// The clock of the stint at which the fact is held.
    #[must_use]
    pub fn matures(&self) -> Weeks {
        Weeks::from_years(self.years)
    }
}
