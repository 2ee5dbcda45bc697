//! What a handout will be called and in which formats it comes, before it is put together.

use super::{Format, Missing, Offer};

/// The outline of a handout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// What a file of it is called, without its ending.
    pub stem: String,
    /// Whether it has a timeline.
    pub timeline: Offer<()>,
    /// Whether it has days for a calendar.
    pub calendar: Offer<()>,
    /// Whether it has boxes and arrows.
    pub diagram: Offer<()>,
}

impl Outline {
    /// What a file of it in this format is called.
    #[must_use]
    pub fn file_name(&self, format: Format) -> String {
        file_name(&self.stem, format)
    }

    /// Why it cannot be had in a format, if it cannot.
    #[must_use]
    pub fn lacks(&self, format: Format) -> Option<&'static str> {
        let offer = match format {
            Format::Ics => self.calendar,
            Format::Svg => self.timeline,
            Format::Dot | Format::Mermaid => self.diagram,
            Format::Markdown | Format::Html | Format::Pdf | Format::Csv | Format::Json => Ok(()),
        };
        offer.err().map(|Missing(why)| why)
    }
}

/// What a file in this format is called.
pub(super) fn file_name(stem: &str, format: Format) -> String {
    format!("{stem}.{}", format.ending())
}
