//! Counting posts by every value at once.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::PostTable;
use super::choice::{PAY_STEPS, Soon, Value};
use crate::domain::eligibility::Eligible;
use crate::domain::id::{FamilyId, OrganisationId, RoleId};
use crate::domain::post::Standing;
use crate::domain::role::LevelNumber;

/// What occurs among the posts of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kinds {
    /// The segments.
    pub segments: BTreeSet<u8>,
    /// The families of their roles.
    pub families: BTreeSet<FamilyId>,
    /// The levels of their roles.
    pub levels: BTreeSet<LevelNumber>,
    /// The organisations, each with how many posts it has.
    pub organisations: BTreeMap<OrganisationId, usize>,
}

/// How many of some posts have each value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tallied {
    eligible: Option<usize>,
    challenged: usize,
    segments: [usize; SEGMENTS],
    soon: [usize; Soon::ALL.len()],
    pay: [usize; PAY_STEPS.len()],
    regions: BTreeMap<String, usize>,
    boards: Vec<usize>,
    families: Vec<usize>,
    levels: BTreeMap<LevelNumber, usize>,
    roles: Vec<usize>,
    organisations: Vec<usize>,
}

/// Segments are 1 to 5; 0 stands for none.
const SEGMENTS: usize = 6;

impl Tallied {
    /// How many have this value; nothing when nobody knows.
    #[must_use]
    pub fn of(&self, value: &Value) -> Option<usize> {
        let at = |counts: &[usize], at: usize| counts.get(at).copied().unwrap_or(0);
        Some(match value {
            Value::Eligible => return self.eligible,
            Value::Challenged => self.challenged,
            Value::Segment(segment) => at(&self.segments, usize::from(*segment)),
            Value::Closing(soon) => at(&self.soon, Soon::ALL.iter().position(|other| other == soon)?),
            Value::Pay(least) => at(&self.pay, PAY_STEPS.iter().position(|other| other == least)?),
            Value::Region(region) => self.regions.get(region).copied().unwrap_or(0),
            Value::Board(tile) => at(&self.boards, tile.index()),
            Value::Family(family) => at(&self.families, family.index()),
            Value::Level(level) => self.levels.get(level).copied().unwrap_or(0),
            Value::Role(role) => at(&self.roles, role.index()),
            Value::Organisation(organisation) => at(&self.organisations, organisation.index()),
        })
    }
}

fn add(counts: &mut Vec<usize>, at: usize) {
    if counts.len() <= at {
        counts.resize(at + 1, 0);
    }
    counts[at] += 1;
}

impl PostTable {
    /// How many of the posts marked in `kept`, one mark a post, have each value.
    #[must_use]
    pub fn tally(&self, kept: &[bool], today: Date, eligible: Option<&Eligible>) -> Tallied {
        let mut tallied = Tallied::default();
        let mut regions = vec![0_usize; self.regions().len()];
        let mut eligible_roles = 0;
        let soon = Soon::ALL.map(|soon| soon.closing(today));
        for (row, _) in kept.iter().enumerate().filter(|(_, kept)| **kept) {
            let facts = &self.facts[row];
            tallied.challenged += usize::from(facts.standing == Standing::Challenged);
            tallied.segments[usize::from(facts.segment.unwrap_or(0)).min(SEGMENTS - 1)] += 1;
            for (count, closing) in tallied.soon.iter_mut().zip(&soon) {
                *count += usize::from(closing.has(facts.closes));
            }
            for (count, least) in tallied.pay.iter_mut().zip(PAY_STEPS) {
                *count += usize::from(facts.pay.is_some_and(|pay| pay >= least));
            }
            if let Some(count) = regions.get_mut(facts.region as usize) {
                *count += 1;
            }
            for tile in facts.boards.into_iter().flatten() {
                add(&mut tallied.boards, tile.index());
            }
            if let Some(organisation) = facts.organisation {
                add(&mut tallied.organisations, organisation.index());
            }
            if let Some((role, family, level)) = facts.role {
                add(&mut tallied.families, family.index());
                *tallied.levels.entry(level).or_default() += 1;
                add(&mut tallied.roles, role.index());
                eligible_roles += usize::from(eligible.is_some_and(|eligible| eligible.for_role(role)));
            }
        }
        tallied.regions = self.regions().iter().cloned().zip(regions).collect();
        tallied.eligible = eligible.map(|_| eligible_roles);
        tallied
    }

    /// What occurs among the posts.
    #[must_use]
    pub fn kinds(&self) -> &Kinds {
        self.kinds.get_or_init(|| {
            let mut organisations: BTreeMap<OrganisationId, usize> = BTreeMap::new();
            for organisation in self.facts.iter().filter_map(|facts| facts.organisation) {
                *organisations.entry(organisation).or_default() += 1;
            }
            let roles = || self.facts.iter().filter_map(|facts| facts.role);
            Kinds {
                segments: self.facts.iter().filter_map(|facts| facts.segment).collect(),
                families: roles().map(|(_, family, _)| family).collect(),
                levels: roles().map(|(_, _, level)| level).collect(),
                organisations,
            }
        })
    }

    /// The role of a post, without looking the post itself up.
    #[must_use]
    pub fn role_of(&self, post: crate::domain::id::PostId) -> Option<RoleId> {
        self.roles.get(post.index()).copied()?
    }
}
