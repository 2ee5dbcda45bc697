//! What a person chooses of posts on their screen: one value of most facets, any number of families, and words.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;

use super::PostTable;
use super::filter::{Closing, Filter};
use crate::domain::Pack;
use crate::domain::eligibility::Eligible;
use crate::domain::id::{FamilyId, OrganisationId, RoleId, TileId};
use crate::domain::post::Standing;
use crate::domain::role::LevelNumber;

/// In what respect values tell posts apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Whether the person at the keyboard is eligible.
    Fit,
    /// Whether the organisation is challenged.
    Standing,
    /// The organisation's segment.
    Segment,
    /// When it closes.
    Closing,
    /// What it pays.
    Pay,
    /// The region.
    Region,
    /// The care board.
    Board,
    /// The family of its role.
    Family,
    /// The level of its role.
    Level,
    /// Its role.
    Role,
    /// The organisation itself.
    Organisation,
}

impl Facet {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 11] = [
        Self::Fit,
        Self::Standing,
        Self::Segment,
        Self::Closing,
        Self::Pay,
        Self::Region,
        Self::Board,
        Self::Family,
        Self::Level,
        Self::Role,
        Self::Organisation,
    ];

    /// Whether one value of it at the most can be chosen.
    #[must_use]
    pub const fn is_single(self) -> bool {
        !matches!(self, Self::Fit | Self::Standing | Self::Family)
    }
}

/// By when a post closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Soon {
    /// Not yet; a post without a date has not closed.
    Open,
    /// Within four weeks from today.
    FourWeeks,
    /// Within three months from today.
    ThreeMonths,
}

impl Soon {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Open, Self::FourWeeks, Self::ThreeMonths];

    /// What it asks of a closing date.
    #[must_use]
    pub fn closing(self, today: Date) -> Closing {
        let until = |days: i64| Closing::Between(today, today.checked_add(days.days()).unwrap_or(Date::MAX));
        match self {
            Self::Open => Closing::OpenOn(today),
            Self::FourWeeks => until(28),
            Self::ThreeMonths => until(91),
        }
    }
}

/// The steps of pay to choose from, in pounds a year.
pub const PAY_STEPS: [u32; 5] = [40_000, 60_000, 80_000, 100_000, 130_000];

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Those for which the person at the keyboard is eligible.
    Eligible,
    /// Those in challenged organisations.
    Challenged,
    /// Those in organisations of a segment.
    Segment(u8),
    /// By closing date.
    Closing(Soon),
    /// Paying up to at least so many pounds a year.
    Pay(u32),
    /// In a region, by its name.
    Region(String),
    /// At a tile of the map of England.
    Board(TileId),
    /// Of a family.
    Family(FamilyId),
    /// Of a level.
    Level(LevelNumber),
    /// Of a role.
    Role(RoleId),
    /// In an organisation.
    Organisation(OrganisationId),
}

impl Value {
    /// In what respect it tells posts apart.
    #[must_use]
    pub const fn facet(&self) -> Facet {
        match self {
            Self::Eligible => Facet::Fit,
            Self::Challenged => Facet::Standing,
            Self::Segment(_) => Facet::Segment,
            Self::Closing(_) => Facet::Closing,
            Self::Pay(_) => Facet::Pay,
            Self::Region(_) => Facet::Region,
            Self::Board(_) => Facet::Board,
            Self::Family(_) => Facet::Family,
            Self::Level(_) => Facet::Level,
            Self::Role(_) => Facet::Role,
            Self::Organisation(_) => Facet::Organisation,
        }
    }
}

/// What is chosen; nothing: every post is listed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Chosen {
    values: BTreeSet<Value>,
    words: String,
}

impl Chosen {
    /// Only the posts of a role.
    #[must_use]
    pub fn of_role(role: RoleId) -> Self {
        Self { values: BTreeSet::from([Value::Role(role)]), words: String::new() }
    }

    /// Only the posts in an organisation.
    #[must_use]
    pub fn of_organisation(organisation: OrganisationId) -> Self {
        Self { values: BTreeSet::from([Value::Organisation(organisation)]), words: String::new() }
    }

    /// Whether nothing is chosen.
    #[must_use]
    pub fn is_off(&self) -> bool {
        self.values.is_empty() && self.words.trim().is_empty()
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn has(&self, value: &Value) -> bool {
        self.values.contains(value)
    }

    /// What is chosen, in the order of the facets.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.values.iter()
    }

    /// The words that all have to occur.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Asks for other words.
    pub fn set_words(&mut self, words: &str) {
        words.clone_into(&mut self.words);
    }

    /// Chooses a value, or chooses it no longer.
    pub fn toggle(&mut self, value: Value) {
        if self.values.remove(&value) {
            return;
        }
        if value.facet().is_single() {
            self.values.retain(|other| other.facet() != value.facet());
        }
        self.values.insert(value);
    }

    /// The facets in which something is chosen.
    #[must_use]
    pub fn facets(&self) -> BTreeSet<Facet> {
        self.values.iter().map(Value::facet).collect()
    }

    /// The same without what is chosen in one facet.
    #[must_use]
    pub fn without(&self, facet: Facet) -> Self {
        let values = self.values.iter().filter(|value| value.facet() != facet).cloned().collect();
        Self { values, words: self.words.clone() }
    }

    /// What it asks of a post today. As long as nobody knows for which roles the person is eligible, that is not asked.
    #[must_use]
    pub fn filter(&self, today: Date, eligible: Option<&Eligible>) -> Filter {
        let mut filter = Filter { words: self.words.clone(), ..Filter::default() };
        for value in &self.values {
            match value {
                Value::Eligible => filter.eligible = eligible.cloned(),
                Value::Challenged => filter.standing = Some(Standing::Challenged),
                Value::Segment(segment) => filter.segment = Some(*segment),
                Value::Closing(soon) => filter.closing = soon.closing(today),
                Value::Pay(least) => filter.pay_at_least = Some(*least),
                Value::Region(region) => filter.region = Some(region.clone()),
                Value::Board(tile) => filter.board = Some(*tile),
                Value::Family(family) => {
                    filter.families.insert(*family);
                }
                Value::Level(level) => filter.level = Some(*level),
                Value::Role(role) => filter.role = Some(*role),
                Value::Organisation(organisation) => filter.organisation = Some(*organisation),
            }
        }
        filter
    }
}

/// All that can be chosen among the posts of a table, in the order of the facets; a board, a role or an organisation only
/// while it is chosen.
#[must_use]
pub fn values(pack: &Pack, table: &PostTable, chosen: &Chosen) -> Vec<Value> {
    let kinds = table.kinds();
    let families = (0..pack.tables().families.len()).map(FamilyId::from_index).filter(|id| kinds.families.contains(id));
    let mut values = vec![Value::Eligible, Value::Challenged];
    values.extend(kinds.segments.iter().rev().copied().map(Value::Segment));
    values.extend(Soon::ALL.map(Value::Closing));
    values.extend(PAY_STEPS.map(Value::Pay));
    values.extend(table.regions().iter().filter(|region| !region.is_empty()).cloned().map(Value::Region));
    values.extend(chosen.values().filter(|value| value.facet() == Facet::Board).cloned());
    values.extend(families.map(Value::Family));
    values.extend(kinds.levels.iter().copied().map(Value::Level));
    let only_when_chosen = |value: &&Value| matches!(value.facet(), Facet::Role | Facet::Organisation);
    values.extend(chosen.values().filter(only_when_chosen).cloned());
    values
}
