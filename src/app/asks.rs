//! What a role asks for, row by row, and whether the person meets it now.

use std::collections::BTreeSet;

use super::stance::Stance;
use crate::domain::Pack;
use crate::domain::id::{RequirementId, RoleId, TrainingId};
use crate::domain::person::{Person, Record};
use crate::domain::requirement::Force;
use crate::domain::training::Obtain;

/// Whether a requirement is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meeting {
    /// It is.
    Met,
    /// It will be on appointment: what is missing are checks.
    OnAppointment,
    /// It is not.
    NotMet,
    /// Nobody has said who asks.
    Unsaid,
}

/// The rows that count for a role under the stance's rules, and how the person stands to each.
#[must_use]
pub fn asked(pack: &Pack, stance: &Stance, role: RoleId) -> Vec<(RequirementId, Meeting)> {
    let held = stance.me.as_ref().map(|me| held_now(pack, &me.person));
    pack.requirements_of(role)
        .iter()
        .filter(|row| stance.ruleset.counts(pack.requirement(**row).force))
        .map(|row| {
            let meeting = held.as_ref().map_or(Meeting::Unsaid, |held| meeting(pack, stance, held, *row));
            (*row, meeting)
        })
        .collect()
}

fn meeting(pack: &Pack, stance: &Stance, held: &BTreeSet<TrainingId>, row: RequirementId) -> Meeting {
    let requires = &pack.requirement(row).requires;
    if requires.holds(&|fact| held.contains(&fact)) {
        return Meeting::Met;
    }
    let checked = |fact: TrainingId| {
        let item = pack.training(fact);
        item.obtain == Obtain::Check
            && item.status.can_start(stance.ruleset)
            && item.requires.holds(&|needed| held.contains(&needed))
    };
    if requires.holds(&|fact| held.contains(&fact) || checked(fact)) { Meeting::OnAppointment } else { Meeting::NotMet }
}

/// What a person holds now: what they say, what their role has given them by now, and, where only the role is known,
/// what it certainly requires.
#[must_use]
pub fn held_now(pack: &Pack, person: &Person) -> BTreeSet<TrainingId> {
    let mut held = person.have.clone();
    held.extend(pack.grants_of(person.role).iter().filter(|g| g.matures() <= person.served).map(|g| g.fact));
    if person.record == Record::RoleOnly {
        let rows = pack.requirements_of(person.role).iter().map(|row| pack.requirement(*row));
        held.extend(rows.filter(|row| row.force == Force::Required).flat_map(|row| row.requires.certain_facts()));
    }
    held
}
