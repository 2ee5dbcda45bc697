//! The employer of an advert to an organisation of the pack: by the ODS code where there is one, by its name as it is or
//! was, by the code in the reference, by a name that is nearly the same.

use std::collections::{BTreeSet, HashMap};

use super::employer_codes;
use crate::domain::Pack;
use crate::domain::advert::{Advert, reference};
use crate::domain::id::OrganisationId;

/// Who an employer is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Employer {
    /// An organisation of the pack.
    Organisation(OrganisationId),
    /// An integrated care board, by its ODS code.
    Board(String),
}

/// Who a name alone speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// One who is or was called so.
    Surely(Employer),
    /// One whose name is much like it; what else an advert says comes first.
    Nearly(Employer),
    /// Nobody known.
    Nobody,
}

/// The employers of a pack, ready to be held against adverts.
#[derive(Debug)]
pub struct Employers {
    by_ods: HashMap<String, Employer>,
    by_name: HashMap<BTreeSet<String>, Employer>,
    names: Vec<(BTreeSet<String>, Employer)>,
    /// The names with each word.
    with_word: HashMap<String, Vec<usize>>,
}

/// How alike two names have to be to be taken for one: shared words among all words of both.
const ALIKE: (usize, usize) = (3, 4);
/// Names of more words are no names.
const MOST_WORDS: usize = 24;

impl Employers {
    /// The employers of a pack.
    #[must_use]
    pub fn of(pack: &Pack) -> Self {
        let tables = pack.tables();
        let mut employers =
            Self { by_ods: HashMap::new(), by_name: HashMap::new(), names: Vec::new(), with_word: HashMap::new() };
        let organisations = || tables.organisations.iter().enumerate();
        let organisation = |at| Employer::Organisation(OrganisationId::from_index(at));
        // Names of today before names of yesterday, and those who are there before those who are gone.
        for (at, found) in organisations().filter(|(_, found)| found.status != "closed") {
            employers.learn(&found.name, organisation(at));
        }
        for board in tables.care_boards.iter().filter(|board| board.kind == "icb") {
            employers.learn(&board.name, Employer::Board(board.ods.clone()));
            employers.by_ods.entry(board.ods.clone()).or_insert_with(|| Employer::Board(board.ods.clone()));
        }
        for (at, found) in organisations() {
            employers.learn(&found.name, organisation(at));
            employers.learn(&found.former_name, organisation(at));
            employers.by_ods.insert(found.ods.clone(), organisation(at));
        }
        for record in &tables.segments {
            if let Some(id) = record.organisation {
                employers.learn(&record.name, Employer::Organisation(id));
            }
        }
        employers
    }

    fn learn(&mut self, name: &str, employer: Employer) {
        let words = words(name);
        if words.is_empty() || self.by_name.contains_key(&words) {
            return;
        }
        for word in &words {
            self.with_word.entry(word.clone()).or_default().push(self.names.len());
        }
        self.by_name.insert(words.clone(), employer.clone());
        self.names.push((words, employer));
    }

    /// Who has this name.
    #[must_use]
    pub fn named(&self, name: &str) -> Named {
        let words = words(name);
        match self.by_name.get(&words) {
            Some(employer) => Named::Surely(employer.clone()),
            None => self.nearest(&words).map_or(Named::Nobody, |employer| Named::Nearly(employer.clone())),
        }
    }

    /// The employer of an advert, `named` being who has the name in it.
    #[must_use]
    pub fn find<'e>(&'e self, advert: &Advert, named: &'e Named) -> Option<&'e Employer> {
        let by_code = || self.by_ods.get(employer_codes::ods(&reference::employer_code(&advert.reference)?)?);
        self.by_ods.get(&advert.ods).or_else(|| match named {
            Named::Surely(employer) => Some(employer),
            Named::Nearly(employer) => by_code().or(Some(employer)),
            Named::Nobody => by_code(),
        })
    }

    /// The one employer whose name is most alike, if it is alike enough and no other is as much.
    fn nearest(&self, wanted: &BTreeSet<String>) -> Option<&Employer> {
        if wanted.len() < 2 || wanted.len() > MOST_WORDS {
            return None;
        }
        let mut shared_by = vec![0_usize; self.names.len()];
        for at in wanted.iter().filter_map(|word| self.with_word.get(word)).flatten() {
            shared_by[*at] += 1;
        }
        let mut best: Option<(usize, usize, &Employer)> = None;
        let mut tied = false;
        for ((name, employer), shared) in self.names.iter().zip(shared_by).filter(|(_, shared)| *shared > 0) {
            let all = wanted.len() + name.len() - shared;
            if shared * ALIKE.1 < all * ALIKE.0 {
                continue;
            }
            match best.map(|(most, of, _)| (shared * of).cmp(&(most * all))) {
                Some(std::cmp::Ordering::Less) => {}
                Some(std::cmp::Ordering::Equal) => tied |= best.is_some_and(|(_, _, other)| other != employer),
                None | Some(std::cmp::Ordering::Greater) => {
                    best = Some((shared, all, employer));
                    tied = false;
                }
            }
        }
        best.filter(|_| !tied).map(|(_, _, employer)| employer)
    }
}

/// The words of a name that tell it from others.
fn words(name: &str) -> BTreeSet<String> {
    let lower = name.to_lowercase().replace(['\'', '’'], "").replace("integrated care board", "icb");
    lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !matches!(*word, "" | "nhs" | "foundation" | "trust" | "ft" | "the" | "of" | "and"))
        .map(|word| word.strip_suffix('s').filter(|stem| stem.len() > 4).unwrap_or(word).to_owned())
        .take(MOST_WORDS + 1)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn names_are_compared_by_what_tells_them_apart() {
        let same = [
            "Wrightington, Wigan and Leigh Teaching Hospitals NHS Foundation Trust",
            "WRIGHTINGTON WIGAN & LEIGH TEACHING HOSPITAL NHS FT",
        ];
        assert_eq!(words(same[0]), words(same[1]));
        assert_ne!(words("Kent and Medway ICB"), words("Medway NHS Foundation Trust"));
    }
}
