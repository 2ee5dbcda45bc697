//! The rows of what is done in the list of people.

use super::places::PEOPLE;
use super::{Row, row};
use crate::app::action::Category::Screen as OnScreen;
use crate::app::action::{self, Action};

pub(super) const NAME_PROFILE: Row = row(
    Action::NameProfile,
    (
        "name-profile",
        "Rename the profile",
        "In the list of people, another label for the selected profile of your own.",
    ),
    OnScreen,
    &[(PEOPLE, &["e"])],
)
.hint(PEOPLE, "rename")
.when(action::with_profile);

pub(super) const COPY_PROFILE: Row = row(
    Action::CopyProfile,
    (
        "copy-profile",
        "Copy the profile",
        "In the list of people, copies the selected profile of your own with its plans, under another label.",
    ),
    OnScreen,
    &[(PEOPLE, &["c"])],
)
.hint(PEOPLE, "copy")
.when(action::with_profile);

pub(super) const REMOVE_PROFILE: Row = row(
    Action::RemoveProfile,
    (
        "remove-profile",
        "Remove the profile",
        "In the list of people, removes the selected profile of your own; it stands at the end and can be brought back.",
    ),
    OnScreen,
    &[(PEOPLE, &["X", "<delete>"])],
)
.hint(PEOPLE, "remove")
.when(action::with_profile_file);
