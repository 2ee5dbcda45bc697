//! Appraisals and objectives along the years, and in a calendar.

use jiff::civil::Date;

use super::reading::step;
use super::{Telling, one_line};
use crate::domain::appraisal::{Ground, Objective, Rating, sittings};
use crate::domain::dates;
use crate::handout::calendar::{Calendar, Event};
use crate::handout::timeline::{Bar, BarKind, Mark, Timeline};

/// What was rated when, what is to be done by when, and when the next is due, below the roles held.
pub(super) fn timeline(telling: Telling<'_>) -> Timeline {
    let Telling { portfolio, framework, on, .. } = telling;
    let all = sittings(&portfolio.appraisals, framework);
    let count = framework.competencies().count();
    let met_from = framework.point(Rating::MET_FROM).title.to_lowercase();
    let mut marks: Vec<Mark> = all
        .iter()
        .map(|sitting| {
            let reached = sitting.at_least(Rating::MET_FROM);
            let label = format!("Appraisal, {}: {reached} of {count} {met_from} or better", sitting.stage);
            Mark { label, on: sitting.on }
        })
        .collect();
    marks.extend(telling.appraisal.objectives.iter().filter_map(|objective| {
        let on = objective.done.or(objective.due)?;
        let sign = if objective.done.is_some() { "✓ " } else { "" };
        Some(Mark { label: format!("{sign}{}", one_line(&objective.what)), on })
    }));
    marks.extend(telling.due.on.map(|on| Mark { label: "Next appraisal due".to_owned(), on }));
    marks.sort_by_key(|mark| mark.on);
    let days = || marks.iter().map(|mark| mark.on).chain([on]);
    let (from, to) = (days().min().unwrap_or(on), days().max().unwrap_or(on));
    Timeline {
        title: "Appraisals and objectives, along the years".to_owned(),
        description: String::new(),
        from,
        to,
        bars: roles(telling),
        marked: "Days",
        marks,
        pay: Vec::new(),
    }
    .described()
}

/// The roles that the appraisals were held in, each until another is named.
fn roles(telling: Telling<'_>) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    for appraisal in crate::domain::appraisal::by_date(&telling.portfolio.appraisals) {
        let label = Telling { appraisal, ..telling }.role();
        if let Some(last) = bars.last_mut() {
            if last.label == label {
                continue;
            }
            last.to = Some(appraisal.on);
        }
        bars.push(Bar { kind: BarKind::Role, label: label.to_owned(), from: appraisal.on, to: None });
    }
    bars
}

/// Objectives that are open and have a day, and the next appraisal.
pub(super) fn calendar(telling: Telling<'_>) -> Calendar {
    let Telling { pack, portfolio, appraisal, .. } = telling;
    let whose = format!("{}/appraisal/{}", pack.about().slug, portfolio.profile.slug);
    let objective = |(at, objective): (usize, &Objective)| {
        let on = objective.due.filter(|_| objective.done.is_none())?;
        let set = dates::day(appraisal.on);
        let serves = Some(step(telling, objective)).filter(|step| !step.is_empty());
        let serves = serves.map_or(String::new(), |step| format!(" It serves a step of a plan: {step}."));
        Some(Event {
            identity: format!("{whose}/{}/objective/{at}", appraisal.on),
            on,
            title: format!("Objective due: {}", one_line(&objective.what)),
            details: format!("An objective of the appraisal of {set}.{serves}"),
        })
    };
    let mut events: Vec<Event> = appraisal.objectives.iter().enumerate().filter_map(objective).collect();
    events.extend(telling.due.on.map(|on| next(telling, &whose, on)));
    events.sort_by_key(|event| event.on);
    Calendar { title: "Appraisal".to_owned(), events }
}

fn next(telling: Telling<'_>, whose: &str, on: Date) -> Event {
    let details = match telling.due.ground {
        Ground::Cycle(cycle) => format!("{}.", cycle.what),
        Ground::Assumed => "One a year is assumed.".to_owned(),
    };
    Event { identity: format!("{whose}/next"), on, title: "Appraisal due".to_owned(), details }
}
