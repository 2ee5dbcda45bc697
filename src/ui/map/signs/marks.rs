//! The marks on roles.

use crate::layout::Heading;
use crate::ui::look::GlyphSet;

/// A mark on a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Held now.
    Me,
    /// Wanted.
    Target,
    /// With posts in challenged organisations.
    Challenged,
}

/// The sign of a mark.
#[must_use]
pub const fn mark(glyphs: GlyphSet, mark: Mark) -> char {
    match (glyphs, mark) {
        (GlyphSet::Unicode, Mark::Me) => '●',
        (GlyphSet::Unicode, Mark::Target) => '◎',
        (GlyphSet::Unicode, Mark::Challenged) => '◆',
        (GlyphSet::Ascii, Mark::Me) => '@',
        (GlyphSet::Ascii, Mark::Target) => '*',
        (GlyphSet::Ascii, Mark::Challenged) => '!',
    }
}

/// The mark of the role to which an arrow key leads. No line of the map ends in it.
#[must_use]
pub const fn walk(glyphs: GlyphSet, heading: Heading) -> char {
    match (glyphs, heading) {
        (GlyphSet::Unicode, Heading::Right) => '→',
        (GlyphSet::Unicode, Heading::Left) => '←',
        (GlyphSet::Unicode, Heading::Up) => '↑',
        (GlyphSet::Unicode, Heading::Down) => '↓',
        (GlyphSet::Ascii, Heading::Right) => '}',
        (GlyphSet::Ascii, Heading::Left) => '{',
        (GlyphSet::Ascii, Heading::Up) => '"',
        (GlyphSet::Ascii, Heading::Down) => ',',
    }
}
