//! The log: a file in the data folder, never the screen.

use std::sync::Mutex;

use tracing::Level;

use super::sources::Sources;
use crate::store;

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
    if let Ok(file) = store::append(&folder.log_file()) {
        let log = tracing_subscriber::fmt().with_max_level(level).with_ansi(false).with_writer(Mutex::new(file));
        // Only a second start fails, and then the first log goes on.
        let _ = tracing::subscriber::set_global_default(log.finish());
    }
}
