//! DOT and Mermaid: quoting that holds.

use fingerpost::handout::Format;

use super::{HOSTILE, ROUTE, hostile, text};

/// What stands outside quotation marks, with `""` for each string.
fn bare(dot: &str) -> String {
    let mut out = String::new();
    let mut characters = dot.chars();
    while let Some(c) = characters.next() {
        out.push(c);
        if c != '"' {
            continue;
        }
        loop {
            match characters.next().expect("every string ends") {
                '\\' => drop(characters.next().expect("a backslash is followed by something")),
                '"' => break,
                _ => {}
            }
        }
        out.push('"');
    }
    out
}

#[test]
fn graphviz_sees_strings_and_nothing_else() {
    for words in HOSTILE {
        let dot = text(&hostile(words), Format::Dot);
        let graph = dot.split_once("digraph").expect("a graph").1;
        let bare = bare(graph);
        assert_eq!((bare.matches('{').count(), bare.matches('}').count()), (1, 1), "{words:?}");
        assert_eq!(bare.matches("n0 [label=\"\"];").count(), 1);
        assert_eq!(bare.matches("n0 -> n1 [label=\"\"];").count(), 1);
        assert!(dot.lines().take_while(|line| !line.starts_with("digraph")).all(|line| line.starts_with("// ")));
    }
}

#[test]
fn mermaid_sees_no_quotation_mark_or_bracket_of_a_label() {
    for words in HOSTILE {
        let mermaid = text(&hostile(words), Format::Mermaid);
        let node = mermaid.lines().find(|line| line.trim_start().starts_with("n0[")).expect("a box");
        assert_eq!(node.matches('"').count(), 2, "{node}");
        assert!(node.trim_start().starts_with("n0[\"") && node.ends_with("\"]"), "{node}");
        assert!(
            !node[5..node.len() - 2].replace("<br/>", "").contains(['[', ']', '<', '>', '{', '}', '|', '`']),
            "{node}"
        );
        let arrow = mermaid.lines().find(|line| line.contains("-->|")).expect("an arrow");
        assert_eq!(arrow.matches('|').count(), 2, "{arrow}");
        assert!(mermaid.lines().all(|line| !line.contains("%%{")), "no directive");
    }
}

#[test]
fn a_route_is_a_chain() {
    let dot = text(&ROUTE, Format::Dot);
    let boxes = dot.matches(" [label=").count() - dot.matches(" -> ").count();
    assert_eq!(dot.matches(" -> ").count(), boxes - 1);
    assert!(dot.contains("Ward manager") && dot.contains("promotion"));
}
