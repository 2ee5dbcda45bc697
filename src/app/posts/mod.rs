//! Posts as a table that can be filtered and put in order, a hundred thousand of them between two key presses.
//!
//! | what | file |
//! |---|---|
//! | which posts are wanted | [`filter`] |
//! | the columns one can sort by | [`order`] |
//! | where words are looked for | `text` |
//! | the table | [`table`] |

pub mod filter;
pub mod order;
pub mod table;
mod text;

pub use filter::{Closing, Filter};
pub use order::{Direction, SortKey};
pub use table::{Hits, PostTable};
