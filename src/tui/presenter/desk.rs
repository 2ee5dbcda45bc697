//! The presenter's terminal: looks at what the room's terminal tells, draws it, and passes keys on.

use std::io::{self, IsTerminal as _};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};

use ratatui::Terminal;
use ratatui::layout::Rect;

use super::EVERY;
use crate::app::presenter::{Sight, Steer, Viewer, Wish, wire};
use crate::app::{Key, KeyCode, MouseKind, Msg};
use crate::store::{AtTheDoor, StageDoor};
use crate::tui::caps::{Caps, Surroundings};
use crate::tui::event::{self, Event};
use crate::tui::painter::Painter;
use crate::tui::{Colour, Ended, TuiError, crash, guard, input};
use crate::ui::{self, GlyphSet, Look, Theme};

/// With what the presenter's terminal starts.
#[derive(Debug, Clone)]
pub struct Presenting {
    /// Where it meets the terminal that shows.
    pub door: StageDoor,
    /// The colours asked for; as the terminal allows, when none are.
    pub theme: Option<Theme>,
    /// The signs asked for; as the terminal allows, when none are.
    pub glyphs: Option<GlyphSet>,
    /// Whether colours may be used.
    pub colour: Colour,
    /// Where reports of crashes are kept; among the system's temporary files, when there is no such folder.
    pub data_folder: Option<PathBuf>,
}

/// Opens the presenter's terminal and runs it until the user leaves; the showing goes on.
///
/// # Errors
/// When there is no fit terminal, or it is lost on the way.
pub fn present(presenting: Presenting) -> Result<Ended, TuiError> {
    let surroundings = Surroundings::of_process();
    surroundings.fit(io::stdout().is_terminal())?;
    let caps = Caps::choose(&surroundings, presenting.theme, presenting.glyphs, presenting.colour);
    crash::report_to(presenting.data_folder);
    let (sender, inbox) = mpsc::channel();
    #[cfg(unix)]
    crate::tui::signal::listen(sender.clone()).map_err(TuiError::Setup)?;
    let guard = guard::Guard::enter().map_err(TuiError::Setup)?;
    event::read_input(sender).map_err(TuiError::Setup)?;
    let desk = Desk {
        door: presenting.door,
        look: Look::new(caps.theme, caps.depth, caps.glyphs),
        terminal: Terminal::new(Painter::new()).map_err(TuiError::Setup)?,
        viewer: Viewer::new(jiff::Zoned::now().datetime()),
        drawn: None,
        showing: None,
        paused: Paused::No,
    };
    let ended = desk.run(&inbox);
    drop(guard);
    ended
}

/// Whether the shell has the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Paused {
    No,
    Yes,
}

/// What the door told last, read once.
struct Reading {
    bytes: Vec<u8>,
    name: String,
    sight: Sight,
}

struct Desk {
    door: StageDoor,
    look: Look,
    terminal: Terminal<Painter>,
    viewer: Viewer,
    /// What the terminal shows; nothing when it may show anything.
    drawn: Option<Viewer>,
    showing: Option<Reading>,
    paused: Paused,
}

impl Desk {
    fn run(mut self, inbox: &Receiver<Event>) -> Result<Ended, TuiError> {
        loop {
            if self.paused == Paused::No {
                self.look();
                self.draw()?;
            }
            let event = match inbox.recv_timeout(EVERY) {
                Ok(event) => event,
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => return Ok(Ended::Quit),
            };
            if let Some(ended) = self.take(event)? {
                return Ok(ended);
            }
        }
    }

    /// Looks at what the room's terminal tells, and at the clock while there is one on the screen.
    fn look(&mut self) {
        let sight = match self.door.look(wire::MOST_BYTES) {
            Ok(AtTheDoor::Nobody) => Sight::Nothing,
            Ok(AtTheDoor::Showing(bytes)) => self.read(bytes),
            Ok(AtTheDoor::Left(bytes)) => match self.read(bytes) {
                Sight::Shown(told) => Sight::Gone(told),
                other => other,
            },
            Err(error) => Sight::Unreadable(error.to_string()),
        };
        let has_clock = matches!(sight, Sight::Shown(_));
        self.viewer.see(sight);
        if has_clock {
            let now = jiff::Zoned::now().datetime();
            self.viewer.look_at_clock(now.with().subsec_nanosecond(0).build().unwrap_or(now));
        }
    }

    fn read(&mut self, bytes: Vec<u8>) -> Sight {
        if let Some(reading) = self.showing.as_ref().filter(|reading| reading.bytes == bytes) {
            return reading.sight.clone();
        }
        let (name, sight) = match wire::read(&bytes) {
            Ok((name, told)) => (name, Sight::Shown(Box::new(told))),
            Err(error) => (String::new(), Sight::Unreadable(error.to_string())),
        };
        self.showing = Some(Reading { bytes, name, sight: sight.clone() });
        sight
    }

    /// What comes of an event; how it all ended, if it did.
    fn take(&mut self, event: Event) -> Result<Option<Ended>, TuiError> {
        match event {
            Event::Terminal(events) => {
                for event in events {
                    if matches!(event, crossterm::event::Event::Resize(..)) {
                        self.drawn = None;
                    }
                    let Some(key) = input::message(event).as_ref().and_then(key) else { continue };
                    match self.viewer.press(key) {
                        Some(Wish::Leave) => return Ok(Some(Ended::Quit)),
                        Some(Wish::Pause) => self.pause()?,
                        Some(Wish::Steer(steer)) => self.steer(steer),
                        None => {}
                    }
                }
            }
            Event::InputLost(error) => return Err(TuiError::Lost(error)),
            Event::Pause => self.pause()?,
            Event::Resumed => self.resume()?,
            Event::End(ended) => return Ok(Some(ended)),
            _ => {}
        }
        Ok(None)
    }

    fn steer(&mut self, steer: Steer) {
        let Some(reading) = &self.showing else { return };
        if let Err(error) = self.door.ask(&steer.line(&reading.name)) {
            self.viewer.fail(format!("The room's screen cannot be steered: {error}"));
        }
    }

    fn draw(&mut self) -> Result<(), TuiError> {
        if self.drawn.as_ref() == Some(&self.viewer) {
            return Ok(());
        }
        if self.drawn.is_none() {
            let (columns, rows) = guard::size().map_err(TuiError::Lost)?;
            self.terminal.resize(Rect::new(0, 0, columns, rows)).map_err(TuiError::Lost)?;
        }
        let (viewer, look) = (&self.viewer, &self.look);
        let mut last = 0;
        self.terminal.draw(|frame| last = ui::presenter::draw(viewer, look, frame)).map_err(TuiError::Lost)?;
        self.viewer.keep_within(last);
        self.drawn = Some(self.viewer.clone());
        Ok(())
    }

    #[cfg(unix)]
    fn pause(&mut self) -> Result<(), TuiError> {
        use std::io::Write as _;

        guard::leave();
        self.paused = Paused::Yes;
        let _ = writeln!(io::stdout(), "The presenter's view is paused. Type fg and press Enter to come back to it.");
        match crate::tui::signal::stop_here() {
            // The signal that brings it back is an event of its own.
            Ok(()) => Ok(()),
            Err(_) => self.resume(),
        }
    }

    #[cfg(not(unix))]
    fn pause(&mut self) -> Result<(), TuiError> {
        self.viewer.fail("This system has no way to pause a program; q leaves it".to_owned());
        Ok(())
    }

    /// Takes the terminal back.
    fn resume(&mut self) -> Result<(), TuiError> {
        guard::enter_again().map_err(TuiError::Lost)?;
        (self.paused, self.drawn) = (Paused::No, None);
        Ok(())
    }
}

/// The key that a message stands for: the wheel scrolls the notes as the arrows do.
fn key(msg: &Msg) -> Option<Key> {
    match msg {
        Msg::Key(key) => Some(*key),
        Msg::Mouse(mouse) if mouse.kind == MouseKind::ScrollDown => Some(Key::new(KeyCode::Down)),
        Msg::Mouse(mouse) if mouse.kind == MouseKind::ScrollUp => Some(Key::new(KeyCode::Up)),
        _ => None,
    }
}
