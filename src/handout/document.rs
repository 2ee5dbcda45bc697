//! A handout to be read: a title, what it was made from, sections of text, tables and a timeline.

use super::about::About;
use super::picture::Picture;
use super::timeline::Timeline;

/// A document. What is assumed and what the facts rest on are parts of every one, not sections that could be forgotten.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// What it comes to, in a sentence or two.
    pub lead: String,
    /// What it was made from.
    pub about: About,
    /// What it says.
    pub sections: Vec<Section>,
    /// What is taken for granted, a sentence each.
    pub assumed: Vec<String>,
    /// What the facts rest on.
    pub basis: Vec<Block>,
}

/// A heading and what stands under it.
#[derive(Debug, Clone)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Debug, Clone)]
pub enum Block {
    /// A paragraph.
    Paragraph(String),
    /// A list with points.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// A timeline. Everything it shows is also said in words elsewhere.
    Timeline(Timeline),
    /// A picture of a screen.
    Picture(Picture),
}

/// A table. The first cell of a row names the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, as many cells each as there are columns.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// Which way its cells lean.
    pub align: Align,
}

/// Which way text leans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// To the left, as words do.
    Left,
    /// To the right, as figures do.
    Right,
    /// To the left, and where a cell is empty there is room to write in it by hand.
    Hand,
}

/// A name and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The name.
    pub name: &'static str,
    /// What it is.
    pub value: String,
}

impl Fact {
    /// A name and what it is.
    #[must_use]
    pub fn new(name: &'static str, value: impl Into<String>) -> Self {
        Self { name, value: value.into() }
    }
}

impl Table {
    /// An empty table with these columns, all of words.
    #[must_use]
    pub fn new(caption: impl Into<String>, columns: &[&str]) -> Self {
        let columns = columns.iter().map(|title| Column { title: (*title).to_owned(), align: Align::Left });
        Self { caption: caption.into(), columns: columns.collect(), rows: Vec::new() }
    }

    /// The same, with figures in this column, counted from 0.
    #[must_use]
    pub fn figures(mut self, column: usize) -> Self {
        if let Some(column) = self.columns.get_mut(column) {
            column.align = Align::Right;
        }
        self
    }

    /// The same, with room to write by hand in the empty cells of this column, counted from 0.
    #[must_use]
    pub fn by_hand(mut self, column: usize) -> Self {
        if let Some(column) = self.columns.get_mut(column) {
            column.align = Align::Hand;
        }
        self
    }

    /// Adds a row; cells that are lacking are left empty.
    pub fn row(&mut self, mut cells: Vec<String>) {
        cells.resize(self.columns.len(), String::new());
        self.rows.push(cells);
    }
}

impl Section {
    /// A section.
    #[must_use]
    pub fn new(heading: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self { heading: heading.into(), blocks }
    }
}

impl Document {
    /// All sections in order, those that every document ends with included.
    #[must_use]
    pub fn all_sections(&self) -> Vec<Section> {
        let assumed = if self.assumed.is_empty() {
            Block::Paragraph("Nothing.".to_owned())
        } else {
            Block::List(self.assumed.clone())
        };
        let mut sections = self.sections.clone();
        sections.push(Section::new("What is assumed", vec![assumed]));
        sections.push(Section::new("What the facts rest on", self.basis.clone()));
        sections
    }
}
