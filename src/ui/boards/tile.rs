//! One tile: the board's name, its shade with a number, and how many posts it has, as much as there is room for.

use ratatui::layout::Rect;

use super::shades;
use crate::app::boards::{Sight, Tally, words};
use crate::domain::id::TileId;
use crate::layout::wrap;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::text::{column, column_right, width};

/// From this size on a tile has the board's name in words.
const NAMED: (u16, u16) = (13, 4);
/// Fewer letters of an abbreviation tell nothing.
const LETTERS: u16 = 3;

/// How a tile stands out. Without colour: brackets on all its rows, or a pointer before its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standout {
    Cursor,
    Marked,
    None,
}

/// Draws a tile; the column on either side of it is free for marks.
pub fn draw(sight: &Sight<'_>, canvas: &mut Canvas<'_>, tile: TileId, area: Rect) {
    let standout = match tile {
        tile if sight.cursor() == Some(tile) => Standout::Cursor,
        tile if sight.marked == Some(tile) => Standout::Marked,
        _ => Standout::None,
    };
    let tone = Tone { dimmed: !sight.is_within(tile) };
    if area.height >= NAMED.1 && area.width >= NAMED.0 {
        named(sight, canvas, tile, area, tone);
    } else if area.height > 1 {
        tall(sight, canvas, tile, area, tone);
    } else {
        flat(sight, canvas, tile, area, tone);
    }
    stand_out(canvas, area, standout);
}

/// Whether a tile is outside what the table is narrowed down to.
#[derive(Debug, Clone, Copy)]
struct Tone {
    dimmed: bool,
}

impl Tone {
    const fn of(self, token: Token) -> Token {
        if self.dimmed { Token::Faint } else { token }
    }
}

fn row_of(area: Rect, row: u16) -> Rect {
    Rect { y: area.y + row, height: 1, ..area }.intersection(area)
}

fn put(canvas: &mut Canvas<'_>, area: Rect, row: u16, text: &str, token: Token) {
    let line = row_of(area, row);
    canvas.put(line, line.x, line.y, text, token);
}

/// The shade over a row, with its number at the right end.
fn band(sight: &Sight<'_>, canvas: &mut Canvas<'_>, tile: TileId, line: Rect, tone: Tone) {
    let standing = sight.boards.standing(tile);
    let by = sight.view.shading;
    let segment = standing.shade(by);
    let room = usize::from(line.width);
    let number = shades::number(&standing, by, room.saturating_sub(1));
    let sign = shades::sign(canvas.look().glyph_set(), segment);
    let token = tone.of(shades::token(segment));
    let band = sign.to_string().repeat(room.saturating_sub(width(&number)));
    let end = canvas.put(line, line.x, line.y, &band, token);
    let strong = if tone.dimmed { token } else { Token::Strong };
    canvas.put(line, end, line.y, &number, strong);
}

/// How many posts in a few cells: `1/3` when not all are listed; nothing when there is no room or no post.
fn few(tally: Tally, room: usize) -> String {
    let full =
        if tally.listed == tally.all { tally.all.to_string() } else { format!("{}/{}", tally.listed, tally.all) };
    let least = tally.listed.to_string();
    match tally.all {
        0 => String::new(),
        _ if width(&full) <= room => full,
        _ if width(&least) <= room => least,
        _ if room > 0 => "+".to_owned(),
        _ => String::new(),
    }
}

/// One row: shade and number, the abbreviation, the posts.
fn flat(sight: &Sight<'_>, canvas: &mut Canvas<'_>, tile: TileId, area: Rect, tone: Tone) {
    let abbreviation = &sight.pack.tile(tile).abbreviation;
    let number = if area.width >= 9 { 4 } else { 2 };
    let shade = Rect { width: number.min(area.width), ..area };
    band(sight, canvas, tile, shade, tone);
    let rest = area.width.saturating_sub(number);
    if rest < LETTERS {
        return;
    }
    let gap = u16::from(rest > wrap::width(abbreviation));
    let text: String = abbreviation.chars().take(usize::from(rest - gap)).collect();
    let at = Rect { x: area.x + number + gap, width: rest - gap, ..area };
    put(canvas, at, 0, &text, tone.of(Token::Text));
    let used = gap + wrap::width(&text) + 1;
    let posts = few(sight.tally(tile), usize::from(rest.saturating_sub(used)));
    let end = Rect { x: area.x + number + used, width: rest.saturating_sub(used), ..area };
    put(canvas, end, 0, &column_right(&posts, usize::from(end.width)), tone.of(Token::Strong));
}

/// Two rows or more: the abbreviation with the posts behind it where they fit, the shade below.
fn tall(sight: &Sight<'_>, canvas: &mut Canvas<'_>, tile: TileId, area: Rect, tone: Tone) {
    let abbreviation = &sight.pack.tile(tile).abbreviation;
    let room = usize::from(area.width);
    let tally = sight.tally(tile);
    let head: String = abbreviation.chars().take(room).collect();
    put(canvas, area, 0, &column(&head, room), tone.of(Token::Text));
    if area.height > 2 {
        band(sight, canvas, tile, row_of(area, 1), tone);
        let full = words::posts(tally);
        let posts = if width(&full) <= room { full } else { few(tally, room) };
        let posts = if tally.all == 0 { String::new() } else { posts };
        put(canvas, area, 2, &column_right(&posts, room), tone.of(Token::Strong));
        return;
    }
    let posts = few(tally, room.saturating_sub(4));
    let wide = u16::try_from(width(&posts)).unwrap_or(0);
    let line = row_of(area, 1);
    let is_beside = width(&head) + 1 + width(&posts) <= room;
    let shade = if is_beside || wide == 0 { line.width } else { line.width.saturating_sub(wide + 1) };
    band(sight, canvas, tile, Rect { width: shade, ..line }, tone);
    let at = Rect { x: area.right().saturating_sub(wide), width: wide, ..area };
    put(canvas, at, u16::from(!is_beside), &posts, tone.of(Token::Strong));
}

/// The name in words, the shade and the posts in words.
fn named(sight: &Sight<'_>, canvas: &mut Canvas<'_>, tile: TileId, area: Rect, tone: Tone) {
    let rows = area.height - 2;
    let lines = wrap::lines(words::name(sight.pack, tile), area.width, usize::from(rows));
    for (row, line) in (0..rows).zip(&lines) {
        put(canvas, area, row, line, tone.of(Token::Text));
    }
    // The shade takes all the rows that the name leaves.
    let segment = sight.boards.standing(tile).shade(sight.view.shading);
    let sign = shades::sign(canvas.look().glyph_set(), segment).to_string().repeat(usize::from(area.width));
    let taken = u16::try_from(lines.len()).unwrap_or(rows);
    for row in taken..rows {
        put(canvas, area, row, &sign, tone.of(shades::token(segment)));
    }
    band(sight, canvas, tile, row_of(area, rows), tone);
    let tally = sight.tally(tile);
    let posts = if tally.all == 0 { String::new() } else { words::posts(tally) };
    put(canvas, area, rows + 1, &column_right(&posts, usize::from(area.width)), tone.of(Token::Strong));
}

fn stand_out(canvas: &mut Canvas<'_>, area: Rect, standout: Standout) {
    let whole = canvas.area();
    let left = area.x.saturating_sub(1);
    match standout {
        Standout::Cursor => {
            for y in area.y..area.bottom() {
                canvas.put(whole, left, y, "[", Token::Focus);
                canvas.put(whole, area.right(), y, "]", Token::Focus);
            }
            // The shade would look lighter or darker reversed, so only the name is.
            if area.height > 1 {
                canvas.tint(row_of(area, 0), Token::Selected);
            }
        }
        Standout::Marked => {
            canvas.put(whole, left, area.y, "▸", Token::Focus);
        }
        Standout::None => {}
    }
}
