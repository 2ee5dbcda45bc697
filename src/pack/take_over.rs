//! Putting what is new into a file that a person may have written: what says the same stays as it was written, comments
//! and order of keys included, and so does what is not the program's.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};

use super::{appraisal, profile};

/// What the program writes in a table, and which key tells one of a list from the others.
#[derive(Clone, Copy)]
struct Shape {
    written: &'static [&'static str],
    list: &'static [(&'static str, Entry)],
}

/// How the tables of a list are told apart.
#[derive(Clone, Copy)]
struct Entry {
    key: &'static str,
    shape: Shape,
}

const ROOT: Shape = Shape { written: &profile::WRITTEN, list: &[("appraisal", Entry { key: "on", shape: APPRAISAL })] };
const APPRAISAL: Shape = Shape {
    written: &appraisal::WRITTEN,
    list: &[
        ("rating", Entry { key: "competency", shape: Shape { written: &appraisal::RATING, list: &[] } }),
        ("objective", Entry { key: "what", shape: Shape { written: &appraisal::OBJECTIVE, list: &[] } }),
    ],
};

/// Puts a new document in the place of an old one.
pub(super) fn take_over(old: &mut DocumentMut, new: &DocumentMut) {
    table(old.as_table_mut(), new.as_table(), ROOT);
}

fn table(old: &mut Table, new: &Table, shape: Shape) {
    // A key of the program's that is gone from the portfolio goes from the file.
    for key in shape.written.iter().filter(|key| !new.contains_key(key)) {
        old.remove(key);
    }
    for (key, item) in new {
        if old.get(key).is_some_and(|old| same(old, item)) {
            continue;
        }
        match (old.get_mut(key), item) {
            // The comment beside a value is about the value; the one above the key stays.
            (Some(Item::Value(before)), Item::Value(value)) => *before = value.clone(),
            (Some(Item::ArrayOfTables(before)), Item::ArrayOfTables(after)) => {
                let entry = shape.list.iter().find(|(name, _)| *name == key).map(|(_, entry)| *entry);
                *before = list(before, after, entry);
            }
            (Some(before), _) => *before = placed(item, before.as_table().and_then(Table::position)),
            (None, _) => {
                old.insert(key, placed(item, None));
            }
        }
    }
}

/// The new list, with those of the old one in it that say the same, or something else of the same thing.
fn list(old: &ArrayOfTables, new: &ArrayOfTables, entry: Option<Entry>) -> ArrayOfTables {
    let first = old.iter().next().and_then(Table::position);
    let mut left: Vec<(Option<toml::Value>, &Table)> = old.iter().map(|one| (said_by(one), one)).collect();
    // What says the same is found first, so that nothing else takes its place.
    let unchanged = |one: &Table| {
        let wanted = said_by(one);
        take(&mut left, |(said, _)| wanted.is_some() && *said == wanted)
    };
    let unchanged: Vec<Option<&Table>> = new.iter().map(unchanged).collect();
    let mut merged = ArrayOfTables::new();
    for (one, unchanged) in new.iter().zip(unchanged) {
        let mut kept = match (unchanged, entry) {
            (Some(unchanged), _) => unchanged.clone(),
            (None, Some(entry)) => renewed(&mut left, one, entry),
            (None, None) => one.clone(),
        };
        forget_place(&mut kept);
        if merged.is_empty() {
            kept.set_position(first);
        }
        merged.push(kept);
    }
    merged
}

/// What was said before of the same thing, with what is new in it; else what is new.
fn renewed(left: &mut Vec<(Option<toml::Value>, &Table)>, new: &Table, Entry { key, shape }: Entry) -> Table {
    let same_thing = |old: &Table| old.get(key).zip(new.get(key)).is_some_and(|(old, new)| same(old, new));
    let Some(before) = take(left, |(_, old)| same_thing(old)) else { return new.clone() };
    let mut before = before.clone();
    table(&mut before, new, shape);
    before
}

/// Takes out the first that fits.
fn take<'t, S>(left: &mut Vec<(S, &'t Table)>, fits: impl Fn(&(S, &'t Table)) -> bool) -> Option<&'t Table> {
    let at = left.iter().position(fits)?;
    Some(left.remove(at).1)
}

/// An item that came from another document, at this place.
fn placed(item: &Item, position: Option<isize>) -> Item {
    let mut item = item.clone();
    match &mut item {
        Item::Table(table) => {
            forget_place(table);
            table.set_position(position);
        }
        Item::ArrayOfTables(tables) => tables.iter_mut().for_each(forget_place),
        Item::None | Item::Value(_) => {}
    }
    item
}

/// Tables of two documents have places of two counts; without one a table follows the one before it.
fn forget_place(table: &mut Table) {
    table.set_position(None);
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(inner) => forget_place(inner),
            Item::ArrayOfTables(inner) => inner.iter_mut().for_each(forget_place),
            Item::None | Item::Value(_) => {}
        }
    }
}

/// Whether two items say the same, however they are written.
fn same(one: &Item, other: &Item) -> bool {
    let alone = |item: &Item| {
        let mut table = Table::new();
        table.insert("it", item.clone());
        said_by(&table)
    };
    alone(one).is_some_and(|one| Some(one) == alone(other))
}

/// What a table says, however it is written.
fn said_by(table: &Table) -> Option<toml::Value> {
    let document = DocumentMut::from(table.clone());
    toml::from_str::<toml::Table>(&document.to_string()).ok().map(|table| plain(toml::Value::Table(table)))
}

/// A value as far as it says something: a date says the same in quotation marks and without.
fn plain(value: toml::Value) -> toml::Value {
    match value {
        toml::Value::Datetime(day) => toml::Value::String(day.to_string()),
        toml::Value::Array(all) => toml::Value::Array(all.into_iter().map(plain).collect()),
        toml::Value::Table(all) => {
            toml::Value::Table(all.into_iter().map(|(key, value)| (key, plain(value))).collect())
        }
        other => other,
    }
}
