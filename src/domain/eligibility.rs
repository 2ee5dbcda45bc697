//! For which roles, and so for which posts, somebody is eligible now: a post asks for what its role asks for.

use super::id::RoleId;
use super::pack::Pack;
use super::person::Person;
use super::planner::{Holder, why};
use super::post::Post;
use super::ruleset::Ruleset;

/// The roles whose requirements a person meets, counting checks that are done on appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Eligible(Vec<bool>);

impl Eligible {
    /// The roles of a pack for which this person is eligible under these rules.
    #[must_use]
    pub fn of(pack: &Pack, person: &Person, ruleset: Ruleset) -> Self {
        let holder = Holder::of(pack, person);
        // Only roles with posts are asked for: the answer for a role takes a while.
        let met = |role: RoleId| !pack.posts_of(role).is_empty() && why(pack, &holder, role, ruleset).met;
        Self(pack.role_ids().map(met).collect())
    }

    /// Whether the person is eligible for a role that has posts.
    #[must_use]
    pub fn for_role(&self, role: RoleId) -> bool {
        self.0.get(role.index()).copied().unwrap_or(false)
    }

    /// Whether the person is eligible for a post. For a post whose role is not known nobody can tell: no.
    #[must_use]
    pub fn for_post(&self, post: &Post) -> bool {
        post.role.is_some_and(|matched| self.for_role(matched.role))
    }
}
