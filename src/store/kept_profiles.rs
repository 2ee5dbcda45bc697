//! The user's own profiles: every `NAME.toml` in the folder of profiles is one, with its plans and its earlier states.
//!
//! ```text
//!  profiles/me.toml                       a profile; its name is its file's
//!  profiles/copies/me/…                   its earlier states
//!  profiles/copies/jo.removed-1.toml      a profile that was removed
//!  profiles/copies/last-opened            which one was opened last
//! ```

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::atomic::replace;
use super::folder::{StoreError, read_up_to};
use super::kept_file::REMOVED;
use super::{DataFolder, KeptPortfolio, PortfolioError};
use crate::domain::Pack;
use crate::domain::id::Slug;
use crate::domain::portfolio::Portfolio;

/// The name of the first profile that somebody keeps.
const FIRST: &str = "me";
/// More profiles than anybody keeps; the rest of a folder with more is left alone.
const MOST: usize = 500;
/// The longest name, in letters.
const LONGEST: usize = 40;
/// The note of which profile was opened last is one line.
const MOST_OF_A_NOTE: u64 = 1024;
/// What Windows does not take as the name of a file.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The folder with the user's own profiles.
#[derive(Debug, Clone)]
pub struct KeptProfiles {
    folder: PathBuf,
    pack: Arc<Pack>,
}

/// One of them, as it was read for a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedProfile {
    /// The name of its file without `.toml`.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// What is in it; nothing where nothing is kept in it; or why it cannot be used.
    pub portfolio: Result<Option<Portfolio>, String>,
}

/// Which profile was opened last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LastOpened {
    /// None was noted.
    Unnoted,
    /// This one; it may be gone since.
    Is(Slug),
    /// There is a note, but it says nothing.
    Damaged(PathBuf),
}

impl KeptProfiles {
    /// Those in the data folder, which need not exist yet.
    #[must_use]
    pub fn in_data_folder(data: &DataFolder, pack: Arc<Pack>) -> Self {
        Self::new(data.profiles(), pack)
    }

    /// Those in this folder.
    #[must_use]
    pub const fn new(folder: PathBuf, pack: Arc<Pack>) -> Self {
        Self { folder, pack }
    }

    /// The name of the first profile that somebody keeps.
    ///
    /// # Panics
    /// Never: `me` is a slug.
    #[must_use]
    pub fn first_name() -> Slug {
        Slug::parse(FIRST).expect("`me` is a slug")
    }

    /// One of them; nothing has been read yet.
    #[must_use]
    pub fn portfolio(&self, name: &Slug) -> KeptPortfolio {
        KeptPortfolio::new(&self.folder, name.as_str(), Arc::clone(&self.pack))
    }

    /// The names of the files there are, sorted; those that were set aside as damaged are none.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn names(&self) -> Result<Vec<String>, StoreError> {
        stems(&self.folder, |stem| !stem.contains('.'))
    }

    /// All of them, by name, each read.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn list(&self) -> Result<Vec<ListedProfile>, StoreError> {
        Ok(self.names()?.into_iter().map(|name| self.listed(name)).collect())
    }

    fn listed(&self, name: String) -> ListedProfile {
        let path = self.folder.join(format!("{name}.toml"));
        let Some(slug) = Slug::parse(&name) else {
            let why = "its name may have only small letters, digits and single hyphens; give the file another name";
            return ListedProfile { name, path, portfolio: Err(why.to_owned()) };
        };
        let mut kept = self.portfolio(&slug);
        let read = kept.read().map(|()| kept.portfolio().cloned());
        ListedProfile { name, path, portfolio: read.map_err(|error| error.to_string()) }
    }

    /// The files of profiles that were removed, sorted: the name each had, and where it is.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn removed(&self) -> Result<Vec<(Slug, PathBuf)>, StoreError> {
        let copies = self.copies();
        let stems = stems(&copies, |stem| name_of_removed(stem).is_some())?;
        let found = |stem: &String| Some((name_of_removed(stem)?, copies.join(format!("{stem}.toml"))));
        Ok(stems.iter().filter_map(found).collect())
    }

    /// The label that a removed profile had, as far as it can be read.
    #[must_use]
    pub fn label_of(&self, file: &Path) -> Option<String> {
        let stem = file.file_stem()?.to_str()?;
        let mut kept = KeptPortfolio::new(file.parent()?, stem, Arc::clone(&self.pack));
        kept.read().ok()?;
        kept.portfolio().map(|portfolio| portfolio.profile.title.clone())
    }

    /// A name for a new profile with this label that neither a profile has nor one had whose states are still there.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn free_name(&self, label: &str) -> Result<Slug, StoreError> {
        let wanted = Slug::of_label(label, LONGEST).unwrap_or_else(Self::first_name);
        let mut taken = self.names()?;
        taken.extend(self.removed()?.into_iter().map(|(name, _)| name.to_string()));
        let is_free = |name: &Slug| {
            let states = self.copies().join(name.as_str());
            !taken.iter().any(|taken| taken.eq_ignore_ascii_case(name.as_str()))
                && !RESERVED.contains(&name.as_str())
                && fs::read_dir(states).map_or(true, |mut states| states.next().is_none())
        };
        let numbered = (2..=u32::MAX).filter_map(|number| Slug::parse(&format!("{wanted}-{number}")));
        let free = std::iter::once(wanted.clone()).chain(numbered).find(is_free);
        Ok(free.unwrap_or(wanted))
    }

    /// Copies a profile with its plans under another label; its name.
    ///
    /// # Errors
    /// When it cannot be read, keeps nothing, or the copy cannot be written.
    pub fn copy(&self, name: &Slug, label: &str) -> Result<Slug, PortfolioError> {
        let mut from = self.portfolio(name);
        from.read()?;
        let Some(mut portfolio) = from.portfolio().cloned() else {
            return Err(PortfolioError::Unreadable("there is nothing in it to copy".to_owned()));
        };
        let copy = self.free_name(label).map_err(PortfolioError::NotWritten)?;
        portfolio.profile.slug = copy.clone();
        label.clone_into(&mut portfolio.profile.title);
        self.portfolio(&copy).begin_as(&from, &portfolio)?;
        Ok(copy)
    }

    /// Gives a profile another label; its name stays.
    ///
    /// # Errors
    /// When it cannot be read, or written.
    pub fn relabel(&self, name: &Slug, label: &str) -> Result<(), PortfolioError> {
        let mut kept = self.portfolio(name);
        kept.read()?;
        let Some(mut portfolio) = kept.portfolio().cloned() else { return Ok(()) };
        label.clone_into(&mut portfolio.profile.title);
        kept.write(Some(&portfolio))
    }

    /// Which one was opened last.
    #[must_use]
    pub fn last_opened(&self) -> LastOpened {
        let path = self.note();
        let said = match read_up_to(&path, MOST_OF_A_NOTE) {
            Err(StoreError::Absent(_)) => return LastOpened::Unnoted,
            read => read.ok().and_then(|bytes| String::from_utf8(bytes).ok()),
        };
        match said.and_then(|text| Slug::parse(text.trim())) {
            Some(name) => LastOpened::Is(name),
            None => LastOpened::Damaged(path),
        }
    }

    /// The one to open when none is named: the one opened last, else the first that can be read. With it comes why it is
    /// not the one opened last, as a sentence without its full stop, where there is something to tell.
    #[must_use]
    pub fn next(&self) -> (Slug, Option<String>) {
        let names: Vec<Slug> = self.names().unwrap_or_default().iter().filter_map(|name| Slug::parse(name)).collect();
        let last = self.last_opened();
        if let LastOpened::Is(name) = &last
            && names.contains(name)
        {
            return (name.clone(), None);
        }
        let can_be_read = |name: &&Slug| self.portfolio(name).read().is_ok();
        let first = names.iter().find(can_be_read).or(names.first()).cloned();
        let why = match last {
            LastOpened::Unnoted if names.len() < 2 => None,
            LastOpened::Unnoted => Some("which profile was open last is not noted".to_owned()),
            LastOpened::Is(gone) => Some(format!("the profile {gone} of last time is not there any more")),
            LastOpened::Damaged(note) => Some(format!("{} does not say which profile was open last", note.display())),
        };
        (first.unwrap_or_else(Self::first_name), why)
    }

    /// Notes which one was opened last.
    ///
    /// # Errors
    /// When it cannot be written; the old note is there then.
    pub fn note_opened(&self, name: &Slug) -> Result<(), StoreError> {
        if self.last_opened() == LastOpened::Is(name.clone()) {
            return Ok(());
        }
        replace(&self.note(), format!("{name}\n").as_bytes())
    }

    fn note(&self) -> PathBuf {
        self.copies().join("last-opened")
    }

    fn copies(&self) -> PathBuf {
        self.folder.join("copies")
    }
}

/// The name that a removed profile had, by the name of its file now.
fn name_of_removed(stem: &str) -> Option<Slug> {
    let (name, rest) = stem.split_once('.')?;
    rest.starts_with(REMOVED).then(|| Slug::parse(name)).flatten()
}

/// The names, without `.toml`, of such files in a folder, sorted; none where there is no folder.
fn stems(folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<String>, StoreError> {
    let refused = |source| StoreError::Refused { path: folder.to_owned(), source };
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(refused)?,
    };
    let mut found: Vec<String> = entries
        .filter_map(|entry| {
            let entry = entry.ok().filter(|entry| !entry.path().is_dir())?;
            Some(entry.file_name().to_str()?.strip_suffix(".toml")?.to_owned())
        })
        .filter(|stem| !stem.is_empty() && wanted(stem))
        .collect();
    found.sort_unstable();
    found.truncate(MOST);
    Ok(found)
}
