//! Integrated care boards: which one an organisation belongs to in each arrangement of England, and how the
//! organisations of a board are rated.
//!
//! | question | file |
//! |---|---|
//! | which arrangements there are | here |
//! | to which board an organisation or a post belongs, and on what grounds | [`home`] |
//! | how a board stands | [`standing`] |
//! | what the published ratings do not show | [`unseen`] |

pub mod home;
pub mod standing;
pub mod unseen;

pub use home::{Grounds, Home, Homes};
pub use standing::{BoardStanding, Member, Shading};
pub use unseen::{Known, Unseen};

use super::id::TileId;
use super::pack::Pack;
use super::place::{Organisation, Region, Tile};

/// An arrangement of England's integrated care boards.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arrangement {
    /// The 42 boards of July 2022.
    Of2022,
    /// The 36 boards since the mergers of April 2026.
    #[default]
    Of2026,
}

impl Arrangement {
    /// Both, the older first.
    pub const ALL: [Self; 2] = [Self::Of2022, Self::Of2026];

    /// The year it came into force.
    #[must_use]
    pub const fn year(self) -> u16 {
        match self {
            Self::Of2022 => 2022,
            Self::Of2026 => 2026,
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Of2022 => Self::Of2026,
            Self::Of2026 => Self::Of2022,
        }
    }

    /// The arrangement of a tile; nothing for a tile of another one.
    #[must_use]
    pub fn of_tile(tile: &Tile) -> Option<Self> {
        match tile.layout.as_str() {
            "icb-2022-42" => Some(Self::Of2022),
            "icb-2026-36" => Some(Self::Of2026),
            _ => None,
        }
    }

    /// The code under which an organisation names its board of this arrangement; empty where it names none.
    fn code_of(self, organisation: &Organisation) -> &str {
        match self {
            Self::Of2022 => &organisation.former_board_ods,
            Self::Of2026 => &organisation.board_ods,
        }
    }

    /// Its tiles, in the order of the table.
    pub fn tiles(self, pack: &Pack) -> impl Iterator<Item = TileId> + '_ {
        pack.tile_ids().filter(move |id| Self::of_tile(pack.tile(*id)) == Some(self))
    }

    /// The tile of a board, by its code.
    #[must_use]
    pub fn tile_of(self, pack: &Pack, ods: &str) -> Option<TileId> {
        self.tiles(pack).find(|id| !ods.is_empty() && pack.tile(*id).ods.eq_ignore_ascii_case(ods))
    }
}

/// The region of a tile.
#[must_use]
pub fn region_of_tile(pack: &Pack, tile: TileId) -> Option<&Region> {
    let ods = &pack.tile(tile).region_ods;
    pack.tables().regions.iter().find(|region| region.ods == *ods)
}

/// The name of a board as one says it: `Norfolk and Suffolk` for `NHS Norfolk and Suffolk Integrated Care Board`.
#[must_use]
pub fn spoken(name: &str) -> &str {
    let name = name.strip_prefix("NHS ").unwrap_or(name);
    name.strip_suffix(" Integrated Care Board").unwrap_or(name)
}
