//! The Framework standard by standard, with what was rated and noted, and how far it is to the role wanted.

use super::{Sort, Telling, one_line, stands};
use crate::domain::appraisal::{Competency, FocusArea, Note, Rating, Standard, Standing, tally};
use crate::domain::role::Stage;
use crate::handout::document::{Block, Section, Table};

/// The five points of the scale.
pub(super) fn scale(telling: Telling<'_>) -> Section {
    let mut table = Table::new("The points of the scale", &["Point", "Name", "What it says"]);
    for point in telling.framework.scale() {
        table.row(vec![point.rating.number().to_string(), point.title.clone(), point.meaning.clone()]);
    }
    let stage = telling.appraisal.stage;
    let says = format!("A rating says how well the person does what {stage} expects, in their own eyes.");
    Section::new("The scale", vec![Block::Paragraph(says), Block::Table(table)])
}

/// A section for each focus area, with a table for each of its standards.
pub(super) fn areas(telling: Telling<'_>) -> Vec<Section> {
    if telling.framework.is_empty() {
        let nothing = "This data has no framework of competencies: there is nothing to rate.";
        return vec![Section::new("Ratings", vec![Block::Paragraph(nothing.to_owned())])];
    }
    let section = |area: &FocusArea| {
        let tables = area.standards.iter().map(|one| Block::Table(standard(telling, one)));
        Section::new(area.title.clone(), tables.collect())
    };
    let mut sections: Vec<Section> = telling.framework.areas().iter().map(section).collect();
    sections.extend(unknown(telling));
    sections
}

fn standard(telling: Telling<'_>, standard: &Standard) -> Table {
    let expects = format!("{} expects", telling.appraisal.stage);
    let heads = ["Competency", expects.as_str(), "Rating", "What was achieved", "How it was done"];
    let mut table = Table::new(standard.title.clone(), &heads);
    if telling.sort == Sort::Form {
        table = table.by_hand(3).by_hand(4);
    }
    for competency in &standard.competencies {
        let appraisal = telling.appraisal;
        let note = |note| one_line(appraisal.note(&competency.id, note));
        table.row(vec![
            competency.title.clone(),
            competency.expects(appraisal.stage).unwrap_or("nothing is said").to_owned(),
            rating(telling, competency),
            note(Note::What),
            note(Note::How),
        ]);
    }
    table
}

/// `4 Strong`; on a form the points to choose from.
fn rating(telling: Telling<'_>, competency: &Competency) -> String {
    match (telling.appraisal.rating(&competency.id), telling.sort) {
        (Some(rating), _) => format!("{}\u{A0}{}", rating.number(), telling.framework.point(rating).title),
        (None, Sort::Form) => "1\u{A0}2\u{A0}3\u{A0}4\u{A0}5".to_owned(),
        (None, Sort::Filled) => "not rated".to_owned(),
    }
}

/// What was rated and is not in this pack's Framework: kept, and shown as such.
fn unknown(telling: Telling<'_>) -> Option<Section> {
    let unknown = telling.appraisal.unknown_to(telling.framework);
    let rating = |id| telling.appraisal.rating(id).map_or("not rated".to_owned(), |one| one.number().to_string());
    let lines: Vec<String> = unknown.into_iter().map(|id| format!("{id}: {}", rating(id))).collect();
    let says = "These were rated with other data and are not in this framework; they are kept.";
    let blocks = vec![Block::Paragraph(says.to_owned()), Block::List(lines.clone())];
    (!lines.is_empty()).then(|| Section::new("Not in this framework", blocks))
}

/// How far it is to the role wanted.
pub(super) fn gap(telling: Telling<'_>) -> Section {
    let heading = "The role wanted";
    let Some((role, stage)) = telling.wanted() else {
        let says = match telling.portfolio.profile.target {
            None => "No role wanted is named, so there is nothing to compare with.".to_owned(),
            Some(target) => format!("The data does not say at which stage {} is.", telling.pack.role(target).title),
        };
        return Section::new(heading, vec![Block::Paragraph(says)]);
    };
    let mut blocks = vec![Block::Paragraph(format!(
        "{role} is at {stage}. Met means rated {} or better against a stage at least as high: nobody is taken to meet a \
         stage against which they did not rate themselves. There is no total: this ranks nobody.",
        telling.framework.point(Rating::MET_FROM).title
    ))];
    if telling.sort == Sort::Filled && !telling.framework.is_empty() {
        blocks.push(Block::Table(tallies(telling, stage)));
    }
    blocks.extend(open(telling, stage).map(Block::Table));
    Section::new(heading, blocks)
}

fn tallies(telling: Telling<'_>, stage: Stage) -> Table {
    let heads = ["Focus area", "Met", "Not yet", "Not rated", "Not asked"];
    let mut table = Table::new(format!("Competencies against {stage}"), &heads);
    table = (1..heads.len()).fold(table, Table::figures);
    for area in telling.framework.areas() {
        let tally = tally(area, Some(telling.appraisal), stage);
        let counts = [tally.met, tally.not_yet, tally.not_rated, tally.not_asked].map(|count| count.to_string());
        table.row(std::iter::once(area.title.clone()).chain(counts).collect());
    }
    table
}

/// What is not met, with what the stage of the role wanted expects; on a form all that it expects.
fn open(telling: Telling<'_>, stage: Stage) -> Option<Table> {
    let expects = format!("{stage} expects");
    let mut table = match telling.sort {
        Sort::Filled => Table::new("What is not met yet", &["Competency", expects.as_str(), "How it stands"]),
        Sort::Form => Table::new("What the role wanted expects", &["Competency", expects.as_str()]),
    };
    for competency in telling.framework.competencies() {
        let (Some(expects), Some(standing)) = (competency.expects(stage), telling.standing(competency)) else {
            continue;
        };
        let mut cells = vec![competency.title.clone(), expects.to_owned()];
        match (telling.sort, standing) {
            (Sort::Form, _) => {}
            (Sort::Filled, Standing::NotYet { .. }) => cells.push(stands(standing)),
            (Sort::Filled, Standing::Met | Standing::NotRated | Standing::NotAsked) => continue,
        }
        table.row(cells);
    }
    (!table.rows.is_empty()).then_some(table)
}
