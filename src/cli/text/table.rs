//! Tables: aligned columns that shrink and wrap until they fit.

use unicode_width::UnicodeWidthStr;

use super::page::{Line, Span, Tone};
use super::wrap::wrap;

/// On which side a column's cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    title: &'static str,
    align: Align,
    fit: Fit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// Kept whole: numbers.
    Whole,
    /// Broken at its hyphens where room is short: ids, which give way before words do.
    Hyphens,
    /// Wrapped where room is short.
    Wraps,
    /// Wrapped, and given more room than the others: what the row is read for.
    Main,
}

impl Column {
    /// Words that wrap where room is short.
    #[must_use]
    pub const fn words(title: &'static str) -> Self {
        Self { title, align: Align::Left, fit: Fit::Wraps }
    }

    /// The words a row is read for: they wrap where room is short, and have most of it.
    #[must_use]
    pub const fn main(title: &'static str) -> Self {
        Self { title, align: Align::Left, fit: Fit::Main }
    }

    /// An id, broken only at its hyphens and only where room is short.
    #[must_use]
    pub const fn id(title: &'static str) -> Self {
        Self { title, align: Align::Left, fit: Fit::Hyphens }
    }

    /// A number, never broken, its unit in the title or in the cells.
    #[must_use]
    pub const fn number(title: &'static str) -> Self {
        Self { title, align: Align::Right, fit: Fit::Whole }
    }
}

/// What stays whole when columns are made narrower.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Care {
    /// Words, and the parts of ids.
    Words,
    /// The parts between hyphens.
    Parts,
    /// The parts of ids alone: the window is too narrow for more.
    None,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<Span>>,
}

const GAP: usize = 2;
/// A column is not made narrower than this for the sake of others that are wider.
const NARROWEST: usize = 12;
/// Where that will not do, not narrower than this.
const NARROWEST_OF_ALL: usize = 8;

impl Table {
    /// A table with these columns and no rows.
    #[must_use]
    pub const fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row; cells that are missing stay empty.
    pub fn row(&mut self, mut cells: Vec<Span>) {
        cells.resize(self.columns.len(), Span::default());
        self.rows.push(cells);
    }

    /// How many rows it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it has no rows.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The lines of the table, no wider than `width` if the columns that wrap allow it.
    #[must_use]
    pub fn lines(&self, width: usize) -> Vec<Line> {
        let widths = self.widths(width);
        let head: Vec<Span> = self.columns.iter().map(|column| Span::new(column.title, Tone::Strong)).collect();
        [&head].into_iter().chain(&self.rows).flat_map(|row| self.row_lines(row, &widths)).collect()
    }

    fn widths(&self, width: usize) -> Vec<usize> {
        let mut widths: Vec<usize> = self.columns.iter().map(|column| column.title.width()).collect();
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.width().max(*width);
            }
        }
        for care in [Care::Words, Care::Parts, Care::None] {
            self.shrink(&mut widths, care, width);
        }
        widths
    }

    /// Takes room from the widest columns until the table fits, as far as `care` allows.
    fn shrink(&self, widths: &mut [usize], care: Care, width: usize) {
        let least: Vec<usize> = (0..widths.len()).map(|at| self.least(at, care)).collect();
        let gaps = GAP * self.columns.len().saturating_sub(1);
        // An id is read letter by letter at need; the words beside it are what is read.
        let presses = |at: usize, width: usize| match self.columns[at].fit {
            Fit::Main => width,
            Fit::Whole | Fit::Wraps => width * 2,
            Fit::Hyphens => width * 3,
        };
        while widths.iter().sum::<usize>() + gaps > width {
            let gives = |at: &usize| self.columns[*at].fit != Fit::Whole && widths[*at] > least[*at];
            // The last of the widest: later columns are remarks and can give most.
            match (0..widths.len()).filter(gives).max_by_key(|at| presses(*at, widths[*at])) {
                Some(widest) => widths[widest] -= 1,
                None => break,
            }
        }
    }

    /// The least width of a column that breaks nothing that `care` keeps whole.
    fn least(&self, at: usize, care: Care) -> usize {
        let column = self.columns[at];
        let cells = self.rows.iter().map(|row| row[at].text()).chain([column.title]);
        let words = cells.flat_map(str::split_whitespace);
        let longest_part =
            || words.clone().flat_map(|word| word.split_inclusive('-')).map(UnicodeWidthStr::width).max();
        match (care, column.fit) {
            (Care::Words, Fit::Wraps | Fit::Main) => {
                words.map(UnicodeWidthStr::width).max().unwrap_or(0).max(NARROWEST)
            }
            (Care::Words, _) => longest_part().unwrap_or(0).max(NARROWEST),
            (Care::Parts, _) | (Care::None, Fit::Hyphens) => longest_part().unwrap_or(0).max(NARROWEST_OF_ALL),
            (Care::None, _) => NARROWEST_OF_ALL,
        }
    }

    fn row_lines(&self, row: &[Span], widths: &[usize]) -> Vec<Line> {
        let cells: Vec<Vec<String>> = row.iter().zip(widths).map(|(cell, width)| wrap(cell.text(), *width)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        (0..height).map(|at| self.row_line(row, widths, &cells, at)).collect()
    }

    fn row_line(&self, row: &[Span], widths: &[usize], cells: &[Vec<String>], at: usize) -> Line {
        let mut line = Line::default();
        for (index, (column, width)) in self.columns.iter().zip(widths).enumerate() {
            let part = cells[index].get(at).map_or("", String::as_str);
            let missing = " ".repeat(width.saturating_sub(part.width()));
            let gap = if index + 1 < self.columns.len() { " ".repeat(GAP) } else { String::new() };
            let (before, after) = match column.align {
                Align::Left => (String::new(), missing + &gap),
                Align::Right => (missing, gap),
            };
            line = line.and(before).and(Span::new(part, row[index].tone())).and(after);
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Table};
    use crate::cli::look::Colour;
    use crate::cli::text::Page;

    fn shown(table: &Table, width: usize) -> String {
        let mut page = Page::new(width);
        page.lines(table.lines(width));
        page.to_text(Colour::None)
    }

    #[test]
    fn numbers_stand_right_and_long_words_wrap() {
        let mut table = Table::new(vec![Column::id("Role"), Column::number("Weeks"), Column::words("Title")]);
        table.row(vec!["matron".into(), "104".into(), "Matron of a surgical division".into()]);
        table.row(vec!["ceo".into(), "8".into(), "Chief executive".into()]);
        assert_eq!(
            shown(&table, 36),
            "Role    Weeks  Title\n\
             matron    104  Matron of a surgical\n\
             \x20              division\n\
             ceo         8  Chief executive\n"
        );
    }

    #[test]
    fn ids_are_broken_at_their_hyphens_alone() {
        let mut table = Table::new(vec![Column::id("Role"), Column::words("Title")]);
        table.row(vec!["a-very-long-role-identification".into(), "Title".into()]);
        assert!(shown(&table, 60).contains("a-very-long-role-identification"));
        assert_eq!(
            shown(&table, 24),
            "Role               Title\n\
             a-very-long-role-  Title\n\
             identification\n"
        );
        assert!(shown(&table, 10).contains("identification"));
    }

    #[test]
    fn words_stay_whole_while_the_window_allows_it() {
        let mut table = Table::new(vec![Column::words("Title"), Column::words("Kind")]);
        table.row(vec!["Leading the administration of a whole trust".into(), "clinical-administration".into()]);
        assert!(shown(&table, 40).contains("clinical-administration"), "{}", shown(&table, 40));
        for width in [40, 32] {
            assert_eq!(shown(&table, width).matches("administration").count(), 2, "{}", shown(&table, width));
        }
    }
}
