//! The terminal: entering and leaving it, its events, the loop.
//!
//! ```text
//!   keys, mouse ─▶ input ─┐                        ┌─▶ painter ─▶ guard ─▶ terminal
//!   signals ─────▶ signal ─┼─▶ session: drain, update, draw once
//!   answers ─────▶ worker ─┘                        └─▶ worker: the planner's questions
//! ```
//!
//! Nothing ticks, but the clock of a deck that is shown: the session sleeps until something happens, takes everything that has, and draws once.
//!
//! | what | file |
//! |---|---|
//! | can this terminal show the app, and in which look | [`caps`] |
//! | entering, leaving, pausing; whatever happens, the terminal is left as it was | [`guard`] |
//! | what is printed and kept when the program breaks | `crash.rs` |
//! | from crossterm's events to the app's messages | `input.rs` |
//! | the cells that changed, as one write to a frame | `painter.rs`, [`encoder`] |
//! | the planner on its own thread | `worker.rs` |
//! | the user's own posts, read on a thread | `own_posts.rs` |
//! | SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT | `signal.rs` |
//! | keeping the user's own profiles and plans | [`keeper`] |
//! | writing what is exported | [`exporter`] |
//! | the presenter's view of a deck | [`presenter`] |
//! | the user's own decks, and the logs of polls | [`shelf`] |
//! | what can happen, and reading the terminal | `event.rs` |
//! | the loop | `session.rs` |

pub mod caps;
mod crash;
pub mod encoder;
mod event;
pub mod exporter;
pub mod guard;
mod input;
pub mod keeper;
mod own_posts;
mod painter;
pub mod presenter;
mod session;
pub mod shelf;
#[cfg(unix)]
mod signal;
mod worker;

use std::io::{self, IsTerminal as _};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc;

use crate::app::keeping::shelf::Opening;
use crate::app::{self, App};
use crate::domain::Pack;
use crate::domain::id::Slug;
use crate::store::{KeptDecks, KeptPosts, KeptProfiles, StageDoor};
use crate::ui::{GlyphSet, Look, Theme};
use caps::{Caps, Surroundings, Unfit};
use session::Session;

/// With what the terminal interface starts.
#[derive(Debug, Clone)]
pub struct Options {
    /// The pack to show.
    pub pack: Arc<Pack>,
    /// Where the user's own posts are kept; they are read once the first screen stands.
    pub own_posts: Option<KeptPosts>,
    /// Where the user's own profiles and plans are kept, when there is such a place.
    pub own: Option<KeptProfiles>,
    /// Which of them to open; the one opened last when none is named.
    pub profile: Option<Slug>,
    /// Where the user's own decks are kept, when there is such a place.
    pub decks: Option<KeptDecks>,
    /// Where the presenter's terminal is met, when there is such a place.
    pub door: Option<StageDoor>,
    /// Who asks, and on which screen.
    pub start: app::Start,
    /// The colours asked for; as the terminal allows, when none are.
    pub theme: Option<Theme>,
    /// The signs asked for; as the terminal allows, when none are.
    pub glyphs: Option<GlyphSet>,
    /// Whether colours may be used.
    pub colour: Colour,
    /// Where reports of crashes are kept; among the system's temporary files, when there is no such folder.
    pub data_folder: Option<PathBuf>,
}

/// Whether the user allows colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Colour {
    /// As the terminal and `NO_COLOR` say.
    #[default]
    Auto,
    /// None: `--no-color`.
    Never,
}

/// How the terminal interface ended when nothing went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The user left.
    Quit,
    /// A signal of this number ended it.
    Signal(u8),
}

impl Ended {
    /// The exit status that shells expect: 0, or 128 and the signal's number.
    #[must_use]
    pub const fn status(self) -> u8 {
        match self {
            Self::Quit => 0,
            Self::Signal(number) => number.saturating_add(128),
        }
    }
}

/// Why the terminal interface could not start, or had to stop.
#[derive(Debug, thiserror::Error)]
pub enum TuiError {
    /// There is no terminal that could show it.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// The terminal refused to be set up.
    #[error("the terminal could not be set up: {0}.\n{commands}", commands = caps::COMMANDS)]
    Setup(io::Error),
    /// The terminal is gone, or cannot be written to or read from any more.
    #[error("the connection to the terminal was lost: {0}")]
    Lost(io::Error),
}

/// Opens the terminal interface and runs it until the user leaves. The terminal is left as it was found, also when the
/// program is ended by a signal or breaks.
///
/// # Errors
/// When there is no fit terminal (nothing has been written to it then), or the terminal is lost on the way.
pub fn run(options: Options) -> Result<Ended, TuiError> {
    let surroundings = Surroundings::of_process();
    surroundings.fit(io::stdout().is_terminal())?;
    let caps = Caps::new(&surroundings, &options);
    crash::report_to(options.data_folder.clone());
    let (sender, inbox) = mpsc::channel();
    #[cfg(unix)]
    signal::listen(sender.clone()).map_err(TuiError::Setup)?;

    let guard = guard::Guard::enter().map_err(TuiError::Setup)?;
    let look = Look::new(caps.theme, caps.depth, caps.glyphs);
    let (keeper, keeping, opening) = match options.own.map(|own| keeper::Keeper::open(own, options.profile)) {
        Some((keeper, keeping, opening)) => (Some(keeper), keeping, opening),
        None => (None, app::Keeping::Nowhere, Opening::default()),
    };
    let decks = options.decks.as_ref().map(shelf::read);
    let mut start = app::Start { keeping, opening, decks, ..options.start };
    start.remarks.extend(keeper.iter().flat_map(|keeper| keeper.remarks().iter().cloned()));
    let (app, effects) = App::new(Arc::clone(&options.pack), start);
    let session = Session::new(app, look, options.pack, sender, inbox)?.with_posts(options.own_posts);
    let session = session.with_decks(options.decks).with_door(options.door);
    let (ended, unsaved) = session.with_keeper(keeper)?.run(effects);
    drop(guard);
    if let Some(why) = unsaved {
        use std::io::Write as _;
        // Where there is nobody left to tell, nobody is told.
        let _ = writeln!(io::stderr(), "Your last change was not kept: {why}.");
    }
    ended
}
