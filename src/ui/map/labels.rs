//! The labels of a jump, over the first letters of the roles.

use ratatui::layout::Rect;

use crate::app::hit::Cells;
use crate::app::jump::Jump;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::text::width;

/// Draws what is left to type of every label that can still be meant; a role goes without where it has no two cells.
pub fn draw(jump: &Jump, canvas: &mut Canvas<'_>) {
    for (label, role) in jump.open() {
        let Some(cells) = canvas.hits().role_on_map(role) else { continue };
        let Ok(width) = u16::try_from(width(label)) else { continue };
        let (x, y) = text_of(cells, width, canvas);
        let place = Rect { x, y, width, height: 1 };
        canvas.clear(place);
        canvas.put(place, x, y, label, Token::Matched);
        canvas.tint(place, Token::Tab);
    }
}

/// The upper left corners of frames.
const CORNERS: [&str; 6] = ["┌", "╔", "┏", "╭", "+", "#"];

/// Where the text of a role begins: inside of its frame, or behind the column for marks.
fn text_of(cells: Cells, width: u16, canvas: &mut Canvas<'_>) -> (u16, u16) {
    let corner = canvas.buffer().cell((cells.x, cells.y)).map(ratatui::buffer::Cell::symbol);
    let framed = cells.height > 1 && corner.is_some_and(|sign| CORNERS.contains(&sign));
    let x = if cells.width > width { cells.x + 1 } else { cells.x };
    (x, cells.y + u16::from(framed))
}
