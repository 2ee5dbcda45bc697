//! A diagram in Mermaid's language, for wikis.

use std::fmt::Write as _;

use crate::handout::diagram::Diagram;
use crate::handout::document::Document;

pub(in crate::handout) fn mermaid(diagram: &Diagram, document: &Document) -> String {
    let mut out = String::new();
    for said in
        std::iter::once(document.about.line()).chain(document.assumed.iter().map(|one| format!("Assumed: {one}")))
    {
        let _ = writeln!(out, "%% {}", comment(&said));
    }
    let _ = writeln!(out, "flowchart LR");
    let _ = writeln!(out, "  accTitle: {}", comment(&document.title));
    for (at, node) in diagram.nodes.iter().enumerate() {
        let gap = if node.detail.is_empty() { "" } else { "<br/>" };
        let _ = writeln!(out, "  n{at}[\"{}{gap}{}\"]", escaped(&node.title), escaped(&node.detail));
    }
    for arrow in &diagram.arrows {
        let label = if arrow.label.is_empty() { String::new() } else { format!("|\"{}\"|", escaped(&arrow.label)) };
        let _ = writeln!(out, "  n{} -->{label} n{}", arrow.from, arrow.to);
    }
    out
}

/// Text between quotation marks: whatever could end it, or mean something in it, as the number of its character.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_alphanumeric()
                || matches!(c, ' ' | ',' | '.' | '-' | '/' | '(' | ')' | '£' | '·' | '–' | '’') =>
            {
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => {
                let _ = write!(out, "#{};", u32::from(c));
            }
        }
    }
    out
}

/// Text of a comment or a title: on one line, without signs that would make a directive or end it.
fn comment(text: &str) -> String {
    text.chars()
        .map(
            |c| {
                if c.is_control() || matches!(c, '{' | '}' | '%' | ';' | '#' | '\u{2028}' | '\u{2029}') {
                    ' '
                } else {
                    c
                }
            },
        )
        .collect()
}
