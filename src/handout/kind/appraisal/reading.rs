//! An appraisal to be read.

use super::{Sort, Telling, one_line, rated};
use crate::domain::appraisal::{Cycle, Due, Ground, MOST_PRIORITIES, Objective, Rating, of_competency, sittings};
use crate::domain::dates;
use crate::domain::plan::next;
use crate::domain::plan::next_actions;
use crate::domain::provenance::Basis;
use crate::handout::about::About;
use crate::handout::document::{Block, Document, Section, Table};
use crate::handout::wording::{self, Rests};

/// So many actions of each plan are told.
const NEXT: usize = 3;
/// So many earlier appraisals stand beside each other.
const EARLIER: usize = 4;

pub(super) fn document(telling: Telling<'_>) -> Document {
    let Telling { pack, portfolio, on, .. } = telling;
    let mut sections = vec![
        Section::new("At a glance", vec![Block::Table(glance(telling))]),
        Section::new("What to work on first", vec![priorities(telling)]),
        rated::gap(telling),
        rated::scale(telling),
    ];
    sections.extend(rated::areas(telling));
    sections.push(Section::new("Objectives", vec![objectives(telling)]));
    sections.extend(moves(telling));
    sections.extend(history(telling));
    let hours = portfolio.profile.hours_per_week.unwrap_or(pack.tables().hours_per_week);
    Document {
        title: match telling.sort {
            Sort::Filled => format!("Appraisal pack of {}", dates::day(telling.day())),
            Sort::Form => "Appraisal pack, to fill in".to_owned(),
        },
        lead: lead(telling),
        about: About::new(pack, telling.ruleset, on, hours),
        sections,
        assumed: assumed(telling),
        basis: basis(telling),
    }
}

fn lead(telling: Telling<'_>) -> String {
    let whose = &telling.portfolio.profile.title;
    format!(
        "{whose}. Private, and for development, not for judgement: it belongs to the person it is about, who decides who \
         sees it."
    )
}

fn glance(telling: Telling<'_>) -> Table {
    let Telling { pack, portfolio, appraisal, .. } = telling;
    let profile = &portfolio.profile;
    let mut table = Table::new("This appraisal", &["What", "Which"]);
    let mut row = |what: &str, which: String| table.row(vec![what.to_owned(), which]);
    row("Role", format!("{}, {}", pack.role(profile.role).title, profile.since));
    if telling.role() != pack.role(profile.role).title {
        row("Role when it was rated", telling.role().to_owned());
    }
    row("Rated against", appraisal.stage.to_string());
    let unstaged = || profile.target.map_or("none named", |target| &pack.role(target).title).to_owned();
    let wanted = telling.wanted().map_or_else(unstaged, |(role, stage)| format!("{role}, {stage}"));
    row("Role wanted", wanted);
    let all = telling.framework.competencies().count();
    let count = telling.framework.competencies().filter(|one| appraisal.rating(&one.id).is_some()).count();
    row("Competencies rated", format!("{count} of {all}"));
    row("Next appraisal", due(telling));
    table
}

/// `by 30 Jun 2027: the chair's appraisal reaches NHS England by 30 June (sourced)`.
fn due(telling: Telling<'_>) -> String {
    let when = match telling.due.on {
        Some(day) if day < telling.on => format!("was due by {}", dates::day(day)),
        Some(day) => format!("by {}", dates::day(day)),
        None => "no day is named before the first".to_owned(),
    };
    match telling.due.ground {
        Ground::Cycle(cycle) => format!("{when}. {} ({})", cycle.what, wording::basis(cycle.provenance.basis)),
        Ground::Assumed => {
            format!("{when}. One a year ({})", wording::basis(Basis::Assumed))
        }
    }
}

fn priorities(telling: Telling<'_>) -> Block {
    let Telling { framework, appraisal, .. } = telling;
    let wanted = telling.aim.stage().unwrap_or(appraisal.stage);
    let expects = format!("{wanted} expects");
    let mut table = Table::new("One to three priorities", &["Priority", expects.as_str(), "Rating"]);
    for id in &appraisal.priorities {
        let expects = framework.find(id).and_then(|one| one.expects(wanted)).unwrap_or_default();
        let rating = appraisal
            .rating(id)
            .map_or("not rated".to_owned(), |rating| format!("{} {}", rating.number(), framework.point(rating).title));
        table.row(vec![framework.title(id).to_owned(), expects.to_owned(), rating]);
    }
    if table.rows.is_empty() && telling.sort == Sort::Filled {
        return Block::Paragraph("No priorities are named. One to three are advised.".to_owned());
    }
    if table.rows.is_empty() {
        table = Table::new("One to three priorities", &["No.", "Priority"]).by_hand(1);
        for number in 1..=MOST_PRIORITIES {
            table.row(vec![number.to_string()]);
        }
    }
    Block::Table(table)
}

fn objectives(telling: Telling<'_>) -> Block {
    let objectives = &telling.appraisal.objectives;
    let mut table =
        Table::new("What is to be done", &["Objective", "By", "Serves this step of a plan", "How it stands"]);
    for objective in objectives {
        table.row(vec![
            one_line(&objective.what),
            objective.due.map_or_else(String::new, wording::day),
            step(telling, objective),
            stands(telling, objective),
        ]);
    }
    match (table.rows.is_empty(), telling.sort) {
        (false, _) => Block::Table(table),
        (true, Sort::Filled) => Block::Paragraph("No objectives are set.".to_owned()),
        (true, Sort::Form) => {
            let mut form = Table::new("What is to be done", &["No.", "Objective", "By"]).by_hand(1).by_hand(2);
            (1..=MOST_PRIORITIES).for_each(|number| form.row(vec![number.to_string()]));
            Block::Table(form)
        }
    }
}

/// The step of a plan an objective serves; its ids where the plan is gone or changed.
pub(super) fn step(telling: Telling<'_>, objective: &Objective) -> String {
    let Some(step) = &objective.step else { return String::new() };
    let plans = &telling.portfolio.plans;
    let found = step.find(plans).map(|(plan, item)| format!("{} (plan {})", next::to_do(plan, item), plan.title));
    found.unwrap_or_else(|| {
        let what = step.training.as_ref().unwrap_or(&step.role);
        format!("{what}, no longer in the plan {}", step.plan)
    })
}

fn stands(telling: Telling<'_>, objective: &Objective) -> String {
    match objective.done {
        Some(day) => format!("✓ done {}", dates::day(day)),
        None if objective.is_overdue(telling.on) => "overdue".to_owned(),
        None => "open".to_owned(),
    }
}

/// What each plan has next.
fn moves(telling: Telling<'_>) -> Option<Section> {
    let mut table = Table::new("The next steps of each plan", &["Step", "Plan", "From", "To"]);
    for plan in &telling.portfolio.plans {
        for action in next_actions(plan, telling.on, NEXT) {
            let slot = action.slot;
            let days = [slot.from, slot.to].map(wording::day);
            let mut cells = vec![next::to_do(plan, slot.item), plan.title.clone()];
            cells.extend(days);
            table.row(cells);
        }
    }
    (!table.rows.is_empty()).then(|| Section::new("Next moves", vec![Block::Table(table)]))
}

/// The ratings beside those of earlier appraisals, once there are two.
fn history(telling: Telling<'_>) -> Option<Section> {
    let Telling { framework, portfolio, .. } = telling;
    let all = sittings(&portfolio.appraisals, framework);
    if all.len() < 2 {
        return None;
    }
    let met_from = framework.point(Rating::MET_FROM).title.to_lowercase();
    let better = format!("Rated {met_from} or better");
    let mut counts =
        Table::new("The appraisals so far", &["Day", "Stage", better.as_str(), "Rated lower", "Not rated"]);
    counts = (2..=4).fold(counts, Table::figures);
    for sitting in &all {
        let reached = sitting.at_least(Rating::MET_FROM);
        let lower = sitting.rated() - reached;
        let figures = [reached, lower, sitting.not_rated].map(|count| count.to_string());
        let mut cells = vec![wording::day(sitting.on), sitting.stage.to_string()];
        cells.extend(figures);
        counts.row(cells);
    }
    let says = "Ratings against two stages are not on one scale: what is strong at one may be new at the next.";
    let mut blocks = vec![Block::Paragraph(says.to_owned()), Block::Table(counts)];
    blocks.extend(changes(telling).map(Block::Table));
    Some(Section::new("From one appraisal to the next", blocks))
}

/// Every competency that was rated twice, with its last ratings.
fn changes(telling: Telling<'_>) -> Option<Table> {
    let mut table = Table::new("Competencies rated more than once", &["Competency", "Oldest of these first"]);
    for competency in telling.framework.competencies() {
        let points = of_competency(&telling.portfolio.appraisals, &competency.id);
        if points.len() < 2 {
            continue;
        }
        let last = &points[points.len().saturating_sub(EARLIER)..];
        let said =
            last.iter().map(|point| format!("{}: {} ({})", dates::month(point.on), point.rating.number(), point.stage));
        table.row(vec![competency.title.clone(), said.collect::<Vec<_>>().join("; ")]);
    }
    (!table.rows.is_empty()).then_some(table)
}

pub(super) fn assumed(telling: Telling<'_>) -> Vec<String> {
    let met_from = &telling.framework.point(Rating::MET_FROM).title;
    let mut assumed = vec![
        "Every rating is the person's own".to_owned(),
        format!("{met_from} or better counts as met: our judgement, the scale draws no such line"),
    ];
    assumed.push(match telling.due.ground {
        Ground::Cycle(Cycle { due: Due::By(_), .. }) => {
            "An appraisal counts for its calendar year: our way of reckoning when the next is due".to_owned()
        }
        Ground::Cycle(_) => "The next appraisal is due a year after the last: no day is named".to_owned(),
        Ground::Assumed => "There is an appraisal every year: nothing else is known".to_owned(),
    });
    assumed
}

fn basis(telling: Telling<'_>) -> Vec<Block> {
    let Telling { pack, portfolio, framework, .. } = telling;
    let mut rests = Rests::new();
    let roles = std::iter::once(portfolio.profile.role).chain(portfolio.profile.target);
    for role in roles.map(|role| pack.role(role)) {
        rests.add(format!("{} (role)", role.title), wording::role_basis(role), &role.provenance);
    }
    for point in framework.scale() {
        // They come from one place, and then are told once.
        rests.add("The points of the scale", wording::basis(point.provenance.basis), &point.provenance);
    }
    let mut notes = vec!["What each stage expects is said in this data's own words.".to_owned()];
    if let Ground::Cycle(cycle) = telling.due.ground {
        rests.add(cycle.what.clone(), wording::basis(cycle.provenance.basis), &cycle.provenance);
        notes.extend(Some(&cycle.provenance.note).filter(|note| !note.is_empty()).map(|note| format!("{note}.")));
    }
    rests.blocks(&notes)
}
