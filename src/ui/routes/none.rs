//! What stands in place of a route when there is none, and in place of the list what would open one.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::change::under;
use crate::app::desk::Knowledge;
use crate::app::hit::{Pane, Target};
use crate::app::openings;
use crate::domain::planner::{Answer, Blocked, Opening};
use crate::ui::canvas::{Canvas, Listing};
use crate::ui::look::Token;
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::text::wrap;

/// Says why there is no route to show, and what would open one.
pub fn write(app: &App, sheet: &mut Sheet) {
    let stance = app.stance();
    match app.answer() {
        Knowledge::NothingAsked => {
            if stance.me.is_none() {
                sheet.text(Token::Strong, "Who are you?");
                sheet.text(Token::Text, "Press s and find the role you hold, or w to be one of the ready-made people.");
                sheet.gap();
            }
            if stance.target.is_none() {
                sheet.text(Token::Strong, "Where would you like to get to?");
                sheet.text(Token::Text, "Press t and find the role you want, or t on any role of the map.");
            }
        }
        Knowledge::Waiting => sheet.text(Token::Dim, "Working out the routes"),
        Knowledge::Known(answer) => blocked(app, sheet, answer),
    }
}

fn blocked(app: &App, sheet: &mut Sheet, answer: &Answer) {
    let pack = app.pack();
    let course = app.course_words().map_or_else(String::new, |words| format!(" {words}"));
    sheet.text(Token::Bad, &format!("✗ There is no way{course} {}.", under(app.stance().ruleset)));
    if !course.is_empty() {
        sheet.text(Token::Text, "Press a for all ways.");
    }
    sheet.gap();
    match &answer.blocked {
        Some(Blocked::Unreachable) => {
            sheet.text(Token::Text, "No chain of moves leads there, whatever you hold.");
        }
        Some(Blocked::Requirements(missing)) => {
            sheet.text(Token::Text, "Moves lead there, but something is asked for that you cannot get on the way:");
            for fact in missing {
                let title = &pack.training(*fact).title;
                sheet.hanging_to(&[piece(Token::Bad, "✗ ")], Token::Text, title, Some(Target::Training(*fact)));
            }
        }
        None => sheet.text(Token::Dim, "Nothing more is known."),
    }
    sheet.heading("What would open one");
    match app.desk().openings(app.stance()) {
        Knowledge::Known([]) => {
            let words = "No single change does. Try another target (t), or look on the map (1) at what leads there.";
            sheet.text(Token::Text, words);
        }
        Knowledge::Known(found) => {
            for opening in found {
                sheet.hanging(&[piece(Token::Good, "→ ")], Token::Text, &openings::words(pack, opening));
            }
            sheet.gap();
            sheet.text(Token::Dim, "Select one in the list and press Enter to try it out; u takes it back.");
        }
        Knowledge::Waiting | Knowledge::NothingAsked => sheet.text(Token::Dim, "Working it out"),
    }
}

/// In place of the list of routes: the changes that would open one, to be tried out.
pub fn list(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let found = app.openings();
    if app.answer() == Knowledge::NothingAsked {
        canvas.row(area, &Row::text(Token::Dim, "  The ways stand here once you have said from where"));
        let next = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        return canvas.row(next, &Row::text(Token::Dim, "  and where to."));
    }
    if found.is_empty() {
        return;
    }
    let head = Rect { height: 1, ..area };
    canvas.row(head, &Row::text(Token::Dim, "  No way as it is. Enter tries out a change:"));
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let room = usize::from(below.width).saturating_sub(2);
    let mut rows = Vec::new();
    let mut selected = None;
    for (line, opening) in found.iter().enumerate() {
        if line == app.chosen_opening() {
            selected = Some(rows.len());
        }
        rows.extend(opening_rows(app, opening, room).into_iter().map(|row| row.target(Target::RouteRow(line))));
    }
    let listing = Listing { pane: Pane::Routes, selected, offset: app.scrolled(Pane::Routes) };
    canvas.list(below, &rows, listing);
}

fn opening_rows(app: &App, opening: &Opening, room: usize) -> Vec<Row> {
    let change = openings::change(app.pack(), &opening.change);
    let mut rows: Vec<Row> = wrap(&change, room).into_iter().map(|line| Row::text(Token::Text, line)).collect();
    rows.push(Row::text(Token::Text, format!("  {}", openings::fastest(opening))));
    rows
}
