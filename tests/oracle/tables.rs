//! The tables of a pack as plain cells: made by chance, written by hand or read from a folder; read by the real loader
//! through [`Tables::pack`] and by the oracle through its own reader.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use fingerpost::domain::Pack;
use fingerpost::pack::Files;

use super::rng::Rng;

/// One table.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    pub fn new(header: &[&str]) -> Self {
        Self { header: header.iter().map(ToString::to_string).collect(), rows: Vec::new() }
    }

    fn from_csv(bytes: &[u8]) -> Self {
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bytes);
        let words = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
        let header = words(reader.headers().expect("a header"));
        let rows = reader.records().map(|record| words(&record.expect("a row"))).collect();
        Self { header, rows }
    }

    fn to_csv(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in [&self.header].into_iter().chain(&self.rows) {
            writer.write_record(row).expect("a row as wide as the header");
        }
        writer.into_inner().expect("memory takes it all")
    }

    /// The place of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }

    /// A cell; empty when the table has no such column.
    pub fn cell<'s>(&'s self, row: &'s [String], column: &str) -> &'s str {
        self.column(column).map_or("", |at| row[at].as_str())
    }

    pub fn push(&mut self, row: &[&str]) {
        assert_eq!(row.len(), self.header.len(), "{row:?}");
        self.rows.push(row.iter().map(ToString::to_string).collect());
    }

    /// Puts `value` in every cell of a column.
    pub fn fill(&mut self, column: &str, value: &str) {
        if let Some(at) = self.column(column) {
            self.rows.iter_mut().for_each(|row| value.clone_into(&mut row[at]));
        }
    }
}

/// `pack.toml` and the tables that the planner's rules speak of.
#[derive(Debug, Clone)]
pub struct Tables {
    pub toml: String,
    pub sheets: BTreeMap<&'static str, Sheet>,
}

const NAMES: [&str; 5] = ["roles", "moves", "training", "requirements", "grants"];

impl Tables {
    /// The tables of a folder.
    pub fn folder(folder: &Path) -> Self {
        let sheets = NAMES.into_iter().map(|name| {
            let bytes = std::fs::read(folder.join(format!("{name}.csv"))).expect("a table");
            (name, Sheet::from_csv(&bytes))
        });
        Self { toml: std::fs::read_to_string(folder.join("pack.toml")).expect("pack.toml"), sheets: sheets.collect() }
    }

    /// The pack that ships with the program.
    pub fn england() -> Self {
        Self::folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/england"))
    }

    /// Tables written by hand: a header line and rows, cells parted by `|`. Columns that a pack must have and a reader
    /// need not see (titles, families, kinds) are filled in.
    pub fn written(toml: &str, tables: &[(&'static str, &str)]) -> Self {
        let mut sheets = BTreeMap::new();
        for (name, text) in tables {
            let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
            let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
            let header = cells(lines.next().expect("a header"));
            let mut sheet = Sheet { header, rows: lines.map(cells).collect() };
            for (column, value) in defaults(name) {
                if sheet.column(column).is_none() {
                    sheet.header.push((*column).to_owned());
                    let title = |row: &Vec<String>| if *value == COPY { row[0].clone() } else { (*value).to_owned() };
                    sheet.rows.iter_mut().for_each(|row| row.push(title(row)));
                }
            }
            sheets.insert(*name, sheet);
        }
        Self { toml: toml.to_owned(), sheets }
    }

    pub fn sheet_mut(&mut self, name: &'static str) -> &mut Sheet {
        self.sheets.get_mut(name).expect("a table")
    }

    /// The files that hold these tables.
    pub fn files(&self) -> Files {
        let mut files = BTreeMap::from([("pack.toml".to_owned(), self.toml.clone().into_bytes().into())]);
        files.extend(self.sheets.iter().map(|(name, sheet)| (format!("{name}.csv"), sheet.to_csv().into())));
        Files(files)
    }

    /// The pack as the program's own loader reads it.
    pub fn pack(&self) -> Pack {
        let reading = fingerpost::pack::read(&self.files());
        let faults = || reading.faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        assert!(reading.pack.is_some(), "the loader refuses this pack:\n{}\n{}", faults(), self.text());
        reading.pack.expect("just looked")
    }

    /// Everything as text, to be read by whoever hunts a difference.
    pub fn text(&self) -> String {
        let mut text = format!("-- pack.toml\n{}", self.toml);
        for (name, sheet) in &self.sheets {
            let _ = write!(text, "-- {name}.csv\n{}", String::from_utf8_lossy(&sheet.to_csv()));
        }
        text
    }

    /// The same world with the rows of every table in another order.
    #[must_use]
    pub fn shuffled(&self, seed: u64) -> Self {
        let mut rng = Rng::new(seed);
        let mut shuffled = self.clone();
        shuffled.sheets.values_mut().for_each(|sheet| rng.shuffle(&mut sheet.rows));
        shuffled
    }

    /// The same world with every id of a role or training item turned into another word by `name`.
    #[must_use]
    pub fn renamed(&self, name: &impl Fn(&str) -> String) -> Self {
        let word = |word: &str| match word {
            "and" | "or" | "none" | "" => word.to_owned(),
            _ if word.starts_with('@') => word.to_owned(),
            _ => name(word),
        };
        let expression = |cell: &str| {
            let spaced = cell.replace('(', " ( ").replace(')', " ) ");
            spaced
                .split_whitespace()
                .map(|part| if "()".contains(part) { part.to_owned() } else { word(part) })
                .collect::<Vec<_>>()
                .join(" ")
        };
        let mut renamed = self.clone();
        for (sheet, columns) in [
            ("roles", &["id"][..]),
            ("moves", &["from", "to"]),
            ("training", &["id", "requires"]),
            ("requirements", &["role", "requires"]),
            ("grants", &["role", "fact"]),
        ] {
            let Some(sheet) = renamed.sheets.get_mut(sheet) else { continue };
            for at in columns.iter().filter_map(|column| sheet.column(column)).collect::<Vec<_>>() {
                sheet.rows.iter_mut().for_each(|row| row[at] = expression(&row[at]));
            }
        }
        renamed
    }
}

/// Stands for a copy of the id.
const COPY: &str = "=";

/// Columns a pack must have and what to put there.
fn defaults(table: &str) -> &'static [(&'static str, &'static str)] {
    match table {
        "roles" => &[("title", COPY), ("family", "all")],
        "moves" => &[("kind", "promotion"), ("years_min", "")],
        "training" => &[("title", COPY), ("kind", "programme")],
        "requirements" => &[("force", "required")],
        _ => &[],
    }
}
