//! `fingerpost plan list`.

use jiff::civil::Date;
use serde::Serialize;

use crate::cli::exit::Failure;
use crate::cli::json::{self, PlanLineDocument};
use crate::cli::look::Out;
use crate::cli::text::{Column, Page, Table, Tone};
use crate::domain::dates::day;
use crate::domain::plan::{Plan, next, next_actions, schedule, words};
use crate::domain::portfolio::Portfolio;

#[derive(Debug, Serialize)]
struct PlansDocument<'p> {
    plans: Vec<PlanLineDocument<'p>>,
}

/// Answers it.
///
/// # Errors
/// An answer that cannot be written.
pub fn run(portfolio: Option<&Portfolio>, today: Date, out: &Out) -> Result<(), Failure> {
    let plans = portfolio.map_or(&[][..], |portfolio| &portfolio.plans);
    out.answer(
        || PlansDocument { plans: plans.iter().map(|plan| json::plan_in_a_line(plan, today)).collect() },
        |page| show(page, plans, today),
    )
}

fn show(page: &mut Page, plans: &[Plan], today: Date) {
    if plans.is_empty() {
        let words = "There is no plan yet: open fingerpost, choose a way on the routes (2) and press m.";
        return page.paragraph(words, Tone::Plain);
    }
    let mut table = Table::new(vec![
        Column::id("Id"),
        Column::main("Plan"),
        Column::words("There"),
        Column::words("Moved"),
        Column::words("Next"),
    ]);
    for plan in plans {
        let arrival = schedule(plan, today).arrival();
        let next = next_actions(plan, today, 1).first().map(|action| next::to_do(plan, action.slot.item));
        table.row(vec![
            plan.id.as_str().into(),
            plan.title.as_str().into(),
            arrival.map_or(String::new(), |slot| day(slot.to)).into(),
            arrival.and_then(|slot| words::slip(slot.slip())).unwrap_or_else(|| "as planned".to_owned()).into(),
            next.unwrap_or_else(|| "all of it is done".to_owned()).into(),
        ]);
    }
    page.lines(table.lines(page.width()));
}
