//! `fingerpost posts`: vacancies.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Number;

use super::args::PostsArgs;
use super::exit::{Failure, Status};
use super::filter::{self, Search};
use super::look::Out;
use super::text::{Column, Page, Table};
use super::{json, names};
use crate::domain::Pack;
use crate::domain::post::{Post, Standing};
use crate::domain::provenance::SourceKind;
use crate::domain::quantity::{Decimal, Pounds};

#[derive(Debug, Serialize)]
struct PostsDocument<'p> {
    posts: Vec<PostDocument<'p>>,
}

#[derive(Debug, Serialize)]
struct PostDocument<'p> {
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

/// Answers it.
///
/// # Errors
/// Wrong usage, or an answer that cannot be written.
pub fn run(pack: &Pack, args: &PostsArgs, out: &Out) -> Result<Status, Failure> {
    if let Some("import" | "fetch") = args.search.first().map(String::as_str) {
        return Err(Failure::Usage(
            "this version does not import posts yet; `fingerpost posts` lists those of the pack.".to_owned(),
        ));
    }
    let found = find(pack, args)?;
    out.answer(
        || PostsDocument { posts: found.iter().map(|post| document(pack, post)).collect() },
        |page| show(page, pack, &found),
    )?;
    Ok(Status::Answered)
}

fn find<'p>(pack: &'p Pack, args: &PostsArgs) -> Result<Vec<&'p Post>, Failure> {
    let all = &pack.tables().posts;
    let region = filter::value(all.iter().map(|post| post.region.as_str()), args.region.as_deref(), "region")?;
    let role = args.role.as_deref().map(|typed| names::role(pack, typed)).transpose()?;
    let search = Search::new(&args.search);
    let wanted = |post: &&Post| {
        region.is_none_or(|region| post.region == region)
            && args.segment.is_none_or(|segment| post.segment == Some(segment))
            && (!args.challenged || post.standing == Standing::Challenged)
            && role.is_none_or(|role| post.role.is_some_and(|matched| matched.role == role))
            && search.finds(&[&post.id, &post.title, &post.employer, &post.town, &post.grade, &post.reference])
    };
    let mut found: Vec<&Post> = all.iter().filter(wanted).collect();
    found.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(found)
}

fn document<'p>(pack: &'p Pack, post: &'p Post) -> PostDocument<'p> {
    let source = post.provenance.source.as_str();
    let link = SourceKind::of(source) == Some(SourceKind::Link);
    PostDocument {
        id: &post.id,
        reference: &post.reference,
        title: &post.title,
        employer: &post.employer,
        organisation: filter::some(&post.ods),
        role: post.role.map(|matched| json::role(pack, matched.role)),
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
        url: if link { source } else { "" },
        source,
    }
}

/// How sure the matching to a role is, 0 to 1.
fn confidence(post: &Post) -> Number {
    let percent = post.role.map_or(0, |matched| matched.confidence_percent);
    match percent {
        0 => Number::from(0),
        100 => Number::from(1),
        _ => Number::from_f64(f64::from(percent) / 100.0).unwrap_or_else(|| Number::from(0)),
    }
}

fn show(page: &mut Page, pack: &Pack, found: &[&Post]) {
    let mut table = Table::new(vec![
        Column::id("Id"),
        Column::main("Post"),
        Column::words("Employer"),
        Column::words("Region"),
        Column::words("Segment"),
        Column::words("Pay a year"),
        Column::words("Closes"),
        Column::words("Basis"),
    ]);
    for post in found {
        table.row(vec![
            (&post.id).into(),
            (&post.title).into(),
            (&post.employer).into(),
            (&post.region).into(),
            segment(post).into(),
            pay(post).into(),
            post.closes.map_or_else(|| "not given".to_owned(), spoken).into(),
            basis(pack, post).into(),
        ]);
    }
    filter::show(page, &table, "post", pack.tables().posts.len());
}

fn segment(post: &Post) -> String {
    let mark = if post.standing == Standing::Challenged { ", challenged" } else { "" };
    match post.segment {
        Some(segment) if post.segment_period.is_empty() => format!("{segment}{mark}"),
        Some(segment) => format!("{segment} ({}){mark}", post.segment_period),
        None => format!("not known{mark}"),
    }
}

/// `sourced; Matron, matched by us`: what the advert says, and which role we take it for.
fn basis(pack: &Pack, post: &Post) -> String {
    let basis = post.provenance.basis;
    match post.role {
        Some(matched) => format!("{basis}; {}, matched by us", pack.role(matched.role).title),
        None => basis.to_string(),
    }
}

fn pay(post: &Post) -> String {
    let pounds = |amount| Pounds(Decimal::whole(amount)).to_string();
    match (post.pay_min, post.pay_max) {
        (Some(min), Some(max)) if min == max => pounds(min),
        (Some(min), Some(max)) => format!("{} to {}", pounds(min), pounds(max)),
        (Some(min), None) => format!("from {}", pounds(min)),
        (None, Some(max)) => format!("up to {}", pounds(max)),
        (None, None) if post.pay_text.is_empty() => "not given".to_owned(),
        (None, None) => post.pay_text.clone(),
    }
}

/// `22 Nov 2026`.
fn spoken(date: Date) -> String {
    date.strftime("%-d %b %Y").to_string()
}
