//! Handouts: what somebody takes away on paper, in a calendar, in a spreadsheet or in a slide. Data in, bytes out.
//!
//! ```text
//!   kind/                    handout                     write/
//!   route, plan, role,       ┌──────────────────────┐    markdown, html, pdf   the document
//!   training, posts,  ─────▶ │ document  record     │──▶ csv                   the sheet
//!   appraisal, deck: what    │ sheet     timeline   │    svg                   the timeline
//!   the domain knows of it,  │ calendar  diagram    │    ics                   the calendar
//!   in words                 └──────────────────────┘    dot, mermaid, json    the diagram, the record
//! ```
//!
//! Who wants one says of what with a [`Subject`], and can see its [`Outline`] before it is made.
//!
//! A kind of handout fills in what it has and says why it lacks the rest: a role has no dates, so no calendar. A format
//! is a writer over one of the parts and knows nothing of kinds; so another kind needs no change here. The same
//! handout gives the same bytes on every machine: today's date comes in as a value.

mod about;
mod calendar;
mod diagram;
mod document;
mod font;
mod format;
mod kind;
mod outline;
mod picture;
mod sheet;
mod subject;
mod timeline;
mod wording;
mod write;

pub use about::About;
pub use calendar::{Calendar, Event};
pub use diagram::{Arrow, Diagram, Node};
pub use document::{Align, Block, Column, Document, Fact, Section, Table};
pub use format::Format;
pub use kind::{NoSuchRoute, ShownStep, appraisal, deck, plan, posts, role, route, training};
pub use outline::Outline;
pub use picture::{Picture, Points};
pub use sheet::Sheet;
pub use subject::Subject;
pub use timeline::{Bar, BarKind, Mark, PayStep, Timeline};

/// Why a handout has no part of some sort: a sentence for the user, without a full stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing(pub &'static str);

/// A part that a handout has, or why it has none.
pub type Offer<T> = Result<T, Missing>;

/// Why a handout cannot be had in a format.
#[derive(Debug, thiserror::Error)]
pub enum HandoutError {
    /// The handout lacks what the format would show.
    #[error("{0}")]
    Missing(&'static str),
    /// The PDF would not be accessible, or could not be put together.
    #[error("the PDF could not be made: {0}")]
    Pdf(String),
}

/// Something to take away, before it has a format.
#[derive(Debug, Clone)]
pub struct Handout {
    /// What a file of it is called, without its ending.
    pub stem: String,
    /// To be read.
    pub document: Document,
    /// For a spreadsheet.
    pub sheet: Sheet,
    /// To be seen along the years.
    pub timeline: Offer<Timeline>,
    /// For a calendar.
    pub calendar: Offer<Calendar>,
    /// As boxes and arrows.
    pub diagram: Offer<Diagram>,
    /// For programs: one JSON document.
    pub record: serde_json::Value,
}

impl Handout {
    /// What a file of it in this format is called.
    #[must_use]
    pub fn file_name(&self, format: Format) -> String {
        outline::file_name(&self.stem, format)
    }

    /// What it is called and in which formats it comes.
    #[must_use]
    pub fn outline(&self) -> Outline {
        let offer = |missing: Option<Missing>| missing.map_or(Ok(()), Err);
        Outline {
            stem: self.stem.clone(),
            timeline: offer(self.timeline.as_ref().err().copied()),
            calendar: offer(self.calendar.as_ref().err().copied()),
            diagram: offer(self.diagram.as_ref().err().copied()),
        }
    }

    /// The handout in a format: the whole content of a file.
    ///
    /// # Errors
    /// When it has nothing that the format could show, or no accessible PDF can be made of it.
    pub fn write(&self, format: Format) -> Result<Vec<u8>, HandoutError> {
        let missing = |Missing(why): &Missing| HandoutError::Missing(why);
        let text = match format {
            Format::Markdown => write::markdown(&self.document),
            Format::Html => write::html(&self.document),
            Format::Pdf => return write::pdf(&self.document).map_err(HandoutError::Pdf),
            Format::Csv => write::csv(&self.sheet, &self.document),
            Format::Ics => write::ics(self.calendar.as_ref().map_err(missing)?, &self.document),
            Format::Svg => write::svg(self.timeline.as_ref().map_err(missing)?, &self.document),
            Format::Json => write::json(&self.record),
            Format::Dot => write::dot(self.diagram.as_ref().map_err(missing)?, &self.document),
            Format::Mermaid => write::mermaid(self.diagram.as_ref().map_err(missing)?, &self.document),
        };
        Ok(text.into_bytes())
    }
}
