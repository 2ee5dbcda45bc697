//! The user's own decks, and what rooms have answered to the polls of any deck.
//!
//! ```text
//!  decks/our-story.toml    a deck
//!  polls/our-story.toml    what rooms answered to the deck with this id, the pack's decks too
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::DataFolder;
use super::atomic::{InPlaceOf, replace, save};
use super::disk::make_folder;
use super::folder::{StoreError, read_up_to};
use super::lock::Lock;
use super::own_decks::{WhyFaulty, own_decks};
use crate::domain::Pack;
use crate::domain::deck::{Deck, PollLog, Tally};
use crate::domain::id::Slug;
use crate::pack::{self, Fault};

/// Far more than any deck takes.
const MOST_BYTES: u64 = 4 * 1024 * 1024;
/// More decks than anybody chooses from.
const MOST_FILES: usize = 500;
/// Writing a log takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(5);
/// So many faults of a file are told at once.
const TOLD: usize = 5;

/// A deck of the user's own, or what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadDeck {
    /// The name of its file.
    pub file: String,
    /// The deck, or the faults, each with its place.
    pub deck: Result<Deck, Vec<String>>,
}

/// Why something was not kept. What was there is there still.
#[derive(Debug, thiserror::Error)]
pub enum DeckError {
    /// The system would not, or another program has it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The log holds something that is no log: what and where.
    #[error("{0}")]
    Log(String),
}

/// The folder with the user's own decks. It need not exist.
#[derive(Debug, Clone)]
pub struct KeptDecks {
    folder: PathBuf,
    polls: PathBuf,
    pack: Arc<Pack>,
}

impl KeptDecks {
    /// The decks in the data folder, for a pack.
    #[must_use]
    pub fn own(folder: &DataFolder, pack: Arc<Pack>) -> Self {
        Self { folder: folder.decks(), polls: folder.polls_folder(), pack }
    }

    /// Every deck, by the names of the files. What cannot be read is told in its place.
    #[must_use]
    pub fn read(&self) -> Vec<ReadDeck> {
        let (decks, torn) = own_decks(&self.folder, &self.pack);
        let good = decks.into_iter().map(|own| ReadDeck { file: name(&own.path), deck: Ok(own.deck) });
        let bad = torn.into_iter().map(|unfit| {
            let file = name(&unfit.path);
            let told = |fault: Fault| Fault { file: file.clone(), ..fault }.to_string();
            let why = match unfit.why {
                WhyFaulty::Unreadable(error) => vec![error.to_string()],
                WhyFaulty::Faults(faults) => faults.into_iter().take(TOLD).map(told).collect(),
            };
            ReadDeck { file: file.clone(), deck: Err(why) }
        });
        let mut all: Vec<ReadDeck> = good.chain(bad).collect();
        all.sort_by(|a, b| a.file.cmp(&b.file));
        all
    }

    /// Every log that can be read, by the ids of the decks; and of the others why not.
    #[must_use]
    pub fn logs(&self) -> (Vec<PollLog>, Vec<String>) {
        let (mut logs, mut faults) = (Vec::new(), Vec::new());
        for path in files(&self.polls).into_values() {
            match read_log(&path) {
                Ok(log) => logs.extend(log),
                Err(error) => faults.push(error.to_string()),
            }
        }
        (logs, faults)
    }

    /// What rooms have answered to the deck with this id; nothing where nothing was counted.
    ///
    /// # Errors
    /// When there is a log that cannot be read.
    pub fn log(&self, deck: &Slug) -> Result<Option<PollLog>, DeckError> {
        read_log(&self.log_file(deck))
    }

    /// Saves a deck as a new file; gives back its name. No file is ever written over.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save(&self, deck: &Deck) -> Result<String, DeckError> {
        let refused = |source| StoreError::NotWritten { path: self.folder.clone(), source };
        make_folder(&self.folder).map_err(refused)?;
        let text = pack::write_deck(deck, &self.pack);
        let mut number = 1;
        loop {
            let file = if number == 1 { format!("{}.toml", deck.slug) } else { format!("{}-{number}.toml", deck.slug) };
            match save(&self.folder.join(&file), text.as_bytes(), InPlaceOf::Nothing) {
                Err(StoreError::Taken(_)) if number < MOST_FILES => number += 1,
                Err(error) => return Err(error.into()),
                Ok(()) => return Ok(file),
            }
        }
    }

    /// Adds what a room answered to the log of the deck with this id.
    ///
    /// # Errors
    /// When the log cannot be read or written; it is as it was then.
    pub fn note(&self, deck: &Slug, tally: &Tally) -> Result<(), DeckError> {
        let _lock = Lock::take(&self.polls.join("polls.lock"), PATIENCE)?;
        let path = self.log_file(deck);
        let mut log = read_log(&path)?.unwrap_or_else(|| PollLog::new(deck.clone()));
        log.tallies.push(tally.clone());
        replace(&path, pack::write_poll_log(&log).as_bytes())?;
        Ok(())
    }

    fn log_file(&self, deck: &Slug) -> PathBuf {
        self.polls.join(format!("{deck}.toml"))
    }
}

/// A file's name, for messages.
fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn read_log(path: &Path) -> Result<Option<PollLog>, DeckError> {
    let bytes = match read_up_to(path, MOST_BYTES) {
        Err(StoreError::Absent(_)) => return Ok(None),
        read => read?,
    };
    let file = format!("polls/{}", name(path));
    let told = |faults: Vec<pack::Fault>| {
        DeckError::Log(faults.iter().take(TOLD).map(ToString::to_string).collect::<Vec<_>>().join("; "))
    };
    pack::read_poll_log(&file, &bytes).map(Some).map_err(told)
}

/// The TOML files of a folder by their names; none where there is no folder.
fn files(folder: &Path) -> BTreeMap<String, PathBuf> {
    let entries: io::Result<Vec<_>> = fs::read_dir(folder).and_then(Iterator::collect);
    let named = entries.unwrap_or_default().into_iter().filter_map(|entry| {
        let name = entry.file_name().to_str()?.to_owned();
        let is_deck = !name.starts_with(['.', '~']) && name.to_lowercase().ends_with(".toml");
        is_deck.then(|| (name, entry.path()))
    });
    named.take(MOST_FILES).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::Arc;

    use jiff::civil::date;

    use super::KeptDecks;
    use crate::domain::deck::Tally;
    use crate::domain::id::Slug;
    use crate::store::{Asked, DataFolder, embedded};

    fn kept(folder: &tempfile::TempDir) -> KeptDecks {
        let asked = Asked::new(Some(folder.path().to_owned()), |_| None);
        let data = DataFolder::locate(asked).expect("asked for");
        let pack = crate::pack::read(&embedded()).pack.expect("the embedded pack is sound");
        KeptDecks::own(&data, Arc::new(pack))
    }

    fn tally(hands: u32) -> Tally {
        let answers = ["Yes", "No", "Perhaps"].map(str::to_owned);
        let at = date(2026, 11, 22).at(10, 30, 0, 0);
        Tally { step: 2, at, question: "Would you?".to_owned(), answers, counts: [hands, 0, 1] }
    }

    #[test]
    fn a_deck_is_saved_beside_others_and_never_over_them() {
        let folder = tempfile::tempdir().expect("a folder");
        let kept = kept(&folder);
        assert!(kept.read().is_empty(), "there is no folder yet");
        let text = "id = \"ours\"\ntitle = \"Ours\"\n[[step]]\ntitle = \"One\"\n";
        fs::create_dir_all(folder.path().join("decks")).expect("a folder");
        fs::write(folder.path().join("decks/ours.toml"), text).expect("a file");
        fs::write(folder.path().join("decks/torn.toml"), "id = ours\n").expect("a file");
        let read = kept.read();
        let ours = read[0].deck.as_ref().expect("a deck");
        assert!(read[1].deck.as_ref().expect_err("no deck")[0].starts_with("torn.toml:1:"), "{read:?}");
        assert_eq!(kept.save(ours).expect("saved"), "ours-2.toml");
        assert_eq!(kept.read()[0].deck.as_ref(), Ok(ours));
    }

    #[test]
    fn hands_are_added_and_a_torn_log_stays_as_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let kept = kept(&folder);
        let deck = Slug::parse("ours").expect("an id");
        kept.note(&deck, &tally(3)).expect("noted");
        kept.note(&deck, &tally(5)).expect("noted");
        let log = kept.log(&deck).expect("read").expect("there is one");
        assert_eq!(log.tallies, [tally(3), tally(5)]);
        assert_eq!(kept.logs(), (vec![log], Vec::new()));
        let path = folder.path().join("polls/ours.toml");
        fs::write(&path, "deck = 3\n").expect("a file");
        let why = kept.note(&deck, &tally(8)).expect_err("it is torn").to_string();
        assert!(why.contains("polls/ours.toml:1:"), "{why}");
        assert_eq!(fs::read_to_string(&path).expect("a file"), "deck = 3\n");
        assert_eq!(kept.logs().1.len(), 1);
    }
}
