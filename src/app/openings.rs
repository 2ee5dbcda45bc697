//! What would open a way: in words, and tried out.

use super::App;
use super::desk::Knowledge;
use super::story::moves;
use crate::domain::Pack;
use crate::domain::planner::{Change, MovesAllowed, Opening};

/// The change and what the fastest route then comes to.
#[must_use]
pub fn words(pack: &Pack, opening: &Opening) -> String {
    format!("{}: {}", change(pack, &opening.change), fastest(opening))
}

/// What the fastest route that it opens comes to.
#[must_use]
pub fn fastest(opening: &Opening) -> String {
    let totals = &opening.fastest;
    format!("{}, {}, {} h of study", totals.weeks, moves(totals.moves), totals.study_hours)
}

/// The change.
#[must_use]
pub fn change(pack: &Pack, change: &Change) -> String {
    let titles = |ids: &[crate::domain::id::TrainingId]| {
        ids.iter().map(|id| pack.training(*id).title.as_str()).collect::<Vec<_>>().join(" and ")
    };
    match change {
        Change::Hold(facts) => format!("If you held {}", titles(facts)),
        Change::HoursPerWeek(hours) => format!("With {hours} hours of study a week"),
        Change::Ruleset(ruleset) => format!("With other rules: {ruleset}"),
        Change::Reopen(fact) => format!("If {} took people", titles(&[*fact])),
        Change::ExceptionalMoves => "With exceptional moves, which nobody should count on (x)".to_owned(),
    }
}

impl App {
    /// What would open a way, where there is none and the planner has found something.
    #[must_use]
    pub fn openings(&self) -> &[Opening] {
        match (self.answer(), self.desk().openings(self.stance())) {
            (Knowledge::Known(answer), Knowledge::Known(found)) if answer.blocked.is_some() => found,
            _ => &[],
        }
    }

    /// The line of the openings that is selected.
    #[must_use]
    pub fn chosen_opening(&self) -> usize {
        self.routes_view().selected.min(self.openings().len().saturating_sub(1))
    }

    /// Makes the selected change, as far as it is the user's to make.
    pub(super) fn try_opening(&mut self) {
        let Some(opening) = self.openings().get(self.chosen_opening()).cloned() else { return };
        let words = change(self.pack(), &opening.change);
        match opening.change {
            Change::Hold(facts) => self.change(|stance| {
                if let Some(me) = &mut stance.me {
                    me.person.have.extend(facts);
                    me.title = format!("{} (what if)", me.title.trim_end_matches(" (what if)"));
                }
            }),
            Change::HoursPerWeek(hours) => self.change(|stance| {
                if let Some(me) = &mut stance.me {
                    me.person.hours_per_week = hours;
                }
            }),
            Change::Ruleset(ruleset) => self.change(|stance| stance.ruleset = ruleset),
            Change::ExceptionalMoves => self.change(|stance| stance.moves = MovesAllowed::Exceptional),
            Change::Reopen(fact) => {
                let title = &self.pack().training(fact).title;
                self.notice = Some(format!("Only its provider can open {title}; there is nothing to try out here"));
                return;
            }
        }
        self.notice = Some(format!("Tried out: {words}. u takes it back"));
    }
}
