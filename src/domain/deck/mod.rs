//! Decks: demonstrations that run step by step. A step has words for the room, notes for whoever presents, and what the
//! app shows meanwhile.
//!
//! | what | file |
//! |---|---|
//! | deck, step, source | here |
//! | what a step shows, and what stands from the steps before it | [`show`] |
//! | which roles and posts are to be seen | [`sieve`] |
//! | words with figures that the app fills in | [`wording`] |
//! | what the room is asked, and what it answered | [`poll`] |

pub mod poll;
pub mod show;
pub mod sieve;
pub mod wording;

use jiff::civil::Date;

pub use poll::{Poll, PollLog, Tally};
pub use show::{Leg, Nearness, Pace, Scene, Sheet, Show, Somebody, Spotlight, View};
pub use sieve::{Distance, MapSieve, PostSieve, RulesChange};
pub use wording::{Figure, Part, Under, Wording};

use super::dates;
use super::id::Slug;
use super::quantity::Decimal;

/// A demonstration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deck {
    /// Its id.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// What it tells, and to whom, in a sentence or two.
    pub about: String,
    /// How many minutes it is meant to take, where that is not the sum of its steps.
    pub minutes: Option<Decimal>,
    /// Its steps; there is at least one.
    pub steps: Vec<Step>,
}

/// A step of a deck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What stands above everything, in big type.
    pub title: String,
    /// What the room reads, a short paragraph each.
    pub words: Vec<Wording>,
    /// What whoever presents may want to say or know besides, a paragraph each.
    pub notes: Vec<Wording>,
    /// How many minutes it is meant to take.
    pub minutes: Option<Decimal>,
    /// What the app shows: at most one of each sort, in the order of [`Show::rank`]. What is not said here stays as the
    /// steps before left it.
    pub shows: Vec<Show>,
    /// What the room is asked.
    pub poll: Option<Poll>,
    /// What its facts rest on.
    pub sources: Vec<Source>,
}

/// Where a fact can be looked up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// What it is, in words.
    pub title: String,
    /// Its address.
    pub url: String,
    /// The day it was published; nothing for a page that does not say.
    pub date: Option<Date>,
}

impl Source {
    /// The day it was published, `8 Jun 2022`, or that it says none.
    #[must_use]
    pub fn dated(&self) -> String {
        self.date.map_or_else(|| "undated".to_owned(), dates::day)
    }
}

impl Step {
    /// Everything it says: words, notes, poll.
    pub fn wordings(&self) -> impl Iterator<Item = &Wording> {
        let poll = self.poll.iter().flat_map(|poll| std::iter::once(&poll.question).chain(&poll.answers));
        self.words.iter().chain(&self.notes).chain(poll)
    }
}

impl Deck {
    /// How many minutes it is meant to take: its own, else those of its steps together; nothing where none are given.
    #[must_use]
    pub fn planned(&self) -> Option<Decimal> {
        let of_steps = || {
            let given: Vec<Decimal> = self.steps.iter().filter_map(|step| step.minutes).collect();
            (!given.is_empty()).then(|| given.into_iter().sum())
        };
        self.minutes.or_else(of_steps)
    }

    /// How many minutes the steps before one are meant to take together.
    #[must_use]
    pub fn planned_before(&self, step: usize) -> Decimal {
        self.steps.iter().take(step).filter_map(|step| step.minutes).sum()
    }

    /// Everything the app shows at a step, from 0: what the step says and what stands from the steps before it. The last
    /// step when there are not so many.
    #[must_use]
    pub fn scene(&self, step: usize) -> Scene {
        let mut scene = Scene::default();
        for step in self.steps.iter().take(step.saturating_add(1)) {
            scene.go_on(&step.shows);
        }
        scene
    }
}
