//! Profiles: TOML files that describe a person. The pack's own are its personas.

use std::collections::BTreeSet;

use super::cell::Limit;
use super::document::{Document, Section, Word};
use super::ids::Ids;
use super::report::{Judged, Report};
use crate::domain::id::{RegionId, RoleId, TrainingId};
use crate::domain::person::Profile;
use crate::domain::quantity::Decimal;

/// What a profile refers to.
pub(super) struct Known<'i> {
    pub roles: &'i Ids,
    pub training: &'i Ids,
    pub regions: &'i Ids,
}

/// Reads a profile.
pub(super) fn read(file: &str, bytes: &[u8], known: &Known, report: &mut Report) -> Judged<Profile> {
    let document = Document::new(file, bytes, report);
    let table = document.parse(report)?;
    let root = document.root(&table);
    let keys =
        ["id", "title", "story", "role", "served_years", "hours_per_week", "region", "have", "target", "basis", "note"];
    root.judge_keys(&keys, report);
    let slug = root.required_slug(report);
    let title = root.required_text("title", report);
    let story = root.text_or_empty("story", report);
    let role = root.required_text("role", report).and_then(|word| resolve(known.roles, &word, report));
    let served_years = root.amount("served_years", Limit::YEARS, report);
    let hours_per_week = root.amount("hours_per_week", Limit::HOURS_A_WEEK, report);
    let region = optional(root, "region", known.regions, report);
    let target = optional(root, "target", known.roles, report);
    let have = have(root, known.training, report);
    Ok(Profile {
        slug: slug?,
        title: title?.text,
        story: story?,
        role: RoleId::from_index(role?),
        served_years: served_years?.unwrap_or(Decimal::ZERO),
        have: have?,
        hours_per_week: hours_per_week?,
        region: region?.map(RegionId::from_index),
        target: target?.map(RoleId::from_index),
    })
}

fn resolve(ids: &Ids, word: &Word, report: &mut Report) -> Judged<usize> {
    ids.resolve(&word.text, word.place, report)
}

fn optional(root: Section, key: &str, ids: &Ids, report: &mut Report) -> Judged<Option<usize>> {
    match root.text(key, report)? {
        Some(word) if !word.text.is_empty() => resolve(ids, &word, report).map(Some),
        _ => Ok(None),
    }
}

fn have(root: Section, training: &Ids, report: &mut Report) -> Judged<BTreeSet<TrainingId>> {
    let words = root.words("have", report)?;
    let facts: Vec<_> = words.iter().map(|word| resolve(training, word, report).map(TrainingId::from_index)).collect();
    facts.into_iter().collect()
}
