//! What every sign of the map means. The signs come from where the drawing takes them, so that the two never differ.

use super::signs::{self, Entry};
use super::{matrix, whole};
use crate::layout::Heading;
use crate::ui::look::{GlyphSet, Token};

/// Signs of one sort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What sort.
    pub title: &'static str,
    /// Examples as they are drawn, and what they mean.
    pub entries: Vec<Entry>,
    /// Every character that is drawn in the sense of one of them.
    pub drawn: String,
}

impl Section {
    fn new(title: &'static str, entries: Vec<Entry>, also: &str) -> Self {
        let examples: String = entries.iter().map(|entry| entry.sign.as_str()).collect();
        Self { title, entries, drawn: examples + also }
    }
}

/// Every sign of the map, and what it means.
#[must_use]
pub fn sections(glyphs: GlyphSet) -> Vec<Section> {
    vec![
        Section::new("Roles", signs::box_legend(glyphs), &signs::every_frame(glyphs)),
        Section::new("Moves", signs::line_legend(glyphs), &signs::every_line(glyphs)),
        Section::new("Between the columns, when asked for", signs::between_legend(glyphs), ""),
        Section::new("The whole map", whole::legend(glyphs), &super::overview::every_dot(glyphs)),
        Section::new("Families and levels", matrix::legend(glyphs), ""),
        Section::new("Around the map", around(glyphs), ""),
        Section::new("Colours, which never tell anything alone", colours(), ""),
    ]
}

fn around(glyphs: GlyphSet) -> Vec<Entry> {
    let entry = |sign: &str, token, meaning| Entry { sign: glyphs.text(sign), token, meaning };
    let keys = Heading::ALL.map(|heading| signs::walk(glyphs, heading).to_string()).join(" ");
    let walk = Entry { sign: keys, token: Token::Key, meaning: "on a role: the arrow key that leads to it" };
    vec![
        walk,
        entry("▶ ▼", Token::Strong, "the lane and the level of the role you look at"),
        entry("▲ ▼ ◀ ▶", Token::Near, "before the name of a role: it is outside the window, that way"),
        entry("Ward…", Token::Text, "the name goes on, but there is no room for it"),
    ]
}

fn colours() -> Vec<Entry> {
    let entry = |token, meaning| Entry { sign: "colour".to_owned(), token, meaning };
    vec![
        entry(Token::Near, "ways out of the role you look at, around it also the ways in; you"),
        entry(Token::Route, "your route and your target; posts in challenged organisations"),
        entry(Token::Selected, "the role you look at"),
        entry(Token::Dim, "everything else"),
    ]
}
