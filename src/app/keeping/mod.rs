//! What is kept: the user's own profile and plans, which go to disk with every change, and the plans of somebody who is
//! only tried on, which do not.
//!
//! ```text
//!  change ──▶ Book ──▶ Effect::Keep ──▶ … ──▶ Msg::Kept: on disk, or not and why
//!               ▲                                │
//!               └── undo, redo ◀── earlier states ◀┘
//! ```
//!
//! | what | file |
//! |---|---|
//! | the book and who it belongs to | here |
//! | what came of keeping it | `told` |
//! | all profiles, and what can be done with them | [`shelf`] |
//! | another profile is open | `opened` |
//! | the short guided start | [`guide`] |
//! | what came back, in words | [`came_back`] |

pub mod came_back;
pub mod guide;
pub(super) mod opened;
pub mod shelf;
mod told;

use std::collections::VecDeque;
use std::sync::Arc;

use super::App;
use super::effect::{Effect, Keep, Way};
use super::msg::Msg;
use super::stance::{Me, Stance, Whose};
use crate::domain::appraisal::Appraisal;
use crate::domain::id::{RoleId, Slug};
use crate::domain::plan::Plan;
use crate::domain::portfolio::Portfolio;
use crate::domain::profile::Since;
use shelf::{Opening, Shelf};

/// What can be kept, as far as the start knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing: there is no place for it.
    #[default]
    Nowhere,
    /// There is a place, and this in it.
    Here(Option<Box<Portfolio>>),
    /// There is a place with nothing in it any more; which way its other states are.
    Emptied(Way),
    /// There is something in the place that cannot be read: why.
    Unreadable(String),
}

/// The profile and plans that are kept, and plans that are not: what undo and redo go through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Book {
    /// What is kept.
    pub portfolio: Option<Arc<Portfolio>>,
    /// Plans of somebody who is only tried on.
    pub trial: Arc<Vec<Plan>>,
    /// Appraisals of somebody who is only tried on.
    pub trial_appraisals: Arc<Vec<Appraisal>>,
}

/// Whether there is a place for what is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Nowhere,
    Here,
    /// The file in it cannot be read, so nothing is written.
    Unreadable,
}

/// Whether the file has states before or after the one that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum More {
    Perhaps,
    None,
}

/// What is kept, and how that goes.
#[derive(Debug, Clone)]
pub(super) struct Keeper {
    pub(super) book: Book,
    place: Place,
    /// Counts up whenever somebody else's changes were taken over: what was made up before is not written over them.
    round: u64,
    /// Why the last change is not on disk, while it is not.
    unsaved: Option<String>,
    /// Whether somebody was told that leaving now loses the last change.
    warned: bool,
    earlier: More,
    later: More,
    /// The name of the profile that is open.
    name: Option<Slug>,
    /// What a new one is called, until somebody has said who they are.
    label: Option<String>,
    /// How many profiles there are.
    count: usize,
    shelf: Shelf,
    /// What is typed while the profiles are being seen to.
    waiting: Option<VecDeque<Msg>>,
    /// The same, once they have been.
    waited: VecDeque<Msg>,
}

impl Keeper {
    pub(super) fn new(keeping: &Keeping) -> Self {
        let (place, portfolio) = match keeping {
            Keeping::Nowhere => (Place::Nowhere, None),
            Keeping::Unreadable(_) => (Place::Unreadable, None),
            Keeping::Emptied(_) => (Place::Here, None),
            Keeping::Here(portfolio) => (Place::Here, portfolio.clone().map(Arc::from)),
        };
        let has_states = portfolio.is_some() || matches!(keeping, Keeping::Emptied(_));
        let more = if has_states { More::Perhaps } else { More::None };
        Self {
            book: Book { portfolio, ..Book::default() },
            place,
            round: 0,
            unsaved: None,
            warned: false,
            earlier: more,
            later: more,
            name: None,
            label: None,
            count: 0,
            shelf: Shelf::default(),
            waiting: None,
            waited: VecDeque::new(),
        }
    }

    /// How often changes from elsewhere have been taken over.
    pub(super) const fn round(&self) -> u64 {
        self.round
    }

    /// The same, with what the start knows of the profiles.
    pub(super) fn with_profiles(self, opening: &Opening) -> Self {
        Self { name: opening.name.clone(), count: opening.count, ..self }
    }
}

impl App {
    /// What is kept of the user's own.
    #[must_use]
    pub fn portfolio(&self) -> Option<&Portfolio> {
        self.keeper.book.portfolio.as_deref()
    }

    /// Whether the person at the keyboard is the one whose profile is kept.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.stance.me.as_ref().is_some_and(|me| me.whose == Whose::Own) && self.keeper.book.portfolio.is_some()
    }

    /// A word about the person in the title bar: that somebody else is tried on, or that changes are not on disk.
    #[must_use]
    pub fn keeping_words(&self) -> Option<&'static str> {
        match () {
            () if self.keeper.unsaved.is_some() => Some("not saved"),
            () if self.keeper.place == Place::Unreadable => Some("not kept"),
            () if self.stance.me.is_some() && self.portfolio().is_some() && !self.is_own() => Some("tried on"),
            () => None,
        }
    }

    /// Whether one can go back to one's own profile.
    #[must_use]
    pub fn can_come_back(&self) -> bool {
        self.portfolio().is_some() && !self.is_own() && self.stage.is_none()
    }

    /// The plans of the person at the keyboard, in the order in which they were made.
    #[must_use]
    pub fn plans(&self) -> &[Plan] {
        match self.portfolio() {
            Some(portfolio) if self.is_own() => &portfolio.plans,
            _ => &self.keeper.book.trial,
        }
    }

    /// Whether plans that are made now are kept.
    #[must_use]
    pub fn keeps_plans(&self) -> bool {
        self.is_own()
    }

    /// Whether there is a place for what is kept.
    #[must_use]
    pub fn can_keep(&self) -> bool {
        self.keeper.place == Place::Here
    }

    /// Changes the plans, remembering what was before.
    pub(super) fn edit_plans<T>(&mut self, edit: impl FnOnce(&mut Vec<Plan>) -> T) -> T {
        let before = self.turn();
        let is_own = self.is_own();
        let result = match &mut self.keeper.book.portfolio {
            Some(portfolio) if is_own => edit(&mut Arc::make_mut(portfolio).plans),
            _ => edit(Arc::make_mut(&mut self.keeper.book.trial)),
        };
        if self.keeper.book != before.book {
            self.history.remember(before);
        }
        result
    }

    /// Changes what is kept, remembering what was before; who is themselves is who the profile then says.
    /// Nothing comes of it where nothing is kept.
    pub(super) fn edit_portfolio<T>(&mut self, edit: impl FnOnce(&mut Portfolio) -> T) -> Option<T> {
        let before = self.turn();
        let portfolio = self.keeper.book.portfolio.as_mut()?;
        let result = edit(Arc::make_mut(portfolio));
        let profile = portfolio.profile.clone();
        if before.book.portfolio.as_ref().is_none_or(|before| before.profile != profile) && self.is_own() {
            self.stance.me = Some(Me::own(&self.pack, &profile, self.today));
        }
        if self.turn() != before {
            self.history.remember(before);
        }
        Some(result)
    }

    /// The person at the keyboard holds a role. Where there is a place for it that is kept as their profile.
    pub(super) fn hold(&mut self, role: RoleId, since: Since) {
        let (pack, today) = (self.pack.clone(), self.today);
        let before = self.turn();
        let own = self.keeper.book.portfolio.as_deref();
        let profile =
            own.map_or_else(|| self.first_profile(role, since), |own| own.profile.in_role(&pack, role, since));
        if self.keeper.place == Place::Here && self.stage.is_none() {
            self.stance.me = Some(Me::own(&pack, &profile, today));
            let words = format!("Kept as your profile: {}, {since}. u takes it back", pack.role(role).title);
            let kept = match own {
                Some(own) => Portfolio { profile, ..own.clone() },
                None => Portfolio::new(profile),
            };
            self.keeper.book.portfolio = Some(Arc::new(kept));
            self.notice = Some(words);
        } else {
            let hours = self.stance.me.as_ref().map_or(pack.tables().hours_per_week, |me| me.person.hours_per_week);
            match self.stance.me.as_mut().filter(|me| me.person.role == role) {
                Some(me) => {
                    me.person.served = since.served(today);
                    if let Some(tried) = &mut me.tried {
                        Arc::make_mut(tried).since = since;
                    }
                }
                None => self.stance.me = Some(Me::of_role(&pack, role, since.served(today), hours)),
            }
        }
        if self.turn() != before {
            self.history.remember(before);
        }
    }

    /// Keeps with the profile what of the question belongs to it.
    pub(super) fn keep_with_profile(&mut self, before: &Stance) {
        let whose = |stance: &Stance| stance.me.as_ref().map(|me| (me.whose, me.person.hours_per_week));
        let (Some((Whose::Own, was)), Some((Whose::Own, is))) = (whose(before), whose(&self.stance)) else { return };
        let target = self.stance.target;
        if (target, is) == (before.target, was) {
            return;
        }
        if let Some(portfolio) = &mut self.keeper.book.portfolio {
            let profile = &mut Arc::make_mut(portfolio).profile;
            if target != before.target {
                profile.target = target;
            }
            if is != was {
                profile.hours_per_week = Some(is);
            }
        }
    }

    /// Back from somebody who was tried on.
    pub(super) fn come_back(&mut self) {
        let Some(portfolio) = self.keeper.book.portfolio.clone() else { return };
        let (pack, today) = (self.pack.clone(), self.today);
        let profile = &portfolio.profile;
        self.change(|stance| {
            stance.me = Some(Me::own(&pack, profile, today));
            stance.target = profile.target.or(stance.target);
        });
        self.map.select(&pack, profile.role);
        self.notice = Some("You are yourself again".to_owned());
    }

    /// What is to be written after a message, when the portfolio is not the one of before.
    pub(super) fn keep_since(&mut self, before: Option<&Arc<Portfolio>>) -> Option<Effect> {
        let way = std::mem::take(&mut self.way);
        let now = &self.keeper.book.portfolio;
        if self.keeper.place != Place::Here || now.as_ref() == before {
            return None;
        }
        if way == Way::New {
            (self.keeper.earlier, self.keeper.later) = (More::Perhaps, More::None);
        }
        Some(self.write(way))
    }

    pub(super) fn write(&self, way: Way) -> Effect {
        Effect::Keep(Keep::State { portfolio: self.keeper.book.portfolio.clone(), way, round: self.keeper.round })
    }

    /// Whether the file may have a state to go to where nothing is left to undo or redo in memory.
    pub(super) fn may_step(&self, way: Way) -> bool {
        let more = if way == Way::Back { self.keeper.earlier } else { self.keeper.later };
        self.keeper.place == Place::Here && more == More::Perhaps && self.stage.is_none()
    }

    /// Leaves, unless the last change is not on disk and nobody has been told.
    pub(super) fn leave(&mut self) -> Vec<Effect> {
        // Nobody means to close the program before a room: first the deck ends.
        if self.showing().is_some() {
            self.end_deck();
            return Vec::new();
        }
        match self.keeper.unsaved.clone() {
            Some(why) if !self.keeper.warned => {
                self.keeper.warned = true;
                let words = format!("Not on disk, and tried once more now; q again leaves: {why}");
                self.notice = Some(words);
                vec![self.write(Way::New)]
            }
            _ => vec![Effect::Quit],
        }
    }
}
