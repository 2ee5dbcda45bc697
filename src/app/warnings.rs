//! Warnings: what somebody should know of their own file, profile, plans and pack. Each can be put away, which is kept
//! with the profile, and be brought back.

use std::sync::Arc;

use jiff::civil::Date;

use super::App;
use super::profile::Ownership;
use super::stance::Whose;
use crate::domain::id::RoleId;
use crate::domain::plan::Plan;
use crate::domain::portfolio::Portfolio;
use crate::domain::profile::{Profile, cautions};

/// Where a warning stands in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// It is to be read.
    Open,
    /// It was put away.
    PutAway,
    /// It was put away, and is not so any more.
    Past,
}

/// A warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// What it says, by which it is remembered.
    pub words: String,
    /// Where it stands.
    pub place: Place,
}

/// The warnings, and what they were worked out from.
#[derive(Debug, Clone, Default)]
pub(super) struct Warnings {
    /// What the start had to say of the file and the pack.
    remarks: Vec<String>,
    list: Vec<Warning>,
    grounds: Option<Grounds>,
}

/// What warnings follow from.
#[derive(Debug, Clone, PartialEq)]
struct Grounds {
    portfolio: Option<Arc<Portfolio>>,
    trial: Arc<Vec<Plan>>,
    tried: Option<Arc<Profile>>,
    /// The role held, and whether it is the user who holds it.
    me: Option<(RoleId, Whose)>,
    today: Date,
}

impl Warnings {
    pub(super) fn new(remarks: Vec<String>) -> Self {
        Self { remarks, ..Self::default() }
    }
}

impl App {
    /// The warnings: those to be read first, then those that were put away.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings.list
    }

    /// How many warnings are to be read.
    #[must_use]
    pub fn open_warnings(&self) -> usize {
        self.warnings().iter().filter(|warning| warning.place == Place::Open).count()
    }

    /// Works the warnings out again where anything they follow from is another.
    pub(super) fn look_for_warnings(&mut self) {
        let grounds = Grounds {
            portfolio: self.keeper.book.portfolio.clone(),
            trial: self.keeper.book.trial.clone(),
            tried: self.stance.me.as_ref().and_then(|me| me.tried.clone()),
            me: self.stance.me.as_ref().map(|me| (me.person.role, me.whose)),
            today: self.today,
        };
        if self.warnings.grounds.as_ref() != Some(&grounds) {
            self.warnings.list = self.found_warnings();
            self.warnings.grounds = Some(grounds);
        }
    }

    fn found_warnings(&self) -> Vec<Warning> {
        let profile = self.profile();
        let mut all = self.warnings.remarks.clone();
        if let Some(profile) = &profile {
            all.extend(cautions(profile, self.plans(), self.pack(), self.today()));
        }
        let dismissed = profile.map(|profile| profile.dismissed).unwrap_or_default();
        let place = |words: &String| if dismissed.contains(words) { Place::PutAway } else { Place::Open };
        let past = dismissed.iter().filter(|words| !all.contains(words));
        let past: Vec<Warning> = past.map(|words| Warning { words: words.clone(), place: Place::Past }).collect();
        let mut list: Vec<Warning> =
            all.iter().map(|words| Warning { words: words.clone(), place: place(words) }).chain(past).collect();
        list.sort_by_key(|warning| warning.place);
        list
    }

    /// Puts the selected warning away, or brings it back.
    pub(super) fn put_away(&mut self, selected: usize) {
        let Some(warning) = self.warnings().get(selected).cloned() else { return };
        if self.stance.me.is_none() {
            self.notice =
                Some("Say who you are first: s on a role; with your profile it is kept what was put away".to_owned());
            return;
        }
        let Warning { words, place } = warning;
        self.edit_profile(|_, profile| match place {
            Place::Open => profile.dismissed.extend([words]),
            Place::PutAway | Place::Past => profile.dismissed.retain(|put_away| *put_away != words),
        });
        if self.ownership() != Ownership::TriedOn {
            self.notice = Some(match place {
                Place::Open => "Put away; it stays in this list, and u takes it back".to_owned(),
                Place::PutAway => "Brought back".to_owned(),
                Place::Past => "Forgotten: it is not so any more".to_owned(),
            });
        }
    }
}
