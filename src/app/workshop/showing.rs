//! Showing a deck to a room: step by step, with a stroll at any moment and one key back.

use std::sync::Arc;

use jiff::civil::DateTime;

use crate::app::App;
use crate::app::action::Action;
use crate::app::overlay::Overlay;
use crate::app::presenter::clock::seconds_between;
use crate::app::screen::Screen;
use crate::app::workshop::by_itself::Stepping;
use crate::domain::deck::Deck;

/// A deck that is being shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Showing {
    mode: Mode,
    curtain: Curtain,
    notes: Notes,
    /// When it began; nothing until the clock was seen.
    began: Option<DateTime>,
    /// When its step began; nothing until the clock was seen.
    step_began: Option<DateTime>,
    clock: Option<DateTime>,
    stepping: Stepping,
    /// How many times the presenter's terminal was heard.
    heard: u64,
}

/// Whether the room sees the step or goes about freely.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// The step.
    #[default]
    Step,
    /// Every key does what it usually does.
    Stroll,
}

/// Whether the room sees anything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Curtain {
    /// It does.
    #[default]
    Open,
    /// The screen is blank.
    Closed,
}

/// Whether the notes of whoever presents are on the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Notes {
    /// They are not.
    #[default]
    Hidden,
    /// They are.
    Shown,
}

impl Showing {
    const fn new() -> Self {
        Self {
            mode: Mode::Step,
            curtain: Curtain::Open,
            notes: Notes::Hidden,
            began: None,
            step_began: None,
            clock: None,
            stepping: Stepping::ByHand,
            heard: 0,
        }
    }

    /// Whether the room sees the step or goes about.
    #[must_use]
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// Whether the room sees anything.
    #[must_use]
    pub const fn curtain(&self) -> Curtain {
        self.curtain
    }

    /// Whether the notes are on the screen.
    #[must_use]
    pub const fn notes(&self) -> Notes {
        self.notes
    }

    /// For how many seconds the deck has been shown.
    #[must_use]
    pub fn elapsed(&self) -> u64 {
        let (Some(began), Some(clock)) = (self.began, self.clock) else { return 0 };
        seconds_between(began, clock)
    }

    /// For how many seconds its step has been shown by then; a stroll from it counts.
    #[must_use]
    pub fn at_step_for(&self, now: DateTime) -> u64 {
        self.step_began.map_or(0, |began| seconds_between(began, now))
    }

    /// When it began, and when its step did; nothing until the clock was seen.
    #[must_use]
    pub fn clocks(&self) -> Option<(DateTime, DateTime)> {
        self.began.zip(self.step_began)
    }

    /// Who steps on.
    #[must_use]
    pub const fn stepping(&self) -> Stepping {
        self.stepping
    }

    /// How many times the presenter's terminal was heard.
    #[must_use]
    pub const fn heard(&self) -> u64 {
        self.heard
    }
}

impl App {
    /// The deck that is being shown, if any is.
    #[must_use]
    pub const fn showing(&self) -> Option<&Showing> {
        self.workshop.showing.as_ref()
    }

    /// Whether a step of a deck is on the screen, and not a stroll.
    #[must_use]
    pub fn is_at_step(&self) -> bool {
        self.showing().is_some_and(|showing| showing.mode == Mode::Step)
    }

    /// Whether somebody strolls from a step.
    #[must_use]
    pub fn is_strolling(&self) -> bool {
        self.showing().is_some_and(|showing| showing.mode == Mode::Stroll)
    }

    /// Whether the screen has a clock on it, so that it is to be drawn again with every second.
    #[must_use]
    pub fn has_clock(&self) -> bool {
        self.showing().is_some_and(|showing| showing.curtain == Curtain::Open)
    }

    /// Sees what time it is.
    pub(in crate::app) const fn look_at_clock(&mut self, now: DateTime) {
        if let Some(showing) = &mut self.workshop.showing {
            if showing.began.is_none() {
                showing.began = Some(now);
            }
            if showing.step_began.is_none() {
                showing.step_began = Some(now);
            }
            showing.clock = Some(now);
        }
    }

    /// Lets the clock of the step begin now, and that of the deck too where it begins anew.
    pub(in crate::app) const fn start_clocks(&mut self, now: DateTime, is_new: bool) {
        if let Some(showing) = &mut self.workshop.showing {
            showing.step_began = Some(now);
            if is_new {
                showing.began = Some(now);
            }
        }
    }

    pub(in crate::app) fn set_stepping(&mut self, stepping: Stepping) {
        if let Some(showing) = &mut self.workshop.showing {
            showing.stepping = stepping;
            if stepping != Stepping::ByHand {
                // What is on the screen stands for its time from now on.
                showing.step_began = None;
            }
        }
    }

    /// Notes that the presenter's terminal was heard.
    pub(in crate::app) const fn note_heard(&mut self) {
        if let Some(showing) = &mut self.workshop.showing {
            showing.heard += 1;
        }
    }

    /// Plays the deck that is selected from its first step, or goes back to the step from a stroll.
    pub(in crate::app) fn play(&mut self) {
        if self.is_strolling() {
            return self.back_to_step();
        }
        let Some(deck) = self.chosen_deck().and_then(|shelved| shelved.deck.clone().ok()) else { return };
        self.workshop.showing = Some(Showing::new());
        self.show_step(deck, 0);
    }

    /// To another step of the deck.
    pub(in crate::app) fn turn_step(&mut self, action: Action) {
        let Some((deck, at)) = self.stage().map(|stage| (Arc::clone(stage.deck()), stage.at())) else { return };
        let last = deck.steps.len().saturating_sub(1);
        let to = match action {
            Action::NextStep => at + 1,
            Action::PreviousStep => at.saturating_sub(1),
            Action::FirstStep => 0,
            _ => last,
        };
        self.open_curtain();
        if to > last {
            self.notice = Some("This was the last step: Esc ends the deck".to_owned());
        } else if to != at {
            self.go_to_step(deck, to);
        } else if action == Action::PreviousStep {
            self.notice = Some("This is the first step".to_owned());
        }
    }

    fn go_to_step(&mut self, deck: Arc<Deck>, at: usize) {
        let is_another = self.stage().is_none_or(|stage| stage.at() != at);
        if let Some(showing) = &mut self.workshop.showing {
            showing.mode = Mode::Step;
            if is_another {
                showing.step_began = None;
            }
        }
        self.show_step(deck, at);
    }

    /// Begins a stroll: what is on the screen stays, and every key does what it usually does.
    pub(in crate::app) fn stroll(&mut self) {
        self.wait_no_more();
        if let Some(showing) = &mut self.workshop.showing {
            (showing.mode, showing.curtain, showing.notes) = (Mode::Stroll, Curtain::Open, Notes::Hidden);
        }
    }

    /// Back from a stroll to exactly the step that was left.
    pub(in crate::app) fn back_to_step(&mut self) {
        if let Some((deck, at)) = self.stage().map(|stage| (Arc::clone(stage.deck()), stage.at())) {
            self.go_to_step(deck, at);
        }
    }

    /// Blanks the screen, or shows it again.
    pub(in crate::app) fn turn_curtain(&mut self) {
        if let Some(showing) = &mut self.workshop.showing {
            showing.curtain = if showing.curtain == Curtain::Open { Curtain::Closed } else { Curtain::Open };
        }
    }

    pub(in crate::app) fn open_curtain(&mut self) {
        if let Some(showing) = &mut self.workshop.showing {
            showing.curtain = Curtain::Open;
        }
    }

    /// Whether the screen is blank.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.showing().is_some_and(|showing| showing.curtain == Curtain::Closed)
    }

    /// Shows the notes, or hides them.
    pub(in crate::app) fn turn_notes(&mut self) {
        if let Some(showing) = &mut self.workshop.showing {
            showing.notes = if showing.notes == Notes::Hidden { Notes::Shown } else { Notes::Hidden };
        }
    }

    /// Ends the deck: what was there before it is there again.
    pub(in crate::app) fn end_deck(&mut self) {
        let told = self.stage().map(|stage| (stage.at() + 1, stage.deck().steps.len()));
        self.workshop.showing = None;
        self.end_show();
        self.screen = Screen::Workshop;
        self.overlays.retain(|overlay| matches!(overlay, Overlay::Unreadable(_)));
        if let Some((step, of)) = told {
            self.notice =
                Some(format!("The deck ended at step {step} of {of}. What was there before it is there again"));
        }
    }

    /// Whether the layer on top belongs to the step that is shown, so that keys step on and do not scroll it.
    #[must_use]
    pub fn is_layer_of_step(&self) -> bool {
        let of_step = |layer: &Overlay| {
            matches!(
                layer,
                Overlay::Compare
                    | Overlay::CompareRules
                    | Overlay::Breakdown
                    | Overlay::PayBack
                    | Overlay::Feeders
                    | Overlay::WhatIf(_)
            )
        };
        self.is_at_step() && self.overlays.last().is_none_or(of_step)
    }
}
