//! The user's own decks: TOML files in the folder `decks` of their data folder.

use std::fs;
use std::path::{Path, PathBuf};

use super::folder::{StoreError, read_up_to};
use crate::domain::Pack;
use crate::domain::deck::Deck;
use crate::pack::{self, Fault};

/// The most bytes of a deck: hundreds of steps.
const MOST_BYTES: u64 = 1024 * 1024;
/// The most decks that are looked at.
const MOST_DECKS: usize = 500;

/// A deck in a file.
#[derive(Debug, Clone)]
pub struct OwnDeck {
    /// The file.
    pub path: PathBuf,
    /// The deck.
    pub deck: Deck,
    /// What is odd in it and does no harm.
    pub warnings: Vec<Fault>,
}

/// A file that should be a deck and is none.
#[derive(Debug)]
pub struct FaultyDeck {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub why: WhyFaulty,
}

/// Why a file is no deck.
#[derive(Debug)]
pub enum WhyFaulty {
    /// It cannot be read.
    Unreadable(StoreError),
    /// What stands in it is wrong.
    Faults(Vec<Fault>),
}

/// The decks of a folder by the names of their files, and those that are none; both are empty when there is no such
/// folder.
#[must_use]
pub fn own_decks(folder: &Path, pack: &Pack) -> (Vec<OwnDeck>, Vec<FaultyDeck>) {
    let is_deck = |path: &PathBuf| {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '~']));
        !hidden && path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")) && path.is_file()
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = entries.filter(is_deck).take(MOST_DECKS).collect();
    paths.sort();
    let (mut decks, mut faulty) = (Vec::new(), Vec::new());
    for path in paths {
        match read_deck_file(&path, pack) {
            Ok(own) => decks.push(own),
            Err(why) => faulty.push(FaultyDeck { path, why }),
        }
    }
    (decks, faulty)
}

/// The deck in a file.
///
/// # Errors
/// Why it is none.
pub fn read_deck_file(path: &Path, pack: &Pack) -> Result<OwnDeck, WhyFaulty> {
    let bytes = read_up_to(path, MOST_BYTES).map_err(WhyFaulty::Unreadable)?;
    let (deck, warnings) = pack::read_deck(&path.display().to_string(), &bytes, pack).map_err(WhyFaulty::Faults)?;
    Ok(OwnDeck { path: path.to_owned(), deck, warnings })
}
