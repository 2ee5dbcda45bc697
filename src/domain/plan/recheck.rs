//! What another edition of a pack, or another pack, changes in a plan that was made with this one.

use super::model::{Asked, Plan, Stint, asks};
use crate::domain::Pack;
use crate::domain::id::{RoleId, Slug};
use crate::domain::quantity::{Decimal, Weeks};
use crate::domain::training::Status;

/// One thing in which a plan and a pack differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The pack has no such role.
    RoleGone {
        /// Its id.
        role: Slug,
        /// What it was called.
        title: String,
    },
    /// The pack has no move between two roles of the plan.
    MoveGone {
        /// The title of the role it left.
        from: String,
        /// The title of the role it entered.
        to: String,
    },
    /// The next move asks for longer than the plan stays.
    LongerStay {
        /// The title of the role.
        role: String,
        /// How long the plan stays.
        planned: Weeks,
        /// How long the pack asks for.
        asked: Weeks,
    },
    /// The pack has no such training.
    TrainingGone {
        /// Its id.
        training: Slug,
        /// What it was called.
        title: String,
    },
    /// The training cannot be started under the plan's rules.
    TrainingShut {
        /// Its title.
        title: String,
        /// Its status now.
        status: Status,
    },
    /// The training takes another number of hours.
    OtherHours {
        /// Its title.
        title: String,
        /// What the plan reckons with.
        planned: Decimal,
        /// What the pack says.
        now: Decimal,
    },
    /// The role asks for something that it did not ask for.
    NewlyAsked {
        /// The title of the role.
        role: String,
        /// What it asks for.
        asked: Asked,
    },
    /// The role no longer asks for something.
    NoLongerAsked {
        /// The title of the role.
        role: String,
        /// What it asked for.
        asked: Asked,
    },
}

/// The differences between a plan and a pack, in the order of the plan; only of what is not done yet. None when the pack
/// is the one the plan was made with.
#[must_use]
pub fn recheck(plan: &Plan, pack: &Pack) -> Vec<Difference> {
    let mut differences = Vec::new();
    for (at, stint) in plan.stints.iter().enumerate() {
        let next = plan.stints.get(at + 1);
        if next.is_some_and(|next| next.entered.is_some()) {
            continue;
        }
        let role = pack.find_role(stint.role.as_str());
        match role {
            None => differences.push(Difference::RoleGone { role: stint.role.clone(), title: stint.title.clone() }),
            Some(role) if stint.entered.is_none() => compare_asks(plan, pack, (stint, role), &mut differences),
            Some(_) => {}
        }
        studies(plan, pack, stint, &mut differences);
        if let (Some(role), Some(next)) = (role, next) {
            onwards(pack, (at, stint, role), next, &mut differences);
        }
    }
    differences
}

fn compare_asks(plan: &Plan, pack: &Pack, (stint, role): (&Stint, RoleId), differences: &mut Vec<Difference>) {
    let now = asks(pack, role, plan.ruleset);
    let title = || stint.title.clone();
    let new = now.iter().filter(|asked| !stint.asks.contains(asked));
    differences.extend(new.map(|asked| Difference::NewlyAsked { role: title(), asked: asked.clone() }));
    let gone = stint.asks.iter().filter(|asked| !now.contains(asked));
    differences.extend(gone.map(|asked| Difference::NoLongerAsked { role: title(), asked: asked.clone() }));
}

fn studies(plan: &Plan, pack: &Pack, stint: &Stint, differences: &mut Vec<Difference>) {
    for study in stint.study.iter().filter(|study| study.done.is_none()) {
        let Some(item) = pack.find_training(study.training.as_str()).map(|id| pack.training(id)) else {
            let (training, title) = (study.training.clone(), study.title.clone());
            differences.push(Difference::TrainingGone { training, title });
            continue;
        };
        if !item.status.can_start(plan.ruleset) {
            differences.push(Difference::TrainingShut { title: item.title.clone(), status: item.status });
        }
        let now = item.study_hours(pack.study_assumption(&item.kind)).value();
        if now != study.hours {
            let (title, planned) = (item.title.clone(), study.hours);
            differences.push(Difference::OtherHours { title, planned, now });
        }
    }
}

fn onwards(pack: &Pack, (at, stint, role): (usize, &Stint, RoleId), next: &Stint, differences: &mut Vec<Difference>) {
    let Some(to) = pack.find_role(next.role.as_str()) else { return };
    let moves = pack.moves_from(role).iter().map(|by| pack.career_move(*by));
    let shortest = moves.filter(|a_move| a_move.to == to).map(crate::domain::career_move::Move::tenure).min();
    match shortest {
        None => differences.push(Difference::MoveGone { from: stint.title.clone(), to: next.title.clone() }),
        // What was served before the plan began is not known here, so of the first stint nothing can be said.
        Some(asked) if at > 0 && asked > stint.stay => {
            let role = stint.title.clone();
            differences.push(Difference::LongerStay { role, planned: stint.stay, asked });
        }
        Some(_) => {}
    }
}
