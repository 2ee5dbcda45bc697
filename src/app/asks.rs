//! What the selected role asks for, and how the person stands to each row.

use super::stance::Stance;
use crate::domain::Pack;
use crate::domain::id::{RequirementId, RoleId};
use crate::domain::planner::{Holder, RowState, Why, why};

/// What a role asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asks {
    /// Nobody has said who asks: only the rows.
    OfAnybody(Vec<RequirementId>),
    /// How the person stands to them.
    OfMe(Box<Why>),
}

impl Asks {
    /// What a role asks for under the stance's rules.
    #[must_use]
    pub fn of(pack: &Pack, stance: &Stance, role: RoleId) -> Self {
        if let Some(me) = &stance.me {
            return Self::OfMe(Box::new(why(pack, &Holder::of(pack, &me.person), role, stance.ruleset)));
        }
        let counts = |row: &RequirementId| stance.ruleset.counts(pack.requirement(*row).force);
        Self::OfAnybody(pack.requirements_of(role).iter().copied().filter(counts).collect())
    }

    /// The rows that count, and how each stands where somebody has said who asks.
    #[must_use]
    pub fn rows(&self) -> Vec<(RequirementId, Option<RowState>)> {
        match self {
            Self::OfAnybody(rows) => rows.iter().map(|row| (*row, None)).collect(),
            Self::OfMe(why) => why.rows.iter().map(|row| (row.requirement, Some(row.state))).collect(),
        }
    }
}
