//! The user's own decks and the logs of polls: read at the start, and kept when the app says so. A deck is saved once in a
//! while and hands are counted a few times an hour, so that nobody waits for a thread of their own.

use std::sync::Arc;

use crate::app::workshop::{KeptOnShelf, OwnDeck, OwnDecks, Shelve};
use crate::store::KeptDecks;

/// What is there, for the start of the app.
#[must_use]
pub fn read(kept: &KeptDecks) -> OwnDecks {
    let decks = kept.read().into_iter().map(|read| OwnDeck { file: read.file, deck: read.deck.map(Arc::new) });
    let (logs, faulty_logs) = kept.logs();
    OwnDecks { decks: decks.collect(), logs, faulty_logs }
}

/// Keeps something; what came of it.
#[must_use]
pub fn keep(kept: &KeptDecks, shelve: &Shelve) -> KeptOnShelf {
    match shelve {
        Shelve::Deck(deck) => KeptOnShelf::Deck(Arc::clone(deck), kept.save(deck).map_err(|error| error.to_string())),
        Shelve::Hands(deck, tally) => KeptOnShelf::Hands(kept.note(deck, tally).map_err(|error| error.to_string())),
    }
}
