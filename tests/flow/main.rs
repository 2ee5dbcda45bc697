//! Keys in, screens out: the app as a person meets it, without a terminal.

mod any;
mod driver;
mod fold;
mod layers;
mod packs;
mod routes;
mod styled;
mod training;
mod zoom;
