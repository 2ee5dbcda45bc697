//! The five points of the scale on which people rate themselves.

use std::fmt;

use crate::domain::provenance::{Basis, Provenance};

/// How well somebody does what a stage expects, in their own eyes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rating {
    /// 1: not without help.
    Insufficient,
    /// 2: parts of it, with guidance.
    Essential,
    /// 3: most of it, with help now and then.
    Proficient,
    /// 4: all of it, alone.
    Strong,
    /// 5: all of it, and others learn from it.
    Exemplary,
}

impl Rating {
    /// All points, lowest first.
    pub const ALL: [Self; 5] = [Self::Insufficient, Self::Essential, Self::Proficient, Self::Strong, Self::Exemplary];

    /// From here on what a stage expects counts as met. The scale's makers draw no such line; this one is ours.
    pub const MET_FROM: Self = Self::Proficient;

    /// Its number, 1 to 5.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The point with this number; nothing for a number that the scale does not have.
    #[must_use]
    pub fn from_number(number: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|rating| u32::from(rating.number()) == number)
    }

    /// Its name, for packs that give none.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Insufficient => "Insufficient",
            Self::Essential => "Essential",
            Self::Proficient => "Proficient",
            Self::Strong => "Strong",
            Self::Exemplary => "Exemplary",
        }
    }

    /// What it says, for packs that do not say it.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Insufficient => "I cannot do this yet without help",
            Self::Essential => "I do parts of this, with guidance",
            Self::Proficient => "I do most of this, with help now and then",
            Self::Strong => "I do all of this on my own",
            Self::Exemplary => "I do this well and help others to do it",
        }
    }

    /// The next point up; the highest stays.
    #[must_use]
    pub fn up(self) -> Self {
        Self::from_number(u32::from(self.number()) + 1).unwrap_or(self)
    }

    /// The next point down; nothing below the lowest.
    #[must_use]
    pub fn down(self) -> Option<Self> {
        Self::from_number(u32::from(self.number()) - 1)
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.title())
    }
}

/// A point of the scale as a pack words it, and where the scale comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScalePoint {
    /// The point.
    pub rating: Rating,
    /// What it is called.
    pub title: String,
    /// What it says.
    pub meaning: String,
    /// Where it comes from.
    pub provenance: Provenance,
}

impl ScalePoint {
    /// The point in this program's own words, for a pack that has none: nothing that could be called a source.
    #[must_use]
    pub fn unsourced(rating: Rating) -> Self {
        let provenance = Provenance {
            basis: Basis::Editorial,
            source: "editorial".to_owned(),
            date: String::new(),
            note: String::new(),
        };
        Self { rating, title: rating.title().to_owned(), meaning: rating.meaning().to_owned(), provenance }
    }
}

#[cfg(test)]
mod tests {
    use super::Rating;

    #[test]
    fn numbers_and_points_belong_together() {
        for (at, rating) in Rating::ALL.into_iter().enumerate() {
            assert_eq!(usize::from(rating.number()), at + 1);
            assert_eq!(Rating::from_number(u32::from(rating.number())), Some(rating));
        }
        assert_eq!((Rating::from_number(0), Rating::from_number(6)), (None, None));
        assert_eq!((Rating::Exemplary.up(), Rating::Insufficient.down()), (Rating::Exemplary, None));
        assert_eq!(
            (Rating::Essential.up(), Rating::Essential.down()),
            (Rating::Proficient, Some(Rating::Insufficient))
        );
    }
}
