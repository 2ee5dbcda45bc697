//! The log: a file in the data folder, opened when the first line is written to it. Never the terminal.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tracing::Level;

/// A log that has grown beyond this is begun anew, in bytes.
const LARGEST: u64 = 1_000_000;

/// Sends what the program says of itself to `fingerpost.log` in `folder`; nowhere, when there is none.
pub(super) fn start(folder: Option<&Path>) {
    let Some(folder) = folder else { return };
    let log = Mutex::new(LogFile::Closed(folder.join("fingerpost.log")));
    let subscriber = tracing_subscriber::fmt().with_max_level(Level::INFO).with_ansi(false).with_writer(log).finish();
    // Somebody else who already listens, a test say, is left to it.
    let _ = tracing::subscriber::set_global_default(subscriber);
}

/// The file, or where it will be. A log that cannot be written is done without: nobody is waiting for it.
#[derive(Debug)]
enum LogFile {
    Closed(PathBuf),
    Open(File),
    Refused,
}

impl LogFile {
    fn open(path: &Path) -> io::Result<File> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let full = fs::metadata(path).is_ok_and(|about| about.len() > LARGEST);
        File::options().create(true).write(true).append(!full).truncate(full).open(path)
    }
}

impl Write for LogFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Self::Closed(path) = self {
            *self = Self::open(path).map_or(Self::Refused, Self::Open);
        }
        match self {
            Self::Open(file) => file.write(bytes),
            Self::Closed(_) | Self::Refused => Ok(bytes.len()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Open(file) => file.flush(),
            Self::Closed(_) | Self::Refused => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_appears_with_the_first_line_and_grows_until_it_is_full() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep").join("fingerpost.log");
        let write = |line: &[u8]| LogFile::Closed(path.clone()).write_all(line).unwrap();
        assert!(!path.exists());
        write(b"one\n");
        write(b"two\n");
        assert_eq!(fs::read_to_string(&path).unwrap(), "one\ntwo\n");
        fs::write(&path, vec![b'x'; usize::try_from(LARGEST).unwrap() + 1]).unwrap();
        write(b"anew\n");
        assert_eq!(fs::read_to_string(&path).unwrap(), "anew\n");
    }

    #[test]
    fn a_log_that_cannot_be_written_stops_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut log = LogFile::Closed(folder.path().to_path_buf());
        log.write_all(b"lost\n").unwrap();
        assert!(matches!(log, LogFile::Refused));
    }
}
