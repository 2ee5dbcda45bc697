//! Draws the pages, and ties what is drawn to the tree of what it is.

use krilla::color::luma;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document as Pdf, SerializeSettings};

use super::flow::{Bookmark, Flow, Ink, PAGE, SIDE};
use crate::handout::about::About;
use crate::handout::document::Document;
use crate::handout::font::{Weight, face};
use crate::handout::write::shape::{Anchor, Drawing, Edge, Grey, INK, Shape};

const LANGUAGE: &str = "en-GB";
const FOOT_SIZE: f32 = 7.5;
const FOOT_Y: f32 = PAGE.1 - 34.0;

/// The document as a PDF; the text of an error says why it would not be accessible.
pub(in crate::handout) fn pdf(document: &Document) -> Result<Vec<u8>, String> {
    let flow = Flow::of(document);
    let fonts = Fonts::read().ok_or("the embedded letters cannot be read")?;
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| format!("{error:?}"))?;
    let mut pdf = Pdf::new_with(SerializeSettings { configuration, enable_tagging: true, ..Default::default() });
    pdf.set_metadata(metadata(document));
    pdf.set_outline(outline(&flow.bookmarks));
    let mut drawn: Vec<Vec<Identifier>> = Vec::new();
    drawn.resize_with(flow.leaves, Vec::new);
    let count = flow.pages.len();
    for (at, pieces) in flow.pages.iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or("the page has no size")?;
        let mut page = pdf.start_page_with(settings);
        let mut surface = page.surface();
        for piece in pieces {
            let tag = match piece.leaf {
                None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)),
                Some(_) if matches!(piece.ink, Ink::Picture { .. } | Ink::Points { .. }) => ContentTag::Other,
                Some(_) => ContentTag::Span(SpanTag::empty()),
            };
            let identifier = surface.start_tagged(tag);
            ink(&mut surface, &fonts, &piece.ink);
            surface.end_tagged();
            if let Some(leaf) = piece.leaf.and_then(|leaf| drawn.get_mut(leaf)) {
                leaf.push(identifier);
            }
        }
        foot(&mut surface, &fonts, &document.about, (at + 1, count));
        surface.finish();
        page.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
    for branch in flow.tree {
        tree.push(Node::Group(branch.tagged(&mut drawn)));
    }
    pdf.set_tag_tree(tree);
    pdf.finish().map_err(|error| format!("{error:?}"))
}

fn metadata(document: &Document) -> Metadata {
    let on = document.about.on;
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    let made = DateTime::new(u16::try_from(on.year()).unwrap_or(0)).month(part(on.month())).day(part(on.day()));
    Metadata::new()
        .title(document.title.clone())
        .description(document.about.line())
        .language(LANGUAGE.to_owned())
        .creator("fingerpost".to_owned())
        .creation_date(made)
}

fn outline(bookmarks: &[Bookmark]) -> Outline {
    let mut outline = Outline::new();
    for mark in bookmarks {
        let place = XyzDestination::new(mark.page, Point::from_xy(SIDE, mark.y));
        outline.push_child(OutlineNode::new(mark.title.clone(), place));
    }
    outline
}

struct Fonts {
    plain: Font,
    bold: Font,
}

impl Fonts {
    fn read() -> Option<Self> {
        let font = |weight| Font::new(face(weight).bytes.into(), 0);
        Some(Self { plain: font(Weight::Plain)?, bold: font(Weight::Bold)? })
    }

    fn of(&self, weight: Weight) -> Font {
        match weight {
            Weight::Plain => self.plain.clone(),
            Weight::Bold => self.bold.clone(),
        }
    }
}

fn ink(surface: &mut Surface<'_>, fonts: &Fonts, ink: &Ink) {
    match ink {
        Ink::Text { x, y, size, weight, text } => write(surface, fonts, (*x, *y), *size, *weight, text),
        Ink::Rule { y, from, to, width } => {
            surface.set_stroke(Some(stroke(INK, *width, None)));
            surface.set_fill(None);
            draw(surface, path(&[(*from, *y), (*to, *y)]));
            surface.set_stroke(None);
        }
        Ink::Points { points, x, y, width, height } => {
            let image = Image::from_rgba8(points.rgba.to_vec(), points.width, points.height);
            if let Some(size) = Size::from_wh(*width, *height) {
                surface.push_transform(&Transform::from_translate(*x, *y));
                surface.draw_image(image, size);
                surface.pop();
            }
        }
        Ink::Picture { drawing, x, y, scale } => {
            surface.push_transform(&Transform::from_row(*scale, 0.0, 0.0, *scale, *x, *y));
            picture(surface, fonts, drawing);
            surface.pop();
        }
    }
}

/// Writes text with its baseline at a point. Letters that the fonts lack are boxes that can still be read out.
fn write(surface: &mut Surface<'_>, fonts: &Fonts, (x, y): (f32, f32), size: f32, weight: Weight, text: &str) {
    let text: String = text.chars().map(|c| if is_text(c) { c } else { '\u{FFFD}' }).collect();
    if text.is_empty() {
        return;
    }
    let glyphs: Vec<KrillaGlyph> = text
        .char_indices()
        .map(|(at, c)| {
            let (glyph, width) = face(weight).letter(c);
            KrillaGlyph::new(GlyphId::new(glyph), width, 0.0, 0.0, 0.0, at..at + c.len_utf8(), None)
        })
        .collect();
    surface.set_fill(Some(fill(INK)));
    surface.set_stroke(None);
    surface.draw_glyphs(Point::from_xy(x, y), &glyphs, fonts.of(weight), &text, size, false);
}

/// Whether a character may stand for a letter in an accessible PDF: none that is private, reserved or steers something.
fn is_text(c: char) -> bool {
    let private = matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}');
    !c.is_control() && !private && !matches!(c, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

fn picture(surface: &mut Surface<'_>, fonts: &Fonts, drawing: &Drawing) {
    for shape in &drawing.shapes {
        match shape {
            Shape::Rectangle { x, y, width, height, fill: grey, edge } => {
                surface.set_fill(Some(fill(*grey)));
                surface.set_stroke(Some(edge_stroke(*edge)));
                let mut outline = PathBuilder::new();
                if let Some(rectangle) = Rect::from_xywh(*x, *y, *width, *height) {
                    outline.push_rect(rectangle);
                }
                draw(surface, outline.finish());
            }
            Shape::Line { from, to, edge } => {
                surface.set_fill(None);
                surface.set_stroke(Some(edge_stroke(*edge)));
                draw(surface, path(&[*from, *to]));
            }
            Shape::Diamond { x, y, half } => {
                surface.set_fill(Some(fill(INK)));
                surface.set_stroke(None);
                let corners = [(*x, y - half), (x + half, *y), (*x, y + half), (x - half, *y), (*x, y - half)];
                draw(surface, path(&corners));
            }
            Shape::Text { x, y, size, anchor, weight, text } => {
                let width = face(*weight).width(text, *size);
                let x = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - width / 2.0,
                    Anchor::End => x - width,
                };
                write(surface, fonts, (x, *y), *size, *weight, text);
            }
        }
    }
}

fn draw(surface: &mut Surface<'_>, path: Option<Path>) {
    if let Some(path) = path {
        surface.draw_path(&path);
    }
}

fn path(points: &[(f32, f32)]) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for (at, (x, y)) in points.iter().enumerate() {
        if at == 0 { builder.move_to(*x, *y) } else { builder.line_to(*x, *y) }
    }
    builder.finish()
}

fn fill(grey: Grey) -> Fill {
    Fill { paint: luma::Color::new(grey).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn edge_stroke(edge: Edge) -> Stroke {
    let dash = (edge == Edge::Dashed).then(|| StrokeDash { array: vec![3.0, 2.0], offset: 0.0 });
    stroke(edge.grey(), edge.width(), dash)
}

fn stroke(grey: Grey, width: f32, dash: Option<StrokeDash>) -> Stroke {
    Stroke { paint: luma::Color::new(grey).into(), width, dash, ..Stroke::default() }
}

/// What it was made from and the number of the page, on every page and not read out each time.
fn foot(surface: &mut Surface<'_>, fonts: &Fonts, about: &About, (page, pages): (usize, usize)) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
    let number = format!("Page {page} of {pages}");
    let plain = face(Weight::Plain);
    let right = PAGE.0 - SIDE - plain.width(&number, FOOT_SIZE);
    write(surface, fonts, (right, FOOT_Y), FOOT_SIZE, Weight::Plain, &number);
    let lines = plain.lines(&about.line(), FOOT_SIZE, right - SIDE - 12.0);
    let mut y = FOOT_Y;
    for line in lines.iter().take(2) {
        write(surface, fonts, (SIDE, y), FOOT_SIZE, Weight::Plain, line);
        y += FOOT_SIZE + 2.0;
    }
    surface.end_tagged();
}
