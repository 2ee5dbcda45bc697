//! What a user has said about which role an advert is for.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::reference;
use crate::domain::id::Slug;

/// One correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The role, by its id; nothing when the advert is for no role of the pack.
    pub role: Option<Slug>,
    /// The day it was made.
    pub on: Date,
}

/// All of them, by reference or post id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Corrections(BTreeMap<String, Correction>);

impl Corrections {
    /// Keeps a correction in place of an earlier one.
    pub fn set(&mut self, name: &str, correction: Correction) {
        self.0.insert(reference::key(name), correction);
    }

    /// Takes a correction back; whether there was one.
    pub fn remove(&mut self, name: &str) -> bool {
        self.0.remove(&reference::key(name)).is_some()
    }

    /// The correction for the first of these references or ids that has one.
    #[must_use]
    pub fn find<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Option<&Correction> {
        if self.0.is_empty() {
            return None;
        }
        names.into_iter().filter(|name| !name.is_empty()).find_map(|name| self.0.get(&reference::key(name)))
    }

    /// Each with what it is about, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Correction)> {
        self.0.iter().map(|(name, correction)| (name.as_str(), correction))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
