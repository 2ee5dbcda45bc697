//! Which roles of the map and which posts a step leaves to be seen.

use std::collections::BTreeSet;

use crate::domain::id::{FamilyId, RegionId};
use crate::domain::role::LevelNumber;

/// Which roles of the map are to be seen; nothing chosen: all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MapSieve {
    /// Of these families.
    pub families: BTreeSet<FamilyId>,
    /// At these levels.
    pub levels: BTreeSet<LevelNumber>,
    /// Of these sectors, by their names in the tables.
    pub sectors: BTreeSet<String>,
    /// With a known post in these regions.
    pub regions: BTreeSet<RegionId>,
    /// At most so far from the selected role.
    pub within: Option<Distance>,
    /// By what the rules that are on ask for.
    pub rules: BTreeSet<RulesChange>,
    /// Only those with a known post in a challenged organisation.
    pub challenged: bool,
    /// Only those that the person can reach.
    pub in_reach: bool,
}

/// So many moves away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Distance {
    /// One move.
    One,
    /// Two moves.
    Two,
    /// Three moves.
    Three,
}

impl Distance {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::One, Self::Two, Self::Three];

    /// The number of moves.
    #[must_use]
    pub const fn moves(self) -> u32 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Three => 3,
        }
    }
}

/// What the rules that are on ask of a role, against today's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RulesChange {
    /// More, in a row for this role or for the board.
    More,
    /// More, but only what every role or every manager is asked for.
    MoreOfAll,
    /// The same.
    Same,
}

impl RulesChange {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::More, Self::MoreOfAll, Self::Same];

    /// Its word in a deck's file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::More => "more",
            Self::MoreOfAll => "more-of-all",
            Self::Same => "same",
        }
    }
}

/// Which posts are listed; nothing chosen: all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostSieve {
    /// Of these families.
    pub families: BTreeSet<FamilyId>,
    /// Of this level.
    pub level: Option<LevelNumber>,
    /// In this region, by its name in the posts.
    pub region: Option<String>,
    /// In organisations of this segment, from 1 to 5.
    pub segment: Option<u8>,
    /// Only those in challenged organisations.
    pub challenged: bool,
    /// Only those for which the person is eligible.
    pub eligible: bool,
    /// Words that all have to occur.
    pub words: String,
}
