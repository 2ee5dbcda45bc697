//! How answers look: text or JSON, how wide, in colour or not.

use std::fmt::Write as _;
use std::io::{self, IsTerminal as _, Write as _};

use serde::Serialize;

use super::exit::Failure;
use super::text::Page;

/// Whether colours are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// As ANSI codes, for a terminal.
    Ansi,
    /// Not at all.
    None,
}

/// In which form answers are given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// To be read by people.
    #[default]
    Text,
    /// One JSON document and nothing else.
    Json,
}

/// Where answers go and how they look there.
#[derive(Debug, Clone, Copy)]
pub struct Out {
    /// Text or JSON.
    pub format: Format,
    colour: Colour,
    width: usize,
}

/// The width of text that goes into a file or to another program.
const UNSEEN_WIDTH: usize = 100;
const NARROWEST: usize = 40;

impl Out {
    /// Standard output as it is: coloured only on a terminal, and not when `wanted` or `NO_COLOR` says otherwise.
    #[must_use]
    pub fn standard(format: Format, wanted: Colour) -> Self {
        let terminal = io::stdout().is_terminal();
        let refused = wanted == Colour::None || no_color();
        let colour = if terminal && !refused && ansi_understood() { Colour::Ansi } else { Colour::None };
        let width = if terminal {
            crossterm::terminal::size().map_or(UNSEEN_WIDTH, |(w, _)| usize::from(w))
        } else {
            UNSEEN_WIDTH
        };
        Self { format, colour, width: width.max(NARROWEST) }
    }

    /// An empty page of the right width.
    #[must_use]
    pub const fn new_page(&self) -> Page {
        Page::new(self.width)
    }

    /// Gives the answer as JSON or as text, whichever was asked for.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn answer<T: Serialize>(&self, json: impl FnOnce() -> T, text: impl FnOnce(&mut Page)) -> Result<(), Failure> {
        match self.format {
            Format::Json => {
                let text = serde_json::to_string(&json()).map_err(anyhow::Error::new)?;
                write(format!("{}\n", escaped(&text)).as_bytes())
            }
            Format::Text => {
                let mut page = self.new_page();
                text(&mut page);
                write(page.to_text(self.colour).as_bytes())
            }
        }
    }
}

/// Whether the environment asks for no colours: `NO_COLOR` is there and not empty.
#[must_use]
pub fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// Writes to standard output: an answer, completions, a man page.
///
/// # Errors
/// When it cannot be written.
pub fn write(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    Ok(out.flush()?)
}

/// JSON with the control characters that JSON itself allows raw (DEL and the C1 codes, which some terminals obey) as
/// escapes. They can only stand inside strings.
fn escaped(json: &str) -> String {
    let raw = |c: char| matches!(c, '\u{7f}'..='\u{9f}') || super::text::turns(c);
    json.chars().fold(String::with_capacity(json.len()), |mut text, c| {
        if raw(c) {
            let _ = write!(text, "\\u{:04x}", u32::from(c));
        } else {
            text.push(c);
        }
        text
    })
}

#[cfg(windows)]
fn ansi_understood() -> bool {
    crossterm::ansi_support::supports_ansi()
}

#[cfg(not(windows))]
fn ansi_understood() -> bool {
    std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn json_carries_no_raw_control_characters() {
        let json = serde_json::to_string("a\u{1b}\u{7f}\u{9b}\u{202e}£").expect("a string");
        let safe = escaped(&json);
        assert!(safe.chars().all(|c| !c.is_control()), "{safe}");
        assert_eq!(serde_json::from_str::<String>(&safe).expect("the same string"), "a\u{1b}\u{7f}\u{9b}\u{202e}£");
    }
}
