//! The Framework as a tree: focus areas, their standards, their competencies, and what each stage expects.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::rating::{Rating, ScalePoint};
use crate::domain::Pack;
use crate::domain::id::Slug;
use crate::domain::reference;
use crate::domain::role::Stage;

/// A competency, by its title in small letters: `build-engagement`. It need not be one of the pack at hand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CompetencyId(Slug);

impl CompetencyId {
    /// The id in a text; nothing when it is not written as ids are.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Slug::parse(text).map(Self)
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The id of a competency with this title that none of `taken` has: letters and digits stay, everything else parts
    /// them, and a number tells apart what would be the same.
    ///
    /// # Panics
    /// Never: groups of small letters and digits joined by hyphens are an id.
    fn of_title(title: &str, taken: &BTreeSet<Self>) -> Self {
        let plain: String =
            title.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
        let joined = plain.split_whitespace().collect::<Vec<_>>().join("-");
        let wanted = if joined.is_empty() { "competency".to_owned() } else { joined };
        let numbered = (2..).map(|count| format!("{wanted}-{count}"));
        std::iter::once(wanted.clone())
            .chain(numbered)
            .filter_map(|id| Self::parse(&id))
            .find(|id| !taken.contains(id))
            .expect("small letters and digits joined by hyphens are an id, and numbers never run out")
    }
}

impl fmt::Display for CompetencyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The Framework of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Framework {
    areas: Vec<FocusArea>,
    stages: Vec<Stage>,
    scale: [ScalePoint; 5],
}

/// A focus area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FocusArea {
    /// What it is called.
    pub title: String,
    /// Its standards, in the pack's order.
    pub standards: Vec<Standard>,
}

/// A standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standard {
    /// What it is called.
    pub title: String,
    /// Its competencies, in the pack's order.
    pub competencies: Vec<Competency>,
}

/// A competency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Competency {
    /// Its id.
    pub id: CompetencyId,
    /// What it is called.
    pub title: String,
    expects: BTreeMap<Stage, String>,
}

impl Competency {
    /// What a stage expects, in the pack's words; nothing where the pack is silent.
    #[must_use]
    pub fn expects(&self, stage: Stage) -> Option<&str> {
        self.expects.get(&stage).map(String::as_str)
    }
}

impl FocusArea {
    /// The competencies of all its standards.
    pub fn competencies(&self) -> impl Iterator<Item = &Competency> {
        self.standards.iter().flat_map(|standard| &standard.competencies)
    }
}

impl Framework {
    /// The Framework as a pack has it; empty when it has none.
    #[must_use]
    pub fn of(pack: &Pack) -> Self {
        let tables = pack.tables();
        Self::new(&tables.competencies, &tables.rating_scale)
    }

    /// The tree of these lines; points that are not among `scale` are in this program's own words.
    #[must_use]
    pub fn new(lines: &[reference::Competency], scale: &[ScalePoint]) -> Self {
        let mut areas: Vec<FocusArea> = Vec::new();
        let mut taken = BTreeSet::new();
        for line in lines {
            let area = at_title(
                &mut areas,
                &line.focus_area,
                |area| &area.title,
                |title| FocusArea { title, standards: Vec::new() },
            );
            let standard = at_title(
                &mut area.standards,
                &line.standard,
                |standard| &standard.title,
                |title| Standard { title, competencies: Vec::new() },
            );
            let competency = at_title(
                &mut standard.competencies,
                &line.title,
                |one| &one.title,
                |title| Competency { id: CompetencyId::of_title(&title, &taken), title, expects: BTreeMap::new() },
            );
            taken.insert(competency.id.clone());
            // Of two lines for one stage the first counts.
            competency.expects.entry(line.stage).or_insert_with(|| line.summary.clone());
        }
        let stages: BTreeSet<Stage> = lines.iter().map(|line| line.stage).collect();
        let point = |rating| scale.iter().find(|point| point.rating == rating).cloned();
        Self {
            areas,
            stages: stages.into_iter().collect(),
            scale: Rating::ALL.map(|rating| point(rating).unwrap_or_else(|| ScalePoint::unsourced(rating))),
        }
    }

    /// Its focus areas, in the pack's order.
    #[must_use]
    pub fn areas(&self) -> &[FocusArea] {
        &self.areas
    }

    /// The stages for which it expects anything, lowest first.
    #[must_use]
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// All its competencies, in the pack's order.
    pub fn competencies(&self) -> impl Iterator<Item = &Competency> {
        self.areas.iter().flat_map(FocusArea::competencies)
    }

    /// Whether the pack has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.areas.is_empty()
    }

    /// A competency; nothing for one that this pack does not have.
    #[must_use]
    pub fn find(&self, id: &CompetencyId) -> Option<&Competency> {
        self.competencies().find(|competency| competency.id == *id)
    }

    /// What a competency is called; its id for one that this pack does not have.
    #[must_use]
    pub fn title<'t>(&'t self, id: &'t CompetencyId) -> &'t str {
        self.find(id).map_or(id.as_str(), |competency| &competency.title)
    }

    /// The five points of the scale, lowest first.
    #[must_use]
    pub const fn scale(&self) -> &[ScalePoint; 5] {
        &self.scale
    }

    /// One point of the scale.
    #[must_use]
    pub const fn point(&self, rating: Rating) -> &ScalePoint {
        &self.scale[rating as usize]
    }
}

/// The one with this title, put at the end when there is none.
fn at_title<'v, T>(
    all: &'v mut Vec<T>,
    wanted: &str,
    title: impl Fn(&T) -> &String,
    new: impl FnOnce(String) -> T,
) -> &'v mut T {
    let at = all.iter().position(|one| title(one) == wanted).unwrap_or_else(|| {
        all.push(new(wanted.to_owned()));
        all.len() - 1
    });
    &mut all[at]
}

#[cfg(test)]
pub(super) mod tests {
    use super::{CompetencyId, Framework};
    use crate::domain::appraisal::Rating;
    use crate::domain::provenance::Basis;
    use crate::domain::reference::Competency;
    use crate::domain::role::Stage;

    /// A framework of lines `area / standard / competency`, each for these stages.
    pub(in crate::domain::appraisal) fn framework(lines: &[(&str, &str, &str)], stages: &[Stage]) -> Framework {
        let line = |(area, standard, title): &(&str, &str, &str), stage: Stage| Competency {
            focus_area: (*area).to_owned(),
            standard: (*standard).to_owned(),
            title: (*title).to_owned(),
            stage,
            summary: format!("{title} at {stage}"),
        };
        let lines: Vec<_> = lines.iter().flat_map(|names| stages.iter().map(|stage| line(names, *stage))).collect();
        Framework::new(&lines, &[])
    }

    /// `area / standard / competency`, each.
    fn paths(framework: &Framework) -> Vec<String> {
        let mut paths = Vec::new();
        for area in framework.areas() {
            for standard in &area.standards {
                let of = |one: &super::Competency| format!("{}/{}/{}", area.title, standard.title, one.title);
                paths.extend(standard.competencies.iter().map(of));
            }
        }
        paths
    }

    #[test]
    fn lines_in_any_order_become_a_tree_in_the_order_of_the_pack() {
        let lines = [("B", "b", "two"), ("A", "a", "one"), ("B", "c", "three"), ("B", "b", "four")];
        let framework = framework(&lines, &[Stage::Two, Stage::One]);
        assert_eq!(paths(&framework), ["B/b/two", "B/b/four", "B/c/three", "A/a/one"]);
        assert_eq!(framework.stages(), [Stage::One, Stage::Two]);
        let two = framework.competencies().next().expect("the first");
        assert_eq!((two.expects(Stage::One), two.expects(Stage::Four)), (Some("two at Stage 1"), None));
    }

    #[test]
    fn every_competency_has_an_id_of_its_own() {
        let lines = [("A", "a", "Lead, and follow"), ("A", "b", "lead and follow"), ("A", "b", "…"), ("A", "b", "é!")];
        let framework = framework(&lines, &[Stage::One]);
        let ids: Vec<&str> = framework.competencies().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, ["lead-and-follow", "lead-and-follow-2", "competency", "competency-2"]);
        let id = CompetencyId::parse("lead-and-follow-2").expect("an id");
        assert_eq!(framework.title(&id), "lead and follow");
        let gone = CompetencyId::parse("gone").expect("an id");
        assert_eq!((framework.find(&gone), framework.title(&gone)), (None, "gone"));
    }

    #[test]
    fn a_pack_without_a_framework_has_a_scale_and_nothing_to_rate() {
        let framework = Framework::new(&[], &[]);
        assert!(framework.is_empty() && framework.competencies().next().is_none() && framework.stages().is_empty());
        let point = framework.point(Rating::Proficient);
        assert_eq!((point.title.as_str(), point.provenance.basis), ("Proficient", Basis::Editorial));
    }
}
