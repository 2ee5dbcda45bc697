//! Search results from NHS Jobs over the net, when the user asks for them and not otherwise.
//!
//! | what | file |
//! |---|---|
//! | what is searched for, as the address of a page | [`search`] |
//! | what to do after an answer: read it, wait, give up | [`patience`] |
//! | one page over HTTP | `line` |
//! | page after page | here |

mod line;
pub mod patience;
pub mod search;

use std::thread;
use std::time::Duration;

use thiserror::Error;

pub use patience::Patience;
pub use search::Search;

use crate::domain::advert::Advert;
use crate::feed::{self, Fault, Loss};
use line::{Line, Page};
use patience::Next;

/// What is going on, for somebody who waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// A page was read.
    Page {
        /// Its number, from 1.
        number: u64,
        /// How many pages the search has, when the server says.
        of: Option<u64>,
        /// How many adverts were on it.
        adverts: usize,
        /// How many adverts the whole search has, when the server says.
        results: Option<u64>,
    },
    /// The server is busy or slow; it is asked again after a while.
    Waiting {
        /// How long.
        pause: Duration,
        /// Why, in words.
        why: String,
    },
    /// The number of results is another than on the page before, so some adverts may be missing.
    Changed {
        /// What it was.
        from: u64,
        /// What it is.
        to: u64,
    },
}

/// Why nothing could be fetched. Nothing is kept then.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FetchError {
    /// The server does not answer as it should, in words.
    #[error("page {page} could not be fetched: {why}. Nothing was kept; try again later, or with fewer --pages")]
    NoAnswer {
        /// The page.
        page: u64,
        /// Why.
        why: String,
    },
    /// The answer is no list of adverts.
    #[error("page {page} is not what NHS Jobs sends: line {line}: {message}. Nothing was kept")]
    Unreadable {
        /// The page.
        page: u64,
        /// The line of the answer.
        line: usize,
        /// What is wrong.
        message: String,
    },
}

/// What was fetched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fetched {
    /// The adverts, in the order of the pages.
    pub adverts: Vec<Advert>,
    /// What was wrong with single adverts, each with the address of its page.
    pub faults: Vec<(String, Fault)>,
}

/// Fetches page after page until the search has no more, or as many as were asked for. Waits between pages, and as long
/// as a busy server asks for.
///
/// # Errors
/// When a page cannot be fetched or read; all or nothing is fetched.
pub fn fetch(search: &Search, patience: &Patience, tell: &mut dyn FnMut(Progress)) -> Result<Fetched, FetchError> {
    let line = Line::to(search, patience);
    let mut fetched = Fetched::default();
    let mut results = None;
    for number in 1..=search.pages {
        if number > 1 {
            thread::sleep(patience.pause);
        }
        let address = search.address(number);
        let bytes = page(&line, &address, number, patience, tell)?;
        let reading = feed::read(&bytes);
        if let Some(fault) = reading.faults.iter().find(|fault| fault.loss == Loss::File) {
            let Fault { line, message, .. } = fault.clone();
            return Err(FetchError::Unreadable { page: number, line, message });
        }
        let (totals, adverts) = (reading.totals, reading.adverts.len());
        tell(Progress::Page { number, of: totals.pages, adverts, results: totals.results });
        if let (Some(from), Some(to)) = (results, totals.results)
            && from != to
        {
            tell(Progress::Changed { from, to });
        }
        results = totals.results.or(results);
        fetched.adverts.extend(reading.adverts);
        fetched.faults.extend(reading.faults.into_iter().map(|fault| (address.clone(), fault)));
        let last = totals.pages.map_or(adverts == 0, |pages| number >= pages);
        if last {
            break;
        }
    }
    Ok(fetched)
}

fn page(
    line: &Line,
    address: &str,
    number: u64,
    patience: &Patience,
    tell: &mut dyn FnMut(Progress),
) -> Result<Vec<u8>, FetchError> {
    let mut tries = 0;
    loop {
        tries += 1;
        let page = line.get(address);
        let (pause, why) = match patience.after(&page, tries) {
            Next::Wait { pause, why } => (pause, why),
            Next::GiveUp { why } => return Err(FetchError::NoAnswer { page: number, why }),
            Next::Read => match page {
                Page::Sent(bytes) => return Ok(bytes),
                Page::Refused { .. } | Page::Lost(_) => continue,
            },
        };
        tell(Progress::Waiting { pause, why });
        thread::sleep(pause);
    }
}
