//! What stands before and behind the number of a square: how many moves arrive from and leave for the selected one,
//! and which steps of the route are in it.

use super::Quilt;
use crate::layout::matrix::Square;
use crate::layout::wrap;
use crate::ui::look::{GlyphSet, Token};
use crate::ui::map::signs::{self, Mark};
use crate::ui::sheet::{Piece, piece};

/// The steps in a square as a number: `2`, `2-4`, `2+` when they are not one after the other.
pub(super) fn steps(steps: &[usize]) -> String {
    match steps {
        [] => String::new(),
        [only] => only.to_string(),
        [first, .., last] if last - first == steps.len() - 1 => format!("{first}-{last}"),
        [first, ..] => format!("{first}+"),
    }
}

/// How an arrow up a lane is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ArrowWeight {
    /// For a few moves.
    Thin,
    /// For many.
    Thick,
}

impl ArrowWeight {
    /// The line and the head of an arrow to the right.
    const fn signs(self, glyphs: GlyphSet) -> [char; 2] {
        match (glyphs, self) {
            (GlyphSet::Unicode, Self::Thin) => ['─', '▸'],
            (GlyphSet::Unicode, Self::Thick) => ['━', '►'],
            (GlyphSet::Ascii, Self::Thin) => ['-', '>'],
            (GlyphSet::Ascii, Self::Thick) => ['=', '>'],
        }
    }
}

const fn head(glyphs: GlyphSet) -> char {
    ArrowWeight::Thin.signs(glyphs)[1]
}

/// The same in as little room as there may be: `2`, or `2+` when there are several.
fn brief_steps(all: &[usize]) -> String {
    match all {
        [first, _, ..] => format!("{first}+"),
        _ => steps(all),
    }
}

/// How many moves lead from the selected square into another.
pub(super) fn arriving(glyphs: GlyphSet, moves: usize) -> Piece {
    piece(Token::Near, format!("{}{moves}", head(glyphs)))
}

/// How many moves lead from another square into the selected one.
pub(super) fn leaving(glyphs: GlyphSet, moves: usize) -> Piece {
    piece(Token::Near, format!("{moves}{}", head(glyphs)))
}

/// Which steps of the route are in a square.
pub(super) fn step(glyphs: GlyphSet, number: &str) -> Piece {
    piece(Token::Route, format!("{}{number}", signs::mark(glyphs, Mark::Step)))
}

/// The least room in which an arrow can carry a number and still be seen to be one.
pub(super) fn least(moves: usize) -> u16 {
    2 + super::digits(moves)
}

/// That the role held is in a square.
fn me(glyphs: GlyphSet) -> Piece {
    piece(Token::Me, signs::mark(glyphs, Mark::Me).to_string())
}

/// An arrow up the lane, `room` columns long; its number, if there is room for that, stands in the middle of its first
/// `gap` columns, where it cannot be taken for a number of roles.
pub(super) fn arrow(glyphs: GlyphSet, moves: usize, weight: ArrowWeight, (gap, room): (u16, u16)) -> String {
    let [across, head] = weight.signs(glyphs);
    let across = across.to_string();
    let line = |length: u16| across.repeat(usize::from(length));
    let Some(rest) = room.checked_sub(1) else { return String::new() };
    let number = moves.to_string();
    match gap.min(room).checked_sub(least(moves)) {
        Some(spare) => {
            let first = 1 + spare / 2;
            format!("{}{number}{}{head}", line(first), line(rest - first - wrap::width(&number)))
        }
        None => format!("{}{head}", line(rest)),
    }
}

/// How wide pieces stand.
pub(super) fn width(pieces: &[Piece]) -> u16 {
    pieces.iter().map(|piece| wrap::width(&piece.text)).sum()
}

impl Quilt<'_> {
    /// What stands before the number of a square: as much as there is room for.
    pub(super) fn before(&self, glyphs: GlyphSet, square: Square) -> Vec<Piece> {
        let from_here = self.moves(self.here, square);
        let told = square == self.here || from_here == 0 || self.told_by_arrow(self.here, square);
        let arriving = (!told).then(|| arriving(glyphs, from_here));
        let me = self.me.filter(|&me| me == square).map(|_| me(glyphs));
        let steps_here = self.steps.get(&square);
        let full = steps_here.map(|all| step(glyphs, &steps(all))).or_else(|| me.clone());
        let brief = steps_here.map(|all| step(glyphs, &brief_steps(all))).or(me);
        let both = |step: &Option<Piece>| arriving.iter().chain(step).cloned().collect::<Vec<_>>();
        let choices = [both(&full), both(&brief), brief.iter().cloned().collect(), arriving.iter().cloned().collect()];
        let fitting = |room: u16| {
            let fits = |pieces: &&Vec<Piece>| !pieces.is_empty() && width(pieces) <= room;
            choices.iter().find(fits).filter(|pieces| pieces.len() == choices[0].len())
        };
        // Better a briefer mark than an arrow without its number, better that than no mark.
        let found = fitting(self.room_beside_arrow(square)).or_else(|| fitting(self.grid.before));
        let found = found.or_else(|| choices.iter().find(|pieces| width(pieces) <= self.grid.before));
        found.cloned().unwrap_or_default()
    }

    /// How much room the arrow that arrives at a square leaves before its number when it carries its own.
    fn room_beside_arrow(&self, square: Square) -> u16 {
        let below = (0..square.level).rev().map(|level| Square { level, ..square });
        let from = below.into_iter().find(|&below| self.matrix.roles(below) > 0);
        let moves = from.map_or(0, |from| self.moves(from, square));
        let ends = from.and_then(|from| self.grid.number(from)).zip(self.grid.number(square));
        match ends {
            Some((tail, head)) if moves > 0 => {
                (head.x - tail.right()).saturating_sub(1 + least(moves)).min(self.grid.before)
            }
            _ => self.grid.before,
        }
    }

    /// What stands behind the number of a square.
    pub(super) fn behind(&self, glyphs: GlyphSet, square: Square) -> Option<Piece> {
        let to_here = self.moves(square, self.here);
        let told = square == self.here || to_here == 0 || self.told_by_arrow(square, self.here);
        let gap = self.grid.square.saturating_sub(self.grid.before + self.grid.number);
        (!told).then(|| leaving(glyphs, to_here)).filter(|mark| wrap::width(&mark.text) <= gap)
    }

    /// Whether the moves between two squares are told by an arrow with its number, so that they need no marks.
    fn told_by_arrow(&self, from: Square, to: Square) -> bool {
        let up = self.matrix.up(from).is_some_and(|up| up.to == to);
        let (Some(tail), Some(head)) = (self.grid.number(from), self.grid.number(to)) else { return false };
        let steps = self.steps.get(&to).map_or(0, |all| 2 + wrap::width(&steps(all)));
        let room = head.x.saturating_sub(steps).saturating_sub(tail.right());
        up && room >= least(self.moves(from, to))
    }
}
