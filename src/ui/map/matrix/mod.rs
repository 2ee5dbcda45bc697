//! Families × levels: how many roles there are, how many moves lead up each lane, and what leads into and out of the
//! square of the selected role.

mod heads;
mod marks;
mod squares;

use std::collections::BTreeMap;

use ratatui::layout::Rect;

use super::Sight;
use super::caption::{Caption, Group};
use super::signs::{self, Entry, Mark};
use crate::app::hit::Pane;
use crate::app::map::MapView;
use crate::app::map::legend::Shown;
use crate::domain::graph::CareerGraph;
use crate::domain::id::RoleId;
use crate::domain::planner::MovesAllowed;
use crate::layout::matrix::Matrix;
use crate::layout::matrix::Square;
use crate::layout::matrix::grid::{Grid, Needs};
use crate::layout::order::RoleOrder;
use crate::layout::{Area, Size, wrap};
use crate::ui::canvas::Canvas;
use crate::ui::look::{GlyphSet, Token};
use crate::ui::sheet::{Piece, piece};
use marks::ArrowWeight;

/// A matrix, and what is to be seen of it.
struct Quilt<'a> {
    sight: &'a Sight<'a>,
    matrix: &'a Matrix,
    grid: Grid,
    here: Square,
    /// The squares of the route and which of its steps, from 1, lead into each.
    steps: BTreeMap<Square, Vec<usize>>,
    /// Where the selected role leads and where people come from who enter it, likeliest first.
    neighbours: Vec<RoleId>,
    order: &'a RoleOrder,
    graph: &'a CareerGraph,
    /// Where the role held stands.
    me: Option<Square>,
    thick_from: usize,
    area: Rect,
}

/// Draws the matrix into `area`.
pub(super) fn draw(sight: &Sight<'_>, view: &MapView, canvas: &mut Canvas<'_>, area: Rect) -> Caption {
    let matrix = view.matrix(sight.pack);
    let here = view.square(sight.selected);
    let mut steps: BTreeMap<Square, Vec<usize>> = BTreeMap::new();
    // As on the map around one role: the first step is the first move's.
    for (step, &role) in sight.marks.route.iter().enumerate().skip(1) {
        steps.entry(view.square(role)).or_default().push(step);
    }
    let window = Size { width: area.width, height: area.height };
    let Some(grid) = Grid::new(&needs(sight, &matrix, &steps), window, here, view.pan()) else {
        canvas.put(area, area.x, area.y, &wrap::cut(&words(sight, &matrix, here), area.width), Token::Strong);
        return Caption::default();
    };
    let thick_from = matrix.thick_from(sight.marks.moves);
    let neighbours = view.neighbours(sight.pack, sight.selected, sight.marks.moves);
    let quilt = Quilt {
        sight,
        matrix: &matrix,
        grid,
        here,
        steps,
        neighbours,
        order: view.order(),
        graph: view.graph(),
        me: sight.marks.me.map(|me| view.square(me)),
        thick_from,
        area,
    };
    quilt.draw_heads(canvas);
    quilt.draw_squares(canvas);
    quilt.draw_foot(canvas);
    canvas.roam(quilt.grid.roam);
    canvas.seen(Pane::Map, quilt.grid.lanes.start, quilt.grid.lanes.len(), matrix.lanes());
    quilt.caption(canvas.look().glyph_set())
}

fn needs(sight: &Sight<'_>, matrix: &Matrix, steps: &BTreeMap<Square, Vec<usize>>) -> Needs {
    let families = &sight.pack.tables().families;
    let widest = |widths: &mut dyn Iterator<Item = u16>| widths.max().unwrap_or(0);
    let largest = matrix.flows().iter().filter(|flow| flow.from != flow.to).map(|flow| flow.moves);
    let me = u16::from(sight.marks.me.is_some());
    Needs {
        title: widest(&mut families.iter().map(|family| wrap::width(&family.title))),
        short: widest(&mut families.iter().map(|family| wrap::width(&family.short))),
        count: digits(matrix.fullest()),
        flow: digits(largest.map(|moves| moves.counted(MovesAllowed::Exceptional)).max().unwrap_or(0)),
        total: digits(sight.pack.role_ids().len()),
        step: widest(&mut steps.values().map(|steps| 1 + wrap::width(&marks::steps(steps)))).max(me),
        lanes: matrix.lanes(),
        levels: matrix.levels(),
    }
}

/// The legend of the numbers, arrows and marks.
pub(super) fn legend(glyphs: GlyphSet) -> Vec<Entry> {
    let entry = |sign: String, token, meaning| Entry { sign, token, meaning };
    let example = |piece: Piece, meaning| Entry { sign: piece.text, token: piece.token, meaning };
    let arrow = |moves, weight| marks::arrow(glyphs, moves, weight, (5, 5));
    vec![
        entry("5".to_owned(), Token::Text, "so many roles of this family on this level"),
        entry("[5]".to_owned(), Token::Selected, "the role you look at is one of them"),
        entry(signs::mark(glyphs, Mark::Nobody).to_string(), Token::Faint, "no role"),
        entry(arrow(2, ArrowWeight::Thin), Token::Faint, "so many moves lead up to the next roles of the family"),
        entry(arrow(5, ArrowWeight::Thick), Token::Dim, "the same, where there are many"),
        example(marks::arriving(glyphs, 2), "before a number: so many moves lead here from where you look"),
        example(marks::leaving(glyphs, 2), "behind a number: so many moves lead from here to where you look"),
        example(marks::step(glyphs, "2"), "the second step of your route leads here"),
    ]
}

/// How wide a number stands.
fn digits(number: usize) -> u16 {
    wrap::width(&number.to_string())
}

/// A square in words: `Finance, Service: 3 roles; 4 moves out, 2 in, 1 within`.
fn words(sight: &Sight<'_>, matrix: &Matrix, square: Square) -> String {
    let tables = sight.pack.tables();
    let moves = sight.marks.moves;
    let others = |flows: &[crate::layout::matrix::Flow]| -> usize {
        flows.iter().filter(|flow| flow.from != flow.to).map(|flow| flow.moves.counted(moves)).sum()
    };
    let all = matrix.roles(square);
    let left = sight.sieve.sifted().map_or(all, |sifted| sifted.left_in(square.lane, square.level));
    let roles = match all {
        all if left < all => format!("{left} of {all} roles"),
        1 => "1 role".to_owned(),
        count => format!("{count} roles"),
    };
    let (out, into) = (others(matrix.flows_out(square)), others(matrix.flows_into(square)));
    let within = match matrix.between(square, square).counted(moves) {
        0 => String::new(),
        count => format!(", {count} within"),
    };
    let (family, level) = (&tables.families[square.lane].title, &tables.levels[square.level].title);
    let out = if out == 1 { "1 move".to_owned() } else { format!("{out} moves") };
    format!("{family}, {level}: {roles}; {out} out, {into} in{within}")
}

impl Quilt<'_> {
    /// What the numbers mean, with examples as they are drawn.
    fn caption(&self, glyphs: GlyphSet) -> Caption {
        let example = piece(Token::Faint, marks::arrow(glyphs, 2, ArrowWeight::Thin, (3, 3)));
        let filtered = self.sight.sieve.sifted().is_some();
        let (arriving, leaving) = (marks::arriving(glyphs, 1), marks::leaving(glyphs, 1));
        let mut groups = vec![
            Group::signs([(piece(Token::Text, "5"), if filtered { " roles pass" } else { " roles" })]),
            Group::signs([(example, " moves up")]),
            Group::signs([(arriving, " from, "), (leaving, " to [5]")]),
        ];
        let shown = Shown::of_matrix(self.sight.pack, self.graph, self.matrix, self.here, self.sight.marks.moves);
        groups.extend(shown.kept_back().map(Group::from));
        if !self.sight.marks.route.is_empty() {
            groups.push(Group::signs([(marks::step(glyphs, "1"), " route")]));
        }
        Caption::new(groups)
    }

    /// How many moves lead from one square to another, of those that count.
    fn moves(&self, from: Square, to: Square) -> usize {
        self.matrix.between(from, to).counted(self.sight.marks.moves)
    }

    /// An area of the grid in cells of the screen.
    const fn on_screen(&self, area: Area) -> Rect {
        Rect { x: self.area.x + area.x, y: self.area.y + area.y, width: area.width, height: area.height }
    }
}
