//! Training: whatever an expression can name. Programmes one studies, checks done on appointment, and what one simply
//! holds, such as a registration or experience.

use std::fmt;

use super::expression::Expression;
use super::id::Slug;
use super::provenance::{Basis, Provenance};
use super::quantity::{Decimal, Weeks};
use super::role::LevelNumber;
use super::ruleset::Ruleset;

/// How a training item comes to be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Obtain {
    /// By studying, which takes time.
    Study,
    /// By a test, register or appraisal on appointment: no time, always to be had, always listed.
    Check,
    /// From the start, or by holding a role.
    Held,
}

impl Obtain {
    /// The way a cell names.
    #[must_use]
    pub fn from_cell(cell: &str) -> Option<Self> {
        match cell {
            "study" => Some(Self::Study),
            "check" => Some(Self::Check),
            "held" => Some(Self::Held),
            _ => None,
        }
    }
}

impl fmt::Display for Obtain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Study => "study",
            Self::Check => "check",
            Self::Held => "held",
        })
    }
}

/// Whether a programme can be had at present.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It runs.
    Running,
    /// No source settles it.
    Unknown,
    /// No new starters at present.
    Paused,
    /// It has ended.
    Retired,
    /// It is being built.
    InDevelopment,
    /// Somebody asked for it.
    Proposed,
}

impl Status {
    /// All of them, most available first.
    pub const ALL: [Self; 6] =
        [Self::Running, Self::Unknown, Self::InDevelopment, Self::Proposed, Self::Paused, Self::Retired];

    /// The status a cell names; an empty cell is running.
    #[must_use]
    pub fn from_cell(cell: &str) -> Option<Self> {
        match cell {
            "" => Some(Self::Running),
            _ => Self::ALL.into_iter().find(|status| status.slug() == cell),
        }
    }

    /// Its id in the tables.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Unknown => "unknown",
            Self::Paused => "paused",
            Self::Retired => "retired",
            Self::InDevelopment => "in-development",
            Self::Proposed => "proposed",
        }
    }

    /// Whether training of this status can be started under `ruleset` (contract §2).
    #[must_use]
    pub const fn can_start(self, ruleset: Ruleset) -> bool {
        match self {
            Self::Running | Self::Unknown => true,
            Self::InDevelopment | Self::Proposed => matches!(ruleset, Ruleset::Review),
            Self::Paused | Self::Retired => false,
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Running => "running",
            Self::Unknown => "not known",
            Self::Paused => "paused",
            Self::Retired => "retired",
            Self::InDevelopment => "being built",
            Self::Proposed => "proposed",
        })
    }
}

/// The kind of a training item, for instance `programme`. Packs may bring their own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TrainingKind(pub String);

impl fmt::Display for TrainingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// What a pack assumes of a kind of training where a row says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudyAssumption {
    /// The kind it is for.
    pub kind: TrainingKind,
    /// How long it takes at the least.
    pub weeks: Weeks,
    /// How many hours of study it takes.
    pub hours: Decimal,
    /// Why these figures.
    pub note: String,
}

/// Whether a figure was read from the row or assumed for its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Known<T> {
    /// The row gives it.
    Given(T),
    /// The pack assumes it for the kind.
    Assumed(T),
}

impl<T: Copy> Known<T> {
    /// The figure, however it was come by.
    #[must_use]
    pub fn value(self) -> T {
        match self {
            Self::Given(value) | Self::Assumed(value) => value,
        }
    }

    /// Whether it was assumed.
    #[must_use]
    pub const fn is_assumed(self) -> bool {
        matches!(self, Self::Assumed(_))
    }
}

/// One training item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Training {
    /// Its id.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Who runs it.
    pub provider: String,
    /// What kind of thing it is.
    pub kind: TrainingKind,
    /// How it comes to be held.
    pub obtain: Obtain,
    /// The level for which it is meant, from; study can begin one level below.
    pub level_min: Option<LevelNumber>,
    /// The level for which it is meant, up to; only shown.
    pub level_max: Option<LevelNumber>,
    /// How long it lasts, in months.
    pub months: Option<Decimal>,
    /// How many hours it takes.
    pub hours: Option<Decimal>,
    /// What a place costs, in pounds.
    pub cost: Option<Decimal>,
    /// Who pays: funded, levy, employer …
    pub cost_payer: String,
    /// Its length as the provider words it.
    pub duration_text: String,
    /// Its hours as the provider words them.
    pub hours_text: String,
    /// How it is taught.
    pub mode: String,
    /// What one ends up with.
    pub award: String,
    /// How one gets in, in words.
    pub entry_requirements: String,
    /// What has to be held before it can begin.
    pub requires: Expression,
    /// Whether it can be had.
    pub status: Status,
    /// How firm the status is.
    pub status_basis: Basis,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Training {
    /// The hours it takes: its own, or those assumed for its kind, or none where its kind has no assumption.
    #[must_use]
    pub fn study_hours(&self, assumed: Option<&StudyAssumption>) -> Known<Decimal> {
        self.hours.map_or_else(|| Known::Assumed(assumed.map_or(Decimal::ZERO, |a| a.hours)), Known::Given)
    }

    /// How many weeks it takes at `hours_per_week` (contract §3); nothing when it needs hours and there are none.
    ///
    /// It is assumed where the row gives neither months nor hours.
    #[must_use]
    pub fn study_weeks(&self, assumed: Option<&StudyAssumption>, hours_per_week: Decimal) -> Option<Known<Weeks>> {
        let by_hours = Weeks::clamped(self.study_hours(assumed).value().covered_by(hours_per_week)?);
        Some(match (self.months, self.hours) {
            (Some(months), _) => Known::Given(by_hours.max(Weeks::from_months(months))),
            (None, Some(_)) => Known::Given(by_hours),
            (None, None) => Known::Assumed(by_hours.max(assumed.map_or(Weeks::ZERO, |a| a.weeks))),
        })
    }
}
