//! `offers.csv`: lines of package that exist or are reported.

use super::cell::{Limit, amount, basis, choice, provenance, segment, whole};
use super::report::{Judged, Report, quoted};
use super::table::Row;
use crate::domain::offer::{PayEffect, PayFrame, Provision, Segments, Sign, Validity};
use crate::domain::provenance::{Basis, SourceKind};

const ANY: &str = "any";
/// A line of package never moves pay by more than all of it.
const PERCENT: Limit = Limit { most: 100, unit: "per cent" };

/// Reads a row of `offers.csv`.
pub(super) fn provision(row: Row, report: &mut Report) -> Judged<Provision> {
    let id = row.required("id", report);
    let sign = choice(row, "sign", &Sign::ALL.map(Sign::slug), Sign::from_cell, report);
    let title = row.required("title", report);
    let pay = pay(row, report);
    let segments = segments(row, report);
    let frame = frame(row, report);
    let validity = choice(row, "status", &Validity::ALL.map(Validity::slug), Validity::from_cell, report);
    let basis = basis(row, "basis", report);
    judge_source(row, basis, report)?;
    Ok(Provision {
        id: id?.to_owned(),
        sign: sign?,
        title: title?.to_owned(),
        pay: pay?,
        segments: segments?,
        frame: frame?,
        validity: validity?,
        provenance: provenance(row, basis, "source", "date"),
    })
}

/// A line that is called sourced has to say where it is said: it is shown as a fact.
pub(super) fn judge_source(row: Row, basis: Basis, report: &mut Report) -> Judged<()> {
    let kind = SourceKind::of(row.text("source"));
    if basis == Basis::Sourced && !matches!(kind, Some(SourceKind::Link | SourceKind::ReviewPaper)) {
        let message = "the row is called sourced; give a link or context:FILE as its source, or call it editorial";
        return report.refuse(row.place("source"), message);
    }
    Ok(())
}

/// An empty cell means any frame, as the word does.
fn frame(row: Row, report: &mut Report) -> Judged<Option<PayFrame>> {
    let words: Vec<&str> = PayFrame::NAMED.iter().map(|frame| frame.slug()).chain([ANY]).collect();
    let read = |cell: &str| match cell {
        "" | ANY => Some(None),
        other => PayFrame::from_cell(other).map(Some),
    };
    choice(row, "frame", &words, read, report)
}

/// A range of segments: an empty end is open.
fn segments(row: Row, report: &mut Report) -> Judged<Segments> {
    let (from, to) = (segment(row, "segment_min", report), segment(row, "segment_max", report));
    let named = basis(row, "segment_basis", report);
    let (from, to) = (from?.unwrap_or(1), to?.unwrap_or(5));
    if from > to {
        let message = format!("segment_min {from} is above segment_max {to}; swap or correct them");
        return report.refuse(row.place("segment_min"), message);
    }
    Ok(Segments { from, to, basis: named })
}

/// What a row does to pay: its word decides which of the amounts it needs.
fn pay(row: Row, report: &mut Report) -> Judged<PayEffect> {
    let (percent, cap) = (amount(row, "percent", PERCENT, report), whole(row, "cap_gbp", Limit::PAY, report));
    let (percent, cap) = (percent?, cap?);
    let mut needs = |column: &str| {
        let message = format!("{column} is empty, and pay is {}; give it", quoted(row.text("pay")));
        report.refuse(row.place(column), message)
    };
    match (row.text("pay"), percent, cap) {
        ("", ..) => Ok(PayEffect::None),
        ("adds", Some(percent), cap) => Ok(PayEffect::Adds { percent, cap }),
        ("withholds", Some(percent), _) => Ok(PayEffect::Withholds { percent }),
        ("once", _, Some(pounds)) => Ok(PayEffect::Once { pounds }),
        ("adds" | "withholds", None, _) => needs("percent"),
        ("once", _, None) => needs("cap_gbp"),
        _ => choice(row, "pay", &PayEffect::SLUGS, |_| None, report),
    }
}
