//! The rows of what is done with plans.

use super::places::{PLAN, PLANNING, PLANS, ROUTES, TICKING};
use super::{Row, row};
use crate::app::action::Category::Screen as OnScreen;
use crate::app::action::{self, Action};

pub(super) const MAKE_PLAN: Row = row(
    Action::MakePlan,
    ("make-plan", "Make this my plan", "Takes the selected way as a plan with dates, from today on."),
    OnScreen,
    &[(ROUTES, &["m"])],
)
.hint(ROUTES, "make it my plan")
.when(action::with_way);

pub(super) const TICK_OFF: Row = row(
    Action::TickOff,
    (
        "tick-off",
        "Done today",
        "The selected item of the plan or objective was done today; one that is done is open again.",
    ),
    OnScreen,
    &[(TICKING, &["<space>"])],
)
.hint(PLAN, "done today")
.when(action::with_item);

pub(super) const DONE_ON: Row = row(
    Action::DoneOn,
    ("done-on", "Done on another day", "Asks on which day the selected item of the plan was done."),
    OnScreen,
    &[(PLAN, &["d"])],
)
.hint(PLAN, "another day")
.when(action::with_item);

pub(super) const ASK_AGAIN: Row = row(
    Action::AskAgain,
    ("ask-again", "Ask again from here", "Looks for routes anew from where the plan has come to, to its target."),
    OnScreen,
    &[(PLANNING, &["a"])],
)
.hint(PLANNING, "ask again")
.when(action::with_plan);

pub(super) const NAME_PLAN: Row =
    row(Action::NamePlan, ("name-plan", "Rename the plan", "Another name for it."), OnScreen, &[(PLANNING, &["e"])])
        .hint(PLANS, "rename")
        .when(action::with_plan);

pub(super) const REMOVE_PLAN: Row = row(
    Action::RemovePlan,
    ("remove-plan", "Remove the plan", "Removes the chosen plan; undo brings it back."),
    OnScreen,
    &[(PLANNING, &["<delete>", "X"])],
)
.hint(PLANS, "remove")
.when(action::with_plan);
