//! `fingerpost deck list`.

use serde::Serialize;

use super::shelf::{self, Shelved};
use crate::cli::exit::{Failure, Status};
use crate::cli::look::Out;
use crate::cli::sources::Sources;
use crate::cli::text::{Line, Page, Span, Tone};
use crate::domain::Pack;
use crate::domain::words::count;

#[derive(Serialize)]
struct ListDocument<'d> {
    decks: Vec<DeckDocument<'d>>,
}

#[derive(Serialize)]
struct DeckDocument<'d> {
    id: &'d str,
    title: &'d str,
    steps: usize,
}

/// Answers it.
///
/// # Errors
/// An answer that cannot be written.
pub fn run(pack: &Pack, sources: &Sources, out: &Out) -> Result<Status, Failure> {
    let decks = shelf::all(pack, sources);
    let document = |one| {
        let Shelved { deck, .. }: &Shelved = one;
        DeckDocument { id: deck.slug.as_str(), title: &deck.title, steps: deck.steps.len() }
    };
    out.answer(|| ListDocument { decks: decks.iter().map(document).collect() }, |page| show(page, &decks))?;
    Ok(Status::Answered)
}

fn show(page: &mut Page, decks: &[Shelved]) {
    if decks.is_empty() {
        page.paragraph("There are no decks; `fingerpost deck new FILE` writes one to begin with.", Tone::Plain);
    }
    for Shelved { deck, file, .. } in decks {
        let minutes = deck.planned().map_or(String::new(), |minutes| format!(", about {minutes} min"));
        let own = file.as_ref().map_or(String::new(), |file| format!(", your own: {file}"));
        let steps = count(deck.steps.len() as u64, "step");
        page.line(Line::from(Span::new(deck.slug.to_string(), Tone::Strong)).and(format!("  {}", deck.title)));
        page.line(Line::from(Span::new(format!("  {steps}{minutes}{own}"), Tone::Faint)));
    }
}
