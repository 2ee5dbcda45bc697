//! Help: the table of actions, by what they are for, with those that can be done here first.

use ratatui::layout::Rect;

use super::window;
use crate::app::App;
use crate::app::action::Category;
use crate::app::hit::Pane;
use crate::app::keymap::spoken;
use crate::app::table::{Place, ROWS};
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::sheet::{Sheet, piece};
use crate::ui::text::column;

/// Columns of the keys.
const KEYS: usize = 22;

/// Draws help for the screen below.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let title =
        if app.is_at_step() { "Help · showing a deck".to_owned() } else { format!("Help · {}", app.screen()) };
    let inner = window(canvas, body, (84, body.height), &title);
    let mut sheet = Sheet::new(inner.width);
    let place = match app.place_below() {
        Place::Plans => Place::Plan,
        Place::England => Place::Posts,
        place => place,
    };
    for category in Category::ALL {
        sheet.heading(category.to_string());
        for row in ROWS.iter().filter(|row| row.category == category) {
            let keys: Vec<String> = row.keys_at(place).map(spoken).collect();
            if !keys.is_empty() {
                let lead = [piece(Token::Key, format!("{} ", column(&keys.join("  "), KEYS)))];
                sheet.hanging(&lead, Token::Text, &format!("{}. {}", row.title, row.help));
            }
        }
    }
    sheet.heading("Marks");
    for (token, mark, words) in MARKS {
        sheet.hanging(&[piece(token, column(mark, KEYS + 1))], Token::Text, words);
    }
    sheet.heading("The mouse");
    sheet.text(Token::Text,
        "Click what you mean, and click twice to open it; the wheel scrolls, with Shift sideways, with Control nearer and \
         farther. Drag the map to move it. Rest on a cut title to read all of it. Hold Shift to select text as in any \
         terminal.",
    );
    canvas.sheet(inner, &sheet, Pane::Overlay, app.scrolled(Pane::Overlay));
}

const MARKS: [(Token, &str, &str); 10] = [
    (Token::Good, "✓", "met, or running"),
    (Token::Bad, "✗", "not met, or not to be had"),
    (Token::Pending, "○", "on appointment, or not there yet"),
    (Token::Challenged, "◆", "a post in a challenged organisation"),
    (Token::Bar, "▇ █", "time: a bar is as long as its part of the whole, or of the longest"),
    (Token::Study, "▒", "study, in the same way"),
    (Token::Route, "★", "on the chosen route"),
    (Token::Assumed, "?", "no source says"),
    (Token::Assumed, "~", "assumed, as for others of its kind"),
    (Token::Strong, "●", "in the list of ways: marked to be compared"),
];
