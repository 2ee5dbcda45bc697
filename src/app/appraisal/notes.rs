//! Notes on a competency: what was achieved, and how it was done.

use crate::app::App;
use crate::app::overlay::Overlay;
use crate::app::writing::Writing;
use crate::domain::appraisal::{Appraisal, CompetencyId, Note};

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
}

impl Notes {
    /// The note that has the keys.
    pub const fn writing(&mut self) -> &mut Writing {
        match self.at {
            Note::What => &mut self.what,
            Note::How => &mut self.how,
        }
    }
}

impl App {
    pub(super) fn open_notes(&mut self) {
        if !self.shows_latest_appraisal() {
            self.notice = Some("The notes of an earlier appraisal stand on the right; they are read only".to_owned());
            return;
        }
        let Some(competency) = self.chosen_competency().map(|one| one.id.clone()) else { return };
        let note =
            |note| Writing::with(self.shown_appraisal().map_or("", |appraisal| appraisal.note(&competency, note)));
        let (what, how) = (note(Note::What), note(Note::How));
        self.overlays.push(Overlay::Notes(Box::new(Notes { competency, what, how, at: Note::What })));
    }

    pub(super) fn other_note(&mut self) {
        if let Some(Overlay::Notes(notes)) = self.overlays.last_mut() {
            notes.at = match notes.at {
                Note::What => Note::How,
                Note::How => Note::What,
            };
        }
    }

    /// Keeps what was written.
    pub(in crate::app) fn take_notes(&mut self, notes: &Notes) {
        let texts = [(Note::What, notes.what.text().trim_end()), (Note::How, notes.how.text().trim_end())];
        let is_same =
            |appraisal: &Appraisal| texts.iter().all(|(note, text)| appraisal.note(&notes.competency, *note) == *text);
        let nothing = texts.iter().all(|(_, text)| text.is_empty());
        if self.shown_appraisal().map_or(nothing, is_same) {
            return;
        }
        self.edit_appraisal(|appraisal| {
            for (note, text) in texts {
                appraisal.set_note(&notes.competency, note, text);
            }
        });
        let kept =
            if self.keeps_plans() { "Kept; u takes it back".to_owned() } else { "Noted; u takes it back".to_owned() };
        self.notice = Some(format!("{kept}{}", self.kept_words()));
    }
}
