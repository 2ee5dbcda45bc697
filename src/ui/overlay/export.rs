//! The export: what, in which format, into which folder, under which name.

use ratatui::layout::Rect;

use super::{field, window};
use crate::app::action::Action;
use crate::app::change::capital;
use crate::app::export::{Dialog, Format, Part, Standing};
use crate::app::field::Field;
use crate::app::hit::{Pane, Target};
use crate::ui::canvas::{Canvas, Listing};
use crate::ui::look::Token;
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::text::{column, fit, width};

/// Columns of the names of the lines.
const LABEL: usize = 8;
/// Columns of the names of formats.
const NAME: usize = 10;
/// Rows of what is said below the fields.
const SAID: u16 = 3;

/// Draws the dialog.
pub fn draw(dialog: &Dialog, canvas: &mut Canvas<'_>, body: Rect) {
    let formats = u16::try_from(Format::ALL.len()).unwrap_or(u16::MAX);
    let inner = window(canvas, body, (86, formats + SAID + 8), "Export");
    // Where there is no room for air, there is none.
    let air = u16::from(inner.height >= formats + SAID + 6);
    let line = |y: u16| Rect { y: inner.y + y, height: 1, ..inner }.intersection(inner);
    let below = inner.height.saturating_sub(SAID + 2 + air);
    what(dialog, canvas, line(0));
    let list = Rect { y: inner.y + 1 + air, height: below.saturating_sub(1 + air).min(formats), ..inner };
    draw_formats(dialog, canvas, list.intersection(inner));
    draw_field(canvas, line(below), ("Folder", 1), (&dialog.folder, dialog.part == Part::Folder));
    draw_field(canvas, line(below + 1), ("Name", 2), (&dialog.name, dialog.part == Part::Name));
    let said = Rect { y: inner.y + below + 2 + air, height: SAID, ..inner }.intersection(inner);
    draw_standing(dialog, canvas, said);
}

/// The line of a field, counted from the one that says what is exported.
fn row_of(field: usize) -> Target {
    Target::OverlayRow(Format::ALL.len() + field)
}

fn label(name: &str, has_keys: bool) -> String {
    let mark = if has_keys { "▸ " } else { "  " };
    format!("{mark}{}", column(name, LABEL))
}

fn what(dialog: &Dialog, canvas: &mut Canvas<'_>, area: Rect) {
    let has_keys = dialog.part == Part::What;
    let title = &dialog.choices[dialog.chosen()].1;
    let count = dialog.choices.len();
    let place = if count > 1 { format!("{} of {count}, ← →", dialog.chosen() + 1) } else { String::new() };
    let room = usize::from(area.width).saturating_sub(LABEL + 3 + width(&place));
    let pieces = vec![piece(Token::Dim, label("Of", has_keys)), piece(Token::Strong, fit(title, room))];
    canvas.row(area, &Row::of(pieces).right(Token::Dim, place).target(row_of(0)));
}

fn draw_formats(dialog: &Dialog, canvas: &mut Canvas<'_>, area: Rect) {
    let row = |(line, format): (usize, &Format)| {
        let name = column(format.name(), NAME);
        let pieces = match dialog.lacks(*format) {
            None => vec![piece(Token::Text, name), piece(Token::Dim, format.good_for())],
            Some(why) => vec![piece(Token::Dim, name), piece(Token::Dim, format!("✗ {why}"))],
        };
        Row::of(pieces).target(Target::OverlayRow(line))
    };
    let rows: Vec<Row> = Format::ALL.iter().enumerate().map(row).collect();
    let selected = Format::ALL.iter().position(|format| *format == dialog.format);
    canvas.list(area, &rows, Listing { pane: Pane::Overlay, selected, offset: 0 });
}

fn draw_field(canvas: &mut Canvas<'_>, area: Rect, (name, at): (&str, usize), (typed, has_keys): (&Field, bool)) {
    if area.is_empty() {
        return;
    }
    let label = label(name, has_keys);
    if has_keys {
        field(canvas, area, &label, typed);
    } else {
        let x = canvas.put(area, area.x, area.y, &label, Token::Dim);
        let room = usize::from(area.right().saturating_sub(x));
        canvas.put(area, x, area.y, &ending(typed.text(), room), Token::Text);
    }
    canvas.hit(area, row_of(at));
}

/// The end of a text that is too long: of a path it says the most.
fn ending(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut kept: Vec<char> = Vec::new();
    let mut used = 1;
    for c in text.chars().rev() {
        used += width(c.encode_utf8(&mut [0; 4]));
        if used > room {
            break;
        }
        kept.push(c);
    }
    let kept: String = kept.into_iter().rev().collect();
    format!("…{kept}")
}

fn draw_standing(dialog: &Dialog, canvas: &mut Canvas<'_>, area: Rect) {
    let mut sheet = Sheet::new(area.width);
    let lacking = dialog.lacks(dialog.format);
    match (&dialog.standing, lacking) {
        (Standing::Asking, None) => {
            key(&mut sheet, "Enter", "writes the file", Action::Open);
            sheet.text(Token::Dim, "↑ ↓ another format · Tab to the folder, the name, and what it is of");
        }
        (Standing::Asking, Some(why)) => sheet.text(Token::Notice, &format!("There is none of this: {why}")),
        (Standing::Writing, _) => sheet.text(Token::Text, "Writing …"),
        (Standing::Taken { name, free }, _) => {
            sheet.text(Token::Notice, &format!("{name} is there already."));
            key(&mut sheet, "Enter", &format!("keeps it and writes {free}"), Action::Open);
            key(&mut sheet, "Ctrl-O", "writes over it", Action::WriteOver);
        }
        (Standing::Refused(why), _) => sheet.text(Token::Bad, &format!("✗ {}", capital(why))),
    }
    for (y, row) in (area.top()..area.bottom()).zip(sheet.rows()) {
        canvas.row(Rect { y, height: 1, ..area }, row);
    }
}

/// A line with a key that can be clicked.
fn key(sheet: &mut Sheet, key: &str, words: &str, action: Action) {
    let pieces = vec![piece(Token::Key, format!("{key} ")), piece(Token::Text, words)];
    sheet.row(Row::of(pieces).target(Target::Action(action)));
}
