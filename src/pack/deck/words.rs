//! A deck as the text of its file.

use serde::Serialize;

use crate::domain::Pack;
use crate::domain::deck::{
    Deck, Distance, MapSieve, Poll, PostSieve, Sheet, Show, Somebody, Source, Spotlight, Step, Wording,
};
use crate::domain::planner::{Course, MovesAllowed};
use crate::domain::quantity::Decimal;

/// A deck as its file; reading it gives the same deck again. Ids are those of the pack.
pub(in crate::pack) fn write(deck: &Deck, pack: &Pack) -> String {
    toml::to_string_pretty(&DeckWords::of(deck, pack)).unwrap_or_default()
}

#[derive(Serialize)]
struct DeckWords<'d> {
    id: &'d str,
    title: &'d str,
    #[serde(skip_serializing_if = "str::is_empty")]
    about: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<Decimal>,
    step: Vec<StepWords<'d>>,
}

#[derive(Serialize)]
struct StepWords<'d> {
    title: &'d str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    words: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<Decimal>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<SourceWords<'d>>,
    #[serde(skip_serializing_if = "ShowWords::is_empty")]
    show: ShowWords<'d>,
    #[serde(skip_serializing_if = "Option::is_none")]
    poll: Option<PollWords>,
}

#[derive(Serialize)]
struct SourceWords<'d> {
    title: &'d str,
    url: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

#[derive(Serialize)]
struct PollWords {
    question: String,
    answers: Vec<String>,
}

#[derive(Default, PartialEq, Serialize)]
struct ShowWords<'d> {
    #[serde(skip_serializing_if = "Option::is_none")]
    persona: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    served_years: Option<Decimal>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    have: Vec<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hours_per_week: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    through: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    avoiding: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ruleset: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exceptional: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    screen: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zoom: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    training: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    post: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    route: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    compare: Option<Compare<'d>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    filter: Option<MapWords<'d>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    list: Option<PostsWords<'d>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spotlight: Option<SpotlightWords<'d>>,
}

#[derive(PartialEq, Serialize)]
#[serde(untagged)]
enum Compare<'d> {
    Word(&'d str),
    Lines(&'d [usize]),
}

#[derive(PartialEq, Serialize)]
struct MapWords<'d> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    families: Vec<&'d str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    levels: Vec<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sectors: Vec<&'d str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    regions: Vec<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    within: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rules: Vec<&'static str>,
    #[serde(skip_serializing_if = "is_false")]
    challenged: bool,
    #[serde(skip_serializing_if = "is_false")]
    in_reach: bool,
}

#[derive(PartialEq, Serialize)]
struct PostsWords<'d> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    families: Vec<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    segment: Option<u8>,
    #[serde(skip_serializing_if = "is_false")]
    challenged: bool,
    #[serde(skip_serializing_if = "is_false")]
    eligible: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    words: &'d str,
}

#[derive(PartialEq, Serialize)]
struct SpotlightWords<'d> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    roles: Vec<&'d str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    training: Vec<&'d str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    moves: Vec<LegWords<'d>>,
}

#[derive(PartialEq, Serialize)]
struct LegWords<'d> {
    from: &'d str,
    to: &'d str,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over like this")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

fn texts(wordings: &[Wording]) -> Vec<String> {
    wordings.iter().map(ToString::to_string).collect()
}

impl<'d> DeckWords<'d> {
    fn of(deck: &'d Deck, pack: &'d Pack) -> Self {
        Self {
            id: deck.slug.as_str(),
            title: &deck.title,
            about: &deck.about,
            minutes: deck.minutes,
            step: deck.steps.iter().map(|step| StepWords::of(step, pack)).collect(),
        }
    }
}

impl<'d> StepWords<'d> {
    fn of(step: &'d Step, pack: &'d Pack) -> Self {
        let source = |source: &'d Source| {
            let date = source.date.map(|date| date.to_string());
            SourceWords { title: &source.title, url: &source.url, date }
        };
        let poll = |poll: &Poll| PollWords { question: poll.question.to_string(), answers: texts(&poll.answers) };
        let mut show = ShowWords::default();
        step.shows.iter().for_each(|said| show.take(said, pack));
        Self {
            title: &step.title,
            words: texts(&step.words),
            notes: texts(&step.notes),
            minutes: step.minutes,
            sources: step.sources.iter().map(source).collect(),
            show,
            poll: step.poll.as_ref().map(poll),
        }
    }
}

impl<'d> ShowWords<'d> {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn take(&mut self, show: &'d Show, pack: &'d Pack) {
        let role = |id| pack.role(id).slug.as_str();
        match show {
            Show::Me(Somebody::Persona(slug)) => self.persona = Some(slug.as_str()),
            Show::Me(Somebody::InRole { role: held, served_years, have }) => {
                self.from = Some(role(*held));
                self.served_years = (*served_years != Decimal::ZERO).then_some(*served_years);
                self.have = have.iter().map(|item| pack.training(*item).slug.as_str()).collect();
            }
            Show::Hours(hours) => self.hours_per_week = Some(*hours),
            Show::Target(target) => self.to = Some(role(*target)),
            Show::Rules(rules) => self.ruleset = Some(rules.slug()),
            Show::Moves(moves) => self.exceptional = Some(*moves == MovesAllowed::Exceptional),
            Show::Course(Course::Any) => self.through = Some(""),
            Show::Course(Course::Through(on_the_way)) => self.through = Some(role(*on_the_way)),
            Show::Course(Course::Avoiding(barred)) => self.avoiding = Some(role(*barred)),
            Show::Screen(view) => self.screen = Some(view.word()),
            Show::Zoom(zoom) => self.zoom = Some(zoom.word()),
            Show::Map(sieve) => self.filter = Some(map(sieve, pack)),
            Show::Posts(sieve) => self.list = Some(posts(sieve, pack)),
            Show::Role(selected) => self.role = Some(role(*selected)),
            Show::Training(item) => self.training = Some(pack.training(*item).slug.as_str()),
            Show::Post(post) => self.post = Some(post),
            Show::Route(line) => self.route = Some(*line),
            Show::Sheet(sheet) => self.open(sheet),
            Show::Spotlight(light) => self.spotlight = Some(spotlight(light, pack)),
        }
    }

    fn open(&mut self, sheet: &'d Sheet) {
        match sheet {
            Sheet::CompareRoutes(lines) => self.compare = Some(Compare::Lines(lines)),
            Sheet::CompareRules => self.compare = Some(Compare::Word("rules")),
            Sheet::Breakdown => self.sheet = Some("breakdown"),
            Sheet::PayBack => self.sheet = Some("pay-back"),
            Sheet::Feeders => self.sheet = Some("feeders"),
            Sheet::WhatIf => self.sheet = Some("what-if"),
        }
    }
}

fn map<'d>(sieve: &'d MapSieve, pack: &'d Pack) -> MapWords<'d> {
    MapWords {
        families: sieve.families.iter().map(|id| pack.family(*id).slug.as_str()).collect(),
        levels: sieve.levels.iter().map(|level| level.0).collect(),
        sectors: sieve.sectors.iter().map(String::as_str).collect(),
        regions: sieve.regions.iter().map(|id| pack.region(*id).slug.as_str()).collect(),
        within: sieve.within.map(Distance::moves),
        rules: sieve.rules.iter().map(|change| change.word()).collect(),
        challenged: sieve.challenged,
        in_reach: sieve.in_reach,
    }
}

fn posts<'d>(sieve: &'d PostSieve, pack: &'d Pack) -> PostsWords<'d> {
    let named = |name: &&str| pack.tables().regions.iter().find(|region| region.title == **name);
    PostsWords {
        families: sieve.families.iter().map(|id| pack.family(*id).slug.as_str()).collect(),
        level: sieve.level.map(|level| level.0),
        region: sieve.region.as_deref().as_ref().and_then(named).map(|region| region.slug.as_str()),
        segment: sieve.segment,
        challenged: sieve.challenged,
        eligible: sieve.eligible,
        words: &sieve.words,
    }
}

fn spotlight<'d>(light: &'d Spotlight, pack: &'d Pack) -> SpotlightWords<'d> {
    let role = |id| pack.role(id).slug.as_str();
    SpotlightWords {
        roles: light.roles.iter().map(|id| role(*id)).collect(),
        training: light.training.iter().map(|id| pack.training(*id).slug.as_str()).collect(),
        moves: light.moves.iter().map(|leg| LegWords { from: role(leg.from), to: role(leg.to) }).collect(),
    }
}
