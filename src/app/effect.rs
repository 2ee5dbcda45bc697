//! What the app wants done outside itself. Plain data; the terminal's edge carries it out.

use std::sync::Arc;

use super::export::Export;
use super::keeping::shelf::Deed;
use super::posts::offers::Weighing;
use super::workshop::Shelve;
use crate::domain::eligibility::Eligible;
use crate::domain::id::RoleId;
use crate::domain::offer::{self, Feeder, Goal, PayBack, Prospect, Smallest, Verdict};
use crate::domain::planner::{Answer, Circumstances, MovesAllowed, Offered, Opening, Question, Reached};
use crate::domain::portfolio::Portfolio;
use crate::domain::ruleset::Ruleset;

/// One line of questions; a newer question of a line makes the older ones of that line pointless.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// The routes under the rules that are on.
    Routes,
    /// The same routes under other rules, to tell what they change.
    Contrast,
    /// The roles within reach.
    Reach,
    /// What would open a way where there is none.
    Openings,
    /// For which roles with posts the person is eligible.
    Eligible,
    /// What an open sheet about a post shows.
    Aside,
    /// The least that a post would have to offer.
    Least,
    /// The routes under rules that the words of a deck speak of.
    Besides,
}

/// Which question an answer is for: its line and its number in that line. Only the newest of a line is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket {
    /// The line.
    pub line: Line,
    /// Counts up from 1.
    pub number: u64,
}

/// A question for the planner, which takes too long to be asked while drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// The routes.
    Routes(Question),
    /// The roles within reach.
    Reach(Circumstances),
    /// What would open a way, where there is none.
    Openings(Question),
    /// For which roles with posts the person is eligible.
    Eligible(Circumstances),
    /// Whether a post pays back.
    PayBack(Weighing),
    /// Who could fill a post of a role, under which rules and with which moves.
    Feeders(RoleId, Ruleset, MovesAllowed),
    /// How the way through a post stands when it offers this.
    Verdict(Prospect, Offered),
    /// The least that a post would have to offer.
    Smallest(Prospect, Goal),
}

/// What came of an [`Ask`].
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// To [`Ask::Routes`].
    Routes(Answer),
    /// To [`Ask::Reach`].
    Reach(Vec<Reached>),
    /// To [`Ask::Openings`].
    Openings(Vec<Opening>),
    /// To [`Ask::Eligible`].
    Eligible(Eligible),
    /// To [`Ask::PayBack`].
    PayBack(Box<PayBack>),
    /// To [`Ask::Feeders`].
    Feeders(Vec<Feeder>),
    /// To [`Ask::Verdict`].
    Verdict(Box<Verdict>),
    /// To [`Ask::Smallest`].
    Smallest(Box<Smallest>),
}

impl Ask {
    /// Asks the planner. Takes as long as it takes; call it off the drawing thread.
    #[must_use]
    pub fn answer(&self, pack: &crate::domain::Pack) -> Finding {
        match self {
            Self::Routes(question) => Finding::Routes(crate::domain::planner::routes(pack, question)),
            Self::Reach(circumstances) => Finding::Reach(crate::domain::planner::reach(pack, circumstances)),
            Self::Openings(question) => Finding::Openings(crate::domain::planner::openings(pack, question)),
            Self::PayBack(weighing) => Finding::PayBack(Box::new(offer::pay_back(pack, &weighing.question()))),
            Self::Feeders(role, ruleset, moves) => Finding::Feeders(offer::feeders(pack, *role, *ruleset, *moves)),
            Self::Verdict(prospect, offered) => Finding::Verdict(Box::new(offer::verdict(pack, prospect, offered))),
            Self::Smallest(prospect, goal) => Finding::Smallest(Box::new(offer::smallest(pack, prospect, *goal))),
            Self::Eligible(asked) => Finding::Eligible(Eligible::of(pack, &asked.person, asked.ruleset)),
        }
    }
}

/// Which way to a state of what is kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Way {
    /// It is a new one.
    #[default]
    New,
    /// It is the newest one still, gone on with: a note, letter by letter.
    Further,
    /// It was there before: undo.
    Back,
    /// It was there after: redo.
    Forth,
}

/// Something to be done with the file of the user's own profile and plans. What came of it comes back as
/// [`super::Msg::Kept`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keep {
    /// Write this; nothing: keep nothing from now on.
    State {
        /// What is to be kept.
        portfolio: Option<Arc<Portfolio>>,
        /// Which way it came to be.
        way: Way,
        /// How often changes from elsewhere had been taken over when it was made up; after another time it is not
        /// written.
        round: u64,
    },
    /// Go to the state that the file had before, or after.
    Step(Way),
    /// Move a file that cannot be read out of the way, and go on with what can be.
    SetAside,
    /// Do something with the profiles.
    Profiles(Deed),
}

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Put a question to the planner; the answer comes back as [`super::Msg::Answered`] with the same ticket.
    Ask {
        /// Which question it is.
        ticket: Ticket,
        /// The question.
        ask: Ask,
    },
    /// Keep the user's own profile and plans.
    Keep(Keep),
    /// Keep a deck, or what a room answered; what came of it comes back as [`super::Msg::Shelved`].
    Shelve(Shelve),
    /// Write a file; what came of it comes back as [`super::Msg::Exported`].
    Export(Box<Export>),
    /// Leave the program.
    Quit,
    /// Stop the program until the shell brings it back.
    Suspend,
    /// Hand this text to the terminal for its clipboard.
    CopyToClipboard(String),
}
