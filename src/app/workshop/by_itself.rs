//! A deck that steps by itself, for a screen in a foyer: every step stands for the same time, after the last one it begins
//! anew, and whoever presses a key has taken over.

use jiff::civil::DateTime;

use crate::app::App;
use crate::app::action::Action;
use crate::app::key::Key;
use crate::app::keymap::{Meaning, meaning};
use crate::app::map::Handled;
use crate::app::table::Place;

/// For how many seconds a step stands, where nobody said it.
pub const USUAL_REST: u32 = 20;

/// Who steps on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stepping {
    /// Somebody with a key.
    #[default]
    ByHand,
    /// The deck itself, after so many seconds.
    ByItself(u32),
}

impl App {
    /// For how many seconds each step stands before the deck goes on by itself; nothing where somebody steps.
    #[must_use]
    pub fn steps_every(&self) -> Option<u32> {
        match self.showing()?.stepping() {
            Stepping::ByItself(seconds) => Some(seconds),
            Stepping::ByHand => None,
        }
    }

    /// Lets the deck step by itself from now on, or no longer.
    pub(in crate::app) fn turn_stepping(&mut self) {
        let rest = self.workshop.rest;
        let is_by_hand = self.steps_every().is_none();
        if is_by_hand {
            self.set_stepping(Stepping::ByItself(rest));
            self.notice = Some(format!("The deck steps by itself every {rest} s, and begins anew; any key takes over"));
        } else {
            self.step_by_hand();
        }
    }

    /// Ends stepping by itself; whether it did step.
    pub(in crate::app) fn step_by_hand(&mut self) -> bool {
        let did = self.steps_every().is_some();
        if did {
            self.set_stepping(Stepping::ByHand);
            self.notice = Some("The deck no longer steps by itself; a lets it go on".to_owned());
        }
        did
    }

    /// What a key does to a deck that steps by itself: whatever it is, somebody has taken over. One that would begin a
    /// stroll does no more than that.
    pub(in crate::app) fn step_by_hand_with(&mut self, key: Key) -> Handled {
        let is_known = match meaning(Place::Showing, &[key]) {
            Meaning::Nothing | Meaning::Does(Action::StepByItself | Action::Stroll) => false,
            Meaning::Begins | Meaning::Does(_) => true,
        };
        if self.step_by_hand() && !is_known { Handled::Yes } else { Handled::No }
    }

    /// Goes on to the next step when this one has stood for its time; from the last one to the first, as a new showing.
    pub(in crate::app) fn step_when_due(&mut self, now: DateTime) {
        let (Some(rest), Some(showing)) = (self.steps_every(), self.showing()) else { return };
        if !self.is_layer_of_step() || showing.at_step_for(now) < u64::from(rest) {
            return;
        }
        let is_last = self.stage().is_some_and(|stage| stage.at() + 1 >= stage.deck().steps.len());
        self.notice = None;
        self.turn_step(if is_last { Action::FirstStep } else { Action::NextStep });
        self.start_clocks(now, is_last);
    }
}
