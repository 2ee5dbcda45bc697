//! `fingerpost export plan`.

use std::sync::Arc;

use super::args::PlanArgs;
use crate::cli::exit::Failure;
use crate::cli::plan::find;
use crate::cli::sources::{self, Sources};
use crate::handout::{self, Handout};

/// The handout that is asked for.
///
/// # Errors
/// Wrong usage, or a faulty profile.
pub fn handout(sources: &Sources, args: &PlanArgs) -> Result<Handout, Failure> {
    let pack = Arc::new(sources.pack()?);
    let portfolio = match &args.profile {
        Some(file) => Some(sources::portfolio(&pack, file)?),
        None => sources.kept_portfolio(&pack)?.portfolio().cloned(),
    };
    let (portfolio, plan) = find::plan(portfolio.as_ref(), args.plan.as_deref())?;
    Ok(handout::plan(&pack, plan, Some(portfolio.profile.role), args.wish.day()))
}
