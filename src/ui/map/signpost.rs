//! On the upper edge of the map's frame: where the arrow keys lead, in words, and behind it where one has been.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::map::signpost::{Finger, fingers};
use crate::layout::wrap::short;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::map::signs;
use crate::ui::text::{fit, width};

/// Between where one has been and where one went on to.
const THEN: &str = " › ";
/// Between one way and the next.
const OR: &str = " · ";
/// Fewer cells say nothing.
const LEAST: u16 = 12;
/// As many cells say where one can go before any are left to where one has been.
const ENOUGH: u16 = 90;
/// Spaces around where one has been, and a piece of the frame at either end.
const MARGINS: usize = 4;
/// More than these were long ago.
const LAST: usize = 4;

/// The corner, and what stands around the title of a frame: two spaces and perhaps a mark.
const AROUND: u16 = 4;

/// Draws both on a frame with this title.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, frame: Rect, title: &str) {
    let before = u16::try_from(width(title)).unwrap_or(u16::MAX).saturating_add(AROUND);
    if frame.height == 0 || frame.width <= before.saturating_add(LEAST) {
        return;
    }
    let mut row = Rect { x: frame.x + before, width: frame.width - before - 1, height: 1, ..frame };
    if let Some(choices) = app.map().choices(app.pack(), app.stance().moves) {
        let ways = Rect { width: row.width.saturating_sub(last_step(app)).max(row.width.min(ENOUGH)), ..row };
        let end = draw_fingers(&fingers(app.pack(), &choices), canvas, ways);
        row = Rect { x: end, width: row.right().saturating_sub(end), ..row };
    }
    draw_been(app, canvas, row);
}

/// The cells that the last step takes.
fn last_step(app: &App) -> u16 {
    let both = app.map().selected().into_iter().chain(app.map().been().take(1));
    let names = both.map(|role| width(short(&app.pack().role(role).title)));
    u16::try_from(names.sum::<usize>() + width(THEN) + MARGINS).unwrap_or(u16::MAX)
}

/// The last roles one has been on, as many as there is room for, on the right; nothing before the first step.
fn draw_been(app: &App, canvas: &mut Canvas<'_>, row: Rect) {
    let been = app.map().selected().into_iter().chain(app.map().been());
    let mut line = String::new();
    for (count, role) in been.take(LAST).enumerate() {
        let name = short(&app.pack().role(role).title);
        let longer = if count == 0 { name.to_owned() } else { format!("{name}{THEN}{line}") };
        if width(&longer) + MARGINS > usize::from(row.width) {
            break;
        }
        line = longer;
    }
    if line.contains(THEN) {
        let line = format!(" {line} ");
        let x = row.right() - 1 - u16::try_from(width(&line)).unwrap_or(0);
        over(canvas, row, x, &line, Token::Dim);
    }
}

/// As many of the ways as there is room for, the most important first; the first is cut if it must be. Gives back the
/// column after them.
fn draw_fingers(fingers: &[Finger], canvas: &mut Canvas<'_>, row: Rect) -> u16 {
    let glyphs = canvas.look().glyph_set();
    let mut x = row.x;
    for (count, finger) in fingers.iter().enumerate() {
        let arrow = finger.heading.map(|heading| format!("{} ", signs::walk(glyphs, heading))).unwrap_or_default();
        let before = if count == 0 { " " } else { OR };
        let room = usize::from(row.right().saturating_sub(x)).saturating_sub(width(before) + width(&arrow) + 1);
        if count > 0 && width(&finger.words) > room {
            break;
        }
        for (text, token) in [(before, Token::Dim), (&arrow, Token::Key), (&fit(&finger.words, room), Token::Text)] {
            x = over(canvas, row, x, text, token);
        }
    }
    over(canvas, row, x, " ", Token::Dim)
}

/// Writes over the frame, with nothing left of its style. Gives back the column after it.
fn over(canvas: &mut Canvas<'_>, row: Rect, x: u16, text: &str, token: Token) -> u16 {
    let cells = Rect { x, width: u16::try_from(width(text)).unwrap_or(0), ..row };
    canvas.clear(cells.intersection(row));
    canvas.put(row, x, row.y, text, token)
}
