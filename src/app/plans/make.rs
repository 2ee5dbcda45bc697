//! Plans made from a route, renamed, removed, asked anew.

use crate::app::field::Field;
use crate::app::overlay::Overlay;
use crate::app::screen::Screen;
use crate::app::{App, Side, story};
use crate::domain::id::Slug;
use crate::domain::plan::{Plan, Stint};
use crate::domain::planner::Course;
use crate::domain::portfolio;
use crate::domain::profile::since::weeks_between;

/// The longest name of a plan, in characters.
const LONGEST: usize = 80;

impl App {
    /// Takes the chosen route as a plan from today on.
    pub(in crate::app) fn make_plan(&mut self) {
        let Some(circumstances) = self.stance.circumstances() else { return };
        let picks = self.picks();
        let Some(chosen) = picks.get(self.chosen_line()) else { return };
        let pack = self.pack();
        let Some(target) = chosen.route.steps.last().map(|step| pack.role(step.role)) else { return };
        let title = format!("{}: {}", target.title, chosen.name);
        let assumed = chosen.route.assumed.iter().map(|assumed| story::assumption(pack, assumed)).collect();
        let id = portfolio::free_id(self.plans(), &target.slug);
        let plan = Plan::of_route(pack, chosen.route, &circumstances, (id, title), assumed, self.today);
        let words = if self.keeps_plans() {
            format!("Your plan: {}. Kept; u takes it back", plan.title)
        } else {
            format!("A plan: {}. It is not kept: say that a role is yours (s) to keep plans", plan.title)
        };
        self.edit_plans(|plans| plans.push(plan));
        self.overlays.clear();
        self.screen = Screen::Plan;
        self.sides.insert(Screen::Plan, Side::Detail);
        self.plans.selected = self.plans().len().saturating_sub(1);
        self.plans.line = 0;
        self.notice = Some(words);
    }

    pub(in crate::app) fn ask_name(&mut self) {
        if let Some(plan) = self.chosen_plan() {
            let title = plan.title.clone();
            self.overlays.push(Overlay::PlanName(Field::with(title)));
        }
    }

    /// Takes the name that was typed.
    pub(in crate::app) fn take_name(&mut self, typed: Field) {
        let name: String = typed.text().trim().chars().take(LONGEST).collect();
        if name.is_empty() {
            self.notice = Some("A plan needs a name".to_owned());
            self.overlays.push(Overlay::PlanName(typed));
            return;
        }
        let at = self.chosen_plan_line();
        self.edit_plans(|plans| {
            if let Some(plan) = plans.get_mut(at) {
                plan.title = name;
            }
        });
    }

    pub(in crate::app) fn remove_plan(&mut self) {
        let at = self.chosen_plan_line();
        let Some(title) = self.chosen_plan().map(|plan| plan.title.clone()) else { return };
        self.edit_plans(|plans| plans.remove(at));
        (self.plans.line, self.plans.marked) = (0, None);
        self.notice = Some(format!("Removed: {title}. u brings it back"));
    }

    pub(in crate::app) fn mark_plan(&mut self) {
        let at = self.chosen_plan_line();
        let marked = self.plans.marked != Some(at);
        self.plans.marked = marked.then_some(at);
        let words = if marked { "Marked: select another plan, then press c" } else { "No plan is marked" };
        self.notice = Some(words.to_owned());
    }

    /// Asks for routes anew from the stint that the chosen plan has come to, with what is done in it.
    pub(in crate::app) fn ask_again(&mut self) {
        let Some(plan) = self.chosen_plan().cloned() else { return };
        let Some(here) = plan.here() else { return };
        let pack = self.pack.clone();
        let find = |stint: &Stint| pack.find_role(stint.role.as_str());
        let target = plan.target().and_then(find);
        let (Some(role), Some(target)) = (find(here), target) else {
            let gone = if find(here).is_none() { &here.title } else { &plan.stints[plan.stints.len() - 1].title };
            self.notice = Some(format!("The pack has no role {gone}; choose another target with t"));
            return;
        };
        let done = plan.stints.iter().flat_map(|stint| {
            let studied = stint.study.iter().filter(|study| study.done.is_some()).map(|study| &study.training);
            studied.chain(stint.checks.iter().filter(|check| check.done.is_some()).map(|check| &check.training))
        });
        let done: Vec<_> = done.filter_map(|training: &Slug| pack.find_training(training.as_str())).collect();
        let served = here.entered.map(|entered| weeks_between(entered, self.today));
        // A profile says by itself which role is held now.
        let is_own = self.keeps_plans();
        self.change(|stance| {
            if let Some(me) = &mut stance.me {
                if me.person.role != role && !is_own {
                    (me.person.role, me.person.served) = (role, served.unwrap_or_default());
                    me.title.clone_from(&pack.role(role).title);
                }
                me.person.have.extend(done);
            }
            (stance.target, stance.ruleset, stance.course) = (Some(target), plan.ruleset, Course::Any);
        });
        self.overlays.clear();
        self.screen = Screen::Routes;
        let from = if is_own { "where you are" } else { "where this plan has come to" };
        self.notice = Some(format!("Routes from {from}; m makes one of them a plan"));
    }
}
