//! The appraisal screen: how one rates oneself, how far that is from what the target's stage expects, and what one
//! means to do about it. For development, not for judgement.
//!
//! | what | file |
//! |---|---|
//! | what is shown and what is selected | here |
//! | rating, one competency after the other; priorities | [`rate`] |
//! | notes on what and how | [`notes`] |
//! | new, earlier, removed, against another stage | [`dates`] |
//! | objectives and the steps of plans that they serve | [`objectives`] |
//! | all that in words | [`words`] |

pub mod dates;
pub mod notes;
pub mod objectives;
pub mod rate;
pub mod words;

use std::sync::Arc;

use super::action::Action;
use super::effect::Effect;
use super::screen::Screen;
use super::{App, Side};
use crate::domain::appraisal::{
    Aim, Appraisal, Competency, Framework, NextDue, Objective, Standing, Start, by_date, next_due, standing,
};
use crate::domain::profile::{Profile, Since};
use crate::domain::quantity::Decimal;

/// The state of the appraisal screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppraisalView {
    framework: Arc<Framework>,
    /// The selected line, from 0.
    pub(super) line: usize,
    /// How many appraisals before the latest the one is that is shown.
    pub(super) back: usize,
}

/// A line of the appraisal that can be selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// A competency, by its place in the Framework.
    Competency(usize),
    /// An objective of the appraisal, by its place.
    Objective(usize),
    /// The place for one more objective.
    NewObjective,
}

impl AppraisalView {
    pub(super) fn new(framework: Framework) -> Self {
        Self { framework: Arc::new(framework), line: 0, back: 0 }
    }
}

impl App {
    /// The Framework of the pack; empty where it brings none.
    #[must_use]
    pub fn framework(&self) -> &Framework {
        &self.appraisal.framework
    }

    /// The appraisals of the person at the keyboard, in the order in which they were written.
    #[must_use]
    pub fn appraisals(&self) -> &[Appraisal] {
        match self.portfolio() {
            Some(portfolio) if self.is_own() => &portfolio.appraisals,
            _ => &self.keeper.book.trial_appraisals,
        }
    }

    /// How many appraisals before the latest the one is that is shown.
    #[must_use]
    pub fn appraisals_back(&self) -> usize {
        self.appraisal.back.min(self.appraisals().len().saturating_sub(1))
    }

    /// Whether the appraisal that is shown is the latest, the only one that can be changed.
    #[must_use]
    pub fn shows_latest_appraisal(&self) -> bool {
        self.appraisals_back() == 0
    }

    /// The appraisal that is shown, if there is any.
    #[must_use]
    pub fn shown_appraisal(&self) -> Option<&Appraisal> {
        by_date(self.appraisals()).into_iter().rev().nth(self.appraisals_back())
    }

    /// Where the appraisal that is shown stands among all.
    pub(super) fn shown_appraisal_place(&self) -> Option<usize> {
        let appraisals = self.appraisals();
        let mut places: Vec<usize> = (0..appraisals.len()).collect();
        places.sort_by_key(|at| appraisals[*at].on);
        places.into_iter().rev().nth(self.appraisals_back())
    }

    /// What the person measures themselves against.
    #[must_use]
    pub fn aims_at(&self) -> Aim {
        match self.stance().target {
            None => Aim::NoTarget,
            Some(role) => self.pack().role(role).stage.map_or(Aim::NoStage(role), |stage| Aim::Stage(role, stage)),
        }
    }

    /// How a competency stands against what the target expects; nothing where no stage is given.
    #[must_use]
    pub fn standing(&self, competency: &Competency) -> Option<Standing> {
        Some(standing(competency, self.shown_appraisal(), self.aims_at().stage()?))
    }

    /// When the next appraisal is due; nothing while nobody has said who they are.
    #[must_use]
    pub fn next_appraisal(&self) -> Option<NextDue<'_>> {
        let me = self.stance().me.as_ref()?;
        let last = by_date(self.appraisals()).pop().map(|last| last.on);
        Some(next_due(self.pack(), me.person.role, last, self.today()))
    }

    /// The objectives of the appraisal that is shown.
    #[must_use]
    pub fn objectives(&self) -> &[Objective] {
        self.shown_appraisal().map_or(&[], |appraisal| &appraisal.objectives)
    }

    /// The lines that can be selected: the competencies in the Framework's order, then the objectives.
    #[must_use]
    pub fn appraisal_lines(&self) -> Vec<Line> {
        let competencies = (0..self.framework().competencies().count()).map(Line::Competency);
        if self.framework().is_empty() || self.stance().me.is_none() {
            return competencies.collect();
        }
        let objectives = (0..self.objectives().len()).map(Line::Objective);
        let new = self.shows_latest_appraisal().then_some(Line::NewObjective);
        competencies.chain(objectives).chain(new).collect()
    }

    /// The selected line and its place; nothing where there is none.
    #[must_use]
    pub fn chosen_appraisal_line(&self) -> Option<(usize, Line)> {
        let lines = self.appraisal_lines();
        let at = self.appraisal.line.min(lines.len().saturating_sub(1));
        lines.get(at).map(|line| (at, *line))
    }

    /// The selected competency.
    #[must_use]
    pub fn chosen_competency(&self) -> Option<&Competency> {
        match self.chosen_appraisal_line()? {
            (_, Line::Competency(at)) => self.framework().competencies().nth(at),
            _ => None,
        }
    }

    /// The place of the selected objective.
    #[must_use]
    pub fn chosen_objective(&self) -> Option<usize> {
        match self.chosen_appraisal_line()? {
            (_, Line::Objective(at)) => Some(at),
            _ => None,
        }
    }

    /// The person at the keyboard as a profile, for what an appraisal begins with.
    fn profile_at_hand(&self) -> Option<Profile> {
        match self.portfolio() {
            Some(portfolio) if self.is_own() => Some(portfolio.profile.clone()),
            _ => {
                let role = self.stance().me.as_ref()?.person.role;
                Some(Profile::of_role(self.pack(), role, Since::Years(Decimal::ZERO)))
            }
        }
    }

    /// A new appraisal of the person at the keyboard, dated today.
    fn begun(&self, start: Start<'_>) -> Option<Appraisal> {
        let profile = self.profile_at_hand()?;
        let before = by_date(self.appraisals()).pop();
        Some(Appraisal::begin(self.pack(), &profile, self.today(), before, start))
    }

    /// Changes the appraisals, remembering what was before.
    fn edit_appraisals(&mut self, edit: impl FnOnce(&mut Vec<Appraisal>)) {
        let before = self.turn();
        edit(self.appraisals_at_hand());
        if self.keeper.book != before.book {
            self.history.remember(before);
        }
    }

    fn appraisals_at_hand(&mut self) -> &mut Vec<Appraisal> {
        let is_own = self.is_own();
        match &mut self.keeper.book.portfolio {
            Some(portfolio) if is_own => &mut Arc::make_mut(portfolio).appraisals,
            _ => Arc::make_mut(&mut self.keeper.book.trial_appraisals),
        }
    }

    /// Changes the appraisal that is shown; where there is none yet, one begins, dated today. Gives back what the edit
    /// gave, or nothing while nobody has said who they are.
    fn edit_appraisal<T>(&mut self, edit: impl FnOnce(&mut Appraisal) -> T) -> Option<T> {
        let place = self.shown_appraisal_place();
        let begun = if place.is_none() { Some(self.begun(Start::Blank)?) } else { None };
        let mut result = None;
        self.edit_appraisals(|appraisals| {
            appraisals.extend(begun);
            let at = place.unwrap_or(appraisals.len() - 1);
            result = Some(edit(&mut appraisals[at]));
        });
        result
    }

    /// Opens the selected line: a competency to be rated, an objective to be changed.
    pub(super) fn open_appraisal_line(&mut self) -> Vec<Effect> {
        let Some((_, line)) = self.chosen_appraisal_line() else { return self.act(Action::NewAppraisal) };
        if !self.shows_latest_appraisal() && self.side() == Side::Main {
            self.sides.insert(Screen::Appraisal, Side::Detail);
            return Vec::new();
        }
        self.act(match line {
            Line::Competency(_) => Action::Rate,
            Line::Objective(_) => Action::EditObjective,
            Line::NewObjective => Action::AddObjective,
        })
    }

    /// What space does on the selected line: it ticks off an objective, and opens everything else.
    pub(super) fn take_up(&mut self) {
        match self.chosen_appraisal_line() {
            Some((_, Line::Objective(at))) => self.tick_objective(at),
            Some((_, Line::Competency(_))) => self.open_rating(),
            Some((_, Line::NewObjective)) => self.ask_objective(None),
            None => {}
        }
    }

    /// What is said after a change that began the first appraisal, or a change that is not kept.
    fn kept_words(&self) -> &'static str {
        if self.keeps_plans() { "" } else { ". Not kept: say that a role is yours (s)" }
    }
}
