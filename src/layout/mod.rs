//! The geometry of the map, in whole cells: which role stands where, and by which cells an edge runs. Pure: no
//! terminal, no colours, no signs.
//!
//! | question | place |
//! |---|---|
//! | what a cell, an area, a heading is | [`cells`] |
//! | what every picture is made of | [`world`] |
//! | in which order the roles of one lane and level stand | [`order`] |
//! | how any layered graph is ordered and given rows | [`layered`] |
//! | which roles matter at the moment | [`focus`] |
//! | what boxes say besides their titles | [`details`] |
//! | what is told beside the selected box | [`slips`] |
//! | the map around one role, with boxes | [`near`] |
//! | the whole map, every role on one row | [`whole`] |
//! | the whole map, small, for a corner | [`overview`] |
//! | families × levels, with counts and flows | [`matrix`] |
//! | the tile map of England | [`tiles`] |
//! | which arms meet in a cell | [`joint`] |
//! | how a title fits a width | [`wrap`] |
//! | what part of it is in the window | [`viewport`] |

pub mod cells;
pub mod details;
pub mod focus;
pub mod joint;
pub mod layered;
pub mod matrix;
pub mod near;
pub mod order;
pub mod overview;
pub mod slips;
pub mod tiles;
pub mod viewport;
pub mod whole;
pub mod world;
pub mod wrap;

pub use cells::{Area, Cell, Heading, Size};
pub use focus::Focus;
pub use matrix::Matrix;
pub use near::{Picture, picture};
pub use world::World;
