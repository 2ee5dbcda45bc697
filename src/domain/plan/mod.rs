//! Plans: a route that somebody chose, with dates, what of it is done, and what a delay does to the rest.
//!
//! ```text
//!  planner::Route ──made──▶ plan ──ticked off──▶ plan ──▶ schedule: when what is left falls, and how late that is
//!     + a first day                                  ├──▶ next: what is to be done now
//!                                                    └──▶ recheck: what another edition of the pack changes in it
//! ```
//!
//! A plan holds words and ids, not places in a pack's tables, so that it can be read beside any edition of any pack.
//!
//! | what | file |
//! |---|---|
//! | the plan, made from a route | [`model`] |
//! | ticking off | [`progress`] |
//! | when everything falls | [`mod@schedule`] |
//! | what comes next | [`next`] |
//! | what another pack changes | [`mod@recheck`] |
//! | slips and differences in words | [`words`] |

pub mod model;
pub mod next;
pub mod progress;
pub mod recheck;
pub mod schedule;
pub mod words;

pub use model::{Asked, Check, Plan, Stint, Study};
pub use next::{Action, next_actions};
pub use progress::{Item, Refusal};
pub use recheck::{Difference, recheck};
pub use schedule::{Schedule, Slot, State, schedule};
