//! What undo or redo changed in the portfolio, in words.

use crate::app::story::day;
use crate::domain::Pack;
use crate::domain::appraisal::{Appraisal, Framework, Objective};
use crate::domain::plan::{Plan, next, schedule};
use crate::domain::portfolio::Portfolio;

/// What is different `after`, in a sentence without its full stop.
#[must_use]
pub fn words((pack, framework): (&Pack, &Framework), before: Option<&Portfolio>, after: Option<&Portfolio>) -> String {
    match (before, after) {
        (None, None) => "nothing is kept".to_owned(),
        (Some(_), None) => "nothing is kept of you any more".to_owned(),
        (None, Some(after)) => format!("your profile is kept again: {}", profile(pack, after)),
        (Some(before), Some(after)) => {
            let same_role = before.profile.role == after.profile.role;
            let of_appraisals = || of_appraisals(framework, &before.appraisals, &after.appraisals);
            match of_plans(&before.plans, &after.plans) {
                Some(plans) if same_role => plans,
                Some(plans) => format!("{plans}; {}", of_profile(pack, before, after)),
                None if same_role => of_appraisals().unwrap_or_else(|| of_profile(pack, before, after)),
                None => of_profile(pack, before, after),
            }
        }
    }
}

fn profile(pack: &Pack, portfolio: &Portfolio) -> String {
    format!("{}, {}", pack.role(portfolio.profile.role).title, portfolio.profile.since)
}

fn of_profile(pack: &Pack, before: &Portfolio, after: &Portfolio) -> String {
    if before.profile == after.profile {
        return "the file is as it was".to_owned();
    }
    crate::app::profile::words::changed(pack, &before.profile, &after.profile)
}

/// What is different in plans; nothing when they are the same.
#[must_use]
pub fn of_plans(before: &[Plan], after: &[Plan]) -> Option<String> {
    let twin = |plan: &Plan, among: &[Plan]| among.iter().find(|other| other.id == plan.id).cloned();
    if let Some(plan) = after.iter().find(|plan| twin(plan, before).is_none()) {
        return Some(format!("the plan “{}” is there", plan.title));
    }
    if let Some(plan) = before.iter().find(|plan| twin(plan, after).is_none()) {
        return Some(format!("the plan “{}” is not there", plan.title));
    }
    let changed = after.iter().filter_map(|plan| Some((twin(plan, before)?, plan)));
    let (old, new) = changed.into_iter().find(|(old, new)| old != *new)?;
    if old.title != new.title {
        return Some(format!("the plan is called “{}”", new.title));
    }
    Some(ticked(&old, new).unwrap_or_else(|| format!("the plan “{}” is as it was", new.title)))
}

/// What is different in appraisals; nothing when they are the same.
#[must_use]
pub fn of_appraisals(framework: &Framework, before: &[Appraisal], after: &[Appraisal]) -> Option<String> {
    if before.len() != after.len() {
        let (more, fewer, word) =
            if after.len() > before.len() { (after, before, "there") } else { (before, after, "not there") };
        let extra = more.iter().find(|appraisal| !fewer.contains(appraisal))?;
        return Some(format!("the appraisal of {} is {word}", day(extra.on)));
    }
    let (old, new) = before.iter().zip(after).find(|(old, new)| old != new)?;
    if old.stage != new.stage {
        return Some(format!("rated against {}", new.stage.to_string().to_lowercase()));
    }
    of_ratings(framework, old, new)
        .or_else(|| of_objectives(&old.objectives, &new.objectives))
        .or_else(|| Some(format!("the appraisal of {} is as it was", day(new.on))))
}

/// The first competency that is rated, noted or a priority in another way.
fn of_ratings(framework: &Framework, old: &Appraisal, new: &Appraisal) -> Option<String> {
    framework.competencies().find_map(|competency| {
        let (id, title) = (&competency.id, &competency.title);
        if old.rating(id) != new.rating(id) {
            return Some(match new.rating(id) {
                Some(rating) => format!("“{title}” is rated {}", rating.number()),
                None => format!("“{title}” is not rated"),
            });
        }
        if old.priorities.contains(id) != new.priorities.contains(id) {
            let word = if new.priorities.contains(id) { "a priority" } else { "no priority" };
            return Some(format!("“{title}” is {word}"));
        }
        (old.of(id) != new.of(id)).then(|| format!("the notes on “{title}” are as they were"))
    })
}

/// The first objective that is there, not there, done, open or in other words.
fn of_objectives(old: &[Objective], new: &[Objective]) -> Option<String> {
    if old.len() != new.len() {
        let (more, fewer, word) = if new.len() > old.len() { (new, old, "there") } else { (old, new, "not there") };
        let extra = more.iter().find(|objective| !fewer.contains(objective))?;
        return Some(format!("the objective “{}” is {word}", extra.what));
    }
    let (was, is) = old.iter().zip(new).find(|(was, is)| was != is)?;
    Some(match is.done {
        Some(on) if was.done != is.done => format!("“{}” is done, {}", is.what, day(on)),
        None if was.done.is_some() => format!("“{}” is open", is.what),
        _ => format!("the objective “{}” is as it was", is.what),
    })
}

/// The first item that is done on another day, or open.
fn ticked(old: &Plan, new: &Plan) -> Option<String> {
    let items = schedule(new, new.made).slots.into_iter().map(|slot| slot.item);
    let item = items.into_iter().find(|item| old.done(*item) != new.done(*item))?;
    let title = next::title(new, item)?;
    Some(match new.done(item) {
        Some(day) => format!("“{title}” is done, {}", crate::app::story::day(day)),
        None => format!("“{title}” is open"),
    })
}
