//! Rating, one competency after the other; priorities.

use super::Line;
use crate::app::App;
use crate::app::action::Action;
use crate::app::overlay::Overlay;
use crate::domain::appraisal::{CompetencyId, MOST_PRIORITIES, Rating};

/// The lines of the sheet where one rates: the five points, and that there is none.
pub const POINTS: usize = 6;

impl App {
    /// Opens the sheet for the selected competency.
    pub(in crate::app) fn open_rating(&mut self) {
        let point = self.rating_line();
        self.overlays.push(Overlay::Rating(point));
    }

    /// The line of the sheet that says how the selected competency is rated; the first one where it is not.
    fn rating_line(&self) -> usize {
        let rating = self.chosen_competency().and_then(|one| self.shown_appraisal()?.rating(&one.id));
        rating.map_or(0, |rating| rating as usize)
    }

    /// What the rows about ratings and notes do.
    pub(in crate::app) fn appraise(&mut self, action: Action) {
        match action {
            Action::Rate => self.open_rating(),
            Action::RateAs(rating) => self.rate(Some(rating)),
            Action::Unrate => self.rate(None),
            Action::RateHigher | Action::RateLower => self.step_rating(action),
            Action::Priority => self.toggle_priority(),
            Action::Notes => self.open_notes(),
            Action::OtherNote => self.other_note(),
            _ => {}
        }
    }

    /// Takes the line of the sheet that is selected.
    pub(in crate::app) fn take_point(&mut self, line: usize) {
        self.rate(Rating::ALL.get(line).copied());
    }

    /// Rates the selected competency; on the sheet the next one comes.
    fn rate(&mut self, rating: Option<Rating>) {
        let Some(id) = self.chosen_competency().map(|one| one.id.clone()) else { return };
        let is_first = self.shown_appraisal().is_none();
        self.edit_appraisal(|appraisal| appraisal.rate(&id, rating));
        self.notice = Some(self.rated_words(&id, rating, is_first));
        if let Some(Overlay::Rating(_)) = self.overlays.last() {
            self.next_to_rate();
        }
    }

    fn rated_words(&self, id: &CompetencyId, rating: Option<Rating>, is_first: bool) -> String {
        let title = self.framework().title(id);
        let rated = match rating {
            Some(rating) => format!("{} {}: {title}", rating.number(), self.framework().point(rating).title),
            None => format!("No rating: {title}"),
        };
        match self.shown_appraisal() {
            Some(appraisal) if is_first && self.keeps_plans() => {
                format!("{rated}. An appraisal of {} begins", crate::app::story::day(appraisal.on))
            }
            Some(_) if is_first => format!("{rated}{}", self.kept_words()),
            _ => rated,
        }
    }

    fn step_rating(&mut self, action: Action) {
        let now = self.chosen_competency().and_then(|one| self.shown_appraisal()?.rating(&one.id));
        let next = match (now, action) {
            (None, Action::RateHigher) => Some(Rating::Insufficient),
            (Some(now), Action::RateHigher) => Some(now.up()),
            (now, _) => now.and_then(Rating::down),
        };
        if now == next {
            let words = if next.is_some() { "This is the highest point" } else { "There is no rating to lower" };
            self.notice = Some(words.to_owned());
            return;
        }
        let Some(id) = self.chosen_competency().map(|one| one.id.clone()) else { return };
        let is_first = self.shown_appraisal().is_none();
        self.edit_appraisal(|appraisal| appraisal.rate(&id, next));
        self.notice = Some(self.rated_words(&id, next, is_first));
        let line = self.rating_line();
        if let Some(Overlay::Rating(point)) = self.overlays.last_mut() {
            *point = line;
        }
    }

    /// To the next competency; after the last one the sheet closes and says what comes then.
    fn next_to_rate(&mut self) {
        let count = self.framework().competencies().count();
        let next = self.chosen_appraisal_line().map_or(0, |(at, _)| at + 1);
        if next < count {
            self.rate_line(next);
            return;
        }
        self.overlays.pop();
        let rated = self.shown_appraisal().map_or(0, |appraisal| {
            self.framework().competencies().filter(|one| appraisal.rating(&one.id).is_some()).count()
        });
        let words = format!(
            "That was the last one; {rated} of {count} are rated. n notes what and how, m marks a priority, o an objective"
        );
        self.notice = Some(words);
    }

    /// On the sheet, to the competency before or after, without rating.
    pub(in crate::app) fn walk_competencies(&mut self, action: Action) {
        let count = self.framework().competencies().count();
        let at = self.chosen_appraisal_line().map_or(0, |(at, _)| at);
        let to = if action == Action::Left { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < count) };
        match to {
            Some(to) => self.rate_line(to),
            None => self.notice = Some("There is none beyond this one".to_owned()),
        }
    }

    fn rate_line(&mut self, line: usize) {
        self.appraisal.line = line;
        let point = self.rating_line();
        if let Some(Overlay::Rating(selected)) = self.overlays.last_mut() {
            *selected = point;
        }
    }

    /// Rates with a click on a point of the scale.
    pub(in crate::app) fn click_point(&mut self, rating: Rating) {
        if matches!(self.chosen_appraisal_line(), Some((_, Line::Competency(_)))) {
            self.act(Action::RateAs(rating));
        }
    }

    fn toggle_priority(&mut self) {
        let Some((id, title)) = self.chosen_competency().map(|one| (one.id.clone(), one.title.clone())) else { return };
        let Some(result) = self.edit_appraisal(|appraisal| {
            appraisal.toggle_priority(&id).map(|()| (appraisal.priorities.contains(&id), appraisal.priorities.len()))
        }) else {
            return;
        };
        self.notice = Some(match result {
            Ok((true, count)) => format!("{title}: priority {count} of at most {MOST_PRIORITIES}{}", self.kept_words()),
            Ok((false, _)) => format!("{title}: no longer a priority"),
            Err(full) => crate::app::change::capital(&full.to_string()),
        });
    }
}
