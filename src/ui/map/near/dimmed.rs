//! Roles that the filter does not let through: in their places, faint, in a dotted frame or behind a dot, so that they
//! are told from the others without colour too.

use crate::layout::near::map::{Placed, Shape};
use crate::layout::{Area, Cell};
use crate::ui::look::Token;
use crate::ui::map::sheet::Sheet;
use crate::ui::map::signs;

/// Draws one of them.
pub fn draw(sheet: &mut Sheet<'_, '_>, placed: &Placed) {
    let style = sheet.canvas().look().style(Token::Faint);
    let dot = signs::dimmed(sheet.canvas().look().glyph_set());
    let Area { x, y, width, .. } = placed.area;
    let (right, bottom) = (placed.area.right().saturating_sub(1), placed.area.bottom().saturating_sub(1));
    if placed.shape == Shape::Frame {
        for x in x..=right {
            sheet.sign(Cell { y, x }, dot, style);
            sheet.sign(Cell { y: bottom, x }, dot, style);
        }
        for y in y..=bottom {
            sheet.sign(Cell { y, x }, dot, style);
            sheet.sign(Cell { y, x: right }, dot, style);
        }
    } else {
        sheet.sign(Cell { y, x }, dot, style);
    }
    let inside = if placed.shape == Shape::Frame { (x + 1, y + 1) } else { (x + 1, y) };
    for (row, line) in (inside.1..).zip(&placed.lines) {
        let x = if row == inside.1 || placed.shape == Shape::Frame { inside.0 } else { inside.0 + placed.indent };
        if x < placed.area.right() && width > 0 {
            sheet.text(Cell { y: row, x }, line, style);
        }
    }
}
