//! A document as a PDF that can be read out: PDF/UA-1, tagged, with language, title, bookmarks and embedded letters.
//!
//! ```text
//!   document ─▶ flow ─▶ pages of pieces ─▶ press ─▶ bytes
//!               where   and the tree of    draws, and ties
//!               it all  what they are      pieces to the tree
//!               stands  (tree)
//! ```

mod flow;
mod grid;
mod press;
mod tree;

pub(in crate::handout) use press::pdf;
