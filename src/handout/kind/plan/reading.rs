//! A plan to be read: next actions first.

use super::{Telling, picture};
use crate::domain::plan::model::Figures;
use crate::domain::plan::{Item, Slot, State, Study, next, next_actions, words as plan_words};
use crate::domain::{dates, words};
use crate::handout::about::About;
use crate::handout::document::{Block, Document, Section, Table};
use crate::handout::wording::{self, Rests};
use crate::json;

/// So many actions come first.
const NEXT: usize = 5;

pub(super) fn document(telling: Telling<'_>) -> Document {
    let Telling { pack, plan, on, .. } = telling;
    let mut sections = vec![Section::new("What comes next", vec![next_steps(telling)])];
    sections.push(Section::new("At a glance", glance(telling)));
    sections.extend(moved(telling));
    sections.push(Section::new("Step by step", vec![Block::Table(steps(telling))]));
    sections.extend(bookings(telling).map(|table| Section::new("Training to book", vec![Block::Table(table)])));
    Document {
        title: plan.title.clone(),
        lead: lead(telling),
        about: About::new(pack, plan.ruleset, on, plan.hours_per_week),
        sections,
        assumed: assumed(telling),
        basis: basis(telling),
    }
}

fn lead(telling: Telling<'_>) -> String {
    let promise = "A plan is not a promise: every post has to be won.";
    let (Some(slot), Some(target)) = (telling.schedule.arrival(), telling.plan.target()) else {
        return "This plan has no steps.".to_owned();
    };
    let day = dates::day(slot.to);
    let title = &target.title;
    match (slot.state, plan_words::slip(slot.slip())) {
        (State::Done, _) => format!("{title} since {day}: this plan has come to its end."),
        (_, None) => format!("As of {}, as planned: {title} from {day} on. {promise}", dates::day(telling.on)),
        (_, Some(slip)) => format!(
            "As of {}: {title} from {day} on, {slip} than planned ({}). {promise}",
            dates::day(telling.on),
            dates::day(slot.planned)
        ),
    }
}

fn next_steps(telling: Telling<'_>) -> Block {
    let mut table = Table::new("The next steps, what is overdue first", &["What", "When", "How it stands"]);
    for action in next_actions(telling.plan, telling.on, NEXT) {
        table.row(vec![next::to_do(telling.plan, action.slot.item), when(&action.slot), stands(&action.slot)]);
    }
    if table.rows.is_empty() { Block::Paragraph("All of it is done.".to_owned()) } else { Block::Table(table) }
}

/// The days of a step; held together where lines are broken.
fn when(slot: &Slot) -> String {
    if slot.from == slot.to {
        wording::day(slot.to)
    } else {
        format!("{} to {}", wording::day(slot.from), wording::day(slot.to))
    }
}

/// How a step stands; what is done is seen at a glance.
fn stands(slot: &Slot) -> String {
    let mark = if slot.state == State::Done { "✓ " } else { "" };
    format!("{mark}{}", plan_words::stands(slot))
}

fn glance(telling: Telling<'_>) -> Vec<Block> {
    let Telling { plan, schedule, .. } = telling;
    let steps = plan.steps();
    let done = steps.iter().filter(|item| plan.done(**item).is_some()).count();
    let mut table = Table::new("The plan", &["What", "Which"]);
    let mut row = |what: &str, which: String| table.row(vec![what.to_owned(), which]);
    if let Some(stint) = plan.here() {
        row("It has come to", stint.title.clone());
    }
    if let Some(slot) = schedule.arrival() {
        row("Its end", dates::day(slot.to));
        row("Its end as planned", dates::day(slot.planned));
    }
    row("Done", format!("{done} of {}", words::count(steps.len() as u64, "step")));
    row("Moves", plan.moves().to_string());
    row("Study", words::count_hours(plan.study_hours()));
    row("Made", format!("{}, with {} {}", dates::day(plan.made), plan.pack, plan.edition));
    let mut blocks = vec![Block::Table(table)];
    if !plan.stints.is_empty() {
        blocks.push(Block::Timeline(picture::timeline(telling)));
    }
    blocks
}

/// What slipped, and what profile and pack say otherwise.
fn moved(telling: Telling<'_>) -> Option<Section> {
    let Telling { pack, plan, held, .. } = telling;
    let slips = telling.steps().filter_map(|(_, slot)| {
        let slip = plan_words::slip(slot.slip()).filter(|_| slot.state != State::Done)?;
        let (planned, now) = (dates::day(slot.planned), dates::day(slot.to));
        Some(format!("{}: planned {planned}, now {now}, {slip}", next::title(plan, slot.item)?))
    });
    let all: Vec<String> = json::differences(pack, plan, held).into_iter().chain(slips).collect();
    (!all.is_empty()).then(|| Section::new("What is other than planned", vec![Block::List(all)]))
}

fn steps(telling: Telling<'_>) -> Table {
    let mut table = Table::new("The steps", &["Step", "No.", "When", "Planned", "How it stands"]).figures(1);
    for (number, slot) in telling.steps() {
        table.row(vec![
            next::to_do(telling.plan, slot.item),
            number.to_string(),
            when(&slot),
            wording::day(slot.planned),
            stands(&slot),
        ]);
    }
    table
}

fn study(telling: Telling<'_>, item: Item) -> Option<&Study> {
    let Item::Study(stint, at) = item else { return None };
    telling.plan.stints.get(stint)?.study.get(at)
}

/// The studies that are neither done nor under way.
fn bookings(telling: Telling<'_>) -> Option<Table> {
    let columns = ["Programme", "Begins", "Length", "Hours", "Cost", "Provider", "Can be had"];
    let mut table = Table::new("Study that is yet to begin", &columns).figures(3);
    for (_, slot) in telling.steps().filter(|(_, slot)| matches!(slot.state, State::Ahead | State::Overdue)) {
        let Some(study) = study(telling, slot.item) else { continue };
        let assumed = if study.figures == Figures::Assumed { " (assumed)" } else { "" };
        let item = telling.pack.find_training(study.training.as_str()).map(|id| telling.pack.training(id));
        let unknown = || wording::NOT_KNOWN.to_owned();
        table.row(vec![
            study.title.clone(),
            wording::day(slot.from),
            words::count(u64::from(study.weeks.0), "week"),
            format!("{}{assumed}", study.hours),
            item.map_or_else(unknown, |item| wording::cost(item.cost)),
            item.map(|item| item.provider.clone()).filter(|provider| !provider.is_empty()).unwrap_or_else(unknown),
            item.map_or_else(unknown, |item| wording::runs(item.status).to_owned()),
        ]);
    }
    (!table.rows.is_empty()).then_some(table)
}

fn assumed(telling: Telling<'_>) -> Vec<String> {
    let mut assumed = vec![
        "Every post is won when it is due".to_owned(),
        format!("What is not done by {} is done as soon as it can be", dates::day(telling.on)),
    ];
    assumed.extend(telling.plan.assumed.iter().map(|one| wording::capital(one)));
    assumed
}

fn basis(telling: Telling<'_>) -> Vec<Block> {
    let Telling { pack, plan, .. } = telling;
    let mut rests = Rests::new();
    for stint in &plan.stints {
        if let Some(role) = pack.find_role(stint.role.as_str()).map(|id| pack.role(id)) {
            rests.add(format!("{} (role)", role.title), wording::role_basis(role), &role.provenance);
        }
    }
    for item in plan.steps() {
        let id = plan.training(item).and_then(|(slug, _)| pack.find_training(slug.as_str()));
        if let Some(item) = id.map(|id| pack.training(id)) {
            let on = wording::basis(item.provenance.basis);
            rests.add(format!("{} ({})", item.title, item.obtain), on, &item.provenance);
        }
    }
    rests.blocks(&[])
}
