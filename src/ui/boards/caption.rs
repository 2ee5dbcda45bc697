//! What stands below the tiles: what the shades mean, from which quarters they are, and what they do not show.

use ratatui::layout::Rect;

use super::shades;
use crate::app::boards::{Only, Sight, words};
use crate::ui::canvas::Canvas;
use crate::ui::look::{GlyphSet, Token};
use crate::ui::sheet::{Piece, Row, Sheet, piece};
use crate::ui::text::width;

/// The rows below the tiles of a map that is so wide, at most `most`; what matters most first.
#[must_use]
pub fn rows(sight: &Sight<'_>, glyphs: GlyphSet, room: u16, most: u16) -> Vec<Row> {
    let mut sheet = Sheet::new(room);
    if let Some(tile) = sight.told() {
        let name = words::name(sight.pack, tile);
        let posts = words::posts(sight.tally(tile));
        let told = format!("{name}: {}; {posts}", words::standing(&sight.boards.standing(tile)));
        sheet.text(Token::Strong, &told);
    }
    match sight.only {
        Some(Only::Board(tile)) => {
            sheet.text(Token::Notice, &format!("The table lists {} only.", words::name(sight.pack, tile)));
        }
        Some(Only::Region(name)) => sheet.text(Token::Notice, &format!("The table lists {name} only.")),
        None => {}
    }
    for row in legend(glyphs, usize::from(room)) {
        sheet.row(row);
    }
    if let Some(periods) = words::periods(sight.pack) {
        sheet.text(Token::Dim, &format!("{periods}; NHS Oversight Framework."));
    }
    if let Some(unseen) = words::unseen_in_short(sight.pack) {
        sheet.text(Token::Dim, &format!("{unseen}."));
    }
    sheet.cut(usize::from(most)).rows().to_vec()
}

/// What the shades and the marks mean, over as many rows as it takes.
fn legend(glyphs: GlyphSet, room: usize) -> Vec<Row> {
    let shade = |segment: Option<u8>, meaning: &str| {
        let sign = shades::sign(glyphs, segment);
        vec![
            Piece { text: format!("{sign}{}", shades::digit(segment)), token: shades::token(segment) },
            piece(Token::Dim, meaning),
        ]
    };
    let groups = [
        shade(Some(4), " challenged"),
        shade(Some(3), ""),
        shade(Some(2), ""),
        shade(Some(1), " best"),
        shade(None, " not rated"),
        vec![piece(Token::Strong, "1/3"), piece(Token::Dim, " posts listed of all")],
        vec![piece(Token::Focus, glyphs.text("▸")), piece(Token::Dim, " the selected post's")],
    ];
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
