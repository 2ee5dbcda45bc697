//! Where a person stands: who they are, the role they want, the rules and moves they reckon with. This is what the
//! planner's questions are made of and, with the filter of the map, what undo and redo go through.

use std::sync::Arc;

use jiff::civil::Date;

use super::keeping::Book;
use super::map::filter::Filter;
use super::posts::Chosen;
use crate::domain::Pack;
use crate::domain::id::{RegionId, RoleId};
use crate::domain::person::{Person, Record};
use crate::domain::planner::{Circumstances, Course, Criterion, MovesAllowed, Question};
use crate::domain::profile::Profile;
use crate::domain::quantity::{Decimal, Weeks};
use crate::domain::ruleset::Ruleset;

/// How many really different routes are looked for besides the front.
const ALTERNATIVES: usize = 4;

/// The person at the keyboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Me {
    /// What they are called on the screen: a persona's title, or that of the role.
    pub title: String,
    /// What the planner needs to know of them.
    pub person: Person,
    /// Where they work.
    pub region: Option<RegionId>,
    /// Whether this is the user.
    pub whose: Whose,
    /// The profile of somebody who is only tried on; that of the user is with what is kept.
    pub tried: Option<Arc<Profile>>,
}

/// Whether somebody is the user, as far as the program has been told, or somebody who is tried on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whose {
    /// The person whose profile is kept.
    Own,
    /// Anybody.
    Anybody,
}

impl Me {
    /// The person of a profile.
    #[must_use]
    pub fn of_profile(pack: &Pack, profile: &Profile, today: Date) -> Self {
        let person = profile.person(pack, pack.tables().hours_per_week, today);
        let tried = Some(Arc::new(profile.clone()));
        Self { title: profile.title.clone(), person, region: profile.region, whose: Whose::Anybody, tried }
    }

    /// The person whose profile is kept.
    #[must_use]
    pub fn own(pack: &Pack, profile: &Profile, today: Date) -> Self {
        Self { whose: Whose::Own, tried: None, ..Self::of_profile(pack, profile, today) }
    }

    /// Somebody of whom only the role and the years in it are known.
    #[must_use]
    pub fn of_role(pack: &Pack, role: RoleId, served: Weeks, hours_per_week: Decimal) -> Self {
        let person = Person {
            role,
            served,
            have: std::collections::BTreeSet::new(),
            hours_per_week,
            waived: std::collections::BTreeSet::new(),
            record: Record::RoleOnly,
        };
        Self { title: pack.role(role).title.clone(), person, region: None, whose: Whose::Anybody, tried: None }
    }
}

/// All that a question to the planner is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stance {
    /// Who asks, once somebody has said.
    pub me: Option<Me>,
    /// The role wanted.
    pub target: Option<RoleId>,
    /// Under which rules.
    pub ruleset: Ruleset,
    /// With which moves.
    pub moves: MovesAllowed,
    /// By way of which role, or clear of which.
    pub course: Course,
}

/// What undo and redo go through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Where the person stands.
    pub stance: Stance,
    /// What they want to see of the map.
    pub filter: Filter,
    /// What they want to see of the posts.
    pub posts: Chosen,
    /// Their profile and plans.
    pub book: Book,
}

impl Stance {
    /// What a question about everything in reach is put with.
    #[must_use]
    pub fn circumstances(&self) -> Option<Circumstances> {
        let person = self.me.as_ref()?.person.clone();
        Some(Circumstances { person, ruleset: self.ruleset, moves: self.moves, terms: None })
    }

    /// The question for routes, when both ends are known.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        Some(Question {
            circumstances: self.circumstances()?,
            target: self.target?,
            criteria: Criterion::DEFAULT.to_vec(),
            course: self.course,
            alternatives: ALTERNATIVES,
            max: None,
        })
    }

    /// The same stance under other rules.
    #[must_use]
    pub fn under(&self, ruleset: Ruleset) -> Self {
        Self { ruleset, ..self.clone() }
    }
}
