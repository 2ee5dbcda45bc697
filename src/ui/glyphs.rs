//! Signs: everything is drawn with the Unicode ones; where a terminal has only ASCII each is drawn as its neighbour.

use super::look::GlyphSet;
use super::map::signs::{self, Mark};

impl GlyphSet {
    /// The sign to draw for `c`, one cell wide like `c` itself.
    #[must_use]
    pub const fn sign(self, c: char) -> char {
        match self {
            Self::Unicode => c,
            Self::Ascii => ascii(c),
        }
    }

    /// The text with every sign as this set has it.
    #[must_use]
    pub fn text(self, text: &str) -> String {
        text.chars().map(|c| self.sign(c)).collect()
    }
}

const fn ascii(c: char) -> char {
    match c {
        '─' | '╌' | '┄' | '–' | '—' | '−' | '‐' | '╴' | '╶' => '-',
        '│' | '┆' | '┊' | '╎' | '·' | '▏' => '|',
        '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' | '╭' | '╮' | '╰' | '╯' | '✓' | '┏' | '┓' | '┗' | '┛' => {
            '+'
        }
        '━' | '═' => '=',
        '▸' | '▶' | '→' | '›' | '»' => '>',
        '◀' | '←' | '‹' | '«' => '<',
        '▲' | '↑' => '^',
        '▼' | '↓' => 'v',
        '✗' | '×' => 'x',
        '○' => 'o',
        '★' | '●' => '*',
        // The same sign as on the map.
        '◆' => signs::mark(GlyphSet::Ascii, Mark::Challenged),
        '█' | '▇' | '▓' | '▌' | '▐' | '▮' => '#',
        '▒' | '░' => ':',
        '▁' | '▯' => '.',
        '¶' => 'n',
        '…' => '~',
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        _ => c,
    }
}
