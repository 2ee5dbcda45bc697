//! What both kinds of CSV share: rows of named cells with the line on which each begins.

use std::borrow::Cow;

use super::Faults;
use crate::domain::text::Records;

/// A table with a header.
#[derive(Debug)]
pub(super) struct Sheet<'t> {
    names: Vec<String>,
    /// The cells of all rows, one row behind the other.
    cells: Vec<Cow<'t, str>>,
    rows: Vec<Place>,
}

/// The line on which a row begins, and where its cells end.
#[derive(Debug)]
struct Place {
    line: usize,
    end: usize,
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'s> {
    /// The line on which it begins.
    pub line: usize,
    cells: &'s [Cow<'s, str>],
    columns: usize,
}

const MOST_COLUMNS: usize = 500;
const MOST_ROWS: usize = 1_000_000;

impl<'t> Sheet<'t> {
    /// Reads a table; nothing, and a fault, when it is none.
    pub fn read(text: &'t str, faults: &mut Faults) -> Option<Self> {
        let mut sheet = Self { names: Vec::new(), cells: Vec::new(), rows: Vec::new() };
        let mut records = Records::new(text, separator(text), 1);
        loop {
            let begins = sheet.cells.len();
            let Some(line) = records.read(&mut sheet.cells) else { break };
            let row = &sheet.cells[begins..];
            if row.iter().all(|cell| cell.trim().is_empty()) {
                sheet.cells.truncate(begins);
            } else if sheet.names.is_empty() {
                sheet.names = row.iter().take(MOST_COLUMNS).map(|name| name.trim().to_lowercase()).collect();
                sheet.cells.truncate(begins);
            } else {
                // Nobody asks for what is under no name.
                sheet.cells.truncate(begins + sheet.names.len());
                sheet.rows.push(Place { line, end: sheet.cells.len() });
            }
            if sheet.rows.len() > MOST_ROWS {
                faults.lose_file(line, format!("the file has more than {MOST_ROWS} rows; split it"));
                return None;
            }
        }
        if let Some(line) = records.unclosed() {
            faults.lose_file(line, "a quotation mark opens in this row and is never closed; is the file cut off?");
            return None;
        }
        Some(sheet)
    }

    /// The names of the columns, in small letters.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The place of the first of these columns that is there.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|wanted| self.names.iter().position(|name| name == wanted))
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let columns = self.names.len();
        let begins = std::iter::once(0).chain(self.rows.iter().map(|place| place.end));
        let row = move |(begins, place): (usize, &Place)| Row {
            line: place.line,
            cells: &self.cells[begins..place.end],
            columns,
        };
        begins.zip(&self.rows).map(row)
    }
}

impl<'s> Row<'s> {
    /// The cell of a column; empty when there is no such column or the row ends before it.
    pub fn at(&self, column: Option<usize>) -> &'s str {
        column.and_then(|at| self.cells.get(at)).map_or("", |cell| cell)
    }

    /// Whether the row has at least as many cells as the header names.
    pub fn is_whole(&self) -> bool {
        self.cells.len() >= self.columns
    }
}

/// What separates the cells: what makes most columns of the first line.
fn separator(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: u8| memchr::memchr_iter(separator, header.as_bytes()).count();
    [b';', b'\t', b','].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}
