//! The marks on roles.

use crate::layout::slips::Gate;
use crate::ui::look::GlyphSet;

/// A mark on a role, or on a family and level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Held now.
    Me,
    /// Wanted.
    Target,
    /// With posts in challenged organisations.
    Challenged,
    /// A step of the route, where a number alone would be taken for another; its number follows.
    Step,
    /// A family and level without roles.
    Nobody,
    /// How several things are asked for.
    Gate(Gate),
}

/// The sign of a mark.
#[must_use]
pub const fn mark(glyphs: GlyphSet, mark: Mark) -> char {
    match (glyphs, mark) {
        (GlyphSet::Unicode, Mark::Me | Mark::Gate(Gate::AllOf)) => '●',
        (GlyphSet::Unicode, Mark::Target) => '◎',
        (GlyphSet::Unicode, Mark::Challenged) => '◆',
        (GlyphSet::Unicode, Mark::Step) => '★',
        (GlyphSet::Unicode, Mark::Nobody) => '·',
        (GlyphSet::Unicode, Mark::Gate(Gate::OneOf)) => '○',
        (GlyphSet::Ascii, Mark::Me) => '@',
        (GlyphSet::Ascii, Mark::Target) => '*',
        (GlyphSet::Ascii, Mark::Challenged) => '!',
        (GlyphSet::Ascii, Mark::Step) => '#',
        (GlyphSet::Ascii, Mark::Nobody) => '.',
        (GlyphSet::Ascii, Mark::Gate(Gate::AllOf)) => '&',
        (GlyphSet::Ascii, Mark::Gate(Gate::OneOf)) => '/',
    }
}
