//! One of the user's own files with its earlier states beside it: nothing that was confirmed is ever lost, every change
//! can be taken back, across restarts too, and two programs never write over each other.
//!
//! ```text
//!  profiles/me.toml                       the file: what is true now
//!  profiles/copies/me/0000000041.toml     every state it had, by number: the newest few hundred of them
//!                     0000000042.toml
//! ```
//!
//! The first line of the file is a comment of the program's own with the format and the number of the state:
//! `# fingerpost format 1, change 42`. A state is written beside the file first and then takes the file's place in one
//! step, so that whenever the program or the machine stops the file is either the old or the new one. Going back puts an
//! earlier state in the file's place; the later ones stay until something else is changed. A file that was changed by
//! hand becomes a state of its own before anything else happens to it. A file that is taken out of use is moved beside its
//! states, as `copies/me.removed-1.toml`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use thiserror::Error;

use super::atomic::{give_name, replace, sync_folder};
use super::disk;
use super::folder::{StoreError, read_up_to};
use super::lock::Lock;

/// The format this program writes, and the newest it reads.
const FORMAT: u32 = 1;
/// How many earlier states are kept.
const KEPT: usize = 300;
/// Far more than anybody's plans take.
const MOST_BYTES: u64 = 16 * 1024 * 1024;
/// Behind the name of a file that was taken out of use, before its number.
pub(super) const REMOVED: &str = "removed-";
/// Writing a state takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(5);

/// A file of the user's own. It need not exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    path: PathBuf,
    copies: PathBuf,
    lock: PathBuf,
}

/// What the file held when it was last read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The number of the state; nothing where somebody wrote the file by hand.
    change: Option<u64>,
    /// The text below the program's own line.
    pub text: String,
}

/// Why something was not written. What was there is there still.
#[derive(Debug, Error)]
pub enum KeepError {
    /// Somebody else has written the file since it was read: what it holds now, if it is there.
    #[error("the file was changed elsewhere in the meantime; what you see is read again")]
    ChangedElsewhere(Option<Held>),
    /// The system would not, or another program has the file for too long.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Whether a file has states before and after the one that it holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ways {
    /// Before it.
    pub back: bool,
    /// After it.
    pub forth: bool,
}

/// Which way through the states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Forth,
}

impl KeptFile {
    /// The file `NAME.toml` in a folder.
    #[must_use]
    pub fn new(folder: &Path, name: &str) -> Self {
        Self {
            path: folder.join(format!("{name}.toml")),
            copies: folder.join("copies").join(name),
            lock: folder.join("copies").join(format!("{name}.lock")),
        }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it holds; nothing when it is not there.
    ///
    /// # Errors
    /// When it cannot be read, is no text, or was written by a newer program.
    pub fn read(&self) -> Result<Option<Held>, StoreError> {
        read(&self.path)
    }

    /// Puts `text` in its place, as a new state. `before` is what it held when the change was made up.
    ///
    /// # Errors
    /// When it holds something else now, or cannot be written. It is as it was then.
    pub fn write(&self, before: Option<&Held>, text: &str) -> Result<Held, KeepError> {
        let _lock = self.locked(before)?;
        // A file that somebody took away had states too; they stay where they are, before the new ones.
        let here = match before {
            Some(held) => self.number(held)?,
            None => self.numbers()?.last().copied().unwrap_or(0),
        };
        // A number of its own: what was undone can still be done again when this one cannot be written.
        let next = self.numbers()?.last().map_or(1, |last| last + 1);
        let held = Held { change: Some(next), text: text.to_owned() };
        replace(&self.copy(next), &held.to_bytes())?;
        if let Err(error) = replace(&self.path, &held.to_bytes()) {
            // Nobody was told of this state; one that cannot be removed could only be gone forth to.
            let _ = self.remove(next);
            return Err(error.into());
        }
        for undone in self.numbers()?.into_iter().filter(|number| (here + 1..next).contains(number)) {
            // The new state is in place; one that cannot be removed could only be gone back to.
            let _ = self.remove(undone);
        }
        self.forget_the_oldest();
        Ok(held)
    }

    /// Puts `text` in its place as the same state, gone on with: one step back takes back all of it. Where `before` is not
    /// the newest state it becomes a new one.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub fn amend(&self, before: &Held, text: &str) -> Result<Held, KeepError> {
        let lock = self.locked(Some(before))?;
        let Some(newest) = before.change.filter(|change| self.is_newest(*change, before)) else {
            drop(lock);
            return self.write(Some(before), text);
        };
        let held = Held { change: Some(newest), text: text.to_owned() };
        replace(&self.path, &held.to_bytes())?;
        // The file says it already. A copy that lags behind stays an earlier state: what the file says becomes one of its
        // own before it gives way.
        let _ = replace(&self.copy(newest), &held.to_bytes());
        Ok(held)
    }

    fn is_newest(&self, change: u64, held: &Held) -> bool {
        let newest = self.numbers().ok().and_then(|numbers| numbers.last().copied());
        newest == Some(change) && read(&self.copy(change)).ok().flatten().is_some_and(|copy| copy.text == held.text)
    }

    /// Whether there are states to go back to and to go forth to from what it holds, as far as that can be seen.
    #[must_use]
    pub fn ways(&self, now: &Held) -> Ways {
        let here = now.change.unwrap_or(u64::MAX);
        let numbers = self.numbers().unwrap_or_default();
        Ways { back: numbers.iter().any(|number| *number < here), forth: numbers.iter().any(|number| *number > here) }
    }

    /// Takes it out of use: it is moved beside its earlier states, where nothing of it is lost. Where it is then.
    ///
    /// # Errors
    /// When it holds something else than `before` now, or cannot be moved. It is as it was then.
    pub fn retire(&self, before: Option<&Held>) -> Result<PathBuf, KeepError> {
        let _lock = self.locked(before)?;
        self.retire_unread().map_err(KeepError::Store)
    }

    /// As [`Self::retire`], whatever it holds: for a file that cannot be read.
    ///
    /// # Errors
    /// When it cannot be moved.
    pub fn retire_unread(&self) -> Result<PathBuf, StoreError> {
        let to = free_path(|count| self.copies.with_extension(format!("{REMOVED}{count}.toml")));
        self.move_to(&to)
    }

    /// Brings back into use a file that was taken out of it.
    ///
    /// # Errors
    /// When there is one in use under that name, or it cannot be moved.
    pub fn bring_back(&self, from: &Path) -> Result<(), StoreError> {
        let _lock = Lock::take(&self.lock, PATIENCE)?;
        let moved =
            if self.path.exists() { Err(io::ErrorKind::AlreadyExists.into()) } else { give_name(from, &self.path) };
        moved.map_err(|source| StoreError::NotWritten { path: self.path.clone(), source })?;
        self.sync();
        Ok(())
    }

    fn move_to(&self, to: &Path) -> Result<PathBuf, StoreError> {
        disk::rename(&self.path, to).map_err(|source| StoreError::NotWritten { path: self.path.clone(), source })?;
        self.sync();
        Ok(to.to_owned())
    }

    fn sync(&self) {
        [&self.path, &self.copies].iter().filter_map(|path| path.parent()).for_each(sync_folder);
    }

    /// Goes back to the state before; nothing when there is none.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub fn undo(&self, now: &Held) -> Result<Option<Held>, KeepError> {
        self.step(now, Way::Back)
    }

    /// Goes forth again to the state after; nothing when there is none.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub fn redo(&self, now: &Held) -> Result<Option<Held>, KeepError> {
        self.step(now, Way::Forth)
    }

    fn step(&self, now: &Held, way: Way) -> Result<Option<Held>, KeepError> {
        let _lock = self.locked(Some(now))?;
        let here = self.number(now)?;
        let numbers = self.numbers()?;
        let other = match way {
            Way::Back => numbers.into_iter().rev().find(|number| *number < here),
            Way::Forth => numbers.into_iter().find(|number| *number > here),
        };
        let Some(other) = other else { return Ok(None) };
        let Some(held) = read(&self.copy(other))? else { return Ok(None) };
        let held = Held { change: Some(other), ..held };
        replace(&self.path, &held.to_bytes())?;
        Ok(Some(held))
    }

    /// The earlier states that can be read, the newest first: for somebody whose file was damaged.
    ///
    /// # Errors
    /// When the folder with them cannot be read.
    pub fn earlier(&self) -> Result<Vec<Held>, StoreError> {
        let numbers = self.numbers()?.into_iter().rev();
        Ok(numbers.filter_map(|number| read(&self.copy(number)).ok().flatten()).collect())
    }

    /// Moves a file that cannot be read out of the way, so that one can go on; where it is then. Nothing is thrown away.
    ///
    /// # Errors
    /// When it cannot be moved.
    pub fn set_aside(&self) -> Result<PathBuf, StoreError> {
        let aside = free_path(|count| self.path.with_extension(format!("damaged-{count}.toml")));
        self.move_to(&aside)
    }

    /// Takes the lock, and makes sure that the file holds what the caller thinks.
    fn locked(&self, before: Option<&Held>) -> Result<Lock, KeepError> {
        let lock = Lock::take(&self.lock, PATIENCE)?;
        let now = self.read()?;
        if now.as_ref() == before { Ok(lock) } else { Err(KeepError::ChangedElsewhere(now)) }
    }

    /// The number of the state that the file holds, which is made one if it is none yet.
    fn number(&self, held: &Held) -> Result<u64, StoreError> {
        if let Some(number) = held.change
            && read(&self.copy(number))?.is_some_and(|copy| copy.text == held.text)
        {
            return Ok(number);
        }
        let next = self.numbers()?.last().map_or(1, |last| last + 1).max(held.change.map_or(1, |number| number + 1));
        let state = Held { change: Some(next), text: held.text.clone() };
        replace(&self.copy(next), &state.to_bytes())?;
        Ok(next)
    }

    /// The numbers of the states there are, from the oldest.
    fn numbers(&self) -> Result<Vec<u64>, StoreError> {
        let entries = match fs::read_dir(&self.copies) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(source) => return Err(StoreError::Refused { path: self.copies.clone(), source }),
        };
        let named = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.strip_suffix(".toml")?.parse().ok());
        let mut numbers: Vec<u64> = named.collect();
        numbers.sort_unstable();
        Ok(numbers)
    }

    fn copy(&self, number: u64) -> PathBuf {
        self.copies.join(format!("{number:010}.toml"))
    }

    fn remove(&self, number: u64) -> Result<(), StoreError> {
        let path = self.copy(number);
        disk::remove(&path).map_err(|source| StoreError::NotWritten { path, source })
    }

    fn forget_the_oldest(&self) {
        let numbers = self.numbers().unwrap_or_default();
        for number in numbers.iter().take(numbers.len().saturating_sub(KEPT)) {
            // An old state that cannot be removed takes room and does no other harm.
            let _ = self.remove(*number);
        }
    }
}

impl Held {
    fn to_bytes(&self) -> Vec<u8> {
        let change = self.change.unwrap_or_default();
        format!("# fingerpost format {FORMAT}, change {change}\n{}", self.text).into_bytes()
    }
}

/// The first of these paths at which nothing is.
fn free_path(path: impl Fn(u32) -> PathBuf) -> PathBuf {
    (1..=u32::MAX).map(&path).find(|path| path.symlink_metadata().is_err()).unwrap_or_else(|| path(0))
}

fn read(path: &Path) -> Result<Option<Held>, StoreError> {
    let bytes = match read_up_to(path, MOST_BYTES) {
        Err(StoreError::Absent(_)) => return Ok(None),
        bytes => bytes?,
    };
    let damaged = |line| StoreError::Damaged { path: path.to_owned(), line };
    let text = String::from_utf8(bytes).map_err(|error| {
        let sound = error.utf8_error().valid_up_to();
        damaged(1 + error.as_bytes().iter().take(sound).filter(|byte| **byte == b'\n').count())
    })?;
    let own_line = text.split_once('\n').and_then(|(first, rest)| Some((own_line(first)?, rest)));
    match own_line {
        Some((format, _)) if format.0 > FORMAT => Err(StoreError::Newer(path.to_owned())),
        Some((format, rest)) => Ok(Some(Held { change: Some(format.1), text: rest.to_owned() })),
        None => Ok(Some(Held { change: None, text })),
    }
}

/// Format and change of the program's own line.
fn own_line(line: &str) -> Option<(u32, u64)> {
    let (format, change) = line.trim_end().strip_prefix("# fingerpost format ")?.split_once(", change ")?;
    Some((format.parse().ok()?, change.parse().ok()?))
}
