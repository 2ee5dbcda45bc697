//! What the room sees while a deck is shown: where one is and how long it has taken, the words of the step, and below them
//! the screen that it shows. On a stroll, one line above the app as it usually is.

use ratatui::layout::Rect;

use super::{poll, spotlight};
use crate::app::App;
use crate::app::action::Action;
use crate::app::deck::Stage;
use crate::app::hit::{Pane, Target};
use crate::app::workshop::showing::{Curtain, Mode, Notes, Showing};
use crate::domain::deck::Step;
use crate::ui::canvas::Canvas;
use crate::ui::look::{GlyphSet, Token};
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::text::{fit, width};
use crate::ui::{big, chrome, overlay};

/// Columns before the words, where there is room.
const INDENT: u16 = 2;
/// Wider lines are hard to read.
const WIDEST: u16 = 120;
/// A screen in fewer rows says nothing.
const LEAST: u16 = 6;
/// From this height on there is room to breathe.
const AIRY: u16 = 30;
/// From this height on the words are in big type too, if they are few.
const HALL: u16 = 60;

/// Draws it.
pub fn draw(app: &App, showing: &Showing, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(stage) = app.stage() else { return };
    if showing.curtain() == Curtain::Closed {
        return;
    }
    let head = Rect { height: 1, ..area };
    canvas.row(head, &title(app, showing, stage, area.width));
    match showing.mode() {
        Mode::Stroll => {
            canvas.hit(head, Target::Action(Action::Play));
            crate::ui::window(app, canvas, Rect { y: area.y + 1, height: area.height - 1, ..area });
        }
        Mode::Step => step(app, showing, stage, canvas, area),
    }
}

/// `3 / 9  From ward to board            04:10 of 20:00`.
fn title(app: &App, showing: &Showing, stage: &Stage, room: u16) -> Row {
    let deck = stage.deck();
    let (at, of) = (stage.at() + 1, deck.steps.len());
    let planned = deck.planned().map_or(String::new(), |minutes| {
        let seconds = u64::try_from(minutes.scaled_half_up(60, 1)).unwrap_or(0);
        format!(" of {}", clock(seconds))
    });
    let recorded = app.recording().map_or(String::new(), |recording| format!("● recording, {} · ", recording.steps()));
    let by_itself = app.steps_every().map_or(String::new(), |seconds| format!("▶ every {seconds} s · "));
    let time = format!("{by_itself}{recorded}{}{planned}", clock(showing.elapsed()));
    let free = usize::from(room).saturating_sub(width(&time) + 3);
    let row = match showing.mode() {
        Mode::Stroll => {
            let words = format!(" Strolling · F5 or 8 goes back to step {at} / {of} ");
            Row::text(Token::Tab, fit(&words, free))
        }
        Mode::Step => {
            let count = format!(" {at} / {of} ");
            let name = fit(&deck.title, free.saturating_sub(width(&count) + 1));
            Row::of(vec![piece(Token::Tab, count), piece(Token::Dim, format!(" {name}"))])
        }
    };
    row.right(Token::Dim, format!("{time} "))
}

/// Minutes and seconds, as `04:10`.
fn clock(seconds: u64) -> String {
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}

fn step(app: &App, showing: &Showing, stage: &Stage, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(step) = stage.step() else { return };
    chrome::bottom(app, canvas, Rect { y: area.bottom() - 1, height: 1, ..area });
    let middle = Rect { y: area.y + 1, height: area.height - 2, ..area };
    let indent = if area.width >= 76 { INDENT } else { 1 };
    let text = Rect { x: area.x + indent, width: area.width - 2 * indent, ..middle };
    let sheet = words(app, stage, step, text, canvas.look().glyph_set(), area.height);
    let airy = u16::from(area.height >= AIRY);
    let rows = u16::try_from(sheet.rows().len()).unwrap_or(u16::MAX).saturating_add(2 * airy).min(middle.height);
    canvas.hit(Rect { height: rows, ..middle }, Target::Action(Action::NextStep));
    for (y, row) in (text.y + airy..text.y + rows).zip(sheet.rows()) {
        canvas.row(Rect { y, height: 1, ..text }, row);
    }
    let below = Rect { y: middle.y + rows, height: middle.height - rows, ..middle };
    if below.height >= LEAST {
        spotlight::prepare(app, canvas);
        crate::ui::screen(app, canvas, below);
        spotlight::draw(app, canvas, below);
    }
    for layer in app.overlays().iter().filter(|_| !app.is_layer_of_step()) {
        overlay::draw(app, layer, canvas, middle);
    }
    if showing.notes() == Notes::Shown {
        notes(app, step, canvas, middle);
    }
}

/// The title in the largest type that has room, and the words below it.
fn words(app: &App, stage: &Stage, step: &Step, area: Rect, glyphs: GlyphSet, height: u16) -> Sheet {
    let columns = usize::from(area.width);
    let mut sheet = Sheet::new(area.width);
    let room = (columns, usize::from(height / 4));
    if let Some(rows) = big::fitted(&step.title, room, 2, glyphs) {
        add(&mut sheet, Token::Strong, rows);
        if height >= AIRY {
            sheet.row(Row::default());
        }
    } else {
        sheet.text(Token::Strong, &step.title);
        let longest = sheet.rows().iter().flat_map(|row| &row.pieces).map(|piece| width(&piece.text)).max();
        sheet.row(Row::text(Token::Strong, "═".repeat(longest.unwrap_or(0))));
    }
    let said: Vec<String> = step.words.iter().map(|wording| app.say(wording)).collect();
    if let Some(rows) = large(&said, columns, height, glyphs) {
        add(&mut sheet, Token::Text, rows);
    } else {
        let mut narrow = Sheet::new(area.width.min(WIDEST));
        for (at, paragraph) in said.iter().enumerate() {
            if at > 0 && height >= AIRY {
                narrow.gap();
            }
            narrow.text(Token::Text, paragraph);
        }
        narrow.rows().iter().for_each(|row| sheet.row(row.clone()));
    }
    if let Some(poll) = &step.poll {
        poll::tell(app, poll, &mut sheet, (columns, height), glyphs);
    }
    for missed in stage.missed() {
        sheet.hanging(&[piece(Token::Pending, "○ ")], Token::Dim, &format!("Not shown: {missed}."));
    }
    sheet
}

/// Rows of big type.
fn add(sheet: &mut Sheet, token: Token, rows: Vec<String>) {
    for row in rows {
        sheet.row(Row::text(token, row));
    }
}

/// The words in big type, where the hall is large and they are few.
fn large(said: &[String], columns: usize, height: u16, glyphs: GlyphSet) -> Option<Vec<String>> {
    if height < HALL {
        return None;
    }
    let room = usize::from(height / 3);
    let drawn: Option<Vec<Vec<String>>> =
        said.iter().map(|text| big::fitted(text, (columns, room), 4, glyphs)).collect();
    let rows: Vec<String> = drawn?.into_iter().flat_map(|rows| rows.into_iter().chain([String::new()])).collect();
    (rows.len() <= room).then_some(rows)
}

/// The notes and sources, over the lower half: whoever shows them lets the room read them too.
fn notes(app: &App, step: &Step, canvas: &mut Canvas<'_>, middle: Rect) {
    let height = (middle.height / 2).max(6).min(middle.height);
    let area = Rect { y: middle.bottom() - height, height, ..middle };
    canvas.clear(area);
    let inner = canvas.frame(area, "Notes · the room sees them too · n hides them", Pane::Overlay, Pane::Overlay);
    let mut sheet = Sheet::new(inner.width.min(WIDEST));
    for note in &step.notes {
        sheet.text(Token::Text, &app.say(note));
        sheet.gap();
    }
    for source in &step.sources {
        let words = format!("{}, {}, {}", source.title, source.dated(), source.url);
        sheet.hanging(&[piece(Token::Dim, "Source: ")], Token::Dim, &words);
    }
    if sheet.rows().is_empty() {
        sheet.text(Token::Dim, "There are no notes to this step.");
    }
    canvas.sheet(inner, &sheet, Pane::Overlay, 0);
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn the_clock_goes_on_after_an_hour() {
        assert_eq!([clock(0), clock(250), clock(3_599), clock(6_000)], ["00:00", "04:10", "59:59", "100:00"]);
    }
}
