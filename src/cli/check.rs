//! `fingerpost check`: every fault in a pack.

use serde::Serialize;

use super::args::CheckArgs;
use super::exit::{Failure, Status};
use super::look::Out;
use super::sources;
use super::text::{Line, Page, Span, Tone};
use crate::domain::words;
use crate::pack::{Fault, Reading, Severity};

#[derive(Debug, Serialize)]
struct CheckDocument<'f> {
    ok: bool,
    faults: Vec<FaultDocument<'f>>,
}

#[derive(Debug, Serialize)]
struct FaultDocument<'f> {
    severity: &'static str,
    file: &'f str,
    line: usize,
    column: usize,
    message: &'f str,
}

/// Answers it.
///
/// # Errors
/// Wrong usage, a folder that cannot be read, or an answer that cannot be written.
pub fn run(args: &CheckArgs, out: &Out) -> Result<Status, Failure> {
    let reading = sources::read_folder(&args.folder)?;
    let errors = reading.faults.iter().filter(|fault| fault.severity == Severity::Error).count();
    out.answer(
        || CheckDocument { ok: errors == 0, faults: reading.faults.iter().map(document).collect() },
        |page| show(page, &reading, errors),
    )?;
    Ok(if errors == 0 { Status::Answered } else { Status::Faulty })
}

const fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn document(fault: &Fault) -> FaultDocument<'_> {
    FaultDocument {
        severity: word(fault.severity),
        file: &fault.file,
        line: fault.line,
        column: fault.column,
        message: &fault.message,
    }
}

fn show(page: &mut Page, reading: &Reading, errors: usize) {
    for fault in &reading.faults {
        let tone = if fault.severity == Severity::Error { Tone::Bad } else { Tone::Caution };
        let lead = Line::from(Span::new(format!("{}: ", word(fault.severity)), tone));
        page.line(lead.and(format!("{}:{}:{}: {}", fault.file, fault.line, fault.column, fault.message)));
    }
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
