//! Roles: the boxes of the map.

use std::fmt;

use super::id::{FamilyId, Slug};
use super::provenance::Provenance;

/// The number of a level, as `pack.toml` gives it: a higher number is nearer the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LevelNumber(pub u32);

/// A column of the map: how senior a role is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// Its number; moves up are moves to a higher one.
    pub number: LevelNumber,
    /// What people call it, for instance *Directorate*.
    pub title: String,
}

/// A lane of the map: roles of one profession or function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family {
    /// Its id.
    pub slug: Slug,
    /// Its title in full.
    pub title: String,
    /// A title for narrow places; the full one when the pack gives none.
    pub short: String,
}

/// The Management and Leadership Framework's stages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Everyone who leads or is about to.
    Fundamental,
    /// First-time managers and leaders.
    One,
    /// Mid-level managers and leaders.
    Two,
    /// Senior managers and leaders.
    Three,
    /// Executive managers and leaders.
    Four,
}

impl Stage {
    /// All stages, lowest first.
    pub const ALL: [Self; 5] = [Self::Fundamental, Self::One, Self::Two, Self::Three, Self::Four];

    /// The stage a cell names.
    #[must_use]
    pub fn from_cell(cell: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.slug() == cell)
    }

    /// Its id in the tables.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Fundamental => "fundamental",
            Self::One => "stage-1",
            Self::Two => "stage-2",
            Self::Three => "stage-3",
            Self::Four => "stage-4",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Fundamental => "Fundamental stage",
            Self::One => "Stage 1",
            Self::Two => "Stage 2",
            Self::Three => "Stage 3",
            Self::Four => "Stage 4",
        })
    }
}

/// Whether people start their management career here or arrive from another role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entrance {
    /// A root of the graph: a profession, a scheme or a life before the NHS.
    StartingPoint,
    /// A management post, reached by a move.
    Post,
}

/// What a role is paid, as text for people and, for Agenda for Change, as bands to look up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RolePay {
    /// The band as people write it, for instance `8c-8d` or `VSM`.
    pub band: String,
    /// What the pay rests on: `afc`, `vsm`, `medical` …
    pub basis: String,
    /// The lowest band, where there is one.
    pub lowest_band: Option<String>,
    /// The highest band, where there is one.
    pub highest_band: Option<String>,
}

/// One role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Its id.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// The lane it stands in.
    pub family: FamilyId,
    /// The column it stands in.
    pub level: LevelNumber,
    /// The sector it belongs to; nothing for roles that exist in any.
    pub sector: Option<String>,
    /// The Framework's stage.
    pub stage: Option<Stage>,
    /// Starting point or post.
    pub entrance: Entrance,
    /// What it pays.
    pub pay: RolePay,
    /// The professional registration it speaks of, in words.
    pub registration: String,
    /// What the role does, in a sentence.
    pub summary: String,
    /// How firm role and band are: `sourced`, `role-only` (the band is editorial) or `editorial`.
    pub evidence: String,
    /// Where the row comes from.
    pub provenance: Provenance,
}
