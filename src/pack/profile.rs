//! Profiles: TOML files that describe a person. The pack's own are its personas.

use std::collections::BTreeSet;

use super::cell::Limit;
use super::document::{Document, Section, Word};
use super::ids::Ids;
use super::report::{Judged, Report};
use crate::domain::Pack;
use crate::domain::id::{RegionId, RoleId, Slug, TrainingId};
use crate::domain::person::Profile;
use crate::domain::quantity::Decimal;

/// Whose profile it is, which decides what it has to say of itself.
#[derive(Clone, Copy)]
pub(super) enum Owner<'p> {
    /// A pack's: people choose it by its id and title.
    Pack,
    /// The user's own, for this pack: it is found by its file, so that the role is enough.
    User(&'p Pack),
}

/// The id of a user's own profile that gives none.
const OWN_ID: &str = "me";

/// What a profile refers to.
pub(super) struct Known<'i> {
    pub roles: &'i Ids<'i>,
    pub training: &'i Ids<'i>,
    pub regions: &'i Ids<'i>,
}

/// Reads a profile.
pub(super) fn read(file: &str, bytes: &[u8], owner: Owner, known: &Known, report: &mut Report) -> Judged<Profile> {
    let document = Document::new(file, bytes, report);
    let table = document.parse(report)?;
    let root = document.root(&table);
    let keys =
        ["id", "title", "story", "role", "served_years", "hours_per_week", "region", "have", "target", "basis", "note"];
    root.judge_keys(&keys, report);
    let slug = slug(root, owner, report);
    let own_title = title(root, owner, report);
    let story = root.text_or_empty("story", report);
    let role = root.required_text("role", report).and_then(|word| resolve(known.roles, &word, report));
    let role = role.map(RoleId::from_index);
    let served_years = root.amount("served_years", Limit::SERVED, report);
    let hours_per_week = root.amount("hours_per_week", Limit::HOURS_A_WEEK, report);
    let region = optional(root, "region", known.regions, report);
    let target = optional(root, "target", known.roles, report);
    let have = have(root, known.training, report);
    let (slug, own_title, role) = (slug?, own_title?, role?);
    let role_title = || match owner {
        Owner::Pack => String::new(),
        Owner::User(pack) => pack.role(role).title.clone(),
    };
    Ok(Profile {
        slug,
        title: own_title.unwrap_or_else(role_title),
        story: story?,
        role,
        served_years: served_years?.unwrap_or(Decimal::ZERO),
        have: have?,
        hours_per_week: hours_per_week?,
        region: region?.map(RegionId::from_index),
        target: target?.map(RoleId::from_index),
    })
}

/// Its id; that of every user's own profile when it may be left out and is.
fn slug(root: Section, owner: Owner, report: &mut Report) -> Judged<Slug> {
    match (owner, root.has("id"), Slug::parse(OWN_ID)) {
        (Owner::User(_), false, Some(own)) => Ok(own),
        _ => root.required_slug(report),
    }
}

/// Its title; nothing when it may be left out and is.
fn title(root: Section, owner: Owner, report: &mut Report) -> Judged<Option<String>> {
    match owner {
        Owner::User(_) if !root.has("title") => Ok(None),
        _ => root.required_text("title", report).map(|word| Some(word.text)),
    }
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
