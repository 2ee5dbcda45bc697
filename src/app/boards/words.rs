//! Findings about boards in words.

use super::{Only, Sight, Tally};
use crate::domain::Pack;
use crate::domain::board::standing::{quarters, sources as sources_of};
use crate::domain::board::{BoardStanding, Grounds, Home, Shading, Unseen, spoken};
use crate::domain::id::TileId;
use crate::domain::words::count;

/// A sector as one says it.
#[must_use]
pub fn sector(sector: &str) -> String {
    if sector.is_empty() { "sector not known".to_owned() } else { sector.replace('-', " ") }
}

/// The title of the map: `England, 36 boards of 2026, by worst segment`; what the table is narrowed down to comes first.
#[must_use]
pub fn title(sight: &Sight<'_>) -> String {
    let (year, by) = (sight.view.arrangement.year(), by(sight.view.shading));
    let boards = sight.boards.tiles(sight.view.arrangement).placed().len();
    match sight.only {
        None => format!("England, {boards} boards of {year}, {by}"),
        Some(Only::Board(tile)) => format!("Only {} · boards of {year}, {by}", name(sight.pack, tile)),
        Some(Only::Region(region)) => format!("Only {region} · boards of {year}, {by}"),
    }
}

/// `by worst segment`.
#[must_use]
pub const fn by(shading: Shading) -> &'static str {
    match shading {
        Shading::Worst => "by worst segment",
        Shading::Mean => "by mean segment",
    }
}

/// A mean in tenths as one writes it: `2.7`.
#[must_use]
pub fn tenths(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// How many posts: `3 posts`, or `1 of 3 posts` when not all are listed.
#[must_use]
pub fn posts(tally: Tally) -> String {
    let all = count(u64::from(tally.all), "post");
    if tally.listed == tally.all { all } else { format!("{} of {all}", tally.listed) }
}

/// How a board stands: `worst segment 4, mean 3.6; 3 of 5 organisations challenged (4 rated)`.
#[must_use]
pub fn standing(standing: &BoardStanding) -> String {
    let (Some(worst), Some(mean)) = (standing.worst, standing.mean_tenths()) else {
        return match standing.organisations {
            0 => "no organisation".to_owned(),
            organisations => format!("{}, none rated", count(u64::from(organisations), "organisation")),
        };
    };
    let rated =
        if standing.rated == standing.organisations { String::new() } else { format!(" ({} rated)", standing.rated) };
    format!(
        "worst segment {worst}, mean {}; {} of {} challenged{rated}",
        tenths(mean),
        standing.challenged,
        count(u64::from(standing.organisations), "organisation"),
    )
}

/// The same in a line: `worst 4, mean 3.6; 3 of 5 challenged (4 rated)`.
#[must_use]
pub fn standing_in_short(board: &BoardStanding) -> String {
    standing(board).replace("worst segment", "worst").replace(" organisations challenged", " challenged")
}

/// The quarters of the segments that are shown: sectors are named for all but the last.
#[must_use]
pub fn periods(pack: &Pack) -> Option<String> {
    let quarters = quarters(pack);
    let last = quarters.len().checked_sub(1)?;
    let told = quarters.iter().enumerate().map(|(at, quarter)| {
        let sectors: Vec<String> = quarter.sectors.iter().map(|(name, _)| sector(name)).collect();
        match at {
            0 if last == 0 => quarter.period.to_owned(),
            at if at == last => format!("{} others", quarter.period),
            _ => format!("{} {}", quarter.period, sectors.join(", ")),
        }
    });
    Some(told.collect::<Vec<_>>().join("; "))
}

/// Where the latest ratings are from.
#[must_use]
pub fn sources(pack: &Pack) -> Vec<&str> {
    sources_of(pack)
}

/// What the table of segments does not show, with what is known all the same.
#[must_use]
pub fn unseen(pack: &Pack) -> Option<String> {
    let unseen = Unseen::of(pack)?;
    let below = unseen.published_worst + 1;
    if unseen.known.is_empty() || below > 5 {
        return None;
    }
    let known = unseen.known.iter().map(|one| {
        let name = &pack.organisation(one.organisation).name;
        format!("{name} ({})", one.periods.join(", "))
    });
    let known: Vec<String> = known.collect();
    let mut sources: Vec<&str> = unseen.known.iter().map(|one| one.source).collect();
    sources.sort_unstable();
    sources.dedup();
    Some(format!(
        "The latest published tables stop at segment {}. Segment {below} is known only from earlier tables and other \
         pages: {}. From: {}",
        unseen.published_worst,
        known.join("; "),
        sources.join("; "),
    ))
}

/// The same in a line.
#[must_use]
pub fn unseen_in_short(pack: &Pack) -> Option<String> {
    let unseen = Unseen::of(pack)?;
    let worst = unseen.published_worst;
    (!unseen.known.is_empty()).then(|| format!("Published tables stop at {worst}: segment {} is not shown", worst + 1))
}

/// Why an organisation stands at a board, where its own row does not simply say so.
#[must_use]
pub fn grounds(home: Home) -> Option<&'static str> {
    match home.grounds {
        Grounds::Named => None,
        Grounds::NamedForOther => Some("its board is known for the other arrangement only; it is in both"),
        Grounds::Continued => Some("its board is known for the other arrangement only; this one continues it"),
        Grounds::FrameworkRegion => {
            Some("its head office is at another board; the Oversight Framework counts it to this region")
        }
    }
}

/// A board's name.
#[must_use]
pub fn name(pack: &Pack, tile: TileId) -> &str {
    let tile = pack.tile(tile);
    if tile.name.is_empty() { &tile.abbreviation } else { spoken(&tile.name) }
}
