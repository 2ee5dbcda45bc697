//! The tile map of England in cells: how large a tile is in a window, where each one stands, and to which one a step
//! leads.
//!
//! Both arrangements share one grid, so that what has not changed stays where it is when one changes over.
//!
//! | question | file |
//! |---|---|
//! | where tiles stand | here |
//! | to which tile a step leads | `steps` |
//! | where one region ends and the next begins | [`borders`] |

pub mod borders;
mod steps;

use super::cells::{Area, Cell, Size};
use crate::domain::Pack;
use crate::domain::board::Arrangement;
use crate::domain::id::TileId;

/// A tile and its place in the grid, in tiles from the top left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Which.
    pub tile: TileId,
    /// Column and row.
    pub at: Cell,
}

/// The tiles of one arrangement in a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tiles {
    placed: Vec<Placed>,
    /// Columns and rows of the grid.
    extent: Size,
}

/// The least distance from tile to tile: a sign, a digit and a gap.
const LEAST: Size = Size { width: 3, height: 1 };
/// Wider and taller tiles are no easier to read.
const WIDEST: u16 = 24;
const TALLEST: u16 = 7;
/// The largest grid that is drawn at all.
const MOST: u16 = 64;

impl Tiles {
    /// The tiles of an arrangement, left to right and top to bottom. The grid has room for both arrangements.
    #[must_use]
    pub fn of(pack: &Pack, arrangement: Arrangement) -> Self {
        let at = |id: TileId| {
            let tile = pack.tile(id);
            let small = |number: u32| u16::try_from(number).ok().filter(|number| *number < MOST);
            Some(Cell::at(small(tile.column)?, small(tile.row)?))
        };
        let of = |arrangement: Arrangement| {
            arrangement.tiles(pack).filter_map(move |tile| Some(Placed { tile, at: at(tile)? }))
        };
        let mut placed: Vec<Placed> = of(arrangement).collect();
        placed.sort_by_key(|placed| (placed.at, placed.tile));
        // Two boards in one place cannot both be shown; the first of the table is.
        placed.dedup_by_key(|placed| placed.at);
        let all = || Arrangement::ALL.into_iter().flat_map(of);
        let extent = Size {
            width: all().map(|placed| placed.at.x + 1).max().unwrap_or(0),
            height: all().map(|placed| placed.at.y + 1).max().unwrap_or(0),
        };
        Self { placed, extent }
    }

    /// The tiles, row by row.
    #[must_use]
    pub fn placed(&self) -> &[Placed] {
        &self.placed
    }

    /// Columns and rows of the grid.
    #[must_use]
    pub const fn extent(&self) -> Size {
        self.extent
    }

    /// The place of a tile, if this arrangement has it.
    #[must_use]
    pub fn at(&self, tile: TileId) -> Option<Cell> {
        self.placed.iter().find(|placed| placed.tile == tile).map(|placed| placed.at)
    }

    /// The tile at a place.
    #[must_use]
    pub fn tile(&self, at: Cell) -> Option<TileId> {
        self.placed.iter().find(|placed| placed.at == at).map(|placed| placed.tile)
    }
}

/// How tiles lie in a window: all are equally large, in the middle of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// The cell of the window at which the first tile begins; there is a free column left of it.
    origin: Cell,
    /// From tile to tile.
    pitch: Size,
    /// One tile.
    tile: Size,
}

impl Plan {
    /// The plan for a window, or nothing when not even the smallest tiles fit.
    #[must_use]
    pub fn new(tiles: &Tiles, window: Size) -> Option<Self> {
        let Size { width: columns, height: rows } = tiles.extent;
        if columns == 0 || rows == 0 {
            return None;
        }
        // A column is kept free at the left, since the tile under the cursor has a mark on either side.
        let room = Size { width: window.width.checked_sub(1)?, height: window.height };
        let pitch = Size { width: (room.width / columns).min(WIDEST), height: (room.height / rows).min(TALLEST) };
        if pitch.width < LEAST.width || pitch.height < LEAST.height {
            return None;
        }
        // Flat tiles that are very wide tear the map apart.
        let pitch = Size { width: pitch.width.min(11 + 3 * (pitch.height - 1)), ..pitch };
        let gap = u16::from(pitch.height > 2);
        let tile = Size { width: pitch.width - 1, height: pitch.height - gap };
        let taken = Size { width: pitch.width * columns, height: pitch.height * rows - gap };
        let origin = Cell::at(1 + (room.width - taken.width) / 2, (room.height - taken.height) / 2);
        Some(Self { origin, pitch, tile })
    }

    /// The size of a tile.
    #[must_use]
    pub const fn tile_size(&self) -> Size {
        self.tile
    }

    /// From the start of one tile to the next.
    #[must_use]
    pub const fn pitch(&self) -> Size {
        self.pitch
    }

    /// Whether there is a free row between tiles.
    #[must_use]
    pub const fn has_rows_between(&self) -> bool {
        self.pitch.height > self.tile.height
    }

    /// The cells of the tile at a place of the grid.
    #[must_use]
    pub const fn area(&self, at: Cell) -> Area {
        let Size { width, height } = self.tile;
        Area { x: self.origin.x + at.x * self.pitch.width, y: self.origin.y + at.y * self.pitch.height, width, height }
    }

    /// All cells that the tiles take.
    #[must_use]
    pub const fn whole(&self, tiles: &Tiles) -> Area {
        let first = self.area(Cell::at(0, 0));
        let last = self.area(Cell::at(tiles.extent.width - 1, tiles.extent.height - 1));
        Area { x: first.x, y: first.y, width: last.right() - first.x, height: last.bottom() - first.y }
    }
}
