//! The marks on roles.

use crate::layout::Heading;
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

/// The dot around or before a role that the filter does not let through.
#[must_use]
pub const fn dimmed(glyphs: GlyphSet) -> char {
    match glyphs {
        GlyphSet::Unicode => '·',
        GlyphSet::Ascii => '.',
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
