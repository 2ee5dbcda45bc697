//! The posts screen: the table of posts, and the post that is selected.
//!
//! | what | file |
//! |---|---|
//! | the table | [`list`] |
//! | its columns | `columns.rs` |
//! | the pane about the selected post | `pane.rs` |
//! | its organisation and how that was rated | `organisation.rs` |
//! | what it offers, line by line | `package.rs` |
//! | what may be chosen | `filter.rs` |
//! | does it pay back, who could fill it, what would it take | `pay_back.rs`, `feeders.rs`, `what_if.rs` |
//! | the map of England and the board under its cursor | [`super::boards`] |

mod columns;
pub mod feeders;
pub mod filter;
mod list;
mod organisation;
mod package;
mod pane;
pub mod pay_back;
pub mod what_if;

use ratatui::layout::Rect;

use super::boards;
use super::canvas::Canvas;
use super::look::Token;
use super::sheet::{Row, Sheet};
use crate::app::boards::{Sight, Telling, words};
use crate::app::hit::Pane;
use crate::app::{App, Side};

/// From this width on the parts stand side by side.
const SIDE_BY_SIDE: u16 = 110;
/// From this height on the table stands above the post; below it one of them at a time is shown.
const STACKED: u16 = 30;
/// From this height on the map of England is there all the time.
const WITH_MAP: u16 = 26;
/// The narrowest map whose tiles have abbreviations and counts, with its frame.
const MAP: u16 = 52;
/// From this width on words about the board stand beside a map that has the screen to itself.
const MAP_AND_BOARD: u16 = MAP + 28;
/// From this size on the map's tiles have names in words: they need so many columns.
const NAMED: (u16, u16) = (220, 58);
const MAP_NAMED: u16 = 140;
/// So many posts of a board are named.
const POSTS_OF_BOARD: usize = 12;

/// Where the parts of the screen stand; a part that has no room is empty.
#[derive(Debug, Clone, Copy)]
struct Parts {
    map: Rect,
    list: Rect,
    /// The pane about the selected post, or about the board while the map has the keys.
    pane: Rect,
}

fn parts(side: Side, has_map: bool, body: Rect) -> Parts {
    let nowhere = Parts { map: Rect::ZERO, list: Rect::ZERO, pane: Rect::ZERO };
    if body.width >= SIDE_BY_SIDE && body.height >= WITH_MAP && has_map {
        let named = body.width >= NAMED.0 && body.height >= NAMED.1;
        let width = if named { MAP_NAMED } else { (body.width * 2 / 5).max(MAP) };
        let (map, rest) = beside(body, width);
        let (list, pane) = stacked(rest);
        return Parts { map, list, pane };
    }
    if body.width >= SIDE_BY_SIDE {
        let least = if side == Side::England { MAP } else { 0 };
        let (list, other) = beside(body, body.width - (body.width / 3).clamp(40, 84).max(least));
        return match side {
            Side::England => Parts { map: other, list, ..nowhere },
            _ => Parts { pane: other, list, ..nowhere },
        };
    }
    match side {
        Side::England if body.width >= MAP_AND_BOARD => {
            let (map, pane) = beside(body, MAP);
            Parts { map, pane, ..nowhere }
        }
        Side::England => Parts { map: body, ..nowhere },
        _ if body.height >= STACKED => {
            let (list, pane) = stacked(body);
            Parts { list, pane, ..nowhere }
        }
        Side::Main => Parts { list: body, ..nowhere },
        Side::Detail => Parts { pane: body, ..nowhere },
    }
}

/// Two parts of a body, the first so wide.
const fn beside(body: Rect, width: u16) -> (Rect, Rect) {
    (Rect { width, ..body }, Rect { x: body.x + width, width: body.width - width, ..body })
}

/// Two parts of a body, the first above.
const fn stacked(body: Rect) -> (Rect, Rect) {
    let height = body.height * 2 / 5;
    (Rect { height, ..body }, Rect { y: body.y + height, height: body.height - height, ..body })
}

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let parts = parts(app.side(), !app.pack().tables().tiles.is_empty(), body);
    let line = app.posts_view().line();
    let sight = app.sight();
    if let Some(sight) = sight.as_ref().filter(|_| !parts.map.is_empty()) {
        let is_beside = parts.list.is_empty() && !parts.pane.is_empty();
        let telling = if is_beside { Telling::Beside } else { Telling::Below };
        england(app, &Sight { telling, ..*sight }, canvas, parts.map);
    }
    if !parts.list.is_empty() {
        list::draw(app, canvas, parts.list, line.map(|(line, _)| line));
    }
    if parts.pane.is_empty() {
        return;
    }
    match &sight {
        Some(sight) if app.side() == Side::England => board(app, sight, canvas, parts.pane),
        _ => pane::draw(app, canvas, parts.pane, line.map(|(_, post)| post)),
    }
}

/// The map of England in its frame.
fn england(app: &App, sight: &Sight<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let inner = canvas.frame(area, &words::title(sight), Pane::England, app.focus());
    boards::draw(sight, canvas, inner);
}

/// The pane about the board under the cursor.
fn board(app: &App, sight: &Sight<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let tile = sight.told();
    let name = tile.map_or("No board", |tile| words::name(sight.pack, tile));
    let inner = canvas.frame(area, name, Pane::Board, app.focus());
    let mut sheet = Sheet::new(inner.width);
    match tile {
        Some(tile) => {
            let posts = app.posts_at(tile, POSTS_OF_BOARD);
            boards::pane::write(sight, canvas.look().glyph_set(), &mut sheet, tile, &posts);
        }
        None => sheet.row(Row::text(Token::Dim, "No board is known for this post.")),
    }
    canvas.sheet(inner, &sheet, Pane::Board, app.scrolled(Pane::Board));
}
