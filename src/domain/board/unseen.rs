//! What the published ratings do not show: the table of segments stops short of the lowest one, which is for those in
//! the national improvement programme and is known only from elsewhere.

use std::collections::BTreeMap;

use crate::domain::id::OrganisationId;
use crate::domain::pack::Pack;
use crate::domain::place::{Life, SegmentRecord};
use crate::domain::segment;

/// An organisation of which a lower segment is known than the table shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known<'p> {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its segment then.
    pub segment: u8,
    /// When, oldest first: quarters, or a date in the words of the source.
    pub periods: Vec<&'p str>,
    /// Where that is from.
    pub source: &'p str,
}

/// What is known beyond the published table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unseen<'p> {
    /// The worst segment that the latest published quarters show.
    pub published_worst: u8,
    /// What is known below it, from earlier quarters and other pages.
    pub known: Vec<Known<'p>>,
}

impl<'p> Unseen<'p> {
    /// What is known beyond the latest ratings; nothing when the pack has no ratings.
    #[must_use]
    pub fn of(pack: &'p Pack) -> Option<Self> {
        let current = |id: &OrganisationId| pack.organisation(*id).life() == Life::Current;
        let latest = |id| segment::history(pack, id).last().and_then(|record| record.segment);
        let published_worst = pack.organisation_ids().filter(current).filter_map(latest).max()?;
        let mut below: BTreeMap<OrganisationId, Vec<&'p SegmentRecord>> = BTreeMap::new();
        for record in &pack.tables().segments {
            if let (Some(id), Some(segment)) = (record.organisation, record.segment)
                && segment > published_worst
            {
                below.entry(id).or_default().push(record);
            }
        }
        let known = below.into_iter().map(|(organisation, mut records)| {
            records
                .sort_by_key(|record| (segment::quarter(&record.period).is_none(), segment::quarter(&record.period)));
            Known {
                organisation,
                segment: records.iter().filter_map(|record| record.segment).max().unwrap_or(published_worst),
                periods: records.iter().map(|record| record.period.as_str()).collect(),
                source: records.last().map_or("", |record| record.provenance.source.as_str()),
            }
        });
        Some(Self { published_worst, known: known.collect() })
    }
}
