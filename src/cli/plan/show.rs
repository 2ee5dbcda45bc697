//! `fingerpost plan show`.

use jiff::civil::Date;

use super::args::ShowArgs;
use super::find;
use crate::cli::exit::Failure;
use crate::cli::json;
use crate::cli::look::Out;
use crate::cli::text::{Column, Line, Page, Span, Table, Tone};
use crate::domain::Pack;
use crate::domain::dates::day;
use crate::domain::id::RoleId;
use crate::domain::plan::{Plan, Slot, State, next, next_actions, schedule, words};
use crate::domain::portfolio::Portfolio;
use crate::domain::words::rules;

/// So many steps are told as next.
const NEXT: usize = 3;

/// Answers it.
///
/// # Errors
/// Wrong usage, or an answer that cannot be written.
pub fn run(pack: &Pack, portfolio: Option<&Portfolio>, args: &ShowArgs, today: Date, out: &Out) -> Result<(), Failure> {
    let (portfolio, plan) = find::plan(portfolio, args.plan.as_deref())?;
    let held = portfolio.profile.role;
    out.answer(|| json::plan(pack, plan, Some(held), today), |page| show(page, pack, plan, held, today))
}

fn show(page: &mut Page, pack: &Pack, plan: &Plan, held: RoleId, today: Date) {
    let schedule = schedule(plan, today);
    page.paragraph(&plan.title, Tone::Strong);
    if let (Some(slot), Some(target)) = (schedule.arrival(), plan.target()) {
        let words = words::slipped(&slot).unwrap_or_else(|| format!("as planned, {}", day(slot.to)));
        page.paragraph(format!("{}: {words}", target.title), Tone::Plain);
    }
    let about = format!(
        "Made {} with {} {}, under {}, with {} hours of study a week.",
        day(plan.made),
        plan.pack,
        plan.edition,
        rules(plan.ruleset),
        plan.hours_per_week
    );
    page.paragraph(about, Tone::Faint);
    for difference in json::differences(pack, plan, Some(held)) {
        page.hanging(Line::from("! "), difference, Tone::Caution);
    }
    page.gap();
    page.paragraph("Next", Tone::Strong);
    let next = next_actions(plan, today, NEXT);
    for action in &next {
        let words = format!("{}: {}", next::to_do(plan, action.slot.item), when(&action.slot));
        page.hanging(Line::from("- "), words, Tone::Plain);
    }
    if next.is_empty() {
        page.paragraph("All of it is done.", Tone::Good);
    }
    page.gap();
    let slots: Vec<Slot> = plan.steps().into_iter().filter_map(|item| schedule.slot(item)).collect();
    steps(page, plan, &slots);
    page.gap();
    for assumed in &plan.assumed {
        page.paragraph(format!("Assumes: {assumed}"), Tone::Faint);
    }
    page.paragraph("A plan is not a promise: every post still has to be won.", Tone::Plain);
}

fn steps(page: &mut Page, plan: &Plan, slots: &[Slot]) {
    let mut table = Table::new(vec![
        Column::number("No."),
        Column::main("Step"),
        Column::words("When"),
        Column::words("How it stands"),
    ]);
    for (at, slot) in slots.iter().enumerate() {
        let tone = match slot.state {
            State::Done => Tone::Good,
            State::Overdue => Tone::Bad,
            State::Now | State::Ahead => Tone::Plain,
        };
        table.row(vec![
            (at + 1).to_string().into(),
            next::to_do(plan, slot.item).into(),
            when(slot).into(),
            Span::new(words::stands(slot), tone),
        ]);
    }
    page.lines(table.lines(page.width()));
}

fn when(slot: &Slot) -> String {
    if slot.from == slot.to { day(slot.to) } else { format!("{} to {}", day(slot.from), day(slot.to)) }
}
