//! The tile map of England's care boards: what is known of each board, how it is shaded, and what stands out on it.
//!
//! | what | file |
//! |---|---|
//! | what is known of the boards | here |
//! | what is drawn | [`sight`] |
//! | findings about boards in words | [`words`] |
//! | cursor, what is chosen, how map and table follow each other | [`england`] |

pub mod england;
pub mod sight;
pub mod words;

pub use england::England;
pub use sight::{Only, Sight, Telling};

use crate::domain::Pack;
use crate::domain::board::{Arrangement, BoardStanding, Homes, Shading};
use crate::domain::id::TileId;
use crate::domain::post::Post;
use crate::layout::tiles::Tiles;

/// What the map shows of England, and which tile the cursor is on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BoardsView {
    /// Which arrangement of boards.
    pub arrangement: Arrangement,
    /// By what tiles are shaded.
    pub shading: Shading,
    /// The tile under the cursor; nothing before the map first had the keys.
    pub cursor: Option<TileId>,
}

/// How many posts a board has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those that the table lists, or would list if it were not for a chosen board or region.
    pub listed: u32,
    /// All.
    pub all: u32,
}

/// What is known of a pack's boards, whatever its posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boards {
    homes: Homes,
    standings: Vec<BoardStanding>,
    tiles: [Tiles; 2],
}

impl Boards {
    /// The boards of a pack.
    #[must_use]
    pub fn of(pack: &Pack) -> Self {
        let homes = Homes::of(pack);
        Self {
            standings: BoardStanding::all(pack, &homes),
            homes,
            tiles: Arrangement::ALL.map(|arrangement| Tiles::of(pack, arrangement)),
        }
    }

    /// Which organisation belongs to which board.
    #[must_use]
    pub const fn homes(&self) -> &Homes {
        &self.homes
    }

    /// How a board stands.
    #[must_use]
    pub fn standing(&self, tile: TileId) -> BoardStanding {
        self.standings.get(tile.index()).copied().unwrap_or_default()
    }

    /// The tiles of an arrangement.
    #[must_use]
    pub const fn tiles(&self, arrangement: Arrangement) -> &Tiles {
        &self.tiles[arrangement as usize]
    }

    /// The tiles at which a post stands, in each arrangement.
    #[must_use]
    pub fn of_post(&self, pack: &Pack, post: &Post) -> [Option<TileId>; 2] {
        Arrangement::ALL.map(|arrangement| self.homes.of_post(pack, post, arrangement))
    }

    /// The same place in the other arrangement: the tile of the same board, or the one to which most organisations of it
    /// belong there.
    #[must_use]
    pub fn counterpart(&self, pack: &Pack, tile: TileId) -> Option<TileId> {
        let here = Arrangement::of_tile(pack.tile(tile))?;
        let there = here.other();
        let same = there.tile_of(pack, &pack.tile(tile).ods);
        same.or_else(|| {
            let at = |id, arrangement| self.homes.home(id, arrangement).map(|home| home.tile);
            let moved = pack.organisation_ids().filter(|id| at(*id, here) == Some(tile));
            let mut to: Vec<TileId> = moved.filter_map(|id| at(id, there)).collect();
            to.sort_unstable();
            let count = |tile: TileId| to.iter().filter(|other| **other == tile).count();
            to.iter().copied().rev().max_by_key(|tile| count(*tile))
        })
    }
}
