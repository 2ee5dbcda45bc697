//! A post, of the pack or imported.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Number;

use super::{role, some};
use crate::domain::Pack;
use crate::domain::post::{Origin, Post, Standing};
use crate::domain::provenance::SourceKind;

/// A line of `posts`.
#[derive(Debug, Serialize)]
pub struct PostDocument<'p> {
    id: &'p str,
    reference: &'p str,
    title: &'p str,
    employer: &'p str,
    organisation: Option<&'p str>,
    role: Option<&'p str>,
    confidence: Number,
    region: &'p str,
    segment: Option<u8>,
    segment_period: &'p str,
    challenged: bool,
    pay_min: Option<u32>,
    pay_max: Option<u32>,
    pay_text: &'p str,
    posted: Option<Date>,
    closes: Option<Date>,
    url: &'p str,
    source: &'p str,
}

/// The document for a post.
#[must_use]
pub fn post<'p>(pack: &'p Pack, post: &'p Post) -> PostDocument<'p> {
    let address = post.provenance.source.as_str();
    let link = SourceKind::of(address) == Some(SourceKind::Link);
    PostDocument {
        id: &post.id,
        reference: &post.reference,
        title: &post.title,
        employer: &post.employer,
        organisation: some(&post.ods),
        role: post.role.map(|matched| role(pack, matched.role)),
        confidence: confidence(post),
        region: &post.region,
        segment: post.segment,
        segment_period: &post.segment_period,
        challenged: post.standing == Standing::Challenged,
        pay_min: post.pay_min,
        pay_max: post.pay_max,
        pay_text: &post.pay_text,
        posted: post.posted,
        closes: post.closes,
        url: if link { address } else { "" },
        source: match &post.origin {
            Origin::Pack => address,
            Origin::Imported { from, .. } => from,
        },
    }
}

/// How sure the matching to a role is, 0 to 1.
#[must_use]
pub fn confidence(post: &Post) -> Number {
    let percent = post.role.map_or(0, |matched| matched.confidence_percent);
    match percent {
        0 => Number::from(0),
        100 => Number::from(1),
        _ => Number::from_f64(f64::from(percent) / 100.0).unwrap_or_else(|| Number::from(0)),
    }
}
