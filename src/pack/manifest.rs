//! `pack.toml`: the pack itself, its levels, families and regions, what is assumed, and the recommendations.

use std::collections::BTreeMap;

use super::cell::Limit;
use super::document::{Document, Section};
use super::ids::Ids;
use super::report::{Judged, Place, Refused, Report, quoted};
use crate::domain::id::RegionId;
use crate::domain::pack::About;
use crate::domain::place::Region;
use crate::domain::quantity::{Decimal, Weeks};
use crate::domain::reference::Recommendation;
use crate::domain::role::{Family, Level, LevelNumber};
use crate::domain::training::{StudyAssumption, TrainingKind};

/// The file's name.
pub(super) const FILE: &str = "pack.toml";

/// What could be read of `pack.toml`; a part that is faulty is nothing, so that the tables are not judged by it.
#[derive(Default)]
pub(super) struct Manifest {
    pub about: Option<About>,
    pub levels: Option<Vec<Level>>,
    pub families: Option<Vec<Family>>,
    pub regions: Option<Vec<Region>>,
    pub hours_per_week: Decimal,
    pub study: Vec<StudyAssumption>,
    pub recommendations: Vec<Recommendation>,
}

impl Manifest {
    /// Reads `pack.toml`; `file` is its name as found.
    pub fn read(file: &str, bytes: &[u8], report: &mut Report) -> Self {
        let document = Document::new(file, bytes, report);
        let Ok(table) = document.parse(report) else { return Self::default() };
        let root = document.root(&table);
        let known = [
            "id",
            "title",
            "edition",
            "date",
            "licence",
            "levels",
            "families",
            "regions",
            "assumptions",
            "recommendations",
        ];
        root.judge_keys(&known, report);
        let mut manifest = Self {
            about: about(root, report).ok(),
            levels: levels(root, report).ok(),
            families: families(root, report).ok(),
            regions: regions(root, report).ok(),
            hours_per_week: DEFAULT_HOURS_PER_WEEK,
            ..Self::default()
        };
        if let Ok(Some(section)) = root.section("assumptions", report) {
            manifest.assume(section, report);
        }
        manifest.recommendations = recommendations(root, report).unwrap_or_default();
        manifest
    }

    fn assume(&mut self, section: Section, report: &mut Report) {
        section.judge_keys(&["hours_per_week", "study", "note"], report);
        let _ = section.text("note", report);
        if let Ok(Some(hours)) = section.amount("hours_per_week", Limit::HOURS_A_WEEK, report) {
            self.hours_per_week = hours;
            if hours == Decimal::ZERO {
                report.error(
                    section.place_of("hours_per_week"),
                    "hours_per_week has to be more than 0, or nobody could study",
                );
            }
        }
        if let Ok(Some(kinds)) = section.section("study", report) {
            let named = kinds.named_sections(report);
            self.study = named.into_iter().filter_map(|(kind, section)| study(kind, section, report).ok()).collect();
        }
    }

    /// The ids of the families.
    pub fn family_ids(&self) -> Ids<'_> {
        known("family", self.families.as_deref(), |family| family.slug.as_str())
    }

    /// The ids of the regions.
    pub fn region_ids(&self) -> Ids<'_> {
        known("region", self.regions.as_deref(), |region| region.slug.as_str())
    }

    /// The region with an ODS code.
    pub fn region_by_ods(&self, ods: &str) -> Option<RegionId> {
        let at = self.regions.as_ref()?.iter().position(|region| region.ods == ods)?;
        Some(RegionId::from_index(at))
    }
}

/// What a person is taken to study where neither pack nor profile says anything.
const DEFAULT_HOURS_PER_WEEK: Decimal = Decimal::whole(5);

fn known<'m, T>(what: &'static str, things: Option<&'m [T]>, id: impl Fn(&'m T) -> &'m str) -> Ids<'m> {
    things.map_or_else(|| Ids::unreadable(what, FILE), |things| Ids::new(what, FILE, things.iter().map(id)))
}

fn about(root: Section, report: &mut Report) -> Judged<About> {
    let slug = root.required_slug(report);
    let title = root.required_text("title", report);
    let edition = root.required_text("edition", report);
    let date = root.date("date", report);
    let licence = root.text_or_empty("licence", report);
    Ok(About { slug: slug?, title: title?.text, edition: edition?.text, date: date?, licence: licence? })
}

/// A list that has to be there and to have something in it, each item read and all faults reported.
fn filled<'d, T>(
    root: Section<'d>,
    key: &str,
    example: &str,
    read: impl Fn(Section<'d>, &mut Report) -> Judged<T>,
    report: &mut Report,
) -> Judged<Vec<(Place<'d>, T)>> {
    let Some(sections) = root.sections(key, report)? else { return root.missing(key, example, report) };
    if sections.is_empty() {
        return report
            .refuse(root.place_of(key), format!("{key} is empty; a pack needs at least one, as in {example}"));
    }
    each(&sections, read, report)
}

fn each<'d, T>(
    sections: &[Section<'d>],
    read: impl Fn(Section<'d>, &mut Report) -> Judged<T>,
    report: &mut Report,
) -> Judged<Vec<(Place<'d>, T)>> {
    let items: Vec<_> = sections.iter().map(|section| Ok((section.place(), read(*section, report)?))).collect();
    items.into_iter().collect()
}

fn levels(root: Section, report: &mut Report) -> Judged<Vec<Level>> {
    let example = "levels = [{ id = 1, title = \"Team\" }]";
    let levels = filled(root, "levels", example, level, report)?;
    let mut fine = true;
    for pair in levels.windows(2) {
        let [(_, below), (place, above)] = pair else { continue };
        if above.number <= below.number {
            let (number, before) = (above.number.0, below.number.0);
            let message =
                format!("level {number} follows level {before}; give the levels in ascending order, each number once");
            report.error(*place, message);
            fine = false;
        }
    }
    if fine { Ok(levels.into_iter().map(|(_, level)| level).collect()) } else { Err(Refused) }
}

fn level(section: Section, report: &mut Report) -> Judged<Level> {
    section.judge_keys(&["id", "title"], report);
    let number = section.required_whole("id", Limit::COUNT, report);
    let title = section.required_text("title", report);
    Ok(Level { number: LevelNumber(number?), title: title?.text })
}

fn families(root: Section, report: &mut Report) -> Judged<Vec<Family>> {
    let example = "families = [{ id = \"operations\", title = \"Operations\" }]";
    let families = filled(root, "families", example, family, report)?;
    unique("family", families, |family| family.slug.as_str(), report)
}

fn family(section: Section, report: &mut Report) -> Judged<Family> {
    section.judge_keys(&["id", "title", "short"], report);
    let slug = section.required_slug(report);
    let title = section.required_text("title", report).map(|word| word.text);
    let short = section.text_or_empty("short", report);
    let (title, short) = (title?, short?);
    Ok(Family { slug: slug?, short: if short.is_empty() { title.clone() } else { short }, title })
}

fn regions(root: Section, report: &mut Report) -> Judged<Vec<Region>> {
    let sections = root.sections("regions", report)?.unwrap_or_default();
    let regions = each(&sections, region, report)?;
    unique("region", regions, |region| region.slug.as_str(), report)
}

fn region(section: Section, report: &mut Report) -> Judged<Region> {
    section.judge_keys(&["id", "ods", "title"], report);
    let slug = section.required_slug(report);
    let ods = section.text_or_empty("ods", report);
    let title = section.required_text("title", report);
    Ok(Region { slug: slug?, ods: ods?, title: title?.text })
}

/// The items, when no id is there twice.
fn unique<T>(what: &str, items: Vec<(Place, T)>, id: impl Fn(&T) -> &str, report: &mut Report) -> Judged<Vec<T>> {
    let mut first_lines = BTreeMap::new();
    let mut fine = true;
    for (place, item) in &items {
        if let Some(first) = first_lines.get(id(item)) {
            report.error(
                *place,
                format!("the {what} {} is already on line {first}; each needs its own id", quoted(id(item))),
            );
            fine = false;
        } else {
            first_lines.insert(id(item).to_owned(), place.line);
        }
    }
    if fine { Ok(items.into_iter().map(|(_, item)| item).collect()) } else { Err(Refused) }
}

fn study(kind: String, section: Section, report: &mut Report) -> Judged<StudyAssumption> {
    section.judge_keys(&["weeks", "hours", "basis", "note"], report);
    let weeks = section.required_whole("weeks", Limit::WEEKS, report);
    let hours = match section.amount("hours", Limit::HOURS, report) {
        Ok(None) => section.missing("hours", "hours = 100", report),
        Ok(Some(hours)) => Ok(hours),
        Err(refused) => Err(refused),
    };
    let basis = section.text("basis", report);
    let note = section.text_or_empty("note", report);
    basis?;
    Ok(StudyAssumption { kind: TrainingKind(kind), weeks: Weeks(weeks?), hours: hours?, note: note? })
}

fn recommendations(root: Section, report: &mut Report) -> Judged<Vec<Recommendation>> {
    let sections = root.sections("recommendations", report)?.unwrap_or_default();
    let read = each(&sections, recommendation, report)?;
    Ok(read.into_iter().map(|(_, recommendation)| recommendation).collect())
}

fn recommendation(section: Section, report: &mut Report) -> Judged<Recommendation> {
    section.judge_keys(&["number", "title", "summary", "state", "date", "source"], report);
    let number = section.required_whole("number", Limit::RECOMMENDATION, report);
    let title = section.required_text("title", report);
    let summary = section.text_or_empty("summary", report);
    let state = section.text_or_empty("state", report);
    let date = section.date("date", report);
    let source = section.text_or_empty("source", report);
    let number = u8::try_from(number?).map_err(|_| Refused)?;
    Ok(Recommendation { number, title: title?.text, summary: summary?, state: state?, date: date?, source: source? })
}

#[cfg(test)]
mod tests {
    use super::Manifest;
    use crate::domain::id::Slug;
    use crate::domain::quantity::Decimal;
    use crate::pack::report::Report;

    #[test]
    fn the_smallest_manifest_assumes_five_hours() {
        let text = "id = \"tiny\"\ntitle = \"Tiny\"\nedition = \"1\"\nlevels = [{ id = 1, title = \"Team\" }]\n\
                    families = [{ id = \"ops\", title = \"Operations\" }]\n";
        let mut report = Report::default();
        let manifest = Manifest::read("pack.toml", text.as_bytes(), &mut report);
        assert!(report.into_faults().is_empty());
        assert_eq!(manifest.hours_per_week, Decimal::whole(5));
        assert_eq!(manifest.about.map(|about| about.slug), Slug::parse("tiny"));
        assert_eq!(manifest.families.map(|families| families[0].short.clone()), Some("Operations".to_owned()));
    }
}
