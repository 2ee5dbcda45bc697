//! The tile map of England: one tile a care board, shaded by the segments of its organisations, with its posts.
//!
//! | what | file |
//! |---|---|
//! | the map: tiles, borders of regions, caption | here |
//! | one tile | `tile.rs` |
//! | how a segment looks | [`shades`] |
//! | what stands below the tiles | `caption.rs` |
//! | the board under the cursor in words | [`pane`] |

mod caption;
pub mod pane;
pub mod shades;
mod tile;

use ratatui::layout::Rect;

use crate::app::boards::{Sight, Telling};
use crate::app::hit::Target;
use crate::layout::Size;
use crate::layout::cells::Area;
use crate::layout::tiles::Plan;
use crate::layout::tiles::borders::{Arms, borders};
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::sheet::Row;

/// The fewest rows of tiles below which words are left out before tiles are.
const CAPTION_FROM: u16 = 2;

/// Draws the map into an area, words below the tiles where there is room for both.
pub fn draw(sight: &Sight<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let tiles = sight.boards.tiles(sight.view.arrangement);
    if tiles.placed().is_empty() {
        canvas.row(area, &Row::text(Token::Dim, "This pack brings no map of England."));
        return;
    }
    let room = area.height.saturating_sub(tiles.extent().height).max(area.height / 4);
    let rows = caption::rows(sight, canvas.look().glyph_set(), area.width, room.min(area.height / 2));
    let below = u16::try_from(rows.len()).unwrap_or(0);
    // With a free row above the words, else without one, else with fewer words.
    let gap = u16::from(sight.telling == Telling::Below);
    let shares = (0..=below).rev().flat_map(|below| [(below, gap * u16::from(below > 0)), (below, 0)]);
    let fitting = shares.into_iter().find_map(|(below, gap)| {
        let window = Rect { height: area.height.saturating_sub(below + gap), ..area };
        let size = Size { width: window.width, height: window.height };
        Plan::new(tiles, size).map(|plan| (below, gap, window, plan))
    });
    let Some((below, gap, window, plan)) = fitting else {
        let words = if area.height >= CAPTION_FROM { rows } else { Vec::new() };
        caption::draw(canvas, area, &words);
        return;
    };
    let lines = borders(sight.pack, tiles, &plan);
    for (cell, arms) in lines {
        canvas.put(window, window.x + cell.x, window.y + cell.y, line(arms), Token::Faint);
    }
    for placed in tiles.placed() {
        let tile_area = on_screen(window, plan.area(placed.at));
        tile::draw(sight, canvas, placed.tile, tile_area);
        canvas.hit(tile_area, Target::Tile(placed.tile));
    }
    // Words stand close below the tiles, not far away at the bottom.
    let bottom = on_screen(window, plan.whole(tiles)).bottom();
    let y = (bottom + gap).min(area.bottom() - below);
    caption::draw(canvas, Rect { y, height: area.bottom() - y, ..area }, &rows[..usize::from(below)]);
}

const fn on_screen(window: Rect, area: Area) -> Rect {
    Rect { x: window.x + area.x, y: window.y + area.y, width: area.width, height: area.height }
}

/// The sign of a border with these arms: up, right, down, left.
const fn line(arms: Arms) -> &'static str {
    match arms {
        [true, true, true, true] => "┼",
        [true, true, true, false] => "├",
        [true, false, true, true] => "┤",
        [false, true, true, true] => "┬",
        [true, true, false, true] => "┴",
        [true, true, false, false] => "└",
        [true, false, false, true] => "┘",
        [false, true, true, false] => "┌",
        [false, false, true, true] => "┐",
        [_, false, _, false] => "│",
        [false, _, false, _] => "─",
    }
}
