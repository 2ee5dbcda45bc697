//! An appraisal for a spreadsheet: a row for every competency, objective and earlier rating.

use super::reading::step;
use super::{Telling, one_line, stands};
use crate::domain::appraisal::{Competency, Note, Rating, Standing, by_date};
use crate::handout::sheet::Sheet;
use crate::handout::wording::figure;

const COLUMNS: [&str; 14] = [
    "Id",
    "Focus area",
    "Standard",
    "Day",
    "Stage",
    "Rating",
    "Rated as",
    "What was achieved",
    "How it was done",
    "Stage of the role wanted",
    "Stands",
    "Stages up",
    "Due",
    "Serves",
];

pub(super) fn sheet(telling: Telling<'_>) -> Sheet {
    let mut sheet = Sheet::new(&COLUMNS);
    for area in telling.framework.areas() {
        for standard in &area.standards {
            for one in &standard.competencies {
                competency(&mut sheet, telling, (&area.title, &standard.title), one);
            }
        }
    }
    for id in &telling.appraisal.priorities {
        sheet.row("priority", telling.framework.title(id), vec![id.to_string()]);
    }
    for objective in &telling.appraisal.objectives {
        let stands = match objective.done {
            Some(_) => "done",
            None if objective.is_overdue(telling.on) => "overdue",
            None => "open",
        };
        let mut cells = vec![String::new(); COLUMNS.len()];
        cells[3] = figure(objective.done);
        stands.clone_into(&mut cells[10]);
        cells[12] = figure(objective.due);
        cells[13] = step(telling, objective);
        sheet.row("objective", one_line(&objective.what), cells);
    }
    earlier(&mut sheet, telling);
    sheet
}

fn competency(sheet: &mut Sheet, telling: Telling<'_>, (area, standard): (&str, &str), one: &Competency) {
    let Telling { framework, appraisal, .. } = telling;
    let rating = appraisal.rating(&one.id);
    let standing = telling.standing(one);
    let up = standing.and_then(|standing| match standing {
        Standing::NotYet { stages } => Some(stages),
        Standing::Met | Standing::NotRated | Standing::NotAsked => None,
    });
    let cells = vec![
        one.id.to_string(),
        area.to_owned(),
        standard.to_owned(),
        telling.day().to_string(),
        appraisal.stage.to_string(),
        figure(rating.map(Rating::number)),
        rating.map_or_else(String::new, |rating| framework.point(rating).title.clone()),
        one_line(appraisal.note(&one.id, Note::What)),
        one_line(appraisal.note(&one.id, Note::How)),
        figure(telling.aim.stage()),
        standing.map_or_else(String::new, stands),
        figure(up),
    ];
    sheet.row("competency", one.title.clone(), cells);
}

/// The ratings of all other appraisals, oldest first.
fn earlier(sheet: &mut Sheet, telling: Telling<'_>) {
    let others = by_date(&telling.portfolio.appraisals).into_iter().filter(|other| **other != *telling.appraisal);
    for other in others {
        for rated in &other.ratings {
            let Some(rating) = rated.rating else { continue };
            let mut cells = vec![String::new(); 7];
            cells[0] = rated.competency.to_string();
            cells[3] = other.on.to_string();
            cells[4] = other.stage.to_string();
            cells[5] = rating.number().to_string();
            cells[6].clone_from(&telling.framework.point(rating).title);
            sheet.row("other rating", telling.framework.title(&rated.competency), cells);
        }
    }
}
