//! Posts as a table that can be filtered and put in order, a hundred thousand of them between two key presses; and the
//! state of their screen.
//!
//! | what | file |
//! |---|---|
//! | which posts are wanted | [`filter`] |
//! | the columns one can sort by | [`order`] |
//! | where words are looked for | `text` |
//! | the table | [`table`] |
//! | what a person chooses, as values of facets | [`choice`] |
//! | how many posts each value has | [`census`], [`tally`] |
//! | the screen: what is listed, selected and known of it | [`view`] |
//! | posts in words | [`words`] |
//! | what a post is worth: pay-back, who could fill it, what it would take | [`offers`], [`levers`] |

pub mod census;
pub mod choice;
pub mod filter;
pub mod levers;
pub mod offers;
pub mod order;
pub mod table;
pub mod tally;
mod text;
pub mod view;
pub mod words;

pub use choice::{Chosen, Facet, Value};
pub use filter::{Closing, Filter};
pub use order::{Direction, SortKey};
pub use table::{Hits, PostTable};
pub use tally::Tallied;
pub use view::PostsView;
