//! A document as one HTML page: no script, nothing from the net, well-formed as XML too.

use std::fmt::Write as _;

use super::base64::base64;
use super::svg;
use super::xml::escaped;
use crate::handout::document::{Align, Block, Document, Table};

/// How the page looks. Every colour of text stands at least 7 to 1 against its ground.
const STYLE: &str = include_str!("page.css");

pub(in crate::handout) fn html(document: &Document) -> String {
    let title = escaped(&document.title);
    let mut out = String::new();
    let _ = writeln!(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\" />");
    let _ = writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />");
    let _ = writeln!(out, "<meta name=\"generator\" content=\"fingerpost\" />\n<title>{title}</title>");
    let _ = writeln!(out, "<style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>");
    if !document.lead.is_empty() {
        let _ = writeln!(out, "<p class=\"lead\">{}</p>", escaped(&document.lead));
    }
    out.push_str("<dl>\n");
    for fact in document.about.facts() {
        let _ = writeln!(out, "<div><dt>{}</dt><dd>{}</dd></div>", fact.name, escaped(&fact.value));
    }
    out.push_str("</dl>\n</header>\n<main>\n");
    for (at, section) in document.all_sections().iter().enumerate() {
        let _ = writeln!(out, "<section aria-labelledby=\"part-{at}\">");
        let _ = writeln!(out, "<h2 id=\"part-{at}\">{}</h2>", escaped(&section.heading));
        for block in &section.blocks {
            write_block(&mut out, block);
        }
        out.push_str("</section>\n");
    }
    let _ = writeln!(out, "</main>\n<footer>\n<p>{}</p>\n</footer>\n</body>\n</html>", escaped(&document.about.line()));
    out
}

fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::Paragraph(text) => {
            let _ = writeln!(out, "<p>{}</p>", escaped(text));
        }
        Block::List(items) => {
            out.push_str("<ul>\n");
            for item in items {
                let _ = writeln!(out, "<li>{}</li>", escaped(item));
            }
            out.push_str("</ul>\n");
        }
        Block::Table(table) => write_table(out, table),
        Block::Picture(picture) => {
            let says = escaped(&picture.says);
            let letters = base64(picture.svg.as_bytes());
            let _ = writeln!(
                out,
                "<figure>\n<img class=\"screen\" src=\"data:image/svg+xml;base64,{letters}\" alt=\"{says}\" />\n</figure>"
            );
        }
        Block::Timeline(timeline) => {
            let _ = writeln!(out, "<figure>\n{}</figure>", svg::inline(timeline));
        }
    }
}

fn write_table(out: &mut String, table: &Table) {
    let _ = writeln!(out, "<table>\n<caption>{}</caption>\n<thead>\n<tr>", escaped(&table.caption));
    for column in &table.columns {
        let _ = writeln!(out, "<th scope=\"col\"{}>{}</th>", class(column.align), escaped(&column.title));
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (at, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
            let class = class(column.align);
            let _ = match at {
                0 => write!(out, "<th scope=\"row\"{class}>{}</th>", linked(cell)),
                _ => write!(out, "<td{class}>{}</td>", linked(cell)),
            };
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

const fn class(align: Align) -> &'static str {
    match align {
        Align::Left => "",
        Align::Right => " class=\"figure\"",
        Align::Hand => " class=\"hand\"",
    }
}

/// A cell that is nothing but an address of the web leads there; everything else is text.
fn linked(cell: &str) -> String {
    let text = escaped(cell);
    let is_address = (cell.starts_with("https://") || cell.starts_with("http://"))
        && !cell.contains(|c: char| c.is_whitespace() || c.is_control());
    if is_address { format!("<a href=\"{text}\">{text}</a>") } else { text }
}
