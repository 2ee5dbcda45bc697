//! The plan screen: the plans of the person at the keyboard, and what is to be done in the chosen one.
//!
//! | what | file |
//! |---|---|
//! | what is chosen, the lines one can select | here |
//! | made from a route, renamed, removed | `make` |
//! | ticked off | `tick` |
//! | days as people type them | [`day`] |
//! | slips and differences in words | [`words`] |
//! | two plans side by side | [`compare`] |

pub mod compare;
pub mod day;
mod make;
mod tick;
pub mod words;

use super::App;
use crate::domain::plan::{self, Difference, Item, Plan, Schedule, Slot, next_actions, recheck, schedule};

/// So many next actions stand on top.
const NEXT: usize = 3;

/// The state of the plan screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PlansView {
    /// The chosen plan: a line of the list, from 0.
    pub selected: usize,
    /// The selected line of the chosen plan, from 0.
    pub line: usize,
    /// The plan marked to be compared.
    pub marked: Option<usize>,
}

/// Where a line of a plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Among what is to be done next.
    Next,
    /// In its stint.
    Course,
}

/// A line of a plan that can be ticked off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanLine {
    /// What it is and when it falls.
    pub slot: Slot,
    /// Where it stands.
    pub part: Part,
}

impl App {
    /// The plan screen's state.
    #[must_use]
    pub const fn plans_view(&self) -> PlansView {
        self.plans
    }

    /// The line of the list of plans that is chosen.
    #[must_use]
    pub fn chosen_plan_line(&self) -> usize {
        self.plans.selected.min(self.plans().len().saturating_sub(1))
    }

    /// The chosen plan.
    #[must_use]
    pub fn chosen_plan(&self) -> Option<&Plan> {
        self.plans().get(self.chosen_plan_line())
    }

    /// The chosen plan laid out in days.
    #[must_use]
    pub fn chosen_schedule(&self) -> Option<Schedule> {
        self.chosen_plan().map(|plan| schedule(plan, self.today()))
    }

    /// What the pack changes in the chosen plan.
    #[must_use]
    pub fn plan_differences(&self) -> Vec<Difference> {
        self.chosen_plan().map_or(Vec::new(), |plan| recheck(plan, self.pack()))
    }

    /// That the chosen plan starts from another role than the one held, in words; nothing where it does not.
    #[must_use]
    pub fn plan_elsewhere(&self) -> Option<String> {
        let portfolio = self.portfolio().filter(|_| self.keeps_plans())?;
        let held = portfolio.profile.role;
        let plan = self.chosen_plan().filter(|plan| plan.starts_elsewhere(self.pack(), held))?;
        let held = &self.pack().role(held).title;
        plan.here().map(|here| plan::words::elsewhere(&here.title, held))
    }

    /// The lines of the chosen plan that can be ticked off: what comes next, then all in their order.
    #[must_use]
    pub fn plan_lines(&self) -> Vec<PlanLine> {
        let Some(plan) = self.chosen_plan() else { return Vec::new() };
        let next = next_actions(plan, self.today(), NEXT);
        let next = next.into_iter().map(|action| PlanLine { slot: action.slot, part: Part::Next });
        let all = schedule(plan, self.today()).slots.into_iter().filter(|slot| slot.item != Item::Role(0));
        next.chain(all.map(|slot| PlanLine { slot, part: Part::Course })).collect()
    }

    /// The selected line of the chosen plan.
    #[must_use]
    pub fn chosen_plan_item(&self) -> Option<(usize, PlanLine)> {
        let lines = self.plan_lines();
        let at = self.plans.line.min(lines.len().saturating_sub(1));
        lines.get(at).map(|line| (at, *line))
    }
}
