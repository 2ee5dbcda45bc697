//! Appraisals by date: a new one, an earlier one, one that is removed, one against another stage.

use super::words;
use crate::app::App;
use crate::app::action::Action;
use crate::app::overlay::Overlay;
use crate::app::story::day;
use crate::domain::appraisal::{Start, by_date};

/// With what a new appraisal begins, as lines of its sheet.
pub const STARTS: usize = 2;

impl App {
    /// What the rows about dates do.
    pub(in crate::app) fn date_appraisal(&mut self, action: Action) {
        match action {
            Action::NewAppraisal => self.ask_for_start(),
            Action::OtherAppraisal => self.overlays.push(Overlay::Appraisals(self.appraisals_back())),
            Action::RemoveAppraisal => self.remove_appraisal(),
            Action::OtherStage => self.other_stage(),
            _ => {}
        }
    }

    /// The first appraisal begins at once; later ones ask with what.
    fn ask_for_start(&mut self) {
        if self.appraisals().is_empty() {
            self.begin_appraisal(1);
        } else {
            self.overlays.push(Overlay::NewAppraisal(0));
        }
    }

    /// Begins an appraisal dated today: on line 0 with the ratings of the last one, on line 1 blank.
    pub(in crate::app) fn begin_appraisal(&mut self, line: usize) {
        let last = by_date(self.appraisals()).pop().cloned();
        let start = last.as_ref().filter(|_| line == 0).map_or(Start::Blank, Start::From);
        let Some(new) = self.begun(start) else { return };
        let rated = new.ratings.len();
        let words = match (&last, line) {
            (Some(last), 0) if rated > 0 => format!("with {rated} ratings of {} to start from", day(last.on)),
            (Some(last), 0) => format!(
                "blank: that of {} was rated against {}, not {}",
                day(last.on),
                words::stage(last.stage),
                words::stage(new.stage)
            ),
            _ => "blank".to_owned(),
        };
        let of = day(new.on);
        self.edit_appraisals(|appraisals| appraisals.push(new));
        (self.appraisal.back, self.appraisal.line) = (0, 0);
        self.notice = Some(format!("An appraisal of {of} begins, {words}{}", self.kept_words()));
    }

    /// Shows the appraisal on a line of the list, the latest first.
    pub(in crate::app) fn show_appraisal(&mut self, line: usize) {
        self.appraisal.back = line;
        let on = self.shown_appraisal().map(|appraisal| day(appraisal.on));
        let about = if self.shows_latest_appraisal() { "the latest" } else { "to be read only; v goes to another one" };
        self.notice = on.map(|on| format!("The appraisal of {on}, {about}"));
    }

    fn remove_appraisal(&mut self) {
        let Some(at) = self.shown_appraisal_place() else { return };
        let on = self.appraisals().get(at).map(|appraisal| day(appraisal.on)).unwrap_or_default();
        self.edit_appraisals(|appraisals| {
            appraisals.remove(at);
        });
        self.appraisal.back = 0;
        self.notice = Some(format!("Removed: the appraisal of {on}. u brings it back"));
    }

    /// Rates against the next stage that the Framework has.
    fn other_stage(&mut self) {
        let stages = self.framework().stages().to_vec();
        let next = self.edit_appraisal(|appraisal| {
            let at = stages.iter().position(|stage| *stage == appraisal.stage);
            let next = at.map_or(0, |at| (at + 1) % stages.len().max(1));
            if let Some(stage) = stages.get(next) {
                appraisal.stage = *stage;
            }
            appraisal.stage
        });
        if let Some(stage) = next {
            self.notice = Some(format!(
                "Your ratings say now how well you do what {} expects; u takes it back",
                words::stage(stage)
            ));
        }
    }
}
