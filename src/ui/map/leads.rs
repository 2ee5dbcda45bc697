//! The marks on the roles to which the arrow keys lead.

use ratatui::layout::Position;

use crate::app::hit::Cells;
use crate::app::map::walk::Choices;
use crate::layout::Heading;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::map::signs;

/// What frames are made of, along their top and bottom.
const ACROSS: [&str; 6] = ["─", "═", "━", "-", "=", "#"];

/// Marks each role to which an arrow key leads, where it is in view and has a cell to spare. Call it when the roles have
/// been drawn and noted.
pub fn draw(choices: &Choices, canvas: &mut Canvas<'_>) {
    let glyphs = canvas.look().glyph_set();
    for heading in Heading::ALL {
        // Where two keys lead to one role, it carries the mark of the one that says more.
        let to = choices.to(heading).filter(|&role| choices.leading_to(role) == Some(heading));
        let cells = to.and_then(|role| canvas.hits().role_on_map(role));
        if let Some(at) = cells.and_then(|cells| spare(cells, canvas)) {
            let whole = canvas.area();
            canvas.put(whole, at.x, at.y, &signs::walk(glyphs, heading).to_string(), Token::Key);
        }
    }
}

/// A cell of a role that says nothing yet: on its frame, or in the column for marks before its title.
fn spare(cells: Cells, canvas: &mut Canvas<'_>) -> Option<Position> {
    let mut reads = |x: u16, y: u16, signs: &[&str]| {
        let cell = canvas.buffer().cell((x, y));
        cell.is_some_and(|cell| signs.contains(&cell.symbol())).then_some(Position { x, y })
    };
    let Cells { x, y, width, height } = cells;
    let (last, bottom) = (x + width.max(1) - 1, y + height.max(1) - 1);
    if height > 1 && width > 4 {
        // Next to a corner it would look like a part of it.
        let framed = [bottom, y].into_iter().find_map(|y| (x + 2..last - 1).rev().find_map(|x| reads(x, y, &ACROSS)));
        if framed.is_some() {
            return framed;
        }
    }
    [x, last].into_iter().find_map(|x| (y..=bottom).find_map(|y| reads(x, y, &[" "])))
}
