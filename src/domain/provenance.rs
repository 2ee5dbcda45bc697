//! Where a row comes from, so that nothing editorial is ever shown as a fact.

use std::fmt;

/// Whether a row was read from a source, is this pack's judgement, or stands in for something unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// Read from the source that is named.
    Sourced,
    /// The pack's authors' judgement.
    Editorial,
    /// Put in where nothing is known, so that a plan can be made at all.
    Assumed,
}

impl Basis {
    /// The basis a cell names; an empty or unknown word is taken as editorial, the weaker claim.
    #[must_use]
    pub fn from_cell(cell: &str) -> Self {
        match cell {
            "sourced" | "sourced-advert" | "derived" => Self::Sourced,
            "assumed" => Self::Assumed,
            _ => Self::Editorial,
        }
    }
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Sourced => "sourced",
            Self::Editorial => "editorial",
            Self::Assumed => "assumed",
        })
    }
}

/// Source, date and remarks of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// How firm the row is.
    pub basis: Basis,
    /// A URL, `context:FILE` for a review paper, `github:…`, or `editorial`. Empty when the table has no such column.
    pub source: String,
    /// The date the source speaks of, as the table gives it; often only a month or a year.
    pub date: String,
    /// What a reader should know about the row.
    pub note: String,
}

/// What a source cell points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// A page or file that can be looked up.
    Link,
    /// One of the review papers the project starts from.
    ReviewPaper,
    /// The authors' judgement, and marked so.
    Editorial,
}

impl SourceKind {
    /// What kind of source `text` is; nothing when it is none that a reader could follow.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let link = ["http://", "https://", "github:"].iter().any(|start| text.starts_with(start));
        match text {
            "editorial" => Some(Self::Editorial),
            _ if link => Some(Self::Link),
            _ if text.starts_with("context:") => Some(Self::ReviewPaper),
            _ => None,
        }
    }
}
