//! Filters of the map: which roles one wants to see. Of the values chosen in one facet a role has to have one, and that
//! in every facet in which something is chosen. What does not pass is dimmed or hidden where it stands; nothing moves.
//!
//! | question | file |
//! |---|---|
//! | what is chosen | here |
//! | what is around a role | [`nearby`] |
//! | what is known of roles that is asked for | [`traits`] |
//! | which roles pass, and why others do not | [`sift`] |
//! | how many roles each value has | [`census`] |
//! | the filter at work on the map | [`sieve`] |
//! | all of it in words | [`words`] |

pub mod census;
pub mod nearby;
pub mod sieve;
pub mod sift;
pub mod traits;
pub mod words;

use std::collections::BTreeSet;

pub use census::Census;
pub use sieve::Sieve;
pub use sift::{Grounds, Showing, Sifted};
pub use traits::Traits;

use crate::domain::id::{FamilyId, RegionId};
use crate::domain::role::LevelNumber;

/// At the most so many moves away, forwards or backwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Within {
    /// One move.
    One,
    /// Two moves.
    Two,
    /// Three moves.
    Three,
}

impl Within {
    /// All of them, the nearest first.
    pub const ALL: [Self; 3] = [Self::One, Self::Two, Self::Three];

    /// The number of moves.
    #[must_use]
    pub const fn moves(self) -> usize {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Three => 3,
        }
    }

    /// From all to one, two, three moves and to all again.
    #[must_use]
    pub const fn after(now: Option<Self>) -> Option<Self> {
        match now {
            None => Some(Self::One),
            Some(Self::One) => Some(Self::Two),
            Some(Self::Two) => Some(Self::Three),
            Some(Self::Three) => None,
        }
    }
}

/// The sector of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sector {
    /// One of [`Traits::sectors`], by its place.
    Named(usize),
    /// The role is found in any sector.
    Any,
}

/// What the rules that are on ask of a role, against today's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AskedFor {
    /// More, in a row for this role or for the board.
    More,
    /// More, but only what every role or every manager is asked for.
    MoreOfAll,
    /// The same.
    Same,
}

impl AskedFor {
    /// All of them, the greatest change first.
    pub const ALL: [Self; 3] = [Self::More, Self::MoreOfAll, Self::Same];
}

/// In what respect roles are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// How many moves from the selected role.
    Near,
    /// The family.
    Family,
    /// The level.
    Level,
    /// The sector.
    Sector,
    /// Where there are posts.
    Region,
    /// What the rules that are on ask for.
    Rules,
    /// Posts in challenged organisations.
    Posts,
    /// What the person at the keyboard can reach.
    Reach,
}

impl Facet {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 8] =
        [Self::Near, Self::Family, Self::Level, Self::Sector, Self::Region, Self::Rules, Self::Posts, Self::Reach];
}

/// Something that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// So many moves from the selected role; of these one at the most is chosen.
    Near(Within),
    /// Of a family.
    Family(FamilyId),
    /// At a level.
    Level(LevelNumber),
    /// Of a sector.
    Sector(Sector),
    /// With a known post in a region.
    Region(RegionId),
    /// By what the rules that are on ask for.
    Rules(AskedFor),
    /// With a known post in a challenged organisation.
    Challenged,
    /// In reach of the person at the keyboard.
    InReach,
}

impl Value {
    /// In what respect it tells roles apart.
    #[must_use]
    pub const fn facet(self) -> Facet {
        match self {
            Self::Near(_) => Facet::Near,
            Self::Family(_) => Facet::Family,
            Self::Level(_) => Facet::Level,
            Self::Sector(_) => Facet::Sector,
            Self::Region(_) => Facet::Region,
            Self::Rules(_) => Facet::Rules,
            Self::Challenged => Facet::Posts,
            Self::InReach => Facet::Reach,
        }
    }
}

/// What is chosen; nothing: every role passes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    chosen: BTreeSet<Value>,
}

impl Filter {
    /// Whether nothing is chosen.
    #[must_use]
    pub fn is_off(&self) -> bool {
        self.chosen.is_empty()
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn has(&self, value: Value) -> bool {
        self.chosen.contains(&value)
    }

    /// Chooses a value, or chooses it no longer.
    pub fn toggle(&mut self, value: Value) {
        if self.chosen.remove(&value) {
            return;
        }
        if let Value::Near(_) = value {
            self.set_within(None);
        }
        self.chosen.insert(value);
    }

    /// How far from the selected role, if that is limited.
    #[must_use]
    pub fn within(&self) -> Option<Within> {
        Within::ALL.into_iter().find(|&within| self.has(Value::Near(within)))
    }

    /// Limits how far from the selected role, or not.
    pub fn set_within(&mut self, within: Option<Within>) {
        self.chosen.retain(|value| value.facet() != Facet::Near);
        self.chosen.extend(within.map(Value::Near));
    }

    /// What is chosen in one facet, in order.
    #[must_use]
    pub fn of(&self, facet: Facet) -> Vec<Value> {
        self.chosen.iter().copied().filter(|value| value.facet() == facet).collect()
    }

    /// The facets in which something is chosen, in order.
    pub fn facets(&self) -> impl Iterator<Item = Facet> + '_ {
        Facet::ALL.into_iter().filter(|&facet| self.chosen.iter().any(|value| value.facet() == facet))
    }
}

/// What becomes of roles that do not pass.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Manner {
    /// They are faint.
    #[default]
    Dim,
    /// They are not drawn; where they stood is nothing.
    Hide,
}

/// Whether what passes stays where it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Spacing {
    /// Every role keeps its place.
    #[default]
    InPlace,
    /// Around the selected role, those that do not pass take no room; the others keep their order.
    Compact,
}
