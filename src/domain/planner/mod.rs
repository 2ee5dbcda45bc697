//! The route planner: the complete Pareto front of routes from the role held to the role wanted.
//!
//! ```text
//!  question ─▶ holding ─▶ needs, formula ─▶ situation ─▶ bounds ─▶ search ─▶ account ─▶ route
//!              what is    requirements as   what is      how far   labels,   dates,
//!              held at    ways of meeting   open to      it is at  stint     checks,
//!              the start  them              this person  least     by stint  assumptions
//! ```

mod account;
mod bits;
mod bounds;
mod formula;
mod front;
mod holding;
mod marks;
mod needs;
mod question;
mod reach;
mod route;
mod search;
mod situation;
mod stint;
mod timeline;

pub use question::{Circumstances, Criterion, MovesAllowed, Question};
pub use reach::reach;
pub use route::{Answer, Assumption, Blocked, Completeness, Reached, Route, Step, Study, Totals};

use self::marks::Scale;
use self::needs::CostCounts;
use self::search::Searcher;
use self::situation::Situation;
use super::pack::Pack;

/// The routes that `question` asks for.
#[must_use]
pub fn routes(pack: &Pack, question: &Question) -> Answer {
    let cost_counts = if question.criteria.contains(&Criterion::Cost) { CostCounts::Yes } else { CostCounts::No };
    let situation = Situation::new(pack, &question.circumstances, cost_counts);
    let searcher = Searcher::new(&situation);
    let mut routes = front::front(&searcher, question);
    let alternatives = front::alternatives(&searcher, question, &routes);
    let limit = question.max.unwrap_or(usize::MAX);
    let completeness = if routes.len() > limit { Completeness::Limited } else { Completeness::Complete };
    routes.truncate(limit);
    Answer { blocked: None, routes, alternatives, completeness }
}

fn scale_of(criteria: &[Criterion]) -> Scale {
    Scale::new(criteria)
}
