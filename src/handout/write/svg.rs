//! A timeline as SVG: text stays text, with a title and a description for those who cannot see it.

use std::fmt::Write as _;

use super::drawing::drawing;
use super::shape::{Anchor, Edge, Grey, INK, Shape};
use super::xml::escaped;
use crate::handout::document::Document;
use crate::handout::font::{Weight, face};
use crate::handout::timeline::Timeline;

/// Size of the text under the drawing, from one of its lines to the next, and its distance from the sides.
const FOOT_SIZE: f32 = 9.0;
const FOOT_LINE: f32 = 12.0;
const FOOT_EDGE: f32 = 8.0;

/// The timeline as a file of its own, with what it was made from and what is assumed below it.
pub(in crate::handout) fn svg(timeline: &Timeline, document: &Document) -> String {
    let drawing = drawing(timeline);
    let room = drawing.width - 2.0 * FOOT_EDGE;
    let plain = face(Weight::Plain);
    let assumed = document.assumed.iter().flat_map(|one| plain.lines(&format!("Assumed: {one}"), FOOT_SIZE, room));
    let mut y = drawing.height + 6.0;
    let mut shapes = drawing.shapes;
    for text in std::iter::once(document.about.line()).chain(assumed) {
        shapes.push(Shape::Text {
            x: FOOT_EDGE,
            y,
            size: FOOT_SIZE,
            anchor: Anchor::Start,
            weight: Weight::Plain,
            text,
        });
        y += FOOT_LINE;
    }
    element(timeline, (drawing.width, y), &shapes, " xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"en-GB\"")
}

/// The timeline as a part of an HTML page.
pub(super) fn inline(timeline: &Timeline) -> String {
    let drawing = drawing(timeline);
    element(timeline, (drawing.width, drawing.height), &drawing.shapes, " xmlns=\"http://www.w3.org/2000/svg\"")
}

fn element(timeline: &Timeline, (width, height): (f32, f32), shapes: &[Shape], more: &str) -> String {
    let mut out = String::new();
    let (width, height) = (number(width), number(height));
    let _ = writeln!(
        out,
        "<svg{more} viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
         aria-labelledby=\"timeline-title timeline-desc\">"
    );
    let _ = writeln!(out, "<title id=\"timeline-title\">{}</title>", escaped(&timeline.title));
    let _ = writeln!(out, "<desc id=\"timeline-desc\">{}</desc>", escaped(&timeline.description));
    let _ = writeln!(out, "<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>");
    let _ = writeln!(
        out,
        "<g font-family=\"'DejaVu Sans Condensed', 'Arial Narrow', Arial, sans-serif\" fill=\"{}\">",
        grey(INK)
    );
    for shape in shapes {
        write_shape(&mut out, shape);
    }
    out.push_str("</g>\n</svg>\n");
    out
}

fn write_shape(out: &mut String, shape: &Shape) {
    let _ = match shape {
        Shape::Rectangle { x, y, width, height, fill, edge } => writeln!(
            out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\" {}/>",
            number(*x),
            number(*y),
            number(*width),
            number(*height),
            grey(*fill),
            stroke(*edge)
        ),
        Shape::Line { from, to, edge } => writeln!(
            out,
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" {}/>",
            number(from.0),
            number(from.1),
            number(to.0),
            number(to.1),
            stroke(*edge)
        ),
        Shape::Diamond { x, y, half } => {
            let (left, right, top, bottom) = (number(x - half), number(x + half), number(y - half), number(y + half));
            let (x, y) = (number(*x), number(*y));
            writeln!(out, "<path d=\"M{x} {top}L{right} {y}L{x} {bottom}L{left} {y}Z\"/>")
        }
        Shape::Text { x, y, size, anchor, weight, text } => writeln!(
            out,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{}{}>{}</text>",
            number(*x),
            number(*y),
            number(*size),
            match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            },
            match weight {
                Weight::Plain => "",
                Weight::Bold => " font-weight=\"bold\"",
            },
            escaped(text)
        ),
    };
}

fn stroke(edge: Edge) -> String {
    let dashes = if edge == Edge::Dashed { " stroke-dasharray=\"3 2\"" } else { "" };
    format!("stroke=\"{}\" stroke-width=\"{}\"{dashes}", grey(edge.grey()), number(edge.width()))
}

fn grey(grey: Grey) -> String {
    format!("#{grey:02x}{grey:02x}{grey:02x}")
}

/// To a tenth of a point, so that the same drawing is the same text on every machine.
fn number(value: f32) -> String {
    let tenths = format!("{value:.1}");
    tenths.strip_suffix(".0").unwrap_or(&tenths).to_owned()
}
