//! Objectives: in words, by a day, for a step of a plan; done or not.

use crate::app::App;
use crate::app::action::Action;
use crate::app::field::Field;
use crate::app::overlay::Overlay;
use crate::app::plans::day;
use crate::app::story;
use crate::domain::appraisal::{Objective, PlanStep, by_date};
use crate::domain::plan::{Item, Plan, next, schedule};

/// The longest objective, in characters.
const LONGEST: usize = 240;

/// A step of a plan that an objective can serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The step.
    pub step: PlanStep,
    /// What it is: *Study: …*, *Be appointed: …*.
    pub title: String,
    /// The plan it belongs to, and when it ends.
    pub about: String,
}

impl App {
    /// What the rows about objectives do.
    pub(in crate::app) fn change_objectives(&mut self, action: Action) {
        match (action, self.chosen_objective()) {
            (Action::AddObjective, _) => self.ask_objective(None),
            (Action::EditObjective, Some(at)) => self.ask_objective(Some(at)),
            (Action::RemoveObjective, Some(at)) => self.remove_objective(at),
            _ => {}
        }
    }

    /// Asks for the words of an objective.
    pub(in crate::app) fn ask_objective(&mut self, at: Option<usize>) {
        let words =
            at.and_then(|at| self.objectives().get(at)).map_or(String::new(), |objective| objective.what.clone());
        self.overlays.push(Overlay::ObjectiveWords { at, words: Field::with(words) });
    }

    /// Takes the words, and asks for the day.
    pub(in crate::app) fn take_objective(&mut self, at: Option<usize>, typed: Field) {
        let what: String = typed.text().trim().chars().take(LONGEST).collect();
        if what.is_empty() {
            self.notice = Some("An objective needs a few words; Esc leaves it".to_owned());
            self.overlays.push(Overlay::ObjectiveWords { at, words: typed });
            return;
        }
        let place = self.edit_appraisal(|appraisal| {
            let objectives = &mut appraisal.objectives;
            let at = at.filter(|at| *at < objectives.len()).unwrap_or_else(|| {
                objectives.push(Objective::new(&what));
                objectives.len() - 1
            });
            objectives[at].what = what;
            at
        });
        let Some(at) = place else { return };
        self.appraisal.line = self.framework().competencies().count() + at;
        let due = self.objectives().get(at).and_then(|objective| objective.due);
        let due = Field::with(due.map_or(String::new(), story::day));
        self.overlays.push(Overlay::ObjectiveDue { at, due });
    }

    /// Takes the day, which may be none, and asks for the step where there is a plan.
    pub(in crate::app) fn take_due(&mut self, at: usize, typed: Field) {
        let text = typed.text().trim();
        let due = day::parse(text);
        if due.is_none() && !text.is_empty() {
            self.notice = Some("That is no day; type it as 31 Mar 2027 or 2027-03-31, or nothing".to_owned());
            self.overlays.push(Overlay::ObjectiveDue { at, due: typed });
            return;
        }
        self.edit_objective(at, |objective| objective.due = due);
        let steps = self.plan_steps();
        if steps.is_empty() {
            self.notice = Some(format!("An objective{}", self.kept_words()));
            return;
        }
        let step = self.objectives().get(at).and_then(|objective| objective.step.clone());
        let selected = step.and_then(|step| steps.iter().position(|other| other.step == step)).map_or(0, |at| at + 1);
        self.overlays.push(Overlay::ObjectiveStep { at, selected });
    }

    /// Takes the step of a plan; line 0 is none.
    pub(in crate::app) fn take_step(&mut self, at: usize, line: usize) {
        let step = line.checked_sub(1).and_then(|line| self.plan_steps().get(line).map(|step| step.step.clone()));
        self.edit_objective(at, |objective| objective.step = step);
    }

    fn edit_objective(&mut self, at: usize, edit: impl FnOnce(&mut Objective)) {
        self.edit_appraisal(|appraisal| appraisal.objectives.get_mut(at).map(edit));
    }

    /// The selected objective is done today; one that is done is open again.
    pub(in crate::app) fn tick_objective(&mut self, at: usize) {
        let today = self.today;
        self.edit_objective(at, |objective| objective.done = if objective.done.is_some() { None } else { Some(today) });
        if let Some(objective) = self.objectives().get(at) {
            self.notice = Some(match objective.done {
                Some(on) => format!("✓ {}: {}{}", story::day(on), objective.what, self.kept_words()),
                None => format!("Open again: {}", objective.what),
            });
        }
    }

    fn remove_objective(&mut self, at: usize) {
        let Some(what) = self.objectives().get(at).map(|objective| objective.what.clone()) else { return };
        self.edit_appraisal(|appraisal| appraisal.objectives.remove(at));
        self.notice = Some(format!("Removed: {what}. u brings it back"));
    }

    /// The steps of the plans that are still to be done, plan by plan.
    #[must_use]
    pub fn plan_steps(&self) -> Vec<Step> {
        let of_plan = |plan: &Plan| {
            let slots = schedule(plan, self.today()).slots.into_iter();
            let slots = slots.filter(|slot| slot.item != Item::Role(0));
            slots
                .filter_map(|slot| {
                    let title = next::title(plan, slot.item)?;
                    let verb = match slot.item {
                        Item::Role(_) => "Be appointed",
                        Item::Study(..) => "Study",
                        Item::Check(..) => "Have checked",
                    };
                    let step = PlanStep::of(plan, slot.item)?;
                    let about = format!("{} · {}", story::day(slot.to), plan.title);
                    Some(Step { step, title: format!("{verb}: {title}"), about })
                })
                .collect::<Vec<_>>()
        };
        self.plans().iter().flat_map(of_plan).collect()
    }

    /// The objectives of the latest appraisal that serve an item of a plan.
    #[must_use]
    pub fn objectives_for(&self, plan: &Plan, item: Item) -> Vec<&Objective> {
        let latest = by_date(self.appraisals()).pop();
        let Some((latest, step)) = latest.zip(PlanStep::of(plan, item)) else { return Vec::new() };
        latest.objectives.iter().filter(|objective| objective.step.as_ref() == Some(&step)).collect()
    }
}
