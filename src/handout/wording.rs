//! Words that several kinds of handout use.

use jiff::civil::Date;

use super::document::{Block, Table};
use crate::domain::dates;
use crate::domain::provenance::{Basis, Provenance, SourceKind};
use crate::domain::quantity::{Decimal, Pounds};
use crate::domain::reference::PayStatus;
use crate::domain::role::Role;
use crate::domain::training::Status;

/// For a figure that no source gives; held together where lines are broken.
pub(super) const NOT_KNOWN: &str = "not\u{A0}known";

/// `£57,528`.
pub(super) fn pounds(amount: u32) -> String {
    Pounds(Decimal::whole(amount)).to_string()
}

/// `£57,528 to £64,750`.
pub(super) fn range(min: u32, max: u32) -> String {
    if min == max { pounds(min) } else { format!("{} to {}", pounds(min), pounds(max)) }
}

/// `22 Nov 2026`, held together where lines are broken.
pub(super) fn day(date: Date) -> String {
    dates::day(date).replace(' ', "\u{A0}")
}

/// A cost that may not be known.
pub(super) fn cost(cost: Option<Decimal>) -> String {
    match cost {
        None => NOT_KNOWN.to_owned(),
        Some(Decimal::ZERO) => "free".to_owned(),
        Some(cost) => Pounds(cost).to_string(),
    }
}

/// `band 8a`, `VSM`, or nothing.
pub(super) fn band(role: &Role) -> String {
    let band = &role.pay.band;
    if band.starts_with(|c: char| c.is_ascii_digit()) { format!("band {band}") } else { band.clone() }
}

/// What a fact rests on, so that nobody takes a judgement for a fact.
pub(super) const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Sourced => "sourced",
        Basis::Editorial => "our judgement",
        Basis::Assumed => "assumed",
    }
}

/// What a role and its band rest on.
pub(super) fn role_basis(role: &Role) -> String {
    match role.evidence.as_str() {
        "role-only" => "role sourced, band our judgement".to_owned(),
        _ => basis(role.provenance.basis).to_owned(),
    }
}

/// How firm figures of pay are.
pub(super) const fn pay_status(status: PayStatus) -> &'static str {
    match status {
        PayStatus::Sourced => "sourced",
        PayStatus::Advert => "from an advert",
        PayStatus::Derived => "reckoned from the year before",
        PayStatus::NotFound => "not confirmed",
    }
}

/// Where a row comes from, as a reader can follow it.
pub(super) fn source(provenance: &Provenance) -> String {
    let source = provenance.source.as_str();
    match SourceKind::of(source) {
        Some(SourceKind::ReviewPaper) => format!("review paper {}", source.trim_start_matches("context:")),
        Some(SourceKind::Editorial) => "our judgement".to_owned(),
        _ => source.to_owned(),
    }
}

/// The table of what facts rest on, and what its words mean.
pub(super) struct Rests(Table);

impl Rests {
    pub(super) fn new() -> Self {
        Self(Table::new("Where each fact comes from", &["Fact", "Rests on", "Source", "Date of source"]))
    }

    /// Adds a fact, unless it stands there already.
    pub(super) fn add(&mut self, fact: impl Into<String>, on: impl Into<String>, provenance: &Provenance) {
        let row = vec![fact.into(), on.into(), source(provenance), provenance.date.clone()];
        if !self.0.rows.contains(&row) {
            self.0.row(row);
        }
    }

    pub(super) fn blocks(self, more: &[String]) -> Vec<Block> {
        let words = "Sourced: read from the source that is named. Our judgement: what the makers of the data hold to be \
                     usual, for want of a source. Assumed: put in where nothing is known, so that one can plan at all.";
        let mut blocks = vec![Block::Paragraph(words.to_owned())];
        blocks.extend(more.iter().map(|text| Block::Paragraph(text.clone())));
        if !self.0.rows.is_empty() {
            blocks.push(Block::Table(self.0));
        }
        blocks
    }
}

/// A text with a capital first letter.
pub(super) fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
}

/// A number, or nothing where none is known.
pub(super) fn figure<T: ToString>(number: Option<T>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

/// Whether training can be had.
pub(super) const fn runs(status: Status) -> &'static str {
    match status {
        Status::Running => "yes",
        Status::Unknown => NOT_KNOWN,
        Status::Paused => "paused",
        Status::Retired => "no longer",
        Status::InDevelopment => "being built",
        Status::Proposed => "proposed",
    }
}
