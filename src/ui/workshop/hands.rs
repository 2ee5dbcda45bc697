//! The layer in which the hands of the room are typed.

use ratatui::layout::Rect;

use super::poll::LETTERS;
use crate::app::App;
use crate::app::workshop::hands::Hands;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::overlay::{field, window};
use crate::ui::sheet::{Row, Sheet};
use crate::ui::text::fit;

/// Draws it.
pub fn draw(app: &App, hands: &Hands, canvas: &mut Canvas<'_>, body: Rect) {
    let Some(poll) = app.poll() else { return };
    let width = body.width.min(76);
    let mut question = Sheet::new(width.saturating_sub(2));
    question.text(Token::Strong, &app.say(&poll.question));
    let rows = u16::try_from(question.rows().len()).unwrap_or(1);
    let inner = window(canvas, body, (width, rows + 8), "How many hands?");
    let line = |row: u16| Rect { y: inner.y + row, height: 1, ..inner }.intersection(inner);
    for (row, told) in (0..).zip(question.rows()) {
        canvas.row(line(row), told);
    }
    for ((at, answer), typed) in poll.answers.iter().enumerate().zip(&hands.counts) {
        let words = app.say(answer);
        let row = line(rows + 1 + u16::try_from(at).unwrap_or(0));
        let room = usize::from(inner.width).saturating_sub(16);
        let label = format!("{} {}  {}: ", if at == hands.at { "▸" } else { " " }, LETTERS[at], fit(&words, room));
        if at == hands.at {
            field(canvas, row, &label, typed);
        } else {
            canvas.row(row, &Row::text(Token::Text, format!("{label}{}", typed.text())));
        }
    }
    canvas.row(line(rows + 5), &Row::text(Token::Dim, "Enter goes on and notes them at the last; ↑ ↓ another answer"));
}
