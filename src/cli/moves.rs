//! `fingerpost moves`: the moves from role to role.

use serde::Serialize;

use super::args::MovesArgs;
use super::exit::{Failure, Status};
use super::filter;
use super::look::Out;
use super::text::{Column, Page, Table};
use super::{json, names};
use crate::domain::Pack;
use crate::domain::career_move::{Move, Usual};
use crate::domain::quantity::Decimal;

#[derive(Debug, Serialize)]
struct MovesDocument<'p> {
    moves: Vec<MoveDocument<'p>>,
}

#[derive(Debug, Serialize)]
struct MoveDocument<'p> {
    from: &'p str,
    to: &'p str,
    kind: &'p str,
    years_min: Decimal,
    usual: bool,
    years_max: Option<Decimal>,
    years_basis: String,
    evidence_type: &'p str,
    basis: String,
    source: &'p str,
    note: &'p str,
}

/// Answers it.
///
/// # Errors
/// Wrong usage, or an answer that cannot be written.
pub fn run(pack: &Pack, args: &MovesArgs, out: &Out) -> Result<Status, Failure> {
    let found = find(pack, args)?;
    out.answer(
        || MovesDocument { moves: found.iter().map(|found| document(pack, found)).collect() },
        |page| show(page, pack, &found),
    )?;
    Ok(Status::Answered)
}

fn find<'p>(pack: &'p Pack, args: &MovesArgs) -> Result<Vec<&'p Move>, Failure> {
    let all = &pack.tables().moves;
    let from = args.from.as_deref().map(|typed| names::role(pack, typed)).transpose()?;
    let to = args.to.as_deref().map(|typed| names::role(pack, typed)).transpose()?;
    let kind = filter::value(all.iter().map(|a_move| a_move.kind.slug()), args.kind.as_deref(), "kind of move")?;
    let wanted = |a_move: &&Move| {
        from.is_none_or(|role| a_move.from == role)
            && to.is_none_or(|role| a_move.to == role)
            && kind.is_none_or(|kind| a_move.kind.slug() == kind)
            && (!args.exceptional || a_move.usual == Usual::Exceptional)
    };
    Ok(all.iter().filter(wanted).collect())
}

fn document<'p>(pack: &'p Pack, found: &'p Move) -> MoveDocument<'p> {
    MoveDocument {
        from: json::role(pack, found.from),
        to: json::role(pack, found.to),
        kind: found.kind.slug(),
        years_min: found.years_min,
        usual: found.usual == Usual::Usual,
        years_max: found.years_max,
        years_basis: found.years_basis.to_string(),
        evidence_type: &found.evidence_type,
        basis: found.provenance.basis.to_string(),
        source: &found.provenance.source,
        note: &found.provenance.note,
    }
}

fn show(page: &mut Page, pack: &Pack, found: &[&Move]) {
    let mut table = Table::new(vec![
        Column::id("From"),
        Column::id("To"),
        Column::words("Kind"),
        Column::number("Years"),
        Column::words("Years are"),
        Column::words("Evidence"),
    ]);
    for a_move in found {
        let exception = if a_move.usual == Usual::Exceptional { ", exception" } else { "" };
        table.row(vec![
            json::role(pack, a_move.from).into(),
            json::role(pack, a_move.to).into(),
            format!("{}{exception}", a_move.kind).into(),
            years(a_move).into(),
            a_move.years_basis.to_string().into(),
            (&a_move.evidence_type).into(),
        ]);
    }
    filter::show(page, &table, "move", pack.tables().moves.len());
}

/// `2 to 4`, `from 2`, `2`.
fn years(a_move: &Move) -> String {
    match a_move.years_max {
        Some(most) if most > a_move.years_min => format!("{} to {most}", a_move.years_min),
        Some(_) => a_move.years_min.to_string(),
        None => format!("from {}", a_move.years_min),
    }
}
