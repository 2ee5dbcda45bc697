//! The screens there are, with the numbers people press for them.

use std::fmt;

/// A screen. The numbers leave room for those that are yet to come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Screen {
    /// The map of roles.
    #[default]
    Map,
    /// From me to a target.
    Routes,
    /// The plans: routes that were chosen, with dates.
    Plan,
    /// The catalogue of training.
    Training,
    /// Vacancies, many of them in challenged organisations.
    Posts,
    /// How one rates oneself against the Framework, and what one means to do about it.
    Appraisal,
    /// Decks to show to a room.
    Workshop,
}

impl Screen {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 7] =
        [Self::Map, Self::Routes, Self::Plan, Self::Training, Self::Posts, Self::Appraisal, Self::Workshop];

    /// The number pressed for it.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Map => 1,
            Self::Routes => 2,
            Self::Plan => 3,
            Self::Training => 4,
            Self::Posts => 5,
            Self::Appraisal => 6,
            Self::Workshop => 8,
        }
    }

    /// Its id on the command line.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Routes => "routes",
            Self::Plan => "plan",
            Self::Training => "training",
            Self::Posts => "posts",
            Self::Appraisal => "appraisal",
            Self::Workshop => "workshop",
        }
    }

    /// The screen with this id.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|screen| screen.slug() == slug)
    }
}

impl fmt::Display for Screen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Map => "Map",
            Self::Routes => "Routes",
            Self::Plan => "Plan",
            Self::Training => "Training",
            Self::Posts => "Posts",
            Self::Appraisal => "Appraisal",
            Self::Workshop => "Workshop",
        })
    }
}
