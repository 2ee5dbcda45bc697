//! The kinds of handout: from what the domain knows to a title, tables, days and arrows.

mod appraisal;
mod deck;
mod plan;
mod posts;
mod role;
mod route;
mod training;

pub use appraisal::appraisal;
pub use deck::{ShownStep, deck};
pub use plan::plan;
pub(super) use posts::outline as outline_of_posts;
pub use posts::posts;
pub use role::role;
pub use route::{NoSuchRoute, route};
pub use training::training;
