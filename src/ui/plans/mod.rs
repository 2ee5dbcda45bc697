//! The plan screen: the plans on the left, the chosen one with what is to be done in it on the right.

mod list;
mod pane;

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::app::App;

/// From this width on list and plan stand side by side; below it the list stands above.
const SIDE_BY_SIDE: u16 = 104;
/// Rows of the list where it stands above, its frame included.
const ABOVE: u16 = 8;

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let (first, second) = if body.width >= SIDE_BY_SIDE {
        let width = (body.width / 3).clamp(38, 70);
        (Rect { width, ..body }, Rect { x: body.x + width, width: body.width - width, ..body })
    } else {
        let rows = u16::try_from(list::HEIGHT * app.plans().len().max(1) + 2).unwrap_or(ABOVE);
        let height = rows.min(ABOVE).min(body.height / 3).max(4);
        (Rect { height, ..body }, Rect { y: body.y + height, height: body.height - height, ..body })
    };
    list::draw(app, canvas, first);
    pane::draw(app, canvas, second);
}
