//! How a terminal that shows a deck and the presenter's terminal meet: two small files in a folder that only their user
//! can enter, and a lock that says whether the showing goes on.
//!
//! ```text
//!  showing/room.json    what is shown: written anew with every change, gone when the deck ends
//!  showing/steer        what the presenter asks for: a line each, added at the end; begun anew with every showing
//!  showing/showing.lock held by whoever shows, and let go of by the system however that ends
//! ```

use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::PathBuf;
use std::time::Duration;

use super::atomic::replace;
use super::folder::{StoreError, read_up_to};
use super::lock::{Held, Lock};
use super::{DataFolder, disk};

/// How long one waits for a presenter's terminal that looks whether anybody shows.
const PATIENCE: Duration = Duration::from_millis(200);
/// No showing asks for more, in bytes: a key takes thirty.
const MOST_ASKED: u64 = 4 * 1024 * 1024;

/// The folder in which they meet. It need not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageDoor(PathBuf);

/// What there is at the stage door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AtTheDoor {
    /// Nobody shows anything.
    Nobody,
    /// Somebody shows, and tells this.
    Showing(Vec<u8>),
    /// Whoever showed is gone without having ended it; this was last told.
    Left(Vec<u8>),
}

impl StageDoor {
    /// The folder in the user's data folder.
    #[must_use]
    pub fn of(data: &DataFolder) -> Self {
        Self(data.showing())
    }

    fn room(&self) -> PathBuf {
        self.0.join("room.json")
    }

    fn steer(&self) -> PathBuf {
        self.0.join("steer")
    }

    fn lock(&self) -> PathBuf {
        self.0.join("showing.lock")
    }

    /// Begins to show: nobody else can until what is given back is dropped. What an earlier showing left is gone.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when somebody else shows; otherwise when the folder is not the user's own or cannot be
    /// written to.
    pub fn open(&self) -> Result<Stand, StoreError> {
        let refused = |source| StoreError::NotWritten { path: self.0.clone(), source };
        disk::make_folder(&self.0).and_then(|()| make_private(&self.0)).map_err(refused)?;
        let lock = Lock::take(&self.lock(), PATIENCE)?;
        remove(&self.room()).and_then(|()| remove(&self.steer())).map_err(refused)?;
        let steer = disk::create(&self.steer()).and_then(|_| File::open(self.steer())).map_err(refused)?;
        Ok(Stand { door: self.clone(), steer, taken: 0, rest: Vec::new(), _lock: lock })
    }

    /// What there is to see, of at most so many bytes.
    ///
    /// # Errors
    /// When something is there that cannot be read.
    pub fn look(&self, most: u64) -> Result<AtTheDoor, StoreError> {
        let told = match read_up_to(&self.room(), most) {
            Err(StoreError::Absent(_)) => return Ok(AtTheDoor::Nobody),
            read => read?,
        };
        Ok(match Lock::held(&self.lock()) {
            Held::BySomebody => AtTheDoor::Showing(told),
            // It may have been ended since it was read.
            Held::ByNobody if self.room().try_exists().is_ok_and(|is_there| !is_there) => AtTheDoor::Nobody,
            Held::ByNobody => AtTheDoor::Left(told),
        })
    }

    /// Asks whoever shows for something: a line without its end.
    ///
    /// # Errors
    /// When nobody shows, or it cannot be written.
    pub fn ask(&self, line: &str) -> Result<(), StoreError> {
        let path = self.steer();
        let refused = |source| StoreError::NotWritten { path: path.clone(), source };
        // What is not there is not made: nobody would read it.
        let mut file = File::options().append(true).open(&path).map_err(refused)?;
        file.write_all(format!("{line}\n").as_bytes()).map_err(refused)
    }
}

/// Whoever shows a deck: tells of it, and hears what is asked for. When it is dropped, nothing is left but the lock's file.
#[derive(Debug)]
pub struct Stand {
    door: StageDoor,
    steer: File,
    /// How many bytes of it were taken.
    taken: u64,
    /// The beginning of a line whose end is not there yet.
    rest: Vec<u8>,
    _lock: Lock,
}

impl Stand {
    /// Tells this, in place of what was told before.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn tell(&self, bytes: &[u8]) -> Result<(), StoreError> {
        replace(&self.door.room(), bytes)
    }

    /// The lines that were added since it was last heard, cut at so many bytes each; what is no text in them is replaced.
    /// Looks at the length of the file only, while nothing is added.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn heard(&mut self, longest: usize) -> io::Result<Vec<String>> {
        let length = self.steer.metadata()?.len().min(MOST_ASKED);
        if length <= self.taken {
            return Ok(Vec::new());
        }
        self.steer.seek(SeekFrom::Start(self.taken))?;
        let mut bytes = std::mem::take(&mut self.rest);
        let read = (&self.steer).take(length - self.taken).read_to_end(&mut bytes)?;
        self.taken += read as u64;
        let mut parts: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
        let rest = parts.pop().unwrap_or_default();
        // One byte more than a line may have, so that it is seen to be too long.
        let cut = |line: &[u8]| line[..line.len().min(longest + 1)].to_vec();
        self.rest = cut(rest);
        Ok(parts.into_iter().map(|line| String::from_utf8_lossy(&cut(line)).into_owned()).collect())
    }
}

impl Drop for Stand {
    fn drop(&mut self) {
        // What cannot be removed is removed by the next showing, and seen to be left behind until then.
        let _ = remove(&self.door.room());
        let _ = remove(&self.door.steer());
    }
}

fn remove(path: &std::path::Path) -> io::Result<()> {
    match disk::remove(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Keeps others out, where the system knows of users; refused when the folder is somebody else's.
#[cfg(unix)]
fn make_private(folder: &std::path::Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "as on other systems")]
fn make_private(_folder: &std::path::Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{AtTheDoor, StageDoor};
    use crate::store::{Asked, DataFolder, StoreError};

    fn door(folder: &tempfile::TempDir) -> StageDoor {
        let asked = Asked::new(Some(folder.path().to_owned()), |_| None);
        StageDoor::of(&DataFolder::locate(asked).expect("asked for"))
    }

    fn seen(door: &StageDoor) -> AtTheDoor {
        door.look(1_000).expect("it can be read")
    }

    #[test]
    fn what_is_told_is_seen_and_what_is_asked_is_heard_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let door = door(&folder);
        assert_eq!(seen(&door), AtTheDoor::Nobody);
        assert!(door.ask("next").is_err(), "nobody would hear it");
        let mut stand = door.open().expect("nobody else shows");
        stand.tell(b"step 1").expect("told");
        stand.tell(b"step 2").expect("told");
        assert_eq!(seen(&door), AtTheDoor::Showing(b"step 2".to_vec()));
        door.ask("next").expect("asked");
        door.ask(&"x".repeat(100)).expect("asked");
        assert_eq!(stand.heard(10).expect("heard"), ["next".to_owned(), "x".repeat(11)]);
        assert!(stand.heard(10).expect("heard").is_empty());
        drop(stand);
        assert_eq!(seen(&door), AtTheDoor::Nobody);
    }

    #[test]
    fn a_line_is_heard_when_all_of_it_is_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut stand = door(&folder).open().expect("nobody else shows");
        let path = folder.path().join("showing/steer");
        fs::write(&path, "ne").expect("half a line");
        assert!(stand.heard(10).expect("heard").is_empty());
        fs::write(&path, "next\nfi").expect("the other half");
        assert_eq!(stand.heard(10).expect("heard"), ["next"]);
    }

    #[test]
    fn two_do_not_show_at_once_and_whoever_went_without_a_word_is_seen_to_be_gone() {
        let folder = tempfile::tempdir().expect("a folder");
        let door = door(&folder);
        let stand = door.open().expect("nobody else shows");
        assert!(matches!(door.open(), Err(StoreError::Busy(_))));
        stand.tell(b"step 3").expect("told");
        drop(stand);
        fs::write(folder.path().join("showing/room.json"), "step 3").expect("as a killed program leaves it");
        assert_eq!(seen(&door), AtTheDoor::Left(b"step 3".to_vec()));
        let _stand = door.open().expect("it may begin anew");
        assert_eq!(seen(&door), AtTheDoor::Nobody, "until it tells something");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_look_or_ask() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        let showing = folder.path().join("showing");
        fs::create_dir(&showing).expect("a folder");
        fs::set_permissions(&showing, fs::Permissions::from_mode(0o777)).expect("open to all");
        let stand = door(&folder).open().expect("nobody else shows");
        stand.tell(b"step 1").expect("told");
        let mode = |path: &std::path::Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode(&showing), 0o700);
        for name in ["room.json", "steer", "showing.lock"] {
            assert_eq!(mode(&showing.join(name)), 0o600, "{name}");
        }
    }

    #[test]
    fn far_too_much_is_not_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let door = door(&folder);
        let stand = door.open().expect("nobody else shows");
        stand.tell(&[b'x'; 2_000]).expect("told");
        assert!(matches!(door.look(1_000), Err(StoreError::TooLarge(..))));
    }
}
