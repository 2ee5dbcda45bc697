//! The user's own portfolio in its file: read for a pack, written in the words of its file, gone back and forth in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::StoreError;
use super::kept_file::{Held, KeepError, KeptFile, Ways};
use crate::domain::Pack;
use crate::domain::portfolio::Portfolio;
use crate::pack::{self, Fault};

/// So many faults of a file are told at once.
const TOLD: usize = 3;

/// The file with a portfolio, and what it held when it was last read or written.
#[derive(Debug, Clone)]
pub struct KeptPortfolio {
    file: KeptFile,
    pack: Arc<Pack>,
    held: Option<Held>,
    portfolio: Option<Portfolio>,
    remarks: Vec<String>,
    last: Last,
}

/// What was done last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    /// A state was written, which can be gone on with.
    Written,
    /// Something else, or what was to be written was not.
    Other,
}

/// Which way through the states of a portfolio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// To the state before.
    Back,
    /// To the state after.
    Forth,
}

/// What of a portfolio went wrong. What was in the file is there still.
#[derive(Debug, thiserror::Error)]
pub enum PortfolioError {
    /// The file holds something that is no portfolio of this pack, or cannot be read.
    #[error("{0}")]
    Unreadable(String),
    /// Somebody else has written it meanwhile; it was read again.
    #[error("{} was changed elsewhere in the meantime", .0.display())]
    ChangedElsewhere(PathBuf),
    /// It could not be written.
    #[error("{0}")]
    NotWritten(StoreError),
}

impl KeptPortfolio {
    /// The portfolio `NAME.toml` in a folder of profiles; nothing has been read yet.
    #[must_use]
    pub fn new(profiles: &Path, name: &str, pack: Arc<Pack>) -> Self {
        let file = KeptFile::new(profiles, name);
        Self { file, pack, held: None, portfolio: None, remarks: Vec::new(), last: Last::Other }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// What it held when it was last read or written; nothing where nothing is kept.
    #[must_use]
    pub const fn portfolio(&self) -> Option<&Portfolio> {
        self.portfolio.as_ref()
    }

    /// Where there is a file but nothing is kept in it: whether it has other states, to be undone or done again to.
    #[must_use]
    pub fn emptied(&self) -> Option<Ways> {
        let held = self.held.as_ref().filter(|_| self.portfolio.is_none())?;
        Some(self.file.ways(held)).filter(|ways| ways.back || ways.forth)
    }

    /// What is odd in it and does no harm, in sentences: keys that are not known, say.
    #[must_use]
    pub fn remarks(&self) -> &[String] {
        &self.remarks
    }

    /// Reads it.
    ///
    /// # Errors
    /// When there is a file that cannot be read.
    pub fn read(&mut self) -> Result<(), PortfolioError> {
        let held = self.file.read().map_err(|error| PortfolioError::Unreadable(error.to_string()))?;
        self.take(held)
    }

    fn take(&mut self, held: Option<Held>) -> Result<(), PortfolioError> {
        self.last = Last::Other;
        let understood = match &held {
            Some(held) => self.understood(held).map_err(|faults| self.unreadable(&faults))?,
            None => None,
        };
        let (portfolio, warnings) =
            understood.map_or((None, Vec::new()), |(portfolio, warnings)| (Some(portfolio), warnings));
        let file = self.path().file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        self.remarks = warnings.iter().map(|fault| format!("In your file {file}: {}.", fault.message)).collect();
        self.portfolio = portfolio;
        self.held = held;
        Ok(())
    }

    /// A file with nothing in it but comments is that of somebody who keeps nothing.
    fn understood(&self, held: &Held) -> Result<Option<(Portfolio, Vec<Fault>)>, Vec<Fault>> {
        let is_empty = held.text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
        if is_empty {
            return Ok(None);
        }
        let name = self.path().display().to_string();
        pack::read_portfolio(&name, held.text.as_bytes(), &self.pack).map(Some)
    }

    fn unreadable(&self, faults: &[Fault]) -> PortfolioError {
        let errors: Vec<String> = faults.iter().take(TOLD).map(ToString::to_string).collect();
        let words =
            if errors.is_empty() { format!("{} cannot be read", self.path().display()) } else { errors.join("; ") };
        PortfolioError::Unreadable(words)
    }

    /// Puts a portfolio in its place as a new state; nothing: from now on nothing is kept.
    ///
    /// # Errors
    /// When it was changed elsewhere, then it is read again; or when it cannot be written.
    pub fn write(&mut self, portfolio: Option<&Portfolio>) -> Result<(), PortfolioError> {
        self.last = Last::Other;
        if self.portfolio.as_ref() == portfolio {
            return Ok(());
        }
        if self.held.is_none() {
            // That nothing was kept is a state too: undo goes back to it, and redo forth from it, across a restart.
            let empty = self.file.write(None, "");
            self.held = Some(self.told(empty)?);
        }
        let held = self.file.write(self.held.as_ref(), &self.text_of(portfolio));
        self.held = Some(self.told(held)?);
        self.portfolio = portfolio.cloned();
        self.last = Last::Written;
        Ok(())
    }

    /// Puts a portfolio in its place as the state that was written last, gone on with; a new one where that was not
    /// written.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub fn amend(&mut self, portfolio: Option<&Portfolio>) -> Result<(), PortfolioError> {
        let Some(before) = self.held.as_ref().filter(|_| self.last == Last::Written) else {
            return self.write(portfolio);
        };
        let held = self.file.amend(before, &self.text_of(portfolio));
        self.held = Some(self.told(held)?);
        self.portfolio = portfolio.cloned();
        Ok(())
    }

    /// A portfolio as its file says it, with the comments of the one that is there.
    fn text_of(&self, portfolio: Option<&Portfolio>) -> String {
        let before = self.held.as_ref().map_or("", |held| held.text.as_str());
        portfolio.map_or(String::new(), |portfolio| pack::write_portfolio(portfolio, &self.pack, before))
    }

    /// Puts a portfolio in its place that it had before: the state before or after, where that is it, else a new one.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub fn write_stepped(&mut self, portfolio: Option<&Portfolio>, step: Step) -> Result<(), PortfolioError> {
        if self.portfolio.as_ref() == portfolio {
            return Ok(());
        }
        if let Some(held) = self.step_in_file(step)?
            && self.take(Some(held.clone())).is_err()
        {
            // That state is of no use with this pack; what is wanted is written over it.
            (self.held, self.portfolio) = (Some(held), None);
        }
        self.write(portfolio)
    }

    /// Goes to the state before or after; whether there was one.
    ///
    /// # Errors
    /// As [`Self::write`]; and when that state cannot be read with this pack.
    pub fn step(&mut self, step: Step) -> Result<bool, PortfolioError> {
        let here = (self.held.clone(), self.portfolio.clone());
        let Some(held) = self.step_in_file(step)? else { return Ok(false) };
        if let Err(error) = self.take(Some(held.clone())) {
            let back = match step {
                Step::Back => self.file.redo(&held),
                Step::Forth => self.file.undo(&held),
            };
            self.told(back)?;
            (self.held, self.portfolio) = here;
            return Err(error);
        }
        Ok(true)
    }

    fn step_in_file(&mut self, step: Step) -> Result<Option<Held>, PortfolioError> {
        self.last = Last::Other;
        let Some(now) = &self.held else { return Ok(None) };
        let stepped = match step {
            Step::Back => self.file.undo(now),
            Step::Forth => self.file.redo(now),
        };
        self.told(stepped)
    }

    /// Moves a file that cannot be read out of the way and puts the newest earlier state in its place that can be; where
    /// it was moved to.
    ///
    /// # Errors
    /// When it cannot be moved.
    pub fn set_aside(&mut self) -> Result<PathBuf, PortfolioError> {
        let aside = self.file.set_aside().map_err(PortfolioError::NotWritten)?;
        (self.held, self.portfolio) = (None, None);
        let earlier = self.file.earlier().map_err(PortfolioError::NotWritten)?;
        let readable = |held: &Held| self.understood(held).ok().flatten();
        if let Some((portfolio, _)) = earlier.iter().find_map(readable) {
            self.write(Some(&portfolio))?;
        }
        Ok(aside)
    }

    /// Takes the file out of use, also one that cannot be read; where it is then. Nothing of it is lost.
    ///
    /// # Errors
    /// When it was changed since it was read, then it is read again; or when it cannot be moved.
    pub fn retire(&mut self) -> Result<PathBuf, PortfolioError> {
        let retired = match self.read() {
            Ok(()) => self.file.retire(self.held.as_ref()),
            Err(_) => self.file.retire_unread().map_err(KeepError::Store),
        };
        let to = self.told(retired)?;
        (self.held, self.portfolio) = (None, None);
        Ok(to)
    }

    /// Puts a file that was taken out of use back in its place.
    ///
    /// # Errors
    /// When there is one in use, or it cannot be moved.
    pub fn bring_back(&mut self, from: &Path) -> Result<(), PortfolioError> {
        self.file.bring_back(from).map_err(PortfolioError::NotWritten)
    }

    /// Takes over a whole file as it is written: the first state of this one.
    ///
    /// # Errors
    /// When there is something in this one already, or it cannot be written.
    pub fn begin_as(&mut self, other: &Self, portfolio: &Portfolio) -> Result<(), PortfolioError> {
        let before = other.held.as_ref().map_or("", |held| held.text.as_str());
        let text = pack::write_portfolio(portfolio, &self.pack, before);
        let held = self.file.write(None, &text);
        self.held = Some(self.told(held)?);
        self.portfolio = Some(portfolio.clone());
        Ok(())
    }

    /// What came of writing; what somebody else wrote meanwhile is taken over.
    fn told<T>(&mut self, written: Result<T, KeepError>) -> Result<T, PortfolioError> {
        match written {
            Ok(written) => Ok(written),
            Err(KeepError::Store(error)) => Err(PortfolioError::NotWritten(error)),
            Err(KeepError::ChangedElsewhere(now)) => {
                self.take(now)?;
                Err(PortfolioError::ChangedElsewhere(self.path().to_owned()))
            }
        }
    }
}
