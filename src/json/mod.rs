//! The answers as JSON, keys in the order that is promised to the programs that read them. Things are named by id.
//!
//! | document | file |
//! |---|---|
//! | routes, and the roles within reach | `route` |
//! | a role | `role` |
//! | a training item | `training` |
//! | plans | `plan` |
//! | a post | `post` |

mod plan;
mod post;
mod role;
mod route;
mod training;

pub use plan::{PlanDocument, PlanLineDocument, differences, plan, plan_in_a_line};
pub use post::{PostDocument, confidence, post};
pub use role::{RoleDocument, role_in_full};
pub use route::{ReachDocument, RouteDocument, RoutesDocument, reach, route_list, routes};
pub use training::{TrainingDocument, training_in_full};

use crate::domain::Pack;
use crate::domain::id::{RoleId, TrainingId};

/// A role's id.
#[must_use]
pub fn role(pack: &Pack, id: RoleId) -> &str {
    pack.role(id).slug.as_str()
}

/// A training item's id.
#[must_use]
pub fn training(pack: &Pack, id: TrainingId) -> &str {
    pack.training(id).slug.as_str()
}

/// The text, unless it is empty.
pub(crate) const fn some(text: &str) -> Option<&str> {
    if text.is_empty() { None } else { Some(text) }
}
