//! What the presenter's terminal is told of the deck that the room's terminal shows.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// What is told; it is told anew with every change, and the clock goes on by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// The title of the deck.
    pub deck: String,
    /// Which of its steps is shown, from 1.
    pub step: usize,
    /// How many steps there are.
    pub of: usize,
    /// The title of the step.
    pub title: String,
    /// What the room reads, a paragraph each, with its figures.
    pub words: Vec<String>,
    /// What whoever presents may want to say besides, a paragraph each.
    pub notes: Vec<String>,
    /// What the facts rest on.
    pub sources: Vec<String>,
    /// What of the step could not be shown, and why.
    pub missed: Vec<String>,
    /// The title of the next step; nothing at the last one.
    pub next: Option<String>,
    /// What the step asks the room.
    pub poll: Option<PollTold>,
    /// What the room sees.
    pub room: Room,
    /// How many seconds the deck rests at a step before it goes on by itself; nothing where somebody steps.
    pub by_itself: Option<u32>,
    /// When the deck began, and when this step did, in local time.
    pub began: DateTime,
    /// When this step began.
    pub step_began: DateTime,
    /// How many seconds the deck is meant to take.
    pub planned: Option<u64>,
    /// How many seconds the steps before this one are meant to take.
    pub planned_before: u64,
    /// How many seconds this step is meant to take.
    pub planned_step: Option<u64>,
    /// What the room's terminal has to say in its last line.
    pub notice: Option<String>,
    /// How many times the presenter's terminal was heard.
    pub heard: u64,
}

impl Told {
    /// The same, with the words that were told at the step before a stroll began: figures in them would be those of the
    /// stroll.
    #[must_use]
    pub fn after(self, before: &Self) -> Self {
        let is_stroll = self.room == Room::Stroll && (self.step, &self.deck) == (before.step, &before.deck);
        if !is_stroll {
            return self;
        }
        let Self { title, words, notes, next, poll, missed, .. } = before.clone();
        Self { title, words, notes, missed, next, poll, ..self }
    }
}

/// What a step asks the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PollTold {
    /// The question.
    pub question: String,
    /// The answers.
    pub answers: [String; 3],
    /// How many hands were last counted for each; nothing when none were.
    pub counts: Option<[u32; 3]>,
}

/// What the room sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Room {
    /// The step.
    Step,
    /// Somebody goes about freely.
    Stroll,
    /// Nothing: the screen is blank.
    Blank,
    /// Something lies open on the step: hands are being counted, say.
    Typing,
}

impl Room {
    /// What it means for whoever presents.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Step => "The room sees this step",
            Self::Stroll => "The room's screen strolls; → goes back to this step",
            Self::Blank => "The room sees a BLANK screen; b shows it again",
            Self::Typing => "Something is open or being typed at the room's screen; it is finished there",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::wire::example;
    use super::*;

    #[test]
    fn the_words_of_a_step_keep_their_figures_during_a_stroll() {
        let other = Told { words: vec!["It takes 3y.".to_owned()], heard: 1, ..example() };
        let strolling = Told { room: Room::Stroll, ..other.clone() }.after(&example());
        assert_eq!((&strolling.words, strolling.heard), (&example().words, 1));
        assert_eq!(other.clone().after(&example()), other, "at the step they are what they are");
        let next = Told { room: Room::Stroll, step: 4, ..other };
        assert_eq!(next.clone().after(&example()).words, next.words);
    }
}
