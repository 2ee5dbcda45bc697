//! Ids of a pack: which there are, and what to say of one that is not among them.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, Hash as _, Hasher as _, RandomState};

use super::report::{Judged, Place, Refused, Report, quoted};
use super::table::{Row, Table};
use crate::domain::id::Slug;
use crate::domain::nearest::nearest;

/// All ids of one kind, each with the place of its row.
#[derive(Debug)]
pub(super) struct Ids<'t> {
    /// What they are ids of: `role`, `training item` …
    what: &'static str,
    /// The file they stand in.
    home: &'t str,
    by_id: HashMap<&'t str, usize>,
    /// Whether all of them are known: not when their own file could not be read, and then nothing is called unknown.
    complete: bool,
}

impl<'t> Ids<'t> {
    /// Ids in the order of their rows.
    pub fn new(what: &'static str, home: &'t str, ids: impl IntoIterator<Item = &'t str>) -> Self {
        let mut by_id = HashMap::new();
        for (at, id) in ids.into_iter().enumerate() {
            by_id.entry(id).or_insert(at);
        }
        Self { what, home, by_id, complete: true }
    }

    /// Ids of which nothing is known, since their file is faulty.
    pub fn unreadable(what: &'static str, home: &'t str) -> Self {
        Self { complete: false, ..Self::new(what, home, []) }
    }

    /// The ids in a column of a table; none when the table is absent.
    pub fn of_table(what: &'static str, home: &'t str, table: Option<&'t Table>, column: &str) -> Self {
        match table {
            None => Self::new(what, home, []),
            Some(table) if !table.has(column) => Self::unreadable(what, table.file()),
            Some(table) => Self::new(what, table.file(), table.rows().map(|row| row.text(column))),
        }
    }

    /// The row of an id, if there is one.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Whether every id of this kind could be read.
    pub const fn is_complete(&self) -> bool {
        self.complete
    }

    /// The row of an id that has to be there.
    pub fn resolve(&self, id: &str, place: Place, report: &mut Report) -> Judged<usize> {
        match self.find(id) {
            Some(at) => Ok(at),
            None if self.complete => report.refuse_with(place, || self.unknown(id)),
            None => Err(Refused),
        }
    }

    /// What to say of an id that does not exist.
    pub fn unknown(&self, id: &str) -> String {
        let (what, home) = (self.what, self.home);
        let remedy = if id.starts_with('@') {
            "a group such as @board can only stand in requirements.csv".to_owned()
        } else if self.by_id.is_empty() {
            format!("{home} has none")
        } else {
            let near = nearest(id, self.by_id.keys().copied(), 3);
            if near.is_empty() {
                format!("see {home} for those there are")
            } else {
                format!("nearest: {}", near.join(", "))
            }
        };
        format!("no {what} has the id {}; {remedy}", quoted(id))
    }
}

/// Judges the ids in a column: there, written as ids are, and each only once.
pub(super) fn judge_ids(table: &Table, column: &str, reserved: &[&str], report: &mut Report) {
    let mut first_lines: HashMap<&str, usize> = HashMap::new();
    for row in table.rows() {
        let Ok(id) = row.required(column, report) else { continue };
        let place = row.place(column);
        if let Some(first) = first_lines.get(id) {
            report.error(
                place,
                format!("the {column} {} is already on line {first}; each row needs its own", quoted(id)),
            );
            continue;
        }
        first_lines.insert(id, row.line());
        if reserved.contains(&id) {
            report.error(place, format!("{} is a word of expressions and cannot be an id; choose another", quoted(id)));
        }
        judge_kebab(column, id, place, report);
    }
}

/// Judges a column of codes, which may be written in any way but only once each.
pub(super) fn judge_codes(table: &Table, column: &str, report: &mut Report) {
    let mut first_lines: HashMap<&str, usize> = HashMap::new();
    for row in table.rows() {
        let Ok(code) = row.required(column, report) else { continue };
        if let Some(first) = first_lines.get(code) {
            let message = format!("the {column} {} is already on line {first}; each row needs its own", quoted(code));
            report.error(row.place(column), message);
        } else {
            first_lines.insert(code, row.line());
        }
    }
}

/// Warns of rows that say again what an earlier one says: the same in all `columns`, which name a `what`.
pub(super) fn judge_repeats(table: &Table, columns: &[&str], what: &str, report: &mut Report) {
    for (row, first) in repeats(table, columns) {
        let (first, same) = (first.line(), columns.join(", "));
        let message = format!("this {what} is already on line {first}, with the same {same}; remove one of the rows");
        report.warning(row.place(columns[0]), message);
    }
}

/// The rows that say again what an earlier one says, each with that one, in the order of the table.
///
/// Rows are brought together by a number made of their cells and only then compared: half a million rows sorted by
/// numbers take a tenth of the time that a map takes whose keys are their texts.
fn repeats<'t>(table: &'t Table, columns: &[&str]) -> Vec<(Row<'t>, Row<'t>)> {
    let numbers = RandomState::new();
    let cells = |row: Row<'t>| columns.iter().map(move |column| row.text(column));
    let filled = |row: &Row<'t>| cells(*row).all(|cell| !cell.is_empty());
    let number = |row: Row<'t>| {
        let mut hasher = numbers.build_hasher();
        cells(row).for_each(|cell| cell.hash(&mut hasher));
        hasher.finish()
    };
    let mut rows: Vec<(u64, Row<'t>)> = table.rows().filter(filled).map(|row| (number(row), row)).collect();
    rows.sort_by_key(|(number, _)| *number);
    let alike = rows.chunk_by(|(one, _), (other, _)| one == other).filter(|alike| alike.len() > 1);
    let mut repeats: Vec<_> = alike
        .flat_map(|alike| {
            alike.iter().enumerate().filter_map(|(at, (_, row))| {
                let first = alike[..at].iter().find(|(_, before)| cells(*before).eq(cells(*row)));
                first.map(|(_, first)| (*row, *first))
            })
        })
        .collect();
    repeats.sort_by_key(|(row, _)| row.line());
    repeats
}

/// The slug in a text, or a fault that says how to write it.
pub(super) fn judge_kebab(name: &str, id: &str, place: Place, report: &mut Report) -> Option<Slug> {
    let slug = Slug::parse(id);
    if slug.is_none() {
        report.error(place, format!("the {name} {} is not written as ids are: {}", quoted(id), kebab_remedy(id)));
    }
    slug
}

fn kebab_remedy(id: &str) -> String {
    let rule = "small letters a to z and digits, in groups joined by single hyphens";
    let lower = id.chars().take(80).flat_map(char::to_lowercase);
    let groups: String = lower.map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let suggestion = groups.split_whitespace().collect::<Vec<_>>().join("-");
    if suggestion.is_empty() { rule.to_owned() } else { format!("{rule}, for instance {suggestion}") }
}
