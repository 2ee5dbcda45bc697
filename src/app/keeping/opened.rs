//! What came of something that was done with the profiles; another one is open, or the list is another.

use super::shelf::{Deed, Done, InProfile, Outcome, OwnProfile};
use super::{Keeping, More, Place, Shelf};
use crate::app::App;
use crate::app::effect::{Effect, Way};
use crate::app::msg::Msg;
use crate::app::overlay::Overlay;
use crate::app::plans::PlansView;
use crate::app::stance::{Me, Turn, Whose};
use crate::domain::id::{RoleId, Slug};
use crate::domain::planner::Course;
use crate::domain::profile::{Profile, Since};

/// So much that is typed while another profile is being opened waits for it.
const MOST_WAITING: usize = 256;

impl App {
    /// The user's own profiles, as they were last listed.
    #[must_use]
    pub fn shelf(&self) -> &Shelf {
        &self.keeper.shelf
    }

    /// The name of the profile that is open, where there is a place for profiles.
    #[must_use]
    pub const fn profile_name(&self) -> Option<&Slug> {
        self.keeper.name.as_ref()
    }

    /// The name of the profile that is open, where there are others.
    #[must_use]
    pub fn profile_among_others(&self) -> Option<&Slug> {
        self.profile_name().filter(|_| self.keeper.count > 1 && self.is_own())
    }

    /// Whether profiles can be kept, and opened now: while a deck is shown, who was there before comes back after it.
    #[must_use]
    pub fn has_place_for_profiles(&self) -> bool {
        self.keeper.place != Place::Nowhere && self.keeper.name.is_some() && self.stage.is_none()
    }

    pub(in crate::app) const fn is_unsaved(&self) -> bool {
        self.keeper.unsaved.is_some()
    }

    /// From now on what is typed waits until the profiles have been seen to.
    pub(in crate::app) fn wait_for_profiles(&mut self) {
        self.keeper.waiting.get_or_insert_default();
    }

    /// What the profile that is begun next is called, until somebody has said who they are.
    pub(in crate::app) fn call_new_profile(&mut self, label: &str) {
        self.keeper.label = Some(label.to_owned());
    }

    /// Keeps back what is typed while the profiles are being seen to; gives back what need not wait.
    pub(in crate::app) fn kept_back(&mut self, msg: Msg) -> Option<Msg> {
        let leaves = |msg: &Msg| matches!(msg, Msg::Key(key) if key.to_string() == "ctrl+c");
        match &mut self.keeper.waiting {
            Some(waiting) if matches!(msg, Msg::Key(_) | Msg::Paste(_) | Msg::Mouse(_)) && !leaves(&msg) => {
                if waiting.len() < MOST_WAITING {
                    waiting.push_back(msg);
                }
                None
            }
            _ => Some(msg),
        }
    }

    /// What was typed while the profiles were being seen to, once they have been.
    pub(in crate::app) fn no_longer_kept_back(&mut self) -> Option<Msg> {
        if self.keeper.waiting.is_some() {
            return None;
        }
        self.keeper.waited.pop_front()
    }

    pub(in crate::app) fn take_outcome(&mut self, outcome: Outcome) -> Vec<Effect> {
        let Outcome { shelf, done } = outcome;
        self.keeper.shelf = shelf;
        self.keeper.waited.extend(self.keeper.waiting.take().unwrap_or_default());
        match done {
            Done::Listed => self.select_open(),
            Done::Opened { name, keeping, round } => self.opened(name, keeping, round),
            Done::Copied(name) => {
                self.select_profile(name.as_str());
                self.notice = Some(format!("Copied, with its plans, as {name}; Enter opens it"));
            }
            Done::Relabelled(label) => self.notice = Some(format!("It is called {label} now")),
            Done::Removed { name, to } => {
                self.keeper.count_profiles();
                return self.removed(&name, &to);
            }
            Done::BroughtBack(name) => {
                self.select_profile(name.as_str());
                self.notice = Some(format!("{name} is back, with its plans; Enter opens it"));
            }
            Done::Not(why) => {
                self.keeper.label = None;
                self.overlays.push(Overlay::Notice(format!("That was not done: {why}.")));
            }
        }
        self.keeper.count_profiles();
        Vec::new()
    }

    /// Selects the profile that is open in the list of people, when the list has just been read.
    fn select_open(&mut self) {
        if let Some(name) = self.keeper.name.clone().filter(|_| self.is_own()) {
            self.select_profile(name.as_str());
        }
    }

    fn select_profile(&mut self, name: &str) {
        let at = self.keeper.shelf.own.iter().position(|own| own.name == name);
        if let (Some(Overlay::People(line)), Some(at)) = (self.overlays.last_mut(), at) {
            *line = at;
        }
    }

    fn removed(&mut self, name: &Slug, to: &str) -> Vec<Effect> {
        let words = format!(
            "{name} is removed, and nothing of it is lost: it is in {to}. w lists it at the end, and Enter there brings it \
             back."
        );
        if self.keeper.name.as_ref() != Some(name) {
            self.overlays.push(Overlay::Notice(words));
            return Vec::new();
        }
        let is_fine = |what: &InProfile| matches!(what, InProfile::Person { .. });
        let next = self.keeper.shelf.own.iter().find(|own| is_fine(&own.what));
        let next = next.and_then(|own| Slug::parse(&own.name));
        self.overlays.clear();
        self.overlays.push(Overlay::Notice(words));
        // What could not be written of it is in no file; the user was told when that was so.
        self.keeper.unsaved = None;
        self.with_profiles(next.map_or_else(|| Deed::Begin(String::new()), Deed::Open))
    }

    fn opened(&mut self, name: Slug, keeping: Keeping, round: u64) {
        self.keeper.open(name, &keeping, round);
        let (pack, today) = (self.pack.clone(), self.today);
        let own = self.keeper.book.portfolio.clone();
        self.stance.me = own.as_ref().map(|own| Me::own(&pack, &own.profile, today));
        self.stance.target = own.as_ref().and_then(|own| own.profile.target);
        self.stance.course = Course::Any;
        self.rebase_history();
        self.plans = PlansView::default();
        self.switched_from = None;
        match keeping {
            Keeping::Nowhere => {}
            Keeping::Here(None) => {
                let told = self.overlays.pop_if(|layer| matches!(layer, Overlay::Notice(_)));
                self.begin_guide();
                self.overlays.extend(told);
            }
            Keeping::Here(Some(own)) => {
                self.map.select(&pack, own.profile.role);
                let words =
                    format!("{}: {}, {}", own.profile.title, pack.role(own.profile.role).title, own.profile.since);
                self.notice = Some(words);
            }
            Keeping::Emptied(way) => self.overlays.push(Overlay::Notice(emptied(way))),
            Keeping::Unreadable(why) => self.overlays.push(Overlay::Unreadable(why)),
        }
    }

    /// The history after what is kept has become another without it: the filters, rules and people tried on can still be
    /// undone; what belongs to the file is what the file says now.
    pub(super) fn rebase_history(&mut self) {
        let now = self.turn();
        self.history.revise(&now, |turn: &mut Turn| {
            turn.book.portfolio.clone_from(&now.book.portfolio);
            if turn.stance.me.as_ref().is_none_or(|me| me.whose == Whose::Own) {
                let own = now.book.portfolio.as_deref();
                turn.stance.me = own.map(|own| Me::own(&self.pack, &own.profile, self.today));
                turn.stance.target = own.and_then(|own| own.profile.target).or(now.stance.target);
            }
        });
    }

    /// Gives the profile that is open another label.
    pub(in crate::app) fn relabel_own(&mut self, label: &str) {
        self.edit_portfolio(|own| label.clone_into(&mut own.profile.title));
        self.notice = Some(format!("It is called {label} now; u takes it back"));
    }

    /// The profile of somebody who has just said for the first time which role they hold, under the name and label of the
    /// one that is open.
    pub(super) fn first_profile(&self, role: RoleId, since: Since) -> Profile {
        let plain = Profile::of_role(&self.pack, role, since);
        let title = self.keeper.label.clone().unwrap_or_else(|| plain.title.clone());
        let slug = self.keeper.name.clone().unwrap_or_else(|| plain.slug.clone());
        Profile { slug, title, target: self.stance.target, ..plain }
    }
}

/// That nothing is kept in a profile any more, and how to go on.
pub(in crate::app) fn emptied(way: Way) -> String {
    let how = match way {
        Way::Forth => "Everything was taken back with undo. Ctrl+R brings the last of it back",
        Way::New | Way::Further | Way::Back => "The file is empty. u brings back what was in it before",
    };
    format!("Nothing is kept in your profile. {how}; s on a role of the map begins anew.")
}

impl super::Keeper {
    /// Counts the profiles on the shelf, and the one that is open also when there is no file of it yet.
    fn count_profiles(&mut self) {
        let is_open = |own: &OwnProfile| self.name.as_ref().is_some_and(|name| name.as_str() == own.name);
        self.count = self.shelf.own.len() + usize::from(!self.shelf.own.iter().any(is_open));
    }

    /// Takes up the profile of this name.
    fn open(&mut self, name: Slug, keeping: &Keeping, round: u64) {
        let label = self.label.take().filter(|_| *keeping == Keeping::Here(None));
        let trial = std::mem::take(&mut self.book.trial);
        let mut fresh = Self::new(keeping);
        (fresh.name, fresh.label, fresh.round, fresh.count) = (Some(name), label, round, self.count);
        (fresh.shelf, fresh.waited) = (std::mem::take(&mut self.shelf), std::mem::take(&mut self.waited));
        fresh.book.trial = trial;
        if fresh.book.portfolio.is_some() {
            (fresh.earlier, fresh.later) = (More::Perhaps, More::Perhaps);
        }
        *self = fresh;
    }
}
