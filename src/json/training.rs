//! A training item with all that the pack says of it.

use serde::Serialize;

use super::training as id;
use crate::domain::Pack;
use crate::domain::quantity::Decimal;
use crate::domain::training::Training;

/// A line of `training`.
#[derive(Debug, Serialize)]
pub struct TrainingDocument<'p> {
    id: &'p str,
    title: &'p str,
    kind: &'p str,
    obtain: String,
    provider: &'p str,
    level_min: Option<u32>,
    level_max: Option<u32>,
    months: Option<Decimal>,
    hours: Option<Decimal>,
    cost_gbp: Option<Decimal>,
    cost_payer: &'p str,
    requires: String,
    status: &'static str,
    status_basis: String,
    entry_requirements: &'p str,
    basis: String,
    source: &'p str,
    note: &'p str,
}

/// The document for a training item.
#[must_use]
pub fn training_in_full<'p>(pack: &'p Pack, item: &'p Training) -> TrainingDocument<'p> {
    TrainingDocument {
        id: item.slug.as_str(),
        title: &item.title,
        kind: &item.kind.0,
        obtain: item.obtain.to_string(),
        provider: &item.provider,
        level_min: item.level_min.map(|level| level.0),
        level_max: item.level_max.map(|level| level.0),
        months: item.months,
        hours: item.hours,
        cost_gbp: item.cost,
        cost_payer: &item.cost_payer,
        requires: item.requires.to_text(&|fact| id(pack, fact).to_owned()),
        status: item.status.slug(),
        status_basis: item.status_basis.to_string(),
        entry_requirements: &item.entry_requirements,
        basis: item.provenance.basis.to_string(),
        source: &item.provenance.source,
        note: &item.provenance.note,
    }
}
