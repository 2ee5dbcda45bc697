//! A poll as the room sees it: the question, three answers with their letters, and the hands once they are counted.

use crate::app::App;
use crate::domain::deck::{Poll, Tally};
use crate::domain::words::count;
use crate::ui::big;
use crate::ui::look::{GlyphSet, Token};
use crate::ui::sheet::{Row, Sheet, piece};

/// By what the answers are called.
pub const LETTERS: [char; 3] = ['A', 'B', 'C'];
/// From this height of the window on the answers are in big type.
const BIG: u16 = 34;
/// From this height on they are bigger still, and the question is in big type too.
const HALL: u16 = 60;
/// Columns of the bar of all hands.
const BAR: u64 = 30;

/// Writes the poll into a sheet of the words of the room.
pub fn tell(app: &App, poll: &Poll, sheet: &mut Sheet, (columns, height): (usize, u16), glyphs: GlyphSet) {
    sheet.gap();
    let question = app.say(&poll.question);
    let large = big::fitted(&question, (columns, big::Size::Wide.rows()), 1, glyphs).filter(|_| height >= HALL);
    let rows = large.map(|rows| rows.into_iter().map(|row| Row::text(Token::Strong, row)));
    match rows {
        Some(rows) => rows.for_each(|row| sheet.row(row)),
        None => sheet.text(Token::Strong, &question),
    }
    sheet.gap();
    let tally = app.last_tally();
    let answers = poll.answers.each_ref().map(|answer| app.say(answer));
    let called: Vec<String> = (0..3).map(|at| format!("{}: {}", LETTERS[at], answers[at])).collect();
    let rows = if height >= HALL { big::Size::Tall.rows() } else { big::Size::Narrow.rows() };
    let drawn = big::alike(&called, (columns, rows), glyphs);
    for at in 0..3 {
        match drawn.as_ref().filter(|_| height >= BIG) {
            Some(drawn) => drawn[at].iter().for_each(|row| sheet.row(Row::text(Token::Key, row.clone()))),
            None => sheet.hanging(&[piece(Token::Key, format!("{}: ", LETTERS[at]))], Token::Strong, &answers[at]),
        }
        if let Some(tally) = tally {
            sheet.row(hands(tally, at));
        }
    }
    sheet.gap();
    sheet.text(
        Token::Dim,
        match tally {
            Some(_) => "c counts anew: each count is kept with its time",
            None => "c counts the hands",
        },
    );
}

/// How many hands an answer has, and how many of all that is.
fn hands(tally: &Tally, at: usize) -> Row {
    let (hands, all) = (u64::from(tally.counts[at]), tally.all());
    let bar = (hands * BAR).checked_div(all).unwrap_or(0);
    let percent = (hands * 100 + all / 2).checked_div(all).unwrap_or(0);
    let full = "█".repeat(usize::try_from(bar).unwrap_or(0));
    Row::of(vec![
        piece(Token::Text, "   "),
        piece(Token::Bar, full),
        piece(Token::Strong, format!(" {}", count(hands, "hand"))),
        piece(Token::Dim, format!(", {percent}%")),
    ])
}
