//! Profiles: what somebody has said of themselves, or what a pack says of a ready-made person. Never a name.
//!
//! | what | file |
//! |---|---|
//! | the profile | here |
//! | since when a role is held | [`since`] |
//! | what was held and done before | [`record`] |
//! | what somebody hopes for | [`wishes`] |
//! | what was granted instead of a requirement | [`waiver`] |
//! | what counts of all that, and where it comes from | [`account`] |
//! | what one should know before relying on it | [`caution`] |

pub mod account;
pub mod caution;
pub mod record;
pub mod since;
pub mod waiver;
pub mod wishes;

use std::collections::BTreeSet;

use jiff::civil::Date;

pub use caution::cautions;
pub use record::{Before, Held};
pub use since::Since;
pub use waiver::{Waiver, WaiverKind};
pub use wishes::{Miss, Wishes};

use super::Pack;
use super::id::{RegionId, RoleId, Slug, TrainingId};
use super::person::{Person, Record};
use super::planner::certainly_required;
use super::quantity::Decimal;

/// A saved or ready-made description of a person; never a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Its id.
    pub slug: Slug,
    /// A label, for instance `Ward manager`.
    pub title: String,
    /// What this person wants to know, in a line.
    pub story: String,
    /// The role held now.
    pub role: RoleId,
    /// Since when, or for how long.
    pub since: Since,
    /// What is held beyond what the role gives, as a plain list.
    pub have: BTreeSet<TrainingId>,
    /// What is held, with dates.
    pub held: Vec<Held>,
    /// The roles held before, in the order in which they were written.
    pub before: Vec<Before>,
    /// Hours of study a week; the pack's assumption where nothing is said.
    pub hours_per_week: Option<Decimal>,
    /// Where they work.
    pub region: Option<RegionId>,
    /// The role they would like.
    pub target: Option<RoleId>,
    /// What they hope for on the way.
    pub wishes: Wishes,
    /// What was granted to them instead of a requirement.
    pub waivers: Vec<Waiver>,
    /// The warnings they have seen and put away, by their text.
    pub dismissed: BTreeSet<String>,
}

/// What a profile is called that its owner has given no id.
const OWN_ID: &str = "me";

impl Profile {
    /// The profile of somebody of whom only the role is known: they hold what it certainly requires.
    ///
    /// # Panics
    /// Never: `me` is a slug.
    #[must_use]
    pub fn of_role(pack: &Pack, role: RoleId, since: Since) -> Self {
        Self {
            slug: Slug::parse(OWN_ID).expect("`me` is a slug"),
            title: pack.role(role).title.clone(),
            story: String::new(),
            role,
            since,
            have: certainly_required(pack, role),
            held: Vec::new(),
            before: Vec::new(),
            hours_per_week: None,
            region: None,
            target: None,
            wishes: Wishes::default(),
            waivers: Vec::new(),
            dismissed: BTreeSet::new(),
        }
    }

    /// The same person in another role, with what it certainly requires besides.
    #[must_use]
    pub fn in_role(&self, pack: &Pack, role: RoleId, since: Since) -> Self {
        let other = Self::of_role(pack, role, since);
        let own_title = self.title != pack.role(self.role).title;
        let title = if own_title { self.title.clone() } else { other.title };
        Self { title, role, since, have: &self.have | &other.have, ..self.clone() }
    }

    /// The person this profile describes on a day; `hours_per_week` is used where the profile names none.
    ///
    /// Held is what the list says, what the dated list says and has not run out, what the roles held before gave in the
    /// time they were held for, and what was waived.
    #[must_use]
    pub fn person(&self, pack: &Pack, hours_per_week: Decimal, today: Date) -> Person {
        let dated = self.held.iter().filter(|held| held.counts_on(today)).map(|held| held.training);
        let given = self.before.iter().flat_map(|before| before.gave(pack));
        let mut have: BTreeSet<TrainingId> = self.have.iter().copied().chain(dated).chain(given).collect();
        let granted = self.waivers.iter().filter(|waiver| waiver.on <= today).map(|waiver| waiver.fact);
        let waived: BTreeSet<TrainingId> = granted.filter(|fact| !have.contains(fact)).collect();
        have.extend(&waived);
        Person {
            role: self.role,
            served: self.since.served(today),
            have,
            waived,
            hours_per_week: self.hours_per_week.unwrap_or(hours_per_week),
            record: Record::Profile,
        }
    }
}
