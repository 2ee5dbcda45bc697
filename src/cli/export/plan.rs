//! `fingerpost export plan`.

use std::sync::Arc;

use super::args::PlanArgs;
use crate::cli::exit::Failure;
use crate::cli::plan::find;
use crate::cli::sources::{self, Sources};
use crate::domain::Pack;
use crate::handout::Subject;

/// What the handout is to be of, and the pack it is told with.
///
/// # Errors
/// Wrong usage, or a faulty profile.
pub fn subject(sources: &Sources, args: &PlanArgs) -> Result<(Arc<Pack>, Subject), Failure> {
    let pack = Arc::new(sources.pack()?);
    let portfolio = match &args.profile {
        Some(file) => Some(sources::portfolio(&pack, file)?),
        None => sources.kept_portfolio(&pack, None)?.portfolio().cloned(),
    };
    let (portfolio, plan) = find::plan(portfolio.as_ref(), args.plan.as_deref())?;
    let subject = Subject::Plan { plan: Box::new(plan.clone()), held: Some(portfolio.profile.role) };
    Ok((pack, subject))
}
