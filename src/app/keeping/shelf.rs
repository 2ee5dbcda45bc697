//! The user's own profiles as the list of people shows them, and what can be done with them. What is done is carried out
//! outside; what came of it comes back with the list as it is then.

use crate::app::keeping::Keeping;
use crate::domain::id::{RoleId, Slug};
use crate::domain::profile::Since;

/// The profiles there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelf {
    /// Those in use, by their names.
    pub own: Vec<OwnProfile>,
    /// Those that were removed and can be brought back.
    pub removed: Vec<RemovedProfile>,
}

/// A profile of the user's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnProfile {
    /// Its name: that of its file, without the ending.
    pub name: String,
    /// What is in it.
    pub what: InProfile,
}

/// What is in a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InProfile {
    /// Somebody.
    Person {
        /// The label.
        label: String,
        /// The role held.
        role: RoleId,
        /// Since when.
        since: Since,
        /// How many plans there are.
        plans: usize,
    },
    /// Nothing is kept in it.
    Nothing,
    /// It cannot be used: why.
    Faulty(String),
}

/// A profile that was removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedProfile {
    /// The name it had.
    pub name: Slug,
    /// What it was called, as far as that can be read.
    pub label: Option<String>,
    /// The file it is in.
    pub file: String,
}

/// The profiles as far as the start knows of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// The name of the one that is open.
    pub name: Option<Slug>,
    /// How many there are, the open one included also where there is no file of it yet.
    pub count: usize,
    /// What is to be told of how it came to be this one.
    pub told: Option<String>,
}

/// Something to be done with the profiles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// List them.
    List,
    /// Open one.
    Open(Slug),
    /// Begin a new one with this label.
    Begin(String),
    /// Copy one under another label.
    Copy(Slug, String),
    /// Give one another label.
    Relabel(Slug, String),
    /// Remove one; it can be brought back.
    Remove(Slug),
    /// Bring one back: its name, and the file it is in.
    BringBack(Slug, String),
}

impl Deed {
    /// Whether somebody else may be at the keyboard when it is done: what is typed meanwhile waits.
    #[must_use]
    pub const fn may_change_who(&self) -> bool {
        matches!(self, Self::List | Self::Open(_) | Self::Begin(_) | Self::Remove(_))
    }
}

/// What came of a deed, and the profiles as they are after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The profiles.
    pub shelf: Shelf,
    /// What was done.
    pub done: Done,
}

/// What was done with the profiles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Done {
    /// They were listed.
    Listed,
    /// One was opened.
    Opened {
        /// Its name.
        name: Slug,
        /// What is in it.
        keeping: Keeping,
        /// The round that begins with it.
        round: u64,
    },
    /// One was copied; the name of the copy.
    Copied(Slug),
    /// One has another label.
    Relabelled(String),
    /// One was removed.
    Removed {
        /// Its name.
        name: Slug,
        /// The file it is in now.
        to: String,
    },
    /// One was brought back.
    BroughtBack(Slug),
    /// Nothing: why, as a sentence without its full stop.
    Not(String),
}
