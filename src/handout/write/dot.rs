//! A diagram in Graphviz' language.

use std::fmt::Write as _;

use crate::handout::diagram::Diagram;
use crate::handout::document::Document;

pub(in crate::handout) fn dot(diagram: &Diagram, document: &Document) -> String {
    let mut out = String::new();
    for said in
        std::iter::once(document.about.line()).chain(document.assumed.iter().map(|one| format!("Assumed: {one}")))
    {
        let _ = writeln!(out, "// {}", one_line(&said));
    }
    let _ = writeln!(out, "digraph handout {{");
    let _ = writeln!(out, "  rankdir=LR;");
    let label = format!("{}\n{}", document.title, document.about.line());
    let _ = writeln!(out, "  label={};", quoted(&label));
    let _ = writeln!(out, "  node [shape=box, fontname=\"Helvetica\", color=\"#1a1a1a\"];");
    let _ = writeln!(out, "  edge [fontname=\"Helvetica\", color=\"#1a1a1a\"];");
    for (at, node) in diagram.nodes.iter().enumerate() {
        let gap = if node.detail.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "  n{at} [label={}];", quoted(&format!("{}{gap}{}", node.title, node.detail)));
    }
    for arrow in &diagram.arrows {
        let label = if arrow.label.is_empty() { String::new() } else { format!(" [label={}]", quoted(&arrow.label)) };
        let _ = writeln!(out, "  n{} -> n{}{label};", arrow.from, arrow.to);
    }
    out.push_str("}\n");
    out
}

/// The text as a string of the language. A backslash is doubled, as Graphviz reads signs after one in labels.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect()
}
