//! What the app is told of the world with every message, as it can look at nothing itself.

use jiff::civil::{Date, DateTime};

/// The world, as far as the app needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Env {
    /// Columns and rows of the window.
    pub size: (u16, u16),
    /// The day it is.
    pub today: Date,
    /// What time it is where the user is.
    pub now: DateTime,
}
