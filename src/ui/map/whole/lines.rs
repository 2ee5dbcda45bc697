//! The edges on the whole map, and how many moves are not drawn.

use std::collections::BTreeMap;

use super::Scene;
use super::pane::Pane;
use crate::layout::joint::{Class, Net, Stroke};
use crate::layout::whole::density::Run;
use crate::layout::whole::lines::{Lines, Place};
use crate::ui::look::{GlyphSet, Token};
use crate::ui::map::signs;

/// Draws every edge, cell by cell. Where two cross, only the one on top is drawn: a bridge, never a joint.
pub fn draw(lines: &Lines, pane: &mut Pane<'_, '_>) {
    let look = pane.canvas().look();
    for (&place, joint) in lines {
        let stroke = joint.over.arms.strongest().unwrap_or(Stroke::aside(Class::Plain));
        let token = match joint.over.net {
            _ if stroke.is_route() => Token::Route,
            Net::In | Net::Between => Token::Dim,
            Net::Out | Net::Step(_) => Token::Near,
        };
        let sign = match joint.over.head {
            Some(heading) => signs::arrow(look.glyph_set(), heading, stroke),
            None => signs::line(look.glyph_set(), joint.over.arms),
        };
        pane.sign(place, sign, look.style(token));
    }
}

/// From no moves to very many. None of them is the sign of a line.
pub const fn shades(glyphs: GlyphSet) -> [char; 5] {
    match glyphs {
        GlyphSet::Unicode => [' ', '·', '░', '▒', '▓'],
        GlyphSet::Ascii => [' ', '`', '"', '%', '&'],
    }
}

/// Draws for every channel and row in the window how many moves pass that have no line: the darker, the more.
pub fn draw_density(scene: &Scene<'_>, lines: &Lines, pane: &mut Pane<'_, '_>) {
    let (window, density) = (pane.window(), &scene.whole.density);
    let look = pane.canvas().look();
    let style = look.style(Token::Faint);
    let shades = shades(look.glyph_set());
    let drawn = drawn(scene);
    for channel in 0..=scene.whole.strips.levels() {
        let x = scene.columns.density(channel);
        if x < window.x || x >= window.right() {
            continue;
        }
        for row in window.y..window.bottom().min(scene.whole.strips.height()) {
            let runs = drawn.get(&channel).map_or(&[][..], Vec::as_slice);
            let told = runs.iter().filter(|run| run.top <= row && row <= run.bottom).count();
            let moves = density.at(channel, row).saturating_sub(u32::try_from(told).unwrap_or(u32::MAX));
            let place = Place { row, x };
            if moves > 0 && !lines.contains_key(&place) {
                pane.sign(place, shades[density.shade(moves)], style);
            }
        }
    }
}

/// The moves that are drawn, as they are counted.
fn drawn(scene: &Scene<'_>) -> BTreeMap<usize, Vec<Run>> {
    let mut drawn: BTreeMap<usize, Vec<Run>> = BTreeMap::new();
    for wire in &scene.ways.wires {
        if let Some(run) = Run::new(&scene.whole.strips, wire.from, wire.to) {
            drawn.entry(run.channel).or_default().push(run);
        }
    }
    drawn
}
