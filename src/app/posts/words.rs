//! Posts in words, as the table, the panes and the map say them.

use jiff::civil::Date;

use super::choice::{Chosen, Soon, Value};
use super::order::{Direction, SortKey};
use crate::app::story::{band, day};
use crate::domain::Pack;
use crate::domain::id::OrganisationId;
use crate::domain::post::{MatchedBy, Origin, Post, RoleMatch, Standing};
use crate::domain::quantity::{Decimal, Pounds};
use crate::domain::segment;
use crate::domain::words::count;

/// A number of pounds: `£57,528`.
#[must_use]
pub fn pounds(amount: u32) -> String {
    Pounds(Decimal::whole(amount)).to_string()
}

/// `◆ seg 4`, `seg 2`; nothing where neither is known. The sign says challenged, never the colour alone.
#[must_use]
pub fn segment_mark(post: &Post) -> String {
    mark(post.standing, post.segment)
}

fn mark(standing: Standing, segment: Option<u8>) -> String {
    let number = segment.map(|segment| format!("seg {segment}"));
    match (standing, number) {
        (Standing::Challenged, Some(number)) => format!("◆ {number}"),
        (Standing::Challenged, None) => "◆".to_owned(),
        (Standing::Ordinary, Some(number)) => format!("  {number}"),
        (Standing::Ordinary, None) => String::new(),
    }
}

/// As [`segment_mark`], of an organisation by its latest segment.
#[must_use]
pub fn organisation_mark(pack: &Pack, organisation: OrganisationId) -> String {
    let segment = segment::history(pack, organisation).last().and_then(|record| record.segment);
    mark(segment::standing(segment), segment)
}

/// `closes 14 Dec`, `closed 11 Feb 2026`, `no date`. A date that is still to come names its year when that is another.
#[must_use]
pub fn closing(post: &Post, today: Date) -> String {
    match post.closes {
        None => "no date".to_owned(),
        Some(date) if post.has_closed(today) => format!("closed {}", day(date)),
        Some(date) if date.year() == today.year() => {
            let full = day(date);
            let short = full.rsplit_once(' ').map_or(full.as_str(), |(short, _)| short);
            format!("closes {short}")
        }
        Some(date) => format!("closes {}", day(date)),
    }
}

/// Pay as numbers, where the advert gives numbers: `£57,528–64,750`, `from £57,528`.
#[must_use]
pub fn pay(post: &Post) -> Option<String> {
    Some(match (post.pay_min, post.pay_max) {
        (Some(min), Some(max)) if min == max => pounds(min),
        (Some(min), Some(max)) => format!("{}–{}", pounds(min), pounds(max).trim_start_matches('£')),
        (Some(min), None) => format!("from {}", pounds(min)),
        (None, Some(max)) => format!("up to {}", pounds(max)),
        (None, None) => return None,
    })
}

/// `matched by us, 90% sure`: who says that a post is one of a role, and how sure that is.
#[must_use]
pub fn matched(matched: RoleMatch) -> String {
    let percent = matched.confidence_percent;
    match matched.by {
        MatchedBy::Pack => format!("matched by us, {percent}% sure"),
        MatchedBy::Title => format!("matched by its title, {percent}% sure"),
        MatchedBy::User => "as you said".to_owned(),
    }
}

/// `today, 22 Nov 2026` or `3 days ago, 19 Nov 2026`.
#[must_use]
pub fn age(date: Date, today: Date) -> String {
    let days = today.since(date).map_or(0, |span| span.get_days());
    let ago = match u64::try_from(days) {
        Ok(0) | Err(_) => "today".to_owned(),
        Ok(days) => format!("{} ago", count(days, "day")),
    };
    format!("{ago}, {}", day(date))
}

/// `imported 3 days ago, 19 Nov 2026`; nothing of a post of the pack.
#[must_use]
pub fn imported(post: &Post, today: Date) -> Option<String> {
    match &post.origin {
        Origin::Pack => None,
        Origin::Imported { on, from } if from.is_empty() => Some(format!("imported {}", age(*on, today))),
        Origin::Imported { on, from } => Some(format!("imported {}, from {from}", age(*on, today))),
    }
}

/// A grade as the advert gives it: `band 8a` for a band alone.
#[must_use]
pub fn grade(post: &Post) -> String {
    band(&post.grade)
}

/// The order of the list.
#[must_use]
pub fn order(key: SortKey, direction: Direction) -> String {
    let words = match (key, direction) {
        (SortKey::Challenged, Direction::Forward) => "challenged first",
        (SortKey::Challenged, Direction::Backward) => "challenged last",
        (SortKey::Segment, Direction::Forward) => "highest segment first",
        (SortKey::Segment, Direction::Backward) => "lowest segment first",
        (SortKey::Pay, Direction::Forward) => "best paid first",
        (SortKey::Pay, Direction::Backward) => "least paid first",
        (SortKey::Closes, Direction::Forward) => "earliest closing date first",
        (SortKey::Closes, Direction::Backward) => "latest closing date first",
        (SortKey::Level, Direction::Forward) => "highest level first",
        (SortKey::Level, Direction::Backward) => "lowest level first",
        (key, Direction::Forward) => return format!("by {}", column(key)),
        (key, Direction::Backward) => return format!("by {}, backwards", column(key)),
    };
    words.to_owned()
}

/// What a column is called.
#[must_use]
pub const fn column(key: SortKey) -> &'static str {
    match key {
        SortKey::Challenged => "challenged",
        SortKey::Id => "number",
        SortKey::Title => "post",
        SortKey::Employer => "employer",
        SortKey::Region => "region",
        SortKey::Segment => "segment",
        SortKey::Level => "level",
        SortKey::Family => "family",
        SortKey::Pay => "pay",
        SortKey::Closes => "closing date",
    }
}

/// A value in full, as it stands below the heading of its facet.
#[must_use]
pub fn value(pack: &Pack, value: &Value) -> String {
    match value {
        Value::Eligible => "I am eligible".to_owned(),
        Value::Challenged => "◆ in a challenged organisation".to_owned(),
        Value::Segment(segment) => format!("segment {segment}"),
        Value::Closing(Soon::Open) => "not closed, or no date given".to_owned(),
        Value::Closing(Soon::FourWeeks) => "closes within 4 weeks".to_owned(),
        Value::Closing(Soon::ThreeMonths) => "closes within 3 months".to_owned(),
        Value::Pay(least) => format!("{} or more", pounds(*least)),
        Value::Region(region) => region.clone(),
        Value::Family(family) => pack.family(*family).title.clone(),
        Value::Level(number) => {
            let level = pack.tables().levels.iter().find(|level| level.number == *number);
            level.map_or_else(|| format!("level {}", number.0), |level| level.title.clone())
        }
        Value::Board(tile) => crate::app::boards::words::name(pack, *tile).to_owned(),
        Value::Role(role) => pack.role(*role).title.clone(),
        Value::Organisation(organisation) => pack.organisation(*organisation).name.clone(),
    }
}

/// All that is chosen: `challenged · South West · “plymouth”`; nothing while all posts are listed.
#[must_use]
pub fn chosen(pack: &Pack, chosen: &Chosen) -> Option<String> {
    if chosen.is_off() {
        return None;
    }
    let brief = |chosen: &Value| match chosen {
        Value::Eligible => "open to me on paper".to_owned(),
        Value::Challenged => "challenged".to_owned(),
        Value::Closing(Soon::Open) => "not closed".to_owned(),
        Value::Family(family) => pack.family(*family).short.clone(),
        other => value(pack, other),
    };
    let words = Some(chosen.words().trim()).filter(|words| !words.is_empty()).map(|words| format!("“{words}”"));
    Some(chosen.values().map(brief).chain(words).collect::<Vec<_>>().join(" · "))
}
