//! Big type: letters several rows high, put together from quarters and halves of cells, for those at the back of a room.

use font8x8::legacy::{BASIC_LEGACY, LATIN_LEGACY};

use super::look::GlyphSet;

/// Rows of points in a letter.
const POINTS: usize = 8;
/// Points between two letters.
const GAP: usize = 1;
/// Points of a space.
const SPACE: usize = 5;

/// How large a point of a letter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// A quarter of a cell: a letter has four rows and up to four columns.
    Narrow,
    /// Half a cell: four rows and up to eight columns.
    Wide,
    /// Two cells side by side: eight rows and up to sixteen columns.
    Tall,
}

impl Size {
    /// All of them, the largest first.
    pub const FROM_LARGEST: [Self; 3] = [Self::Tall, Self::Wide, Self::Narrow];

    /// Rows of cells of a line.
    #[must_use]
    pub const fn rows(self) -> usize {
        match self {
            Self::Tall => POINTS,
            Self::Wide | Self::Narrow => POINTS / 2,
        }
    }

    /// Cells that so many points side by side take.
    const fn cells(self, points: usize) -> usize {
        match self {
            Self::Narrow => points.div_ceil(2),
            Self::Wide => points,
            Self::Tall => points * 2,
        }
    }
}

/// The text in the largest type in which it takes at most so many columns, rows and lines: rows of block signs, each
/// without blanks at its end. Nothing where it does not fit, where it has a letter that there is not in big type, or
/// where the terminal has no block signs; then it has to be said in ordinary type.
#[must_use]
pub fn fitted(text: &str, (columns, rows): (usize, usize), most_lines: usize, glyphs: GlyphSet) -> Option<Vec<String>> {
    // Narrow letters on one line are read sooner than wide ones on two.
    (1..=most_lines).find_map(|count| {
        Size::FROM_LARGEST.into_iter().find_map(|size| in_size(text, (columns, rows), count, size, glyphs))
    })
}

/// Several texts, each on a line of its own, in the largest type in which every one fits.
#[must_use]
pub fn alike(texts: &[String], room: (usize, usize), glyphs: GlyphSet) -> Option<Vec<Vec<String>>> {
    let in_one = |size| texts.iter().map(|text| in_size(text, room, 1, size, glyphs)).collect();
    Size::FROM_LARGEST.into_iter().find_map(in_one)
}

fn in_size(
    text: &str,
    (columns, rows): (usize, usize),
    most_lines: usize,
    size: Size,
    glyphs: GlyphSet,
) -> Option<Vec<String>> {
    if glyphs == GlyphSet::Ascii || text.trim().is_empty() {
        return None;
    }
    let lines = lines(text, columns, size)?;
    let fits = lines.len() <= most_lines && lines.len() * size.rows() <= rows;
    fits.then(|| lines.iter().flat_map(|line| drawn(line, size)).collect())
}

/// A line of points: its rows from the top.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Line([Vec<bool>; POINTS]);

impl Line {
    fn points(&self) -> usize {
        self.0[0].len()
    }

    fn gap(&mut self, points: usize) {
        self.0.iter_mut().for_each(|row| row.extend(std::iter::repeat_n(false, points)));
    }

    fn join(&mut self, gap: usize, other: &Self) {
        self.gap(gap);
        for (row, more) in self.0.iter_mut().zip(&other.0) {
            row.extend(more);
        }
    }
}

/// The text in lines that are at most so many cells wide, broken between words.
fn lines(text: &str, columns: usize, size: Size) -> Option<Vec<Line>> {
    let mut lines: Vec<Line> = Vec::new();
    for word in text.split_whitespace() {
        let word = set(word)?;
        if size.cells(word.points()) > columns {
            return None;
        }
        match lines.last_mut() {
            Some(line) if size.cells(line.points() + SPACE + word.points()) <= columns => line.join(SPACE, &word),
            _ => lines.push(word),
        }
    }
    Some(lines)
}

/// A word in points; nothing when one of its letters is not there.
fn set(word: &str) -> Option<Line> {
    let mut line = Line::default();
    for (at, letter) in word.chars().enumerate() {
        let shape = shape(letter)?;
        line.join(if at == 0 { 0 } else { GAP }, &shape);
    }
    Some(line)
}

/// A letter without the blank columns beside it.
fn shape(letter: char) -> Option<Line> {
    let rows = bits(plain(letter))?;
    let used = rows.iter().fold(0, |used, row| used | row);
    let (first, after) = (used.trailing_zeros(), u8::BITS - used.leading_zeros());
    if used == 0 {
        return None;
    }
    Some(Line(rows.map(|row| (first..after).map(|column| row >> column & 1 == 1).collect())))
}

/// The sign that stands for one that has no shape of its own.
const fn plain(letter: char) -> char {
    match letter {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '–' | '—' | '‐' | '‑' | '−' => '-',
        other => other,
    }
}

/// The points of a letter, a byte to a row, the leftmost point in the lowest bit.
fn bits(letter: char) -> Option<[u8; POINTS]> {
    let code = u32::from(letter) as usize;
    match code {
        0x21..0x7f => BASIC_LEGACY.get(code).copied(),
        0xa1.. => LATIN_LEGACY.get(code - 0xa0).copied(),
        _ => None,
    }
}

/// A line as rows of block signs.
fn drawn(line: &Line, size: Size) -> Vec<String> {
    let point = |row: usize, column: usize| line.0[row].get(column).copied().unwrap_or(false);
    let columns = line.points();
    let row = |at: usize| -> String {
        let text: String = match size {
            Size::Tall => (0..columns).map(|column| if point(at, column) { "██" } else { "  " }).collect(),
            Size::Wide => (0..columns).map(|column| half([point(2 * at, column), point(2 * at + 1, column)])).collect(),
            Size::Narrow => (0..columns.div_ceil(2))
                .map(|cell| {
                    let pair = |row: usize| [point(row, 2 * cell), point(row, 2 * cell + 1)];
                    quarters(pair(2 * at), pair(2 * at + 1))
                })
                .collect(),
        };
        text.trim_end().to_owned()
    };
    (0..size.rows()).map(row).collect()
}

const fn half(points: [bool; 2]) -> char {
    match points {
        [false, false] => ' ',
        [true, false] => '▀',
        [false, true] => '▄',
        [true, true] => '█',
    }
}

/// By upper left, upper right, lower left, lower right, the first counting least.
const QUARTERS: [char; 16] = [' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█'];

fn quarters(upper: [bool; 2], lower: [bool; 2]) -> char {
    let bits = [upper[0], upper[1], lower[0], lower[1]].into_iter().zip([1, 2, 4, 8]);
    let at: usize = bits.map(|(point, bit)| if point { bit } else { 0 }).sum();
    QUARTERS[at]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Size, fitted};
    use crate::ui::look::GlyphSet;
    use crate::ui::text::width;

    fn set(text: &str, columns: usize, rows: usize) -> Option<Vec<String>> {
        fitted(text, (columns, rows), 2, GlyphSet::Unicode)
    }

    #[test]
    fn a_title_takes_the_largest_type_that_has_room() {
        let rows = |columns, rows| set("Who?", columns, rows).map(|drawn| drawn.len());
        assert_eq!(rows(80, 20), Some(Size::Tall.rows()));
        assert_eq!(rows(80, 7), Some(Size::Wide.rows()), "no room for eight rows");
        assert_eq!(rows(20, 20), Some(Size::Narrow.rows()), "no room for wide letters");
        assert_eq!(rows(10, 20), None, "a word is not torn apart");
        assert_eq!(rows(80, 3), None);
    }

    #[test]
    fn letters_are_put_together_from_quarters() {
        assert_eq!(set("l", 3, 4).expect("it fits"), ["▜▌", "▐▌", "▐▌", "▀▀"]);
        assert_eq!(set("l", 4, 4).expect("it fits"), ["▀██", " ██", " ██", "▀▀▀▀"]);
    }

    #[test]
    fn two_lines_where_one_is_not_enough() {
        let one = set("What changes?", 60, 4).expect("one line");
        let two = set("What changes?", 40, 8).expect("two lines");
        assert_eq!((one.len(), two.len()), (4, 8));
        assert_eq!(set("a b c d e f g h i j k l m n o p", 12, 80), None, "never three");
    }

    #[test]
    fn what_has_no_shape_is_left_to_ordinary_type() {
        assert!(set("£57,528 – Müller’s “way”", 200, 8).is_some());
        for other in ["→", "a 猫", "", "  "] {
            assert_eq!(set(other, 200, 8), None, "{other}");
        }
        assert_eq!(fitted("Who?", (80, 20), 2, GlyphSet::Ascii), None);
    }

    proptest! {
        #[test]
        fn nothing_is_wider_or_higher_than_its_room(text in "[ -~]{0,60}", columns in 0usize..200, rows in 0usize..30) {
            let drawn = set(&text, columns, rows).unwrap_or_default();
            prop_assert!(drawn.len() <= rows);
            prop_assert!(drawn.iter().all(|row| width(row) <= columns));
        }
    }
}
