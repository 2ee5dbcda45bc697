//! In which segments the organisation of a post may be, as far as published tables tell.

use std::ops::RangeInclusive;

use crate::domain::pack::Pack;
use crate::domain::post::Post;
use crate::domain::segment;

/// The worst segment that the published table has: whoever is in it may be in segment 5, which it does not show.
const LOWEST_PUBLISHED: u8 = 4;
const SEGMENTS: RangeInclusive<u8> = 1..=5;

/// The newest rating of a post's organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating<'p> {
    /// The segment, where one is known.
    pub segment: Option<u8>,
    /// The period it is of; empty where none is known.
    pub period: &'p str,
    /// The period of the newest record, dated or not, that names segment 5, where there is one.
    pub seen_in_five: Option<&'p str>,
}

impl<'p> Rating<'p> {
    /// Of a post: by the newest quarter its organisation was rated in, else by what stands beside the post.
    #[must_use]
    pub fn of(pack: &'p Pack, post: &'p Post) -> Self {
        let newest = post.organisation.and_then(|organisation| segment::history(pack, organisation).pop());
        let (segment, period) = newest
            .map_or((post.segment, post.segment_period.as_str()), |record| (record.segment, record.period.as_str()));
        let records = pack.tables().segments.iter();
        let in_five = records.rev().find(|record| {
            record.segment == Some(5) && record.organisation.is_some() && record.organisation == post.organisation
        });
        let seen_in_five = in_five.map(|record| record.period.as_str());
        Self { segment, period: if segment.is_some() { period } else { "" }, seen_in_five }
    }

    /// The segments the organisation may be in.
    #[must_use]
    pub fn possible(&self) -> RangeInclusive<u8> {
        match self.segment {
            None => SEGMENTS,
            Some(LOWEST_PUBLISHED) => LOWEST_PUBLISHED..=*SEGMENTS.end(),
            Some(known) => known..=known,
        }
    }

    /// `segment 4 in Q3 2025/26`, or that it is not known.
    #[must_use]
    pub fn words(&self) -> String {
        match self.segment {
            Some(segment) if self.period.is_empty() => format!("segment {segment}"),
            Some(segment) => format!("segment {segment} in {}", self.period),
            None => "segment not known".to_owned(),
        }
    }
}
