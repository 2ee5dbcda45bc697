//! The tables around the graph: pay, organisations and their ratings, posts, boards, tiles, the Framework and what has
//! come of the recommendations.

use super::cell::{Answer, Limit, amount, answer, choice, date, provenance, segment, whole};
use super::ids::Ids;
use super::manifest::Manifest;
use super::report::{Judged, Report, quoted};
use super::table::Row;
use crate::domain::id::{OrganisationId, RoleId};
use crate::domain::place::{CareBoard, Organisation, SegmentRecord, Tile};
use crate::domain::post::{AdvertTitle, MatchedBy, Origin, Post, RoleMatch, Standing};
use crate::domain::provenance::Basis;
use crate::domain::quantity::Decimal;
use crate::domain::reference::{Competency, Milestone, PayRange, PayStatus};
use crate::domain::role::Stage;

/// Whatever the rows around the graph refer to.
pub(super) struct Around<'m> {
    pub manifest: &'m Manifest,
    pub roles: &'m Ids<'m>,
    pub organisations: Ids<'m>,
    pub boards: Ids<'m>,
}

impl Around<'_> {
    /// Reads a row of `organisations.csv`.
    pub fn organisation(&self, row: Row, report: &mut Report) -> Judged<Organisation> {
        let ods = row.required("ods_code", report);
        let name = row.required("name", report);
        let region_ods = row.text("region_ods");
        let region = self.manifest.region_by_ods(region_ods);
        let has_regions = self.manifest.regions.as_ref().is_some_and(|regions| !regions.is_empty());
        if region.is_none() && has_regions && !region_ods.is_empty() {
            let message = format!(
                "pack.toml has no region with the ODS code {}; the organisation is shown without one",
                quoted(region_ods)
            );
            report.warning(row.place("region_ods"), message);
        }
        Ok(Organisation {
            ods: ods?.to_owned(),
            name: name?.to_owned(),
            former_name: row.owned("name_2025"),
            sector: row.owned("sector"),
            region,
            icb: row.owned("icb"),
            board_ods: row.owned("icb_ods"),
            former_board_ods: row.owned("icb_ods_2025"),
            town: row.owned("town"),
            status: row.owned("status"),
            provenance: provenance(row, sourced_if(row, "source"), "source", ""),
        })
    }

    /// Reads a row of `segments.csv`.
    pub fn segment(&self, row: Row, report: &mut Report) -> Judged<SegmentRecord> {
        let period = row.required("period", report);
        let ods = row.required("ods_code", report);
        let organisation = self.organisation_in(row, report);
        let segment = segment(row, "segment", report);
        let source = if row.text("source").is_empty() { "source_url" } else { "source" };
        Ok(SegmentRecord {
            period: period?.to_owned(),
            framework: row.owned("framework"),
            organisation,
            ods: ods?.to_owned(),
            name: row.owned("organisation"),
            region: row.owned("region"),
            segment: segment?,
            support_programme: row.owned("rsp_or_npip"),
            provenance: provenance(row, sourced_if(row, source), source, "published"),
        })
    }

    /// The organisation of a row: a code that is neither an organisation's nor a board's is warned of.
    fn organisation_in(&self, row: Row, report: &mut Report) -> Option<OrganisationId> {
        let ods = row.text("ods_code");
        let found = self.organisations.find(ods);
        let judged = self.organisations.is_complete() && !self.organisations.is_empty();
        if found.is_none() && judged && !ods.is_empty() && self.boards.find(ods).is_none() {
            report.warning(row.place("ods_code"), self.organisations.unknown(ods));
        }
        found.map(OrganisationId::from_index)
    }

    /// Reads a row of `postings.csv`.
    pub fn post(&self, row: Row, report: &mut Report) -> Judged<Post> {
        let id = row.required("posting_id", report);
        let title = row.required("title", report);
        let employer = row.required("organisation", report);
        let role = self.role_match(row, report);
        let segment = segment(row, "segment", report);
        let challenged = answer(row, "challenged", report);
        let pay = pay_range(row, report);
        let organisation = self.organisation_in(row, report);
        let (posted, closes) = (date(row, "posted", report), date(row, "closing", report));
        let basis = Basis::from_cell(row.text("status"));
        let (pay_min, pay_max) = pay?;
        Ok(Post {
            id: id?.to_owned(),
            title: title?.to_owned(),
            employer: employer?.to_owned(),
            organisation,
            ods: row.owned("ods_code"),
            role: role?,
            region: row.owned("region"),
            segment: segment?,
            segment_period: row.owned("segment_period"),
            standing: if challenged? == Answer::Yes { Standing::Challenged } else { Standing::Ordinary },
            grade: row.owned("grade"),
            pay_min,
            pay_max,
            pay_text: row.owned("pay_text"),
            contract: row.owned("contract"),
            reference: row.owned("advert_ref"),
            town: row.owned("town"),
            posted,
            closes,
            package: row.owned("package"),
            provenance: provenance(row, basis, "source_url", ""),
            origin: Origin::Pack,
        })
    }

    /// Reads a row of `advert_titles.csv`.
    pub fn advert_title(&self, row: Row, report: &mut Report) -> Judged<AdvertTitle> {
        let title = row.required("title", report);
        let role = row.required("role", report);
        let role = role.and_then(|id| self.roles.resolve(id, row.place("role"), report));
        Ok(AdvertTitle { role: RoleId::from_index(role?), title: title?.to_owned() })
    }

    /// A role that is named without a confidence is taken to be certain.
    fn role_match(&self, row: Row, report: &mut Report) -> Judged<Option<RoleMatch>> {
        let confidence = amount(row, "role_confidence", Limit::SHARE, report);
        let id = row.text("role");
        if id.is_empty() {
            return confidence.map(|_| None);
        }
        let role = self.roles.resolve(id, row.place("role"), report).map(RoleId::from_index);
        let percent = confidence?.unwrap_or(Decimal::whole(1)).scaled_half_up(100, 1);
        Ok(Some(RoleMatch {
            role: role?,
            confidence_percent: u8::try_from(percent).unwrap_or(100),
            by: MatchedBy::Pack,
        }))
    }
}

fn pay_range(row: Row, report: &mut Report) -> Judged<(Option<u32>, Option<u32>)> {
    let least = whole(row, "pay_min_gbp", Limit::PAY, report);
    let most = whole(row, "pay_max_gbp", Limit::PAY, report);
    let (least, most) = (least?, most?);
    judge_order(row, ["pay_min_gbp", "pay_max_gbp"], [least.as_ref(), most.as_ref()], report)?;
    Ok((least, most))
}

/// Refuses a range whose least is above its most.
fn judge_order<T: PartialOrd>(row: Row, columns: [&str; 2], range: [Option<&T>; 2], report: &mut Report) -> Judged<()> {
    let [low, high] = columns;
    match range {
        [Some(least), Some(most)] if least > most => {
            let (least, most) = (quoted(row.text(low)), quoted(row.text(high)));
            report.refuse(row.place(low), format!("{low} {least} is above {high} {most}; swap or correct them"))
        }
        _ => Ok(()),
    }
}

fn sourced_if(row: Row, source: &str) -> Basis {
    if matches!(row.text(source), "" | "editorial") { Basis::Editorial } else { Basis::Sourced }
}

/// Reads a row of `pay.csv`.
pub(super) fn pay(row: Row, report: &mut Report) -> Judged<PayRange> {
    let scheme = row.required("scheme", report);
    let band = row.required("band", report);
    let min = amount(row, "min", Limit::PAY, report);
    let max = amount(row, "max", Limit::PAY, report);
    let status = choice(row, "status", &["sourced", "sourced-advert", "derived", "not-found"], pay_status, report);
    let (min, max) = (min?, max?);
    judge_order(row, ["min", "max"], [min.as_ref(), max.as_ref()], report)?;
    Ok(PayRange {
        scheme: scheme?.to_owned(),
        year: row.owned("year"),
        band: band?.to_owned(),
        label: row.owned("label"),
        min,
        max,
        unit: row.owned("unit"),
        status: status?,
        provenance: provenance(row, Basis::from_cell(row.text("status")), "source_url", "effective_from"),
    })
}

fn pay_status(cell: &str) -> Option<PayStatus> {
    match cell {
        "sourced" | "" => Some(PayStatus::Sourced),
        "sourced-advert" => Some(PayStatus::Advert),
        "derived" => Some(PayStatus::Derived),
        "not-found" => Some(PayStatus::NotFound),
        _ => None,
    }
}

/// Reads a row of `regions_icbs.csv`.
pub(super) fn care_board(row: Row, report: &mut Report) -> Judged<CareBoard> {
    let kind = choice(
        row,
        "kind",
        &["region", "icb"],
        |cell| matches!(cell, "region" | "icb").then(|| cell.to_owned()),
        report,
    );
    let ods = row.required("ods_code", report);
    let name = row.required("name", report);
    Ok(CareBoard {
        kind: kind?,
        ods: ods?.to_owned(),
        name: name?.to_owned(),
        abbreviation: row.owned("abbrev"),
        region_ods: row.owned("region_ods"),
        status: row.owned("status"),
        successor_ods: row.owned("successor_ods"),
        provenance: provenance(row, sourced_if(row, "source"), "source", "valid_from"),
    })
}

/// Reads a row of `icb_tiles.csv`.
pub(super) fn tile(row: Row, report: &mut Report) -> Judged<Tile> {
    let layout = row.required("layout", report);
    let down = row.required("row", report).and_then(|_| whole(row, "row", Limit::COUNT, report));
    let across = row.required("col", report).and_then(|_| whole(row, "col", Limit::COUNT, report));
    let ods = row.required("ods_code", report);
    Ok(Tile {
        layout: layout?.to_owned(),
        row: down?.unwrap_or_default(),
        column: across?.unwrap_or_default(),
        abbreviation: row.owned("abbrev"),
        ods: ods?.to_owned(),
        name: row.owned("name"),
        region_ods: row.owned("region_ods"),
    })
}

/// Reads a row of `framework.csv`.
pub(super) fn competency(row: Row, report: &mut Report) -> Judged<Competency> {
    let focus_area = row.required("focus_area", report);
    let standard = row.required("standard", report);
    let title = row.required("competency", report);
    let stage = choice(row, "stage", &Stage::ALL.map(Stage::slug), Stage::from_cell, report);
    let summary = row.required("summary_own_words", report);
    Ok(Competency {
        focus_area: focus_area?.to_owned(),
        standard: standard?.to_owned(),
        title: title?.to_owned(),
        stage: stage?,
        summary: summary?.to_owned(),
    })
}

/// Reads a row of `implementation.csv`.
pub(super) fn milestone(row: Row, report: &mut Report) -> Judged<Milestone> {
    let date = row.required("date", report);
    let recommendations = row.required("recommendations", report);
    let what = row.required("what", report);
    Ok(Milestone {
        date: date?.to_owned(),
        recommendations: recommendations?.to_owned(),
        what: what?.to_owned(),
        source: row.owned("source_url"),
    })
}
