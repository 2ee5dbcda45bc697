//! The names of lanes that stand inside the map: above open lanes, and on the lines that folded lanes share. They keep
//! clear of the edges that cross their row.

use std::ops::Range;

use ratatui::layout::Rect;

use crate::layout::near::lanes::{Fold, LaneBand};
use crate::layout::near::place::MOST_SHARED;
use crate::layout::viewport::Viewport;
use crate::layout::{Cell, Picture, wrap};
use crate::ui::canvas::Canvas;
use crate::ui::look::{GlyphSet, Token};
use crate::ui::map::Sight;

/// A row of the map, in the window, and which of its cells are taken.
struct Line<'a> {
    area: Rect,
    view: Viewport,
    picture: &'a Picture,
    /// The row on the canvas of the map.
    row: u16,
    /// The column of the screen at which the canvas of the map begins.
    origin: u16,
}

impl Line<'_> {
    /// Whether an edge or a number stands in a column of the screen.
    fn is_taken(&self, x: u16) -> bool {
        let Some(x) = x.checked_sub(self.origin) else { return false };
        let cell = Cell { y: self.row, x: x + self.view.x };
        let layout = &self.picture.layout;
        self.picture.wiring.joints.contains_key(&cell)
            || layout.tallies.iter().any(|tally| tally.area.contains(cell))
            || layout.slips.iter().any(|slip| slip.area.contains(cell))
    }

    /// The first column from `x` on at which a text of this width has a free cell on either side, so that no line seems
    /// to lead to it.
    fn free(&self, x: u16, width: u16) -> Option<u16> {
        let last = self.area.right().checked_sub(width)?;
        (x..=last).find(|&x| !(x.saturating_sub(1)..=x + width).any(|x| self.is_taken(x)))
    }

    /// Where names stand one after the other; nothing when they have no room.
    fn spread<'n>(&self, names: &[&'n str]) -> Option<Vec<(u16, &'n str)>> {
        let mut placed = Vec::new();
        let mut x = self.area.x + 1;
        for name in names {
            let width = wrap::width(name);
            let at = self.free(x, width)?;
            placed.push((at, *name));
            x = at + width + 2;
        }
        Some(placed)
    }
}

/// Draws the names of open lanes that stand above their roles; the selected role's has a mark.
pub fn draw_heads(sight: &Sight<'_>, picture: &Picture, view: Viewport, window: Rect, canvas: &mut Canvas<'_>) {
    let selected = sight.pack.role(sight.selected).family.index();
    for band in picture.layout.lanes.iter().filter(|band| band.head > 0) {
        let Some(line) = line(picture, view, window, band.y) else { continue };
        let family = &sight.pack.tables().families[band.lanes.start];
        let here = band.lanes.contains(&selected);
        let (mark, token) = match (here, canvas.look().glyph_set()) {
            (true, GlyphSet::Unicode) => ("▶", Token::Strong),
            (true, GlyphSet::Ascii) => (">", Token::Strong),
            (false, _) => (" ", Token::Text),
        };
        let names = [&family.title, &family.short].map(|name| format!("{mark}{name}"));
        let cut = |room| wrap::cut(&names[1], room);
        let shorter = (4..wrap::width(&names[1])).rev().map(cut);
        let place = |name: String| Some((line.free(window.x, wrap::width(&name))?, name));
        if let Some((x, name)) = names.clone().into_iter().chain(shorter).find_map(place) {
            canvas.put(line.area, x, line.area.y, &name, token);
        }
    }
}

fn line(picture: &Picture, view: Viewport, window: Rect, row: u16) -> Option<Line<'_>> {
    let y = row.checked_sub(view.y).filter(|&y| y < window.height)?;
    let gutter = picture.layout.gutter;
    let area = Rect { x: window.x - gutter, y: window.y + y, width: window.width + gutter, height: 1 };
    Some(Line { area, view, picture, row, origin: window.x })
}

/// Names the folded lanes that share a line, with the number of their roles if there is room for it.
pub fn draw_shared(sight: &Sight<'_>, picture: &Picture, view: Viewport, window: Rect, canvas: &mut Canvas<'_>) {
    let layout = &picture.layout;
    let shares = |band: &&LaneBand| band.fold == Fold::Shared && band.lanes.len() > 1;
    let runs = layout.lanes.iter().filter(shares).map(|band| (band.y, vec![band.lanes.clone()]));
    let last =
        (!layout.folded_last.is_empty()).then(|| (layout.size.height.saturating_sub(1), layout.folded_last.clone()));
    for (row, lanes) in runs.chain(last) {
        let Some(line) = line(picture, view, window, row) else { continue };
        for (x, name) in shared_names(sight, picture, &lanes, &line) {
            canvas.put(line.area, x, line.area.y, &name, Token::Dim);
        }
    }
}

fn shared_names(sight: &Sight<'_>, picture: &Picture, lanes: &[Range<usize>], line: &Line<'_>) -> Vec<(u16, String)> {
    let count: usize = lanes.iter().map(Range::len).sum();
    let named: Vec<usize> = lanes.iter().cloned().flatten().take(MOST_SHARED).collect();
    let short = |lane: usize| sight.pack.tables().families[lane].short.as_str();
    let plain: Vec<&str> = named.iter().map(|&lane| short(lane)).collect();
    let roles = |lane: &usize| picture.layout.shared_roles.get(lane).copied().unwrap_or(0);
    let counted: Vec<String> = named.iter().map(|lane| format!("{} {}", short(*lane), roles(lane))).collect();
    let counted: Vec<&str> = counted.iter().map(String::as_str).collect();
    let owned = |placed: Vec<(u16, &str)>| placed.into_iter().map(|(x, name)| (x, name.to_owned())).collect();
    if named.len() == count
        && let Some(placed) = line.spread(&counted).or_else(|| line.spread(&plain))
    {
        return owned(placed);
    }
    for kept in (0..plain.len()).rev() {
        let more = format!("+{} lanes", count - kept);
        let with_more: Vec<&str> = plain[..kept].iter().copied().chain([more.as_str()]).collect();
        if let Some(placed) = line.spread(&with_more) {
            return owned(placed);
        }
    }
    Vec::new()
}
