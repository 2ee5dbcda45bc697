//! What the pack says around the graph: pay tables, the Framework's competencies, the seven recommendations and what
//! has come of them.

use jiff::civil::Date;

use super::provenance::Provenance;
use super::quantity::Decimal;
use super::role::Stage;

/// How firm a pay figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PayStatus {
    /// Read from a table.
    Sourced,
    /// Read from an advert.
    Advert,
    /// Reckoned from a sourced figure and a sourced percentage.
    Derived,
    /// The scheme exists; its figures could not be read.
    NotFound,
}

/// A row of the pay table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayRange {
    /// The scheme, for instance `Agenda for Change`.
    pub scheme: String,
    /// The pay year, for instance `2026/27`.
    pub year: String,
    /// The band or grade.
    pub band: String,
    /// What the range covers.
    pub label: String,
    /// The lowest amount, in the unit; not always whole, for instance 3.3 per cent.
    pub min: Option<Decimal>,
    /// The highest amount, in the unit.
    pub max: Option<Decimal>,
    /// What the amounts count: pounds a year, per cent …
    pub unit: String,
    /// How firm it is.
    pub status: PayStatus,
    /// Where the row comes from.
    pub provenance: Provenance,
}

/// What the Framework expects of one competency at one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Competency {
    /// One of three focus areas.
    pub focus_area: String,
    /// One of nine standards.
    pub standard: String,
    /// One of 27 competencies.
    pub title: String,
    /// The stage this line is for.
    pub stage: Stage,
    /// What is expected, in this pack's words.
    pub summary: String,
}

/// A dated step in the recommendations' life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// The date as the source gives it: a day, a month or a year.
    pub date: String,
    /// Which recommendations it is about: numbers, `all` or `regulation`.
    pub recommendations: String,
    /// What happened.
    pub what: String,
    /// Where it is reported.
    pub source: String,
}

/// One of the review's seven recommendations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    /// 1 to 7.
    pub number: u8,
    /// Its heading.
    pub title: String,
    /// What it asks for.
    pub summary: String,
    /// Where it stands.
    pub state: String,
    /// The date of the newest step the state rests on.
    pub date: Option<Date>,
    /// Where the state is reported.
    pub source: String,
}
