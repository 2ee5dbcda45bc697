//! `fingerpost posts show` as JSON.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Number;

use super::show::{Shown, source};
use crate::cli::json;
use crate::domain::offer::{Frames, Line as PackageLine, Validity};
use crate::domain::place::SegmentRecord;
use crate::domain::post::Standing;
use crate::domain::quantity::Weeks;

#[derive(Debug, Serialize)]
pub(super) struct ShowDocument<'p> {
    id: &'p str,
    reference: &'p str,
    title: &'p str,
    employer: &'p str,
    organisation: Option<&'p str>,
    role: Option<&'p str>,
    confidence: Number,
    grade: &'p str,
    contract: &'p str,
    region: &'p str,
    town: &'p str,
    pay_min: Option<u32>,
    pay_max: Option<u32>,
    pay_text: &'p str,
    posted: Option<Date>,
    closes: Option<Date>,
    closed: bool,
    segment: Option<u8>,
    segment_period: &'p str,
    challenged: bool,
    segments: Vec<SegmentDocument<'p>>,
    paid_as: PaidAsDocument,
    package: Vec<LineDocument<'p>>,
    source: &'p str,
    eligible: Option<EligibleDocument<'p>>,
}

#[derive(Debug, Serialize)]
struct SegmentDocument<'p> {
    period: &'p str,
    segment: Option<u8>,
    source: &'p str,
}

#[derive(Debug, Serialize)]
struct PaidAsDocument {
    basis: &'static str,
    frames: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
pub(super) struct LineDocument<'p> {
    id: &'p str,
    sign: &'static str,
    text: &'p str,
    basis: &'static str,
    applies: &'static str,
    why: String,
    status: Option<&'static str>,
    pay: Option<&'static str>,
    source: Option<&'p str>,
    date: &'p str,
    note: &'p str,
}

#[derive(Debug, Serialize)]
struct EligibleDocument<'p> {
    role: &'p str,
    ruleset: &'static str,
    met: bool,
    missing_quickest: Vec<&'p str>,
    /// What counts only by a waiver or an equivalence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    waived_for: Vec<&'p str>,
    weeks: Option<Weeks>,
}

/// The document for a post.
pub(super) fn document<'a>(shown: &'a Shown<'a>) -> ShowDocument<'a> {
    let Shown { pack, post, package, .. } = shown;
    let eligible = shown.eligible.as_ref().map(|eligible| EligibleDocument {
        role: json::role(pack, eligible.role),
        ruleset: eligible.ruleset.slug(),
        met: eligible.why.met,
        missing_quickest: eligible.why.quickest.facts.iter().map(|fact| json::training(pack, *fact)).collect(),
        waived_for: eligible.waived.iter().map(|fact| json::training(pack, *fact)).collect(),
        weeks: eligible.weeks,
    });
    ShowDocument {
        id: &post.id,
        reference: &post.reference,
        title: &post.title,
        employer: &post.employer,
        organisation: json::some(&post.ods),
        role: post.role.map(|matched| json::role(pack, matched.role)),
        confidence: json::confidence(post),
        grade: &post.grade,
        contract: &post.contract,
        region: &post.region,
        town: &post.town,
        pay_min: post.pay_min,
        pay_max: post.pay_max,
        pay_text: &post.pay_text,
        posted: post.posted,
        closes: post.closes,
        closed: post.has_closed(shown.today),
        segment: package.rating.segment,
        segment_period: package.rating.period,
        challenged: post.standing == Standing::Challenged,
        segments: shown.history.iter().copied().map(segment_document).collect(),
        paid_as: PaidAsDocument {
            basis: match package.frames {
                Frames::Advertised(_) => "advert",
                Frames::OfRole(_) => "role",
                Frames::Unknown => "unknown",
            },
            frames: package.frames.possible().iter().map(|frame| frame.slug()).collect(),
        },
        package: package.lines.iter().map(line_document).collect(),
        source: source(post),
        eligible,
    }
}

fn segment_document(record: &SegmentRecord) -> SegmentDocument<'_> {
    SegmentDocument { period: &record.period, segment: record.segment, source: &record.provenance.source }
}

/// A line of package.
pub(super) fn line_document<'p>(line: &'p PackageLine<'p>) -> LineDocument<'p> {
    let applies = line.applies();
    LineDocument {
        id: line.id(),
        sign: line.sign().slug(),
        text: line.text(),
        basis: line.basis(),
        applies: applies.slug(),
        why: applies.why().to_owned(),
        status: line.validity().map(Validity::slug),
        pay: line.pay().slug(),
        source: line.source(),
        date: line.date(),
        note: line.note(),
    }
}
