//! What is around a role: breadth first along the moves that count, forwards and backwards.

use crate::domain::id::RoleId;
use crate::domain::planner::MovesAllowed;
use crate::domain::role_set::RoleSet;
use crate::layout::World;
use crate::layout::focus::{ways_in, ways_out};

use super::Within;

/// The roles around one, ring by ring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearby {
    /// The role itself, then those one move away, two moves, and so on.
    rings: Vec<Vec<RoleId>>,
}

impl Nearby {
    /// What is at the most `most` away from `centre`, in time proportional to what is found. A way that the map draws
    /// from or to a role counts, in either direction.
    #[must_use]
    pub fn around(world: World<'_>, moves: MovesAllowed, centre: RoleId, most: Within) -> Self {
        let mut known = RoleSet::none_of(world.pack.role_ids().len());
        known.insert(centre);
        let mut rings = vec![vec![centre]];
        for _ in 0..most.moves() {
            let mut ring = Vec::new();
            for &role in rings.last().into_iter().flatten() {
                let out = ways_out(world.pack, world.graph, role, moves);
                let into = ways_in(world.pack, world.graph, role, moves);
                ring.extend(out.into_iter().chain(into).map(|(other, _)| other).filter(|&other| known.insert(other)));
            }
            rings.push(ring);
        }
        Self { rings }
    }

    /// How many roles are so near, the one in the middle among them.
    #[must_use]
    pub fn count(&self, within: Within) -> usize {
        self.roles(within).count()
    }

    /// The roles that are so near.
    pub fn roles(&self, within: Within) -> impl Iterator<Item = RoleId> + '_ {
        self.rings.iter().take(within.moves() + 1).flatten().copied()
    }
}
