//! Places and organisations: regions, integrated care boards, trusts, and how the Oversight Framework rates them.

use super::id::{OrganisationId, RegionId, Slug};
use super::provenance::Provenance;

/// Whether an organisation is there today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Life {
    /// It is.
    Current,
    /// It has closed, or has become part of another.
    Closed,
    /// It is to open.
    Planned,
}

impl Organisation {
    /// Whether it is there today. A pack that does not say means that it is.
    #[must_use]
    pub fn life(&self) -> Life {
        match self.status.as_str() {
            "closed" => Life::Closed,
            "planned" => Life::Planned,
            _ => Life::Current,
        }
    }
}

/// One of England's NHS regions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Its id.
    pub slug: Slug,
    /// Its ODS code, for instance `Y58`.
    pub ods: String,
    /// Its name.
    pub title: String,
}

/// An organisation that employs managers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its ODS code.
    pub ods: String,
    /// Its name.
    pub name: String,
    /// The name it had before; empty when it has had no other that is known.
    pub former_name: String,
    /// Its sector: acute, mental-health …; empty where not known.
    pub sector: String,
    /// The region of its head office, where the pack knows it.
    pub region: Option<RegionId>,
    /// The name of its integrated care board.
    pub icb: String,
    /// The ODS code of that board, one of 2026; empty where not known.
    pub board_ods: String,
    /// The ODS code of the board it belonged to before the mergers of April 2026; empty where not known.
    pub former_board_ods: String,
    /// Its town.
    pub town: String,
    /// `current`, `closed` or `planned`.
    pub status: String,
    /// Where the row comes from.
    pub provenance: Provenance,
}

/// How an organisation was rated in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentRecord {
    /// The period, for instance `Q3 2025/26`.
    pub period: String,
    /// The framework it was rated under.
    pub framework: String,
    /// The organisation, where the pack has it.
    pub organisation: Option<OrganisationId>,
    /// The organisation's ODS code as the table gives it.
    pub ods: String,
    /// Its name as the table gives it.
    pub name: String,
    /// The region of the framework's own column.
    pub region: String,
    /// The published segment, 1 (best) to 5.
    pub segment: Option<u8>,
    /// What is known beyond it: a recovery support programme, or not.
    pub support_programme: String,
    /// Where the row comes from.
    pub provenance: Provenance,
}

/// An integrated care board or region row of `regions_icbs.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CareBoard {
    /// `region` or `icb`.
    pub kind: String,
    /// Its ODS code.
    pub ods: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: String,
    /// The ODS code of its region.
    pub region_ods: String,
    /// Whether it is current or has been merged.
    pub status: String,
    /// The codes of the boards that follow it, with spaces between them where its area was split.
    pub successor_ods: String,
    /// Where the row comes from.
    pub provenance: Provenance,
}

/// One tile of the tile map of England.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// Which arrangement it belongs to: the boards of 2022 or of 2026.
    pub layout: String,
    /// Row, from the top.
    pub row: u32,
    /// Column, from the left.
    pub column: u32,
    /// The board's abbreviation.
    pub abbreviation: String,
    /// The board's ODS code.
    pub ods: String,
    /// The board's name.
    pub name: String,
    /// The ODS code of its region.
    pub region_ods: String,
}
