//! A route along the years, in a calendar, and as boxes and arrows.

use jiff::civil::Date;

use super::{Telling, title};
use crate::domain::planner::Step;
use crate::domain::quantity::Weeks;
use crate::domain::{dates, pay, words};
use crate::handout::calendar::{Calendar, Event};
use crate::handout::diagram::Diagram;
use crate::handout::timeline::{Bar, BarKind, Mark, PayStep, Timeline};
use crate::handout::wording;

pub(super) fn timeline(telling: Telling<'_>) -> Timeline {
    let Telling { pack, question, route, on, .. } = telling;
    let day = |weeks: Weeks| dates::after(on, weeks);
    let left = |step: &Step| step.leave.map(|(week, _)| day(week));
    let training = |id| pack.training(id).title.clone();
    let roles = route.steps.iter().map(|step| Bar {
        kind: BarKind::Role,
        label: pack.role(step.role).title.clone(),
        from: day(step.enter),
        to: left(step),
    });
    let studies = route.steps.iter().flat_map(|step| &step.study).map(|study| Bar {
        kind: BarKind::Study,
        label: training(study.training),
        from: day(study.start),
        to: Some(day(study.end)),
    });
    let marks = route.steps.iter().flat_map(|step| {
        let on = left(step).unwrap_or_else(|| day(step.enter));
        step.checks.iter().map(move |check| Mark { label: training(*check), on })
    });
    let pay = route.steps.iter().filter_map(|step| {
        let pay = pay::yearly(pack, step.role)?;
        Some(PayStep { from: day(step.enter), to: left(step), min: pay.min, max: pay.max })
    });
    Timeline {
        title: format!("{}, along the years", title(pack, question)),
        description: String::new(),
        from: on,
        to: day(route.totals.weeks),
        bars: roles.chain(studies).collect(),
        marked: "Checks",
        marks: marks.collect(),
        pay: pay.collect(),
    }
    .described()
}

pub(super) fn calendar(telling: Telling<'_>) -> Calendar {
    let Telling { pack, question, route, on, .. } = telling;
    let whole = title(pack, question);
    let start = format!("{whole}, if you start on {}.", dates::day(on));
    let (from, to) = (&pack.role(question.circumstances.person.role).slug, &pack.role(question.target).slug);
    let event = |what: &str, on: Date, title: String, details: String| Event {
        identity: format!("{}/{from}/{to}/{what}", pack.about().slug),
        on,
        title,
        details,
    };
    let mut events = Vec::new();
    let mut came_by = None;
    for step in &route.steps {
        let role = pack.role(step.role);
        if let Some(by) = came_by {
            let kind = &pack.career_move(by).kind;
            let details = format!("{start} Kind of move: {kind}. The post has to be won.");
            events.push(event(
                &format!("move/{}", role.slug),
                dates::after(on, step.enter),
                format!("Move to {}", role.title),
                details,
            ));
        }
        came_by = step.leave.map(|(_, by)| by);
        for study in &step.study {
            let item = pack.training(study.training);
            let hours = words::count_hours(study.hours.value());
            let assumed = if study.hours.is_assumed() { " (assumed)" } else { "" };
            let details = format!("{start} {hours} of study in all{assumed}. Cost: {}.", wording::cost(study.cost));
            for (what, week) in [("begins", study.start), ("ends", study.end)] {
                let title = format!("Study {what}: {}", item.title);
                events.push(event(&format!("{what}/{}", item.slug), dates::after(on, week), title, details.clone()));
            }
        }
        let by = dates::after(on, step.leave.map_or(step.enter, |(week, _)| week));
        for check in &step.checks {
            let check = pack.training(*check);
            let identity = format!("check/{}/{}", role.slug, check.slug);
            events.push(event(&identity, by, format!("Check due: {}", check.title), start.clone()));
        }
    }
    events.sort_by_key(|event| event.on);
    Calendar { title: whole, events }
}

pub(super) fn diagram(telling: Telling<'_>) -> Diagram {
    let Telling { pack, route, .. } = telling;
    let mut diagram = Diagram::default();
    let mut before: Option<(usize, String)> = None;
    for step in &route.steps {
        let role = pack.role(step.role);
        let here = diagram.node(role.title.clone(), wording::band(role));
        if let Some((from, label)) = before {
            diagram.arrow(from, here, label);
        }
        before = step.leave.map(|(week, by)| {
            let stay = Weeks(week.0.saturating_sub(step.enter.0));
            let when = if stay == Weeks::ZERO { "at once".to_owned() } else { format!("after {stay}") };
            (here, format!("{}, {when}", pack.career_move(by).kind))
        });
    }
    diagram
}
