//! The rows of the profile and the warnings.

use super::places::{PROFILE, SCREENS, WAIVING, WARNINGS};
use super::{Row, row};
use crate::app::action::Category::{Question, Show};
use crate::app::action::{self, Action};

pub(super) const PROFILE_SHEET: Row = row(
    Action::Profile,
    (
        "profile",
        "My profile",
        "All that is said of you on one sheet: role, dates, what you hold, wishes, waivers; and what counts of it.",
    ),
    Question,
    &[(SCREENS, &["gp"])],
)
.hint(SCREENS, "my profile");

pub(super) const ADD_LINE: Row = row(
    Action::AddLine,
    (
        "profile-add",
        "Add to the profile",
        "Adds to the section of the selected line: a role held before, training, a waiver.",
    ),
    Question,
    &[(PROFILE, &["a"])],
)
.hint(PROFILE, "add")
.when(action::in_profile);

pub(super) const REMOVE_LINE: Row = row(
    Action::RemoveLine,
    (
        "profile-remove",
        "Remove from the profile",
        "Takes what the selected line says out of the profile; undo brings it back.",
    ),
    Question,
    &[(PROFILE, &["X", "<delete>"])],
)
.hint(PROFILE, "remove")
.when(action::in_profile);

pub(super) const MAKE_OWN: Row = row(
    Action::MakeOwn,
    ("make-own", "Make this person my own", "Keeps a copy of the profile of somebody who is tried on as your own."),
    Question,
    &[(PROFILE, &["M"])],
)
.hint(PROFILE, "make it mine")
.when(action::with_tried);

pub(super) const RECORD_WAIVER: Row = row(
    Action::RecordWaiver,
    (
        "waiver",
        "Record a waiver",
        "Notes that a requirement was waived for you, or something else taken in its place: by whom, and when.",
    ),
    Question,
    &[(WAIVING, &["W"])],
)
.hint(WAIVING, "waiver")
.when(action::with_me);

pub(super) const WARNINGS_LIST: Row = row(
    Action::Warnings,
    ("warnings", "Warnings", "What you should know of your file, your profile and your plans; each can be put away."),
    Show,
    &[(SCREENS, &["!"]), (PROFILE, &["!"])],
)
.when(action::with_warnings);

pub(super) const PUT_AWAY: Row = row(
    Action::PutAway,
    ("put-away", "Put away or bring back", "Puts the selected warning away, or brings it back."),
    Show,
    &[(WARNINGS, &["<space>"])],
)
.hint(WARNINGS, "put away or bring back")
.when(action::in_warnings);
