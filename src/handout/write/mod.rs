//! The formats: each a writer over one part of a handout.

mod base64;
mod csv;
mod dot;
mod drawing;
mod html;
mod ics;
mod markdown;
mod mermaid;
mod pdf;
mod shape;
mod svg;
mod xml;

pub(super) use csv::csv;
pub(super) use dot::dot;
pub(super) use html::html;
pub(super) use ics::ics;
pub(super) use markdown::markdown;
pub(super) use mermaid::mermaid;
pub(super) use pdf::pdf;
pub(super) use svg::svg;

/// One JSON document, indented, with a line end.
pub(super) fn json(record: &serde_json::Value) -> String {
    // The alternate form of a value is indented JSON; it cannot fail.
    format!("{record:#}\n")
}
