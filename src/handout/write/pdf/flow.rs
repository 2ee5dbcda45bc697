//! Where everything stands on the pages: text in lines, lines on pages, tables with their heads again on every page.

use std::num::NonZeroU16;

use krilla::geom::Rect;

use super::grid::Grid;
use super::tree::{Branch, Child, Part};
use crate::handout::document::{Align, Block, Document, Section, Table};
use crate::handout::font::{Weight, face};
use crate::handout::picture::{Picture, Points};
use crate::handout::timeline::Timeline;
use crate::handout::write::drawing::drawing;
use crate::handout::write::shape::Drawing;

/// A4 in points.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
pub(super) const SIDE: f32 = 50.0;
const TOP: f32 = 54.0;
/// Where text ends above the foot of the page.
const BOTTOM: f32 = PAGE.1 - 62.0;
const WIDTH: f32 = PAGE.0 - 2.0 * SIDE;

/// A size of text.
#[derive(Clone, Copy)]
struct Type {
    size: f32,
    lead: f32,
    weight: Weight,
}

const TITLE: Type = Type { size: 18.0, lead: 23.0, weight: Weight::Bold };
const HEADING: Type = Type { size: 12.5, lead: 17.0, weight: Weight::Bold };
const TEXT: Type = Type { size: 9.5, lead: 13.5, weight: Weight::Plain };
const STRONG: Type = Type { size: 9.5, lead: 13.5, weight: Weight::Bold };
const CELL: Type = Type { size: 8.5, lead: 11.5, weight: Weight::Plain };
const HEAD: Type = Type { size: 8.5, lead: 11.5, weight: Weight::Bold };
const INDENT: f32 = 12.0;
const CELL_GAP: f32 = 8.0;
/// A row is never taller than this, so that it always fits on a page.
const MOST_LINES: usize = 50;
/// A cell that is written into by hand is at least as tall as so many lines.
const LINES_FOR_A_HAND: usize = 4;

/// Something drawn on a page.
pub(super) struct Piece {
    pub(super) ink: Ink,
    /// The leaf of the tree it belongs to; nothing for what is only there for the eye.
    pub(super) leaf: Option<usize>,
}

/// What is drawn.
pub(super) enum Ink {
    Text { x: f32, y: f32, size: f32, weight: Weight, text: String },
    Rule { y: f32, from: f32, to: f32, width: f32 },
    Picture { drawing: Drawing, x: f32, y: f32, scale: f32 },
    Points { points: Points, x: f32, y: f32, width: f32, height: f32 },
}

/// A place that a bookmark leads to.
pub(super) struct Bookmark {
    pub(super) title: String,
    pub(super) page: usize,
    pub(super) y: f32,
}

/// A document laid out.
pub(super) struct Flow {
    pub(super) pages: Vec<Vec<Piece>>,
    pub(super) tree: Vec<Branch>,
    /// How many leaves the tree has.
    pub(super) leaves: usize,
    pub(super) bookmarks: Vec<Bookmark>,
    y: f32,
}

impl Flow {
    /// Lays out a document.
    pub(super) fn of(document: &Document) -> Self {
        let mut flow = Self { pages: vec![Vec::new()], tree: Vec::new(), leaves: 0, bookmarks: Vec::new(), y: TOP };
        let title = flow.heading(1, TITLE, &document.title);
        flow.tree.push(title);
        if !document.lead.is_empty() {
            let lead = flow.paragraph(&document.lead);
            flow.tree.push(lead);
        }
        let facts =
            document.about.facts().iter().map(|fact| format!("{}: {}", fact.name, fact.value)).collect::<Vec<_>>();
        let facts = flow.list(&facts);
        flow.tree.push(facts);
        for section in document.all_sections() {
            let section = flow.section(&section);
            flow.tree.push(section);
        }
        flow
    }

    fn section(&mut self, section: &Section) -> Branch {
        self.y += 8.0;
        if let Some(height) = height_to_screen(section) {
            self.need(height);
        }
        let heading = self.heading(2, HEADING, &section.heading);
        let mut children = vec![Child::Branch(heading)];
        for block in &section.blocks {
            let branch = match block {
                Block::Paragraph(text) => self.paragraph(text),
                Block::List(items) => self.list(items),
                Block::Table(table) => self.table(table),
                Block::Timeline(timeline) => self.timeline(timeline),
                Block::Picture(picture) => self.screen(picture),
            };
            children.push(Child::Branch(branch));
        }
        Branch::new(Part::Section, children)
    }

    fn here(&mut self) -> &mut Vec<Piece> {
        if self.pages.is_empty() {
            self.pages.push(Vec::new());
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    fn draw(&mut self, ink: Ink, leaf: Option<usize>) {
        self.here().push(Piece { ink, leaf });
    }

    const fn new_leaf(&mut self) -> usize {
        self.leaves += 1;
        self.leaves - 1
    }

    /// Goes on on a new page when `height` does not fit on this one.
    fn need(&mut self, height: f32) {
        if self.y + height > BOTTOM && self.y > TOP {
            self.pages.push(Vec::new());
            self.y = TOP;
        }
    }

    /// One line of text with its upper edge at `y`. All lines but the last of a text end in a space, which nobody sees
    /// and which keeps words apart for those who listen.
    fn put(&mut self, kind: Type, (x, y): (f32, f32), text: String, leaf: usize) {
        let baseline = y + kind.lead * 0.5 + kind.size * 0.36;
        self.draw(Ink::Text { x, y: baseline, size: kind.size, weight: kind.weight, text }, Some(leaf));
    }

    fn flowing(&mut self, kind: Type, x: f32, text: &str) -> usize {
        let leaf = self.new_leaf();
        for line in spaced(face(kind.weight).lines(text, kind.size, SIDE + WIDTH - x)) {
            self.need(kind.lead);
            self.put(kind, (x, self.y), line, leaf);
            self.y += kind.lead;
        }
        leaf
    }

    fn heading(&mut self, level: u16, kind: Type, text: &str) -> Branch {
        // A heading never stands alone at the foot of a page.
        self.need(kind.lead + 4.0 * TEXT.lead);
        let (page, y) = (self.pages.len() - 1, self.y);
        self.bookmarks.push(Bookmark { title: text.to_owned(), page, y });
        let leaf = self.flowing(kind, SIDE, text);
        self.y += 3.0;
        Branch::leaf(Part::Heading(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), text.to_owned()), leaf)
    }

    fn paragraph(&mut self, text: &str) -> Branch {
        let leaf = self.flowing(TEXT, SIDE, text);
        self.y += 4.0;
        Branch::leaf(Part::Paragraph, leaf)
    }

    fn list(&mut self, items: &[String]) -> Branch {
        let mut children = Vec::new();
        for item in items {
            self.need(TEXT.lead);
            let label = self.new_leaf();
            self.put(TEXT, (SIDE, self.y), "• ".to_owned(), label);
            let body = self.flowing(TEXT, SIDE + INDENT, item);
            let parts = [Branch::leaf(Part::Label, label), Branch::leaf(Part::Body, body)];
            children.push(Child::Branch(Branch::new(Part::Item, parts.map(Child::Branch).into())));
        }
        self.y += 4.0;
        Branch::new(Part::List, children)
    }

    fn timeline(&mut self, timeline: &Timeline) -> Branch {
        let drawing = drawing(timeline);
        let scale = (WIDTH / drawing.width).min((BOTTOM - TOP) / drawing.height);
        let (width, height) = (drawing.width * scale, drawing.height * scale);
        self.need(height);
        let leaf = self.new_leaf();
        let (page, y) = (self.pages.len() - 1, self.y);
        self.draw(Ink::Picture { drawing, x: SIDE, y, scale }, Some(leaf));
        self.y += height + 6.0;
        match Rect::from_xywh(SIDE, y, width, height) {
            Some(around) => Branch::leaf(Part::Figure { says: timeline.description.clone(), page, around }, leaf),
            None => Branch::leaf(Part::Paragraph, leaf),
        }
    }

    /// A picture as wide as the text; where there are no points, its words.
    fn screen(&mut self, picture: &Picture) -> Branch {
        let Some(points) = &picture.points else { return self.paragraph(&picture.says) };
        let (width, height) = size_of_screen(points);
        self.need(height);
        let leaf = self.new_leaf();
        let (page, y) = (self.pages.len() - 1, self.y);
        self.draw(Ink::Points { points: points.clone(), x: SIDE, y, width, height }, Some(leaf));
        self.y += height + 8.0;
        match Rect::from_xywh(SIDE, y, width, height) {
            Some(around) => Branch::leaf(Part::Figure { says: picture.says.clone(), page, around }, leaf),
            None => Branch::leaf(Part::Paragraph, leaf),
        }
    }

    fn table(&mut self, table: &Table) -> Branch {
        self.y += 2.0;
        self.need(STRONG.lead + 5.0 * CELL.lead);
        let caption = self.flowing(STRONG, SIDE, &table.caption);
        let grid = Grid::of(table, WIDTH, CELL_GAP, |text, is_head| {
            let kind = if is_head { HEAD } else { CELL };
            face(kind.weight).width(text, kind.size)
        });
        let heads: Vec<String> = table.columns.iter().map(|column| column.title.clone()).collect();
        let mut rows = vec![Child::Branch(Branch::leaf(Part::Caption, caption))];
        rows.push(Child::Branch(self.row(table, &grid, &heads, RowKind::Head)));
        for row in &table.rows {
            let page = self.pages.len();
            self.need(row_height(table, &grid, row, CELL));
            if self.pages.len() > page {
                self.row(table, &grid, &heads, RowKind::HeadAgain);
            }
            rows.push(Child::Branch(self.row(table, &grid, row, RowKind::Body)));
        }
        self.y += 6.0;
        Branch::new(Part::Table, rows)
    }

    fn row(&mut self, table: &Table, grid: &Grid, cells: &[String], row: RowKind) -> Branch {
        let kind = if row == RowKind::Body { CELL } else { HEAD };
        let height = row_height(table, grid, cells, kind);
        let mut children = Vec::new();
        for (at, ((cell, column), (x, room))) in cells.iter().zip(&table.columns).zip(&grid.columns).enumerate() {
            let leaf = (row != RowKind::HeadAgain).then(|| self.new_leaf());
            let mut y = self.y + 2.0;
            for line in spaced(cell_lines(cell, *room, kind)) {
                let wide = face(kind.weight).width(line.trim_end(), kind.size);
                let x = if column.align == Align::Right { x + (room - wide).max(0.0) } else { *x };
                let baseline = y + kind.lead * 0.5 + kind.size * 0.36;
                self.draw(Ink::Text { x, y: baseline, size: kind.size, weight: kind.weight, text: line }, leaf);
                y += kind.lead;
            }
            let part = match (row, at) {
                (RowKind::Head | RowKind::HeadAgain, _) => Part::ColumnHead,
                (RowKind::Body, 0) => Part::RowHead,
                (RowKind::Body, _) => Part::Cell,
            };
            children.extend(leaf.map(|leaf| Child::Branch(Branch::leaf(part, leaf))));
        }
        self.y += height;
        let width = if row == RowKind::Body { 0.4 } else { 1.0 };
        self.draw(Ink::Rule { y: self.y, from: SIDE, to: SIDE + WIDTH, width }, None);
        Branch::new(Part::Row, children)
    }
}

/// Width and height of a picture of a screen, as large as fits on a page.
fn size_of_screen(points: &Points) -> (f32, f32) {
    let across = |count: u32| f32::from(u16::try_from(count.max(1)).unwrap_or(u16::MAX));
    let (wide, high) = (across(points.width), across(points.height));
    let scale = (WIDTH / wide).min((BOTTOM - TOP) / high);
    (wide * scale, high * scale)
}

/// How much a section takes up to the end of its first picture of a screen, so that words and picture can stand on one
/// page; nothing for a section without one, or with more before it than words.
fn height_to_screen(section: &Section) -> Option<f32> {
    let mut height = HEADING.lead + 3.0;
    for block in &section.blocks {
        match block {
            Block::Paragraph(text) => {
                let lines = face(TEXT.weight).lines(text, TEXT.size, WIDTH).len();
                height += f32::from(u16::try_from(lines).unwrap_or(u16::MAX)) * TEXT.lead + 4.0;
            }
            Block::Picture(picture) => return Some(height + size_of_screen(picture.points.as_ref()?).1),
            Block::List(_) | Block::Table(_) | Block::Timeline(_) => return None,
        }
    }
    None
}

/// Which row of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RowKind {
    Head,
    /// The head on a further page: there for the eye, not said twice.
    HeadAgain,
    Body,
}

fn row_height(table: &Table, grid: &Grid, cells: &[String], kind: Type) -> f32 {
    let lines = cells.iter().zip(&table.columns).zip(&grid.columns).map(|((cell, column), (_, room))| {
        let lines = cell_lines(cell, *room, kind).len();
        if column.align == Align::Hand && cell.is_empty() { lines.max(LINES_FOR_A_HAND) } else { lines }
    });
    f32::from(u16::try_from(lines.max().unwrap_or(1)).unwrap_or(u16::MAX)) * kind.lead + 4.0
}

fn cell_lines(cell: &str, room: f32, kind: Type) -> Vec<String> {
    let mut lines = face(kind.weight).lines(cell, kind.size, room);
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        lines.push("…".to_owned());
    }
    lines
}

/// The lines with a space at the end of all but the last.
fn spaced(lines: Vec<String>) -> Vec<String> {
    let last = lines.len().saturating_sub(1);
    lines.into_iter().enumerate().map(|(at, line)| if at < last { format!("{line} ") } else { line }).collect()
}
