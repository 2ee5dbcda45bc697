//! `fingerpost reach`: every role that can be reached.

use super::args::ReachArgs;
use super::exit::{Failure, Status};
use super::look::Out;
use super::text::{Column, Page, Span, Table, Tone};
use super::{json, person, routes};
use crate::domain::Pack;
use crate::domain::planner::{self, Circumstances, Reached};
use crate::domain::provenance::Basis;
use crate::domain::words;

/// Answers it.
///
/// # Errors
/// Wrong usage, a faulty profile, or an answer that cannot be written.
pub fn run(pack: &Pack, args: &ReachArgs, out: &Out) -> Result<Status, Failure> {
    let asker = person::required(pack, &args.person)?;
    let circumstances = Circumstances {
        person: asker.person,
        ruleset: args.rules.ruleset,
        moves: routes::allowed(args.exceptional),
        terms: None,
    };
    let reached = planner::reach(pack, &circumstances);
    out.answer(
        || json::reach(pack, circumstances.person.role, circumstances.ruleset, &reached),
        |page| show(page, pack, &circumstances, &reached),
    )?;
    Ok(Status::Answered)
}

fn show(page: &mut Page, pack: &Pack, circumstances: &Circumstances, reached: &[Reached]) {
    let from = &pack.role(circumstances.person.role).title;
    let rules = words::rules(circumstances.ruleset);
    let count = words::count(reached.len() as u64, "role");
    page.line(Span::new(format!("{count} within reach of {from}, under {rules}"), Tone::Strong));
    if reached.is_empty() {
        return;
    }
    page.gap();
    let mut table = Table::new(vec![
        Column::number("Time"),
        Column::number("Moves"),
        Column::id("Role"),
        Column::main("Title"),
        Column::words("Family"),
        Column::words("Level"),
    ]);
    for found in reached {
        let role = pack.role(found.role);
        table.row(vec![
            found.weeks.to_string().into(),
            found.moves.to_string().into(),
            role.slug.as_str().into(),
            (&role.title).into(),
            (&pack.family(role.family).short).into(),
            super::filter::level(pack, role.level).into(),
        ]);
    }
    page.lines(table.lines(page.width()));
    page.gap();
    page.paragraph(rests_on(pack, circumstances), Tone::Faint);
}

/// What the times take for granted.
fn rests_on(pack: &Pack, circumstances: &Circumstances) -> String {
    let moves = &pack.tables().moves;
    let judged = moves.iter().filter(|a_move| a_move.years_basis != Basis::Sourced).count();
    let hours = words::count_hours(circumstances.person.hours_per_week);
    let years = match judged {
        0 => "The times rest on years in a role that were read from a source for every move".to_owned(),
        judged => {
            let of_all = words::count(moves.len() as u64, "move");
            format!("The times rest on years in a role that are our judgement for {judged} of {of_all}")
        }
    };
    format!("{years}, and assume {hours} of study a week.")
}
