//! What the commands that list tables have in common: words to look for, and values that a column can have.

use std::collections::BTreeSet;

use super::exit::Failure;
use super::names::{self, Named};
use super::text::{Page, Table, Tone};
use crate::domain::Pack;
use crate::domain::role::LevelNumber;
use crate::domain::words;

/// Words that all have to occur, in whatever case and order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search(Vec<String>);

impl Search {
    /// The words as they were typed.
    #[must_use]
    pub fn new(typed: &[String]) -> Self {
        Self(typed.iter().flat_map(|part| part.split_whitespace()).map(str::to_lowercase).collect())
    }

    /// Whether every word occurs in some of `texts`.
    #[must_use]
    pub fn finds(&self, texts: &[&str]) -> bool {
        let texts: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
        self.0.iter().all(|word| texts.iter().any(|text| text.contains(word)))
    }
}

/// The value among `known` that `typed` names, if anything was typed.
///
/// # Errors
/// Wrong usage with the nearest values, when there is no such value.
pub fn value<'k>(
    known: impl IntoIterator<Item = &'k str>,
    typed: Option<&str>,
    what: &str,
) -> Result<Option<&'k str>, Failure> {
    let Some(typed) = typed else { return Ok(None) };
    let known: BTreeSet<&str> = known.into_iter().filter(|value| !value.is_empty()).collect();
    let all = known.iter().copied().collect::<Vec<_>>().join(", ");
    let named = known.iter().map(|value| Named { id: *value, slug: (*value).to_owned(), title: (*value).to_owned() });
    names::resolve(&named.collect::<Vec<_>>(), typed, what, &format!("there are {all}")).map(Some)
}

/// Adds the table and the count of its rows to the page; `of_all` is how many the pack has.
pub fn show(page: &mut Page, table: &Table, what: &str, of_all: usize) {
    if of_all == 0 {
        page.paragraph(format!("This pack has no {what}s."), Tone::Plain);
        return;
    }
    if table.is_empty() {
        page.paragraph(format!("No {what} like that. Leave out a word or a filter to see more."), Tone::Plain);
        return;
    }
    page.lines(table.lines(page.width()));
    page.gap();
    page.paragraph(words::count(table.len() as u64, what), Tone::Faint);
}

/// A level's title.
#[must_use]
pub fn level(pack: &Pack, number: LevelNumber) -> String {
    let titled = pack.tables().levels.iter().find(|level| level.number == number);
    titled.map_or_else(|| number.0.to_string(), |level| format!("{} {}", number.0, level.title))
}

/// The level of this number.
///
/// # Errors
/// Wrong usage with the levels there are, when there is no such level.
pub fn known_level(pack: &Pack, number: u32) -> Result<LevelNumber, Failure> {
    let levels = &pack.tables().levels;
    if levels.iter().any(|level| level.number.0 == number) {
        return Ok(LevelNumber(number));
    }
    let known: Vec<String> = levels.iter().map(|one| level(pack, one.number)).collect();
    Err(Failure::Usage(format!("there is no level {number}; there are {}.", known.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::{Search, value};

    #[test]
    fn every_word_has_to_occur_somewhere() {
        let search = Search::new(&["head NURSING".to_owned()]);
        assert!(search.finds(&["head-of-nursing", "Leads nurses"]));
        assert!(search.finds(&["Head", "of nursing"]));
        assert!(!search.finds(&["Head of midwifery"]));
        assert!(Search::new(&[]).finds(&[]));
    }

    #[test]
    fn an_unknown_value_gets_the_nearest_and_the_list() {
        let kinds = ["promotion", "lateral", ""];
        assert_eq!(value(kinds, Some("Lateral"), "kind").expect("known"), Some("lateral"));
        let message = value(kinds, Some("promotoin"), "kind").expect_err("unknown").message().expect("a message");
        assert!(message.contains("nearest: promotion") && message.contains("lateral, promotion"), "{message}");
    }
}
