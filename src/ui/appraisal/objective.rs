//! All about the selected objective.

use crate::app::App;
use crate::app::appraisal::words;
use crate::app::change::capital;
use crate::app::story::day;
use crate::domain::plan::{next, schedule};
use crate::ui::look::Token;
use crate::ui::sheet::{Sheet, piece};

/// Columns of the words before a fact.
const LABEL: usize = 11;

/// Writes about the objective at a place.
pub fn write(app: &App, sheet: &mut Sheet, at: usize) {
    let Some(objective) = app.objectives().get(at) else { return };
    sheet.text(Token::Strong, &objective.what);
    sheet.gap();
    let mut fact = |label: &str, token: Token, text: &str| {
        sheet.hanging(&[piece(Token::Dim, format!("{label:<LABEL$}"))], token, text);
    };
    let due = words::due(objective, app.today());
    let token = if objective.is_overdue(app.today()) { Token::Bad } else { Token::Text };
    let when = if due.is_empty() { "no day is set".to_owned() } else { capital(&due) };
    fact("When", token, &when);
    match objective.step.as_ref().map(|step| step.find(app.plans())) {
        None => fact("Plan", Token::Text, "for no step of a plan"),
        Some(None) => fact("Plan", Token::Assumed, "for a step that is in none of your plans any more"),
        Some(Some((plan, item))) => {
            let title = next::title(plan, item).unwrap_or_default();
            fact("Plan", Token::Route, title);
            let slot = schedule(plan, app.today()).slot(item);
            fact("", Token::Dim, &slot.map_or(plan.title.clone(), |slot| format!("{} · {}", day(slot.to), plan.title)));
        }
    }
    sheet.gap();
    if app.shows_latest_appraisal() {
        sheet.text(Token::Dim, "Space: done today, or open again. e changes it, X removes it.");
    }
}

/// What an objective is, for the place of a new one.
pub fn hint(sheet: &mut Sheet) {
    sheet.text(
        Token::Text,
        "An objective is something you mean to do until the next appraisal: in a few words, by a day if you like, and for \
         a step of your plan if it serves one. Enter or o writes one down.",
    );
}
