//! Ids: small index newtypes for what the pack holds in tables, so that a role can never be passed where a
//! training item is wanted. The words a person types (`ward-manager`) are slugs; [`super::Pack`] turns one into the other.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! index_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(u32);

        impl $name {
            /// The id of the row at `index` of its table.
            ///
            /// # Panics
            /// Never for a table that fits in memory: a pack has far fewer than 2³² rows.
            #[must_use]
            pub fn from_index(index: usize) -> Self {
                Self(u32::try_from(index).expect("a pack has fewer than 2^32 rows"))
            }

            /// The row's place in its table, from 0.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

index_id!(
    /// A role, by its place in `roles.csv`.
    RoleId
);
index_id!(
    /// A training item (anything an expression can name), by its place in `training.csv`.
    TrainingId
);
index_id!(
    /// A move between two roles, by its place in `moves.csv`.
    MoveId
);
index_id!(
    /// A row of `requirements.csv`.
    RequirementId
);
index_id!(
    /// A post (a vacancy), by its place in the pack's posts.
    PostId
);
index_id!(
    /// A family of roles, by its place in `pack.toml`.
    FamilyId
);
index_id!(
    /// An organisation, by its place in `organisations.csv`.
    OrganisationId
);
index_id!(
    /// A tile of the map of England, by its place in `icb_tiles.csv`: a board in one of the arrangements.
    TileId
);
index_id!(
    /// A region, by its place in `pack.toml`.
    RegionId
);

/// A kebab-case id as people write it, for instance `ward-manager`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Slug(String);

impl Slug {
    /// The slug in `text`, or nothing when it is not kebab-case: lower-case letters and digits in groups joined by
    /// single hyphens.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let grouped = text
            .split('-')
            .all(|group| !group.is_empty() && group.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        grouped.then(|| Self(text.to_owned()))
    }

    /// A slug made of what somebody calls a thing, of at most so many letters; nothing when there is no letter or digit
    /// in it. Letters with accents lose them, and whatever else stands between is a hyphen.
    #[must_use]
    pub fn of_label(label: &str, longest: usize) -> Option<Self> {
        let plain = |c: char| match c {
            'à'..='å' => 'a',
            'è'..='ë' => 'e',
            'ì'..='ï' => 'i',
            'ò'..='ö' | 'ø' => 'o',
            'ù'..='ü' => 'u',
            'ý' | 'ÿ' => 'y',
            'ç' => 'c',
            'ñ' => 'n',
            '\'' | '\u{2019}' => '\'',
            c if c.is_ascii_alphanumeric() => c,
            _ => ' ',
        };
        let text: String = label.chars().flat_map(char::to_lowercase).map(plain).filter(|c| *c != '\'').collect();
        let hyphened: String = text.split_whitespace().collect::<Vec<_>>().join("-").chars().take(longest).collect();
        Self::parse(hyphened.trim_end_matches('-'))
    }

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Slug;

    #[test]
    fn a_label_becomes_a_slug() {
        for (label, slug) in [
            ("Ward manager, Taunton", Some("ward-manager-taunton")),
            ("  Zoë's 2nd try! ", Some("zoes-2nd-try")),
            ("../../etc/passwd", Some("etc-passwd")),
            ("a label of more than twenty letters", Some("a-label-of-more-than")),
            ("twenty letters, the last a gap", Some("twenty-letters-the-l")),
            ("nineteen letters an d", Some("nineteen-letters-an")),
            ("…", None),
            ("経営", None),
        ] {
            assert_eq!(Slug::of_label(label, 20).as_ref().map(Slug::as_str), slug, "{label}");
        }
    }

    #[test]
    fn a_slug_is_kebab_case() {
        for good in ["matron", "stage-1", "a", "8a-8b"] {
            assert!(Slug::parse(good).is_some(), "{good}");
        }
        for bad in ["", "-", "a--b", "Matron", "a_b", "a b", "-a", "a-", "é"] {
            assert!(Slug::parse(bad).is_none(), "{bad}");
        }
    }
}
