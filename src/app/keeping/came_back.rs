//! What undo or redo changed in the portfolio, in words.

use crate::domain::Pack;
use crate::domain::plan::{Plan, next, schedule};
use crate::domain::portfolio::Portfolio;

/// What is different `after`, in a sentence without its full stop.
#[must_use]
pub fn words(pack: &Pack, before: Option<&Portfolio>, after: Option<&Portfolio>) -> String {
    match (before, after) {
        (None, None) => "nothing is kept".to_owned(),
        (Some(_), None) => "nothing is kept of you any more".to_owned(),
        (None, Some(after)) => format!("your profile is kept again: {}", profile(pack, after)),
        (Some(before), Some(after)) => {
            let same_role = before.profile.role == after.profile.role;
            match of_plans(&before.plans, &after.plans) {
                Some(plans) if same_role => plans,
                Some(plans) => format!("{plans}; {}", of_profile(pack, before, after)),
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
