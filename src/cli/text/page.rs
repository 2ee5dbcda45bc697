//! A page of text: lines of spans, each with a tone. Tones only add to what the words already say.

use std::fmt::Write as _;

use clap::builder::styling::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::plain::plain;
use super::wrap::wrap;
use crate::cli::look::Colour;

/// How a span is meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// Ordinary text.
    #[default]
    Plain,
    /// What the eye should find first.
    Strong,
    /// What can be passed over.
    Faint,
    /// Met, done, open.
    Good,
    /// Not met, blocked.
    Bad,
    /// Worth a second look.
    Caution,
}

impl Tone {
    const fn style(self) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Strong => Style::new().bold(),
            Self::Faint => Style::new().dimmed(),
            Self::Good => AnsiColor::Green.on_default(),
            Self::Bad => AnsiColor::Red.on_default(),
            Self::Caution => AnsiColor::Yellow.on_default(),
        }
    }
}

/// A piece of text with a tone, free of control characters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Span {
    text: String,
    tone: Tone,
}

impl Span {
    /// `text`, stripped of control characters, in `tone`.
    #[must_use]
    pub fn new(text: impl AsRef<str>, tone: Tone) -> Self {
        Self { text: plain(text.as_ref()).into_owned(), tone }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tone.
    #[must_use]
    pub const fn tone(&self) -> Tone {
        self.tone
    }

    /// The columns it takes up.
    #[must_use]
    pub fn width(&self) -> usize {
        self.text.width()
    }
}

impl<T: AsRef<str>> From<T> for Span {
    fn from(text: T) -> Self {
        Self::new(text, Tone::Plain)
    }
}

/// One line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Span>);

impl Line {
    /// This line with `span` after it.
    #[must_use]
    pub fn and(mut self, span: impl Into<Span>) -> Self {
        self.0.push(span.into());
        self
    }

    /// The columns it takes up.
    #[must_use]
    pub fn width(&self) -> usize {
        self.0.iter().map(Span::width).sum()
    }

    /// This line with spaces after it until it is `width` wide.
    #[must_use]
    pub fn padded(self, width: usize) -> Self {
        let missing = width.saturating_sub(self.width());
        self.and(" ".repeat(missing))
    }
}

impl<T: Into<Span>> From<T> for Line {
    fn from(span: T) -> Self {
        Self(vec![span.into()])
    }
}

/// Lines, wrapped to a width when they are added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    lines: Vec<Line>,
    width: usize,
}

impl Page {
    /// An empty page of this width.
    #[must_use]
    pub const fn new(width: usize) -> Self {
        Self { lines: Vec::new(), width }
    }

    /// The width it is wrapped to.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Adds a line as it is.
    pub fn line(&mut self, line: impl Into<Line>) {
        self.lines.push(line.into());
    }

    /// Adds lines as they are.
    pub fn lines(&mut self, lines: impl IntoIterator<Item = Line>) {
        self.lines.extend(lines);
    }

    /// Adds an empty line, unless the page is empty or ends with one.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.0.is_empty()) {
            self.lines.push(Line::default());
        }
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, text: impl AsRef<str>, tone: Tone) {
        self.hanging(Line::default(), text, tone);
    }

    /// Adds `lead` and a paragraph behind it whose further lines start where its first one does.
    pub fn hanging(&mut self, lead: Line, text: impl AsRef<str>, tone: Tone) {
        let indent = lead.width();
        let room = self.width.saturating_sub(indent).max(20);
        let mut lead = Some(lead);
        for part in wrap(&plain(text.as_ref()), room) {
            let start = lead.take().unwrap_or_else(|| Line::from(" ".repeat(indent)));
            self.lines.push(start.and(Span::new(part, tone)));
        }
    }

    /// The page as it is written: with colours only where the reader can see them.
    #[must_use]
    pub fn to_text(&self, colour: Colour) -> String {
        let mut text = String::new();
        for line in &self.lines {
            text.push_str(written(line, colour).trim_end());
            text.push('\n');
        }
        text
    }
}

fn written(line: &Line, colour: Colour) -> String {
    let mut text = String::new();
    for span in &line.0 {
        match (colour, span.tone) {
            (Colour::None, _) | (_, Tone::Plain) => text.push_str(&span.text),
            (Colour::Ansi, tone) => {
                let style = tone.style();
                let _ = write!(text, "{style}{}{style:#}", span.text);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Line, Page, Span, Tone};
    use crate::cli::look::Colour;

    #[test]
    fn further_lines_hang_under_the_first() {
        let mut page = Page::new(30);
        page.hanging(Line::from("Assumes  "), "5 hours of study a week and every post is won", Tone::Plain);
        assert_eq!(
            page.to_text(Colour::None),
            "Assumes  5 hours of study a\n         week and every post\n         is won\n"
        );
    }

    #[test]
    fn colour_is_written_only_when_it_is_wanted() {
        let mut page = Page::new(30);
        page.line(Span::new("met", Tone::Good));
        assert_eq!(page.to_text(Colour::None), "met\n");
        assert_eq!(page.to_text(Colour::Ansi), "\u{1b}[32mmet\u{1b}[0m\n");
    }
}
