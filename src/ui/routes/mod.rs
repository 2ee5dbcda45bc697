//! The routes screen: on the left the ways worth having, on the right the chosen one, in words and then as a picture.

pub mod list;
mod none;
mod route;
mod timeline;

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::app::App;

/// From this width on list and route stand side by side; below it the list stands above.
const SIDE_BY_SIDE: u16 = 104;
/// Rows of the list where it stands above, its frame included.
const ABOVE: u16 = 9;

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let (first, second) = if body.width >= SIDE_BY_SIDE {
        let width = if body.width >= 118 { (body.width * 2 / 5).clamp(55, 80) } else { 50 };
        (Rect { width, ..body }, Rect { x: body.x + width, width: body.width - width, ..body })
    } else {
        let height = ABOVE.min(body.height / 2);
        (Rect { height, ..body }, Rect { y: body.y + height, height: body.height - height, ..body })
    };
    list::draw(app, canvas, first);
    route::draw(app, canvas, second);
}
