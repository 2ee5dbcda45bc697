//! What can happen to a session, and the thread that reads the terminal.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use super::Ended;
use super::presenter::Heard;
use super::worker::Outcome;
use crate::app::workshop::KeptOnShelf;
use crate::app::{self, Kept, Msg};

/// So many events are taken at once, however many there are: somebody pours a file into the terminal.
const MOST_AT_ONCE: usize = 256;

/// Something that happened, wherever it comes from.
#[derive(Debug)]
pub(super) enum Event {
    /// The terminal has something to say: all that had come in when it was read.
    Terminal(Vec<crossterm::event::Event>),
    /// The terminal cannot be read any more.
    InputLost(io::Error),
    /// The planner has an answer.
    Worker(Outcome),
    /// The user's own posts were read, or could not be.
    Posts(Msg),
    /// What came of keeping the user's own profile and plans.
    Kept(Kept),
    /// What came of keeping a deck or counts.
    Shelved(KeptOnShelf),
    /// The presenter's terminal has something to say.
    Presenter(Heard),
    /// A second has gone by while there is a clock on the screen.
    Tick,
    /// What came of exporting a file.
    Exported(app::Exported),
    /// Somebody wants the program to stop until the shell brings it back.
    Pause,
    /// The shell brought it back.
    Resumed,
    /// A signal to end.
    End(Ended),
}

/// Reads the terminal on a thread of its own, which ends with the process.
pub(super) fn read_input(session: Sender<Event>) -> io::Result<()> {
    let read = move || {
        loop {
            let (event, last) = match read_all() {
                Ok(events) => (Event::Terminal(events), false),
                Err(error) => (Event::InputLost(error), true),
            };
            if session.send(event).is_err() || last {
                return;
            }
        }
    };
    thread::Builder::new().name("input".to_owned()).spawn(read)?;
    Ok(())
}

/// Waits for the terminal to say something; everything that it has said by then.
fn read_all() -> io::Result<Vec<crossterm::event::Event>> {
    let mut events = vec![crossterm::event::read()?];
    while events.len() < MOST_AT_ONCE && crossterm::event::poll(Duration::ZERO)? {
        events.push(crossterm::event::read()?);
    }
    Ok(events)
}
