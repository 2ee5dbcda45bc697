//! The marks on roles.

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
