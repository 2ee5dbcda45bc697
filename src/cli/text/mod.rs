//! Text made to be read: pages of lines, tables, wrapping. Everything that enters a page is stripped of control
//! characters, so nothing in a pack can drive the reader's terminal.

mod page;
mod plain;
mod table;
mod wrap;

pub use page::{Line, Page, Span, Tone};
pub use plain::{plain, turns};
pub use table::{Column, Table};
