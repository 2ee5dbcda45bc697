//! What every picture of the map is made of.

use crate::domain::Pack;
use crate::domain::graph::CareerGraph;

use super::order::RoleOrder;

/// What the map is made of.
#[derive(Debug, Clone, Copy)]
pub struct World<'a> {
    /// The pack.
    pub pack: &'a Pack,
    /// Its graph.
    pub graph: &'a CareerGraph,
    /// The order of its roles.
    pub order: &'a RoleOrder,
}
