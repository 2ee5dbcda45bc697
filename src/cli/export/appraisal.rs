//! `fingerpost export appraisal`.

use std::sync::Arc;

use jiff::civil::Date;

use super::args::AppraisalArgs;
use crate::cli::exit::Failure;
use crate::cli::names;
use crate::cli::sources::{self, Sources};
use crate::domain::Pack;
use crate::domain::appraisal::{Appraisal, by_date};
use crate::domain::dates;
use crate::domain::portfolio::Portfolio;
use crate::domain::profile::{Profile, Since};
use crate::domain::quantity::Decimal;
use crate::handout::Subject;

/// What the handout is to be of, and the pack it is told with.
///
/// # Errors
/// Wrong usage, also for a day without an appraisal, or a faulty profile.
pub fn subject(sources: &Sources, args: &AppraisalArgs) -> Result<(Arc<Pack>, Subject), Failure> {
    let pack = Arc::new(sources.pack()?);
    let mut portfolio = portfolio(sources, &pack, args)?;
    if let Some(to) = &args.to {
        portfolio.profile.target = Some(names::role(&pack, to)?);
    }
    let appraisal = if args.form { None } else { chosen(&portfolio, args.of)?.cloned().map(Box::new) };
    let subject = Subject::Appraisal { portfolio: Box::new(portfolio), appraisal, ruleset: args.rules.ruleset };
    Ok((pack, subject))
}

fn portfolio(sources: &Sources, pack: &Arc<Pack>, args: &AppraisalArgs) -> Result<Portfolio, Failure> {
    if let Some(role) = &args.from {
        let role = names::role(pack, role)?;
        return Ok(Portfolio::new(Profile::of_role(pack, role, Since::Years(Decimal::ZERO))));
    }
    if let Some(file) = &args.profile {
        return sources::portfolio(pack, file);
    }
    sources.kept_portfolio(pack, None)?.portfolio().cloned().ok_or_else(|| {
        let remedy = "open fingerpost once, or add --profile FILE, or --from ROLE for a form";
        Failure::Usage(format!("there is no profile of yours yet: {remedy}."))
    })
}

/// The appraisal of a day, or the newest; none where there is none.
fn chosen(portfolio: &Portfolio, of: Option<Date>) -> Result<Option<&Appraisal>, Failure> {
    let Some(day) = of else { return Ok(portfolio.last_appraisal()) };
    let sorted = by_date(&portfolio.appraisals);
    if let Some(found) = sorted.iter().rev().find(|appraisal| appraisal.on == day) {
        return Ok(Some(found));
    }
    let days: Vec<String> = sorted.iter().map(|appraisal| appraisal.on.to_string()).collect();
    let there_are =
        if days.is_empty() { "there is none yet".to_owned() } else { format!("there are {}", days.join(", ")) };
    Err(Failure::Usage(format!("there is no appraisal of {}; {there_are}.", dates::day(day))))
}
