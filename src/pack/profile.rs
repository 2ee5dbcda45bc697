//! Profiles: TOML files that describe a person. The pack's own are its personas; a user's own may say more.
//!
//! | key | holds |
//! |---|---|
//! | `id`, `title`, `story` | what it is called; never a name |
//! | `role`, `served_years` or `since` | the role held, and for how long or since which day |
//! | `have` | what is held, as a list of ids of training.csv |
//! | `[[held]]` `training`, `on`, `until` | the same with dates; what has run out does not count |
//! | `[[before]]` `role`, `years` or `from` and `to` | roles held before: they count for what they gave |
//! | `hours_per_week`, `region`, `target` | hours of study a week, where they work, the role wanted |
//! | `[wishes]` `sectors`, `regions`, `pay_at_least`, `most_moves`, `targets` | what is hoped for on the way |
//! | `[[waiver]]` `for`, `kind`, `by`, `on`, `note` | what was granted instead of a requirement |
//! | `dismissed` | warnings put away |

use std::collections::BTreeSet;

use super::cell::Limit;
use super::document::{Document, Section, Word};
use super::ids::Ids;
use super::report::{Judged, Report};
use crate::domain::Pack;
use crate::domain::id::{RegionId, RoleId, Slug, TrainingId};
use crate::domain::profile::record::Time;
use crate::domain::profile::{Before, Held, Profile, Since, Waiver, WaiverKind, Wishes};
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

/// What a profile may say, as far as the program writes it too.
pub(super) const WRITTEN: [&str; 17] = [
    "id",
    "title",
    "story",
    "role",
    "served_years",
    "since",
    "hours_per_week",
    "region",
    "have",
    "held",
    "before",
    "target",
    "wishes",
    "waiver",
    "dismissed",
    "plan",
    "appraisal",
];

/// What only people write.
const REMARKS: [&str; 2] = ["basis", "note"];

/// Reads a profile.
pub(super) fn read(file: &str, bytes: &[u8], owner: Owner, known: &Known, report: &mut Report) -> Judged<Profile> {
    let document = Document::new(file, bytes, report);
    let table = document.parse(report)?;
    let root = document.root(&table);
    root.judge_keys(&[WRITTEN.as_slice(), REMARKS.as_slice()].concat(), report);
    let slug = slug(root, owner, report);
    let own_title = title(root, owner, report);
    let story = root.text_or_empty("story", report);
    let role = root.required_text("role", report).and_then(|word| resolve(known.roles, &word, report));
    let role = role.map(RoleId::from_index);
    let since = since(root, report);
    let hours_per_week = root.amount("hours_per_week", Limit::HOURS_A_WEEK, report);
    let region = optional(root, "region", known.regions, report);
    let target = optional(root, "target", known.roles, report);
    let have = have(root, known.training, report);
    let (held, before) = (held(root, known.training, report), before(root, known.roles, report));
    let (wishes, waivers) = (wishes(root, known, report), waivers(root, known.training, report));
    let dismissed = root.words("dismissed", report);
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
        since: since?,
        have: have?,
        held: held?,
        before: before?,
        hours_per_week: hours_per_week?,
        region: region?.map(RegionId::from_index),
        target: target?.map(RoleId::from_index),
        wishes: wishes?,
        waivers: waivers?,
        dismissed: dismissed?.into_iter().map(|word| word.text).collect(),
    })
}

/// Since when the role is held: `since`, or `served_years`, or neither for somebody who has just come.
fn since(root: Section, report: &mut Report) -> Judged<Since> {
    let years = root.amount("served_years", Limit::SERVED, report);
    let day = root.date("since", report);
    match (years?, day?) {
        (Some(_), Some(_)) => report
            .refuse(root.place_of("since"), "since and served_years say the same thing twice; take one of them out"),
        (None, Some(day)) => Ok(Since::Day(day)),
        (years, None) => Ok(Since::Years(years.unwrap_or(Decimal::ZERO))),
    }
}

/// Every section of a list, judged; all faults are told before any of it is refused.
pub(super) fn each<T>(
    root: Section,
    key: &str,
    report: &mut Report,
    mut judge: impl FnMut(Section, &mut Report) -> Judged<T>,
) -> Judged<Vec<T>> {
    let sections = root.sections(key, report)?.unwrap_or_default();
    let judged: Vec<_> = sections.into_iter().map(|section| judge(section, report)).collect();
    judged.into_iter().collect()
}

fn held(root: Section, training: &Ids, report: &mut Report) -> Judged<Vec<Held>> {
    each(root, "held", report, |section, report| {
        section.judge_keys(&["training", "on", "until"], report);
        let item = named(section, "training", training, report);
        let (on, until) = (section.date("on", report), section.date("until", report));
        let (on, until) = (on?, until?);
        if on.zip(until).is_some_and(|(on, until)| until < on) {
            return report.refuse(section.place_of("until"), "until is before on; which of them is meant?");
        }
        Ok(Held { training: TrainingId::from_index(item?), on, until })
    })
}

fn before(root: Section, roles: &Ids, report: &mut Report) -> Judged<Vec<Before>> {
    each(root, "before", report, |section, report| {
        section.judge_keys(&["role", "years", "from", "to"], report);
        let role = named(section, "role", roles, report);
        let years = section.amount("years", Limit::SERVED, report);
        let (from, to) = (section.date("from", report), section.date("to", report));
        let time = match (years?, from?, to?) {
            (Some(years), None, None) => Time::Years(years),
            (None, Some(from), Some(to)) if from <= to => Time::Days { from, to },
            (None, Some(_), Some(_)) => {
                return report.refuse(section.place_of("to"), "to is before from; which of them is meant?");
            }
            _ => {
                let wanted = "a role held before needs either years = 2, or both from and to with dates";
                return report.refuse(section.place(), wanted);
            }
        };
        Ok(Before { role: RoleId::from_index(role?), time })
    })
}

fn wishes(root: Section, known: &Known, report: &mut Report) -> Judged<Wishes> {
    let Some(section) = root.section("wishes", report)? else { return Ok(Wishes::default()) };
    section.judge_keys(&["sectors", "regions", "pay_at_least", "most_moves", "targets"], report);
    let sectors = section.words("sectors", report);
    let regions = list(section, "regions", known.regions, report);
    let targets = list(section, "targets", known.roles, report);
    let pay_at_least = whole(section, "pay_at_least", Limit::PAY, report);
    let most_moves = whole(section, "most_moves", Limit::COUNT, report);
    Ok(Wishes {
        sectors: sectors?.into_iter().map(|word| word.text).collect(),
        regions: regions?.into_iter().map(RegionId::from_index).collect(),
        pay_at_least: pay_at_least?,
        most_moves: most_moves?,
        targets: targets?.into_iter().map(RoleId::from_index).collect(),
    })
}

fn waivers(root: Section, training: &Ids, report: &mut Report) -> Judged<Vec<Waiver>> {
    each(root, "waiver", report, |section, report| {
        section.judge_keys(&["for", "kind", "by", "on", "note"], report);
        let fact = named(section, "for", training, report);
        let by = section.required_text("by", report);
        let on = section.date("on", report);
        let note = section.text_or_empty("note", report);
        let kind = section.required_text("kind", report).and_then(|word| match WaiverKind::from_word(&word.text) {
            Some(kind) => Ok(kind),
            None => report.refuse(word.place, "kind has to be \"waiver\" or \"equivalence\""),
        });
        let Some(on) = on? else { return section.missing("on", "on = 2026-11-22, the day it was granted", report) };
        Ok(Waiver { fact: TrainingId::from_index(fact?), kind: kind?, by: by?.text, on, note: note? })
    })
}

/// The id under a key that has to be there.
fn named(section: Section, key: &str, ids: &Ids, report: &mut Report) -> Judged<usize> {
    let word = section.required_text(key, report)?;
    resolve(ids, &word, report)
}

fn list(section: Section, key: &str, ids: &Ids, report: &mut Report) -> Judged<Vec<usize>> {
    let words = section.words(key, report)?;
    let places: Vec<_> = words.iter().map(|word| resolve(ids, word, report)).collect();
    places.into_iter().collect()
}

/// A whole number that may be absent.
fn whole(section: Section, key: &str, limit: Limit, report: &mut Report) -> Judged<Option<u32>> {
    if section.has(key) { section.required_whole(key, limit, report).map(Some) } else { Ok(None) }
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
    Ok(list(root, "have", training, report)?.into_iter().map(TrainingId::from_index).collect())
}
