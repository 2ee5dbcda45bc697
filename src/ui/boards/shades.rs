//! How a segment looks: a sign whose darkness grows with it, a digit, and a colour that tells nothing alone.

use crate::domain::board::{BoardStanding, Shading};
use crate::ui::look::{GlyphSet, Token};

/// The sign of a segment; a blank for what is not rated.
#[must_use]
pub const fn sign(glyphs: GlyphSet, segment: Option<u8>) -> char {
    let (unicode, ascii) = match segment {
        None | Some(0) => (' ', ' '),
        Some(1) => ('·', '.'),
        Some(2) => ('░', ':'),
        Some(3) => ('▒', '='),
        Some(4) => ('▓', '#'),
        Some(_) => ('█', '@'),
    };
    match glyphs {
        GlyphSet::Unicode => unicode,
        GlyphSet::Ascii => ascii,
    }
}

/// The digit of a segment; a dash for what is not rated.
#[must_use]
pub fn digit(segment: Option<u8>) -> String {
    segment.map_or_else(|| "-".to_owned(), |segment| segment.to_string())
}

/// The number of a board in at most so many cells: the worst segment, or the mean with a decimal where there is room.
#[must_use]
pub fn number(standing: &BoardStanding, by: Shading, room: usize) -> String {
    match (by, standing.mean_tenths()) {
        (Shading::Mean, Some(tenths)) if room >= 3 => crate::app::boards::words::tenths(tenths),
        _ => digit(standing.shade(by)),
    }
}

/// The colour of a segment.
#[must_use]
pub const fn token(segment: Option<u8>) -> Token {
    match segment {
        None | Some(0) => Token::Faint,
        Some(1) => Token::Good,
        Some(2) => Token::Dim,
        Some(3) => Token::Text,
        Some(_) => Token::Challenged,
    }
}
