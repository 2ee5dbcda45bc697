//! The log: a file in the data folder, never the screen.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tracing::Level;

use super::sources::Sources;

/// The environment variable that asks for a log: `error`, `warn`, `info`, `debug` or `trace`.
const VARIABLE: &str = "FINGERPOST_LOG";

/// Starts the log when [`VARIABLE`] asks for it.
pub fn start_if_asked(sources: &Sources) {
    if let Some(level) = asked() {
        start(sources, level);
    }
}

/// Starts the log, at the level asked for or with warnings only. A log that cannot be written is done without: it must
/// not keep anybody from their answer.
pub fn start_always(sources: &Sources) {
    start(sources, asked().unwrap_or(Level::WARN));
}

fn asked() -> Option<Level> {
    let wanted = std::env::var(VARIABLE).ok().filter(|value| !value.is_empty())?;
    Some(wanted.parse().unwrap_or(Level::INFO))
}

fn start(sources: &Sources, level: Level) {
    let Some(folder) = sources.data_folder() else { return };
    let file = Mutex::new(LogFile { path: folder.log_file(), open: None });
    let log = tracing_subscriber::fmt().with_max_level(level).with_ansi(false).with_writer(file);
    // What cannot be written is not told on standard error either, where the screen is.
    let log = log.log_internal_errors(false);
    // Only a second start fails, and then the first log goes on.
    let _ = tracing::subscriber::set_global_default(log.finish());
}

/// The file of the log, which is made when there is something to write: most runs have nothing to say.
struct LogFile {
    path: PathBuf,
    open: Option<File>,
}

impl Write for LogFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut file = match self.open.take() {
            Some(file) => file,
            None => open(&self.path)?,
        };
        let written = file.write(bytes);
        self.open = Some(file);
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        self.open.as_mut().map_or(Ok(()), File::flush)
    }
}

fn open(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    File::options().create(true).append(true).open(path)
}
