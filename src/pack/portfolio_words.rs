//! A portfolio in the words of its file: ids instead of places in tables, and nothing where there is nothing to say.

use std::collections::BTreeMap;

use serde::Serialize;

use super::appraisal_words::AppraisalWords;
use crate::domain::Pack;
use crate::domain::plan::Plan;
use crate::domain::portfolio::Portfolio;
use crate::domain::profile::record::Time;
use crate::domain::profile::{Before, Held, Since, Waiver, Wishes};
use crate::domain::quantity::Decimal;

/// A portfolio.
#[derive(Serialize)]
pub(super) struct Words<'p> {
    id: &'p str,
    title: &'p str,
    #[serde(skip_serializing_if = "str::is_empty")]
    story: &'p str,
    role: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    served_years: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hours_per_week: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<&'p str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    have: Vec<&'p str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dismissed: Vec<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wishes: Option<WishWords<'p>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    held: Vec<BTreeMap<&'static str, String>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    before: Vec<BeforeWords<'p>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    waiver: Vec<BTreeMap<&'static str, String>>,
    #[serde(skip_serializing_if = "<[Plan]>::is_empty")]
    plan: &'p [Plan],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    appraisal: Vec<AppraisalWords<'p>>,
}

#[derive(Serialize)]
struct WishWords<'p> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sectors: Vec<&'p str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    regions: Vec<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pay_at_least: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    most_moves: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    targets: Vec<&'p str>,
}

#[derive(Serialize)]
struct BeforeWords<'p> {
    role: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    years: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
}

impl<'p> Words<'p> {
    /// A portfolio that refers to this pack.
    pub(super) fn of(portfolio: &'p Portfolio, pack: &'p Pack) -> Self {
        let profile = &portfolio.profile;
        let (served_years, since) = match profile.since {
            Since::Years(years) => (Some(years), None),
            Since::Day(day) => (None, Some(day.to_string())),
        };
        Self {
            id: profile.slug.as_str(),
            title: &profile.title,
            story: &profile.story,
            role: pack.role(profile.role).slug.as_str(),
            served_years,
            since,
            hours_per_week: profile.hours_per_week,
            region: profile.region.map(|region| pack.region(region).slug.as_str()),
            target: profile.target.map(|target| pack.role(target).slug.as_str()),
            have: profile.have.iter().map(|item| pack.training(*item).slug.as_str()).collect(),
            dismissed: profile.dismissed.iter().map(String::as_str).collect(),
            wishes: (profile.wishes != Wishes::default()).then(|| wishes(&profile.wishes, pack)),
            held: profile.held.iter().map(|held| self::held(held, pack)).collect(),
            before: profile.before.iter().map(|before| self::before(before, pack)).collect(),
            waiver: profile.waivers.iter().map(|waiver| self::waiver(waiver, pack)).collect(),
            plan: &portfolio.plans,
            appraisal: portfolio.appraisals.iter().map(AppraisalWords::of).collect(),
        }
    }
}

fn wishes<'p>(wishes: &'p Wishes, pack: &'p Pack) -> WishWords<'p> {
    WishWords {
        sectors: wishes.sectors.iter().map(String::as_str).collect(),
        regions: wishes.regions.iter().map(|region| pack.region(*region).slug.as_str()).collect(),
        pay_at_least: wishes.pay_at_least,
        most_moves: wishes.most_moves,
        targets: wishes.targets.iter().map(|role| pack.role(*role).slug.as_str()).collect(),
    }
}

fn held(held: &Held, pack: &Pack) -> BTreeMap<&'static str, String> {
    let mut words = BTreeMap::from([("training", pack.training(held.training).slug.to_string())]);
    words.extend(held.on.map(|day| ("on", day.to_string())));
    words.extend(held.until.map(|day| ("until", day.to_string())));
    words
}

fn before<'p>(before: &Before, pack: &'p Pack) -> BeforeWords<'p> {
    let role = pack.role(before.role).slug.as_str();
    match before.time {
        Time::Years(years) => BeforeWords { role, years: Some(years), from: None, to: None },
        Time::Days { from, to } => {
            BeforeWords { role, years: None, from: Some(from.to_string()), to: Some(to.to_string()) }
        }
    }
}

fn waiver(waiver: &Waiver, pack: &Pack) -> BTreeMap<&'static str, String> {
    let mut words = BTreeMap::from([
        ("for", pack.training(waiver.fact).slug.to_string()),
        ("kind", waiver.kind.to_string()),
        ("by", waiver.by.clone()),
        ("on", waiver.on.to_string()),
    ]);
    if !waiver.note.is_empty() {
        words.insert("note", waiver.note.clone());
    }
    words
}
