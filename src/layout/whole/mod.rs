//! The whole map: every role on one row, in the strip of its lane and the column of its level. Where a role stands
//! depends on the pack and on which lanes are folded, never on what is selected. Nothing here grows with the pack but
//! what is made once: a frame asks for the rows in its window.
//!
//! | question | file |
//! |---|---|
//! | in which row of its strip a role stands | [`rows`] |
//! | where strips begin, what stands in a row, what is blank | [`strips`] |
//! | how wide columns and channels are | [`columns`] |
//! | how many moves pass a row that are not drawn | [`density`] |
//! | how many roles and moves there are | [`counts`] |
//! | which way the selected role's edges and the route go | [`ways`] |
//! | which pieces of channels are taken | `claims` |
//! | in which track of a channel a net runs | `tracks` |
//! | which arms that gives in the cells of a window | [`lines`] |
//! | which part of it a window shows | [`origin`] |

mod claims;
pub mod columns;
pub mod counts;
pub mod density;
pub mod lines;
pub mod origin;
pub mod rows;
pub mod strips;
mod tracks;
pub mod ways;

use std::collections::BTreeSet;
use std::sync::Arc;

use self::counts::Counts;
use self::density::Density;
use self::rows::Rows;
use self::strips::Strips;
use super::overview::Overview;
use super::world::World;
use super::wrap;
use crate::domain::id::FamilyId;

/// The whole map of a pack with some lanes folded: made once, then only asked.
#[derive(Debug, Clone)]
pub struct Whole {
    rows: Arc<Rows>,
    /// What stands where.
    pub strips: Strips,
    /// How many moves pass a row.
    pub density: Density,
    /// How much there is.
    pub counts: Counts,
    /// The whole of it, small.
    pub overview: Overview,
    /// How many cells the longest short name of a lane takes.
    pub longest_name: u16,
}

impl Whole {
    /// The whole map with these lanes folded.
    #[must_use]
    pub fn new(world: World<'_>, folded: &BTreeSet<FamilyId>) -> Self {
        Self::of_rows(Arc::new(Rows::new(world)), world, folded)
    }

    /// The same map with other lanes folded: every lane keeps its order.
    #[must_use]
    pub fn refolded(&self, world: World<'_>, folded: &BTreeSet<FamilyId>) -> Self {
        Self::of_rows(Arc::clone(&self.rows), world, folded)
    }

    fn of_rows(rows: Arc<Rows>, world: World<'_>, folded: &BTreeSet<FamilyId>) -> Self {
        let strips = Strips::new(world, &rows, folded);
        let density = Density::new(world, &strips);
        let overview =
            Overview::new(strips.levels(), strips.height(), strips.spots().map(|spot| (spot.level, spot.row)));
        let counts = Counts::new(world, &strips);
        let names = world.pack.tables().families.iter().map(|family| wrap::width(&family.short));
        Self { rows, strips, density, counts, overview, longest_name: names.max().unwrap_or(0) }
    }
}
