//! What changed from one appraisal to the next: for one competency, and for all of them together. Counts only; two
//! appraisals at different stages are not on one scale, so every point carries its stage.

use jiff::civil::Date;

use super::framework::{CompetencyId, Framework};
use super::model::Appraisal;
use super::rating::Rating;
use crate::domain::role::Stage;

/// How one competency was rated on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The day.
    pub on: Date,
    /// The stage it was rated against.
    pub stage: Stage,
    /// How.
    pub rating: Rating,
}

/// How many competencies were rated how on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sitting {
    /// The day.
    pub on: Date,
    /// The stage they were rated against.
    pub stage: Stage,
    /// How many at each point of the scale, lowest first.
    pub counts: [usize; 5],
    /// How many competencies of the Framework have no rating.
    pub not_rated: usize,
}

impl Sitting {
    /// How many were rated this or better.
    #[must_use]
    pub fn at_least(&self, rating: Rating) -> usize {
        self.counts.iter().skip(rating as usize).sum()
    }

    /// How many were rated.
    #[must_use]
    pub fn rated(&self) -> usize {
        self.counts.iter().sum()
    }
}

/// The appraisals in the order of their days; those of one day stay in the order they have.
#[must_use]
pub fn by_date(appraisals: &[Appraisal]) -> Vec<&Appraisal> {
    let mut sorted: Vec<&Appraisal> = appraisals.iter().collect();
    sorted.sort_by_key(|appraisal| appraisal.on);
    sorted
}

/// How one competency was rated over time, oldest first; days on which it was not rated are left out.
#[must_use]
pub fn of_competency(appraisals: &[Appraisal], competency: &CompetencyId) -> Vec<Point> {
    let point = |appraisal: &Appraisal| {
        let rating = appraisal.rating(competency)?;
        Some(Point { on: appraisal.on, stage: appraisal.stage, rating })
    };
    by_date(appraisals).into_iter().filter_map(point).collect()
}

/// How the competencies of a Framework were rated over time, oldest first.
#[must_use]
pub fn sittings(appraisals: &[Appraisal], framework: &Framework) -> Vec<Sitting> {
    let sitting = |appraisal: &Appraisal| {
        let mut sitting = Sitting { on: appraisal.on, stage: appraisal.stage, counts: [0; 5], not_rated: 0 };
        for competency in framework.competencies() {
            match appraisal.rating(&competency.id) {
                Some(rating) => sitting.counts[rating as usize] += 1,
                None => sitting.not_rated += 1,
            }
        }
        sitting
    };
    by_date(appraisals).into_iter().map(sitting).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Appraisal, Rating, Stage, of_competency, sittings};
    use crate::domain::appraisal::framework::tests::framework;

    #[test]
    fn it_is_told_oldest_first_with_the_stage_of_each_day() {
        let framework = framework(&[("A", "a", "one"), ("A", "a", "two")], &Stage::ALL);
        let ids: Vec<_> = framework.competencies().map(|one| one.id.clone()).collect();
        let mut now = Appraisal::blank(date(2026, 11, 22), None, Stage::Two);
        now.rate(&ids[0], Some(Rating::Essential));
        let mut before = Appraisal::blank(date(2025, 11, 20), None, Stage::One);
        before.rate(&ids[0], Some(Rating::Strong));
        before.rate(&ids[1], Some(Rating::Proficient));
        let all = [now, before];
        let points: Vec<_> = of_competency(&all, &ids[0]).iter().map(|point| (point.stage, point.rating)).collect();
        assert_eq!(points, [(Stage::One, Rating::Strong), (Stage::Two, Rating::Essential)]);
        assert_eq!(of_competency(&all, &ids[1]).len(), 1);
        let told = sittings(&all, &framework);
        assert_eq!((told[0].on, told[0].counts, told[0].not_rated), (date(2025, 11, 20), [0, 0, 1, 1, 0], 0));
        assert_eq!((told[0].at_least(Rating::Strong), told[0].rated()), (1, 2));
        assert_eq!((told[1].at_least(Rating::Proficient), told[1].not_rated), (0, 1));
    }
}
