//! Reading files that a user names: a pack folder, or one file such as a profile. Sizes are bounded, and only ordinary
//! files are read: a folder from elsewhere may hold pipes, links out of it, or far too much.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::pack::Files;

/// The most bytes of one file: far more than any table of careers needs.
const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// The most bytes of a file with adverts: some hundred thousand of them.
const MOST_BYTES_OF_A_FEED: u64 = 512 * 1024 * 1024;
/// The most bytes of all files of a pack together.
const MOST_BYTES_TOGETHER: usize = 128 * 1024 * 1024;
/// The most files of a pack.
const MOST_FILES: usize = 500;

/// Why a file or folder could not be read. The text says what happened, where, and what to do.
#[derive(Debug, Error)]
pub enum StoreError {
    /// There is nothing at this path.
    #[error("there is nothing at {}; check the spelling of the path", shown(.0))]
    Absent(PathBuf),
    /// A folder was expected.
    #[error("{} is a file; name the folder that holds pack.toml", shown(.0))]
    NotAFolder(PathBuf),
    /// A file was expected.
    #[error("{} is not an ordinary file; name a file with text in it", shown(.0))]
    NotAFile(PathBuf),
    /// The folder holds none of the files of a pack.
    #[error("{} holds no pack; a pack is a folder with pack.toml, roles.csv and moves.csv in it", shown(.0))]
    NoPack(PathBuf),
    /// A file that leads out of the folder.
    #[error("{} is a link that leads out of the pack's folder; put the file itself there", shown(.0))]
    LeadsOut(PathBuf),
    /// A file that is larger than what is read, in bytes.
    #[error("{} is larger than {} MB, which is more than fingerpost reads; is it the right file?", shown(.0), .1 / 1024 / 1024)]
    TooLarge(PathBuf, u64),
    /// Files that are together larger than any pack.
    #[error("the files in {} are together larger than {} MB; is it the right folder?", shown(.0), MOST_BYTES_TOGETHER / 1024 / 1024)]
    TooMuch(PathBuf),
    /// More files than any pack has.
    #[error("{} holds more than {MOST_FILES} files; is it the right folder?", shown(.0))]
    TooMany(PathBuf),
    /// A file name that is no text.
    #[error("a file in {} has a name that cannot be read as text; rename it", shown(.0))]
    OddName(PathBuf),
    /// The system refused.
    #[error("{} cannot be read: {source}; check that you may open it", shown(.path))]
    Refused {
        /// What was to be read.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// There is a file where a new one was to be written.
    #[error("{} is there already; choose another name, or add --force to write over it", shown(.0))]
    Taken(PathBuf),
    /// The system refused to write.
    #[error("{} cannot be written: {source}; check that there is room and that you may write there", shown(.path))]
    NotWritten {
        /// What was to be written.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Another run of the program has the user's own files for itself.
    #[error("another fingerpost is changing your files in {}; try again when it has finished", shown(.0))]
    Busy(PathBuf),
    /// One of the user's own files was written by a newer program.
    #[error("{} was written by a newer fingerpost; use that one, or move the file away to begin anew", shown(.0))]
    Newer(PathBuf),
    /// One of the program's own files is not as it was written.
    #[error("{} is not as fingerpost writes it (line {line}); mend it, or move it away to begin anew", shown(.path))]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The line.
        line: usize,
    },
}

impl StoreError {
    fn from_io(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound => Self::Absent(path),
            _ => Self::Refused { path, source },
        }
    }
}

/// A path as a message may show it: without characters that steer a terminal.
fn shown(path: &Path) -> String {
    path.display().to_string().chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// Reads one ordinary file, whole.
///
/// # Errors
/// When it is absent, no ordinary file, larger than 32 MB, or may not be opened.
pub fn read_file(path: &Path) -> Result<Vec<u8>, StoreError> {
    read_up_to(path, MOST_BYTES)
}

/// Reads one ordinary file with adverts in it, whole.
///
/// # Errors
/// When it is absent, no ordinary file, larger than 512 MB, or may not be opened.
pub fn read_feed(path: &Path) -> Result<Vec<u8>, StoreError> {
    read_up_to(path, MOST_BYTES_OF_A_FEED)
}

/// Reads one ordinary file of at most so many bytes, whole.
pub(super) fn read_up_to(path: &Path, most: u64) -> Result<Vec<u8>, StoreError> {
    let refused = |error| StoreError::from_io(path, error);
    // Judged before it is opened: to open a pipe is to wait for somebody to write.
    let metadata = fs::metadata(path).map_err(refused)?;
    if !metadata.is_file() {
        return Err(StoreError::NotAFile(path.to_owned()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len().min(most)).unwrap_or(0));
    File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes)).map_err(refused)?;
    if bytes.len() as u64 > most { Err(StoreError::TooLarge(path.to_owned(), most)) } else { Ok(bytes) }
}

/// Reads the files of a pack: `pack.toml` and the tables in the folder, the profiles in `profiles` and the decks in
/// `decks`. Whatever else is in the folder is left alone.
///
/// # Errors
/// When the folder cannot be read, has no file of a pack, or holds what no pack does: see [`StoreError`].
pub fn read_folder(folder: &Path) -> Result<Files, StoreError> {
    let refused = |error| StoreError::from_io(folder, error);
    if !fs::metadata(folder).map_err(refused)?.is_dir() {
        return Err(StoreError::NotAFolder(folder.to_owned()));
    }
    let root = folder.canonicalize().map_err(refused)?;
    let mut paths: BTreeMap<String, PathBuf> = BTreeMap::new();
    let is_table = |name: &str| name.to_lowercase() == "pack.toml" || has_extension(name, "csv");
    gather(folder, "", is_table, &mut paths)?;
    for inside in ["profiles", "decks"] {
        let of_toml = folder.join(inside);
        if of_toml.is_dir() {
            gather(&of_toml, &format!("{inside}/"), |name| has_extension(name, "toml"), &mut paths)?;
        }
    }
    if paths.is_empty() {
        return Err(StoreError::NoPack(folder.to_owned()));
    }
    let (mut files, mut together) = (BTreeMap::new(), 0);
    for (name, path) in paths {
        let real = path.canonicalize().map_err(|error| StoreError::from_io(&path, error))?;
        if !real.starts_with(&root) {
            return Err(StoreError::LeadsOut(path));
        }
        let bytes = read_file(&path)?;
        together += bytes.len();
        if together > MOST_BYTES_TOGETHER {
            return Err(StoreError::TooMuch(folder.to_owned()));
        }
        files.insert(name, bytes.into());
    }
    Ok(Files(files))
}

/// Adds the wanted files of one folder, each under `prefix` and its name.
fn gather(
    folder: &Path,
    prefix: &str,
    wanted: impl Fn(&str) -> bool,
    paths: &mut BTreeMap<String, PathBuf>,
) -> Result<(), StoreError> {
    let refused = |error| StoreError::from_io(folder, error);
    for entry in fs::read_dir(folder).map_err(refused)? {
        let entry = entry.map_err(refused)?;
        let name = entry.file_name();
        let Some(name) = name.to_str() else {
            if wanted(&name.to_string_lossy()) {
                return Err(StoreError::OddName(folder.to_owned()));
            }
            continue;
        };
        // Editors and spreadsheets keep hidden copies next to the file that is open.
        let hidden = name.starts_with(['.', '~']);
        if hidden || !wanted(name) || entry.path().is_dir() {
            continue;
        }
        paths.insert(format!("{prefix}{name}"), entry.path());
        if paths.len() > MOST_FILES {
            return Err(StoreError::TooMany(folder.to_owned()));
        }
    }
    Ok(())
}

fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name).extension().and_then(OsStr::to_str).is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{MOST_BYTES, StoreError, read_file, read_folder};

    #[test]
    fn only_the_files_of_a_pack_are_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("profiles")).expect("a folder");
        fs::create_dir(at("old.csv")).expect("a folder");
        for name in ["pack.toml", "roles.csv", "notes.txt", ".#roles.csv", "profiles/me.toml", "profiles/me.md"] {
            fs::write(at(name), name).expect("a file");
        }
        let files = read_folder(folder.path()).expect("the folder is fine");
        assert_eq!(files.0.keys().collect::<Vec<_>>(), ["pack.toml", "profiles/me.toml", "roles.csv"]);
        assert_eq!(files.0["roles.csv"].as_ref(), b"roles.csv");
    }

    #[test]
    fn what_is_no_pack_is_refused_in_words() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        assert!(matches!(read_folder(folder.path()), Err(StoreError::NoPack(_))));
        assert!(matches!(read_folder(&at("nowhere")), Err(StoreError::Absent(_))));
        fs::write(at("plain"), "").expect("a file");
        let message = read_folder(&at("plain")).expect_err("a file is no folder").to_string();
        assert!(message.contains("plain") && message.contains("pack.toml"), "{message}");
        assert!(matches!(read_file(folder.path()), Err(StoreError::NotAFile(_))));
    }

    #[test]
    fn absurd_sizes_are_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("roles.csv");
        let file = fs::File::create(&path).expect("a file");
        file.set_len(MOST_BYTES + 1).expect("a hole");
        assert!(matches!(read_folder(folder.path()), Err(StoreError::TooLarge(..))));
    }

    #[cfg(unix)]
    #[test]
    fn links_that_lead_out_and_pipes_are_refused() {
        let outside = tempfile::NamedTempFile::new().expect("a file");
        let folder = tempfile::tempdir().expect("a folder");
        std::os::unix::fs::symlink(outside.path(), folder.path().join("roles.csv")).expect("a link");
        assert!(matches!(read_folder(folder.path()), Err(StoreError::LeadsOut(_))));
        assert!(matches!(read_file(std::path::Path::new("/dev/zero")), Err(StoreError::NotAFile(_))));
    }
}
