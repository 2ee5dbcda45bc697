//! `fingerpost plan tick`: done where the terminal interface keeps it, so that undo there goes back over it.

use jiff::civil::Date;
use serde::Serialize;

use super::args::TickArgs;
use super::find;
use crate::cli::exit::Failure;
use crate::cli::look::Out;
use crate::cli::sources;
use crate::cli::text::{Page, Tone};
use crate::domain::Pack;
use crate::domain::dates::day;
use crate::domain::plan::{next, schedule, words};
use crate::domain::portfolio::{Consequence, Portfolio};
use crate::store::{KeptPortfolio, PortfolioError};

/// How often it is tried when somebody else changes the file at the same moment.
const TRIES: usize = 5;

/// What came of ticking off.
#[derive(Serialize)]
struct TickDocument {
    plan: String,
    step: usize,
    done: Option<Date>,
    arrives: Option<Date>,
    slip_days: i32,
    consequences: Vec<String>,
    #[serde(skip)]
    title: String,
    #[serde(skip)]
    moved: String,
}

/// Answers it.
///
/// # Errors
/// Wrong usage, also for a step that cannot have been done then, or what cannot be kept.
pub fn run(pack: &Pack, kept: &mut KeptPortfolio, args: &TickArgs, today: Date, out: &Out) -> Result<(), Failure> {
    let mut tries = 1;
    let ticked = loop {
        let (after, ticked) = tick(pack, kept.portfolio(), args, today)?;
        match kept.write(Some(&after)) {
            Ok(()) => break ticked,
            // What the file says now was read: the step is ticked off in that.
            Err(PortfolioError::ChangedElsewhere(_)) if tries < TRIES => tries += 1,
            Err(error) => return Err(sources::not_kept(error)),
        }
    };
    out.answer(|| &ticked, |page| show(page, &ticked))
}

/// The portfolio with the step ticked off, and what that did.
fn tick(
    pack: &Pack,
    portfolio: Option<&Portfolio>,
    args: &TickArgs,
    today: Date,
) -> Result<(Portfolio, TickDocument), Failure> {
    let (portfolio, before) = find::plan(portfolio, Some(&args.plan))?;
    let (step, item) = find::step(before, &args.step)?;
    let done = if args.open { None } else { Some(args.on.unwrap_or(today)) };
    let mut ticked = portfolio.clone();
    let consequences = ticked
        .tick(pack, &before.id, item, done, today)
        .map_err(|refusal| Failure::Usage(format!("step {step} cannot be ticked off so: {refusal}.")))?;
    let after = ticked.plan(before.id.as_str()).unwrap_or(before);
    let arrival = schedule(after, today).arrival();
    let said = |one: &Consequence| one.words(pack);
    let document = TickDocument {
        plan: before.id.to_string(),
        step,
        done,
        arrives: arrival.map(|slot| slot.to),
        slip_days: arrival.map_or(0, |slot| slot.slip()),
        consequences: consequences.iter().map(said).collect(),
        title: next::title(before, item).unwrap_or_default().to_owned(),
        moved: words::moved(before, after, today),
    };
    Ok((ticked, document))
}

fn show(page: &mut Page, ticked: &TickDocument) {
    let title = &ticked.title;
    match ticked.done {
        Some(on) => page.paragraph(format!("✓ {title}: done {}.", day(on)), Tone::Good),
        None => page.paragraph(format!("{title} is open again."), Tone::Plain),
    }
    for consequence in ticked.consequences.iter().chain([&ticked.moved]) {
        page.paragraph(format!("{consequence}."), Tone::Plain);
    }
}
