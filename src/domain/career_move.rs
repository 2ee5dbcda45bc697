//! Moves: the arrows of the map, from one role to the next. (`move` is a word of the language, hence the file's name.)

use std::fmt;

use super::id::RoleId;
use super::provenance::{Basis, Provenance};
use super::quantity::{Decimal, Weeks};

/// What sort of step a move is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MoveKind {
    /// Up, in the same field.
    Promotion,
    /// Sideways.
    Lateral,
    /// To another sector of health and care.
    CrossSector,
    /// Into management from a starting point.
    Entry,
    /// From a clinical post into general management.
    ClinicalToManagement,
    /// Onto the board.
    ManagementToBoard,
    /// From an executive to a non-executive seat.
    ExecutiveToNonExecutive,
    /// For a limited time, with a way back.
    Secondment,
    /// A kind this program has no word of its own for.
    Other(String),
}

impl MoveKind {
    const NAMED: [Self; 8] = [
        Self::Promotion,
        Self::Lateral,
        Self::CrossSector,
        Self::Entry,
        Self::ClinicalToManagement,
        Self::ManagementToBoard,
        Self::ExecutiveToNonExecutive,
        Self::Secondment,
    ];

    /// The kind a cell names.
    #[must_use]
    pub fn from_cell(cell: &str) -> Self {
        Self::NAMED.into_iter().find(|kind| kind.slug() == cell).unwrap_or_else(|| Self::Other(cell.to_owned()))
    }

    /// Its id in the tables and in JSON.
    #[must_use]
    pub fn slug(&self) -> &str {
        match self {
            Self::Promotion => "promotion",
            Self::Lateral => "lateral",
            Self::CrossSector => "cross-sector",
            Self::Entry => "entry",
            Self::ClinicalToManagement => "clinical-to-management",
            Self::ManagementToBoard => "management-to-board",
            Self::ExecutiveToNonExecutive => "executive-to-non-executive",
            Self::Secondment => "secondment",
            Self::Other(slug) => slug,
        }
    }
}

impl fmt::Display for MoveKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Promotion => "promotion",
            Self::Lateral => "sideways",
            Self::CrossSector => "to another sector",
            Self::Entry => "entry",
            Self::ClinicalToManagement => "clinical to management",
            Self::ManagementToBoard => "to the board",
            Self::ExecutiveToNonExecutive => "executive to non-executive",
            Self::Secondment => "secondment",
            Self::Other(slug) => slug,
        })
    }
}

/// Whether people should be told to expect a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Usual {
    /// An ordinary step.
    Usual,
    /// Somebody made it; nobody should count on it.
    Exceptional,
}

/// One move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The role it leaves.
    pub from: RoleId,
    /// The role it enters.
    pub to: RoleId,
    /// What sort of step it is.
    pub kind: MoveKind,
    /// Whether to expect it.
    pub usual: Usual,
    /// The fewest years in the role it leaves; empty in the table counts as none.
    pub years_min: Decimal,
    /// How long people may take; only shown.
    pub years_max: Option<Decimal>,
    /// Whether the years were read from a source.
    pub years_basis: Basis,
    /// What the evidence is: an advert, a programme, one person's biography …
    pub evidence_type: String,
    /// Where the row comes from.
    pub provenance: Provenance,
}

impl Move {
    /// The fewest weeks in the role it leaves.
    #[must_use]
    pub fn tenure(&self) -> Weeks {
        Weeks::from_years(self.years_min)
    }
}
