//! What a route takes for granted.

use std::collections::BTreeSet;

use super::holding::{binding_rows, presumed_from_role};
use super::route::{Assumption, Step, Study};
use super::situation::Situation;
use super::terms::{Supposition, Terms};
use crate::domain::career_move::Usual;
use crate::domain::id::{RoleId, TrainingId};
use crate::domain::provenance::Basis;
use crate::domain::quantity::{Decimal, Weeks};
use crate::domain::training::Status;

/// Everything these steps take for granted, in the order of the route, nothing twice.
pub(super) fn of(situation: &Situation<'_>, steps: &[Step]) -> Vec<Assumption> {
    let (pack, circumstances) = (situation.pack, situation.circumstances);
    let mut assumed = Vec::new();
    if steps.iter().any(|step| !step.study.is_empty()) {
        assumed.push(Assumption::HoursPerWeek(circumstances.person.hours_per_week));
    }
    for step in steps {
        for study in &step.study {
            assumed.extend(assumed_of_study(situation, study));
        }
        for check in &step.checks {
            assumed.extend(assumed_of_status(*check, pack.training(*check).status));
        }
        if let Some((_, by)) = step.leave {
            let a_move = pack.career_move(by);
            if a_move.years_basis != Basis::Sourced {
                assumed.push(Assumption::EditorialYears(by));
            }
            if a_move.usual == Usual::Exceptional {
                assumed.push(Assumption::ExceptionalMove(by));
            }
            let entered = pack.requirements_of(a_move.to).iter().filter(|row| situation.waived.contains(row));
            assumed.extend(entered.map(|row| Assumption::Waived(*row)));
        }
    }
    assumed.extend(supposed(situation, steps));
    let asked: BTreeSet<TrainingId> = steps.iter().skip(1).flat_map(|step| asked_of(situation, step.role)).collect();
    let presumed = presumed_from_role(pack, &circumstances.person);
    assumed.extend(presumed.intersection(&asked).map(|fact| Assumption::HeldByRole(*fact)));
    let waived = &circumstances.person.waived;
    assumed.extend(waived.intersection(&asked).map(|fact| Assumption::ByWaiver(*fact)));
    let mut seen = BTreeSet::new();
    assumed.retain(|assumption| seen.insert(assumption.clone()));
    assumed
}

/// What of the terms the steps make use of.
fn supposed(situation: &Situation<'_>, steps: &[Step]) -> Vec<Assumption> {
    let Some(Terms { role, offered }) = &situation.circumstances.terms else { return Vec::new() };
    let Some((at, step)) = steps.iter().enumerate().find(|(_, step)| step.role == *role) else { return Vec::new() };
    let mut supposed = Vec::new();
    if offered.protected_study > Decimal::ZERO && !step.study.is_empty() {
        supposed.push(Supposition::ProtectedStudy(*role, offered.protected_study));
    }
    let given = step.granted.iter().filter(|fact| offered.given.contains(fact));
    supposed.extend(given.map(|fact| Supposition::Given(*role, *fact)));
    if offered.tenure > Weeks::ZERO && step.leave.is_some() {
        supposed.push(Supposition::Tenure(*role, offered.tenure));
    }
    // What one is paid now is no part of a route's pay.
    let paid = at > 0 && situation.circumstances.yearly_pay_in(situation.pack, *role).is_some();
    if offered.premium > 0 && paid {
        supposed.push(Supposition::Premium(*role, offered.premium));
    }
    supposed.into_iter().map(Assumption::Supposed).collect()
}

fn assumed_of_study(situation: &Situation<'_>, study: &Study) -> Vec<Assumption> {
    let item = situation.pack.training(study.training);
    let mut assumed = Vec::new();
    if study.weeks.is_assumed() {
        assumed.push(Assumption::StudyWeeks(study.training, study.weeks.value()));
    }
    if study.hours.is_assumed() {
        assumed.push(Assumption::StudyHours(study.training, study.hours.value()));
    }
    if item.cost.is_none() {
        assumed.push(Assumption::CostUnknown(study.training));
    }
    assumed.extend(assumed_of_status(study.training, item.status));
    assumed
}

fn assumed_of_status(item: TrainingId, status: Status) -> Option<Assumption> {
    match status {
        Status::Unknown => Some(Assumption::StatusUnknown(item)),
        Status::InDevelopment | Status::Proposed => Some(Assumption::NotYetRunning(item)),
        Status::Running | Status::Paused | Status::Retired => None,
    }
}

fn asked_of(situation: &Situation<'_>, role: RoleId) -> BTreeSet<TrainingId> {
    let rows = binding_rows(situation.pack, role, situation.circumstances.ruleset, &situation.waived);
    rows.flat_map(|row| situation.pack.requirement(row).requires.facts()).collect()
}
