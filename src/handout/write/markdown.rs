//! A document as Markdown: `CommonMark`, with tables as GitHub and most wikis know them.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr as _;

use crate::handout::document::{Align, Block, Column, Document, Table};
use crate::handout::timeline::Timeline;

pub(in crate::handout) fn markdown(document: &Document) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "# {}\n", escaped(&document.title));
    if !document.lead.is_empty() {
        let _ = writeln!(out, "{}\n", escaped(&document.lead));
    }
    for fact in document.about.facts() {
        let _ = writeln!(out, "- **{}:** {}", fact.name, escaped(&fact.value));
    }
    for section in document.all_sections() {
        let _ = writeln!(out, "\n## {}", escaped(&section.heading));
        for block in &section.blocks {
            out.push('\n');
            write_block(&mut out, block);
        }
    }
    out
}

fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::Paragraph(text) => {
            let _ = writeln!(out, "{}", escaped(text));
        }
        Block::List(items) => items.iter().for_each(|item| {
            let _ = writeln!(out, "- {}", escaped(item));
        }),
        Block::Table(table) => write_table(out, table),
        Block::Picture(picture) => {
            let says = escaped(&picture.says);
            let _ = match &picture.file {
                Some(file) => writeln!(out, "![{says}](<{file}>)"),
                None => writeln!(out, "*{says}*"),
            };
        }
        Block::Timeline(Timeline { description, .. }) => {
            let _ = writeln!(out, "{}", escaped(description));
        }
    }
}

fn write_table(out: &mut String, table: &Table) {
    let _ = writeln!(out, "{}:\n", escaped(&table.caption));
    let heads: Vec<String> = table.columns.iter().map(|column| escaped(&column.title)).collect();
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(|cell| escaped(cell)).collect()).collect();
    let width = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at)).chain(heads.get(at));
        cells.map(|cell| cell.width()).max().unwrap_or(0).max(3)
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    write_row(out, &heads, &table.columns, &widths);
    let rules = table.columns.iter().zip(&widths).map(|(column, width)| match column.align {
        Align::Left | Align::Hand => "-".repeat(*width),
        Align::Right => format!("{}:", "-".repeat(width - 1)),
    });
    let _ = writeln!(out, "| {} |", rules.collect::<Vec<_>>().join(" | "));
    for row in &rows {
        write_row(out, row, &table.columns, &widths);
    }
}

fn write_row(out: &mut String, cells: &[String], columns: &[Column], widths: &[usize]) {
    for ((cell, column), width) in cells.iter().zip(columns).zip(widths) {
        let room = " ".repeat(width.saturating_sub(cell.width()));
        let _ = match column.align {
            Align::Left | Align::Hand => write!(out, "| {cell}{room} "),
            Align::Right => write!(out, "| {room}{cell} "),
        };
    }
    out.push_str("|\n");
}

/// Text that Markdown shows as it is, on one line and without spaces around it.
fn escaped(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(text.len() + 8);
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (at, c) in text.char_indices() {
        let means_something = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~' | '$' => true,
            '#' | '+' | '-' | '=' => at == 0,
            '.' | ')' => digits > 0 && at == digits && text[at + 1..].chars().next().is_none_or(char::is_whitespace),
            _ => false,
        };
        if c.is_control() {
            out.push(char::REPLACEMENT_CHARACTER);
            continue;
        }
        if means_something {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_would_be_a_mark_is_text() {
        assert_eq!(escaped("a_b* [c](d) <e> |"), r"a\_b\* \[c\](d) \<e\> \|");
        assert_eq!(escaped("1. no list"), r"1\. no list");
        assert_eq!(escaped("1."), r"1\.");
        assert_eq!(escaped("380.5 hours"), "380.5 hours");
        assert_eq!(escaped("- nor\n  this"), r"\- nor this");
        assert_eq!(escaped("band 8a - 8c, 1.5 hours"), "band 8a - 8c, 1.5 hours");
    }
}
