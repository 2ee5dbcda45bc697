//! The map.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::look::Token;
use crate::app::App;

/// Draws the map into `area` (inside its frame).
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    for (row, role) in (area.top()..area.bottom()).zip(app.pack().role_ids()) {
        let token = if app.map().selected() == Some(role) { Token::Selected } else { Token::Text };
        canvas.put(area, area.x, row, &app.pack().role(role).title, token);
    }
}
