//! A route for a spreadsheet: a row for every role, move, study, check and gain.

use super::Telling;
use crate::domain::planner::Step;
use crate::domain::quantity::Weeks;
use crate::domain::{dates, pay};
use crate::handout::sheet::Sheet;
use crate::handout::wording::{self, figure};

const COLUMNS: [&str; 11] = [
    "Id",
    "From",
    "To",
    "From week",
    "To week",
    "Hours",
    "Cost in pounds",
    "Lowest pay in pounds",
    "Highest pay in pounds",
    "Details",
    "Rests on",
];

pub(super) fn sheet(telling: Telling<'_>) -> Sheet {
    let mut sheet = Sheet::new(&COLUMNS);
    for step in &telling.route.steps {
        role(&mut sheet, telling, step);
        studies(&mut sheet, telling, step);
        facts(&mut sheet, telling, step);
        leaving(&mut sheet, telling, step);
    }
    sheet
}

/// First and last day, first and last week.
fn time(telling: Telling<'_>, from: Weeks, to: Option<Weeks>) -> [String; 4] {
    let day = |week| dates::after(telling.on, week).to_string();
    [day(from), figure(to.map(day)), from.0.to_string(), figure(to.map(|week| week.0))]
}

fn role(sheet: &mut Sheet, telling: Telling<'_>, step: &Step) {
    let role = telling.pack.role(step.role);
    let pay = pay::yearly(telling.pack, step.role);
    let mut cells = vec![role.slug.to_string()];
    cells.extend(time(telling, step.enter, step.leave.map(|(week, _)| week)));
    cells.extend([String::new(), String::new(), figure(pay.map(|pay| pay.min)), figure(pay.map(|pay| pay.max))]);
    cells.extend([wording::band(role), wording::role_basis(role)]);
    sheet.row("role", role.title.clone(), cells);
}

fn studies(sheet: &mut Sheet, telling: Telling<'_>, step: &Step) {
    for study in &step.study {
        let item = telling.pack.training(study.training);
        let assumed =
            if study.hours.is_assumed() || study.weeks.is_assumed() { ", figures partly assumed" } else { "" };
        let mut cells = vec![item.slug.to_string()];
        cells.extend(time(telling, study.start, Some(study.end)));
        cells.extend([study.hours.value().to_string(), figure(study.cost), String::new(), String::new()]);
        cells.extend([item.status.to_string(), format!("{}{assumed}", wording::basis(item.provenance.basis))]);
        sheet.row("study", item.title.clone(), cells);
    }
}

fn facts(sheet: &mut Sheet, telling: Telling<'_>, step: &Step) {
    let by = step.leave.map_or(step.enter, |(week, _)| week);
    let all = step.checks.iter().map(|check| ("check", check)).chain(step.granted.iter().map(|gain| ("gain", gain)));
    for (kind, item) in all {
        let item = telling.pack.training(*item);
        let mut cells = vec![item.slug.to_string()];
        cells.extend(time(telling, by, Some(by)));
        cells.resize(COLUMNS.len() - 1, String::new());
        cells.push(wording::basis(item.provenance.basis).to_owned());
        sheet.row(kind, item.title.clone(), cells);
    }
}

fn leaving(sheet: &mut Sheet, telling: Telling<'_>, step: &Step) {
    let Some((week, by)) = step.leave else { return };
    let by = telling.pack.career_move(by);
    let mut cells = vec![by.kind.slug().to_owned()];
    cells.extend(time(telling, week, Some(week)));
    cells.resize(COLUMNS.len() - 2, String::new());
    cells.push(format!("{}; at least {} weeks in the role before", by.kind, by.tenure().0));
    cells.push(format!("{}; years {}", wording::basis(by.provenance.basis), wording::basis(by.years_basis)));
    sheet.row("move", format!("To {}", telling.pack.role(by.to).title), cells);
}
