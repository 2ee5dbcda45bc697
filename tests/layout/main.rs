//! The layered layout: what it promises for any graph, and how good it is on graphs whose crossings other programs have
//! been counted on.

mod any;
mod career;
mod count;
mod example;
mod graph;
mod quality;
