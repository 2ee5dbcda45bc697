//! The system calls that change files, each in one place, so that a test can let any of them fail as a full disk does.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

/// Makes a new file of the user's own.
pub(super) fn create(path: &Path) -> io::Result<File> {
    #[cfg(test)]
    faults::due(faults::Call::Create)?;
    own().write(true).create_new(true).open(path)
}

/// Opens the file that stands for a lock, and makes it if there is none.
pub(super) fn open_lock(path: &Path) -> io::Result<File> {
    #[cfg(test)]
    faults::due(faults::Call::Create)?;
    own().write(true).create(true).truncate(false).open(path)
}

/// Opens a file of the user's own to write behind what is in it, and makes it if there is none.
pub(super) fn append(path: &Path) -> io::Result<File> {
    own().append(true).create(true).open(path)
}

/// Writes all of it; when that fails, any part of it may be written.
pub(super) fn write(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    #[cfg(test)]
    if let Err(error) = faults::due(faults::Call::Write) {
        file.write_all(&bytes[..bytes.len() / 2])?;
        return Err(error);
    }
    file.write_all(bytes)
}

/// Waits until it is on the disk.
pub(super) fn sync(file: &File) -> io::Result<()> {
    #[cfg(test)]
    faults::due(faults::Call::Sync)?;
    file.sync_all()
}

/// Gives a file another name; it takes the place of what had it.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(test)]
    faults::due(faults::Call::Rename)?;
    fs::rename(from, to)
}

/// Gives a file a second name, unless another has it.
pub(super) fn link(file: &Path, name: &Path) -> io::Result<()> {
    #[cfg(test)]
    faults::due(faults::Call::Rename)?;
    fs::hard_link(file, name)
}

/// Removes a file.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    #[cfg(test)]
    faults::due(faults::Call::Remove)?;
    fs::remove_file(path)
}

/// Makes the user's own folder, if there is none.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    #[cfg(test)]
    faults::due(faults::Call::Create)?;
    own_folder(folder)
}

/// How files of the user's own are opened: nobody else may read them.
#[cfg(unix)]
fn own() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = File::options();
    options.mode(0o600);
    options
}

#[cfg(not(unix))]
fn own() -> OpenOptions {
    File::options()
}

#[cfg(unix)]
fn own_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn own_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// A disk that runs full, for tests; each thread has its own.
#[cfg(test)]
pub(super) mod faults {
    use std::cell::Cell;
    use std::io;

    /// What is asked of the disk.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Call {
        Create,
        Write,
        Sync,
        Rename,
        Remove,
    }

    /// How a disk fails.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Failing {
        /// It is full: what needs no room still works.
        Full,
        /// It is gone, or can only be read: nothing works.
        Gone,
    }

    thread_local! {
        static FAULT: Cell<Option<(usize, Failing)>> = const { Cell::new(None) };
        static MET: Cell<Option<Call>> = const { Cell::new(None) };
    }

    /// Lets the disk fail after so many calls that work, until [`mend`].
    pub fn fail_after(calls: usize, how: Failing) {
        FAULT.set(Some((calls, how)));
        MET.set(None);
    }

    /// Lets the disk work again; the call that failed first, if one did.
    pub fn mend() -> Option<Call> {
        FAULT.set(None);
        MET.take()
    }

    pub fn due(call: Call) -> io::Result<()> {
        let Some((calls, how)) = FAULT.get() else { return Ok(()) };
        if calls > 0 {
            FAULT.set(Some((calls - 1, how)));
            return Ok(());
        }
        if how == Failing::Full && call == Call::Remove {
            return Ok(());
        }
        MET.set(MET.get().or(Some(call)));
        Err(io::ErrorKind::StorageFull.into())
    }
}
