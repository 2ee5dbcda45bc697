//! What can happen to the app. Plain data, so that a session can be logged, replayed and tested.

use std::sync::Arc;

use super::effect::{Finding, Ticket, Way};
use super::keeping::shelf::Outcome;
use super::key::Key;
use super::posts::PostTable;
use super::presenter::Steer;
use super::workshop::KeptOnShelf;
use crate::domain::Pack;
use crate::domain::deck::Deck;
use crate::domain::portfolio::Portfolio;

/// What the mouse did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MouseKind {
    /// The main button went down.
    Down,
    /// The main button went down a second time in the same cell, right after the first.
    Again,
    /// The mouse moved with the main button down.
    Drag,
    /// The main button came up.
    Up,
    /// The wheel turned up.
    ScrollUp,
    /// The wheel turned down.
    ScrollDown,
    /// The wheel turned or was pushed to the left.
    ScrollLeft,
    /// The wheel turned or was pushed to the right.
    ScrollRight,
    /// The wheel turned up with control held.
    ZoomIn,
    /// The wheel turned down with control held.
    ZoomOut,
    /// The mouse moved.
    Moved,
}

/// Something the mouse did, and in which cell, from the top left at 0, 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mouse {
    /// What it did.
    pub kind: MouseKind,
    /// The cell's column.
    pub column: u16,
    /// The cell's row.
    pub row: u16,
}

/// What came of keeping the user's own profile and plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// They are on disk.
    Written,
    /// They are not: why, as a sentence without its full stop.
    NotWritten(String),
    /// Somebody else had changed the file. What it says now; nothing where it keeps nothing.
    ChangedElsewhere {
        /// What it says.
        portfolio: Option<Arc<Portfolio>>,
        /// The round that begins with it.
        round: u64,
    },
    /// The file cannot be read: why and where.
    Unreadable {
        /// In words.
        why: String,
        /// The round that begins with it.
        round: u64,
    },
    /// The state before or after is in its place.
    Came {
        /// What it says.
        portfolio: Option<Arc<Portfolio>>,
        /// Which way it came.
        way: Way,
    },
    /// There is no state that way.
    NoMore(Way),
    /// A file that could not be read was moved.
    SetAside {
        /// Where it is now.
        to: String,
        /// What is in its place.
        portfolio: Option<Arc<Portfolio>>,
    },
    /// Something was done with the profiles, or could not be.
    Profiles(Box<Outcome>),
}

/// What came of exporting a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exported {
    /// It is there.
    Written {
        /// All of its path.
        path: String,
    },
    /// A file of that name is there already, and nothing was written.
    Taken {
        /// The name.
        name: String,
        /// A name beside it that is free.
        free: String,
    },
    /// It could not be written: why, as a sentence without its full stop.
    Failed(String),
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// A key was pressed (or repeats). Releases never come here.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something.
    Mouse(Mouse),
    /// The window has another size now; the size itself is in the environment.
    Resized,
    /// A question that [`super::Effect::Ask`] put has its answer.
    Answered {
        /// The ticket of the question.
        ticket: Ticket,
        /// The answer.
        finding: Finding,
    },
    /// The user's own posts were read: the same pack with them beside its own, and the table of all of them.
    PostsRead(Arc<Pack>, Arc<PostTable>),
    /// What came of [`super::Effect::Keep`].
    Kept(Kept),
    /// What came of [`super::Effect::Shelve`].
    Shelved(KeptOnShelf),
    /// The presenter's terminal asks for something.
    Steered(Steer),
    /// There is no presenter's view, and why: a sentence without its full stop.
    NoPresenter(String),
    /// A second has gone by; the time itself is in the environment. Comes only while [`super::App::has_clock`].
    Tick,
    /// What came of [`super::Effect::Export`].
    Exported(Exported),
    /// A step of a deck, from 0, is to be shown.
    ShowStep(Arc<Deck>, usize),
    /// The deck is to end: what was there before it comes back.
    EndShow,
    /// Something outside went wrong or well, in words for the user.
    Told(String),
}
