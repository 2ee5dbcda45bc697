//! What a post offers to whoever takes it.
//!
//! | concept | file |
//! |---|---|
//! | a line of package that exists or is reported, as the pack's table gives it | [`provision`] |
//! | under which pay a post falls | [`frame`] |
//! | in which segments its organisation may be | [`rating`] |
//! | whether a provision holds for a post | [`applies`] |
//! | a post's package, line by line: what the advert says, what frameworks give, what nobody promises | [`package`] |
//! | what a route earns | [`earnings`] |
//! | the best route through a post against the best without it | [`mod@pay_back`] |
//! | who could fill a post, and how soon | [`mod@feeders`] |
//! | all of this in plain words | [`telling`] |
//! | the least that a post would have to offer for the way through it to be worth taking | [`what_if`] |
//! | the smallest sets that suffice for something | `smallest_sets` |

pub mod applies;
pub mod earnings;
pub mod feeders;
pub mod frame;
pub mod package;
pub mod pay_back;
pub mod provision;
pub mod rating;
mod smallest_sets;
pub mod telling;
pub mod what_if;

pub use applies::Applies;
pub use earnings::PoundWeeks;
pub use feeders::{Deadline, Feeder, Stands, feeders};
pub use frame::{Frames, PayFrame};
pub use package::{Line, Ours, Package, Sourced, Unsaid};
pub use pay_back::{PayBack, PayBackQuestion, pay_back};
pub use provision::{PayEffect, Provision, Segments, Sign, Validity};
pub use rating::Rating;
pub use what_if::{Goal, Least, Levers, Prospect, Smallest, Verdict, smallest, verdict};
