//! Notes on a competency: what was achieved, and how it was done.

use crate::app::App;
use crate::app::effect::Way;
use crate::app::overlay::Overlay;
use crate::app::writing::Writing;
use crate::domain::appraisal::{Appraisal, CompetencyId, Note};
use crate::domain::text::clean_lines;

/// The two notes on a competency while they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notes {
    /// On which competency.
    pub competency: CompetencyId,
    /// What was achieved.
    pub what: Writing,
    /// How it was done.
    pub how: Writing,
    /// Which of them has the keys.
    pub at: Note,
    /// Since when something is written that was not there before.
    begun: Option<Begun>,
}

/// How it was before the first letter.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Begun {
    /// How often changes from elsewhere had been taken over; after another time it is another change.
    round: u64,
    /// What was achieved, and how it was done, as it was.
    was: [String; 2],
}

impl Notes {
    /// The note that has the keys.
    pub const fn writing(&mut self) -> &mut Writing {
        match self.at {
            Note::What => &mut self.what,
            Note::How => &mut self.how,
        }
    }

    /// What is kept of them: what was achieved, and how it was done.
    fn texts(&self) -> [String; 2] {
        [&self.what, &self.how].map(|writing| clean_lines(writing.text()).text.into_owned())
    }
}

impl App {
    pub(super) fn open_notes(&mut self) {
        if !self.shows_latest_appraisal() {
            self.notice = Some("The notes of an earlier appraisal stand on the right; they are read only".to_owned());
            return;
        }
        let Some(competency) = self.chosen_competency().map(|one| one.id.clone()) else { return };
        let [what, how] = self.said_of(&competency).map(|said| Writing::with(&said));
        self.overlays.push(Overlay::Notes(Box::new(Notes { competency, what, how, at: Note::What, begun: None })));
    }

    pub(super) fn other_note(&mut self) {
        if let Some(Overlay::Notes(notes)) = self.overlays.last_mut() {
            notes.at = match notes.at {
                Note::What => Note::How,
                Note::How => Note::What,
            };
        }
    }

    /// Keeps what has been written so far. All that is written while the sheet is open is one change.
    pub(in crate::app) fn keep_notes(&mut self) {
        if let Some(Overlay::Notes(mut notes)) = self.overlays.pop_if(|layer| matches!(layer, Overlay::Notes(_))) {
            self.write_notes(&mut notes);
            self.overlays.push(Overlay::Notes(notes));
        }
    }

    /// The sheet is closed: what was written is kept already, unless the file was changed elsewhere after the last letter.
    pub(in crate::app) fn leave_notes(&mut self, mut notes: Notes) {
        if notes.begun.is_none() {
            return;
        }
        self.write_notes(&mut notes);
        let kept = if self.keeps_plans() { "Kept" } else { "Noted" };
        self.notice = Some(format!("{kept}; u takes it back{}", self.kept_words()));
    }

    fn write_notes(&mut self, notes: &mut Notes) {
        let now = notes.texts();
        let said = self.said_of(&notes.competency);
        if now == said {
            return;
        }
        let round = self.keeper.round();
        let write = |appraisal: &mut Appraisal| {
            appraisal.set_note(&notes.competency, Note::What, &now[0]);
            appraisal.set_note(&notes.competency, Note::How, &now[1]);
        };
        match notes.begun.take_if(|begun| begun.round == round) {
            None => {
                self.edit_appraisal(write);
                let is_written = self.said_of(&notes.competency) != said;
                notes.begun = is_written.then_some(Begun { round, was: said });
            }
            Some(begun) if begun.was == now => {
                if let Some(before) = self.history.forget() {
                    (self.keeper.book, self.way) = (before.book, Way::Back);
                }
            }
            begun => {
                if let Some(at) = self.shown_appraisal_place() {
                    write(&mut self.appraisals_at_hand()[at]);
                    self.way = Way::Further;
                }
                notes.begun = begun;
            }
        }
    }

    /// What the appraisal that is shown says of a competency: what and how.
    fn said_of(&self, competency: &CompetencyId) -> [String; 2] {
        let note = |note| self.shown_appraisal().map_or("", |appraisal| appraisal.note(competency, note)).to_owned();
        [note(Note::What), note(Note::How)]
    }
}
