//! How many posts each value has, and how many of them the rest of what is chosen leaves.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::choice::{Chosen, Facet, Value, values};
use super::filter::Filter;
use super::{PostTable, Tallied};
use crate::domain::Pack;
use crate::domain::eligibility::Eligible;

/// The posts of a value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// How many there are.
    pub all: usize,
    /// How many of them pass what is chosen in the other facets.
    pub left: usize,
}

/// The counts of all values. What is not known has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Census(BTreeMap<Value, Count>);

impl Census {
    /// Counts the posts of a table.
    #[must_use]
    pub fn of(pack: &Pack, table: &PostTable, chosen: &Chosen, today: Date, eligible: Option<&Eligible>) -> Self {
        let with_words = table.kept(&Filter { words: chosen.words().to_owned(), ..Filter::default() });
        let mut without_words = chosen.clone();
        without_words.set_words("");
        let left = |chosen: &Chosen| {
            let mut kept = table.kept(&chosen.filter(today, eligible));
            kept.iter_mut().zip(&with_words).for_each(|(kept, words)| *kept &= words);
            table.tally(&kept, today, eligible)
        };
        let all = table.tally(&vec![true; table.len()], today, eligible);
        let passing = left(&without_words);
        let in_use: BTreeMap<Facet, Tallied> =
            chosen.facets().into_iter().map(|facet| (facet, left(&without_words.without(facet)))).collect();
        let count = |value: Value| {
            let left = in_use.get(&value.facet()).unwrap_or(&passing).of(&value)?;
            Some((value.clone(), Count { all: all.of(&value)?, left }))
        };
        Self(values(pack, table, chosen).into_iter().filter_map(count).collect())
    }

    /// The count of a value; nothing when it is not known.
    #[must_use]
    pub fn count(&self, value: &Value) -> Option<Count> {
        self.0.get(value).copied()
    }
}
