//! A role with all that the pack says of it.

use serde::Serialize;

use super::some;
use crate::domain::Pack;
use crate::domain::role::{Entrance, Role, Stage};

/// A line of `roles`.
#[derive(Debug, Serialize)]
pub struct RoleDocument<'p> {
    id: &'p str,
    title: &'p str,
    family: &'p str,
    level: u32,
    sector: Option<&'p str>,
    stage: Option<&'static str>,
    starting_point: bool,
    band: Option<&'p str>,
    pay_basis: Option<&'p str>,
    band_min: Option<&'p str>,
    band_max: Option<&'p str>,
    registration: &'p str,
    summary: &'p str,
    evidence: &'p str,
    basis: String,
    source: &'p str,
    source_date: &'p str,
    note: &'p str,
}

/// The document for a role.
#[must_use]
pub fn role_in_full<'p>(pack: &'p Pack, role: &'p Role) -> RoleDocument<'p> {
    RoleDocument {
        id: role.slug.as_str(),
        title: &role.title,
        family: pack.family(role.family).slug.as_str(),
        level: role.level.0,
        sector: role.sector.as_deref(),
        stage: role.stage.map(Stage::slug),
        starting_point: role.entrance == Entrance::StartingPoint,
        band: some(&role.pay.band),
        pay_basis: some(&role.pay.basis),
        band_min: role.pay.lowest_band.as_deref(),
        band_max: role.pay.highest_band.as_deref(),
        registration: &role.registration,
        summary: &role.summary,
        evidence: &role.evidence,
        basis: role.provenance.basis.to_string(),
        source: &role.provenance.source,
        source_date: &role.provenance.date,
        note: &role.provenance.note,
    }
}
