//! What boxes say besides their titles, in as many words as there is room for.

use std::collections::BTreeMap;

use crate::domain::id::RoleId;

use super::focus::Prominence;
use super::wrap;

/// One line in several wordings, the longest first. All say the same; the last says the least.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Wording(Vec<String>);

impl Wording {
    /// A line with these wordings, the longest first; no wording is no line.
    #[must_use]
    pub fn new(wordings: impl IntoIterator<Item = String>) -> Self {
        Self(wordings.into_iter().collect())
    }

    /// The longest wording that takes at most `room` columns.
    #[must_use]
    pub fn fitting(&self, room: u16) -> Option<&str> {
        self.0.iter().map(String::as_str).find(|text| wrap::width(text) <= room)
    }

    /// The width of the shortest wording.
    #[must_use]
    pub fn least(&self) -> u16 {
        self.0.last().map_or(0, |text| wrap::width(text))
    }

    /// The widths of all wordings.
    pub fn widths(&self) -> impl Iterator<Item = u16> + '_ {
        self.0.iter().map(|text| wrap::width(text))
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What one box says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Card {
    /// Line by line, the most important first.
    pub lines: Vec<Wording>,
    /// The most important things in one line.
    pub brief: Wording,
}

/// What the boxes say; empty when nothing but titles is wanted.
pub type Cards = BTreeMap<RoleId, Card>;

/// How many lines a box has besides its title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lines {
    /// The one brief line.
    Brief,
    /// The two most important ones.
    Two,
    /// All of them.
    All,
}

/// Which boxes say more than their titles, and how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Details {
    /// None.
    Titles,
    /// Those of at least this prominence.
    From(Prominence, Lines),
}

impl Details {
    /// From much to little: boxes that are only on the route lose their lines first, those next to the selected role
    /// then, and before a box loses its last line all of them become briefer.
    pub const LADDER: [Self; 9] = [
        Self::From(Prominence::Marked, Lines::All),
        Self::From(Prominence::Marked, Lines::Two),
        Self::From(Prominence::Near, Lines::All),
        Self::From(Prominence::Marked, Lines::Brief),
        Self::From(Prominence::Near, Lines::Two),
        Self::From(Prominence::Near, Lines::Brief),
        Self::From(Prominence::Selected, Lines::All),
        Self::From(Prominence::Selected, Lines::Two),
        Self::From(Prominence::Selected, Lines::Brief),
    ];

    /// The lines of a box of this prominence.
    #[must_use]
    pub fn of(self, card: &Card, prominence: Prominence) -> Vec<&Wording> {
        let lines = match self {
            Self::From(least, lines) if prominence >= least => lines,
            Self::From(..) | Self::Titles => return Vec::new(),
        };
        let chosen: Vec<&Wording> = match lines {
            Lines::Brief => vec![&card.brief],
            Lines::Two => card.lines.iter().take(2).collect(),
            Lines::All => card.lines.iter().collect(),
        };
        chosen.into_iter().filter(|line| !line.is_empty()).collect()
    }
}
