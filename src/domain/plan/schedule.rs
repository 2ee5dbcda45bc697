//! When everything in a plan falls, given what is done by a day: a delay moves what waits for it, and nothing else.
//!
//! Days are reckoned forwards. A role is entered when it was, or as soon as the stint before it allows: after its fewest
//! weeks, and when its last study has ended. Studies follow one another. What is not done and should have been by now
//! ends today at the earliest; so an open item pushes the rest along one day a day.

use std::fmt;

use jiff::civil::Date;

use super::model::{Plan, Stint, Study, after};
use super::progress::Item;

/// How far something has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It is done.
    Done,
    /// It should have been done by now.
    Overdue,
    /// It is under way.
    Now,
    /// It is yet to come.
    Ahead,
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Done => "done",
            Self::Overdue => "overdue",
            Self::Now => "now",
            Self::Ahead => "to come",
        })
    }
}

/// One item of a plan and when it falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// What it is.
    pub item: Item,
    /// When it begins, or began.
    pub from: Date,
    /// When it ends, or ended; the same day for what takes none.
    pub to: Date,
    /// When it ends by the plan as it was made.
    pub planned: Date,
    /// How far it has come.
    pub state: State,
}

impl Slot {
    /// By how many days it is later than planned; negative when it is earlier.
    #[must_use]
    pub fn slip(&self) -> i32 {
        days(self.planned, self.to)
    }
}

/// A plan laid out in days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// Its items: for each stint being appointed, then its studies, then the checks for the next role.
    pub slots: Vec<Slot>,
}

impl Schedule {
    /// When the role wanted is entered; nothing for a plan without stints.
    #[must_use]
    pub fn arrival(&self) -> Option<Slot> {
        self.slots.iter().rev().find(|slot| matches!(slot.item, Item::Role(_))).copied()
    }

    /// The slot of an item.
    #[must_use]
    pub fn slot(&self, item: Item) -> Option<Slot> {
        self.slots.iter().find(|slot| slot.item == item).copied()
    }
}

/// Days from one to another; negative when the other is earlier.
fn days(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

/// A plan as it stands on the day `today`.
#[must_use]
pub fn schedule(plan: &Plan, today: Date) -> Schedule {
    let mut slots = Vec::new();
    // When the stint before allows entering the next, and what the plan as made said.
    let mut free = plan.made;
    for (at, stint) in plan.stints.iter().enumerate() {
        let enter = stint.entered.unwrap_or(free);
        slots.push(Slot {
            item: Item::Role(at),
            from: enter,
            to: enter,
            planned: stint.planned,
            state: match stint.entered {
                Some(_) => State::Done,
                // Being appointed is overdue when the plan's day has passed, whatever stood in the way.
                None if stint.planned < today => State::Overdue,
                None => State::Ahead,
            },
        });
        let left = plan.stints.get(at + 1).is_some_and(|next| next.entered.is_some());
        free = Walk { today, at, stint, enter, left }.through(&mut slots);
    }
    Schedule { slots }
}

/// Going through one stint.
struct Walk<'p> {
    today: Date,
    at: usize,
    stint: &'p Stint,
    enter: Date,
    /// Whether the next role was entered already.
    left: bool,
}

impl Walk<'_> {
    /// Lays out what is done in the stint; the day on which it can be left.
    fn through(&self, slots: &mut Vec<Slot>) -> Date {
        let mut free = self.enter;
        for (at, study) in self.stint.study.iter().enumerate() {
            let slot = self.study(at, study, free);
            free = free.max(slot.to);
            slots.push(slot);
        }
        let mut leave = after(self.enter, self.stint.stay).max(free);
        if !self.left {
            leave = leave.max(self.today);
        }
        let planned = self.planned_leave();
        for (at, check) in self.stint.checks.iter().enumerate() {
            let day = check.done.unwrap_or(leave);
            let state = match check.done {
                Some(_) => State::Done,
                None if planned < self.today => State::Overdue,
                None => State::Ahead,
            };
            slots.push(Slot { item: Item::Check(self.at, at), from: day, to: day, planned, state });
        }
        leave
    }

    fn study(&self, at: usize, study: &Study, free: Date) -> Slot {
        let begins = free.max(after(self.enter, study.not_before));
        let (to, state) = if let Some(done) = study.done {
            (done, State::Done)
        } else {
            let state = match () {
                () if after(study.planned, study.weeks) < self.today => State::Overdue,
                () if begins <= self.today => State::Now,
                () => State::Ahead,
            };
            (after(begins, study.weeks).max(self.today), state)
        };
        let planned = after(study.planned, study.weeks);
        Slot { item: Item::Study(self.at, at), from: begins.min(to), to, planned, state }
    }

    /// When the plan as made leaves the stint.
    fn planned_leave(&self) -> Date {
        let studied = self.stint.study.iter().map(|study| after(study.planned, study.weeks));
        studied.fold(after(self.stint.planned, self.stint.stay), Ord::max)
    }
}
