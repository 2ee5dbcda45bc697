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
use crate::layout::{Area, Cell, Heading, Picture, wrap};
use crate::ui::look::Token;
use crate::ui::map::Sight;
use crate::ui::map::sheet::Sheet;
use crate::ui::map::signs::{self, Mark};

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
    selected: bool,
    marks: Vec<(Mark, String, Style)>,
}

impl Looks {
    fn of(sight: &Sight<'_>, picture: &Picture, role: RoleId, sheet: &mut Sheet<'_, '_>) -> Self {
        let look = sheet.canvas().look();
        let (frame, text) = match picture.prominent.get(&role) {
            Some(Prominence::Selected) => (Token::Strong, Token::Selected),
            Some(_) if sight.marks.route.contains(&role) => (Token::Route, Token::Text),
            Some(Prominence::Near) => (Token::Near, Token::Text),
            Some(_) => (Token::Text, Token::Text),
            None => (Token::Dim, Token::Dim),
        };
        let mut marks = Vec::new();
        if sight.marks.me == Some(role) {
            marks.push((Mark::Me, "You".to_owned(), look.style(Token::Me)));
        }
        if sight.marks.target == Some(role) {
            marks.push((Mark::Target, "Target".to_owned(), look.style(Token::Target)));
        }
        let challenged = challenged_posts(sight, role);
        if challenged > 0 {
            let posts = if challenged == 1 { "1 post".to_owned() } else { format!("{challenged} posts") };
            marks.push((Mark::Challenged, posts, look.style(Token::Challenged)));
        }
        let selected = picture.prominent.get(&role) == Some(&Prominence::Selected);
        Self { frame: look.style(frame), text: look.style(text), selected, marks }
    }
}

fn challenged_posts(sight: &Sight<'_>, role: RoleId) -> usize {
    let posts = sight.pack.posts_of(role).iter();
    posts.filter(|&&post| sight.pack.post(post).standing == Standing::Challenged).count()
}

fn draw_frame(sheet: &mut Sheet<'_, '_>, picture: &Picture, role: RoleId, placed: &Placed, look: &Looks) {
    let glyphs = sheet.canvas().look().glyph_set();
    let signs = if look.selected { signs::selected_frame(glyphs) } else { signs::frame(glyphs) };
    let Area { x, y, width, height } = placed.area;
    let (right, bottom) = (placed.area.right().saturating_sub(1), placed.area.bottom().saturating_sub(1));
    let [top_left, top_right, bottom_right, bottom_left] = signs.corners;
    let across: String = std::iter::repeat_n(signs.across, usize::from(width.saturating_sub(2))).collect();
    sheet.text(Cell { y, x }, &format!("{top_left}{across}{top_right}"), look.frame);
    sheet.text(Cell { y: bottom, x }, &format!("{bottom_left}{across}{bottom_right}"), look.frame);
    for row in y + 1..bottom {
        let side = |heading, signs_of: [char; 2]| match leaves(picture, role, row, heading) {
            None => signs.upright,
            Some(Stroke::Heavy) => signs_of[1],
            Some(Stroke::Light | Stroke::Broken) => signs_of[0],
        };
        let (left, right_side) = (side(Heading::Left, signs.leaves_left), side(Heading::Right, signs.leaves_right));
        sheet.sign(Cell { y: row, x }, left, look.frame);
        let line = placed.lines.get(usize::from(row - y - 1)).map_or("", String::as_str);
        let room = usize::from(width.saturating_sub(2));
        let pad = room.saturating_sub(usize::from(wrap::width(line)));
        sheet.text(Cell { y: row, x: x + 1 }, &format!("{line}{}", " ".repeat(pad)), look.text);
        sheet.sign(Cell { y: row, x: right }, right_side, look.frame);
    }
    draw_tags(sheet, Area { x, y, width, height }, look);
}

/// How strong the line is that leaves a role's box in a row on one side (an arrow that arrives needs no opening in the
/// frame).
fn leaves(picture: &Picture, role: RoleId, row: u16, side: Heading) -> Option<Stroke> {
    let wires = picture.wiring.wires.iter().filter(|wire| wire.from == role && wire.tail == side.opposite());
    wires.filter(|wire| wire.cells.first().is_some_and(|cell| cell.y == row)).map(|wire| wire.stroke).max()
}

/// Marks on a frame: who it is above, posts below.
fn draw_tags(sheet: &mut Sheet<'_, '_>, area: Area, look: &Looks) {
    let glyphs = sheet.canvas().look().glyph_set();
    let (mut above, mut below) = (area.x + 1, area.x + 1);
    for (mark, words, style) in &look.marks {
        let (row, x) = if *mark == Mark::Challenged {
            (area.bottom().saturating_sub(1), &mut below)
        } else {
            (area.y, &mut above)
        };
        let room = area.right().saturating_sub(1).saturating_sub(*x);
        let sign = signs::mark(glyphs, *mark);
        let text = format!("{sign} {words}");
        let text = if wrap::width(&text) <= room { text } else { sign.to_string() };
        if wrap::width(&text) <= room {
            sheet.text(Cell { y: row, x: *x }, &text, style.add_modifier(Modifier::BOLD));
            *x += wrap::width(&text) + 1;
        }
    }
}

fn draw_line(sheet: &mut Sheet<'_, '_>, placed: &Placed, look: &Looks) {
    let Area { x, y, .. } = placed.area;
    let glyphs = sheet.canvas().look().glyph_set();
    if let Some((mark, _, style)) = look.marks.first() {
        sheet.sign(Cell { y, x }, signs::mark(glyphs, *mark), *style);
    }
    let style = if placed.shape == Shape::Line { look.text.add_modifier(Modifier::BOLD) } else { look.text };
    for (row, line) in (y..).zip(&placed.lines) {
        let x = if row == y { x + 1 } else { x + 1 + placed.indent };
        if x < placed.area.right() {
            sheet.text(Cell { y: row, x }, line, style);
        }
    }
}
