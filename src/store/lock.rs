//! One at a time: whoever reads the user's own files in order to write them again holds the folder's lock meanwhile, so
//! that nobody's writing is lost under another's. Those who only read need no lock: files take their place in one step.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::{StoreError, disk};

/// How long one waits for another; merging a hundred thousand adverts takes a second or two.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(20);

/// The lock, held until it is dropped or the program ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock(#[expect(dead_code, reason = "the open file is the lock")] File);

impl Lock {
    /// Takes the lock that the file at `path` stands for, once whoever else has it lets go. Makes folder and file.
    ///
    /// # Errors
    /// When another still has it after `patience`, or the file cannot be made.
    pub fn take(path: &Path, patience: Duration) -> Result<Self, StoreError> {
        let refused = |source| StoreError::NotWritten { path: path.to_owned(), source };
        disk::make_folder(path.parent().unwrap_or_else(|| Path::new("."))).map_err(refused)?;
        let file = disk::open_lock(path).map_err(refused)?;
        let begun = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self(file)),
                Err(TryLockError::WouldBlock) if begun.elapsed() < patience => thread::sleep(PAUSE),
                Err(TryLockError::WouldBlock) => return Err(StoreError::Busy(folder_of(path))),
                // Some network folders know no locks; to refuse every import there would help nobody.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => return Ok(Self(file)),
                Err(TryLockError::Error(error)) => return Err(refused(error)),
            }
        }
    }
}

/// Whether somebody has a lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Held {
    ByNobody,
    /// Or it cannot be told: where there are no locks, whoever wrote something is believed to be there.
    BySomebody,
}

impl Lock {
    /// Whether somebody has the lock that the file at `path` stands for. Those who look do not keep each other from it.
    pub fn held(path: &Path) -> Held {
        match File::open(path).map(|file| file.try_lock_shared()) {
            Ok(Ok(())) => Held::ByNobody,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Held::ByNobody,
            _ => Held::BySomebody,
        }
    }
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent().unwrap_or(path).to_owned()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Lock;

    #[test]
    fn the_second_waits_and_then_says_who_is_in_the_way() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("data/posts.lock");
        let first = Lock::take(&path, Duration::ZERO).expect("nobody has it");
        let message = Lock::take(&path, Duration::from_millis(30)).expect_err("the first has it").to_string();
        assert!(message.contains("another fingerpost") && message.contains("data"), "{message}");
        drop(first);
        Lock::take(&path, Duration::ZERO).expect("it was let go");
    }

    #[test]
    fn the_second_has_it_as_soon_as_the_first_lets_go() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("posts.lock");
        let first = Lock::take(&path, Duration::ZERO).expect("nobody has it");
        std::thread::scope(|scope| {
            let second = scope.spawn(|| Lock::take(&path, Duration::from_secs(30)).map(drop));
            std::thread::sleep(Duration::from_millis(50));
            assert!(!second.is_finished());
            drop(first);
            second.join().expect("no panic").expect("let in");
        });
    }
}
