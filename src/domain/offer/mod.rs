//! What a post offers to whoever takes it.
//!
//! | concept | file |
//! |---|---|
//! | the least that a post would have to offer for the way through it to be worth taking | [`what_if`] |
//! | the smallest sets that suffice for something | `smallest_sets` |

mod smallest_sets;
pub mod what_if;

pub use what_if::{Goal, Least, Levers, Prospect, Smallest, Verdict, smallest, verdict};
