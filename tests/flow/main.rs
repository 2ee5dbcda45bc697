//! Keys in, screens out: the app as a person meets it, without a terminal.

mod any;
mod appraisal;
mod deck;
mod driver;
mod england;
mod export;
mod filter;
mod finding;
mod fold;
mod keeping;
mod layers;
mod mouse;
mod packs;
mod people;
mod plan;
mod posts;
mod presenter;
mod profile;
mod routes;
mod styled;
mod training;
mod walk;
mod workshop;
mod zoom;
