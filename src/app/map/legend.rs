//! What the map shows and what it keeps back, in a line.

use std::collections::BTreeSet;

use crate::app::action::Action;
use crate::app::keymap::shown;
use crate::app::table::Place;
use crate::domain::Pack;
use crate::domain::career_move::{Move, Usual};
use crate::domain::id::RoleId;
use crate::domain::planner::MovesAllowed;
use crate::layout::Picture;
use crate::layout::matrix::{Matrix, Square};

/// How much of the pack is on the map. Moves are rows of the pack's table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shown {
    /// Roles whose title is on the map, in the window or beyond its edge.
    pub named: usize,
    /// Roles that only a number stands for.
    pub counted: usize,
    /// Moves that are drawn.
    pub drawn: usize,
    /// Moves that count but are not drawn.
    pub undrawn: usize,
    /// Exceptional moves that are neither drawn nor counted.
    pub exceptional: usize,
}

/// A piece of the line, at length and in brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// With all its words.
    pub full: String,
    /// For narrow windows.
    pub brief: String,
}

impl Shown {
    /// What a picture around one role shows.
    #[must_use]
    pub fn of_picture(pack: &Pack, picture: &Picture, moves: MovesAllowed) -> Self {
        let lines: BTreeSet<(RoleId, RoleId)> = picture.wiring.wires.iter().map(|wire| (wire.from, wire.to)).collect();
        let named = picture.layout.boxes.len();
        Self::of_moves(pack, moves, |way| lines.contains(&(way.from, way.to))).with_names(pack, named)
    }

    /// What the matrix of families and levels shows when a square is selected.
    #[must_use]
    pub fn of_matrix(pack: &Pack, matrix: &Matrix, here: Square, moves: MovesAllowed) -> Self {
        let all = matrix.flows().iter();
        let is_drawn = |from: Square, to: Square| {
            from != to && (from == here || to == here || matrix.up(from).is_some_and(|up| up.to == to))
        };
        let drawn = all.filter(|flow| is_drawn(flow.from, flow.to)).map(|flow| flow.moves.counted(moves)).sum();
        let none = Self::of_moves(pack, moves, |_| false);
        Self { drawn, undrawn: none.undrawn - drawn, ..none }.with_names(pack, 0)
    }

    fn of_moves(pack: &Pack, moves: MovesAllowed, is_drawn: impl Fn(&Move) -> bool) -> Self {
        let mut shown = Self::default();
        for way in pack.move_ids().map(|id| pack.career_move(id)) {
            let counts = way.usual == Usual::Usual || moves == MovesAllowed::Exceptional;
            let number = match (is_drawn(way), counts) {
                (true, _) => &mut shown.drawn,
                (false, true) => &mut shown.undrawn,
                (false, false) => &mut shown.exceptional,
            };
            *number += 1;
        }
        shown
    }

    fn with_names(self, pack: &Pack, named: usize) -> Self {
        Self { named, counted: pack.role_ids().len().saturating_sub(named), ..self }
    }

    /// The pieces of the line, the most important first.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let part = |full: String, brief: String| Part { full, brief };
        let (roles, moves) = (self.named + self.counted, self.drawn + self.undrawn);
        let mut parts = vec![
            part(
                format!("{roles} roles: {} named, {} counted", self.named, self.counted),
                format!("{} of {roles} roles", self.named),
            ),
            part(
                format!("{moves} moves: {} drawn, {} not", self.drawn, self.undrawn),
                format!("{} of {moves} moves", self.drawn),
            ),
        ];
        parts.extend(self.kept_back());
        parts
    }

    /// That exceptional moves are hidden, and the key that shows them.
    #[must_use]
    pub fn kept_back(&self) -> Option<Part> {
        let key = shown(Action::Exceptional, Place::Map).map_or(String::new(), |key| format!(" ({key})"));
        (self.exceptional > 0).then(|| Part {
            full: format!("{} exceptional hidden{key}", self.exceptional),
            brief: format!("{} hidden{key}", self.exceptional),
        })
    }
}
