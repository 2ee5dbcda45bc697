//! The rows and cells of a CSV text (RFC 4180), as they stand in it: a cell is copied only when it says a quotation mark
//! by two. Whatever the text, every letter of it but separators and marks ends up in some cell.

use std::borrow::Cow;

/// Reads a text row by row. Lines end in line feeds; empty lines are passed over.
#[derive(Debug)]
pub struct Records<'t> {
    rest: &'t str,
    separator: u8,
    line: usize,
    unclosed: Option<usize>,
}

/// The most cells of a row that are kept: no table has so many columns, and a file of nothing but separators would
/// otherwise take many times its own size.
const MOST_CELLS: usize = 4_096;

/// What follows a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Follows {
    Cell,
    End,
}

impl<'t> Records<'t> {
    /// The rows of `text`, whose first line has the number `line`. The separator is an ASCII character.
    #[must_use]
    pub const fn new(text: &'t str, separator: u8, line: usize) -> Self {
        Self { rest: text, separator, line, unclosed: None }
    }

    /// Adds the cells of the next row to `cells`, up to a number that no table has, and gives the line on which it begins; nothing at the end.
    pub fn read(&mut self, cells: &mut Vec<Cow<'t, str>>) -> Option<usize> {
        let text = self.rest.trim_start_matches('\n');
        self.line += self.rest.len() - text.len();
        self.rest = text;
        if text.is_empty() {
            return None;
        }
        let line = self.line;
        let most = cells.len() + MOST_CELLS;
        while self.cell(cells) == Follows::Cell {
            cells.truncate(most);
        }
        Some(line)
    }

    /// The line on which a cell in quotation marks begins that never ends; known when the last row has been read.
    #[must_use]
    pub const fn unclosed(&self) -> Option<usize> {
        self.unclosed
    }

    fn cell(&mut self, cells: &mut Vec<Cow<'t, str>>) -> Follows {
        let cell = match self.rest.strip_prefix('"') {
            Some(inside) => self.marked(inside),
            None => Cow::Borrowed(self.bare(self.rest)),
        };
        cells.push(cell);
        let mut after = self.rest.chars();
        let follows = match after.next() {
            Some('\n') => {
                self.line += 1;
                Follows::End
            }
            Some(_) => Follows::Cell,
            None => Follows::End,
        };
        self.rest = after.as_str();
        follows
    }

    /// The beginning of `text` up to a separator or the end of the line; what is left begins with that.
    fn bare(&mut self, text: &'t str) -> &'t str {
        let ends = |byte: u8| byte == self.separator || byte == b'\n';
        let (cell, rest) = text.split_at(text.bytes().position(ends).unwrap_or(text.len()));
        self.rest = rest;
        cell
    }

    /// A cell in quotation marks, from after the first of them. What stands between the last and the separator belongs
    /// to it.
    fn marked(&mut self, mut inside: &'t str) -> Cow<'t, str> {
        let mut cell = Cow::Borrowed("");
        let begins = self.line;
        while let Some(mark) = inside.find('"') {
            let (text, rest) = (&inside[..mark], &inside[mark + 1..]);
            self.line += lines_in(text);
            if let Some(rest) = rest.strip_prefix('"') {
                cell += &inside[..=mark];
                inside = rest;
            } else {
                cell += text;
                cell += self.bare(rest);
                return cell;
            }
        }
        self.unclosed = Some(begins);
        self.line += lines_in(inside);
        self.rest = "";
        cell + inside
    }
}

fn lines_in(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Records;

    fn read(text: &str) -> (Vec<(usize, Vec<String>)>, Option<usize>) {
        let mut records = Records::new(text, b',', 1);
        let mut rows = Vec::new();
        let mut cells = Vec::new();
        while let Some(line) = records.read(&mut cells) {
            rows.push((line, cells.drain(..).map(String::from).collect()));
        }
        (rows, records.unclosed())
    }

    #[test]
    fn lines_are_counted_through_marks_and_empty_lines() {
        let (rows, unclosed) = read("\n\na,b\n\"x\ny\",\"1\"\"2\"\n\nlast,\n");
        let row = |line: usize, cells: [&str; 2]| (line, cells.map(str::to_owned).to_vec());
        assert_eq!(rows, [row(3, ["a", "b"]), row(4, ["x\ny", "1\"2"]), row(7, ["last", ""])]);
        assert_eq!(unclosed, None);
    }

    #[test]
    fn a_mark_that_is_never_closed_is_told_by_the_line_of_its_cell() {
        let (rows, unclosed) = read("a\nb,\"c\nd\n");
        assert_eq!(rows[1], (2, vec!["b".to_owned(), "c\nd\n".to_owned()]));
        assert_eq!(unclosed, Some(2));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn cells_are_what_another_reader_of_csv_finds(text in "[ab,\"\n é]{0,40}") {
            let mut other = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let expected: Vec<Vec<String>> =
                other.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
            let found: Vec<Vec<String>> = read(&text).0.into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
