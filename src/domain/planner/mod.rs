//! The route planner: the complete Pareto front of routes from the role held to the role wanted.

mod question;
mod route;

pub use question::{Circumstances, Criterion, MovesAllowed, Question};
pub use route::{Answer, Assumption, Blocked, Completeness, Reached, Route, Step, Study, Totals};

use super::pack::Pack;

/// The routes that `question` asks for.
#[must_use]
pub fn routes(_pack: &Pack, _question: &Question) -> Answer {
    Answer { routes: Vec::new(), alternatives: Vec::new(), completeness: Completeness::Complete, blocked: None }
}

/// Every role that can be reached, with the fewest weeks to each, by weeks and then id. The role held is not among them.
#[must_use]
pub fn reach(_pack: &Pack, _circumstances: &Circumstances) -> Vec<Reached> {
    Vec::new()
}
