//! The whole map, small, in the corner of the window in which it covers least.

use ratatui::layout::Rect;

use crate::layout::overview::Overview;
use crate::layout::{Area, Cell};
use crate::ui::canvas::Canvas;
use crate::ui::look::{GlyphSet, Token};
use crate::ui::map::signs::Entry;

/// What stands in the corner.
pub struct Small<'a> {
    /// The dots.
    pub overview: &'a Overview,
    /// The cells of the overview that stand for the window.
    pub view: Area,
    /// Where the selected role is.
    pub selected: Cell,
    /// Where the roles of the route are.
    pub route: Vec<Cell>,
}

/// The selected role on the small map.
const fn here(glyphs: GlyphSet) -> char {
    match glyphs {
        GlyphSet::Unicode => '■',
        GlyphSet::Ascii => 'X',
    }
}

/// A role of the route on the small map.
const fn step(glyphs: GlyphSet) -> char {
    match glyphs {
        GlyphSet::Unicode => '▪',
        GlyphSet::Ascii => 'o',
    }
}

/// Every sign that tells of roles on the small map.
pub fn every_dot(glyphs: GlyphSet) -> String {
    match glyphs {
        GlyphSet::Unicode => ('\u{2800}'..='\u{28FF}').collect(),
        GlyphSet::Ascii => " .:#".to_owned(),
    }
}

/// What the signs of the small map mean.
pub fn legend(glyphs: GlyphSet) -> Vec<Entry> {
    let entry = |sign: String, token, meaning| Entry { sign, token, meaning };
    let (dots, view) = match glyphs {
        GlyphSet::Unicode => ("⢸⡇", "━┃"),
        GlyphSet::Ascii => (":#", "=#"),
    };
    vec![
        entry(dots.to_owned(), Token::Text, "on the small map: here are roles"),
        entry(here(glyphs).to_string(), Token::Strong, "on the small map: the role you look at"),
        entry(step(glyphs).to_string(), Token::Route, "on the small map: your route"),
        entry(view.to_owned(), Token::Strong, "around the small map: so far reaches the window"),
    ]
}

/// What may not be covered, and what had better not be.
#[derive(Debug, Default)]
pub struct Covered {
    /// The selected role, its neighbours, the route.
    pub never: Vec<Rect>,
    /// Cells of lines.
    pub rather_not: Vec<(u16, u16)>,
}

impl Small<'_> {
    /// Draws it in cells that [`Small::corner`] gave.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        canvas.clear(area);
        self.frame(canvas, area);
        let glyphs = canvas.look().glyph_set();
        let (width, height) = self.overview.size();
        for y in 0..height {
            for x in 0..width {
                let cell = Cell { y, x };
                let (text, token) = self.sign(glyphs, cell);
                canvas.put(area, area.x + 1 + x, area.y + 1 + y, text.encode_utf8(&mut [0; 4]), token);
            }
        }
    }

    /// The corner of a window in which it covers least, the bottom right one first; none when it would cover what may
    /// not be covered, or much of the window.
    #[must_use]
    pub fn corner(&self, window: Rect, covered: &Covered) -> Option<Rect> {
        let (width, height) = self.overview.size();
        let (width, height) = (width + 2, height + 2);
        if u32::from(width) * 3 > u32::from(window.width) || u32::from(height) * 2 > u32::from(window.height) {
            return None;
        }
        let (right, bottom) = (window.right() - width, window.bottom() - height);
        let corners = [(right, bottom), (right, window.y), (window.x, bottom), (window.x, window.y)];
        let areas = corners.map(|(x, y)| Rect { x, y, width, height });
        let allowed = areas.into_iter().filter(|area| !covered.never.iter().any(|kept| kept.intersects(*area)));
        let lines = |area: &Rect| covered.rather_not.iter().filter(|(x, y)| area.contains((*x, *y).into())).count();
        allowed.min_by_key(lines)
    }

    /// The frame is heavy along the part of the map that the window shows.
    fn frame(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let [corner, across, across_view, upright, upright_view] = match canvas.look().glyph_set() {
            GlyphSet::Unicode => ["┌┐└┘", "─", "━", "│", "┃"],
            GlyphSet::Ascii => ["++++", "-", "=", "|", "#"],
        };
        let corners = [(area.x, area.y), (area.right() - 1, area.y)];
        let corners = corners.into_iter().chain(corners.map(|(x, _)| (x, area.bottom() - 1)));
        for ((x, y), sign) in corners.zip(corner.chars()) {
            canvas.put(area, x, y, sign.encode_utf8(&mut [0; 4]), Token::Border);
        }
        let along = |seen: bool, plain, view| if seen { (view, Token::Strong) } else { (plain, Token::Border) };
        for x in 0..area.width - 2 {
            let (sign, token) = along(x >= self.view.x && x < self.view.right(), across, across_view);
            for y in [area.y, area.bottom() - 1] {
                canvas.put(area, area.x + 1 + x, y, sign, token);
            }
        }
        for y in 0..area.height - 2 {
            let (sign, token) = along(y >= self.view.y && y < self.view.bottom(), upright, upright_view);
            for x in [area.x, area.right() - 1] {
                canvas.put(area, x, area.y + 1 + y, sign, token);
            }
        }
    }

    /// The sign of a cell.
    fn sign(&self, glyphs: GlyphSet, cell: Cell) -> (char, Token) {
        let dots = self.overview.dots(cell);
        let token = if self.view.contains(cell) { Token::Text } else { Token::Faint };
        match glyphs {
            _ if cell == self.selected => (here(glyphs), Token::Strong),
            _ if self.route.contains(&cell) => (step(glyphs), Token::Route),
            GlyphSet::Unicode => (char::from_u32(0x2800 + u32::from(dots)).unwrap_or(' '), token),
            GlyphSet::Ascii => (
                match dots.count_ones() {
                    0 => ' ',
                    1 => '.',
                    2 | 3 => ':',
                    _ => '#',
                },
                token,
            ),
        }
    }
}
