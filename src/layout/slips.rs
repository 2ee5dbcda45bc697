//! What the selected role asks for, and its posts, as they are told beside its box: each a slip of a few lines.

use crate::domain::id::TrainingId;

/// How something that is asked for stands, or what sort of post it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It is met or held.
    Met,
    /// It is not met.
    Unmet,
    /// It is settled by a check on appointment.
    OnAppointment,
    /// It does not count, as nobody could meet it yet.
    Waived,
    /// Nobody has said who asks, or it is one of several and not needed.
    Untold,
    /// A post in a challenged organisation.
    Challenged,
    /// A post in another organisation.
    Ordinary,
}

/// How several things are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gate {
    /// All of them.
    AllOf,
    /// One of them.
    OneOf,
}

/// A line of a slip; it may have to be broken into two.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Line {
    /// How it stands, where that is to be told.
    pub standing: Option<Standing>,
    /// How the lines below it, which stand further in, are asked for.
    pub gate: Option<Gate>,
    /// How far in it stands.
    pub depth: u16,
    /// Its words.
    pub text: String,
    /// The training it names.
    pub training: Option<TrainingId>,
}

/// How many cells a step further in is, and how many a sign with a space behind it takes.
const STEP: u16 = 2;

impl Line {
    /// How many cells stand before its sign.
    #[must_use]
    pub const fn indent(&self) -> u16 {
        self.depth.saturating_mul(STEP)
    }

    /// How many cells stand before its words.
    #[must_use]
    pub const fn lead(&self) -> u16 {
        let gate = if self.gate.is_some() { STEP } else { 0 };
        self.indent().saturating_add(STEP).saturating_add(gate)
    }
}

/// One thing that is asked for, with all its parts, or one post.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Slip {
    /// Its lines, top to bottom.
    pub lines: Vec<Line>,
}
