//! What the app tells the presenter's terminal, and what it does when it is steered from there.

use super::clock::seconds_of;
use super::{PollTold, Room, Steer, Told};
use crate::app::App;
use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::workshop::showing::{Curtain, Mode};
use crate::domain::deck::{Poll, Source, Wording};

impl App {
    /// What the presenter's terminal is to be told; nothing while no deck is shown, or before its clock was seen.
    #[must_use]
    pub fn told(&self) -> Option<Told> {
        let (showing, stage) = (self.showing()?, self.stage()?);
        let (deck, at, step) = (stage.deck(), stage.at(), stage.step()?);
        let (began, step_began) = showing.clocks()?;
        let say = |wordings: &[Wording]| wordings.iter().map(|wording| self.say(wording)).collect();
        Some(Told {
            deck: deck.title.clone(),
            step: at + 1,
            of: deck.steps.len(),
            title: step.title.clone(),
            words: say(&step.words),
            notes: say(&step.notes),
            sources: step.sources.iter().map(source).collect(),
            missed: stage.missed().to_vec(),
            next: deck.steps.get(at + 1).map(|next| next.title.clone()),
            poll: step.poll.as_ref().map(|poll| self.poll_told(poll)),
            room: self.room()?,
            by_itself: self.steps_every(),
            began,
            step_began,
            planned: deck.planned().map(seconds_of),
            planned_before: seconds_of(deck.planned_before(at)),
            planned_step: step.minutes.map(seconds_of),
            notice: self.notice().map(str::to_owned),
            heard: showing.heard(),
        })
    }

    /// What the room sees, while a deck is shown.
    fn room(&self) -> Option<Room> {
        let showing = self.showing()?;
        Some(match (showing.curtain(), showing.mode()) {
            (Curtain::Closed, _) => Room::Blank,
            (Curtain::Open, Mode::Stroll) => Room::Stroll,
            (Curtain::Open, Mode::Step) if self.is_layer_of_step() => Room::Step,
            (Curtain::Open, Mode::Step) => Room::Typing,
        })
    }

    fn poll_told(&self, poll: &Poll) -> PollTold {
        PollTold {
            question: self.say(&poll.question),
            answers: poll.answers.each_ref().map(|answer| self.say(answer)),
            counts: self.last_tally().map(|tally| tally.counts),
        }
    }

    /// Does what the presenter's terminal asks for. What somebody types at this terminal is left alone; a stroll is ended
    /// first, so that nobody steps on unseen.
    pub(in crate::app) fn steer(&mut self, steer: Steer) -> Vec<Effect> {
        let Some(room) = self.room() else { return Vec::new() };
        self.note_heard();
        if room == Room::Typing {
            return Vec::new();
        }
        self.notice = None;
        self.pending.clear();
        self.step_by_hand();
        match (room, steer) {
            (Room::Stroll, Steer::Blank) => {
                self.back_to_step();
                self.act(Action::Curtain)
            }
            (Room::Stroll, _) => {
                self.back_to_step();
                Vec::new()
            }
            (_, Steer::Next) => self.act(Action::NextStep),
            (_, Steer::Previous) => self.act(Action::PreviousStep),
            (_, Steer::First) => self.act(Action::FirstStep),
            (_, Steer::Last) => self.act(Action::LastStep),
            (_, Steer::Blank) => self.act(Action::Curtain),
        }
    }
}

fn source(source: &Source) -> String {
    format!("{}, {}", source.title, source.dated())
}
