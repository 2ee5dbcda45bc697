//! What both kinds of CSV share: rows of named cells with the line on which each begins.

use super::Faults;
use super::lines::Lines;
use crate::domain::text::unclosed_quote;

/// A table with a header.
#[derive(Debug)]
pub(super) struct Sheet {
    names: Vec<String>,
    rows: Vec<(usize, csv::StringRecord)>,
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'s> {
    sheet: &'s Sheet,
    /// The line on which it begins.
    pub line: usize,
    cells: &'s csv::StringRecord,
}

const MOST_COLUMNS: usize = 500;

impl Sheet {
    /// Reads a table; nothing, and a fault, when it is none.
    pub fn read(text: &str, faults: &mut Faults) -> Option<Self> {
        let separator = separator(text);
        if let Some(line) = unclosed_quote(text.as_bytes(), separator) {
            faults.lose_file(line, "a quotation mark opens in this row and is never closed; is the file cut off?");
            return None;
        }
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let (mut names, mut rows) = (Vec::new(), Vec::new());
        let mut lines = Lines::new(text);
        let mut cells = csv::StringRecord::new();
        loop {
            match reader.read_record(&mut cells) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    faults.lose_file(1, format!("the file cannot be read as a table: {error}"));
                    return None;
                }
            }
            let line = cells.position().map_or(1, |position| lines.line_after_blanks(position.byte()));
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if names.is_empty() {
                names = cells.iter().take(MOST_COLUMNS).map(|name| name.trim().to_lowercase()).collect();
            } else {
                rows.push((line, cells.clone()));
            }
        }
        Some(Self { names, rows })
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
        self.rows.iter().map(|(line, cells)| Row { sheet: self, line: *line, cells })
    }
}

impl<'s> Row<'s> {
    /// The cell of a column; empty when there is no such column or the row ends before it.
    pub fn at(&self, column: Option<usize>) -> &'s str {
        column.and_then(|at| self.cells.get(at)).unwrap_or_default()
    }

    /// Whether the row has at least as many cells as the header names.
    pub fn is_whole(&self) -> bool {
        self.cells.len() >= self.sheet.names.len()
    }
}

/// What separates the cells: what makes most columns of the first line.
fn separator(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: u8| memchr::memchr_iter(separator, header.as_bytes()).count();
    [b';', b'\t', b','].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}
