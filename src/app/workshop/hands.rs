//! Counting the hands of a room: three numbers, noted with the step, the time and the words as the room read them.

use crate::app::App;
use crate::app::effect::Effect;
use crate::app::field::Field;
use crate::app::overlay::Overlay;
use crate::app::workshop::{Keeps, Shelve};
use crate::domain::deck::{Poll, Tally};

/// Counts as they are typed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hands {
    /// What is typed for each answer.
    pub counts: [Field; 3],
    /// Which answer is being counted, from 0.
    pub at: usize,
}

/// More hands than any hall holds.
const MOST: u32 = 100_000;

impl Hands {
    /// The field that is typed into.
    pub const fn field(&mut self) -> &mut Field {
        &mut self.counts[if self.at < 2 { self.at } else { 2 }]
    }

    /// To the answer above or below.
    pub(in crate::app) fn step(&mut self, down: bool) {
        self.at = if down { (self.at + 1).min(2) } else { self.at.saturating_sub(1) };
    }

    /// The counts, an empty field being none; or which answer has no number.
    fn numbers(&self) -> Result<[u32; 3], usize> {
        let mut numbers = [0; 3];
        for (at, field) in self.counts.iter().enumerate() {
            numbers[at] = match field.text().trim() {
                "" => 0,
                text => text.parse().ok().filter(|number| *number <= MOST).ok_or(at)?,
            };
        }
        Ok(numbers)
    }
}

impl App {
    /// What the step that is shown asks the room.
    #[must_use]
    pub fn poll(&self) -> Option<&Poll> {
        self.stage()?.step()?.poll.as_ref()
    }

    /// What the room, or one before, was last counted to have answered at the step that is shown.
    #[must_use]
    pub fn last_tally(&self) -> Option<&Tally> {
        let stage = self.stage()?;
        self.poll_log(&stage.deck().slug)?.of_step(stage.at() + 1).last()
    }

    pub(in crate::app) fn count_hands(&mut self) {
        self.open_curtain();
        self.overlays.push(Overlay::Hands(Hands::default()));
    }

    /// Takes what was typed: on to the next answer, and after the last one the counts are noted.
    pub(in crate::app) fn take_hands(&mut self, mut hands: Hands) -> Vec<Effect> {
        let numbers = match hands.numbers() {
            Ok(_) if hands.at < 2 => {
                hands.step(true);
                self.overlays.push(Overlay::Hands(hands));
                return Vec::new();
            }
            Ok(numbers) => numbers,
            Err(at) => {
                hands.at = at;
                self.overlays.push(Overlay::Hands(hands));
                self.notice = Some(format!("Hands are a whole number up to {MOST}"));
                return Vec::new();
            }
        };
        let (Some(stage), Some(poll)) = (self.stage(), self.poll()) else { return Vec::new() };
        let tally = Tally {
            step: stage.at() + 1,
            at: self.now,
            question: self.say(&poll.question),
            answers: poll.answers.each_ref().map(|answer| self.say(answer)),
            counts: numbers,
        };
        let deck = stage.deck().slug.clone();
        self.workshop.note(&deck, tally.clone());
        if self.workshop.keeps == Keeps::Nowhere {
            self.notice = Some("Shown, but there is no folder to keep it in".to_owned());
            return Vec::new();
        }
        vec![Effect::Shelve(Shelve::Hands(deck, tally))]
    }
}
