//! A CSV file as rows of named cells. Lines are the file's, columns are counted in cells from 1.

use std::collections::BTreeMap;

use super::report::{Judged, Place, Refused, Report, listed, quoted};
use crate::domain::nearest::nearest;
use crate::domain::text::{clean, decode, unclosed_quote};

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

/// A table that could be read: rows that are not blank.
#[derive(Debug)]
pub(super) struct Table {
    file: String,
    places: BTreeMap<&'static str, usize>,
    width: usize,
    rows: Vec<Record>,
}

#[derive(Debug)]
struct Record {
    line: usize,
    cells: Vec<String>,
}

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'t> {
    table: &'t Table,
    record: &'t Record,
}

impl Table {
    /// Reads a table; what is wrong with its shape goes to the report.
    pub fn read(schema: &Schema, file: &str, bytes: &[u8], report: &mut Report) -> Self {
        let decoded = decode(bytes);
        for (line, remark) in &decoded.remarks {
            report.warning(Place { file, line: *line, column: 1 }, *remark);
        }
        let mut records = records(schema, file, &decoded.text, report).into_iter();
        let header = records.next();
        let mut table = Self { file: file.to_owned(), places: BTreeMap::new(), width: 0, rows: Vec::new() };
        let Some(header) = header else {
            let columns = listed(schema.columns().take(schema.required.len()));
            report.error(
                Place::whole(file),
                format!("the file is empty; its first line has to name the columns: {columns}"),
            );
            return table;
        };
        table.read_header(schema, &header, report);
        table.rows = records.collect();
        for row in table.rows() {
            row.judge_width(report);
        }
        table
    }

    fn read_header(&mut self, schema: &Schema, header: &Record, report: &mut Report) {
        let file = self.file.clone();
        let names: Vec<String> = header.cells.iter().map(|name| name.to_lowercase()).collect();
        let width = names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
        self.width = width;
        let mut unknown = Vec::new();
        for (at, name) in names.iter().enumerate().take(width) {
            let place = Place { file: &file, line: header.line, column: at + 1 };
            match schema.columns().find(|column| column == name) {
                None => unknown.push((place, name.as_str())),
                Some(column) => {
                    if let Some(first) = self.places.get(column) {
                        let first = first + 1;
                        report.error(
                            place,
                            format!(
                                "the column {column} is there twice (first as column {first}); remove or rename one"
                            ),
                        );
                    } else {
                        self.places.insert(column, at);
                    }
                }
            }
        }
        warn_of_unknown(schema, &unknown, report);
        let place = Place { file: &file, line: header.line, column: 1 };
        for missing in schema.required.iter().filter(|column| !self.places.contains_key(**column)) {
            let found = listed(names.iter().map(String::as_str).filter(|name| !name.is_empty()));
            let near = nearest(missing, unknown.iter().map(|(_, name)| *name), 1);
            let remedy = near
                .first()
                .map_or_else(|| "add it".to_owned(), |near| format!("if {} is meant, rename it", quoted(near)));
            report.error(place, format!("the column {missing} is missing; {remedy}. Columns found: {found}"));
        }
    }

    /// The file's name.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Whether the header has this column.
    pub fn has(&self, column: &str) -> bool {
        self.places.contains_key(column)
    }

    /// The rows in the order of the file.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.rows.iter().map(|record| Row { table: self, record })
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
        self.record.line
    }

    /// The cell, or nothing written when the table has no such column or the row ends before it.
    pub fn text(&self, column: &str) -> &'t str {
        let at = self.table.places.get(column);
        at.and_then(|at| self.record.cells.get(*at)).map_or("", String::as_str)
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
        let at = self.table.places.get(column).copied().unwrap_or(self.table.width);
        Place { file: &self.table.file, line: self.record.line, column: at + 1 }
    }

    /// The cell, which must not be empty.
    pub fn required(&self, column: &str, report: &mut Report) -> Judged<&'t str> {
        let Some(at) = self.table.places.get(column) else {
            return Err(Refused); // reported with the header
        };
        match self.record.cells.get(*at) {
            Some(text) if !text.is_empty() => Ok(text),
            Some(_) => report.refuse(self.place(column), format!("the cell {column} is empty; it has to be filled in")),
            None => {
                let (cells, width) = (self.record.cells.len(), self.table.width);
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
        let surplus = self.record.cells.iter().skip(width).position(|cell| !cell.is_empty());
        if let Some(at) = surplus {
            let place = Place { file: &self.table.file, line: self.record.line, column: width + at + 1 };
            let cells = self.record.cells.len();
            let message = format!(
                "the row has {cells} cells and the header names {width} columns; put a text with a comma into quotation \
                 marks, with no space before the first"
            );
            report.error(place, message);
        }
    }
}

/// The records of a file that are not blank; the first is the header.
fn records(schema: &Schema, file: &str, text: &str, report: &mut Report) -> Vec<Record> {
    let (text, lines_before, separator) = separator(schema, text);
    if let Some(line) = unclosed_quote(text.as_bytes(), separator) {
        let place = Place { file, line: line + lines_before, column: 1 };
        report.error(
            place,
            "a quotation mark opens in this row and is never closed, so the rest of the file is one cell; close it",
        );
    }
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut records = Vec::new();
    let mut raw = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut raw) {
            Ok(false) => return records,
            Ok(true) => records.extend(record(file, text, lines_before, &raw, report)),
            Err(error) => {
                report.error(Place::whole(file), format!("the file cannot be read as a table: {error}"));
                return records;
            }
        }
    }
}

fn record(file: &str, text: &str, lines_before: usize, raw: &csv::StringRecord, report: &mut Report) -> Option<Record> {
    let line = lines_before + raw.position().map_or(1, |position| first_line(text, position));
    let mut cells = Vec::with_capacity(raw.len());
    for (at, cell) in raw.iter().enumerate() {
        let cleaned = clean(cell);
        if cleaned.had_controls {
            let message = "the cell holds control or invisible characters, which were taken out; type it again";
            report.warning(Place { file, line, column: at + 1 }, message);
        }
        cells.push(cleaned.text.into_owned());
    }
    cells.iter().any(|cell| !cell.is_empty()).then_some(Record { line, cells })
}

/// The position of a record is where the one before ended; the empty lines between belong to neither.
fn first_line(text: &str, position: &csv::Position) -> usize {
    let number = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(number(position.byte())..).unwrap_or_default();
    number(position.line()) + rest.iter().take_while(|byte| **byte == b'\n').count()
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
