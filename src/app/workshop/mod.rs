//! The workshop: decks to choose from, showing one to a room, counting its hands, and recording a new one.
//!
//! ```text
//!  shelf ──▶ showing: step ⇄ stroll ──▶ leave: what was there before the deck
//!               │ hands                  recording: steps from what is on the screen ──▶ a deck of one's own
//!               ▼                            │
//!            the deck's log                  ▼
//!                 Effect::Shelve ──▶ … ──▶ Msg::Shelved
//! ```
//!
//! | what | file |
//! |---|---|
//! | the decks there are, and the state of all of it | here |
//! | showing a deck; strolling and coming back | [`showing`] |
//! | a deck that steps by itself | [`by_itself`] |
//! | counting hands at a poll | [`hands`] |
//! | recording | [`recording`], `captured` |

pub mod by_itself;
mod captured;
pub mod hands;
pub mod recording;
pub mod showing;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::App;
use super::action::{Action, Availability};
use super::screen::Screen;
use crate::domain::Pack;
use crate::domain::deck::{Deck, PollLog, Tally};
use crate::domain::id::Slug;
use by_itself::Stepping;
use recording::Recording;
use showing::Showing;

/// The user's own decks, as they lie in their folder, and what rooms have answered to any deck.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnDecks {
    /// The decks, by the names of their files.
    pub decks: Vec<OwnDeck>,
    /// What rooms have answered.
    pub logs: Vec<PollLog>,
    /// Logs that cannot be read, and why: a sentence each, without its full stop.
    pub faulty_logs: Vec<String>,
}

/// A deck of the user's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnDeck {
    /// The name of its file.
    pub file: String,
    /// The deck, or everything that is wrong with it, each fault with its place.
    pub deck: Result<Arc<Deck>, Vec<String>>,
}

/// Whose a deck is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The pack's.
    Pack,
    /// The user's own, in the file of this name.
    Own(String),
}

/// A deck on the shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelved {
    /// Whose it is.
    pub origin: Origin,
    /// The deck, or everything that is wrong with it.
    pub deck: Result<Arc<Deck>, Vec<String>>,
}

/// Something of the workshop to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shelve {
    /// A deck that was recorded.
    Deck(Arc<Deck>),
    /// What a room answered to a poll of the deck with this id.
    Hands(Slug, Tally),
}

/// What came of keeping it; why not, as a sentence without its full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptOnShelf {
    /// The deck is in the file of this name.
    Deck(Arc<Deck>, Result<String, String>),
    /// The counts are in the deck's log.
    Hands(Result<(), String>),
}

/// The state of the workshop.
#[derive(Debug, Clone)]
pub(super) struct Workshop {
    shelf: Vec<Shelved>,
    logs: BTreeMap<Slug, PollLog>,
    faulty_logs: Vec<String>,
    /// Whether there is a place for decks and counts.
    pub(super) keeps: Keeps,
    pub(super) selected: usize,
    pub(super) showing: Option<Showing>,
    /// For how many seconds a step stands when the deck steps by itself.
    pub(super) rest: u32,
    pub(super) recording: Option<Recording>,
}

/// Whether there is a place for what is recorded and counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keeps {
    Here,
    Nowhere,
}

impl Workshop {
    pub(super) fn new(pack: &Pack, own: Option<OwnDecks>) -> Self {
        let keeps = if own.is_some() { Keeps::Here } else { Keeps::Nowhere };
        let OwnDecks { decks, logs, faulty_logs } = own.unwrap_or_default();
        let of_pack = pack.tables().decks.iter().cloned().map(Arc::new);
        let of_pack = of_pack.map(|deck| Shelved { origin: Origin::Pack, deck: Ok(deck) });
        let own = decks.into_iter().map(|own| Shelved { origin: Origin::Own(own.file), deck: own.deck });
        Self {
            shelf: of_pack.chain(own).collect(),
            logs: logs.into_iter().map(|log| (log.deck.clone(), log)).collect(),
            faulty_logs,
            keeps,
            selected: 0,
            showing: None,
            rest: by_itself::USUAL_REST,
            recording: None,
        }
    }

    /// The place of a deck on the shelf, by its id; one's own goes before the pack's.
    pub(super) fn place_of(&self, id: &Slug) -> Option<usize> {
        let has_id = |shelved: &Shelved| shelved.deck.as_ref().is_ok_and(|deck| deck.slug == *id);
        self.shelf.iter().rposition(has_id)
    }

    pub(super) fn put(&mut self, file: String, deck: Arc<Deck>) {
        self.shelf.push(Shelved { origin: Origin::Own(file), deck: Ok(deck) });
        self.selected = self.shelf.len() - 1;
    }

    pub(super) fn note(&mut self, deck: &Slug, tally: Tally) {
        let log = self.logs.entry(deck.clone()).or_insert_with(|| PollLog::new(deck.clone()));
        log.tallies.push(tally);
    }
}

impl App {
    /// The decks there are: the pack's, then the user's own.
    #[must_use]
    pub fn decks(&self) -> &[Shelved] {
        &self.workshop.shelf
    }

    /// The line of the deck that is selected.
    #[must_use]
    pub fn chosen_deck_line(&self) -> usize {
        self.workshop.selected.min(self.workshop.shelf.len().saturating_sub(1))
    }

    /// The deck that is selected.
    #[must_use]
    pub fn chosen_deck(&self) -> Option<&Shelved> {
        self.workshop.shelf.get(self.chosen_deck_line())
    }

    /// What rooms answered to a deck's polls.
    #[must_use]
    pub fn poll_log(&self, deck: &Slug) -> Option<&PollLog> {
        self.workshop.logs.get(deck)
    }

    /// Logs of polls that cannot be read, and why.
    #[must_use]
    pub fn faulty_logs(&self) -> &[String] {
        &self.workshop.faulty_logs
    }

    /// Does what only the workshop has.
    pub(super) fn in_workshop(&mut self, action: Action) {
        match action {
            Action::Play => self.play(),
            Action::StepByItself => self.turn_stepping(),
            Action::Stroll => self.stroll(),
            Action::Curtain => self.turn_curtain(),
            Action::DeckNotes => self.turn_notes(),
            Action::CountHands => self.count_hands(),
            Action::EndDeck => self.end_deck(),
            Action::Record => self.record(),
            Action::KeepStep => self.keep_step(),
            Action::DropRecording => self.drop_recording(),
            _ => self.turn_step(action),
        }
    }

    /// What came of keeping a deck or counts.
    pub(super) fn take_shelved(&mut self, kept: KeptOnShelf) {
        self.notice = Some(match kept {
            KeptOnShelf::Deck(deck, Ok(file)) => {
                let words = format!("Saved as decks/{file}: {}", deck.title);
                self.workshop.put(file, deck);
                words
            }
            KeptOnShelf::Deck(deck, Err(why)) => {
                self.workshop.recording = Some(Recording::again(&deck));
                format!("Not saved, and still being recorded: {why}")
            }
            KeptOnShelf::Hands(Ok(())) => return,
            KeptOnShelf::Hands(Err(why)) => format!("Shown, but not in the deck's log: {why}"),
        });
    }

    /// Plays the deck with this id, if there is one: by itself, where it is said how many seconds a step stands.
    pub(super) fn open_deck(&mut self, id: &Slug, by_itself: Option<u32>) {
        if let Some(line) = self.workshop.place_of(id) {
            self.workshop.selected = line;
            self.screen = Screen::Workshop;
            self.overlays.clear();
            self.guide = None;
            self.play();
            if let Some(rest) = by_itself {
                self.workshop.rest = rest;
                self.set_stepping(Stepping::ByItself(rest));
            }
        }
    }
}

pub(super) fn with_deck(app: &App) -> Availability {
    match app.chosen_deck() {
        _ if app.is_strolling() => Availability::Now,
        _ if app.showing().is_some() => Availability::Not("the deck is being shown"),
        _ if app.screen() != Screen::Workshop => Availability::Not("choose a deck first, on the workshop's screen (8)"),
        None => Availability::Not("there is no deck here; R records one"),
        Some(Shelved { deck: Err(_), .. }) => Availability::Not("this deck has faults; they stand beside it"),
        Some(_) => Availability::Now,
    }
}

pub(super) fn at_step(app: &App) -> Availability {
    if app.is_at_step() { Availability::Now } else { Availability::Not("no deck is being shown: choose one with 8") }
}

pub(super) fn with_poll(app: &App) -> Availability {
    match app.stage().and_then(|stage| stage.step()) {
        Some(step) if step.poll.is_some() && app.is_at_step() => Availability::Now,
        Some(_) => Availability::Not("this step asks the room nothing"),
        None => Availability::Not("no deck is being shown: choose one with 8"),
    }
}

pub(super) fn in_recording(app: &App) -> Availability {
    if app.recording().is_some() { Availability::Now } else { Availability::Not("nothing is recorded: gr begins") }
}
