//! The chosen plan: what the pack has changed in it, what comes next, and the whole way stint by stint.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::appraisal::words::due;
use crate::app::change::capital;
use crate::app::hit::{Pane, Target};
use crate::app::plans::{Part, PlanLine, words};
use crate::app::story::{day, moves};
use crate::domain::plan::model::Figures;
use crate::domain::plan::{Item, Plan, Slot, State, next};
use crate::ui::canvas::{Canvas, Listing};
use crate::ui::look::Token;
use crate::ui::sheet::{Piece, Row, Sheet, piece};

/// Draws the chosen plan.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let title = app.chosen_plan().map_or("No plan", |plan| plan.title.as_str());
    let inner = canvas.frame(area, title, Pane::Plan, app.focus());
    // The mark of the selected line stands in the two columns before.
    let mut sheet = Sheet::new(inner.width.saturating_sub(2));
    let Some(plan) = app.chosen_plan() else {
        sheet.text(
            Token::Text,
            "A plan is a way that you have chosen, with dates: what is to be studied and checked, and \
             when you could be where. Tick off what is done; what is late moves the rest, and says so.",
        );
        let inset = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        return canvas.sheet(inset, &sheet, Pane::Plan, 0);
    };
    let lines = app.plan_lines();
    head(app, &mut sheet, plan);
    differences(app, &mut sheet);
    next_actions(plan, &mut sheet, &lines);
    whole_way(app, plan, &mut sheet, &lines);
    assumptions(&mut sheet, plan);
    let chosen = app.chosen_plan_item().map(|(at, _)| at).filter(|_| app.focus() == Pane::Plan);
    let first_row = |at: usize| sheet.rows().iter().position(|row| row.target == Some(Target::PlanItem(at)));
    let selected = chosen.and_then(first_row);
    let offset = if chosen == Some(0) { 0 } else { app.scrolled(Pane::Plan) };
    canvas.list(inner, sheet.rows(), Listing { pane: Pane::Plan, selected, offset });
}

fn head(app: &App, sheet: &mut Sheet, plan: &Plan) {
    if let (Some(slot), Some(target)) = (app.chosen_schedule().and_then(|schedule| schedule.arrival()), plan.target()) {
        let lead = [piece(Token::Target, format!("{} ", target.title))];
        match words::slipped(&slot) {
            Some(words) => sheet.hanging(&lead, Token::Notice, &words),
            None => sheet.hanging(&lead, Token::Strong, &day(slot.to)),
        }
    }
    let count = moves(plan.moves());
    let hours = plan.study_hours();
    let made = day(plan.made);
    let words = format!(
        "{count} · {hours} h of study, {} h a week · rules: {} · made {made} with {} {}",
        plan.hours_per_week, plan.ruleset, plan.pack, plan.edition
    );
    sheet.text(Token::Dim, &words);
}

fn differences(app: &App, sheet: &mut Sheet) {
    let (differences, elsewhere) = (app.plan_differences(), app.plan_elsewhere());
    if differences.is_empty() && elsewhere.is_none() {
        return;
    }
    let warning = |sheet: &mut Sheet, words: &str| sheet.hanging(&[piece(Token::Bad, "! ")], Token::Text, words);
    if let Some(words) = elsewhere {
        sheet.heading("Your profile says otherwise now");
        warning(sheet, &words);
    }
    if !differences.is_empty() {
        sheet.heading("The pack says otherwise now");
    }
    for difference in &differences {
        warning(sheet, &words::difference(app.pack(), difference));
    }
    let from = if app.keeps_plans() { "where you are" } else { "where this plan has come to" };
    sheet.hanging(&[piece(Token::Key, "a ")], Token::Dim, &format!("asks for routes anew from {from}"));
}

fn next_actions(plan: &Plan, sheet: &mut Sheet, lines: &[PlanLine]) {
    sheet.heading("What comes next");
    let next: Vec<(usize, &PlanLine)> = lines.iter().enumerate().filter(|(_, line)| line.part == Part::Next).collect();
    if next.is_empty() {
        sheet.hanging(&[piece(Token::Good, "✓ ")], Token::Text, "All of it is done.");
    }
    for (at, line) in next {
        let words = next::to_do(plan, line.slot.item);
        item(plan, sheet, (at, &line.slot), (0, Token::Strong), &words);
    }
}

fn whole_way(app: &App, plan: &Plan, sheet: &mut Sheet, lines: &[PlanLine]) {
    sheet.heading("The whole way");
    let here = plan.stints.iter().rposition(|stint| stint.entered.is_some()).unwrap_or(0);
    let token = |stint: usize| match () {
        () if stint == here => Token::Me,
        () if stint + 1 == plan.stints.len() => Token::Target,
        () => Token::Route,
    };
    if let Some(stint) = plan.stints.first() {
        let lead = [piece(Token::Good, "✓ ")];
        sheet.hanging(&lead, token(0), &stint.title);
        let from = app.chosen_schedule().and_then(|schedule| schedule.slot(Item::Role(0)));
        if let Some(slot) = from {
            sheet.hanging(&[piece(Token::Text, "  ")], Token::Dim, &format!("the plan begins here, {}", day(slot.to)));
        }
    }
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.part == Part::Course) {
        let Some(title) = next::title(plan, line.slot.item) else { continue };
        match line.slot.item {
            Item::Role(stint) => item(plan, sheet, (at, &line.slot), (0, token(stint)), title),
            Item::Study(..) => item(plan, sheet, (at, &line.slot), (2, Token::Text), title),
            Item::Check(..) => item(plan, sheet, (at, &line.slot), (2, Token::Text), &format!("Check: {title}")),
        }
        objectives(app, plan, sheet, (at, &line.slot));
    }
}

/// The objectives of the latest appraisal that serve an item.
fn objectives(app: &App, plan: &Plan, sheet: &mut Sheet, (at, slot): (usize, &Slot)) {
    let target = Some(Target::PlanItem(at));
    for objective in app.objectives_for(plan, slot.item) {
        let due = due(objective, app.today());
        let due = if due.is_empty() { due } else { format!(", {due}") };
        let lead = [piece(Token::Text, "    "), piece(Token::Near, "→ ")];
        sheet.hanging_to(&lead, Token::Dim, &format!("Objective: {}{due}", objective.what), target);
    }
}

/// An item: what it is, and below it when.
fn item(plan: &Plan, sheet: &mut Sheet, (at, slot): (usize, &Slot), (indent, token): (usize, Token), title: &str) {
    let target = Some(Target::PlanItem(at));
    let before = piece(Token::Text, " ".repeat(indent));
    sheet.hanging_to(&[before, sign(slot), piece(Token::Text, " ")], token, title, target);
    let lead = [piece(Token::Text, " ".repeat(indent + 2))];
    let state = if slot.state == State::Overdue { Token::Bad } else { Token::Dim };
    sheet.hanging_to(&lead, state, &when(plan, slot), target);
}

fn sign(slot: &Slot) -> Piece {
    match (slot.state, slot.item) {
        (State::Done, _) => piece(Token::Good, "✓"),
        (State::Overdue, _) => piece(Token::Bad, "!"),
        (_, Item::Study(..)) => piece(Token::Study, "▒"),
        _ => piece(Token::Pending, "○"),
    }
}

/// When an item falls, and how that is beside the plan as it was made.
fn when(plan: &Plan, slot: &Slot) -> String {
    let (from, to, planned) = (day(slot.from), day(slot.to), day(slot.planned));
    let slip = words::slip(slot.slip());
    let late = slip.as_ref().map_or(String::new(), |slip| format!(", {slip} than planned"));
    let words = match (slot.state, slot.item) {
        (State::Done, Item::Role(_)) => format!("since {to}{late}"),
        (State::Done, _) => format!("done {to}{late}"),
        (State::Overdue, _) => {
            format!("overdue: planned {planned}{}", slip.map_or(String::new(), |s| format!(", now {s}")))
        }
        (state, item) => {
            let usual = match item {
                Item::Role(_) => format!("from {to}"),
                Item::Check(..) => format!("on appointment, {to}"),
                Item::Study(..) if state == State::Now => format!("now, until {to}"),
                Item::Study(..) => format!("{from} to {to}"),
            };
            match slip {
                Some(slip) if matches!(item, Item::Study(..)) => format!("{usual} · planned to end {planned}: {slip}"),
                Some(_) => words::slipped(slot).unwrap_or_default(),
                None => usual,
            }
        }
    };
    capital(&format!("{words}{}", hours(plan, slot.item)))
}

/// ` · 100 h`, of what is studied.
fn hours(plan: &Plan, item: Item) -> String {
    let Item::Study(stint, at) = item else { return String::new() };
    let study = plan.stints.get(stint).and_then(|stint| stint.study.get(at));
    study.map_or(String::new(), |study| match study.figures {
        Figures::Given => format!(" · {} h", study.hours),
        Figures::Assumed => format!(" · {} h, assumed", study.hours),
    })
}

fn assumptions(sheet: &mut Sheet, plan: &Plan) {
    sheet.gap();
    sheet.text(Token::Text, "A plan is not a promise: every post still has to be won.");
    for assumed in &plan.assumed {
        sheet.hanging(&[piece(Token::Assumed, "Assumes: ")], Token::Dim, assumed);
    }
    sheet.row(Row::default());
}
