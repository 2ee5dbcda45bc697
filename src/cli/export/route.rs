//! `fingerpost export route`.

use super::args::RouteArgs;
use crate::cli::exit::Failure;
use crate::cli::routes;
use crate::domain::Pack;
use crate::domain::planner;
use crate::handout::Subject;

/// What the handout is to be of.
///
/// # Errors
/// Wrong usage, or a faulty profile.
pub fn subject(pack: &Pack, args: &RouteArgs) -> Result<Subject, Failure> {
    let (question, wishes) = routes::question(pack, &args.routes)?;
    let answer = planner::routes(pack, &question);
    Ok(Subject::Route { question: Box::new(question), answer: Box::new(answer), number: args.route, wishes })
}
