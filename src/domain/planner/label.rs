//! Labels: partial routes, from some role to the target.

use smallvec::SmallVec;

use super::bits::Bits;
use super::course::Passed;
use super::marks::Marks;
use crate::domain::id::{MoveId, RoleId};

/// The rest of a route, from entering a role on, and what has to be held by then.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub(super) role: RoleId,
    /// How many groups of what the role asks for are settled.
    pub(super) settled: usize,
    pub(super) demands: Bits,
    /// The demands with all that meeting them is certain to take.
    pub(super) closed: Bits,
    pub(super) later: Bits,
    /// What of `later` may still be moved to before this role, as its stint has time to spare.
    pub(super) loose: Bits,
    pub(super) marks: Marks,
    /// Roles of the same circle that the route has passed.
    pub(super) circle: Bits,
    /// Whether the role that the route has to hold lies in it.
    pub(super) passed: Passed,
    pub(super) shared: SmallVec<[u32; 4]>,
    pub(super) parent: Option<usize>,
    pub(super) stint: Option<(MoveId, Bits, u32)>,
    pub(super) dominated: bool,
}
