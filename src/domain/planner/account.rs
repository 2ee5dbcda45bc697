//! Giving account of a route that was found: its stints with dates from now, what is studied and checked in each, and
//! what it comes to.

use std::collections::BTreeSet;

use super::route::{Route, Step, Study, Totals};
use super::search::Found;
use super::situation::Situation;
use super::timeline::{Allowance, Leg, Lived, live};
use super::{assumptions, essentials};
use crate::domain::id::{RoleId, TrainingId};
use crate::domain::quantity::{Decimal, Weeks};
use crate::domain::training::Known;

/// The route from the role held now to itself.
pub(super) fn standing_still(situation: &Situation<'_>) -> Route {
    let role = situation.here();
    let step =
        Step { role, enter: Weeks::ZERO, leave: None, study: Vec::new(), checks: Vec::new(), granted: Vec::new() };
    Route { totals: totals(situation, std::slice::from_ref(&step)), steps: vec![step], assumed: Vec::new() }
}

/// The route in full. Nothing when it does not stand, which would be a fault of the search.
pub(super) fn route(situation: &Situation<'_>, target: RoleId, found: &Found) -> Option<Route> {
    let mut legs: Vec<Leg> = found
        .stints
        .iter()
        .map(|stint| Leg {
            role: stint.role,
            by: stint.by,
            length: stint.length,
            studies: stint.studied.iter().map(|need| situation.needs.get(need).fact).collect(),
        })
        .collect();
    let mut lived = live(situation, &legs, &Allowance::default())?;
    essentials::drop_needless(situation, &mut legs, &mut lived);
    let steps = steps(situation, target, &legs, &lived);
    let assumed = assumptions::of(situation, &steps);
    Some(Route { totals: totals(situation, &steps), steps, assumed })
}

fn steps(situation: &Situation<'_>, target: RoleId, legs: &[Leg], lived: &[Lived]) -> Vec<Step> {
    let checks = essentials::checks(situation, legs, lived);
    let gifts = essentials::gifts(situation, legs, lived, &checks);
    let mut steps: Vec<Step> = legs
        .iter()
        .zip(lived)
        .zip(checks.into_iter().zip(gifts))
        .map(|((leg, stint), (checks, granted))| Step {
            role: leg.role,
            enter: Weeks(stint.enter),
            leave: Some((Weeks(stint.leave), leg.by)),
            study: stint
                .studies
                .iter()
                .map(|(item, from, to)| study(situation, leg.role, *item, [*from, *to]))
                .collect(),
            checks,
            granted,
        })
        .collect();
    let enter = Weeks(lived.last().map_or(0, |stint| stint.leave));
    steps.push(Step { role: target, enter, leave: None, study: Vec::new(), checks: Vec::new(), granted: Vec::new() });
    steps
}

fn study(situation: &Situation<'_>, role: RoleId, training: TrainingId, [start, end]: [u32; 2]) -> Study {
    let item = situation.pack.training(training);
    let assumed = situation.pack.study_assumption(&item.kind);
    let hours = item.study_hours(assumed);
    let weeks = match item.study_weeks(assumed, situation.circumstances.hours_per_week_in(role)) {
        Some(weeks) => weeks,
        None => Known::Assumed(Weeks(end - start)),
    };
    Study { training, start: Weeks(start), end: Weeks(end), hours, weeks, cost: item.cost }
}

fn totals(situation: &Situation<'_>, steps: &[Step]) -> Totals {
    let pack = situation.pack;
    let studies = || steps.iter().flat_map(|step| &step.study);
    let sectors: BTreeSet<&str> = steps.iter().filter_map(|step| pack.role(step.role).sector.as_deref()).collect();
    let pay = steps.iter().skip(1).filter_map(|step| situation.circumstances.yearly_pay_in(pack, step.role)).min();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Totals {
        weeks: steps.last().map_or(Weeks::ZERO, |step| step.enter),
        moves: count(steps.len().saturating_sub(1)),
        study_hours: studies().map(|study| study.hours.value()).sum(),
        cost: studies().map(|study| study.cost.unwrap_or(Decimal::ZERO)).sum(),
        sectors: count(sectors.len()),
        pay,
    }
}
