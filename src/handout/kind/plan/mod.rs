//! A plan: what comes next, what is done, when the rest falls and what has moved.
//!
//! | what | file |
//! |---|---|
//! | the handout | `mod` |
//! | to be read | `reading` |
//! | along the years, in a calendar, as arrows | `picture` |
//! | for a spreadsheet | `rows` |

mod picture;
mod reading;
mod rows;

use jiff::civil::Date;

use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::domain::plan::{self as plans, Plan, Schedule, Slot};
use crate::handout::{Handout, Missing};
use crate::json;

const EMPTY: Missing = Missing("this plan has no steps, so there is nothing to draw and no day to note");

/// A plan that is to be handed out.
#[derive(Clone, Copy)]
struct Telling<'a> {
    pack: &'a Pack,
    plan: &'a Plan,
    schedule: &'a Schedule,
    held: Option<RoleId>,
    on: Date,
}

/// A plan as a handout, as it stands on a day beside a pack; `held` is the role that is held now, where it is known.
#[must_use]
pub fn plan(pack: &Pack, plan: &Plan, held: Option<RoleId>, on: Date) -> Handout {
    let schedule = plans::schedule(plan, on);
    let telling = Telling { pack, plan, schedule: &schedule, held, on };
    let offer = |any: bool| if any { Ok(()) } else { Err(EMPTY) };
    Handout {
        stem: format!("fingerpost-plan-{}-{on}", plan.id),
        document: reading::document(telling),
        sheet: rows::sheet(telling),
        timeline: offer(!plan.stints.is_empty()).map(|()| picture::timeline(telling)),
        calendar: offer(!plan.steps().is_empty()).map(|()| picture::calendar(telling)),
        diagram: offer(!plan.stints.is_empty()).map(|()| picture::diagram(telling)),
        record: serde_json::to_value(json::plan(pack, plan, held, on)).unwrap_or_default(),
    }
}

impl<'a> Telling<'a> {
    /// The steps in order, each with its number.
    fn steps(self) -> impl Iterator<Item = (usize, Slot)> + 'a {
        let schedule = self.schedule;
        self.plan
            .steps()
            .into_iter()
            .enumerate()
            .filter_map(move |(at, item)| schedule.slot(item).map(|slot| (at + 1, slot)))
    }
}
