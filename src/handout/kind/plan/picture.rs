//! A plan along the years, in a calendar, and as boxes and arrows.

use jiff::civil::Date;

use super::Telling;
use crate::domain::plan::{Item, Slot, State, next};
use crate::domain::profile::since::weeks_between;
use crate::domain::{dates, pay, words};
use crate::handout::calendar::{Calendar, Event};
use crate::handout::diagram::Diagram;
use crate::handout::timeline::{Bar, BarKind, Mark, PayStep, Timeline};
use crate::handout::wording;

/// When a stint is entered.
fn entered(telling: Telling<'_>, stint: usize) -> Option<Date> {
    telling.schedule.slot(Item::Role(stint)).map(|slot| slot.to)
}

pub(super) fn timeline(telling: Telling<'_>) -> Timeline {
    let Telling { pack, plan, schedule, on, .. } = telling;
    let stints = || {
        plan.stints.iter().enumerate().filter_map(|(at, stint)| {
            let from = entered(telling, at)?;
            // A role that was entered before the one before it is a slip of the hand in the file.
            Some((stint, from, entered(telling, at + 1).map(|to| to.max(from))))
        })
    };
    let roles = stints().map(|(stint, from, to)| Bar { kind: BarKind::Role, label: stint.title.clone(), from, to });
    let title = |slot: &Slot| next::title(plan, slot.item).unwrap_or_default().to_owned();
    let studies = schedule.slots.iter().filter(|slot| matches!(slot.item, Item::Study(..)));
    let studies = studies.map(|slot| Bar {
        kind: BarKind::Study,
        label: title(slot),
        from: slot.from,
        to: Some(slot.to.max(slot.from)),
    });
    let checks = schedule.slots.iter().filter(|slot| matches!(slot.item, Item::Check(..)));
    let pay = stints().filter_map(|(stint, from, to)| {
        let pay = pay::yearly(pack, pack.find_role(stint.role.as_str())?)?;
        Some(PayStep { from, to, min: pay.min, max: pay.max })
    });
    let first = schedule.slots.iter().map(|slot| slot.from).min().unwrap_or(on);
    let last = schedule.slots.iter().map(|slot| slot.to).max().unwrap_or(on);
    Timeline {
        title: format!("{}, along the years", plan.title),
        description: String::new(),
        from: first,
        to: last,
        bars: roles.chain(studies).collect(),
        marked: "Checks",
        marks: checks.map(|slot| Mark { label: title(slot), on: slot.to }).collect(),
        pay: pay.collect(),
    }
    .described()
}

pub(super) fn calendar(telling: Telling<'_>) -> Calendar {
    let plan = telling.plan;
    let mut events: Vec<Event> = telling.steps().flat_map(|(number, slot)| of_step(telling, number, &slot)).collect();
    events.sort_by_key(|event| event.on);
    Calendar { title: plan.title.clone(), events }
}

/// The days of a step. A later handout of the same plan has the same events, on the days they have come to by then.
fn of_step(telling: Telling<'_>, number: usize, slot: &Slot) -> Vec<Event> {
    let plan = telling.plan;
    let title = next::title(plan, slot.item).unwrap_or_default();
    let details = details(telling, number, slot);
    let event = |what: &str, on: Date, title: String| {
        let step = match slot.item {
            Item::Role(stint) => format!("role/{stint}"),
            Item::Study(stint, at) => format!("study/{stint}/{at}"),
            Item::Check(stint, at) => format!("check/{stint}/{at}"),
        };
        let identity = format!("{}/plan/{}/{}/{step}/{what}", plan.pack, plan.id, plan.made);
        Event { identity, on, title, details: details.clone() }
    };
    let is_done = slot.state == State::Done;
    match slot.item {
        Item::Role(_) if is_done => vec![event("on", slot.to, format!("✓ Moved to {title}"))],
        Item::Role(_) => vec![event("on", slot.to, format!("Move to {title}"))],
        Item::Check(..) if is_done => vec![event("on", slot.to, format!("✓ Checked: {title}"))],
        Item::Check(..) => vec![event("on", slot.to, format!("Check due: {title}"))],
        Item::Study(..) if is_done => vec![event("ends", slot.to, format!("✓ Studied: {title}"))],
        Item::Study(..) => vec![
            event("begins", slot.from, format!("Study begins: {title}")),
            event("ends", slot.to, format!("Study ends: {title}")),
        ],
    }
}

fn details(telling: Telling<'_>, number: usize, slot: &Slot) -> String {
    let plan = telling.plan;
    let more = match slot.item {
        Item::Study(stint, at) => {
            let study = plan.stints.get(stint).and_then(|stint| stint.study.get(at));
            study.map_or(String::new(), |study| format!(" {} of study in all.", words::count_hours(study.hours)))
        }
        Item::Role(_) if slot.state != State::Done => " The post has to be won.".to_owned(),
        _ => String::new(),
    };
    let (title, planned) = (&plan.title, dates::day(slot.planned));
    format!("Step {number} of the plan {title}, planned for {planned}.{more}")
}

pub(super) fn diagram(telling: Telling<'_>) -> Diagram {
    let Telling { pack, plan, .. } = telling;
    let mut diagram = Diagram::default();
    let mut before: Option<(usize, Date)> = None;
    for (at, stint) in plan.stints.iter().enumerate() {
        let Some(from) = entered(telling, at) else { continue };
        let role = pack.find_role(stint.role.as_str()).map(|id| pack.role(id));
        let band = role.map(wording::band).filter(|band| !band.is_empty()).map(|band| format!("{band}, "));
        let word = if stint.entered.is_some() { "since" } else { "from" };
        let detail = format!("{}{word} {}", band.unwrap_or_default(), dates::month(from));
        let here = diagram.node(stint.title.clone(), detail);
        if let Some((other, left)) = before {
            let stay = weeks_between(left, from);
            let when = if stay.0 == 0 { "at once".to_owned() } else { format!("after {stay}") };
            diagram.arrow(other, here, format!("{}{when}", kind(telling, at)));
        }
        before = Some((here, from));
    }
    diagram
}

/// The kind of the move into a stint, `promotion, `, where the pack has it still.
fn kind(telling: Telling<'_>, stint: usize) -> String {
    let Telling { pack, plan, .. } = telling;
    let role = |at: usize| plan.stints.get(at).and_then(|stint| pack.find_role(stint.role.as_str()));
    let (Some(from), Some(to)) = (stint.checked_sub(1).and_then(role), role(stint)) else { return String::new() };
    let mut moves = pack.moves_from(from).iter().map(|by| pack.career_move(*by));
    moves.find(|by| by.to == to).map_or(String::new(), |by| format!("{}, ", by.kind))
}
