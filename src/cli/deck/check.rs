//! `fingerpost deck check`: every fault in a deck, also those that show only when it is played.

use std::sync::Arc;

use serde::Serialize;

use super::args::CheckArgs;
use super::played::play;
use super::shelf;
use crate::cli::check;
use crate::cli::exit::{Failure, Status};
use crate::cli::look::Out;
use crate::cli::sources::{self, Sources};
use crate::cli::text::{Page, Span, Tone};
use crate::domain::Pack;
use crate::domain::words::count;
use crate::pack::{Fault, Severity};
use crate::store::{self, WhyFaulty};

#[derive(Serialize)]
struct CheckDocument<'f> {
    ok: bool,
    faults: Vec<check::FaultDocument<'f>>,
}

/// Answers it.
///
/// # Errors
/// Wrong usage, or an answer that cannot be written.
pub fn run(pack: &Arc<Pack>, sources: &Sources, args: &CheckArgs, out: &Out) -> Result<Status, Failure> {
    let faults = faults(pack, sources, &args.deck)?;
    let errors = faults.iter().filter(|fault| fault.severity == Severity::Error).count();
    out.answer(
        || CheckDocument { ok: errors == 0, faults: faults.iter().map(check::document).collect() },
        |page| show(page, &faults, errors),
    )?;
    Ok(if errors == 0 { Status::Answered } else { Status::Faulty })
}

fn faults(pack: &Arc<Pack>, sources: &Sources, typed: &str) -> Result<Vec<Fault>, Failure> {
    if typed.to_lowercase().ends_with(".toml") {
        match store::read_deck_file(typed.as_ref(), pack) {
            Err(WhyFaulty::Faults(faults)) => return Ok(faults),
            Err(WhyFaulty::Unreadable(error)) => return Err(sources::unreadable(error)),
            Ok(_) => {}
        }
    }
    let found = shelf::find(pack, sources, typed)?;
    let file = found.file.clone().unwrap_or_else(|| format!("decks/{}.toml", found.deck.slug));
    let mut faults = found.warnings;
    let played = play(pack, &found.deck, jiff::Zoned::now().date());
    for (at, step) in played.into_iter().enumerate() {
        faults.extend(step.missed.into_iter().map(|missed| Fault {
            severity: Severity::Error,
            file: file.clone(),
            line: 1,
            column: 1,
            message: format!("step {}: {missed}", at + 1),
        }));
    }
    Ok(faults)
}

fn show(page: &mut Page, faults: &[Fault], errors: usize) {
    check::show_faults(page, faults);
    page.gap();
    let warnings = count((faults.len() - errors) as u64, "warning");
    page.line(match errors {
        0 => Span::new(format!("✓ The deck can be shown; {warnings}."), Tone::Good),
        _ => Span::new(
            format!("✗ The deck cannot be shown as it says: {}, {warnings}.", count(errors as u64, "error")),
            Tone::Bad,
        ),
    });
}
