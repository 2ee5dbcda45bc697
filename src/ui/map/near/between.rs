//! The slips before the selected role's box: what it asks for, and its posts.

use ratatui::layout::Rect;

use crate::app::hit::Target;
use crate::app::map::Between;
use crate::app::map::legend::Part;
use crate::layout::joint::{Class, Stroke};
use crate::layout::near::between::PlacedSlip;
use crate::layout::slips::{Line, Standing};
use crate::layout::viewport::Viewport;
use crate::layout::{Area, Cell, Picture, wrap};
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::map::Sight;
use crate::ui::map::sheet::Sheet;
use crate::ui::map::signs::{self, Mark};
use crate::ui::standing;

/// Draws every slip. Between the words of its first row and its line runs a piece of that line.
pub fn draw(picture: &Picture, sheet: &mut Sheet<'_, '_>) {
    for slip in &picture.layout.slips {
        for (y, line) in (slip.area.y..).zip(&slip.rows) {
            draw_row(sheet, slip, y, line);
        }
        let Some(first) = slip.rows.first() else { continue };
        let across = signs::signs_of(Stroke::aside(Class::Asked)).across;
        let across = signs::chosen(sheet.canvas().look().glyph_set(), across);
        let style = sheet.canvas().look().style(Token::Dim);
        let end = slip.area.x + first.lead() + wrap::width(&first.text);
        for x in end.saturating_add(1)..slip.area.right() {
            sheet.sign(Cell { y: slip.area.y, x }, across, style);
        }
    }
}

/// Says in the row of the levels what stands in the band, if their titles leave room for that.
pub fn draw_head(sight: &Sight<'_>, picture: &Picture, view: Viewport, row: Rect, canvas: &mut Canvas<'_>) {
    let head = match sight.marks.between {
        Between::Nothing => return,
        Between::Training => "Asked for",
        Between::Posts => "Posts",
        Between::Both => "Asked for, posts",
    };
    let x = picture.layout.slips.first().and_then(|slip| slip.area.x.checked_sub(view.x));
    let Some(x) = x.map(|x| row.x + x).filter(|&x| x + wrap::width(head) < row.right()) else { return };
    let mut around = x.saturating_sub(1).max(row.x)..=x + wrap::width(head);
    if around.all(|x| canvas.buffer()[(x, row.y)].symbol() == " ") {
        canvas.put(row, x, row.y, head, Token::Dim);
    }
}

fn draw_row(sheet: &mut Sheet<'_, '_>, slip: &PlacedSlip, y: u16, line: &Line) {
    let look = sheet.canvas().look();
    let glyphs = look.glyph_set();
    let at = |indent: u16| Cell { y, x: slip.area.x + indent };
    if let Some(told) = line.standing {
        let (sign, token) = match told {
            Standing::Challenged => (signs::mark(glyphs, Mark::Challenged), Token::Challenged),
            other => {
                let (sign, token, _) = standing::told(other);
                (sign, token)
            }
        };
        let style = look.style(token);
        sheet.sign(at(line.indent()), sign, style);
    }
    let look = sheet.canvas().look();
    let text = look.style(if line.training.is_some() { Token::Text } else { Token::Dim });
    if let Some(gate) = line.gate {
        sheet.sign(at(line.lead() - 2), signs::mark(glyphs, Mark::Gate(gate)), text);
    }
    sheet.text(at(line.lead()), &line.text, text);
    if let Some(training) = line.training {
        let area = Area { y, height: 1, ..slip.area };
        sheet.hit(area, Target::Training(training));
    }
}

/// What is to be said when something was asked for and does not stand there.
pub fn untold(sight: &Sight<'_>, picture: &Picture) -> Option<Part> {
    let between = sight.marks.between;
    let part = |full: String, brief: &str| Some(Part { full, brief: brief.to_owned() });
    if between == Between::Nothing || !picture.layout.slips.is_empty() {
        None
    } else if sight.marks.slips.is_empty() {
        let none = match between {
            Between::Posts => "this role has no posts",
            Between::Nothing | Between::Training => "this role asks for no training",
            Between::Both => "this role asks for no training and has no posts",
        };
        part(none.to_owned(), none)
    } else {
        part(format!("no room for {between} between the columns: see the pane (Tab)"), "no room: see the pane (Tab)")
    }
}
