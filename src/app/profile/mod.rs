//! The profile: all of it on one sheet, to be looked at and changed.
//!
//! ```text
//!   lines ──Enter──▶ form (what is typed) ──▶ edit_profile ──▶ stance, book, undo
//!     │  ╲                 ▲
//!     │   ╲──Enter──▶ choose (roles, training, regions, sectors)
//!     └─ a adds, X removes
//! ```
//!
//! | what | file |
//! |---|---|
//! | whose profile it is, changing it | here |
//! | the lines of the sheet | [`lines`] |
//! | what Enter, `a` and `X` do on a line | `act` |
//! | choosing by name | [`choose`] |
//! | what is typed, judged field by field | [`form`], `forms` |
//! | what a change was, in words | [`words`] |

mod act;
pub mod choose;
pub mod form;
mod forms;
pub mod lines;
pub mod words;

use std::sync::Arc;

use super::App;
use super::overlay::Overlay;
use super::stance::{Me, Whose};
use crate::domain::Pack;
use crate::domain::person::Record;
use crate::domain::portfolio::Portfolio;
use crate::domain::profile::{Profile, Since, Wishes};
use crate::domain::quantity::{Decimal, Weeks};

/// What may be done with the profile that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ownership {
    /// It is the user's own, and kept.
    Own,
    /// Somebody who is tried on; a copy can be made the user's own.
    TriedOn,
    /// There is no place to keep one in: it can be changed as long as the program runs.
    Unkept,
}

impl App {
    /// The profile of the person at the keyboard, as they stand now.
    #[must_use]
    pub fn profile(&self) -> Option<Profile> {
        let me = self.stance().me.as_ref()?;
        if let Some(own) = self.portfolio().filter(|_| self.is_own()) {
            return Some(own.profile.clone());
        }
        let hours = me.person.hours_per_week;
        let of_pack = self.pack().tables().hours_per_week;
        let millionths = i64::from(me.person.served.0) * 1_000_000 / i64::from(Weeks::PER_YEAR) + 1;
        let since = Since::years_before(self.today(), Decimal::from_millionths(millionths));
        let Some(tried) = &me.tried else {
            let mut profile = Profile::of_role(self.pack(), me.person.role, since);
            profile.have.extend(me.person.have.iter().copied());
            profile.hours_per_week = (hours != of_pack).then_some(hours);
            return Some(profile);
        };
        let mut profile = Profile::clone(tried);
        if profile.role != me.person.role {
            (profile.role, profile.since) = (me.person.role, since);
        }
        if hours != profile.hours_per_week.unwrap_or(of_pack) {
            profile.hours_per_week = Some(hours);
        }
        Some(profile)
    }

    /// What the person at the keyboard hopes for; nothing where they said nothing.
    #[must_use]
    pub fn wishes(&self) -> Wishes {
        let own = self.portfolio().filter(|_| self.is_own()).map(|own| own.profile.wishes.clone());
        let tried = || self.stance().me.as_ref().and_then(|me| me.tried.as_ref()).map(|tried| tried.wishes.clone());
        own.or_else(tried).unwrap_or_default()
    }

    /// What may be done with the profile that is shown.
    #[must_use]
    pub fn ownership(&self) -> Ownership {
        match () {
            () if self.is_own() => Ownership::Own,
            () if self.can_keep() => Ownership::TriedOn,
            () => Ownership::Unkept,
        }
    }

    /// Shows the profile; where nobody has said who they are, asks.
    pub(in crate::app) fn show_profile(&mut self) {
        if self.stance.me.is_none() {
            return self.begin_guide();
        }
        self.overlays.retain(|layer| !matches!(layer, Overlay::Profile(_)));
        self.overlays.push(Overlay::Profile(0));
    }

    /// Changes the profile, remembering what was before; of somebody who is only tried on it offers a copy instead.
    pub(in crate::app) fn edit_profile(&mut self, edit: impl FnOnce(&Pack, &mut Profile)) {
        let Some(was) = self.profile() else { return };
        if self.ownership() == Ownership::TriedOn {
            return self.overlays.push(Overlay::Adopt);
        }
        let (pack, today, before) = (self.pack.clone(), self.today, self.turn());
        let mut profile = was.clone();
        edit(&pack, &mut profile);
        if profile == was {
            return;
        }
        if self.stance.target == was.target || profile.target != was.target {
            self.stance.target = profile.target;
        }
        self.notice = Some(super::change::capital(&words::changed(&pack, &was, &profile)));
        if let Some(portfolio) =
            self.keeper.book.portfolio.as_mut().filter(|_| self.stance.me.as_ref().is_some_and(is_own))
        {
            self.stance.me = Some(Me::own(&pack, &profile, today));
            Arc::make_mut(portfolio).profile = profile;
        } else {
            self.stance.me = Some(Me::of_profile(&pack, &profile, today));
        }
        self.history.remember(before);
    }

    /// Makes a copy of the profile of somebody who is tried on the user's own.
    pub(in crate::app) fn adopt(&mut self) {
        let Some(mut profile) = self.profile() else { return };
        let (pack, today, before) = (self.pack.clone(), self.today, self.turn());
        let own = self.portfolio().cloned();
        let slug = match &own {
            Some(own) => own.profile.slug.clone(),
            None => Profile::of_role(&pack, profile.role, profile.since).slug,
        };
        profile.slug = slug;
        profile.story.clear();
        if let Since::Years(years) = profile.since {
            profile.since = Since::years_before(today, years);
        }
        if let Some(me) = self.stance.me.as_ref().filter(|me| me.person.record == Record::RoleOnly) {
            profile.have.extend(me.person.have.iter().copied());
        }
        profile.target = self.stance.target.or(profile.target);
        let (plans, appraisals) =
            own.map_or_else(|| (self.plans().to_vec(), Vec::new()), |own| (own.plans, own.appraisals));
        self.stance.me = Some(Me::own(&pack, &profile, today));
        self.notice = Some(format!("Kept as your profile: {}, {}. u takes it back", profile.title, profile.since));
        self.keeper.book.portfolio = Some(Arc::new(Portfolio { profile, plans, appraisals }));
        self.history.remember(before);
    }
}

fn is_own(me: &Me) -> bool {
    me.whose == Whose::Own
}
