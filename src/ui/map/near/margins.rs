//! What stands around the map's window: the levels above, the lanes on the left, and the names of neighbours that are
//! not in it.

use ratatui::layout::Rect;

use crate::app::map::filter::Showing;
use crate::domain::id::RoleId;
use crate::layout::focus::Prominence;
use crate::layout::near::columns::ColumnBand;
use crate::layout::near::lanes::{Fold, LaneBand};
use crate::layout::viewport::Viewport;
use crate::layout::{Area, Picture, Size, wrap};
use crate::ui::canvas::Canvas;
use crate::ui::look::{GlyphSet, Token};
use crate::ui::map::Sight;

/// Draws the levels' titles into the row above the window; the selected role's has a mark.
pub fn draw_levels(sight: &Sight<'_>, picture: &Picture, view: Viewport, row: Rect, canvas: &mut Canvas<'_>) {
    let selected = sight.pack.role(sight.selected).level;
    let levels = &sight.pack.tables().levels;
    let mark = pointer(canvas, Way::Down);
    let titles = levels
        .iter()
        .map(|level| if level.number == selected { format!("{mark}{}", level.title) } else { level.title.clone() });
    let titles: Vec<String> = titles.collect();
    let widths: Vec<u16> = titles.iter().map(|title| wrap::width(title)).collect();
    let end = picture.layout.size.width.max(view.x + row.width);
    let starts = heads(&picture.layout.columns, &widths, end);
    for (at, ((level, title), &start)) in levels.iter().zip(&titles).zip(&starts).enumerate() {
        let token = if level.number == selected { Token::Strong } else { Token::Dim };
        let next = starts.get(at + 1).map_or(end, |next| next.saturating_sub(1));
        let room = next.saturating_sub(start);
        let title = if widths[at] > room && room < 6 { format!("L{}", level.number.0) } else { title.clone() };
        if let Some(x) = start.checked_sub(view.x).filter(|&x| x < row.width) {
            canvas.put(row, row.x + x, row.y, &wrap::cut(&title, room), token);
        }
    }
}

/// Where the columns' heads begin: with their columns, but further left where a head would not fit and the one before
/// leaves room.
fn heads(columns: &[ColumnBand], widths: &[u16], end: u16) -> Vec<u16> {
    let mut starts: Vec<u16> = columns.iter().map(|column| column.x).collect();
    let mut next = end + 1;
    for at in (0..starts.len()).rev() {
        let before =
            at.checked_sub(1).map_or(0, |before| columns[before].x + widths[before].min(columns[before].width) + 1);
        let wanted = next.saturating_sub(1 + widths[at]);
        starts[at] = starts[at].min(wanted.max(before));
        next = starts[at];
    }
    starts
}

/// Draws the lanes' names beside the window; the selected role's has a mark.
pub fn draw_lanes(sight: &Sight<'_>, picture: &Picture, view: Viewport, column: Rect, canvas: &mut Canvas<'_>) {
    let lane = sight.pack.role(sight.selected).family.index();
    for band in picture.layout.lanes.iter().filter(|band| band.lanes.len() == 1) {
        let here = band.lanes.contains(&lane);
        let mark = if here { pointer(canvas, Way::Right) } else { ' ' };
        let token = match band.fold {
            Fold::Open if here => Token::Strong,
            Fold::Open => Token::Text,
            Fold::Folded | Fold::Shared => Token::Dim,
        };
        for (row, line) in (band.y..).zip(names(sight, band, column.width.saturating_sub(2))) {
            let Some(y) = row.checked_sub(view.y).filter(|&y| y < column.height) else { continue };
            let text = if row == band.y { format!("{mark}{line}") } else { format!(" {line}") };
            canvas.put(column, column.x, column.y + y, &wrap::cut(&text, column.width.saturating_sub(1)), token);
        }
    }
}

fn names(sight: &Sight<'_>, band: &LaneBand, room: u16) -> Vec<String> {
    let families = &sight.pack.tables().families;
    let family = &families[band.lanes.start];
    if band.fold != Fold::Open {
        return vec![family.short.clone()];
    }
    let full = wrap::lines(&family.title, room, usize::from(band.height));
    if full.iter().any(|line| line.ends_with('…')) { vec![family.short.clone()] } else { full }
}

/// Draws, in the top and bottom row of the window, the neighbours of the selected role that are not in it.
pub fn draw_unseen(sight: &Sight<'_>, picture: &Picture, view: Viewport, window: Rect, canvas: &mut Canvas<'_>) {
    let size = Size { width: window.width, height: window.height };
    let seen = view.area(size);
    let mut above = Vec::new();
    let mut below = Vec::new();
    let is_shown = |role| sight.sieve.look_of(role) == Showing::Shown;
    for (&role, &why) in &picture.prominent {
        let Some(area) = picture.layout.area(role).filter(|_| why >= Prominence::Near && is_shown(role)) else {
            continue;
        };
        match side(area, seen) {
            Some(way @ Way::Up) => above.push((way, role)),
            Some(way) => below.push((way, role)),
            None => {}
        }
    }
    let no_line: Vec<String> = picture
        .wiring
        .unrouted
        .iter()
        .map(|wish| {
            let (way, role) = if wish.from == sight.selected { (Way::Right, wish.to) } else { (Way::Left, wish.from) };
            format!("{} {} (no room for its line)", pointer(canvas, way), title(sight, role))
        })
        .collect();
    let told = |list: &[(Way, RoleId)], canvas: &Canvas<'_>| -> Vec<String> {
        list.iter().map(|&(way, role)| format!("{} {}", pointer(canvas, way), with_lane(sight, role))).collect()
    };
    let (above, mut below) = (told(&above, canvas), told(&below, canvas));
    below.extend(no_line);
    put_row(window, window.y, &above, canvas);
    put_row(window, window.bottom().saturating_sub(1), &below, canvas);
}

fn put_row(window: Rect, y: u16, names: &[String], canvas: &mut Canvas<'_>) {
    if names.is_empty() || window.height < 3 {
        return;
    }
    let text = wrap::cut(&names.join("   "), window.width);
    canvas.cover(Rect { y, height: 1, ..window });
    canvas.put(window, window.x, y, &text, Token::Near);
}

fn title<'a>(sight: &'a Sight<'_>, role: RoleId) -> &'a str {
    wrap::short(&sight.pack.role(role).title)
}

fn with_lane(sight: &Sight<'_>, role: RoleId) -> String {
    format!("{} ({})", title(sight, role), sight.pack.family(sight.pack.role(role).family).short)
}

/// On which side of the window an area lies, unless its row of edges and its first columns are in it.
fn side(area: Area, seen: Area) -> Option<Way> {
    if area.port_row() < seen.y {
        Some(Way::Up)
    } else if area.port_row() >= seen.bottom() {
        Some(Way::Down)
    } else if area.right() <= seen.x + 2 {
        Some(Way::Left)
    } else if area.x + 2 >= seen.right() {
        Some(Way::Right)
    } else {
        None
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
    Left,
    Right,
}

/// Never one of the arrows that say where the arrow keys lead.
fn pointer(canvas: &Canvas<'_>, way: Way) -> char {
    match (canvas.look().glyph_set(), way) {
        (GlyphSet::Unicode, Way::Up) => '▲',
        (GlyphSet::Unicode, Way::Down) => '▼',
        (GlyphSet::Unicode, Way::Left) => '◀',
        (GlyphSet::Unicode, Way::Right) => '▶',
        (GlyphSet::Ascii, Way::Up) => '^',
        (GlyphSet::Ascii, Way::Down) => 'v',
        (GlyphSet::Ascii, Way::Left) => '<',
        (GlyphSet::Ascii, Way::Right) => '>',
    }
}
