//! The loop: wait, take everything that has happened, draw once.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvError, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crossterm::Command as _;
use crossterm::clipboard::CopyToClipboard;
use ratatui::Terminal;
use ratatui::layout::Rect;

use super::event::{Event, read_input};
use super::input::Presses;
use super::keeper::{self, Keeper};
use super::painter::Painter;
use super::presenter::{Heard, Room};
use super::worker::{Outcome, Worker};
use super::{Ended, TuiError, exporter, guard, input, own_posts, shelf};
use crate::app::export::Export;
use crate::app::{self, App, Effect, Env, Msg};
use crate::domain::Pack;
use crate::store::{KeptDecks, KeptPosts, StageDoor};
use crate::ui::{self, Look};

/// However much there is to take, a frame is drawn after so long: somebody holds a key down and watches.
const LONGEST_UNSEEN: Duration = Duration::from_millis(50);
/// Frames for what a person does are so far apart: a key that comes alone is drawn at once, the second of two that come
/// together with whatever else comes in this time. What nobody can see in between costs nothing.
const APART: Duration = Duration::from_millis(25);

/// A clock on the screen goes on by this.
const TICK: Duration = Duration::from_secs(1);
/// Right after the second, so that it is over for certain.
const AFTER: Duration = Duration::from_millis(2);

/// Whether the terminal is ours to draw on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Open,
    /// Paused: the shell has the terminal.
    Closed,
}

/// Whether the terminal shows what was last drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Paper {
    Kept,
    /// It may show anything: it was resized, perhaps there and back again, or somebody else had it.
    Lost,
}

/// What came of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taken {
    /// Nothing to be seen.
    Idle,
    /// The screen may be another.
    News,
    /// The session is over.
    Over(Ended),
}

/// A running app on a terminal that was entered.
#[derive(Debug)]
pub(super) struct Session {
    app: App,
    look: Look,
    pack: Arc<Pack>,
    terminal: Terminal<Painter>,
    sender: Sender<Event>,
    inbox: Receiver<Event>,
    worker: Option<Worker>,
    own_posts: Option<KeptPosts>,
    keeper: Option<keeper::Desk>,
    decks: Option<KeptDecks>,
    /// Where the presenter's terminal is met, and the thread that does so while a deck is shown.
    door: Option<StageDoor>,
    room: Option<Room>,
    exports: Vec<JoinHandle<()>>,
    stage: Stage,
    paper: Paper,
    presses: Presses,
    drawn: Instant,
}

impl Session {
    pub(super) fn new(
        app: App,
        look: Look,
        pack: Arc<Pack>,
        sender: Sender<Event>,
        inbox: Receiver<Event>,
    ) -> Result<Self, TuiError> {
        let terminal = Terminal::new(Painter::new()).map_err(TuiError::Setup)?;
        Ok(Self {
            app,
            look,
            pack,
            terminal,
            sender,
            inbox,
            worker: None,
            own_posts: None,
            keeper: None,
            decks: None,
            door: None,
            room: None,
            exports: Vec::new(),
            stage: Stage::Open,
            paper: Paper::Kept,
            presses: Presses::default(),
            drawn: Instant::now(),
        })
    }

    /// The session, with the user's own posts to be read once the first screen stands.
    pub(super) fn with_posts(self, own_posts: Option<KeptPosts>) -> Self {
        Self { own_posts, ..self }
    }

    /// The session, with a folder for decks.
    pub(super) fn with_decks(self, decks: Option<KeptDecks>) -> Self {
        Self { decks, ..self }
    }

    /// The session, with a place where the presenter's terminal is met.
    pub(super) fn with_door(self, door: Option<StageDoor>) -> Self {
        Self { door, ..self }
    }

    /// The session, with a keeper of the user's own profile and plans.
    pub(super) fn with_keeper(self, keeper: Option<Keeper>) -> Result<Self, TuiError> {
        let sender = self.sender.clone();
        // A session that is gone needs no answers.
        let tell = move |kept| drop(sender.send(Event::Kept(kept)));
        let keeper = keeper.map(|keeper| keeper::Desk::start(keeper, tell)).transpose().map_err(TuiError::Setup)?;
        Ok(Self { keeper, ..self })
    }

    /// Draws, then listens until something ends it. With how it ended comes why the last change of the user's own profile
    /// and plans is not on disk, if it is not.
    pub(super) fn run(mut self, effects: Vec<Effect>) -> (Result<Ended, TuiError>, Option<String>) {
        let ended = self.listen(effects);
        self.room.take().into_iter().for_each(Room::finish);
        for export in self.exports.drain(..) {
            // One that broke has left nothing behind under the file's name.
            let _ = export.join();
        }
        (ended, self.keeper.take().and_then(keeper::Desk::finish))
    }

    fn listen(&mut self, effects: Vec<Effect>) -> Result<Ended, TuiError> {
        self.draw()?;
        read_input(self.sender.clone()).map_err(TuiError::Setup)?;
        if let Some(kept) = self.own_posts.take() {
            let sender = self.sender.clone();
            let tell = move |msg| drop(sender.send(Event::Posts(msg)));
            own_posts::read(kept, Arc::clone(&self.pack), tell).map_err(TuiError::Setup)?;
        }
        if let Some(ended) = self.carry_out(effects)? {
            return Ok(ended);
        }
        if self.app.showing().is_some() {
            // The clock of a deck that is shown at once begins now.
            self.tell(Msg::Tick)?;
        }
        loop {
            self.tell_presenter()?;
            // The session holds a sender itself, so the channel never closes.
            let Ok(first) = self.next() else { return Ok(Ended::Quit) };
            match self.take_all(first)? {
                Taken::Over(ended) => return Ok(ended),
                Taken::News => self.draw()?,
                Taken::Idle => {}
            }
        }
    }

    /// Tells the presenter's terminal of the deck that is shown, if one is.
    fn tell_presenter(&mut self) -> Result<(), TuiError> {
        let Some(told) = self.app.told() else {
            self.room.take().into_iter().for_each(Room::finish);
            return Ok(());
        };
        if let (None, Some(door)) = (&self.room, &self.door) {
            let sender = self.sender.clone();
            // A session that is gone needs no presenter.
            let tell = move |heard| drop(sender.send(Event::Presenter(heard)));
            self.room = Some(Room::start(door.clone(), tell).map_err(TuiError::Setup)?);
        }
        self.room.iter_mut().for_each(|room| room.tell(told.clone()));
        Ok(())
    }

    /// Waits for something to happen; while there is a clock on the screen, until its next second at most.
    fn next(&self) -> Result<Event, RecvError> {
        if self.stage == Stage::Closed || !self.app.has_clock() {
            return self.inbox.recv();
        }
        let gone = u64::try_from(jiff::Zoned::now().subsec_nanosecond()).unwrap_or(0);
        match self.inbox.recv_timeout(TICK.saturating_sub(Duration::from_nanos(gone)) + AFTER) {
            Err(RecvTimeoutError::Timeout) => Ok(Event::Tick),
            Err(RecvTimeoutError::Disconnected) => Err(RecvError),
            Ok(event) => Ok(event),
        }
    }

    /// Takes an event and those that come with it, up to the moment when a frame is due.
    fn take_all(&mut self, first: Event) -> Result<Taken, TuiError> {
        let begun = Instant::now();
        let mut taken = Taken::Idle;
        let mut next = Some(first);
        while let Some(event) = next {
            // An answer of the planner is waited for already.
            let wait = match event {
                Event::Terminal(_) => (self.drawn + APART).saturating_duration_since(Instant::now()),
                _ => Duration::ZERO,
            };
            match self.take(event)? {
                Taken::Idle => {}
                Taken::News => taken = Taken::News,
                over @ Taken::Over(_) => return Ok(over),
            }
            next = match taken {
                _ if begun.elapsed() >= LONGEST_UNSEEN => None,
                Taken::News => self.inbox.recv_timeout(wait).ok(),
                _ => self.inbox.try_recv().ok(),
            };
        }
        Ok(taken)
    }

    /// What one event changes.
    fn take(&mut self, event: Event) -> Result<Taken, TuiError> {
        match event {
            Event::Posts(msg) => {
                if let Msg::PostsRead(pack, _) = &msg {
                    self.pack = Arc::clone(pack);
                    // The next question starts a planner that knows them; the old one ends when it has answered.
                    self.worker = None;
                }
                return self.tell(msg);
            }
            Event::Exported(exported) => return self.tell(Msg::Exported(exported)),
            Event::Kept(kept) => return self.tell(Msg::Kept(kept)),
            Event::Shelved(kept) => return self.tell(Msg::Shelved(kept)),
            Event::Presenter(Heard::Steer(steer)) => return self.tell(Msg::Steered(steer)),
            Event::Presenter(Heard::Trouble(why)) => return self.tell(Msg::NoPresenter(why)),
            Event::Tick => return self.tell(Msg::Tick),
            Event::Terminal(events) => return self.read(events),
            Event::Worker(Outcome::Found(ticket, finding)) => return self.tell(Msg::Answered { ticket, finding }),
            Event::Worker(Outcome::Broke(why)) => {
                return self.tell(Msg::Told(format!(
                    "That question broke the planner ({why}). Ask another way; a report is in the data folder."
                )));
            }
            Event::Pause => self.pause()?,
            Event::Resumed => self.resume()?,
            Event::InputLost(error) => return Err(TuiError::Lost(error)),
            Event::End(ended) => return Ok(Taken::Over(ended)),
        }
        Ok(Taken::News)
    }

    /// What comes of everything the terminal has said.
    fn read(&mut self, events: Vec<crossterm::event::Event>) -> Result<Taken, TuiError> {
        let mut taken = Taken::Idle;
        for event in events {
            #[cfg(debug_assertions)]
            break_when_asked(&event);
            if matches!(event, crossterm::event::Event::Resize(..)) {
                self.paper = Paper::Lost;
            }
            let Some(msg) = input::message(event) else { continue };
            let msg = self.presses.told(msg, Instant::now());
            match self.tell(msg)? {
                Taken::Idle => {}
                Taken::News => taken = Taken::News,
                over @ Taken::Over(_) => return Ok(over),
            }
        }
        Ok(taken)
    }

    /// What a message changes.
    fn tell(&mut self, msg: Msg) -> Result<Taken, TuiError> {
        if self.app.is_idle(&msg) {
            return Ok(Taken::Idle);
        }
        let env = Self::env()?;
        let effects = app::update(&mut self.app, msg, &env);
        Ok(self.carry_out(effects)?.map_or(Taken::News, Taken::Over))
    }

    /// Does what the app wants done; how the session ended, if it did.
    fn carry_out(&mut self, effects: Vec<Effect>) -> Result<Option<Ended>, TuiError> {
        for effect in effects {
            match effect {
                Effect::Quit => return Ok(Some(Ended::Quit)),
                Effect::Suspend => self.pause()?,
                Effect::Keep(keep) => self.keeper.iter().for_each(|keeper| keeper.keep(keep.clone())),
                Effect::Shelve(shelve) => {
                    let kept = self.decks.iter().map(|decks| shelf::keep(decks, &shelve));
                    // A session that is gone needs no answers.
                    kept.for_each(|kept| drop(self.sender.send(Event::Shelved(kept))));
                }
                Effect::Ask { ticket, ask } => self.worker()?.ask(ticket, ask),
                Effect::Export(export) => self.export(*export)?,
                Effect::CopyToClipboard(text) => {
                    guard::write(clipboard(text).as_bytes()).map_err(TuiError::Lost)?;
                }
            }
        }
        Ok(None)
    }

    /// Writes a file on a thread of its own: a PDF of thousands of posts takes its time.
    fn export(&mut self, export: Export) -> Result<(), TuiError> {
        let (pack, sender, today) = (Arc::clone(&self.pack), self.sender.clone(), Self::env()?.today);
        // A session that is gone needs no answers.
        let write = move || drop(sender.send(Event::Exported(exporter::export(&pack, &export, today))));
        let thread = thread::Builder::new().name("export".to_owned()).spawn(write).map_err(TuiError::Setup)?;
        self.exports.retain(|thread| !thread.is_finished());
        self.exports.push(thread);
        Ok(())
    }

    /// The planner's thread, started with the first question.
    fn worker(&mut self) -> Result<&Worker, TuiError> {
        let worker = if let Some(worker) = self.worker.take() {
            worker
        } else {
            let (pack, sender) = (Arc::clone(&self.pack), self.sender.clone());
            // A session that is gone needs no answers.
            let tell = move |outcome| drop(sender.send(Event::Worker(outcome)));
            Worker::start(move |ask| ask.answer(&pack), tell).map_err(TuiError::Setup)?
        };
        Ok(self.worker.insert(worker))
    }

    fn draw(&mut self) -> Result<(), TuiError> {
        if self.stage == Stage::Closed {
            return Ok(());
        }
        if self.paper == Paper::Lost {
            let (columns, rows) = guard::size().map_err(TuiError::Lost)?;
            // Forgets what was drawn; unlike `Terminal::clear` it does not ask the terminal where its cursor is.
            self.terminal.resize(Rect::new(0, 0, columns, rows)).map_err(TuiError::Lost)?;
            self.paper = Paper::Kept;
        }
        let (app, look) = (&self.app, &self.look);
        let mut hits = None;
        self.terminal.draw(|frame| hits = Some(ui::draw(app, look, frame))).map_err(TuiError::Lost)?;
        if let Some(hits) = hits {
            self.app.note_hits(hits);
        }
        self.drawn = Instant::now();
        Ok(())
    }

    fn env() -> Result<Env, TuiError> {
        let size = guard::size().map_err(TuiError::Lost)?;
        let now = jiff::Zoned::now().datetime();
        // Whole seconds: a clock that is looked at once in each of them shows each of them.
        let now = now.with().subsec_nanosecond(0).build().unwrap_or(now);
        Ok(Env { size, today: now.date(), now })
    }

    #[cfg(unix)]
    fn pause(&mut self) -> Result<(), TuiError> {
        use std::io::Write as _;

        guard::leave();
        self.stage = Stage::Closed;
        let _ = writeln!(io::stdout(), "fingerpost is paused. Type fg and press Enter to come back to it.");
        match super::signal::stop_here() {
            // The signal that brings it back is an event of its own.
            Ok(()) => Ok(()),
            Err(_) => self.resume(),
        }
    }

    #[cfg(not(unix))]
    fn pause(&mut self) -> Result<(), TuiError> {
        let msg = Msg::Told("This system has no way to pause a program; press q to leave it.".to_owned());
        app::update(&mut self.app, msg, &Self::env()?);
        Ok(())
    }

    /// Takes the terminal back.
    fn resume(&mut self) -> Result<(), TuiError> {
        guard::enter_again().map_err(TuiError::Lost)?;
        (self.stage, self.paper) = (Stage::Open, Paper::Lost);
        Ok(())
    }
}

/// The sequence that asks the terminal to take `text` into its clipboard; it works over SSH too, where any program
/// called here would fill the clipboard of the wrong machine.
fn clipboard(text: String) -> String {
    let mut sequence = String::new();
    // Writing into a text cannot fail.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut sequence);
    sequence
}

/// Breaks on F12 when `FINGERPOST_TEST_PANIC` is set, so that a test can see the terminal restored. Never in a release.
#[cfg(debug_assertions)]
fn break_when_asked(event: &crossterm::event::Event) {
    use crossterm::event::KeyCode;

    let pressed = event.as_key_press_event().is_some_and(|key| key.code == KeyCode::F(12));
    assert!(!pressed || std::env::var_os("FINGERPOST_TEST_PANIC").is_none(), "broken on purpose");
}
