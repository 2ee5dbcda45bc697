//! Keeping the user's own profile and plans, on a thread of its own: writing waits for the disk, and for another
//! fingerpost that is writing too. What is to be kept is written in the order in which it came.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use crate::app::{Keep, Keeping, Kept, Way};
use crate::domain::portfolio::Portfolio;
use crate::store::{KeptPortfolio, PortfolioError, Step};

/// What the file says, for the start of the app.
#[must_use]
pub fn read(kept: &mut KeptPortfolio) -> Keeping {
    match kept.read() {
        Ok(()) => Keeping::Here(kept.portfolio().cloned().map(Box::new)),
        Err(error) => Keeping::Unreadable(error.to_string()),
    }
}

/// The file, and how often what others wrote was taken over.
#[derive(Debug)]
pub struct Keeper {
    kept: KeptPortfolio,
    round: u64,
}

impl Keeper {
    /// A keeper of a file that was read.
    #[must_use]
    pub const fn new(kept: KeptPortfolio) -> Self {
        Self { kept, round: 0 }
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
        };
        Some(done.unwrap_or_else(|error| self.failed(error)))
    }

    fn state(&mut self, portfolio: Option<&Portfolio>, way: Way) -> Result<(), PortfolioError> {
        match way {
            Way::New => self.kept.write(portfolio),
            Way::Back => self.kept.write_stepped(portfolio, Step::Back),
            Way::Forth => self.kept.write_stepped(portfolio, Step::Forth),
        }
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

    fn portfolio(&self) -> Option<Arc<Portfolio>> {
        self.kept.portfolio().cloned().map(Arc::new)
    }
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
    while let Ok(keep) = inbox.recv() {
        let Some(kept) = keeper.keep(&keep) else { continue };
        unsaved = match &kept {
            Kept::NotWritten(why) | Kept::Unreadable { why, .. } => Some(why.clone()),
            Kept::ChangedElsewhere { .. } => Some("the file was changed elsewhere".to_owned()),
            _ => None,
        };
        tell(kept);
    }
    unsaved
}
