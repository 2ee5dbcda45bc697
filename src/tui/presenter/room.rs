//! Beside the terminal that shows a deck: tells the presenter's terminal of it, and hears what is asked for there. On a
//! thread of its own, since the disk may be slow and a room waits for nobody.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::{io, process};

use super::EVERY;
use crate::app::presenter::{Steer, Told, steer, wire};
use crate::store::{StageDoor, Stand, StoreError};

/// After so many looks it is tried again to show beside somebody else who shows.
const TRY_AGAIN: u32 = 10;

/// What the presenter's side has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) enum Heard {
    /// Something is asked for.
    Steer(Steer),
    /// There is no presenter's view, and why: a sentence without its full stop.
    Trouble(String),
}

/// The way to the thread, while a deck is shown.
#[derive(Debug)]
pub(in crate::tui) struct Room {
    sender: Sender<Told>,
    thread: JoinHandle<()>,
    told: Option<Told>,
}

impl Room {
    /// Starts the thread; `tell` takes what is heard.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(in crate::tui) fn start(door: StageDoor, tell: impl Fn(Heard) + Send + 'static) -> io::Result<Self> {
        let (sender, inbox) = mpsc::channel();
        let thread = thread::Builder::new().name("presenter".to_owned()).spawn(move || work(door, &inbox, &tell))?;
        Ok(Self { sender, thread, told: None })
    }

    /// Tells this, if it is anything new.
    pub(in crate::tui) fn tell(&mut self, told: Told) {
        let told = match &self.told {
            Some(before) => told.after(before),
            None => told,
        };
        if self.told.as_ref() != Some(&told) {
            // The thread ends only with this sender, or with the process.
            let _ = self.sender.send(told.clone());
            self.told = Some(told);
        }
    }

    /// Ends it, and waits until nothing is left for the presenter's terminal to see.
    pub(in crate::tui) fn finish(self) {
        drop(self.sender);
        // A thread that broke has nothing more to say.
        let _ = self.thread.join();
    }
}

fn work(door: StageDoor, inbox: &Receiver<Told>, tell: &impl Fn(Heard)) {
    let mut teller = Teller::new(door);
    loop {
        match inbox.recv_timeout(EVERY) {
            Ok(told) => teller.newest = Some(inbox.try_iter().last().unwrap_or(told)),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        teller.go_on().into_iter().for_each(tell);
    }
}

/// Whether trouble was told of: once is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trouble {
    None,
    Told,
}

struct Teller {
    door: StageDoor,
    name: String,
    stand: Option<Stand>,
    looks: u32,
    /// What is not on disk yet.
    newest: Option<Told>,
    trouble: Trouble,
}

impl Teller {
    fn new(door: StageDoor) -> Self {
        let name = format!("{}-{}", process::id(), jiff::Timestamp::now().as_millisecond());
        Self { door, name, stand: None, looks: 0, newest: None, trouble: Trouble::None }
    }

    /// Tells what is to be told; what was heard.
    fn go_on(&mut self) -> Vec<Heard> {
        match self.try_to() {
            Ok(heard) => {
                self.trouble = if self.stand.is_some() { Trouble::None } else { self.trouble };
                heard
            }
            Err(_) if self.trouble == Trouble::Told => Vec::new(),
            Err(error) => {
                self.trouble = Trouble::Told;
                vec![Heard::Trouble(in_words(&error))]
            }
        }
    }

    fn try_to(&mut self) -> Result<Vec<Heard>, StoreError> {
        if self.stand.is_none() {
            self.looks += 1;
            if self.looks % TRY_AGAIN != 1 {
                return Ok(Vec::new());
            }
            self.stand = Some(self.door.open()?);
        }
        let Some(stand) = &mut self.stand else { return Ok(Vec::new()) };
        if let Some(told) = &self.newest {
            // What cannot be written is tried again with the next look.
            stand.tell(wire::write(&self.name, told).as_bytes())?;
            self.newest = None;
        }
        // A file that cannot be read this time is read the next.
        let lines = stand.heard(steer::LONGEST).unwrap_or_default();
        Ok(lines.iter().filter_map(|line| Steer::of_line(line, &self.name)).map(Heard::Steer).collect())
    }
}

fn in_words(error: &StoreError) -> String {
    match error {
        StoreError::Busy(_) => {
            "Another fingerpost shows a deck; the presenter's view follows that one until it ends there".to_owned()
        }
        error => format!("There is no presenter's view: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::app::presenter::wire::example;
    use crate::store::{Asked, AtTheDoor, DataFolder};

    fn door(folder: &tempfile::TempDir) -> StageDoor {
        let asked = Asked::new(Some(folder.path().to_owned()), |_| None);
        StageDoor::of(&DataFolder::locate(asked).expect("asked for"))
    }

    fn start(door: &StageDoor) -> (Room, Receiver<Heard>) {
        let (sender, heard) = mpsc::channel();
        (Room::start(door.clone(), move |what| drop(sender.send(what))).expect("a thread"), heard)
    }

    /// What is told at the door, once it is what was waited for.
    fn wait_for(door: &StageDoor, is_it: impl Fn(&Told) -> bool) -> (String, Told) {
        let end = Instant::now() + Duration::from_secs(20);
        loop {
            if let Ok(AtTheDoor::Showing(bytes)) = door.look(wire::MOST_BYTES)
                && let Ok((name, told)) = wire::read(&bytes)
                && is_it(&told)
            {
                return (name, told);
            }
            assert!(Instant::now() < end, "it was not told");
            thread::sleep(Duration::from_millis(5));
        }
    }

    #[test]
    fn each_hears_the_other_and_nothing_is_left_when_the_deck_ends() {
        let folder = tempfile::tempdir().expect("a folder");
        let door = door(&folder);
        let (mut room, heard) = start(&door);
        room.tell(example());
        let (name, _) = wait_for(&door, |told| told.step == example().step);
        door.ask("nonsense").expect("asked");
        door.ask(&Steer::Next.line("1-1")).expect("asked, of an earlier showing");
        door.ask(&Steer::Blank.line(&name)).expect("asked");
        assert_eq!(heard.recv_timeout(Duration::from_secs(20)), Ok(Heard::Steer(Steer::Blank)));
        room.tell(Told { step: 4, ..example() });
        wait_for(&door, |told| told.step == 4);
        room.finish();
        assert_eq!(door.look(wire::MOST_BYTES).expect("it can be read"), AtTheDoor::Nobody);
    }

    #[test]
    fn the_second_of_two_showings_says_so_once_and_takes_over_when_the_first_ends() {
        let folder = tempfile::tempdir().expect("a folder");
        let door = door(&folder);
        let (mut first, _first_heard) = start(&door);
        first.tell(example());
        wait_for(&door, |_| true);
        let (mut second, heard) = start(&door);
        second.tell(Told { deck: "Another".to_owned(), ..example() });
        let Ok(Heard::Trouble(why)) = heard.recv_timeout(Duration::from_secs(20)) else { panic!("it says nothing") };
        assert!(why.starts_with("Another fingerpost shows"), "{why}");
        first.finish();
        wait_for(&door, |told| told.deck == "Another");
        assert!(heard.try_recv().is_err(), "once is enough");
        second.finish();
    }
}
