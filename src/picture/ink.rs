//! A cell's style as what is put on paper.

use ratatui::buffer::Cell;
use ratatui::style::Modifier;

use super::palette::{Palette, Rgb};

/// How much of a dim text's own colour is left.
const DIM_PERCENT: u8 = 60;

/// The style of a cell with every colour and swap settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ink {
    /// The colour of what is written.
    pub foreground: Rgb,
    /// The colour of the paper under it.
    pub background: Rgb,
    /// Bold, italic, underlined, crossed out, hidden: what is left to be honoured.
    pub manner: Modifier,
}

impl Ink {
    pub(super) fn of(cell: &Cell, palette: &Palette) -> Self {
        let mut foreground = palette.resolve(cell.fg, palette.foreground);
        let mut background = palette.resolve(cell.bg, palette.background);
        if cell.modifier.contains(Modifier::REVERSED) {
            std::mem::swap(&mut foreground, &mut background);
        }
        if cell.modifier.contains(Modifier::DIM) {
            foreground = foreground.over(background, DIM_PERCENT);
        }
        let settled = Modifier::REVERSED | Modifier::DIM | Modifier::SLOW_BLINK | Modifier::RAPID_BLINK;
        Self { foreground, background, manner: cell.modifier - settled }
    }

    pub(super) fn is(self, manner: Modifier) -> bool {
        self.manner.contains(manner)
    }
}
