//! The edges on the map.

use crate::layout::Picture;
use crate::layout::joint::{Class, Stroke};
use crate::ui::look::Token;
use crate::ui::map::sheet::Sheet;
use crate::ui::map::signs;

/// Draws every edge, cell by cell. Where two cross, only the one on top is drawn: a bridge, never a joint.
pub fn draw(picture: &Picture, sheet: &mut Sheet<'_, '_>) {
    let glyphs = sheet.canvas().look().glyph_set();
    for (&cell, joint) in &picture.wiring.joints {
        let stroke = joint.over.arms.strongest().unwrap_or(Stroke::aside(Class::Plain));
        let token = if stroke.is_route() { Token::Route } else { Token::Near };
        let style = sheet.canvas().look().style(token);
        let sign = match joint.over.head {
            Some(heading) => signs::arrow(glyphs, heading, stroke),
            None => signs::line(glyphs, joint.over.arms),
        };
        sheet.sign(cell, sign, style);
    }
}
