//! `fingerpost check`: every fault in a pack.

use std::ffi::OsStr;
use std::path::Path;

use serde::Serialize;

use super::args::CheckArgs;
use super::exit::{Failure, Status};
use super::look::Out;
use super::sources;
use super::text::{Line, Page, Span, Tone};
use crate::domain::words;
use crate::pack::{Fault, Reading, Severity};
use crate::store::StoreError;

#[derive(Debug, Serialize)]
struct CheckDocument<'f> {
    ok: bool,
    faults: Vec<FaultDocument<'f>>,
}

/// A fault as a program reads it.
#[derive(Debug, Serialize)]
pub struct FaultDocument<'f> {
    severity: &'static str,
    file: &'f str,
    line: usize,
    column: usize,
    message: &'f str,
}

/// Answers it.
///
/// # Errors
/// Wrong usage, a folder that the system does not let us read, or an answer that cannot be written.
pub fn run(args: &CheckArgs, out: &Out) -> Result<Status, Failure> {
    let reading = match sources::read_folder(&args.folder) {
        Ok(reading) => reading,
        Err(error) => unfit(error)?,
    };
    let errors = reading.faults.iter().filter(|fault| fault.severity == Severity::Error).count();
    out.answer(
        || CheckDocument { ok: errors == 0, faults: reading.faults.iter().map(document).collect() },
        |page| show(page, &reading, errors),
    )?;
    Ok(if errors == 0 { Status::Answered } else { Status::Faulty })
}

/// A folder that is there and holds no pack has been checked, and this is its fault.
fn unfit(error: StoreError) -> Result<Reading, Failure> {
    let message = error.to_string();
    let file = match &error {
        StoreError::LeadsOut(path) | StoreError::TooLarge(path, _) => file_name(path).unwrap_or_default(),
        _ => "pack.toml".to_owned(),
    };
    match sources::unreadable(error) {
        Failure::Data(_) => {
            let fault = Fault { severity: Severity::Error, file, line: 1, column: 1, message };
            Ok(Reading { pack: None, faults: vec![fault] })
        }
        other => Err(other),
    }
}

fn file_name(path: &Path) -> Option<String> {
    path.file_name().map(OsStr::to_string_lossy).map(Into::into)
}

const fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// A fault as a program reads it.
pub fn document(fault: &Fault) -> FaultDocument<'_> {
    FaultDocument {
        severity: word(fault.severity),
        file: &fault.file,
        line: fault.line,
        column: fault.column,
        message: &fault.message,
    }
}

/// Faults, a line each.
pub fn show_faults(page: &mut Page, faults: &[Fault]) {
    for fault in faults {
        let tone = if fault.severity == Severity::Error { Tone::Bad } else { Tone::Caution };
        let lead = Line::from(Span::new(format!("{}: ", word(fault.severity)), tone));
        page.line(lead.and(format!("{}:{}:{}: {}", fault.file, fault.line, fault.column, fault.message)));
    }
}

fn show(page: &mut Page, reading: &Reading, errors: usize) {
    show_faults(page, &reading.faults);
    page.gap();
    let warnings = words::count((reading.faults.len() - errors) as u64, "warning");
    let rows = reading.pack.as_ref().map(|pack| {
        let tables = pack.tables();
        let counts =
            [(tables.roles.len(), "role"), (tables.moves.len(), "move"), (tables.training.len(), "training item")];
        words::and_list(&counts.map(|(number, of)| words::count(number as u64, of)))
    });
    let verdict = match (errors, rows) {
        (0, Some(rows)) => Span::new(format!("✓ The pack can be used: {rows}; {warnings}."), Tone::Good),
        (0, None) => Span::new(format!("✓ No errors; {warnings}."), Tone::Good),
        _ => {
            let errors = words::count(errors as u64, "error");
            Span::new(format!("✗ The pack cannot be used: {errors}, {warnings}."), Tone::Bad)
        }
    };
    page.line(verdict);
}
