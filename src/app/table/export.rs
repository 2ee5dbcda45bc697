//! The rows of exporting.

use super::places::{EXPORT, LAYER, PLANNING, SCREENS};
use super::{Row, row};
use crate::app::action::Category::{Screen as OnScreen, Show};
use crate::app::action::{self, Action};

pub(super) const EXPORT_THIS: Row = row(
    Action::Export,
    (
        "export",
        "Export",
        "Writes what stands on the screen to a file: PDF, HTML, Markdown, CSV, calendar, timeline, JSON, diagrams.",
    ),
    Show,
    &[(SCREENS, &["E"])],
)
.hint(PLANNING, "export")
.when(action::with_export);

pub(super) const WRITE_OVER: Row = row(
    Action::WriteOver,
    ("write-over", "Write over it", "In the export, writes over the file that has the name already."),
    OnScreen,
    &[(EXPORT, &["<ctrl+o>"])],
)
.hint(EXPORT, "write over it")
.when(action::with_taken);

pub(super) const COPY_PATH: Row = row(
    Action::CopyPath,
    ("copy-path", "Copy the path", "Hands the path of the exported file to the terminal's clipboard."),
    OnScreen,
    &[(LAYER, &["y"])],
)
.hint(LAYER, "copy the path")
.when(action::with_path);
