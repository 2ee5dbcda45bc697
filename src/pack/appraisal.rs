//! The appraisals in a user's own file: self-ratings with notes, priorities and objectives.
//!
//! | key | holds |
//! |---|---|
//! | `[[appraisal]]` `on`, `role`, `stage`, `priorities` | its day, the role held, the stage rated against, what to work on first |
//! | `[[appraisal.rating]]` `competency`, `rating`, `what`, `how` | 1 to 5, what was achieved, how it was done |
//! | `[[appraisal.objective]]` `what`, `due`, `done`, `plan`, `role`, `training` | what is to be done, and the step of a plan it serves |
//!
//! A competency that the pack at hand does not have is kept and told.

use super::cell::{Limit, not_among};
use super::document::{Document, Section, Word};
use super::ids::judge_kebab;
use super::profile::each;
use super::report::{Judged, Place, Refused, Report, quoted};
use crate::domain::appraisal::{
    Appraisal, CompetencyId, Framework, MOST_PRIORITIES, Objective, PlanStep, Rated, Rating,
};
use crate::domain::id::Slug;
use crate::domain::nearest::nearest;
use crate::domain::role::Stage;

/// What an appraisal may say.
pub(super) const WRITTEN: [&str; 6] = ["on", "role", "stage", "priorities", "rating", "objective"];
/// What is said of a competency in it.
pub(super) const RATING: [&str; 4] = ["competency", "rating", "what", "how"];
/// What is said of an objective in it.
pub(super) const OBJECTIVE: [&str; 6] = ["what", "due", "done", "plan", "role", "training"];

/// Reads the appraisals of a file; what is no TOML at all is told with the profile.
pub(super) fn read(document: &Document, framework: &Framework, report: &mut Report) -> Judged<Vec<Appraisal>> {
    let table = document.parse(&mut Report::default())?;
    each(document.root(&table), "appraisal", report, |section, report| appraisal(section, framework, report))
}

fn appraisal(section: Section, framework: &Framework, report: &mut Report) -> Judged<Appraisal> {
    section.judge_keys(&WRITTEN, report);
    let on = match section.date("on", report) {
        Ok(None) => section.missing("on", "on = 2026-11-22, the day of the appraisal", report),
        Ok(Some(on)) => Ok(on),
        Err(refused) => Err(refused),
    };
    let role = slug(section, "role", report);
    let stage = section.required_text("stage", report).and_then(|word| {
        let message = || not_among("stage", &word.text, &Stage::ALL.map(Stage::slug));
        Stage::from_cell(&word.text).map_or_else(|| report.refuse_with(word.place, message), Ok)
    });
    let priorities = priorities(section, framework, report);
    let ratings = each(section, "rating", report, |section, report| rated(section, framework, report));
    let objectives = each(section, "objective", report, objective);
    let ratings = ratings?;
    judge_twice(section, &ratings, report)?;
    Ok(Appraisal { on: on?, role: role?, stage: stage?, ratings, priorities: priorities?, objectives: objectives? })
}

/// Two ratings of one competency would be two truths.
fn judge_twice(section: Section, ratings: &[Rated], report: &mut Report) -> Judged<()> {
    let twice = ratings
        .iter()
        .enumerate()
        .find(|(at, rated)| ratings[..*at].iter().any(|before| before.competency == rated.competency));
    let Some((at, rated)) = twice else { return Ok(()) };
    let place = section.sections("rating", report)?.and_then(|sections| sections.get(at).map(Section::place));
    let message = format!("{} is rated twice in this appraisal; take one of them out", rated.competency);
    report.refuse(place.unwrap_or(section.place()), message)
}

fn priorities(section: Section, framework: &Framework, report: &mut Report) -> Judged<Vec<CompetencyId>> {
    let words = section.words("priorities", report)?;
    let ids: Vec<_> = words.iter().map(|word| competency(word, framework, report)).collect();
    if words.len() > MOST_PRIORITIES {
        let message = format!("there are {} priorities; {MOST_PRIORITIES} at the most are advised", words.len());
        report.warning(section.place_of("priorities"), message);
    }
    ids.into_iter().collect()
}

fn rated(section: Section, framework: &Framework, report: &mut Report) -> Judged<Rated> {
    section.judge_keys(&RATING, report);
    let id = section.required_text("competency", report).and_then(|word| competency(&word, framework, report));
    let rating = rating(section, report);
    let (what, how) = (section.lines("what", report), section.lines("how", report));
    Ok(Rated { competency: id?, rating: rating?, what: what?, how: how? })
}

fn rating(section: Section, report: &mut Report) -> Judged<Option<Rating>> {
    const POINTS: Limit = Limit { most: 5, unit: "" };
    if !section.has("rating") {
        return Ok(None);
    }
    let number = section.required_whole("rating", POINTS, report)?;
    match Rating::from_number(number) {
        Some(rating) => Ok(Some(rating)),
        None => report.refuse(section.place_of("rating"), "rating is from 1 to 5; leave it out for no rating"),
    }
}

/// The competency a word means, warned of when this pack does not have it.
fn competency(word: &Word, framework: &Framework, report: &mut Report) -> Judged<CompetencyId> {
    let slug = judge_kebab("competency", &word.text, word.place, report).ok_or(Refused)?;
    let id = CompetencyId::parse(slug.as_str()).ok_or(Refused)?;
    if !framework.is_empty() && framework.find(&id).is_none() {
        unknown(&id, word.place, framework, report);
    }
    Ok(id)
}

fn unknown(id: &CompetencyId, place: Place, framework: &Framework, report: &mut Report) {
    let near = nearest(id.as_str(), framework.competencies().map(|one| one.id.as_str()), 1);
    let hint = near.first().map_or_else(String::new, |near| format!("; nearest: {near}"));
    let id = quoted(id.as_str());
    report.warning(place, format!("this pack's framework has no competency {id}; it is kept as it is{hint}"));
}

fn objective(section: Section, report: &mut Report) -> Judged<Objective> {
    section.judge_keys(&OBJECTIVE, report);
    let what = section.required_text("what", report);
    let lines = section.lines("what", report);
    let (due, done) = (section.date("due", report), section.date("done", report));
    let step = step(section, report);
    what?;
    Ok(Objective { what: lines?, due: due?, done: done?, step: step? })
}

fn step(section: Section, report: &mut Report) -> Judged<Option<PlanStep>> {
    let (plan, role) = (slug(section, "plan", report), slug(section, "role", report));
    let training = slug(section, "training", report);
    match (plan?, role?, training?) {
        (None, None, None) => Ok(None),
        (Some(plan), Some(role), training) => Ok(Some(PlanStep { plan, role, training })),
        _ => {
            let message = "a step of a plan needs plan and role, and training where it is not the role itself";
            report.refuse(section.place(), message)
        }
    }
}

/// An id that may be absent and need not be one of this pack.
fn slug(section: Section, key: &str, report: &mut Report) -> Judged<Option<Slug>> {
    match section.text(key, report)? {
        Some(word) => judge_kebab(key, &word.text, word.place, report).ok_or(Refused).map(Some),
        None => Ok(None),
    }
}
