//! What stands below the tiles: what the shades mean, from which quarters they are, and what they do not show.

use ratatui::layout::Rect;

use super::shades;
use crate::app::boards::{Sight, Telling, words};
use crate::ui::canvas::Canvas;
use crate::ui::look::{GlyphSet, Token};
use crate::ui::sheet::{Piece, Row, Sheet, piece};
use crate::ui::text::width;

/// The rows below the tiles of a map that is so wide, at most `most`; what matters less is left out first.
#[must_use]
pub fn rows(sight: &Sight<'_>, glyphs: GlyphSet, room: u16, most: u16) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for part in parts(sight, glyphs, room) {
        if rows.len() + part.len() <= usize::from(most) {
            rows.extend(part);
        }
    }
    rows
}

/// What there is to say, the most important first.
fn parts(sight: &Sight<'_>, glyphs: GlyphSet, room: u16) -> Vec<Vec<Row>> {
    let said = |token: Token, words: String| {
        let mut sheet = Sheet::new(room);
        sheet.text(token, &words);
        sheet.rows().to_vec()
    };
    let shades = wrapped(shades_meaning(glyphs), usize::from(room));
    if sight.telling == Telling::Beside {
        return vec![shades];
    }
    let mut parts = vec![told(sight), shades];
    if let Some(periods) = words::periods(sight.pack) {
        parts.push(said(Token::Dim, format!("{periods}; NHS Oversight Framework.")));
    }
    if let Some(unseen) = words::unseen_in_short(sight.pack) {
        parts.push(said(Token::Dim, format!("{unseen}.")));
    }
    parts.push(wrapped(marks_meaning(glyphs), usize::from(room)));
    parts
}

/// The board that is told of, always in two rows: tiles stay where they are while the cursor goes over them.
fn told(sight: &Sight<'_>) -> Vec<Row> {
    let Some(tile) = sight.told() else {
        return vec![Row::text(Token::Dim, "No care board is known for this post."), Row::default()];
    };
    let posts = words::posts(sight.tally(tile));
    let standing = words::standing_in_short(&sight.boards.standing(tile));
    vec![
        Row::text(Token::Strong, words::name(sight.pack, tile)).right(Token::Strong, posts),
        Row::text(Token::Text, standing),
    ]
}

/// What the shades mean.
fn shades_meaning(glyphs: GlyphSet) -> Vec<Vec<Piece>> {
    let shade = |segment: Option<u8>, meaning: &str| {
        let sign = shades::sign(glyphs, segment);
        vec![
            Piece { text: format!("{sign}{}", shades::digit(segment)), token: shades::token(segment) },
            piece(Token::Dim, meaning),
        ]
    };
    vec![
        shade(Some(4), " challenged"),
        shade(Some(3), ""),
        shade(Some(2), ""),
        shade(Some(1), " best"),
        vec![piece(Token::Faint, "-"), piece(Token::Dim, " not rated")],
    ]
}

/// What the numbers and marks mean.
fn marks_meaning(glyphs: GlyphSet) -> Vec<Vec<Piece>> {
    vec![
        vec![piece(Token::Strong, "1/3"), piece(Token::Dim, " posts: those listed, and all")],
        vec![piece(Token::Focus, glyphs.text("▸")), piece(Token::Dim, " the selected post's board")],
    ]
}

/// Groups over as many rows as it takes.
fn wrapped(groups: Vec<Vec<Piece>>, room: usize) -> Vec<Row> {
    let mut rows: Vec<Vec<Piece>> = vec![Vec::new()];
    let long = |pieces: &[Piece]| pieces.iter().map(|piece| width(&piece.text)).sum::<usize>();
    for group in groups {
        let last = rows.len() - 1;
        if !rows[last].is_empty() && long(&rows[last]) + 2 + long(&group) > room {
            rows.push(group);
        } else {
            if !rows[last].is_empty() {
                rows[last].push(piece(Token::Dim, "  "));
            }
            rows[last].extend(group);
        }
    }
    rows.into_iter().map(Row::of).collect()
}

/// Draws the rows at the bottom of an area.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, rows: &[Row]) {
    for (y, row) in (area.top()..area.bottom()).zip(rows) {
        canvas.row(Rect { y, height: 1, ..area }, row);
    }
}
