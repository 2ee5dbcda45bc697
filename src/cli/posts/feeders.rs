//! `fingerpost posts feeders`: from which roles a post could be filled, and whether in time.

use jiff::civil::Date;
use serde::Serialize;

use super::offer_args::FeedersArgs;
use super::{asker, correct};
use crate::cli::exit::{Failure, Status};
use crate::cli::look::Out;
use crate::cli::text::{Column, Page, Table, Tone};
use crate::cli::{json, routes};
use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::domain::offer::{Deadline, Feeder, Stands, feeders, telling};
use crate::domain::post::Post;
use crate::domain::quantity::Weeks;
use crate::domain::ruleset::Ruleset;
use crate::domain::words;

#[derive(Debug, Serialize)]
struct FeedersDocument<'p> {
    post: &'p str,
    role: &'p str,
    ruleset: &'static str,
    closes: Option<Date>,
    closed: bool,
    days_left: Option<u32>,
    answer: String,
    feeders: Vec<FeederDocument<'p>>,
}

#[derive(Debug, Serialize)]
struct FeederDocument<'p> {
    role: &'p str,
    moves_away: u8,
    asked_weeks: Weeks,
    served: ReadyDocument,
    new: ReadyDocument,
}

#[derive(Debug, Serialize)]
struct ReadyDocument {
    weeks: Option<Weeks>,
    stands: &'static str,
    late_weeks: Option<Weeks>,
}

/// Answers it.
///
/// # Errors
/// Wrong usage, or an answer that cannot be written.
pub fn run(pack: &Pack, args: &FeedersArgs, out: &Out) -> Result<Status, Failure> {
    let post = correct::find(pack, &args.post)?;
    let role = asker::role_of(post)?;
    let ruleset = args.rules.ruleset;
    let found = feeders(pack, role, ruleset, routes::allowed(args.exceptional));
    let deadline = Deadline::of(post, jiff::Zoned::now().date());
    out.answer(
        || document(pack, (post, role), ruleset, deadline, &found),
        |page| show(page, pack, (post, role), ruleset, deadline, &found),
    )?;
    Ok(Status::Answered)
}

fn document<'p>(
    pack: &'p Pack,
    (post, role): (&'p Post, RoleId),
    ruleset: Ruleset,
    deadline: Deadline,
    found: &[Feeder],
) -> FeedersDocument<'p> {
    let ready = |weeks: Option<Weeks>| {
        let (stands, late_weeks) = match deadline.stands(weeks) {
            Stands::InTime => ("in-time", None),
            Stands::LateBy(late) => ("late", Some(late)),
            Stands::NoDeadline => ("no-closing-date", None),
            Stands::Closed => ("closed", None),
            Stands::NoWay => ("no-way", None),
        };
        ReadyDocument { weeks, stands, late_weeks }
    };
    let feeder = |feeder: &Feeder| FeederDocument {
        role: json::role(pack, feeder.role),
        moves_away: feeder.distance.moves(),
        asked_weeks: feeder.asked,
        served: ready(feeder.served),
        new: ready(feeder.new),
    };
    FeedersDocument {
        post: &post.id,
        role: json::role(pack, role),
        ruleset: ruleset.slug(),
        closes: post.closes,
        closed: matches!(deadline, Deadline::Closed(_)),
        days_left: match deadline {
            Deadline::Open { days, .. } => Some(days),
            Deadline::Closed(_) | Deadline::NotGiven => None,
        },
        answer: telling::feeders(pack, found, deadline),
        feeders: found.iter().map(feeder).collect(),
    }
}

fn show(
    page: &mut Page,
    pack: &Pack,
    (post, role): (&Post, RoleId),
    ruleset: Ruleset,
    deadline: Deadline,
    found: &[Feeder],
) {
    page.paragraph(telling::feeders(pack, found, deadline), Tone::Strong);
    let title = &pack.role(role).title;
    let rules = words::rules(ruleset);
    page.paragraph(
        format!("{} at {} ({}), a post of the role {title}, under {rules}.", post.title, post.employer, post.id),
        Tone::Plain,
    );
    if found.is_empty() {
        return;
    }
    page.gap();
    let mut table = Table::new(vec![
        Column::main("From"),
        Column::number("Moves"),
        Column::number("Served"),
        Column::number("Ready in"),
        Column::words("Which is"),
        Column::number("New: in"),
        Column::words("Which is"),
    ]);
    for feeder in found {
        let ready = |weeks: Option<Weeks>| weeks.map_or_else(|| "never".to_owned(), |weeks| weeks.to_string());
        let served = if feeder.asked == Weeks::ZERO { "0".to_owned() } else { feeder.asked.to_string() };
        table.row(vec![
            (&pack.role(feeder.role).title).into(),
            feeder.distance.moves().to_string().into(),
            served.into(),
            ready(feeder.served).into(),
            deadline.stands(feeder.served).to_string().into(),
            ready(feeder.new).into(),
            deadline.stands(feeder.new).to_string().into(),
        ]);
    }
    page.lines(table.lines(page.width()));
    page.gap();
    page.paragraph(
        format!(
            "Served: somebody who has been in the role for the years that its shortest move towards the post asks for. New: \
             somebody who has just entered it. Both hold what their role requires and nothing else, and study {} a week. The \
             time is the quickest way's, by whichever moves people can expect.",
            words::count_hours(pack.tables().hours_per_week)
        ),
        Tone::Faint,
    );
}
