//! The edges on the map.

use crate::layout::joint::{Arms, Class, Joint, Strand, Stroke};
use crate::layout::{Cell, Heading, Picture};
use crate::ui::look::{GlyphSet, Token};
use crate::ui::map::sheet::Sheet;
use crate::ui::map::signs;

/// Draws every edge, cell by cell. Where two cross, only the one on top is drawn: a bridge, never a joint.
pub fn draw(picture: &Picture, sheet: &mut Sheet<'_, '_>) {
    let glyphs = sheet.canvas().look().glyph_set();
    for (&cell, joint) in &picture.wiring.joints {
        let over = over(picture, glyphs, cell, joint);
        let stroke = over.arms.strongest().unwrap_or(Stroke::aside(Class::Plain));
        let token = match stroke.class {
            _ if stroke.is_route() => Token::Route,
            Class::Asked => Token::Dim,
            _ => Token::Near,
        };
        let style = sheet.canvas().look().style(token);
        let sign = match over.head {
            Some(heading) => signs::arrow(glyphs, heading, stroke),
            None => signs::line(glyphs, over.arms),
        };
        sheet.sign(cell, sign, style);
    }
    for wire in &picture.wiring.wires {
        if sheet.canvas().is_meant(wire.from, wire.to) {
            wire.cells.iter().for_each(|cell| sheet.light(*cell));
        }
    }
}

/// The line that stays whole in a cell. In ASCII the joint of a line across does not show its arms: beside one, the line
/// that leads to it stays whole, so that it is seen to.
fn over(picture: &Picture, glyphs: GlyphSet, cell: Cell, joint: &Joint) -> Strand {
    let leads_to_joint = |strand: &Strand| {
        let beside = Heading::ALL.into_iter().filter(|&heading| strand.arms.get(heading).is_some());
        let joints = beside.filter_map(|heading| picture.wiring.joints.get(&cell.step(heading)?));
        let across = [Heading::Left, Heading::Right];
        let is_plus = |arms: Arms| arms.count() > 2 && across.iter().all(|&heading| arms.get(heading).is_some());
        joints.flat_map(Joint::strands).any(|other| other.net == strand.net && is_plus(other.arms))
    };
    match joint.under {
        Some(under) if glyphs == GlyphSet::Ascii && leads_to_joint(&under) && !leads_to_joint(&joint.over) => under,
        _ => joint.over,
    }
}
