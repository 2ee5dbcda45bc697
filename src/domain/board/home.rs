//! To which board an organisation or a post belongs.

use super::{Arrangement, region_of_tile};
use crate::domain::id::{OrganisationId, TileId};
use crate::domain::pack::Pack;
use crate::domain::post::Post;
use crate::domain::segment;

/// Why an organisation stands at a board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grounds {
    /// Its own row names the board of this arrangement.
    Named,
    /// Its own row names only the board of the other arrangement, and that one is in both.
    NamedForOther,
    /// Its own row names only the board of the other arrangement, and one board of this one alone continues it.
    Continued,
    /// Its row names, by the head office, a board in another region than the Oversight Framework counts it to; the board
    /// that it had in the other arrangement fits.
    FrameworkRegion,
}

/// The board of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Home {
    /// The board's tile.
    pub tile: TileId,
    /// Why it is this one.
    pub grounds: Grounds,
}

/// The board of every organisation, in both arrangements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Homes {
    of: Vec<[Option<Home>; 2]>,
}

impl Homes {
    /// The boards of a pack's organisations.
    #[must_use]
    pub fn of(pack: &Pack) -> Self {
        let both = |id| Arrangement::ALL.map(|arrangement| find(pack, id, arrangement));
        Self { of: pack.organisation_ids().map(both).collect() }
    }

    /// The board of an organisation. Nothing when its row names no board, or one that was split.
    #[must_use]
    pub fn home(&self, organisation: OrganisationId, arrangement: Arrangement) -> Option<Home> {
        self.of.get(organisation.index())?[arrangement as usize]
    }

    /// The board of a post: its organisation's, or the employer itself when that is a board.
    #[must_use]
    pub fn of_post(&self, pack: &Pack, post: &Post, arrangement: Arrangement) -> Option<TileId> {
        match post.organisation {
            Some(organisation) => self.home(organisation, arrangement).map(|home| home.tile),
            None => named_or_continued(pack, &post.ods, arrangement).map(|(tile, _)| tile),
        }
    }
}

fn find(pack: &Pack, id: OrganisationId, arrangement: Arrangement) -> Option<Home> {
    let organisation = pack.organisation(id);
    let other = || named_or_continued(pack, arrangement.other().code_of(organisation), arrangement);
    let Some(tile) = arrangement.tile_of(pack, arrangement.code_of(organisation)) else {
        return other().map(|(tile, grounds)| Home { tile, grounds });
    };
    let region = segment::region_of(pack, id);
    let fits = |tile| region_of_tile(pack, tile).map(|region| region.title.as_str()) == region;
    let better = if region.is_none() || fits(tile) { None } else { other().filter(|(tile, _)| fits(*tile)) };
    Some(
        better.map_or(Home { tile, grounds: Grounds::Named }, |(tile, _)| Home {
            tile,
            grounds: Grounds::FrameworkRegion,
        }),
    )
}

/// The board of a code in an arrangement, which may have it or the only board that continues it.
fn named_or_continued(pack: &Pack, ods: &str, arrangement: Arrangement) -> Option<(TileId, Grounds)> {
    if let Some(tile) = arrangement.tile_of(pack, ods) {
        return Some((tile, Grounds::NamedForOther));
    }
    let boards = &pack.tables().care_boards;
    let mut related: Vec<&str> = match arrangement {
        Arrangement::Of2026 => {
            let own = boards.iter().filter(|board| board.ods == ods);
            own.flat_map(|board| board.successor_ods.split_whitespace()).collect()
        }
        Arrangement::Of2022 => {
            let continues = |codes: &str| codes.split_whitespace().any(|code| code == ods);
            boards.iter().filter(|board| continues(&board.successor_ods)).map(|board| board.ods.as_str()).collect()
        }
    };
    related.sort_unstable();
    related.dedup();
    match related[..] {
        [only] => arrangement.tile_of(pack, only).map(|tile| (tile, Grounds::Continued)),
        _ => None,
    }
}
