//! Going from tile to tile.

use super::Tiles;
use crate::domain::id::TileId;
use crate::layout::cells::{Cell, Heading};

impl Tiles {
    /// The tile that a step leads to: the nearest one that lies more that way than aside of it, of equally near ones
    /// the straighter. Nothing at the edge.
    #[must_use]
    pub fn next(&self, from: TileId, heading: Heading) -> Option<TileId> {
        let here = self.at(from)?;
        let cost = |at: Cell| {
            let (along, aside) = offset(here, at, heading);
            // Aside counts double: a step that way should look like one.
            (along > 0 && aside <= 2 * along).then_some((along + 2 * aside, aside, at))
        };
        let near = self.placed.iter().filter_map(|placed| Some((cost(placed.at)?, placed.tile)));
        near.min().map(|(_, tile)| tile)
    }

    /// The first tile of all, or the last: top left, bottom right.
    #[must_use]
    pub fn end(&self, heading: Heading) -> Option<TileId> {
        let end = match heading {
            Heading::Up | Heading::Left => self.placed.first(),
            Heading::Down | Heading::Right => self.placed.last(),
        };
        end.map(|placed| placed.tile)
    }
}

/// How far `to` lies along a heading, negative behind, and how far aside of it.
fn offset(from: Cell, to: Cell, heading: Heading) -> (i32, i32) {
    let across = i32::from(to.x) - i32::from(from.x);
    let down = i32::from(to.y) - i32::from(from.y);
    match heading {
        Heading::Up => (-down, across.abs()),
        Heading::Down => (down, across.abs()),
        Heading::Left => (-across, down.abs()),
        Heading::Right => (across, down.abs()),
    }
}
