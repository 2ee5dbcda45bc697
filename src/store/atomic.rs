//! Writing a file so that it is either the old one or the new one, whatever happens in between.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::{StoreError, disk};

/// Puts `bytes` in the place of the file at `path`, and makes the folder if there is none. Only the user may read either,
/// where the system knows of users.
///
/// # Errors
/// When the folder cannot be made or written to; the file at `path` is the old one then.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let refused = |source| StoreError::NotWritten { path: path.to_owned(), source };
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    disk::make_folder(folder).map_err(refused)?;
    let new = beside(path);
    let written = write_new(&new, bytes).and_then(|()| disk::rename(&new, path));
    if let Err(error) = written {
        // What was begun is of no use to anybody; when it cannot be removed either there is nothing more to do.
        let _ = disk::remove(&new);
        return Err(refused(error));
    }
    sync_folder(folder);
    Ok(())
}

/// What a file that is saved may take the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InPlaceOf {
    /// Of nothing: a file that is there already stays as it is.
    Nothing,
    /// Of whatever file is there.
    Anything,
}

/// Saves a file that the user asked for, in a folder that is there: whole or not at all. Only the user may read it, where
/// the system knows of users, since it may tell of a person; whoever is sent it has a copy of their own.
///
/// # Errors
/// When there is a file already that must stay, or the folder cannot be written to.
pub fn save(path: &Path, bytes: &[u8], in_place_of: InPlaceOf) -> Result<(), StoreError> {
    let refused = |source: io::Error| match source.kind() {
        io::ErrorKind::AlreadyExists => StoreError::Taken(path.to_owned()),
        _ => StoreError::NotWritten { path: path.to_owned(), source },
    };
    if in_place_of == InPlaceOf::Nothing && path.symlink_metadata().is_ok() {
        return Err(StoreError::Taken(path.to_owned()));
    }
    let new = beside(path);
    let written = write_new(&new, bytes).and_then(|()| match in_place_of {
        InPlaceOf::Anything => disk::rename(&new, path),
        InPlaceOf::Nothing => give_name(&new, path),
    });
    if let Err(error) = written {
        // What was begun is of no use to anybody; when it cannot be removed either there is nothing more to do.
        let _ = disk::remove(&new);
        return Err(refused(error));
    }
    sync_folder(path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new(".")));
    Ok(())
}

/// Opens a file of the user's own to be written on and on, such as a log, and makes folder and file if there are none. Only
/// the user may read it, where the system knows of users.
///
/// # Errors
/// When it cannot be written to.
pub fn append(path: &Path) -> Result<File, StoreError> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let opened = disk::make_folder(folder).and_then(|()| disk::append(path));
    opened.map_err(|source| StoreError::NotWritten { path: path.to_owned(), source })
}

/// Gives a file its name unless another has it, which a rename alone would not see. Where the file system has no links,
/// the look that was taken before has to do.
pub(super) fn give_name(new: &Path, path: &Path) -> io::Result<()> {
    match disk::link(new, path) {
        Ok(()) => disk::remove(new),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Err(_) => disk::rename(new, path),
    }
}

/// A name for the new file in the same folder, so that it can take the old one's place in one step.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!(".{name}.{}.part", std::process::id()))
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match disk::remove(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = disk::create(path)?;
    disk::write(&mut file, bytes)?;
    disk::sync(&file)
}

/// Makes the new name last through a loss of power, where folders can be synced.
pub(super) fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        // The file is in place already; a system that cannot do this has no better way.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{InPlaceOf, replace, save};

    #[test]
    fn the_old_file_gives_way_to_the_new_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep/posts.csv");
        replace(&path, b"old").expect("written");
        replace(&path, b"new").expect("written");
        assert_eq!(fs::read(&path).expect("there"), b"new");
        assert_eq!(fs::read_dir(folder.path().join("deep")).expect("there").count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("posts.csv");
        replace(&path, b"x").expect("written");
        assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn what_cannot_be_written_leaves_the_old_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("taken");
        fs::create_dir(&path).expect("a folder in the way");
        fs::write(path.join("kept"), "x").expect("a file");
        let message = replace(&path, b"new").expect_err("a folder is no file").to_string();
        assert!(message.contains("taken"), "{message}");
        assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 1);
    }

    #[test]
    fn a_file_that_is_there_is_written_over_only_when_asked() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("route.pdf");
        save(&path, b"first", InPlaceOf::Nothing).expect("written");
        let message = save(&path, b"second", InPlaceOf::Nothing).expect_err("there already").to_string();
        assert!(message.contains("route.pdf") && message.contains("--force"), "{message}");
        assert_eq!(fs::read(&path).expect("there"), b"first");
        save(&path, b"third", InPlaceOf::Anything).expect("written over");
        assert_eq!(fs::read(&path).expect("there"), b"third");
        assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_not_made_up() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(save(&folder.path().join("no/route.pdf"), b"x", InPlaceOf::Nothing).is_err());
        assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 0);
    }
}
