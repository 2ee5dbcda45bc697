//! The posts screen: the table of posts, and the post that is selected.
//!
//! | what | file |
//! |---|---|
//! | the table | [`list`] |
//! | its columns | `columns.rs` |
//! | the pane about the selected post | `pane.rs` |
//! | its organisation and how that was rated | `organisation.rs` |
//! | what it offers, line by line | `package.rs` |
//! | what may be chosen | `filter.rs` |

mod columns;
pub mod filter;
mod list;
mod organisation;
mod package;
mod pane;

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::app::{App, Side};

/// From this width on table and post stand side by side.
const SIDE_BY_SIDE: u16 = 110;
/// From this height on the table stands above the post; below it one of them at a time is shown.
const STACKED: u16 = 30;

/// Where the parts of the screen stand; a part that has no room is empty.
struct Parts {
    list: Rect,
    pane: Rect,
}

fn parts(app: &App, body: Rect) -> Parts {
    if body.width >= SIDE_BY_SIDE {
        let width = body.width - (body.width / 3).clamp(40, 84);
        let pane = Rect { x: body.x + width, width: body.width - width, ..body };
        return Parts { list: Rect { width, ..body }, pane };
    }
    if body.height >= STACKED {
        let height = body.height * 2 / 5;
        let pane = Rect { y: body.y + height, height: body.height - height, ..body };
        return Parts { list: Rect { height, ..body }, pane };
    }
    match app.side() {
        Side::Main => Parts { list: body, pane: Rect::ZERO },
        Side::Detail => Parts { list: Rect::ZERO, pane: body },
    }
}

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let parts = parts(app, body);
    let line = app.posts_view().line();
    if !parts.list.is_empty() {
        list::draw(app, canvas, parts.list, line.map(|(line, _)| line));
    }
    if !parts.pane.is_empty() {
        pane::draw(app, canvas, parts.pane, line.map(|(_, post)| post));
    }
}
