//! Posts: a list with employer, segment, pay and closing day.

use jiff::civil::Date;
use serde_json::json;

use crate::domain::id::PostId;
use crate::domain::post::{MatchedBy, Origin, Post, RoleMatch, Standing};
use crate::domain::quantity::Decimal;
use crate::domain::ruleset::Ruleset;
use crate::domain::{Pack, dates, words};
use crate::handout::about::About;
use crate::handout::calendar::{Calendar, Event};
use crate::handout::document::{Block, Document, Section, Table};
use crate::handout::sheet::Sheet;
use crate::handout::wording::{self, Rests, figure};
use crate::handout::{Handout, Missing, Outline};
use crate::json as records;

const NO_TIMELINE: Missing =
    Missing("a post has a closing day and no course of years: no timeline; take a route for one");
const NO_ARROWS: Missing = Missing("posts do not lead to one another: no diagram; take a role or a route for one");
const NO_DAYS: Missing = Missing("none of these posts closes on a day to come: no calendar");

/// Posts as a handout, in the order given.
#[must_use]
pub fn posts(pack: &Pack, posts: &[PostId], ruleset: Ruleset, hours_per_week: Decimal, on: Date) -> Handout {
    let found: Vec<&Post> = posts.iter().map(|id| pack.post(*id)).collect();
    let closed = found.iter().filter(|post| post.has_closed(on)).count();
    Handout {
        stem: stem(on),
        document: Document {
            title: "Posts".to_owned(),
            lead: format!(
                "{}; {closed} of them had closed by {}.",
                words::count(found.len() as u64, "post"),
                dates::day(on)
            ),
            about: About::new(pack, ruleset, on, hours_per_week),
            sections: vec![Section::new("The posts", vec![listed(pack, &found, on)])],
            assumed: assumed(&found),
            basis: basis(&found),
        },
        sheet: sheet(pack, &found, on),
        timeline: Err(NO_TIMELINE),
        calendar: calendar(pack, &found, on),
        diagram: Err(NO_ARROWS),
        record: record(pack, &found, ruleset, on),
    }
}

fn stem(on: Date) -> String {
    format!("fingerpost-posts-{on}")
}

/// What the handout of these posts is called and in which formats it comes; quick, however many there are.
pub fn outline(pack: &Pack, posts: &[PostId], on: Date) -> Outline {
    let any = posts.iter().any(|id| closing_day(pack.post(*id), on).is_some());
    Outline {
        stem: stem(on),
        timeline: Err(NO_TIMELINE),
        calendar: if any { Ok(()) } else { Err(NO_DAYS) },
        diagram: Err(NO_ARROWS),
    }
}

/// The day on which a post closes, unless it has closed.
fn closing_day(post: &Post, on: Date) -> Option<Date> {
    post.closes.filter(|day| *day >= on)
}

fn listed(pack: &Pack, found: &[&Post], on: Date) -> Block {
    if found.is_empty() {
        return Block::Paragraph("No post fits what was asked.".to_owned());
    }
    let columns = ["Post", "Employer", "Region", "Segment", "Pay a year", "Closes", "Role"];
    let mut table = Table::new("Posts", &columns);
    for post in found {
        table.row(vec![
            post.title.clone(),
            post.employer.clone(),
            post.region.clone(),
            segment(post),
            pay(post),
            closes(post, on),
            post.role.map_or_else(|| "not known".to_owned(), |matched| matched_to(pack, matched)),
        ]);
    }
    Block::Table(table)
}

fn segment(post: &Post) -> String {
    let mark = if post.standing == Standing::Challenged { ", challenged" } else { "" };
    match post.segment {
        Some(segment) if post.segment_period.is_empty() => format!("{segment}{mark}"),
        Some(segment) => format!("{segment} ({}){mark}", post.segment_period),
        None => format!("not known{mark}"),
    }
}

fn pay(post: &Post) -> String {
    match (post.pay_min, post.pay_max) {
        (Some(min), Some(max)) => wording::range(min, max),
        (Some(min), None) => format!("from {}", wording::pounds(min)),
        (None, Some(max)) => format!("up to {}", wording::pounds(max)),
        (None, None) if post.pay_text.is_empty() => "not given".to_owned(),
        (None, None) => post.pay_text.clone(),
    }
}

fn closes(post: &Post, on: Date) -> String {
    match post.closes {
        None => "not given".to_owned(),
        Some(day) if post.has_closed(on) => format!("closed {}", wording::day(day)),
        Some(day) => wording::day(day),
    }
}

fn matched_to(pack: &Pack, matched: RoleMatch) -> String {
    let by = match matched.by {
        MatchedBy::Pack => "matched by us".to_owned(),
        MatchedBy::Title => format!("matched by its title, {}% sure", matched.confidence_percent),
        MatchedBy::User => "as you said".to_owned(),
    };
    format!("{} ({by})", pack.role(matched.role).title)
}

fn assumed(found: &[&Post]) -> Vec<String> {
    let matched = found.iter().filter(|post| post.role.is_some_and(|role| role.by != MatchedBy::User)).count();
    match matched {
        0 => Vec::new(),
        _ => vec![format!(
            "{} for the role that the advert seems to be for; adverts do not say it",
            words::count(matched as u64, "post")
        )],
    }
}

fn origin(post: &Post) -> String {
    match &post.origin {
        Origin::Pack => wording::basis(post.provenance.basis).to_owned(),
        Origin::Imported { on, .. } => format!("imported advert, {}", dates::day(*on)),
    }
}

fn basis(found: &[&Post]) -> Vec<Block> {
    let mut rests = Rests::new();
    for post in found {
        rests.add(format!("{}, {}", post.title, post.employer), origin(post), &post.provenance);
    }
    rests.blocks(&[])
}

fn sheet(pack: &Pack, found: &[&Post], on: Date) -> Sheet {
    let mut sheet = Sheet::new(&[
        "Id",
        "Reference",
        "Employer",
        "Organisation",
        "Region",
        "Segment",
        "Segment of",
        "Challenged",
        "Lowest pay in pounds",
        "Highest pay in pounds",
        "Pay as advertised",
        "Closes",
        "Has closed",
        "Role",
        "Sure of the role in per cent",
        "Rests on",
        "Source",
    ]);
    for post in found {
        let yes_or_no = |yes| if yes { "yes" } else { "no" }.to_owned();
        let cells = vec![
            post.id.clone(),
            post.reference.clone(),
            post.employer.clone(),
            post.ods.clone(),
            post.region.clone(),
            figure(post.segment),
            post.segment_period.clone(),
            yes_or_no(post.standing == Standing::Challenged),
            figure(post.pay_min),
            figure(post.pay_max),
            post.pay_text.clone(),
            figure(post.closes),
            yes_or_no(post.has_closed(on)),
            post.role.map_or_else(String::new, |matched| pack.role(matched.role).title.clone()),
            figure(post.role.map(|matched| matched.confidence_percent)),
            origin(post),
            wording::source(&post.provenance),
        ];
        sheet.row("post", post.title.clone(), cells);
    }
    sheet
}

fn calendar(pack: &Pack, found: &[&Post], on: Date) -> Result<Calendar, Missing> {
    let event = |post: &&&Post| {
        let day = closing_day(post, on)?;
        let reference = if post.reference.is_empty() { &post.id } else { &post.reference };
        let source = wording::source(&post.provenance);
        Some(Event {
            identity: format!("{}/post/{}", pack.about().slug, post.id),
            on: day,
            title: format!("Closes: {}, {}", post.title, post.employer),
            details: format!("Reference {reference}. Pay: {}. {source}", pay(post)),
        })
    };
    let mut events: Vec<Event> = found.iter().filter_map(|post| event(&post)).collect();
    events.sort_by_key(|event| event.on);
    if events.is_empty() { Err(NO_DAYS) } else { Ok(Calendar { title: "Posts that close".to_owned(), events }) }
}

fn record(pack: &Pack, found: &[&Post], ruleset: Ruleset, on: Date) -> serde_json::Value {
    let about = pack.about();
    let posts: Vec<_> = found.iter().map(|post| records::post(pack, post)).collect();
    json!({
        "pack": about.slug.as_str(),
        "edition": about.edition,
        "ruleset": ruleset.slug(),
        "date": on,
        "posts": posts,
    })
}
