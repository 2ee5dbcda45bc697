//! Rulesets: the same graph under today's rules, as advised, and as if the review's recommendations were law.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::requirement::Force;

/// Which requirements count, and which training can be started (contract §2).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ruleset {
    /// What is required at present.
    #[default]
    Today,
    /// What is required and what is recommended, as far as anybody could meet it.
    Advised,
    /// What is required and what the review's recommendations would make law.
    Review,
}

impl Ruleset {
    /// All of them, in the order in which the switch goes round.
    pub const ALL: [Self; 3] = [Self::Today, Self::Advised, Self::Review];

    /// The ruleset with this id.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ruleset| ruleset.slug() == slug)
    }

    /// Its id on the command line and in JSON.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Advised => "advised",
            Self::Review => "review",
        }
    }

    /// Whether a row of this force counts.
    #[must_use]
    pub const fn counts(self, force: Force) -> bool {
        match force {
            Force::Required => true,
            Force::Recommended => matches!(self, Self::Advised),
            Force::Proposed => matches!(self, Self::Review),
        }
    }

    /// The next one, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Today => Self::Advised,
            Self::Advised => Self::Review,
            Self::Review => Self::Today,
        }
    }
}

impl fmt::Display for Ruleset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Today => "today's rules",
            Self::Advised => "as advised",
            Self::Review => "under the review",
        })
    }
}
