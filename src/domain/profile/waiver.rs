//! Waivers and equivalences: what somebody was granted instead of meeting a requirement. They count in every answer, and
//! every answer says so.

use std::fmt;

use jiff::civil::Date;

use crate::domain::id::TrainingId;

/// In what way a requirement counts as met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WaiverKind {
    /// It need not be met.
    Waiver,
    /// Something else was taken in its place.
    Equivalence,
}

impl WaiverKind {
    /// The kind a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Waiver, Self::Equivalence].into_iter().find(|kind| kind.to_string() == word)
    }
}

impl fmt::Display for WaiverKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Waiver => "waiver",
            Self::Equivalence => "equivalence",
        })
    }
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// What counts as held.
    pub fact: TrainingId,
    /// In what way.
    pub kind: WaiverKind,
    /// Who granted it.
    pub by: String,
    /// When; it counts from that day on.
    pub on: Date,
    /// What else is to be said: what was taken in its place.
    pub note: String,
}
