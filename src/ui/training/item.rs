//! The pane about a training item.

use std::collections::BTreeMap;

use ratatui::layout::Rect;

use super::standing;
use crate::app::App;
use crate::app::change::under;
use crate::app::hit::{Pane, Target};
use crate::app::training::who_asks;
use crate::domain::Pack;
use crate::domain::expression::Expression;
use crate::domain::id::{RoleId, TrainingId};
use crate::domain::provenance::Basis;
use crate::domain::quantity::{Pounds, Weeks};
use crate::domain::requirement::Force;
use crate::domain::training::{Obtain, Training};
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::role::resting;
use crate::ui::sheet::{Row, Sheet, piece};

/// Columns of the words before a fact.
const LABEL: usize = 11;
/// Prerequisites of prerequisites are shown so far down.
const DEEPEST: usize = 5;

/// Draws the pane about the selected item.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, selected: Option<TrainingId>) {
    let title = selected.map_or("Nothing selected", |id| app.pack().training(id).title.as_str());
    let inner = canvas.frame(area, title, Pane::TrainingItem, app.focus());
    let mut sheet = Sheet::new(inner.width);
    if let Some(id) = selected {
        facts(app.pack(), &mut sheet, app.pack().training(id));
        prerequisites(app, &mut sheet, id);
        asked_by(app, &mut sheet, id);
        source(app.pack().training(id), &mut sheet);
    }
    canvas.sheet(inner, &sheet, Pane::TrainingItem, app.scrolled(Pane::TrainingItem));
}

fn fact(sheet: &mut Sheet, label: &str, token: Token, text: &str) {
    sheet.hanging(&[piece(Token::Dim, format!("{label:<LABEL$}"))], token, text);
}

fn facts(pack: &Pack, sheet: &mut Sheet, item: &Training) {
    let (token, word) = standing(item);
    let basis = match item.status_basis {
        Basis::Sourced => String::new(),
        basis => format!(" ({})", resting(basis)),
    };
    fact(sheet, "Status", token, &format!("{word}{basis}"));
    fact(sheet, "Kind", Token::Text, &format!("{}, {}", item.kind, obtained(item.obtain)));
    let provider = if item.provider.is_empty() { "not known" } else { &item.provider };
    fact(sheet, "Provider", Token::Text, provider);
    if item.obtain == Obtain::Study {
        effort(pack, sheet, item);
    }
    for (label, text) in [("Taught", &item.mode), ("Award", &item.award)] {
        if !text.is_empty() {
            fact(sheet, label, Token::Text, text);
        }
    }
    let way_in = if item.entry_requirements.is_empty() { "not known" } else { &item.entry_requirements };
    fact(sheet, "Way in", Token::Text, way_in);
    if let Some(level) = item.level_min {
        let name = |number| {
            let level = pack.tables().levels.iter().find(|level| level.number == number);
            level.map_or_else(String::new, |level| level.title.clone())
        };
        let up_to =
            item.level_max.filter(|max| *max != level).map_or(String::new(), |max| format!(" to {}", name(max)));
        fact(sheet, "Meant for", Token::Text, &format!("{}{up_to}", name(level)));
    }
}

const fn obtained(obtain: Obtain) -> &'static str {
    match obtain {
        Obtain::Study => "had by studying",
        Obtain::Check => "checked on appointment",
        Obtain::Held => "held from the start, or given by a role",
    }
}

fn effort(pack: &Pack, sheet: &mut Sheet, item: &Training) {
    let assumption = pack.study_assumption(&item.kind);
    let (token, length) = match (item.months, assumption) {
        (Some(months), _) => (Token::Text, Weeks::from_months(months).to_string()),
        (None, _) if item.hours.is_some() => (Token::Text, "not known: as long as its hours take".to_owned()),
        (None, Some(assumed)) => (Token::Assumed, format!("not known; {} assumed", assumed.weeks)),
        (None, None) => (Token::Assumed, "not known".to_owned()),
    };
    fact(sheet, "Length", token, &said(length, &item.duration_text));
    let (token, hours) = match (item.hours, assumption) {
        (Some(hours), _) => (Token::Text, format!("{hours} hours")),
        (None, Some(assumed)) => (Token::Assumed, format!("not known; {} assumed", assumed.hours)),
        (None, None) => (Token::Assumed, "not known".to_owned()),
    };
    fact(sheet, "Study", token, &said(hours, &item.hours_text));
    let cost = match item.cost {
        Some(cost) if cost.millionths() == 0 => "free".to_owned(),
        Some(cost) => Pounds(cost).to_string(),
        None => "not known".to_owned(),
    };
    fact(sheet, "Cost", Token::Text, &said(cost, &item.cost_payer));
}

/// A figure, and after it how the provider words it.
fn said(figure: String, words: &str) -> String {
    if words.is_empty() { figure } else { format!("{figure} ({words})") }
}

fn prerequisites(app: &App, sheet: &mut Sheet, id: TrainingId) {
    sheet.heading("Before it can begin");
    let requires = &app.pack().training(id).requires;
    if requires.is_none() {
        sheet.text(Token::Dim, "Nothing");
    } else {
        branch(app.pack(), sheet, requires, 0);
    }
}

/// A prerequisite and, below it, its own.
fn branch(pack: &Pack, sheet: &mut Sheet, expression: &Expression, depth: usize) {
    let indent = "  ".repeat(depth);
    if depth > DEEPEST {
        sheet.row(Row::text(Token::Dim, format!("{indent}…")));
        return;
    }
    match expression {
        Expression::Fact(id) => {
            let item = pack.training(*id);
            let lead = [piece(Token::Dim, format!("{indent}└ "))];
            sheet.hanging_to(&lead, Token::Text, &item.title, Some(Target::Training(*id)));
            if !item.requires.is_none() {
                branch(pack, sheet, &item.requires, depth + 1);
            }
        }
        Expression::All(parts) | Expression::Any(parts) => {
            let word = if matches!(expression, Expression::All(_)) { "all of" } else { "one of" };
            sheet.row(Row::text(Token::Dim, format!("{indent}{word}")));
            for part in parts {
                branch(pack, sheet, part, depth + 1);
            }
        }
    }
}

fn asked_by(app: &App, sheet: &mut Sheet, id: TrainingId) {
    let ruleset = app.stance().ruleset;
    let roles = who_asks(app.pack(), ruleset, id);
    let count = if roles.len() == 1 { "1 role".to_owned() } else { format!("{} roles", roles.len()) };
    sheet.heading(format!("Asked for by {count} {}", under(ruleset)));
    let mut groups: BTreeMap<(Force, Basis), Vec<RoleId>> = BTreeMap::new();
    for (role, row) in roles {
        let row = app.pack().requirement(row);
        groups.entry((row.force, row.provenance.basis)).or_default().push(role);
    }
    for ((force, basis), roles) in groups {
        sheet.text(Token::Dim, &format!("{force}, {} ({})", resting(basis), roles.len()));
        for role in roles {
            let title = &app.pack().role(role).title;
            sheet.hanging_to(&[piece(Token::Near, "→ ")], Token::Text, title, Some(Target::Role(role)));
        }
    }
}

fn source(item: &Training, sheet: &mut Sheet) {
    sheet.heading(format!("Where this comes from ({})", resting(item.provenance.basis)));
    let lines = [&item.provenance.source, &item.provenance.date, &item.provenance.note];
    lines.into_iter().filter(|line| !line.is_empty()).for_each(|line| sheet.text(Token::Dim, line));
}
