//! The squares of the matrix: numbers, marks, and the arrows up each lane.

use super::marks::ArrowWeight;
use super::{Quilt, marks};
use crate::app::hit::Target;
use crate::app::map::filter::Showing;
use crate::domain::id::RoleId;
use crate::layout::matrix::Square;
use crate::layout::wrap;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::map::signs::{self, Mark};

impl Quilt<'_> {
    /// How many roles of a square the filter lets through.
    pub(super) fn left(&self, square: Square) -> usize {
        let all = self.matrix.roles(square);
        self.sight.sieve.sifted().map_or(all, |sifted| sifted.left_in(square.lane, square.level))
    }

    /// Draws every square that is seen.
    pub(super) fn draw_squares(&self, canvas: &mut Canvas<'_>) {
        let seen = self.grid.lanes.clone().flat_map(|lane| {
            let levels = self.grid.levels.clone();
            levels.map(move |level| Square { lane, level })
        });
        let seen: Vec<Square> = seen.collect();
        for &square in seen.iter().filter(|&&square| self.matrix.roles(square) == 0) {
            self.draw_nobody(canvas, square);
        }
        // Arrows run over the empty squares between their ends.
        for square in seen.into_iter().filter(|&square| self.matrix.roles(square) > 0) {
            self.draw_number(canvas, square);
            self.draw_behind(canvas, square);
            self.note(canvas, square);
        }
        if self.grid.pitch > 1 {
            self.grid.lanes.clone().for_each(|lane| self.draw_names(canvas, lane));
        }
    }

    fn put(&self, canvas: &mut Canvas<'_>, x: u16, y: u16, text: &str, token: Token) {
        canvas.put(self.area, self.area.x + x, self.area.y + y, text, token);
    }

    fn draw_nobody(&self, canvas: &mut Canvas<'_>, square: Square) {
        let Some(number) = self.grid.number(square) else { return };
        let sign = signs::mark(canvas.look().glyph_set(), Mark::Nobody);
        self.put(canvas, number.right().saturating_sub(2), number.y, &sign.to_string(), Token::Faint);
    }

    fn draw_number(&self, canvas: &mut Canvas<'_>, square: Square) {
        let Some(area) = self.grid.number(square) else { return };
        let glyphs = canvas.look().glyph_set();
        let room = usize::from(area.width.saturating_sub(2));
        let count = self.left(square);
        let number = if square == self.here { format!("[{count:>room$}]") } else { format!(" {count:>room$} ") };
        self.put(canvas, area.x, area.y, &number, self.token(square));
        let before = self.before(glyphs, square);
        let mut x = area.x.saturating_sub(marks::width(&before));
        for piece in before {
            self.put(canvas, x, area.y, &piece.text, piece.token);
            x += wrap::width(&piece.text);
        }
    }

    fn token(&self, square: Square) -> Token {
        let near = self.moves(self.here, square) + self.moves(square, self.here) > 0;
        match square {
            here if here == self.here => Token::Selected,
            step if self.steps.contains_key(&step) => Token::Route,
            none if self.left(none) == 0 => Token::Faint,
            _ if near => Token::Strong,
            _ => Token::Dim,
        }
    }

    /// The moves into the selected square, and the arrow up the lane.
    fn draw_behind(&self, canvas: &mut Canvas<'_>, square: Square) {
        let Some(area) = self.grid.number(square) else { return };
        let glyphs = canvas.look().glyph_set();
        let mut x = area.right();
        let leaving = self.behind(glyphs, square);
        if let Some(mark) = &leaving {
            self.put(canvas, x, area.y, &mark.text, mark.token);
            x += wrap::width(&mark.text) + 1;
        }
        let Some(up) = self.matrix.up(square) else { return };
        let moves = up.moves.counted(self.sight.marks.moves);
        let Some(head) = self.grid.number(up.to).filter(|_| moves > 0) else { return };
        let marked = marks::width(&self.before(glyphs, up.to));
        let end = if marked > 0 { head.x.saturating_sub(marked + 1) } else { head.x };
        let room = end.saturating_sub(x);
        // Behind a mark an arrow without its number would be taken for a part of it.
        if leaving.is_some() && room < marks::least(moves) {
            return;
        }
        let weight = if moves >= self.thick_from { ArrowWeight::Thick } else { ArrowWeight::Thin };
        let gap = self.grid.square.saturating_sub(self.grid.number + (x - area.right()));
        let arrow = marks::arrow(glyphs, moves, weight, (gap, room));
        self.put(canvas, x, area.y, &arrow, self.arrow_token(square, up.to));
    }

    fn arrow_token(&self, from: Square, to: Square) -> Token {
        let place = |role: RoleId| self.order.place(role);
        let steps = self.sight.marks.route.windows(2).map(|pair| (place(pair[0]), place(pair[1])));
        let pair = ((from.lane, from.level), (to.lane, to.level));
        let on_route = steps.into_iter().any(|step| step == pair);
        match [from, to].contains(&self.here) {
            _ if on_route => Token::Route,
            true => Token::Near,
            false => Token::Faint,
        }
    }

    /// Below the numbers of a lane: names where something leads to or comes from the selected role, as long as there is
    /// room up to the next one.
    fn draw_names(&self, canvas: &mut Canvas<'_>, lane: usize) {
        let named = |level| {
            let square = Square { lane, level };
            Some((square, self.grid.number(square)?, self.name(square)?))
        };
        let named: Vec<_> = self.grid.levels.clone().filter_map(named).collect();
        for (at, (square, area, role)) in named.iter().enumerate() {
            let last = self.area.width.saturating_sub(self.grid.totals);
            let end = named.get(at + 1).map_or(last, |(_, next, _)| next.x);
            let title = wrap::short(&self.sight.pack.role(*role).title);
            let token = if *square == self.here { Token::Strong } else { Token::Text };
            let room = end.saturating_sub(area.x + 1);
            self.put(canvas, area.x + 1, area.y + 1, &wrap::cut(title, room), token);
        }
    }

    /// The role by which a square is named: the selected one, one of the route, one that has to do with the selected
    /// role, or the likeliest of a square that has to do with the selected one.
    fn name(&self, square: Square) -> Option<RoleId> {
        let (order, sight) = (self.order, self.sight);
        let inside = |role: &RoleId| order.place(*role) == (square.lane, square.level);
        if square == self.here {
            return Some(sight.selected);
        }
        let route = sight.marks.route.iter().copied().find(inside);
        let near = || self.neighbours.iter().copied().find(inside);
        let linked = self.moves(self.here, square) + self.moves(square, self.here) > 0;
        let named = route.or_else(near).or_else(|| self.matrix.likeliest(square).filter(|_| linked));
        named.filter(|&role| sight.sieve.look_of(role) == Showing::Shown)
    }

    fn note(&self, canvas: &mut Canvas<'_>, square: Square) {
        let stands_for = if square == self.here { Some(self.sight.selected) } else { self.matrix.likeliest(square) };
        let (Some(area), Some(role)) = (self.grid.area(square), stands_for) else { return };
        canvas.hit(self.on_screen(area).intersection(self.area), Target::Role(role));
    }
}
