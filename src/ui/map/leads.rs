//! The marks on the roles to which the arrow keys lead.

use crate::app::map::walk::Choices;
use crate::domain::id::RoleId;
use crate::layout::{Area, Cell, Heading};
use crate::ui::look::Token;
use crate::ui::map::sheet::Sheet;
use crate::ui::map::signs;

/// What frames are made of, along their top and bottom.
const ACROSS: [&str; 6] = ["─", "═", "━", "-", "=", "#"];

/// Marks each role to which an arrow key leads, where it stands in view and has a cell to spare. `area` says where a
/// role stands. Call it when the roles have been drawn.
pub fn draw(choices: &Choices, area: impl Fn(RoleId) -> Option<Area>, sheet: &mut Sheet<'_, '_>) {
    let look = sheet.canvas().look();
    let (glyphs, style) = (look.glyph_set(), look.style(Token::Key));
    for heading in Heading::ALL {
        // Where two keys lead to one role, it carries the mark of the one that says more.
        let role = choices.to(heading).filter(|&role| choices.leading_to(role) == Some(heading));
        if let Some(cell) = role.and_then(&area).and_then(|area| spare(area, sheet)) {
            sheet.sign(cell, signs::walk(glyphs, heading), style);
        }
    }
}

/// A cell of a role that says nothing yet: on its frame, or in the column for marks before its title.
fn spare(area: Area, sheet: &mut Sheet<'_, '_>) -> Option<Cell> {
    let cell = |x, y| Cell { y, x };
    if area.height >= 3 && area.width >= 4 {
        let (last, bottom) = (area.right() - 1, area.bottom() - 1);
        // Next to a corner it would look like a part of it.
        let along = |y| (area.x + 2..last - 1).rev().map(move |x| cell(x, y));
        let framed = along(bottom).chain(along(area.y)).find(|&at| sheet.reads(at, |sign| ACROSS.contains(&sign)));
        if framed.is_some() {
            return framed;
        }
    }
    let before = (area.y..area.bottom()).map(|y| cell(area.x, y));
    let after = (area.y..area.bottom()).map(|y| cell(area.right().saturating_sub(1), y));
    before.chain(after).find(|&at| sheet.reads(at, |sign| sign == " "))
}
