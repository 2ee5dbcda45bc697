//! What a deck tells: what it is about, its steps, what rooms have answered; or what is wrong with it.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::hit::Pane;
use crate::app::story::day;
use crate::app::workshop::{Origin, Shelved};
use crate::domain::deck::{Deck, PollLog};
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::sheet::{Sheet, piece};
use crate::ui::text::column;

/// So many counts of a room are told, the newest.
const TOLD: usize = 6;

/// Draws the pane about the selected deck.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(shelved) = app.chosen_deck() else {
        canvas.frame(area, "", Pane::Deck, app.focus());
        return;
    };
    let title = match (&shelved.deck, &shelved.origin) {
        (Ok(deck), _) => deck.title.as_str(),
        (Err(_), Origin::Own(file)) => file.as_str(),
        (Err(_), Origin::Pack) => "",
    };
    let inner = canvas.frame(area, title, Pane::Deck, app.focus());
    let mut sheet = Sheet::new(inner.width);
    match &shelved.deck {
        Ok(deck) => told(app, deck, shelved, &mut sheet),
        Err(faults) => {
            sheet.text(Token::Text, "This file of yours cannot be shown until it is put right:");
            sheet.gap();
            for fault in faults {
                sheet.hanging(&[piece(Token::Bad, "✗ ")], Token::Text, fault);
            }
        }
    }
    for why in app.faulty_logs() {
        sheet.gap();
        sheet.hanging(&[piece(Token::Bad, "✗ ")], Token::Text, &format!("Counts that cannot be read: {why}"));
    }
    canvas.sheet(inner, &sheet, Pane::Deck, app.scrolled(Pane::Deck));
}

fn told(app: &App, deck: &Deck, shelved: &Shelved, sheet: &mut Sheet) {
    if !deck.about.is_empty() {
        sheet.text(Token::Text, &deck.about);
        sheet.gap();
    }
    let whose = match &shelved.origin {
        Origin::Pack => "Comes with the pack".to_owned(),
        Origin::Own(file) if file.is_empty() => "Your own, not saved".to_owned(),
        Origin::Own(file) => format!("Your own, decks/{file}"),
    };
    sheet.text(Token::Dim, &whose);
    sheet.heading("Steps");
    let digits = deck.steps.len().to_string().len();
    for (at, step) in deck.steps.iter().enumerate() {
        let minutes = step.minutes.map_or(String::new(), |minutes| format!(" · {minutes} min"));
        let poll = if step.poll.is_some() { " · asks the room" } else { "" };
        let lead = [piece(Token::Dim, format!("{:>digits$}  ", at + 1))];
        sheet.hanging(&lead, Token::Text, &format!("{}{minutes}{poll}", step.title));
    }
    if let Some(log) = app.poll_log(&deck.slug) {
        answers(log, sheet);
    }
    sheet.heading("To show it");
    for (keys, words) in [
        ("Enter", "plays it; → and ← step, as clickers do"),
        ("any other key", "is a stroll; F5 or 8 goes back to the step"),
        ("on the way", "b blanks the screen, n shows the notes, Esc ends"),
    ] {
        sheet.hanging(&[piece(Token::Key, column(keys, 15))], Token::Dim, words);
    }
    let command = format!("fingerpost deck export {} --as html", deck.slug);
    sheet.hanging(&[piece(Token::Dim, column("for the absent", 15))], Token::Dim, &command);
}

/// What rooms answered, the newest first.
fn answers(log: &PollLog, sheet: &mut Sheet) {
    if log.tallies.is_empty() {
        return;
    }
    sheet.heading("What rooms answered");
    for tally in log.tallies.iter().rev().take(TOLD) {
        let when = format!("{}, {}: {}", day(tally.at.date()), tally.at.strftime("%H:%M"), tally.question);
        sheet.text(Token::Text, &when);
        for (answer, count) in tally.answers.iter().zip(tally.counts) {
            sheet.hanging(&[piece(Token::Strong, format!("{count:>6}  "))], Token::Dim, answer);
        }
    }
    if log.tallies.len() > TOLD {
        sheet.text(Token::Dim, &format!("and {} more in its log", log.tallies.len() - TOLD));
    }
}
