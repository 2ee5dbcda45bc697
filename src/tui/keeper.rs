//! Keeping the user's own profiles and plans, on a thread of its own: writing waits for the disk, and for another
//! fingerpost that is writing too. What is to be kept is written in the order in which it came, each change at once.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use crate::app::keeping::shelf::{Deed, Done, InProfile, Opening, Outcome, OwnProfile, RemovedProfile, Shelf};
use crate::app::{Keep, Keeping, Kept, Way};
use crate::domain::id::Slug;
use crate::domain::portfolio::Portfolio;
use crate::store::{KeptPortfolio, KeptProfiles, ListedProfile, PortfolioError, Step, Ways};

/// The profiles, the one of them that is open, and how often what others wrote was taken over.
#[derive(Debug)]
pub struct Keeper {
    profiles: KeptProfiles,
    name: Slug,
    kept: KeptPortfolio,
    round: u64,
    /// Whether it is noted that this is the one opened last.
    is_noted: bool,
    /// Why the last change is not on disk, while it is not.
    unsaved: Option<String>,
}

impl Keeper {
    /// Opens the profile asked for, else the one opened last, else the first that can be read; with it comes what the app
    /// has to know at its start.
    #[must_use]
    pub fn open(profiles: KeptProfiles, asked: Option<Slug>) -> (Self, Keeping, Opening) {
        let (name, why) = match asked {
            Some(name) => (name, None),
            None => profiles.next(),
        };
        let told = why.map(|why| format!("This is {name}, the first of your profiles: {why}; w opens another"));
        let kept = profiles.portfolio(&name);
        let mut keeper = Self { profiles, name, kept, round: 0, is_noted: false, unsaved: None };
        let keeping = keeper.read();
        if keeper.kept.portfolio().is_some() {
            keeper.note();
        }
        let names = keeper.profiles.names().unwrap_or_default();
        let count = names.len() + usize::from(!names.iter().any(|name| name == keeper.name.as_str()));
        let opening = Opening { name: Some(keeper.name.clone()), count, told };
        (keeper, keeping, opening)
    }

    /// What is odd in the file that is open and does no harm, in sentences.
    #[must_use]
    pub fn remarks(&self) -> &[String] {
        self.kept.remarks()
    }

    /// Does what is asked for; nothing comes of what was made up before changes from elsewhere were taken over.
    pub fn keep(&mut self, keep: &Keep) -> Option<Kept> {
        let done = match keep {
            Keep::State { round, .. } if *round < self.round => return None,
            Keep::State { portfolio, way, .. } => self.state(portfolio.as_deref(), *way).map(|()| Kept::Written),
            Keep::Step(way) => self.step(*way),
            Keep::SetAside => self
                .kept
                .set_aside()
                .map(|to| Kept::SetAside { to: to.display().to_string(), portfolio: self.portfolio() }),
            Keep::Profiles(deed) => {
                let done = self.done(deed).unwrap_or_else(Done::Not);
                return Some(Kept::Profiles(Box::new(Outcome { shelf: self.shelf(), done })));
            }
        };
        let kept = done.unwrap_or_else(|error| self.failed(error));
        self.unsaved = match &kept {
            Kept::NotWritten(why) | Kept::Unreadable { why, .. } => Some(why.clone()),
            _ => None,
        };
        Some(kept)
    }

    fn state(&mut self, portfolio: Option<&Portfolio>, way: Way) -> Result<(), PortfolioError> {
        match way {
            Way::New => self.kept.write(portfolio),
            Way::Further => self.kept.amend(portfolio),
            Way::Back => self.kept.write_stepped(portfolio, Step::Back),
            Way::Forth => self.kept.write_stepped(portfolio, Step::Forth),
        }?;
        self.note();
        Ok(())
    }

    fn step(&mut self, way: Way) -> Result<Kept, PortfolioError> {
        let step = if way == Way::Forth { Step::Forth } else { Step::Back };
        let moved = self.kept.step(step)?;
        Ok(if moved { Kept::Came { portfolio: self.portfolio(), way } } else { Kept::NoMore(way) })
    }

    fn failed(&mut self, error: PortfolioError) -> Kept {
        match error {
            PortfolioError::NotWritten(error) => Kept::NotWritten(error.to_string()),
            PortfolioError::ChangedElsewhere(_) => {
                self.round += 1;
                Kept::ChangedElsewhere { portfolio: self.portfolio(), round: self.round }
            }
            PortfolioError::Unreadable(why) => {
                self.round += 1;
                Kept::Unreadable { why, round: self.round }
            }
        }
    }

    /// Does something with the profiles; or why it was not done.
    fn done(&mut self, deed: &Deed) -> Result<Done, String> {
        let words = |error: PortfolioError| error.to_string();
        match deed {
            Deed::List => Ok(Done::Listed),
            Deed::Open(name) => self.turn_to(name.clone()),
            Deed::Begin(label) => {
                let name = self.profiles.free_name(label).map_err(|error| error.to_string())?;
                self.turn_to(name)
            }
            Deed::Copy(name, label) => self.profiles.copy(name, label).map(Done::Copied).map_err(words),
            Deed::Relabel(name, label) => {
                self.profiles.relabel(name, label).map_err(words)?;
                Ok(Done::Relabelled(label.clone()))
            }
            Deed::Remove(name) => self.remove(name).map_err(words),
            Deed::BringBack(name, file) => {
                self.profiles.portfolio(name).bring_back(Path::new(file)).map_err(words)?;
                Ok(Done::BroughtBack(name.clone()))
            }
        }
    }

    /// Opens another profile; not while a change of this one is in no file.
    fn turn_to(&mut self, name: Slug) -> Result<Done, String> {
        if let Some(why) = &self.unsaved {
            return Err(format!("your last change to {} is not on disk yet, and would be lost: {why}", self.name));
        }
        self.kept = self.profiles.portfolio(&name);
        (self.name, self.is_noted) = (name.clone(), false);
        self.round += 1;
        let keeping = self.read();
        if !matches!(keeping, Keeping::Here(None)) {
            self.note();
        }
        Ok(Done::Opened { name, keeping, round: self.round })
    }

    fn remove(&mut self, name: &Slug) -> Result<Done, PortfolioError> {
        let to = if *name == self.name {
            self.unsaved = None;
            self.kept.retire()
        } else {
            self.profiles.portfolio(name).retire()
        }?;
        Ok(Done::Removed { name: name.clone(), to: to.display().to_string() })
    }

    /// What the file says.
    fn read(&mut self) -> Keeping {
        match self.kept.read() {
            Err(error) => Keeping::Unreadable(error.to_string()),
            Ok(()) => match (self.kept.portfolio(), self.kept.emptied()) {
                (Some(portfolio), _) => Keeping::Here(Some(Box::new(portfolio.clone()))),
                (None, Some(Ways { forth: true, .. })) => Keeping::Emptied(Way::Forth),
                (None, Some(_)) => Keeping::Emptied(Way::Back),
                (None, None) => Keeping::Here(None),
            },
        }
    }

    /// Notes that this is the one opened last.
    fn note(&mut self) {
        if !self.is_noted {
            // Where it cannot be noted another profile may open next time, which is told then.
            self.is_noted = self.profiles.note_opened(&self.name).is_ok();
        }
    }

    fn portfolio(&self) -> Option<Arc<Portfolio>> {
        self.kept.portfolio().cloned().map(Arc::new)
    }

    fn shelf(&self) -> Shelf {
        let own = self.profiles.list().unwrap_or_default().into_iter().map(on_shelf).collect();
        let removed = self.profiles.removed().unwrap_or_default().into_iter().map(|(name, file)| RemovedProfile {
            name,
            label: self.profiles.label_of(&file),
            file: file.display().to_string(),
        });
        Shelf { own, removed: removed.collect() }
    }
}

fn on_shelf(listed: ListedProfile) -> OwnProfile {
    let what = match listed.portfolio {
        Err(why) => InProfile::Faulty(why),
        Ok(None) => InProfile::Nothing,
        Ok(Some(Portfolio { profile, plans, .. })) => {
            InProfile::Person { label: profile.title, role: profile.role, since: profile.since, plans: plans.len() }
        }
    };
    OwnProfile { name: listed.name, what }
}

/// The way to the thread that keeps.
#[derive(Debug)]
pub(super) struct Desk {
    sender: Sender<Keep>,
    thread: JoinHandle<Option<String>>,
}

impl Desk {
    /// Starts the thread; `tell` takes what comes of each thing that was to be kept.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(super) fn start(keeper: Keeper, tell: impl Fn(Kept) + Send + 'static) -> std::io::Result<Self> {
        let (sender, inbox) = mpsc::channel();
        let thread = thread::Builder::new().name("keeper".to_owned()).spawn(move || work(keeper, &inbox, &tell))?;
        Ok(Self { sender, thread })
    }

    /// Keeps something.
    pub(super) fn keep(&self, keep: Keep) {
        // The thread ends only with this sender, or with the process.
        let _ = self.sender.send(keep);
    }

    /// Waits until everything is on disk; why the last of it is not, if it is not.
    pub(super) fn finish(self) -> Option<String> {
        drop(self.sender);
        self.thread.join().unwrap_or_else(|_| Some("keeping it broke".to_owned()))
    }
}

fn work(mut keeper: Keeper, inbox: &Receiver<Keep>, tell: &impl Fn(Kept)) -> Option<String> {
    let mut unsaved = None;
    let mut next = None;
    while let Some(keep) = next.take().or_else(|| inbox.recv().ok()) {
        next = inbox.try_recv().ok();
        if next.as_ref().is_some_and(|next| is_outdone(&keep, next)) {
            continue;
        }
        let Some(kept) = keeper.keep(&keep) else { continue };
        unsaved = match &kept {
            Kept::NotWritten(why) | Kept::Unreadable { why, .. } => Some(why.clone()),
            Kept::ChangedElsewhere { .. } => Some("the file was changed elsewhere".to_owned()),
            Kept::Profiles(_) => keeper.unsaved.clone(),
            _ => None,
        };
        tell(kept);
    }
    unsaved
}

/// Whether what is to be kept next makes it pointless to keep this: letters typed faster than the disk is wait for no one
/// but the last.
const fn is_outdone(keep: &Keep, next: &Keep) -> bool {
    matches!((keep, next), (Keep::State { way: Way::Further, .. }, Keep::State { way: Way::Further, .. }))
}
