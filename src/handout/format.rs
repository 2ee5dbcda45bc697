//! The formats that a handout can have.

use std::fmt;

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Text with a few marks, for wikis and mail.
    Markdown,
    /// One page for a browser, to be read or printed.
    Html,
    /// Pages to print or to attach.
    Pdf,
    /// For a spreadsheet.
    Csv,
    /// For a calendar.
    Ics,
    /// The timeline as a picture.
    Svg,
    /// For programs.
    Json,
    /// Boxes and arrows for Graphviz.
    Dot,
    /// Boxes and arrows for Mermaid.
    Mermaid,
}

impl Format {
    /// All of them, those most people want first.
    pub const ALL: [Self; 9] =
        [Self::Pdf, Self::Html, Self::Markdown, Self::Csv, Self::Ics, Self::Svg, Self::Json, Self::Dot, Self::Mermaid];

    /// Its name on the command line.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Ics => "ics",
            Self::Svg => "svg",
            Self::Json => "json",
            Self::Dot => "dot",
            Self::Mermaid => "mermaid",
        }
    }

    /// The format with this name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.slug() == slug)
    }

    /// How the names of its files end, without the dot.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Mermaid => "mmd",
            other => other.slug(),
        }
    }

    /// The format whose files end like this, in upper or lower case.
    #[must_use]
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.ending().eq_ignore_ascii_case(ending))
    }

    /// Whether its bytes are no text and would upset a terminal.
    #[must_use]
    pub const fn is_binary(self) -> bool {
        matches!(self, Self::Pdf)
    }

    /// Its name as people know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Pdf => "PDF",
            Self::Csv => "CSV",
            Self::Ics => "Calendar",
            Self::Svg => "SVG",
            Self::Json => "JSON",
            Self::Dot => "DOT",
            Self::Mermaid => "Mermaid",
        }
    }

    /// What it is good for.
    #[must_use]
    pub const fn good_for(self) -> &'static str {
        match self {
            Self::Markdown => "for wikis and mail",
            Self::Html => "one page for a browser",
            Self::Pdf => "to print or attach",
            Self::Csv => "for a spreadsheet",
            Self::Ics => "days for Outlook and others (.ics)",
            Self::Svg => "the timeline as a picture",
            Self::Json => "for programs",
            Self::Dot => "boxes and arrows for Graphviz",
            Self::Mermaid => "boxes and arrows for wikis",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.name(), self.good_for())
    }
}
