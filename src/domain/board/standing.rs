//! How a board stands: the latest segments of its organisations.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Arrangement, Homes};
use crate::domain::id::{OrganisationId, TileId};
use crate::domain::pack::Pack;
use crate::domain::place::Life;
use crate::domain::post::Standing;
use crate::domain::segment;

/// By what a board is shaded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shading {
    /// By the worst segment among its organisations.
    #[default]
    Worst,
    /// By the mean of its organisations' segments.
    Mean,
}

impl Shading {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Worst => Self::Mean,
            Self::Mean => Self::Worst,
        }
    }
}

/// An organisation of a board, and its latest rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member<'p> {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Whether it is there today; only those that are count.
    pub life: Life,
    /// Its latest published segment, with the quarter.
    pub rated: Option<(u8, &'p str)>,
}

impl Member<'_> {
    /// Whether it is there today and challenged.
    #[must_use]
    pub fn is_challenged(&self) -> bool {
        self.counts() && segment::standing(self.rated.map(|(segment, _)| segment)) == Standing::Challenged
    }

    /// Whether it counts for its board.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.life == Life::Current
    }
}

/// How a board stands. Organisations that have closed, or are to open, are not counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BoardStanding {
    /// How many organisations it has today.
    pub organisations: u32,
    /// How many of them have a segment.
    pub rated: u32,
    /// How many of them are challenged.
    pub challenged: u32,
    /// The worst segment among them.
    pub worst: Option<u8>,
    /// All segments together.
    sum: u32,
}

impl BoardStanding {
    /// How the board of each tile stands, by the tile's place in the table.
    #[must_use]
    pub fn all(pack: &Pack, homes: &Homes) -> Vec<Self> {
        let mut all = vec![Self::default(); pack.tables().tiles.len()];
        for organisation in pack.organisation_ids() {
            let member = member(pack, organisation);
            let at = Arrangement::ALL.into_iter().filter_map(|arrangement| homes.home(organisation, arrangement));
            at.for_each(|home| all[home.tile.index()].add(&member));
        }
        all
    }

    fn add(&mut self, member: &Member<'_>) {
        if !member.counts() {
            return;
        }
        self.organisations += 1;
        self.challenged += u32::from(member.is_challenged());
        if let Some((segment, _)) = member.rated {
            self.rated += 1;
            self.sum += u32::from(segment);
            self.worst = self.worst.max(Some(segment));
        }
    }

    /// The mean segment in tenths, halves up: 27 for 2.7. Nothing when no organisation is rated.
    #[must_use]
    pub fn mean_tenths(&self) -> Option<u32> {
        (self.rated > 0).then(|| (self.sum * 20 + self.rated) / (2 * self.rated))
    }

    /// The segment by which it is shaded; a mean is rounded, halves to the worse.
    #[must_use]
    pub fn shade(&self, by: Shading) -> Option<u8> {
        match by {
            Shading::Worst => self.worst,
            Shading::Mean => {
                let twice = self.rated.checked_mul(2).filter(|twice| *twice > 0)?;
                u8::try_from((self.sum * 2 + self.rated) / twice).ok()
            }
        }
    }
}

fn member(pack: &Pack, organisation: OrganisationId) -> Member<'_> {
    let latest = segment::history(pack, organisation).last().copied();
    Member {
        organisation,
        life: pack.organisation(organisation).life(),
        rated: latest.and_then(|record| Some((record.segment?, record.period.as_str()))),
    }
}

/// The organisations of a board: the worst segment first, what is not rated behind, what is not there today last.
#[must_use]
pub fn members<'p>(pack: &'p Pack, homes: &Homes, tile: TileId) -> Vec<Member<'p>> {
    let Some(arrangement) = Arrangement::of_tile(pack.tile(tile)) else { return Vec::new() };
    let at_home = |id: &OrganisationId| homes.home(*id, arrangement).is_some_and(|home| home.tile == tile);
    let mut members: Vec<Member<'p>> = pack.organisation_ids().filter(at_home).map(|id| member(pack, id)).collect();
    members.sort_by_key(|member| {
        let segment = member.rated.map(|(segment, _)| segment);
        (member.life, Reverse(segment), pack.organisation(member.organisation).name.to_lowercase())
    });
    members
}

/// The quarters of the latest ratings, the oldest first, each with the sectors rated in it and by how many
/// organisations. Sectors differ in how fresh their ratings are, so a board has no single quarter.
#[must_use]
pub fn quarters(pack: &Pack) -> Vec<Quarter<'_>> {
    let mut quarters: Vec<Quarter<'_>> = Vec::new();
    for member in pack.organisation_ids().map(|id| member(pack, id)).filter(Member::counts) {
        let Some((_, period)) = member.rated else { continue };
        let at = quarters.iter().position(|quarter| quarter.period == period).unwrap_or_else(|| {
            quarters.push(Quarter { period, sectors: Vec::new() });
            quarters.len() - 1
        });
        let sector = pack.organisation(member.organisation).sector.as_str();
        let sectors = &mut quarters[at].sectors;
        match sectors.iter_mut().find(|(known, _)| *known == sector) {
            Some((_, count)) => *count += 1,
            None => sectors.push((sector, 1)),
        }
    }
    quarters.sort_by_key(|quarter| segment::quarter(quarter.period));
    for quarter in &mut quarters {
        quarter.sectors.sort_by_key(|(sector, count)| (Reverse(*count), *sector));
    }
    quarters
}

/// Where the latest ratings of the organisations that are there today are from: most first, each once.
#[must_use]
pub fn sources(pack: &Pack) -> Vec<&str> {
    let current = pack.organisation_ids().filter(|id| pack.organisation(*id).life() == Life::Current);
    let latest = current.filter_map(|id| segment::history(pack, id).last().copied());
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    latest.map(|record| record.provenance.source.as_str()).filter(|source| !source.is_empty()).for_each(|source| {
        *counts.entry(source).or_default() += 1;
    });
    let mut sources: Vec<(&str, u32)> = counts.into_iter().collect();
    sources.sort_by_key(|(source, count)| (Reverse(*count), *source));
    sources.into_iter().map(|(source, _)| source).collect()
}

/// A quarter of latest ratings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarter<'p> {
    /// Its name: `Q3 2025/26`.
    pub period: &'p str,
    /// The sectors whose latest rating it is and for how many organisations, most first.
    pub sectors: Vec<(&'p str, u32)>,
}

#[cfg(test)]
mod tests {
    use super::{BoardStanding, Member, Shading};
    use crate::domain::id::OrganisationId;
    use crate::domain::place::Life;

    fn standing(segments: &[(Life, Option<u8>)]) -> BoardStanding {
        let mut standing = BoardStanding::default();
        for (life, segment) in segments {
            let rated = segment.map(|segment| (segment, "Q3 2025/26"));
            standing.add(&Member { organisation: OrganisationId::from_index(0), life: *life, rated });
        }
        standing
    }

    #[test]
    fn worst_and_mean_are_of_what_is_rated_and_there() {
        let some = standing(&[
            (Life::Current, Some(4)),
            (Life::Current, Some(1)),
            (Life::Current, Some(2)),
            (Life::Current, None),
            (Life::Closed, Some(4)),
        ]);
        assert_eq!((some.organisations, some.rated, some.challenged), (4, 3, 1));
        assert_eq!((some.worst, some.mean_tenths()), (Some(4), Some(23)));
        assert_eq!((some.shade(Shading::Worst), some.shade(Shading::Mean)), (Some(4), Some(2)));
    }

    #[test]
    fn halves_go_to_the_worse() {
        let half = standing(&[(Life::Current, Some(2)), (Life::Current, Some(3))]);
        assert_eq!((half.mean_tenths(), half.shade(Shading::Mean)), (Some(25), Some(3)));
    }

    #[test]
    fn nothing_rated_is_no_shade() {
        let none = standing(&[(Life::Current, None), (Life::Planned, Some(1))]);
        assert_eq!((none.shade(Shading::Worst), none.shade(Shading::Mean), none.mean_tenths()), (None, None, None));
    }
}
