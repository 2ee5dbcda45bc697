//! `fingerpost posts`: the posts of the pack and the user's own.

use jiff::civil::Date;
use serde::Serialize;

use super::args::WantedArgs;
use crate::app::posts::{Closing, Direction, Filter, PostTable, SortKey};
use crate::cli::exit::{Failure, Status};
use crate::cli::look::Out;
use crate::cli::text::{Column, Page, Table};
use crate::cli::{filter, json, names, person, sources};
use crate::domain::Pack;
use crate::domain::eligibility::Eligible;
use crate::domain::post::{MatchedBy, Origin, Post, RoleMatch, Standing};
use crate::domain::quantity::{Decimal, Pounds};
use crate::domain::words;

#[derive(Debug, Serialize)]
struct PostsDocument<'p> {
    posts: Vec<json::PostDocument<'p>>,
}

/// Answers it.
///
/// # Errors
/// Wrong usage, or an answer that cannot be written.
pub fn run(pack: &Pack, args: &WantedArgs, out: &Out) -> Result<Status, Failure> {
    let today = jiff::Zoned::now().date();
    let wanted = wanted(pack, args, today)?;
    let ids = PostTable::of(pack).view(&wanted, SortKey::Id, Direction::Forward);
    let found: Vec<&Post> = ids.into_iter().map(|id| pack.post(id)).collect();
    out.answer(
        || PostsDocument { posts: found.iter().map(|post| json::post(pack, post)).collect() },
        |page| show(page, pack, &found, today),
    )?;
    Ok(Status::Answered)
}

/// Which posts `args` ask for.
///
/// # Errors
/// Wrong usage, or a faulty profile.
pub fn wanted(pack: &Pack, args: &WantedArgs, today: Date) -> Result<Filter, Failure> {
    let all = &pack.tables().posts;
    let region = filter::value(all.iter().map(|post| post.region.as_str()), args.region.as_deref(), "region")?;
    Ok(Filter {
        words: args.search.join(" "),
        region: region.map(str::to_owned),
        board: None,
        organisation: None,
        segment: args.segment,
        families: args.family.as_deref().map(|typed| names::family(pack, typed)).transpose()?.into_iter().collect(),
        level: args.level.map(|number| filter::known_level(pack, number)).transpose()?,
        role: args.role.as_deref().map(|typed| names::role(pack, typed)).transpose()?,
        pay_at_least: args.pay,
        closing: match args.closes_by {
            Some(day) => Closing::Between(today, day),
            None if args.open => Closing::OpenOn(today),
            None => Closing::Any,
        },
        standing: args.challenged.then_some(Standing::Challenged),
        eligible: args.eligible.then(|| eligible(pack, args)).transpose()?,
    })
}

fn eligible(pack: &Pack, args: &WantedArgs) -> Result<Eligible, Failure> {
    let persona = sources::who(pack, args.persona.as_deref(), None)?;
    let person = match persona {
        Some(profile) => profile.person(pack, pack.tables().hours_per_week, jiff::Zoned::now().date()),
        None => person::required(pack, &args.person)?.person,
    };
    Ok(Eligible::of(pack, &person, args.rules.ruleset))
}

fn show(page: &mut Page, pack: &Pack, found: &[&Post], today: Date) {
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
            closing(post, today).into(),
            basis(pack, post, today).into(),
        ]);
    }
    filter::show(page, &table, "post", pack.tables().posts.len());
}

pub(super) fn segment(post: &Post) -> String {
    let mark = if post.standing == Standing::Challenged { ", challenged" } else { "" };
    match post.segment {
        Some(segment) if post.segment_period.is_empty() => format!("{segment}{mark}"),
        Some(segment) => format!("{segment} ({}){mark}", post.segment_period),
        None => format!("not known{mark}"),
    }
}

/// `14 Dec 2026`, or `closed 14 Dec 2026`.
pub(super) fn closing(post: &Post, today: Date) -> String {
    let Some(day) = post.closes else { return "not given".to_owned() };
    if post.has_closed(today) { format!("closed {}", words::date(day)) } else { words::date(day) }
}

/// `sourced; Matron, matched by us`, or `imported 3 days ago, 22 Nov 2026; Matron, by its title (85%)`: where the advert
/// is from, and which role we take it for.
fn basis(pack: &Pack, post: &Post, today: Date) -> String {
    let basis = match &post.origin {
        Origin::Pack => post.provenance.basis.to_string(),
        Origin::Imported { on, .. } => format!("imported {}", age(*on, today)),
    };
    match post.role {
        None if matches!(post.origin, Origin::Imported { .. }) => format!("{basis}; no role of the pack"),
        None => basis,
        Some(matched) => format!("{basis}; {}, {}", pack.role(matched.role).title, by(matched)),
    }
}

pub(super) fn by(matched: RoleMatch) -> String {
    match matched.by {
        MatchedBy::Pack => "matched by us".to_owned(),
        MatchedBy::Title => format!("matched by its title ({}%)", matched.confidence_percent),
        MatchedBy::User => "as you said".to_owned(),
    }
}

/// `today, 22 Nov 2026` or `3 days ago, 19 Nov 2026`.
fn age(day: Date, today: Date) -> String {
    let days = today.since(day).map_or(0, |span| span.get_days());
    let ago = match u64::try_from(days) {
        Ok(0) | Err(_) => "today".to_owned(),
        Ok(days) => format!("{} ago", words::count(days, "day")),
    };
    format!("{ago}, {}", words::date(day))
}

pub(super) fn pay(post: &Post) -> String {
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::age;

    #[test]
    fn an_import_has_an_age() {
        let today = date(2026, 11, 22);
        assert_eq!(age(today, today), "today, 22 Nov 2026");
        assert_eq!(age(date(2026, 11, 21), today), "1 day ago, 21 Nov 2026");
        assert_eq!(age(date(2026, 10, 20), today), "33 days ago, 20 Oct 2026");
        assert_eq!(age(date(2026, 11, 23), today), "today, 23 Nov 2026");
    }
}
