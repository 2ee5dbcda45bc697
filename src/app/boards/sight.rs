//! What is drawn of the boards.

use super::{Boards, BoardsView, Tally};
use crate::domain::Pack;
use crate::domain::board::region_of_tile;
use crate::domain::id::TileId;

/// To which part of England the table is narrowed down on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only<'a> {
    /// To a board.
    Board(TileId),
    /// To a region, by its name.
    Region(&'a str),
}

/// Where the board that is looked at is told of in words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Telling {
    /// Below the tiles.
    #[default]
    Below,
    /// In a pane beside a map that has little room for itself.
    Beside,
}

/// Everything that the drawing of the map is about.
#[derive(Debug, Clone, Copy)]
pub struct Sight<'a> {
    /// The pack.
    pub pack: &'a Pack,
    /// What is known of its boards.
    pub boards: &'a Boards,
    /// How they are shown.
    pub view: BoardsView,
    /// How many posts each tile has, by its place in the table of tiles.
    pub tallies: &'a [Tally],
    /// The tile of the selected post.
    pub marked: Option<TileId>,
    /// To what the table is narrowed down.
    pub only: Option<Only<'a>>,
    /// Whether the map has the keys, so that its cursor is shown.
    pub has_keys: bool,
    /// Where boards are told of.
    pub telling: Telling,
}

impl Sight<'_> {
    /// How many posts a tile has.
    #[must_use]
    pub fn tally(&self, tile: TileId) -> Tally {
        self.tallies.get(tile.index()).copied().unwrap_or_default()
    }

    /// The tile under the cursor, while the map has the keys.
    #[must_use]
    pub fn cursor(&self) -> Option<TileId> {
        self.view.cursor.filter(|_| self.has_keys)
    }

    /// The tile that is told of in words: the one under the cursor, otherwise that of the selected post.
    #[must_use]
    pub fn told(&self) -> Option<TileId> {
        self.cursor().or(self.marked)
    }

    /// Whether the table lists posts of a tile, as far as that is chosen on the map.
    #[must_use]
    pub fn is_within(&self, tile: TileId) -> bool {
        match self.only {
            None => true,
            Some(Only::Board(board)) => board == tile,
            Some(Only::Region(name)) => region_of_tile(self.pack, tile).is_some_and(|region| region.title == name),
        }
    }
}
