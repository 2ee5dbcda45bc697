//! Vacancy feeds: from the bytes of a file or an answer to adverts, or to what is wrong with them. Pure. Whatever a feed
//! holds is harmless afterwards: text is stripped of what steers a terminal, fields are cut, numbers are bounded.
//!
//! | what | file |
//! |---|---|
//! | which format it is | `format` |
//! | NHS Jobs: search results as XML, old and new | `nhs_jobs` |
//! | the NHSBSA's open data, as CSV | `nhsbsa` |
//! | a CSV with the columns of our own posts | `plain_csv` |
//! | what both CSVs share | `sheet` |
//! | an advert put together from its fields | `draft` |
//! | lines | `lines` |
//! | pay, dates, addresses | [`salary`], [`date`], [`link`] |

pub mod date;
mod draft;
mod format;
mod lines;
pub mod link;
mod nhs_jobs;
mod nhsbsa;
mod plain_csv;
pub mod salary;
mod sheet;

use std::fmt;

pub use format::Format;

use crate::domain::advert::Advert;

/// What is lost by a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Loss {
    /// The whole file: nothing of it is used.
    File,
    /// One advert.
    Advert,
    /// A detail of an advert, which is used without it.
    Detail,
}

/// One thing that is wrong with a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is lost by it.
    pub loss: Loss,
    /// The line, from 1: of an advert, the one on which it begins.
    pub line: usize,
    /// What is wrong, and what became of it.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

/// How many adverts and pages the whole search has, as one page of it says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Pages.
    pub pages: Option<u64>,
    /// Adverts.
    pub results: Option<u64>,
}

/// What came of reading a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The format it was read as, when it was one that is known.
    pub format: Option<Format>,
    /// Its adverts, in their order; none when the whole file is lost.
    pub adverts: Vec<Advert>,
    /// What the whole search has; for pages of NHS Jobs.
    pub totals: Totals,
    /// Everything that is wrong, by line.
    pub faults: Vec<Fault>,
}

impl Reading {
    /// Whether nothing of the file can be used.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.faults.iter().any(|fault| fault.loss == Loss::File)
    }
}

/// Reads a feed of whatever known format. Never fails as a whole: what is wrong is in the reading's faults.
#[must_use]
pub fn read(bytes: &[u8]) -> Reading {
    let mut faults = Faults::default();
    let mut reading = format::read(bytes, &mut faults);
    reading.faults = faults.into_sorted();
    if reading.is_lost() {
        reading.adverts.clear();
    }
    reading
}

/// How many faults of one loss are kept; the rest is only counted.
const MOST_FAULTS: usize = 1_000;

/// The faults found so far.
#[derive(Debug, Default)]
struct Faults {
    kept: Vec<Fault>,
    more: [usize; 3],
}

impl Faults {
    fn add(&mut self, loss: Loss, line: usize, message: impl FnOnce() -> String) {
        let count = &mut self.more[loss as usize];
        *count += 1;
        if *count <= MOST_FAULTS {
            self.kept.push(Fault { loss, line, message: message() });
        }
    }

    fn lose_file(&mut self, line: usize, message: impl Into<String>) {
        self.add(Loss::File, line, || message.into());
    }

    fn into_sorted(mut self) -> Vec<Fault> {
        for (loss, what) in [(Loss::Advert, "adverts left out"), (Loss::Detail, "details left out")] {
            if let Some(more) = self.more[loss as usize].checked_sub(MOST_FAULTS).filter(|more| *more > 0) {
                let line = self.kept.iter().map(|fault| fault.line).max().unwrap_or(1);
                self.kept.push(Fault { loss, line, message: format!("{more} more {what} further on") });
            }
        }
        self.kept.sort_by_key(|fault| fault.line);
        self.kept
    }
}
