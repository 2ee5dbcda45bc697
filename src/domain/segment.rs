//! How the Oversight Framework has rated an organisation, quarter by quarter.

use super::id::OrganisationId;
use super::pack::Pack;
use super::place::SegmentRecord;
use super::post::Standing;

/// The ratings of an organisation that name a segment and a quarter, oldest first.
#[must_use]
pub fn history(pack: &Pack, organisation: OrganisationId) -> Vec<&SegmentRecord> {
    let mut records: Vec<&SegmentRecord> = pack
        .tables()
        .segments
        .iter()
        .filter(|record| record.organisation == Some(organisation))
        .filter(|record| record.segment.is_some() && quarter(&record.period).is_some())
        .collect();
    records.sort_by_key(|record| quarter(&record.period));
    records
}

/// The region of an organisation, by name: the Oversight Framework's own in the latest rating that names one, since a
/// head office can lie across a border. Without a rating, the head office's.
#[must_use]
pub fn region_of(pack: &Pack, organisation: OrganisationId) -> Option<&str> {
    let rated = history(pack, organisation).into_iter().rev().map(|record| record.region.as_str());
    let head_office = || pack.organisation(organisation).region.map(|region| pack.region(region).title.as_str());
    rated.into_iter().find(|region| !region.is_empty()).or_else(head_office)
}

/// The year and number of a quarter: `Q3 2025/26`.
#[must_use]
pub fn quarter(period: &str) -> Option<(u16, u8)> {
    let (quarter, year) = period.strip_prefix('Q')?.split_once(' ')?;
    let number = quarter.parse().ok().filter(|number| (1..=4).contains(number))?;
    Some((year.get(..4)?.parse().ok()?, number))
}

/// Whether a segment marks an organisation as challenged: the lowest that is published, or below.
#[must_use]
pub fn standing(segment: Option<u8>) -> Standing {
    if segment.is_some_and(|segment| segment >= 4) { Standing::Challenged } else { Standing::Ordinary }
}

#[cfg(test)]
mod tests {
    use super::quarter;

    #[test]
    fn quarters_are_read() {
        assert_eq!(quarter("Q3 2025/26"), Some((2025, 3)));
        for other in ["", "2021-07", "after 2025-09 (undated page)", "Q5 2025/26", "Q", "Qé 2025"] {
            assert_eq!(quarter(other), None, "{other}");
        }
    }
}
