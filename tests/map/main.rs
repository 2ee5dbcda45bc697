//! The career graph and the map: what they say, where things stand, what is drawn, how one walks.

mod between;
mod cards;
mod draw;
mod filter;
mod graph;
mod layout;
mod legend;
mod matrix;
mod packs;
mod rendered;
mod walk;
mod whole;
