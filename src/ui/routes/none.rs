//! What stands in place of a route when there is none.

use crate::app::App;
use crate::app::desk::Knowledge;
use crate::app::hit::Target;
use crate::app::openings;
use crate::domain::planner::{Answer, Blocked};
use crate::ui::look::Token;
use crate::ui::sheet::{Sheet, piece};

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
    sheet.text(Token::Bad, &format!("✗ There is no way, {}.", app.stance().ruleset));
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
        Knowledge::Known([]) => sheet.text(Token::Text, "No single change does."),
        Knowledge::Known(found) => {
            for opening in found {
                sheet.hanging(&[piece(Token::Good, "→ ")], Token::Text, &openings::words(pack, opening));
            }
        }
        Knowledge::Waiting | Knowledge::NothingAsked => sheet.text(Token::Dim, "Working it out"),
    }
}
