//! What came of keeping: on disk, or not and why; changed elsewhere; come back from an earlier state.

use std::sync::Arc;

use super::{More, Place, came_back};
use crate::app::App;
use crate::app::effect::{Effect, Way};
use crate::app::msg::Kept;
use crate::app::overlay::Overlay;
use crate::app::stance::{Me, Whose};
use crate::domain::portfolio::Portfolio;

impl App {
    pub(in crate::app) fn take_kept(&mut self, kept: Kept) -> Vec<Effect> {
        match kept {
            Kept::Profiles(outcome) => return self.take_outcome(*outcome),
            Kept::Written => {
                if self.keeper.unsaved.take().is_some() {
                    self.keeper.warned = false;
                    self.notice = Some("Your changes are on disk now".to_owned());
                }
            }
            Kept::NotWritten(why) => self.not_written(&why),
            Kept::ChangedElsewhere { portfolio, round } => self.changed_elsewhere(portfolio, round),
            Kept::Unreadable { why, round } => {
                self.keeper.round = round;
                self.keeper.place = Place::Unreadable;
                self.overlays.push(Overlay::Unreadable(why));
            }
            Kept::Came { portfolio, way } => self.came(portfolio, way),
            Kept::NoMore(way) => {
                let (more, words) = match way {
                    Way::Forth => (&mut self.keeper.later, "There is nothing to do again"),
                    _ => (&mut self.keeper.earlier, "There is nothing to undo"),
                };
                *more = More::None;
                self.notice = Some(words.to_owned());
            }
            Kept::SetAside { to, portfolio } => self.set_aside(&to, portfolio),
        }
        Vec::new()
    }

    fn not_written(&mut self, why: &str) {
        let first = self.keeper.unsaved.replace(why.to_owned()).is_none();
        if first {
            let words = format!(
                "Your last change is not on disk: {why}. It holds here as long as fingerpost runs, and is written with \
                 the next change that can be."
            );
            self.overlays.push(Overlay::Notice(words));
        }
    }

    /// What the file says now is shown; what was changed here waits to be done again.
    fn changed_elsewhere(&mut self, portfolio: Option<Arc<Portfolio>>, round: u64) {
        let here = self.turn();
        (self.keeper.round, self.keeper.unsaved) = (round, None);
        self.take_over(portfolio);
        self.rebase_history();
        self.history.went_back(here);
        (self.keeper.earlier, self.keeper.later) = (More::Perhaps, More::Perhaps);
        let words = "Your profile and plans were changed elsewhere in the meantime: in another window, or in the file. \
                     What the file says now is shown. Your last change here is not in it, and it is not lost: Ctrl+R \
                     puts it in place of what is shown, and u takes that back.";
        self.overlays.push(Overlay::Notice(words.to_owned()));
    }

    fn came(&mut self, portfolio: Option<Arc<Portfolio>>, way: Way) {
        let before = self.turn();
        let words =
            came_back::words((self.pack(), self.framework()), before.book.portfolio.as_deref(), portfolio.as_deref());
        self.take_over(portfolio);
        let word = if way == Way::Forth {
            self.history.went_forth(before);
            "Done again"
        } else {
            self.history.went_back(before);
            "Undone, from an earlier time"
        };
        (self.keeper.earlier, self.keeper.later) = (More::Perhaps, More::Perhaps);
        self.notice = Some(format!("{word}: {words}"));
    }

    /// Shows another portfolio; who was themselves is who it says.
    fn take_over(&mut self, portfolio: Option<Arc<Portfolio>>) {
        let was_own = match &self.stance.me {
            Some(me) => me.whose == Whose::Own,
            None => self.stage.is_none(),
        };
        if let Some(portfolio) = portfolio.as_ref().filter(|_| was_own) {
            self.stance.me = Some(Me::own(&self.pack, &portfolio.profile, self.today));
            self.stance.target = portfolio.profile.target.or(self.stance.target);
        } else if was_own {
            self.stance.me = None;
        }
        self.keeper.book.portfolio = portfolio;
    }

    fn set_aside(&mut self, to: &str, portfolio: Option<Arc<Portfolio>>) {
        self.keeper.place = Place::Here;
        (self.keeper.earlier, self.keeper.later) = (More::Perhaps, More::None);
        let what = match &portfolio {
            Some(_) => "The last state that could be read is in its place.",
            None => "There is no earlier state; say who you are with s on a role.",
        };
        self.take_over(portfolio);
        self.overlays.push(Overlay::Notice(format!("What could not be read is in {to} now. {what}")));
    }
}
