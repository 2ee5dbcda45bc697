//! Plans, and one plan with all its steps in days.

use jiff::civil::Date;
use serde::Serialize;

use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::domain::plan::model::Figures;
use crate::domain::plan::{Item, Plan, Schedule, Slot, State, next, next_actions, recheck, schedule, words};
use crate::domain::quantity::Decimal;

/// A line of `plan list`.
#[derive(Debug, Serialize)]
pub struct PlanLineDocument<'p> {
    id: &'p str,
    title: &'p str,
    made: Date,
    ruleset: &'static str,
    target: Option<&'p str>,
    arrives: Option<Date>,
    planned: Option<Date>,
    slip_days: i32,
    steps: usize,
    done: usize,
    next: Option<usize>,
}

/// The answer of `plan show`.
#[derive(Debug, Serialize)]
pub struct PlanDocument<'p> {
    pack: &'p str,
    edition: &'p str,
    ruleset: &'static str,
    date: Date,
    hours_per_week: Decimal,
    plan: Inside<'p>,
    steps: Vec<StepDocument<'p>>,
    /// The numbers of the steps to be done next.
    next: Vec<usize>,
    /// What the profile or the pack says otherwise.
    differences: Vec<String>,
    assumed: &'p [String],
}

/// What a plan says of itself.
#[derive(Debug, Serialize)]
struct Inside<'p> {
    id: &'p str,
    title: &'p str,
    made: Date,
    made_with: String,
    from: Option<&'p str>,
    to: Option<&'p str>,
    arrives: Option<Date>,
    planned: Option<Date>,
    slip_days: i32,
}

#[derive(Debug, Serialize)]
struct StepDocument<'p> {
    step: usize,
    kind: &'static str,
    id: &'p str,
    title: &'p str,
    state: &'static str,
    from: Date,
    to: Date,
    planned: Date,
    slip_days: i32,
    hours: Option<Decimal>,
    assumed: bool,
}

/// A plan in a line, as it stands on a day.
#[must_use]
pub fn plan_in_a_line(plan: &Plan, today: Date) -> PlanLineDocument<'_> {
    let arrival = schedule(plan, today).arrival();
    let steps = plan.steps();
    PlanLineDocument {
        id: plan.id.as_str(),
        title: &plan.title,
        made: plan.made,
        ruleset: plan.ruleset.slug(),
        target: plan.target().map(|stint| stint.role.as_str()),
        arrives: arrival.map(|slot| slot.to),
        planned: arrival.map(|slot| slot.planned),
        slip_days: arrival.map_or(0, |slot| slot.slip()),
        done: steps.iter().filter(|item| plan.done(**item).is_some()).count(),
        next: next_actions(plan, today, 1).first().and_then(|action| number(&steps, action.slot.item)),
        steps: steps.len(),
    }
}

/// A plan with its steps, as it stands on a day beside a pack; `held` is the role that is held now, where it is known.
#[must_use]
pub fn plan<'p>(pack: &'p Pack, plan: &'p Plan, held: Option<RoleId>, today: Date) -> PlanDocument<'p> {
    let schedule = schedule(plan, today);
    let steps = plan.steps();
    let arrival = schedule.arrival();
    PlanDocument {
        pack: pack.about().slug.as_str(),
        edition: &pack.about().edition,
        ruleset: plan.ruleset.slug(),
        date: today,
        hours_per_week: plan.hours_per_week,
        plan: Inside {
            id: plan.id.as_str(),
            title: &plan.title,
            made: plan.made,
            made_with: format!("{} {}", plan.pack, plan.edition),
            from: plan.stints.first().map(|stint| stint.role.as_str()),
            to: plan.target().map(|stint| stint.role.as_str()),
            arrives: arrival.map(|slot| slot.to),
            planned: arrival.map(|slot| slot.planned),
            slip_days: arrival.map_or(0, |slot| slot.slip()),
        },
        next: next_actions(plan, today, NEXT).iter().filter_map(|action| number(&steps, action.slot.item)).collect(),
        steps: documents(plan, &schedule, &steps),
        differences: differences(pack, plan, held),
        assumed: &plan.assumed,
    }
}

/// So many steps are named as next.
const NEXT: usize = 3;

fn number(steps: &[Item], item: Item) -> Option<usize> {
    steps.iter().position(|step| *step == item).map(|at| at + 1)
}

/// What the profile or the pack says otherwise, a sentence each without its full stop.
#[must_use]
pub fn differences(pack: &Pack, plan: &Plan, held: Option<RoleId>) -> Vec<String> {
    let elsewhere = held.filter(|held| plan.starts_elsewhere(pack, *held));
    let elsewhere = elsewhere.and_then(|held| Some(words::elsewhere(&plan.here()?.title, &pack.role(held).title)));
    let of_pack = recheck(plan, pack);
    elsewhere.into_iter().chain(of_pack.iter().map(|difference| words::difference(pack, difference))).collect()
}

fn documents<'p>(plan: &'p Plan, schedule: &Schedule, steps: &[Item]) -> Vec<StepDocument<'p>> {
    let slots = steps.iter().filter_map(|item| schedule.slot(*item));
    slots.enumerate().map(|(at, slot)| document(plan, at + 1, &slot)).collect()
}

fn document<'p>(plan: &'p Plan, step: usize, slot: &Slot) -> StepDocument<'p> {
    let (kind, id, hours) = match slot.item {
        Item::Role(at) => ("role", plan.stints.get(at).map_or("", |stint| stint.role.as_str()), None),
        Item::Study(at, study) => {
            let study = plan.stints.get(at).and_then(|stint| stint.study.get(study));
            ("study", study.map_or("", |study| study.training.as_str()), study)
        }
        Item::Check(..) => ("check", plan.training(slot.item).map_or("", |(id, _)| id.as_str()), None),
    };
    StepDocument {
        step,
        kind,
        id,
        title: next::title(plan, slot.item).unwrap_or_default(),
        state: state(slot.state),
        from: slot.from,
        to: slot.to,
        planned: slot.planned,
        slip_days: slot.slip(),
        hours: hours.map(|study| study.hours),
        assumed: hours.is_some_and(|study| study.figures == Figures::Assumed),
    }
}

const fn state(state: State) -> &'static str {
    match state {
        State::Done => "done",
        State::Overdue => "overdue",
        State::Now => "now",
        State::Ahead => "ahead",
    }
}
