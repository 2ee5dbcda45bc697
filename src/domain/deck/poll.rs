//! Polls: a question to the room with three answers, given by hand, and the counts that were noted. Only numbers are
//! kept, and apart from the deck: the same deck is shown to many rooms.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::wording::Wording;
use crate::domain::id::Slug;

/// A question to the room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poll {
    /// The question.
    pub question: Wording,
    /// The answers to choose from.
    pub answers: [Wording; 3],
}

/// What rooms have answered to the polls of one deck, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PollLog {
    /// The deck's id.
    pub deck: Slug,
    /// The counts.
    #[serde(default, rename = "tally")]
    pub tallies: Vec<Tally>,
}

/// How many hands were counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// The step, from 1.
    pub step: usize,
    /// When it was noted, in local time.
    pub at: DateTime,
    /// The question as the room read it: the deck may be changed later.
    pub question: String,
    /// The answers as the room read them.
    pub answers: [String; 3],
    /// How many hands each answer got.
    pub counts: [u32; 3],
}

impl PollLog {
    /// A log in which nothing is noted.
    #[must_use]
    pub const fn new(deck: Slug) -> Self {
        Self { deck, tallies: Vec::new() }
    }

    /// What was noted at a step, from 1, oldest first.
    pub fn of_step(&self, step: usize) -> impl Iterator<Item = &Tally> {
        self.tallies.iter().filter(move |tally| tally.step == step)
    }
}

impl Tally {
    /// How many hands there were in all.
    #[must_use]
    pub fn all(&self) -> u64 {
        self.counts.iter().copied().map(u64::from).sum()
    }
}
