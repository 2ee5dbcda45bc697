//! The route planner: the complete Pareto front of routes from the role held to the role wanted.
//!
//! ```text
//!  question ─▶ holding ─▶ needs, formula ─▶ situation ─▶ bounds ─▶ search ─▶ timeline ─▶ account ─▶ route
//!              what is    requirements as   what is      how far   labels,   lived       stints,
//!              held at    ways of meeting   open to      it is at  stint by  forwards,   checks,
//!              the start  them              this person  least     stint,    week by     assumptions
//!                                                                  dominance week        (essentials)
//! ```
//!
//! [`reach`] asks the same search for every role, [`why`] looks at one role's requirements alone, and [`openings`] tries
//! out what would open a way where there is none.

mod account;
mod assumptions;
mod bits;
mod blocked;
mod bounds;
mod contest;
mod course;
mod dominance;
mod essentials;
mod formula;
mod front;
mod holding;
mod label;
mod marks;
mod needs;
mod opening;
mod question;
mod reach;
mod route;
mod search;
mod situation;
mod stint;
mod terms;
mod timeline;
mod why;

pub use contest::{asked_after, holds_its_own};
pub use course::Course;
pub use holding::certainly_required;
pub use opening::{Change, Opening, openings};
pub use question::{Circumstances, Criterion, MovesAllowed, Question};
pub use reach::reach;
pub use route::{Answer, Assumption, Blocked, Completeness, Reached, Route, Step, Study, Totals};
pub use terms::{Offered, Supposition, Terms};
pub use why::{Holder, Remedy, RowAnswer, RowState, Why, why};

use self::needs::CostCounts;
use self::search::Searcher;
use self::situation::Situation;
use super::pack::Pack;

/// What the fastest route comes to, where there is one: quicker to ask than for [`routes`]. Criteria, alternatives and limit
/// of the question do not matter.
#[must_use]
pub fn fastest(pack: &Pack, question: &Question) -> Option<Totals> {
    front::fastest_totals(pack, question)
}

/// The routes that `question` asks for.
#[must_use]
pub fn routes(pack: &Pack, question: &Question) -> Answer {
    let cost_counts = if question.criteria.contains(&Criterion::Cost) { CostCounts::Yes } else { CostCounts::No };
    let situation = Situation::new(pack, &question.circumstances, cost_counts, question.course);
    let searcher = Searcher::new(&situation);
    let mut routes = front::front(&searcher, question);
    let blocked = routes.is_empty().then(|| blocked::blocked(&situation, question));
    let alternatives = front::alternatives(&searcher, question, &routes);
    let limit = question.max.unwrap_or(usize::MAX);
    let completeness = if routes.len() > limit { Completeness::Limited } else { Completeness::Complete };
    routes.truncate(limit);
    Answer { routes, alternatives, completeness, blocked }
}
