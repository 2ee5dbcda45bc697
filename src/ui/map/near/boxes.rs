//! The roles on the map: boxes, lines and names, with their marks.

use ratatui::style::{Modifier, Style};

use super::{dimmed, tallies};
use crate::app::hit::Target;
use crate::app::map::filter::Showing;
use crate::domain::id::RoleId;
use crate::domain::post::Standing;
use crate::layout::focus::Prominence;
use crate::layout::joint::Stroke;
use crate::layout::near::map::{Placed, Shape};
use crate::layout::near::wiring::Wire;
use crate::layout::{Area, Cell, Heading, Picture, wrap};
use crate::ui::look::{GlyphSet, Token};
use crate::ui::map::Sight;
use crate::ui::map::sheet::Sheet;
use crate::ui::map::signs::{self, Frame, Mark};

/// Draws every role, and the numbers that stand for those without a name.
pub fn draw(sight: &Sight<'_>, picture: &Picture, sheet: &mut Sheet<'_, '_>) {
    tallies::draw(sight, picture, sheet);
    for (&role, placed) in &picture.layout.boxes {
        match sight.sieve.look_of(role) {
            Showing::Shown => {}
            Showing::Dimmed => {
                dimmed::draw(sheet, placed);
                sheet.hit(placed.area, Target::Role(role));
                continue;
            }
            Showing::Hidden => continue,
        }
        let look = Looks::of(sight, picture, role, sheet);
        match placed.shape {
            Shape::Frame => draw_frame(sheet, picture, role, placed, &look),
            Shape::Line | Shape::Name => draw_line(sheet, placed, &look),
        }
        sheet.hit(placed.area, Target::Role(role));
    }
}

/// How one role is drawn.
struct Looks {
    frame: Style,
    text: Style,
    detail: Style,
    signs: Frame,
    /// Which step of the route leads to it, with its style.
    step: Option<(usize, Style)>,
    /// By what sort of move one gets to it, in a word.
    kind: Option<(&'static str, Style)>,
    marks: Vec<(Mark, String, Style)>,
}

impl Looks {
    fn of(sight: &Sight<'_>, picture: &Picture, role: RoleId, sheet: &mut Sheet<'_, '_>) -> Self {
        let look = sheet.canvas().look();
        let glyphs = look.glyph_set();
        let (frame, text, signs) = match picture.prominent.get(&role) {
            Some(Prominence::Selected) => (Token::Strong, Token::Selected, signs::selected_frame(glyphs)),
            Some(_) if sight.marks.route.contains(&role) => (Token::Route, Token::Strong, signs::route_frame(glyphs)),
            Some(Prominence::Near) => (Token::Near, Token::Text, signs::frame(glyphs)),
            Some(_) => (Token::Text, Token::Text, signs::frame(glyphs)),
            None => (Token::Dim, Token::Dim, signs::frame(glyphs)),
        };
        let step = sight.marks.route.iter().position(|&other| other == role).filter(|&step| step > 0);
        let step = step.map(|step| (step, look.style(Token::Route).add_modifier(Modifier::REVERSED)));
        let kind = arrives_by(sight, picture, role).map(|kind| (kind, look.style(Token::Dim)));
        let mut marks = Vec::new();
        if sight.marks.me == Some(role) {
            marks.push((Mark::Me, "You".to_owned(), look.style(Token::Me)));
        }
        if sight.marks.target == Some(role) {
            marks.push((Mark::Target, "Target".to_owned(), look.style(Token::Target)));
        }
        let challenged = challenged_posts(sight, role);
        // A box that tells its posts needs no mark for them.
        let told = picture
            .layout
            .boxes
            .get(&role)
            .is_some_and(|placed| placed.details.iter().any(|line| line.contains(WRITTEN)));
        if challenged > 0 && !told {
            let posts = if challenged == 1 { "1 post".to_owned() } else { format!("{challenged} posts") };
            marks.push((Mark::Challenged, posts, look.style(Token::Challenged)));
        }
        Self {
            frame: look.style(frame),
            text: look.style(text),
            detail: look.style(Token::Dim),
            signs,
            step,
            kind,
            marks,
        }
    }
}

/// By what sort of move one gets from the selected role, or along the route, to another, in a word.
fn arrives_by(sight: &Sight<'_>, picture: &Picture, role: RoleId) -> Option<&'static str> {
    let arrives = |wire: &&Wire| wire.to == role && role != sight.selected;
    let wires = picture.wiring.wires.iter().filter(arrives);
    let wire = wires.max_by_key(|wire| wire.from == sight.selected)?;
    signs::kind_word(sight.pack.career_move(wire.by?))
}

fn challenged_posts(sight: &Sight<'_>, role: RoleId) -> usize {
    let posts = sight.pack.posts_of(role).iter();
    posts.filter(|&&post| sight.pack.post(post).standing == Standing::Challenged).count()
}

fn draw_frame(sheet: &mut Sheet<'_, '_>, picture: &Picture, role: RoleId, placed: &Placed, look: &Looks) {
    let signs = look.signs;
    let Area { x, y, width, height } = placed.area;
    let (right, bottom) = (placed.area.right().saturating_sub(1), placed.area.bottom().saturating_sub(1));
    let [top_left, top_right, bottom_right, bottom_left] = signs.corners;
    let across: String = std::iter::repeat_n(signs.across, usize::from(width.saturating_sub(2))).collect();
    sheet.text(Cell { y, x }, &format!("{top_left}{across}{top_right}"), look.frame);
    sheet.text(Cell { y: bottom, x }, &format!("{bottom_left}{across}{bottom_right}"), look.frame);
    for row in y + 1..bottom {
        let side = |heading| match leaves(picture, role, row, heading) {
            None => signs.upright,
            Some(stroke) => signs.leaves(heading, stroke),
        };
        let (left, right_side) = (side(Heading::Left), side(Heading::Right));
        sheet.sign(Cell { y: row, x }, left, look.frame);
        let at = usize::from(row - y - 1);
        let detail = at.checked_sub(placed.lines.len()).and_then(|at| placed.details.get(at));
        let (line, style) = match detail {
            Some(detail) => (detail.as_str(), look.detail),
            None => (placed.lines.get(at).map_or("", String::as_str), look.text),
        };
        let room = usize::from(width.saturating_sub(2));
        let pad = room.saturating_sub(usize::from(wrap::width(line)));
        draw_detail(sheet, Cell { y: row, x: x + 1 }, &format!("{line}{}", " ".repeat(pad)), style);
        sheet.sign(Cell { y: row, x: right }, right_side, look.frame);
    }
    draw_tags(sheet, Area { x, y, width, height }, look);
}

/// The sign of challenged posts as it stands in the lines of cards, before it is drawn in the signs of the terminal.
const WRITTEN: char = signs::mark(GlyphSet::Unicode, Mark::Challenged);

/// Writes a line in which the sign of challenged posts may stand.
fn draw_detail(sheet: &mut Sheet<'_, '_>, from: Cell, text: &str, style: Style) {
    let drawn = signs::mark(sheet.canvas().look().glyph_set(), Mark::Challenged);
    sheet.text(from, &text.replace(WRITTEN, &drawn.to_string()), style);
}

/// How strong the line is that leaves a role's box in a row on one side (an arrow that arrives needs no opening in the
/// frame).
fn leaves(picture: &Picture, role: RoleId, row: u16, side: Heading) -> Option<Stroke> {
    let wires = picture.wiring.wires.iter().filter(|wire| wire.from == role && wire.tail == side.opposite());
    wires
        .filter(|wire| wire.cells.first().is_some_and(|cell| cell.y == row))
        .map(|wire| wire.stroke)
        .reduce(Stroke::shared)
}

/// Marks on a frame: above the step, who it is and how one gets there, below the posts.
fn draw_tags(sheet: &mut Sheet<'_, '_>, area: Area, look: &Looks) {
    let glyphs = sheet.canvas().look().glyph_set();
    let (mut above, mut below) = (area.x + 1, area.x + 1);
    if let Some((step, style)) = look.step {
        tag(sheet, area, area.y, &mut above, &[&format!(" {step} "), &step.to_string()], style);
    }
    for (mark, words, style) in &look.marks {
        let (row, x) = if *mark == Mark::Challenged {
            (area.bottom().saturating_sub(1), &mut below)
        } else {
            (area.y, &mut above)
        };
        let sign = signs::mark(glyphs, *mark).to_string();
        tag(sheet, area, row, x, &[&format!("{sign} {words}"), &sign], style.add_modifier(Modifier::BOLD));
    }
    if let Some((kind, style)) = look.kind {
        tag(sheet, area, area.y, &mut above, &[&format!(" {kind} "), kind], style);
    }
}

/// Writes the first of the words that fits on a frame, from `x` on.
fn tag(sheet: &mut Sheet<'_, '_>, area: Area, row: u16, x: &mut u16, words: &[&str], style: Style) {
    let room = area.right().saturating_sub(1).saturating_sub(*x);
    if let Some(text) = words.iter().find(|text| wrap::width(text) <= room) {
        sheet.text(Cell { y: row, x: *x }, text, style);
        *x += wrap::width(text) + 1;
    }
}

fn draw_line(sheet: &mut Sheet<'_, '_>, placed: &Placed, look: &Looks) {
    let Area { x, y, .. } = placed.area;
    let glyphs = sheet.canvas().look().glyph_set();
    let mark = look.marks.first().map(|(mark, _, style)| (*mark, signs::mark(glyphs, *mark), *style));
    let step = look.step.filter(|(step, _)| *step < 10).map(|(step, style)| (step.to_string(), style));
    match (mark, step) {
        (None | Some((Mark::Challenged, ..)), Some((step, style))) => sheet.text(Cell { y, x }, &step, style),
        (Some((_, sign, style)), _) => sheet.sign(Cell { y, x }, sign, style),
        (None, None) => {}
    }
    let style = if placed.shape == Shape::Line { look.text.add_modifier(Modifier::BOLD) } else { look.text };
    for (row, line) in (y..).zip(&placed.lines) {
        let x = if row == y { x + 1 } else { x + 1 + placed.indent };
        if x < placed.area.right() {
            sheet.text(Cell { y: row, x }, line, style);
        }
    }
    let below = y.saturating_add(u16::try_from(placed.lines.len()).unwrap_or(0));
    for (row, line) in (below..).zip(&placed.details) {
        draw_detail(sheet, Cell { y: row, x: x + 1 + placed.indent }, line, look.detail);
    }
}
