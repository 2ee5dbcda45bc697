//! Training: a list of items with what each takes, and, where they are few, what is known of each.

use jiff::civil::Date;
use serde_json::json;

use crate::domain::id::TrainingId;
use crate::domain::ruleset::Ruleset;
use crate::domain::training::{Obtain, Training};
use crate::domain::{Pack, words};
use crate::handout::about::About;
use crate::handout::diagram::Diagram;
use crate::handout::document::{Block, Document, Section, Table};
use crate::handout::sheet::Sheet;
use crate::handout::wording::{self, Rests, capital, figure};
use crate::handout::{Handout, Missing};
use crate::json as records;

const NO_DATES: Missing =
    Missing("the data has no dates of courses: no calendar and no timeline; take a route for these");
const NO_ARROWS: Missing = Missing("none of these items asks for another: there is no diagram");

/// Up to so many items are told of one by one.
const FEW: usize = 12;

/// Training items as a handout, in the order given.
#[must_use]
pub fn training(pack: &Pack, items: &[TrainingId], ruleset: Ruleset, on: Date) -> Handout {
    let about = About::new(pack, ruleset, on, pack.tables().hours_per_week);
    let (title, named) = match items {
        [only] => (pack.training(*only).title.clone(), pack.training(*only).slug.to_string()),
        _ => ("Training".to_owned(), "list".to_owned()),
    };
    Handout {
        stem: format!("fingerpost-training-{named}-{on}"),
        document: Document {
            title,
            lead: lead(pack, items, ruleset),
            about,
            sections: sections(pack, items, ruleset),
            assumed: assumed(pack, items),
            basis: basis(pack, items),
        },
        sheet: sheet(pack, items, ruleset),
        timeline: Err(NO_DATES),
        calendar: Err(NO_DATES),
        diagram: diagram(pack, items),
        record: record(pack, items, ruleset, on),
    }
}

fn lead(pack: &Pack, items: &[TrainingId], ruleset: Ruleset) -> String {
    let can = items.iter().filter(|id| can_start(pack.training(**id), ruleset)).count();
    let all = words::count(items.len() as u64, "item");
    format!("{all}. Under {}, {can} of them can be studied or done at present.", words::rules(ruleset))
}

/// Whether an item can be begun under these rules; what is only held cannot.
const fn can_start(item: &Training, ruleset: Ruleset) -> bool {
    match item.obtain {
        Obtain::Held => false,
        Obtain::Check => true,
        Obtain::Study => item.status.can_start(ruleset),
    }
}

const fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn sections(pack: &Pack, items: &[TrainingId], ruleset: Ruleset) -> Vec<Section> {
    if items.is_empty() {
        return vec![Section::new("Items", vec![Block::Paragraph("No item fits what was asked.".to_owned())])];
    }
    let columns = ["Title", "Kind", "Status", "Months", "Hours", "Cost", "Can start"];
    let mut table = Table::new("Training items", &columns).figures(3).figures(4).figures(5);
    for item in items.iter().map(|id| pack.training(*id)) {
        table.row(vec![
            item.title.clone(),
            format!("{} ({})", item.kind, item.obtain),
            item.status.to_string(),
            studied(item, figure(item.months)),
            studied(item, figure(item.hours)),
            if item.obtain == Obtain::Study { wording::cost(item.cost) } else { String::new() },
            yes_or_no(can_start(item, ruleset)).to_owned(),
        ]);
    }
    let mut sections = vec![Section::new("Items", vec![Block::Table(table)])];
    if items.len() <= FEW {
        sections.extend(items.iter().map(|id| details(pack, *id)));
    }
    sections
}

/// A figure of something studied, or that it is not known.
fn studied(item: &Training, figure: String) -> String {
    if figure.is_empty() && item.obtain == Obtain::Study { wording::NOT_KNOWN.to_owned() } else { figure }
}

fn details(pack: &Pack, id: TrainingId) -> Section {
    let item = pack.training(id);
    let mut lines = Vec::new();
    let mut line = |name: &str, text: &str| {
        if !text.is_empty() {
            lines.push(format!("{name}: {text}"));
        }
    };
    line("Who runs it", &item.provider);
    line("How one gets in", &item.entry_requirements);
    if !item.requires.is_none() {
        line("Has to be held before", &item.requires.to_text(&|fact| pack.training(fact).title.clone()));
    }
    line("Length, as the provider words it", &item.duration_text);
    line("Hours, as the provider words them", &item.hours_text);
    line("How it is taught", &item.mode);
    line("Who pays", &item.cost_payer);
    line("What one ends up with", &item.award);
    line("To be known", &item.provenance.note);
    if lines.is_empty() {
        lines.push("Nothing more is known of it.".to_owned());
    }
    Section::new(item.title.clone(), vec![Block::List(lines)])
}

/// What the planner puts in where an item says nothing, for the kinds of these items.
fn assumed(pack: &Pack, items: &[TrainingId]) -> Vec<String> {
    let mut said = Vec::new();
    for item in items.iter().map(|id| pack.training(*id)).filter(|item| item.obtain == Obtain::Study) {
        if item.hours.is_some() && item.months.is_some() {
            continue;
        }
        let Some(assumed) = pack.study_assumption(&item.kind) else { continue };
        let weeks = words::count(u64::from(assumed.weeks.0), "week");
        let hours = words::count_hours(assumed.hours);
        let text = format!(
            "Where no source gives it, what is of kind {} takes at least {weeks} and {hours} of study",
            item.kind
        );
        if !said.contains(&text) {
            said.push(text);
        }
    }
    said
}

fn basis(pack: &Pack, items: &[TrainingId]) -> Vec<Block> {
    let mut rests = Rests::new();
    for item in items.iter().map(|id| pack.training(*id)) {
        let on = format!("{}; status {}", wording::basis(item.provenance.basis), wording::basis(item.status_basis));
        rests.add(item.title.clone(), on, &item.provenance);
    }
    rests.blocks(&[])
}

fn sheet(pack: &Pack, items: &[TrainingId], ruleset: Ruleset) -> Sheet {
    let mut sheet = Sheet::new(&[
        "Id",
        "Type",
        "Provider",
        "Status",
        "Can start",
        "Months",
        "Hours",
        "Cost in pounds",
        "Has to be held before",
        "Rests on",
        "Source",
    ]);
    for item in items.iter().map(|id| pack.training(*id)) {
        let requires = if item.requires.is_none() {
            String::new()
        } else {
            item.requires.to_text(&|fact| records::training(pack, fact).to_owned())
        };
        let cells = vec![
            item.slug.to_string(),
            item.kind.to_string(),
            item.provider.clone(),
            item.status.to_string(),
            yes_or_no(can_start(item, ruleset)).to_owned(),
            figure(item.months),
            figure(item.hours),
            figure(item.cost),
            requires,
            wording::basis(item.provenance.basis).to_owned(),
            wording::source(&item.provenance),
        ];
        sheet.row(&item.obtain.to_string(), item.title.clone(), cells);
    }
    sheet
}

/// What has to be held before what, among these items and what they name.
fn diagram(pack: &Pack, items: &[TrainingId]) -> Result<Diagram, Missing> {
    let mut diagram = Diagram::default();
    let mut known: Vec<TrainingId> = Vec::new();
    let mut place = |diagram: &mut Diagram, id: TrainingId| {
        known.iter().position(|other| *other == id).unwrap_or_else(|| {
            known.push(id);
            let item = pack.training(id);
            diagram.node(item.title.clone(), capital(&item.status.to_string()))
        })
    };
    for id in items {
        for before in pack.training(*id).requires.facts() {
            let (from, to) = (place(&mut diagram, before), place(&mut diagram, *id));
            diagram.arrow(from, to, "before");
        }
    }
    if diagram.arrows.is_empty() { Err(NO_ARROWS) } else { Ok(diagram) }
}

fn record(pack: &Pack, items: &[TrainingId], ruleset: Ruleset, on: Date) -> serde_json::Value {
    let about = pack.about();
    let items: Vec<_> = items.iter().map(|id| records::training_in_full(pack, pack.training(*id))).collect();
    json!({
        "pack": about.slug.as_str(),
        "edition": about.edition,
        "ruleset": ruleset.slug(),
        "date": on,
        "training": items,
    })
}
