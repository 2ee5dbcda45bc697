//! The geometry of the map, in whole cells: which role stands where, and by which cells an edge runs. Pure: no
//! terminal, no colours, no signs.
//!
//! | question | file |
//! |---|---|
//! | what a cell, an area, a heading is | [`cells`] |
//! | in which order the roles of one lane and level stand | [`order`] |
//! | which roles matter at the moment | [`focus`] |
//! | how a title fits a width | [`wrap`] |
//! | how many lines run between the columns | [`channels`] |
//! | how wide the columns are | [`columns`] |
//! | how high the lanes are and which are folded | [`lanes`] |
//! | where every box stands | [`map`] |
//! | how one edge finds its way | [`router`] |
//! | which edges are drawn, by which cells | [`wiring`] |
//! | which arms meet in a cell | [`joint`] |
//! | what part of it is in the window | [`viewport`] |

pub mod cells;
pub mod channels;
pub mod columns;
pub mod focus;
pub mod joint;
pub mod lanes;
pub mod map;
pub mod order;
pub mod router;
pub mod viewport;
pub mod wiring;
pub mod wrap;

pub use cells::{Area, Cell, Heading, Size};
pub use focus::Focus;
pub use map::{MapLayout, Picture, picture};
