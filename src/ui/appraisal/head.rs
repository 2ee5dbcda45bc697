//! What stands above the competencies: which appraisal this is, against which stages, when the next one is due, the
//! priorities, and what to do where something is missing.

use crate::app::App;
use crate::app::appraisal::words;
use crate::domain::appraisal::{Ground, MOST_PRIORITIES};
use crate::domain::provenance::Basis;
use crate::ui::look::Token;
use crate::ui::role::resting;
use crate::ui::sheet::{Sheet, piece};

/// Columns of the words before a fact.
const LABEL: usize = 11;

fn fact(sheet: &mut Sheet, label: &str, token: Token, text: &str) {
    sheet.hanging(&[piece(Token::Dim, format!("{label:<LABEL$}"))], token, text);
}

/// Writes the head.
pub fn write(app: &App, sheet: &mut Sheet) {
    if app.framework().is_empty() {
        sheet.text(
            Token::Text,
            "This pack brings no competencies, so there is nothing to rate. The pack of England has them; a pack of \
             your own takes them from a table framework.csv.",
        );
        return;
    }
    rated(app, sheet);
    let token = if app.aims_at().stage().is_some() { Token::Target } else { Token::Text };
    fact(sheet, "Aim", token, &app.aim_words());
    if let (Some(words), Some(next)) = (app.next_appraisal_day(), app.next_appraisal()) {
        let basis = match next.ground {
            Ground::Cycle(cycle) => resting(cycle.provenance.basis),
            Ground::Assumed => resting(Basis::Assumed),
        };
        fact(sheet, "Next", Token::Text, &format!("{words} ({basis})"));
    }
    priorities(app, sheet);
    sheet.text(Token::Dim, words::PRIVATE);
    unknown(app, sheet);
}

fn rated(app: &App, sheet: &mut Sheet) {
    let Some((stage, whose)) = app.rated_stage() else {
        let words = "Say who you are first: s finds your role, w shows ready-made people. Then r rates.";
        return sheet.text(Token::Notice, words);
    };
    let competencies = app.framework().competencies();
    let is_rated = |id| app.shown_appraisal().is_some_and(|appraisal| appraisal.rating(id).is_some());
    let (rated, all) = competencies.fold((0, 0), |(rated, all), one| (rated + usize::from(is_rated(&one.id)), all + 1));
    fact(sheet, "Rated", Token::Text, &format!("{rated} of {all}, against {}, {whose}", words::stage(stage)));
    match app.shown_appraisal() {
        None => fact(sheet, "", Token::Notice, "r rates the first one, and an appraisal of today begins"),
        Some(_) if !app.shows_latest_appraisal() => {
            fact(sheet, "", Token::Notice, "An earlier appraisal, to be read only; v goes to another one");
        }
        Some(_) => {}
    }
}

fn priorities(app: &App, sheet: &mut Sheet) {
    let Some(appraisal) = app.shown_appraisal() else { return };
    let titles: Vec<&str> = appraisal.priorities.iter().map(|id| app.framework().title(id)).collect();
    if titles.is_empty() {
        let words = format!("none yet: m marks one to {MOST_PRIORITIES}");
        return fact(sheet, "Priorities", Token::Dim, &words);
    }
    for (at, title) in titles.into_iter().enumerate() {
        let label = if at == 0 { "Priorities" } else { "" };
        let lead = [piece(Token::Dim, format!("{label:<LABEL$}")), piece(Token::Route, "★ ")];
        sheet.hanging(&lead, Token::Text, title);
    }
}

/// What is rated here and not in this pack's Framework.
fn unknown(app: &App, sheet: &mut Sheet) {
    let unknown = app.shown_appraisal().map_or(Vec::new(), |appraisal| appraisal.unknown_to(app.framework()));
    if !unknown.is_empty() {
        let ids = unknown.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ");
        sheet.hanging(&[piece(Token::Assumed, "? ")], Token::Dim, &format!("Kept, and not in this pack: {ids}"));
    }
}
