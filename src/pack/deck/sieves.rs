//! Which roles of the map and which posts a step leaves to be seen.
//!
//! | table | key | holds |
//! |---|---|---|
//! | `[step.show.filter]` | `families`, `levels`, `sectors`, `regions` | of these alone |
//! | | `within` | at most so many moves from the selected role: 1, 2 or 3 |
//! | | `rules` | by what the rules ask for, against today's: `more`, `more-of-all`, `same` |
//! | | `challenged`, `in_reach` | only with posts in challenged organisations; only what the person can reach |
//! | `[step.show.list]` | `families`, `level`, `region`, `segment` | of these alone |
//! | | `challenged`, `eligible`, `words` | only in challenged organisations; only for the person; with these words |

use std::collections::BTreeSet;

use super::Known;
use super::shows::{choose, ids};
use crate::domain::deck::{Distance, MapSieve, PostSieve, RulesChange};
use crate::domain::id::{FamilyId, RegionId};
use crate::domain::role::LevelNumber;
use crate::pack::cell::Limit;
use crate::pack::document::Section;
use crate::pack::report::{Judged, Place, Report};

const MAP_KEYS: [&str; 8] = ["families", "levels", "sectors", "regions", "within", "rules", "challenged", "in_reach"];
const POST_KEYS: [&str; 7] = ["families", "level", "region", "segment", "challenged", "eligible", "words"];

/// Which roles of the map are to be seen.
pub(super) fn map(section: Section, known: &Known, report: &mut Report) -> Judged<Option<MapSieve>> {
    let Some(section) = section.section("filter", report)? else { return Ok(None) };
    section.judge_keys(&MAP_KEYS, report);
    let families = families(section, known, report);
    let levels = levels(section, known, report);
    let sectors = sectors(section, known, report);
    let regions = ids(section, "regions", known.regions, report);
    let within = within(section, report);
    let rules = rules(section, report);
    let (challenged, in_reach) = (section.flag("challenged", report), section.flag("in_reach", report));
    Ok(Some(MapSieve {
        families: families?,
        levels: levels?,
        sectors: sectors?,
        regions: regions?.into_iter().map(RegionId::from_index).collect(),
        within: within?,
        rules: rules?,
        challenged: challenged?.unwrap_or(false),
        in_reach: in_reach?.unwrap_or(false),
    }))
}

/// Which posts are listed.
pub(super) fn posts(section: Section, known: &Known, report: &mut Report) -> Judged<Option<PostSieve>> {
    let Some(section) = section.section("list", report)? else { return Ok(None) };
    section.judge_keys(&POST_KEYS, report);
    let families = families(section, known, report);
    let level = only_level(section, known, report);
    let region = region(section, known, report);
    let segment = segment(section, report);
    let (challenged, eligible) = (section.flag("challenged", report), section.flag("eligible", report));
    let words = section.text_or_empty("words", report);
    Ok(Some(PostSieve {
        families: families?,
        level: level?,
        region: region?,
        segment: segment?,
        challenged: challenged?.unwrap_or(false),
        eligible: eligible?.unwrap_or(false),
        words: words?,
    }))
}

fn families(section: Section, known: &Known, report: &mut Report) -> Judged<BTreeSet<FamilyId>> {
    Ok(ids(section, "families", known.families, report)?.into_iter().map(FamilyId::from_index).collect())
}

fn levels(section: Section, known: &Known, report: &mut Report) -> Judged<BTreeSet<LevelNumber>> {
    let numbers = section.wholes("levels", Limit::COUNT, report)?.unwrap_or_default();
    let place = section.place_of("levels");
    let levels: Vec<_> = numbers.into_iter().map(|number| level(number, place, known, report)).collect();
    levels.into_iter().collect()
}

fn only_level(section: Section, known: &Known, report: &mut Report) -> Judged<Option<LevelNumber>> {
    if !section.has("level") {
        return Ok(None);
    }
    let number = section.required_whole("level", Limit::COUNT, report)?;
    level(number, section.place_of("level"), known, report).map(Some)
}

fn level(number: u32, place: Place, known: &Known, report: &mut Report) -> Judged<LevelNumber> {
    if known.levels.contains(&LevelNumber(number)) {
        return Ok(LevelNumber(number));
    }
    let there = known.levels.iter().map(|level| level.0.to_string()).collect::<Vec<_>>().join(", ");
    report.refuse(place, format!("there is no level {number}; pack.toml has {there}"))
}

fn sectors(section: Section, known: &Known, report: &mut Report) -> Judged<BTreeSet<String>> {
    let words = section.words("sectors", report)?;
    let found: Vec<Judged<String>> = words
        .into_iter()
        .map(|word| known.sectors.resolve(&word.text, word.place, report).map(|_| word.text))
        .collect();
    found.into_iter().collect()
}

/// The name of a region, from its id.
fn region(section: Section, known: &Known, report: &mut Report) -> Judged<Option<String>> {
    let Some(word) = section.text("region", report)? else { return Ok(None) };
    let at = known.regions.resolve(&word.text, word.place, report)?;
    Ok(known.region_titles.get(at).map(|title| (*title).to_owned()))
}

fn within(section: Section, report: &mut Report) -> Judged<Option<Distance>> {
    if !section.has("within") {
        return Ok(None);
    }
    let number = section.required_whole("within", Limit::COUNT, report)?;
    match Distance::ALL.into_iter().find(|distance| distance.moves() == number) {
        Some(distance) => Ok(Some(distance)),
        None => report.refuse(section.place_of("within"), "within is 1, 2 or 3 moves"),
    }
}

fn segment(section: Section, report: &mut Report) -> Judged<Option<u8>> {
    if !section.has("segment") {
        return Ok(None);
    }
    match section.required_whole("segment", Limit::COUNT, report)?.try_into() {
        Ok(segment @ 1..=5_u8) => Ok(Some(segment)),
        _ => report.refuse(section.place_of("segment"), "segment is a number from 1 to 5"),
    }
}

fn rules(section: Section, report: &mut Report) -> Judged<BTreeSet<RulesChange>> {
    let known = RulesChange::ALL.map(|change| (change.word(), change));
    let words = section.words("rules", report)?;
    let changes: Vec<_> = words.iter().map(|word| choose("rules", word, &known, report)).collect();
    changes.into_iter().collect()
}
