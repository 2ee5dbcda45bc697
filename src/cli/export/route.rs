//! `fingerpost export route`.

use super::args::RouteArgs;
use crate::cli::exit::Failure;
use crate::cli::routes;
use crate::domain::Pack;
use crate::domain::planner;
use crate::handout::{self, Handout};

/// The handout that is asked for.
///
/// # Errors
/// Wrong usage, also for a route that is not there, or a faulty profile.
pub fn handout(pack: &Pack, args: &RouteArgs) -> Result<Handout, Failure> {
    let (question, wishes) = routes::question(pack, &args.routes)?;
    let answer = planner::routes(pack, &question);
    let handout = handout::route(pack, &question, &answer, args.route, args.wish.day())
        .map_err(|error| Failure::Usage(format!("{error}; `fingerpost routes` numbers them from 1.")))?;
    let chosen = answer.routes.iter().chain(&answer.alternatives).nth(args.route.saturating_sub(1));
    Ok(match chosen {
        Some(route) => handout.with_wishes(pack, &wishes, route),
        None => handout,
    })
}
