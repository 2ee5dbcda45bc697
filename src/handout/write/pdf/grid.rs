//! How wide the columns of a table are.

use crate::handout::document::{Align, Table};
use crate::handout::font::words;

/// The columns of a table: where each begins and how much room it has for text.
pub(super) struct Grid {
    pub(super) columns: Vec<(f32, f32)>,
}

/// No column asks for more than this share of the width so as not to break a word.
const MOST_FOR_A_WORD: f32 = 0.3;

/// A column that is written into by hand has at least this share of the width.
const LEAST_FOR_A_HAND: f32 = 0.2;

impl Grid {
    /// Columns that fill `width`, with `gap` between them; `measure` gives the width of a text, in a head or not. Every
    /// column gets room for its longest word, and the more of the rest the more it could use.
    pub(super) fn of(table: &Table, width: f32, gap: f32, measure: impl Fn(&str, bool) -> f32) -> Self {
        let count = f32::from(u16::try_from(table.columns.len()).unwrap_or(u16::MAX)).max(1.0);
        let room = width - gap * (count - 1.0);
        let wishes: Vec<(f32, f32)> = (0..table.columns.len()).map(|at| wish(table, at, room, &measure)).collect();
        let least: f32 = wishes.iter().map(|(least, _)| least).sum();
        let more: f32 = wishes.iter().map(|(least, best)| best - least).sum();
        let mut x = super::flow::SIDE;
        let columns = wishes.into_iter().map(|(min, best)| {
            let wide = if least > room {
                min * room / least
            } else if more > 0.0 {
                min + (best - min) * ((room - least) / more).min(1.0)
            } else {
                min
            };
            let column = (x, wide);
            x += wide + gap;
            column
        });
        Self { columns: columns.collect() }
    }
}

/// The least and the best width of a column.
fn wish(table: &Table, at: usize, room: f32, measure: &impl Fn(&str, bool) -> f32) -> (f32, f32) {
    let head = table.columns.get(at).map(|column| (column.title.as_str(), true));
    let cells = table.rows.iter().filter_map(|row| row.get(at)).map(|cell| (cell.as_str(), false));
    let mut wish = (0.0_f32, 0.0_f32);
    for (text, is_head) in cells.chain(head) {
        let word = words(text).map(|word| measure(word, is_head)).fold(0.0, f32::max);
        // A hair more than it takes, so that what just fits is not broken.
        wish = (wish.0.max(word.min(room * MOST_FOR_A_WORD) + 0.2), wish.1.max(measure(text, is_head) + 0.2));
    }
    if table.columns.get(at).is_some_and(|column| column.align == Align::Hand) {
        wish.0 = wish.0.max(room * LEAST_FOR_A_HAND);
    }
    (wish.0, wish.1.max(wish.0))
}
