//! What stands around the whole map: the levels above, the lanes on the left. Both stay in sight.

use ratatui::layout::Rect;

use super::Scene;
use crate::layout::whole::origin::Window;
use crate::layout::whole::strips::{Fold, Strip};
use crate::layout::wrap;
use crate::ui::canvas::Canvas;
use crate::ui::look::{GlyphSet, Token};

/// Draws the levels' titles; the selected role's has a mark.
pub fn draw_levels(scene: &Scene<'_>, window: Window, row: Rect, canvas: &mut Canvas<'_>) {
    let selected = scene.whole.strips.spot(scene.sight.selected).level;
    let mark = if canvas.look().glyph_set() == GlyphSet::Unicode { '▼' } else { 'v' };
    let levels = &scene.sight.pack.tables().levels;
    for at in scene.columns.seen(window.x, window.right()) {
        let (x, after) = (scene.columns.x(at), scene.columns.x(at) + scene.columns.width);
        let (from, to) = (x.max(window.x), after.min(window.right()));
        let Some(level) = levels.get(at).filter(|_| from < to) else { continue };
        let (sign, token) = if at == selected { (mark, Token::Strong) } else { (' ', Token::Dim) };
        let text = wrap::cut(&format!("{sign}{}", level.title), to - from);
        canvas.put(row, row.x + (from - window.x), row.y, &text, token);
    }
}

/// Draws the lanes' names: beside their first row, or at the top of the window while some of their rows are seen.
pub fn draw_lanes(scene: &Scene<'_>, window: Window, column: Rect, canvas: &mut Canvas<'_>) {
    let selected = scene.whole.strips.spot(scene.sight.selected).row;
    let room = column.width.saturating_sub(2);
    if room == 0 {
        return;
    }
    let glyphs = canvas.look().glyph_set();
    let pointer = if glyphs == GlyphSet::Unicode { '▶' } else { '>' };
    for strip in scene.whole.strips.strips(window.y, window.bottom()) {
        let top = strip.top.max(window.y);
        let here = strip.top <= selected && selected < strip.bottom();
        let (sign, token) = match strip.fold {
            _ if here => (pointer, Token::Strong),
            Fold::Open => (' ', Token::Text),
            Fold::Folded => (folded(glyphs), Token::Dim),
        };
        let y = column.y + u16::try_from(top - window.y).unwrap_or(0);
        for (y, line) in (y..column.bottom()).zip(names(scene, strip, strip.bottom().min(window.bottom()) - top, room))
        {
            let text =
                if u32::from(y - column.y) == top - window.y { format!("{sign}{line}") } else { format!(" {line}") };
            canvas.put(column, column.x, y, &wrap::cut(&text, column.width.saturating_sub(1)), token);
        }
    }
}

/// The sign before the name of a folded lane.
pub const fn folded(glyphs: GlyphSet) -> char {
    match glyphs {
        GlyphSet::Unicode => '⊞',
        GlyphSet::Ascii => '+',
    }
}

/// The lane's title where it fits the rows that are seen, else its short name.
fn names(scene: &Scene<'_>, strip: &Strip, rows: u32, room: u16) -> Vec<String> {
    let family = scene.sight.pack.family(strip.family);
    let full = wrap::lines(&family.title, room, rows.min(3) as usize);
    if wrap::is_whole(&full, &family.title) { full } else { vec![family.short.clone()] }
}
