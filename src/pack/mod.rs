//! Reading a pack: from the bytes of its files to a [`Pack`], or to every fault in them with file, line, column and
//! remedy. Pure: the bytes come from [`crate::store`].

use std::collections::BTreeMap;
use std::fmt;

use crate::domain::Pack;

/// The files of a pack: path inside the folder (`roles.csv`, `profiles/gp.toml`) and bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files(pub BTreeMap<String, Vec<u8>>);

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The pack cannot be used.
    Error,
    /// The pack can be used; somebody should look.
    Warning,
}

/// One thing that is wrong with a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// How bad it is.
    pub severity: Severity,
    /// The file, as in [`Files`].
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column: of a table, which cell of the row, from 1; of a TOML file, which character of the line.
    pub column: usize,
    /// What is wrong, and what to do about it.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{}:{}:{}: {word}: {}", self.file, self.line, self.column, self.message)
    }
}

/// What came of reading a pack.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The pack, when no fault is an error.
    pub pack: Option<Pack>,
    /// Everything that is wrong, by file, line and column.
    pub faults: Vec<Fault>,
}

/// Reads the files of a pack.
#[must_use]
pub fn read(_files: &Files) -> Reading {
    Reading { pack: None, faults: Vec::new() }
}
