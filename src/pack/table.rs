//! A CSV file as rows of named cells. Lines are the file's, columns are counted in cells from 1.

use std::borrow::Cow;
use std::ops::Range;

use super::report::{Judged, Place, Refused, Report, listed, quoted};
use crate::domain::nearest::nearest;
use crate::domain::text::{Records, clean};

/// Which columns a table has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schema {
    /// The file, for instance `roles.csv`.
    pub file: &'static str,
    /// Columns without which no row can be read.
    pub required: &'static [&'static str],
    /// Columns that may be absent.
    pub optional: &'static [&'static str],
}

impl Schema {
    fn columns(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.required.iter().chain(self.optional).copied()
    }
}

/// A table that could be read: rows that are not blank, one after the other. Cells lie in the text of the file.
#[derive(Debug)]
pub(super) struct Table<'t> {
    file: &'t str,
    places: Places,
    width: usize,
    rows: Vec<Record>,
    cells: Vec<Cow<'t, str>>,
}

/// At which place of a row each known column stands; a table has so few that they are looked through.
#[derive(Debug, Default)]
struct Places(Vec<(&'static str, usize)>);

impl Places {
    fn of(&self, column: &str) -> Option<usize> {
        self.0.iter().find(|(name, _)| *name == column).map(|(_, at)| *at)
    }
}

#[derive(Debug)]
struct Record {
    line: usize,
    /// Which cells of the table are the row's.
    cells: Range<usize>,
}

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'t> {
    table: &'t Table<'t>,
    line: usize,
    cells: &'t [Cow<'t, str>],
}

impl<'t> Table<'t> {
    /// Reads a table; what is wrong with its shape goes to the report.
    pub fn read(schema: &Schema, file: &'t str, text: &'t str, report: &mut Report) -> Self {
        let mut table = Self { file, places: Places::default(), width: 0, rows: Vec::new(), cells: Vec::new() };
        table.read_rows(schema, text, report);
        if table.rows.is_empty() {
            let columns = listed(schema.columns().take(schema.required.len()));
            report.error(
                Place::whole(file),
                format!("the file is empty; its first line has to name the columns: {columns}"),
            );
            return table;
        }
        let header = table.rows.remove(0);
        table.read_header(schema, &header, report);
        for row in table.rows() {
            row.judge_width(report);
        }
        table
    }

    /// The rows that are not blank; the first is the header.
    fn read_rows(&mut self, schema: &Schema, text: &'t str, report: &mut Report) {
        let (text, lines_before, separator) = separator(schema, text);
        let mut records = Records::new(text, separator, lines_before + 1);
        let mut first = 0;
        while let Some(line) = records.read(&mut self.cells) {
            let cells = &mut self.cells[first..];
            for (at, cell) in cells.iter_mut().enumerate() {
                tidy(cell, Place { file: self.file, line, column: at + 1 }, report);
            }
            if cells.iter().all(|cell| cell.is_empty()) {
                self.cells.truncate(first);
            } else {
                self.rows.push(Record { line, cells: first..self.cells.len() });
            }
            first = self.cells.len();
        }
        if let Some(line) = records.unclosed() {
            report.error(
                Place { file: self.file, line, column: 1 },
                "a quotation mark opens in this row and is never closed, so the rest of the file is one cell; close it",
            );
        }
    }

    fn read_header(&mut self, schema: &Schema, header: &Record, report: &mut Report) {
        let file = self.file;
        let names: Vec<String> = self.cells[header.cells.clone()].iter().map(|name| name.to_lowercase()).collect();
        let width = names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
        self.width = width;
        let mut unknown = Vec::new();
        for (at, name) in names.iter().enumerate().take(width) {
            let place = Place { file, line: header.line, column: at + 1 };
            match schema.columns().find(|column| column == name) {
                None => unknown.push((place, name.as_str())),
                Some(column) => {
                    if let Some(first) = self.places.of(column) {
                        let first = first + 1;
                        report.error(
                            place,
                            format!(
                                "the column {column} is there twice (first as column {first}); remove or rename one"
                            ),
                        );
                    } else {
                        self.places.0.push((column, at));
                    }
                }
            }
        }
        warn_of_unknown(schema, &unknown, report);
        let place = Place { file, line: header.line, column: 1 };
        for missing in schema.required.iter().filter(|column| self.places.of(column).is_none()) {
            let found = listed(names.iter().map(String::as_str).filter(|name| !name.is_empty()));
            let near = nearest(missing, unknown.iter().map(|(_, name)| *name), 1);
            let remedy = near
                .first()
                .map_or_else(|| "add it".to_owned(), |near| format!("if {} is meant, rename it", quoted(near)));
            report.error(place, format!("the column {missing} is missing; {remedy}. Columns found: {found}"));
        }
    }

    /// The file's name.
    pub const fn file(&self) -> &'t str {
        self.file
    }

    /// Whether the header has this column.
    pub fn has(&self, column: &str) -> bool {
        self.places.of(column).is_some()
    }

    /// The rows in the order of the file.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        let cells = |record: &Record| &self.cells[record.cells.clone()];
        self.rows.iter().map(move |record| Row { table: self, line: record.line, cells: cells(record) })
    }
}

/// How many unknown columns are named one by one.
const NAMED_UNKNOWN: usize = 20;

fn warn_of_unknown(schema: &Schema, unknown: &[(Place, &str)], report: &mut Report) {
    for (place, name) in unknown.iter().take(NAMED_UNKNOWN) {
        if name.is_empty() {
            report.warning(*place, "a column without a name is ignored; name it or remove it");
            continue;
        }
        let near = nearest(name, schema.columns(), 1);
        let hint = near.first().map_or_else(String::new, |near| format!("; is {near} meant?"));
        report.warning(*place, format!("the column {} is not known here and is ignored{hint}", quoted(name)));
    }
    if let Some((place, _)) = unknown.get(NAMED_UNKNOWN) {
        let more = unknown.len() - NAMED_UNKNOWN;
        report.warning(*place, format!("{more} further columns are not known here and are ignored"));
    }
}

impl<'t> Row<'t> {
    /// The line on which the row begins.
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The cell, or nothing written when the table has no such column or the row ends before it.
    pub fn text(&self, column: &str) -> &'t str {
        let at = self.table.places.of(column);
        at.and_then(|at| self.cells.get(at)).map_or("", |cell| cell)
    }

    /// The cell as a text of one's own.
    pub fn owned(&self, column: &str) -> String {
        self.text(column).to_owned()
    }

    /// The cell, unless it is empty.
    pub fn some(&self, column: &str) -> Option<String> {
        Some(self.text(column)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// Where the cell stands, or would stand.
    pub fn place(&self, column: &str) -> Place<'t> {
        let at = self.table.places.of(column).unwrap_or(self.table.width);
        Place { file: self.table.file, line: self.line, column: at + 1 }
    }

    /// The cell, which must not be empty.
    pub fn required(&self, column: &str, report: &mut Report) -> Judged<&'t str> {
        let Some(at) = self.table.places.of(column) else {
            return Err(Refused); // reported with the header
        };
        match self.cells.get(at) {
            Some(text) if !text.is_empty() => Ok(text),
            Some(_) => report.refuse(self.place(column), format!("the cell {column} is empty; it has to be filled in")),
            None => {
                let (cells, width) = (self.cells.len(), self.table.width);
                let message = format!(
                    "the row has {} and ends before {column}; the header names {width}. Is a line broken in two?",
                    if cells == 1 { "1 cell".to_owned() } else { format!("{cells} cells") },
                );
                report.refuse(self.place(column), message)
            }
        }
    }

    fn judge_width(&self, report: &mut Report) {
        let width = self.table.width;
        let surplus = self.cells.iter().skip(width).position(|cell| !cell.is_empty());
        if let Some(at) = surplus {
            let place = Place { file: self.table.file, line: self.line, column: width + at + 1 };
            let cells = self.cells.len();
            let message = format!(
                "the row has {cells} cells and the header names {width} columns; put a text with a comma into quotation \
                 marks, with no space before the first"
            );
            report.error(place, message);
        }
    }
}

/// Makes a cell fit for a terminal and for comparison.
fn tidy(cell: &mut Cow<str>, place: Place, report: &mut Report) {
    let cleaned = match cell {
        Cow::Borrowed(text) => clean(text),
        Cow::Owned(text) => clean(text).into_owned(),
    };
    if cleaned.had_controls {
        let message = "the cell holds control or invisible characters, which were taken out; type it again";
        report.warning(place, message);
    }
    *cell = cleaned.text;
}

/// The text to read, how many lines were left out before it, and the separator: what makes most sense of the header.
fn separator<'t>(schema: &Schema, text: &'t str) -> (&'t str, usize, u8) {
    let first = text.lines().next().unwrap_or_default();
    let declared = first.strip_prefix("sep=").and_then(|rest| rest.bytes().next());
    if let Some(separator) = declared.filter(|byte| b",;\t|".contains(byte)) {
        return (text.get(first.len() + 1..).unwrap_or_default(), 1, separator);
    }
    let header = text.lines().find(|line| !line.trim_matches([',', ';', '\t', ' ']).is_empty()).unwrap_or_default();
    let known = |separator: u8| {
        let names = header.split(char::from(separator)).take(1_000);
        let bare = |name: &str| name.trim().trim_matches('"').trim().to_lowercase();
        names.filter(|name| schema.columns().any(|column| column == bare(name))).count()
    };
    let best = [b';', b'\t', b','].into_iter().max_by_key(|separator| known(*separator)).unwrap_or(b',');
    (text, 0, best)
}
