//! Reading a pack: from the bytes of its files to a [`Pack`], or to every fault in them with file, line, column and
//! remedy. Pure: the bytes come from [`crate::store`].

//!
//! | step | file |
//! |---|---|
//! | bytes to text fit for a terminal, rows of CSV | [`crate::domain::text`] |
//! | tables, rows, cells | `table`, `schema`, `cell` |
//! | TOML | `document`, `manifest`, `profile` |
//! | a user's own profile and plans, read and written | `portfolio`, `portfolio_words`, `take_over` |
//! | the appraisals in it | `appraisal`, `appraisal_words` |
//! | decks, read and written | `deck` |
//! | ids and what to say of unknown ones | `ids` |
//! | rows of the graph, and around it | `graph`, `around` |
//! | lines of package | `offers` |
//! | when people are appraised, and the scale | `cycles` |
//! | what only the whole graph shows | `ways` |
//! | all faults together | `report` |

mod appraisal;
mod appraisal_words;
mod around;
mod cell;
mod cycles;
mod deck;
mod document;
mod graph;
mod ids;
mod manifest;
mod offers;
mod portfolio;
mod portfolio_words;
mod profile;
mod reading;
mod report;
mod schema;
mod table;
mod take_over;
mod ways;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use crate::domain::Pack;
use crate::domain::deck::{Deck, PollLog};
use crate::domain::portfolio::Portfolio;
use crate::domain::profile::Profile;

/// The files of a pack: path inside the folder (`roles.csv`, `profiles/gp.toml`) and bytes, which may be a part of the
/// program itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files(pub BTreeMap<String, Cow<'static, [u8]>>);

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The pack cannot be used.
    Error,
    /// The pack can be used; somebody should look.
    Warning,
}

/// One thing that is wrong with a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// How bad it is.
    pub severity: Severity,
    /// The file, as in [`Files`].
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column: of a table, which cell of the row, from 1; of a TOML file, which character of the line.
    pub column: usize,
    /// What is wrong, and what to do about it.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{}:{}:{}: {word}: {}", self.file, self.line, self.column, self.message)
    }
}

/// What came of reading a pack.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The pack, when no fault is an error.
    pub pack: Option<Pack>,
    /// Everything that is wrong, by file, line and column.
    pub faults: Vec<Fault>,
}

/// Reads the files of a pack. Never fails as a whole: what is wrong is in the reading's faults.
#[must_use]
pub fn read(files: &Files) -> Reading {
    reading::read(files)
}

/// Reads a user's own profile, a TOML file with a person of this pack in it; `file` is its name for messages. Only the
/// role has to be there. With the profile come the warnings, by line and column.
///
/// # Errors
/// Everything that is wrong with it, warnings included, when any of it is an error.
pub fn read_profile(file: &str, bytes: &[u8], pack: &Pack) -> Result<(Profile, Vec<Fault>), Vec<Fault>> {
    reading::read_profile(file, bytes, pack)
}

/// Reads a user's own portfolio: a profile, as [`read_profile`] does, with plans and appraisals in it.
///
/// # Errors
/// Everything that is wrong with it, warnings included, when any of it is an error.
pub fn read_portfolio(file: &str, bytes: &[u8], pack: &Pack) -> Result<(Portfolio, Vec<Fault>), Vec<Fault>> {
    portfolio::read(file, bytes, pack)
}

/// A portfolio as the text of its file. `before` is what the file held: what says the same, and everything in it that is
/// not the program's, comments too, stays as it was written.
#[must_use]
pub fn write_portfolio(portfolio: &Portfolio, pack: &Pack, before: &str) -> String {
    portfolio::write(portfolio, pack, before)
}

/// Reads a deck, a TOML file with steps that refer to this pack; `file` is its name for messages. With the deck come the
/// warnings, by line and column. A post that is not known is only warned of: posts come and go.
///
/// # Errors
/// Everything that is wrong with it, warnings included, when any of it is an error.
pub fn read_deck(file: &str, bytes: &[u8], pack: &Pack) -> Result<(Deck, Vec<Fault>), Vec<Fault>> {
    let mut report = report::Report::default();
    match deck::read_for(file, bytes, pack, &mut report) {
        Ok(deck) if !report.has_errors() => Ok((deck, report.into_faults())),
        _ => Err(report.into_faults()),
    }
}

/// A deck as the text of its file; reading it gives the same deck again.
#[must_use]
pub fn write_deck(deck: &Deck, pack: &Pack) -> String {
    deck::write(deck, pack)
}

/// Reads what rooms answered to the polls of a deck; `file` is its name for messages.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_poll_log(file: &str, bytes: &[u8]) -> Result<PollLog, Vec<Fault>> {
    let mut report = report::Report::default();
    deck::log::read(file, bytes, &mut report).map_err(|_| report.into_faults())
}

/// What rooms answered to the polls of a deck as the text of its file.
#[must_use]
pub fn write_poll_log(log: &PollLog) -> String {
    deck::log::write(log)
}
