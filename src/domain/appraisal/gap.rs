//! How far it is from what somebody rated to what the role they would like expects.
//!
//! For each competency, with the stage S that the appraisal was rated against and the stage T of the target role:
//!
//! | case | standing |
//! |---|---|
//! | the pack says nothing of what T expects | not asked |
//! | it was not rated | not rated |
//! | S is at least T, and the rating is at least [`Rating::MET_FROM`] | met |
//! | everything else | not yet, with the number of stages from S up to T (none when S is at least T) |
//!
//! Nobody is taken to meet a stage they never rated themselves against, however well they do at a lower one. There are
//! counts, and no total that could rank anybody.

use super::framework::{Competency, FocusArea};
use super::model::Appraisal;
use super::rating::Rating;
use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::domain::profile::Profile;
use crate::domain::role::Stage;

/// What somebody measures themselves against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// They named no role they would like.
    NoTarget,
    /// They named one, of which the pack does not say at which stage it is.
    NoStage(RoleId),
    /// What this role's stage expects.
    Stage(RoleId, Stage),
}

impl Aim {
    /// The aim that a profile's target sets.
    #[must_use]
    pub fn of(pack: &Pack, profile: &Profile) -> Self {
        match profile.target {
            None => Self::NoTarget,
            Some(role) => pack.role(role).stage.map_or(Self::NoStage(role), |stage| Self::Stage(role, stage)),
        }
    }

    /// The stage, where there is one.
    #[must_use]
    pub const fn stage(self) -> Option<Stage> {
        match self {
            Self::Stage(_, stage) => Some(stage),
            Self::NoTarget | Self::NoStage(_) => None,
        }
    }
}

/// How a competency stands against what a stage expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// The pack does not say what the stage expects here.
    NotAsked,
    /// There is no rating.
    NotRated,
    /// What the stage expects is met, in their own eyes.
    Met,
    /// It is not, or not rated against so high a stage.
    NotYet {
        /// How many stages lie between the one rated against and the one wanted; none when only the rating is too low.
        stages: u8,
    },
}

/// How many competencies stand in which way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Met.
    pub met: usize,
    /// Not yet.
    pub not_yet: usize,
    /// Without a rating.
    pub not_rated: usize,
    /// Of which the stage expects nothing that the pack would say.
    pub not_asked: usize,
}

impl Tally {
    /// All of them together.
    #[must_use]
    pub const fn all(self) -> usize {
        self.met + self.not_yet + self.not_rated + self.not_asked
    }

    fn count(&mut self, standing: Standing) {
        let place = match standing {
            Standing::NotAsked => &mut self.not_asked,
            Standing::NotRated => &mut self.not_rated,
            Standing::Met => &mut self.met,
            Standing::NotYet { .. } => &mut self.not_yet,
        };
        *place += 1;
    }
}

/// How one competency stands against what `wanted` expects. Without an appraisal nothing is rated.
#[must_use]
pub fn standing(competency: &Competency, appraisal: Option<&Appraisal>, wanted: Stage) -> Standing {
    if competency.expects(wanted).is_none() {
        return Standing::NotAsked;
    }
    let rated = appraisal.and_then(|appraisal| Some((appraisal.stage, appraisal.rating(&competency.id)?)));
    match rated {
        None => Standing::NotRated,
        Some((stage, rating)) if stage >= wanted && rating >= Rating::MET_FROM => Standing::Met,
        // The stages of the enum are numbered from 0 upwards.
        Some((stage, _)) => Standing::NotYet { stages: (wanted as u8).saturating_sub(stage as u8) },
    }
}

/// How the competencies of a focus area stand.
#[must_use]
pub fn tally(area: &FocusArea, appraisal: Option<&Appraisal>, wanted: Stage) -> Tally {
    let mut tally = Tally::default();
    area.competencies().for_each(|competency| tally.count(standing(competency, appraisal, wanted)));
    tally
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Appraisal, Rating, Stage, Standing, Tally, standing, tally};
    use crate::domain::appraisal::framework::tests::framework;

    /// An appraisal at a stage with the first of two competencies rated, and how that stands against another.
    fn stands(stage: Stage, rating: Rating, wanted: Stage) -> Standing {
        let framework = framework(&[("A", "a", "one"), ("A", "a", "two")], &Stage::ALL);
        let one = framework.competencies().next().expect("a competency");
        let mut appraisal = Appraisal::blank(date(2026, 11, 22), None, stage);
        appraisal.rate(&one.id, Some(rating));
        standing(one, Some(&appraisal), wanted)
    }

    #[test]
    fn it_is_met_from_proficient_on_at_a_stage_as_high() {
        assert_eq!(stands(Stage::Two, Rating::Proficient, Stage::Two), Standing::Met);
        assert_eq!(stands(Stage::Three, Rating::Proficient, Stage::Two), Standing::Met);
        assert_eq!(stands(Stage::Two, Rating::Essential, Stage::Two), Standing::NotYet { stages: 0 });
        assert_eq!(stands(Stage::Three, Rating::Essential, Stage::Two), Standing::NotYet { stages: 0 });
    }

    #[test]
    fn nobody_meets_a_stage_they_did_not_rate_themselves_against() {
        assert_eq!(stands(Stage::One, Rating::Exemplary, Stage::Two), Standing::NotYet { stages: 1 });
        assert_eq!(stands(Stage::Fundamental, Rating::Exemplary, Stage::Four), Standing::NotYet { stages: 4 });
    }

    #[test]
    fn what_is_not_rated_and_what_is_not_asked_are_counted_apart() {
        let framework = framework(&[("A", "a", "one"), ("A", "b", "two"), ("A", "b", "three")], &[Stage::One]);
        let area = &framework.areas()[0];
        let mut appraisal = Appraisal::blank(date(2026, 11, 22), None, Stage::One);
        let ids: Vec<_> = framework.competencies().map(|one| one.id.clone()).collect();
        appraisal.rate(&ids[0], Some(Rating::Strong));
        appraisal.rate(&ids[1], Some(Rating::Insufficient));
        let counts = Tally { met: 1, not_yet: 1, not_rated: 1, not_asked: 0 };
        assert_eq!(tally(area, Some(&appraisal), Stage::One), counts);
        assert_eq!(tally(area, None, Stage::One), Tally { not_rated: 3, ..Tally::default() });
        let unasked = tally(area, Some(&appraisal), Stage::Two);
        assert_eq!((unasked.not_asked, unasked.all()), (3, 3));
    }
}
