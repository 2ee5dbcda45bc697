//! What comes next in a plan: what is overdue, what is under way, and what is to begin, soonest first.

use jiff::civil::Date;

use super::model::Plan;
use super::progress::Item;
use super::schedule::{Slot, State, schedule};

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// What it is and when it falls.
    pub slot: Slot,
    /// What is done: studied, checked, applied for.
    pub title: String,
}

/// The items that are not done, what is overdue first, then what is under way, then by the day on which they begin; at
/// most `most`. Checks wait for the appointment they belong to, so they come only with it.
#[must_use]
pub fn next_actions(plan: &Plan, today: Date, most: usize) -> Vec<Action> {
    let mut open: Vec<Slot> =
        schedule(plan, today).slots.into_iter().filter(|slot| slot.state != State::Done).collect();
    open.sort_by_key(|slot| (slot.state, slot.from, slot.item));
    let titled = open.into_iter().filter_map(|slot| Some(Action { slot, title: title(plan, slot.item)?.to_owned() }));
    titled.take(most).collect()
}

/// The title of an item as the plan has it.
#[must_use]
pub fn title(plan: &Plan, item: Item) -> Option<&str> {
    match item {
        Item::Role(stint) => plan.stints.get(stint).map(|stint| stint.title.as_str()),
        Item::Study(stint, at) => plan.stints.get(stint)?.study.get(at).map(|study| study.title.as_str()),
        Item::Check(stint, at) => plan.stints.get(stint)?.checks.get(at).map(|check| check.title.as_str()),
    }
}

/// What is to be done with an item: `Be appointed: …`, `Study: …`, `Have checked: …`.
#[must_use]
pub fn to_do(plan: &Plan, item: Item) -> String {
    let verb = match item {
        Item::Role(_) => "Be appointed",
        Item::Study(..) => "Study",
        Item::Check(..) => "Have checked",
    };
    format!("{verb}: {}", title(plan, item).unwrap_or_default())
}
