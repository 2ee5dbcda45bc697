//! The legend: every sign of the map as it is drawn here, and what it means.

use ratatui::layout::Rect;

use super::window;
use crate::app::App;
use crate::app::hit::Pane;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::map::legend::sections;
use crate::ui::sheet::{Sheet, piece};
use crate::ui::text::width;

/// Columns of the signs.
const SIGNS: usize = 12;

/// Draws the legend.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let inner = window(canvas, body, (84, body.height), "Legend of the map");
    let mut sheet = Sheet::new(inner.width);
    for section in sections(canvas.look().glyph_set()) {
        sheet.heading(section.title);
        for entry in section.entries {
            let gap = " ".repeat(SIGNS.saturating_sub(width(&entry.sign)).max(1));
            let lead = [piece(entry.token, entry.sign), piece(Token::Text, gap)];
            sheet.hanging(&lead, Token::Text, entry.meaning);
        }
    }
    canvas.sheet(inner, &sheet, Pane::Overlay, app.scrolled(Pane::Overlay));
}
