//! The presenter's terminal: what it sees of the room's, and what its keys do. The time comes from outside.

use jiff::civil::DateTime;

use super::clock::seconds_between;
use super::steer::Steer;
use super::told::{Room, Told};
use crate::app::key::Key;

/// A key that has not been heard after so many seconds was pressed in vain.
const PATIENCE: u64 = 3;

/// What there is to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight {
    /// No deck is being shown.
    Nothing,
    /// A deck is being shown.
    Shown(Box<Told>),
    /// A deck was being shown when the room's terminal was closed or killed: what was last told.
    Gone(Box<Told>),
    /// What is told cannot be read: why, as a sentence without its full stop.
    Unreadable(String),
}

/// Something that a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// To leave; the deck goes on without the presenter's view.
    Leave,
    /// To stop until the shell brings it back.
    Pause,
    /// Something of the room's terminal.
    Steer(Steer),
}

/// The state of the presenter's terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    sight: Sight,
    now: DateTime,
    /// From which row on the notes are shown; no further than there are rows, which only drawing knows.
    scrolled: usize,
    /// Since when a key waits to be heard.
    unheard: Option<DateTime>,
    notice: Option<String>,
}

impl Viewer {
    /// Before anything was seen.
    #[must_use]
    pub const fn new(now: DateTime) -> Self {
        Self { sight: Sight::Nothing, now, scrolled: 0, unheard: None, notice: None }
    }

    /// What there is to see.
    #[must_use]
    pub const fn sight(&self) -> &Sight {
        &self.sight
    }

    /// What time it is.
    #[must_use]
    pub const fn now(&self) -> DateTime {
        self.now
    }

    /// From which row on the notes are to be shown.
    #[must_use]
    pub const fn scrolled(&self) -> usize {
        self.scrolled
    }

    /// A short message for the bottom line.
    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        if let Some(notice) = &self.notice {
            return Some(notice);
        }
        let waits = self.unheard.map_or(0, |since| seconds_between(since, self.now));
        if waits >= PATIENCE {
            return Some("The room's screen has not heard the key; is that terminal paused?");
        }
        match &self.sight {
            Sight::Shown(told) => told.notice.as_deref(),
            _ => None,
        }
    }

    /// Sees what there is now.
    pub fn see(&mut self, sight: Sight) {
        if let (Sight::Shown(before), Sight::Shown(now)) = (&self.sight, &sight) {
            if (before.step, &before.deck) != (now.step, &now.deck) {
                self.scrolled = 0;
            }
            if before.heard != now.heard {
                self.unheard = None;
            }
        } else {
            (self.scrolled, self.unheard) = (0, None);
        }
        if sight != self.sight {
            self.notice = None;
        }
        self.sight = sight;
    }

    /// Sees what time it is.
    pub const fn look_at_clock(&mut self, now: DateTime) {
        self.now = now;
    }

    /// Says that a key could not be passed on, and why: a sentence without its full stop.
    pub fn fail(&mut self, why: String) {
        (self.notice, self.unheard) = (Some(why), None);
    }

    /// Takes how far the notes can be scrolled, from whoever drew them.
    pub fn keep_within(&mut self, last: usize) {
        self.scrolled = self.scrolled.min(last);
    }

    /// What a key does; what it asks for, if it asks for something.
    pub fn press(&mut self, key: Key) -> Option<Wish> {
        self.notice = None;
        let steer = match key.normal().to_string().as_str() {
            "q" | "ctrl+c" => return Some(Wish::Leave),
            "ctrl+z" => return Some(Wish::Pause),
            "down" | "j" | "ctrl+n" => {
                self.scrolled = self.scrolled.saturating_add(1);
                return None;
            }
            "up" | "k" | "ctrl+p" => {
                self.scrolled = self.scrolled.saturating_sub(1);
                return None;
            }
            "right" | "l" | "ctrl+f" | "space" | "pagedown" | "enter" => Steer::Next,
            "left" | "h" | "ctrl+b" | "backspace" | "pageup" => Steer::Previous,
            "home" => Steer::First,
            "end" => Steer::Last,
            "b" | "." => Steer::Blank,
            _ => return None,
        };
        self.wish(steer)
    }

    fn wish(&mut self, steer: Steer) -> Option<Wish> {
        let Sight::Shown(told) = &self.sight else {
            self.notice = Some("No deck is being shown; open one in the room's terminal first".to_owned());
            return None;
        };
        if told.room == Room::Typing {
            self.notice = Some(Room::Typing.words().to_owned());
            return None;
        }
        self.unheard = self.unheard.or(Some(self.now));
        Some(Wish::Steer(steer))
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;

    use super::super::wire::example;
    use super::*;

    fn press(viewer: &mut Viewer, key: &str) -> Option<Wish> {
        viewer.press(Key::parse(key).expect("a key"))
    }

    fn shown(told: Told) -> Viewer {
        let mut viewer = Viewer::new(told.began);
        viewer.see(Sight::Shown(Box::new(told)));
        viewer
    }

    #[test]
    fn keys_steer_the_room_while_a_deck_is_shown() {
        let mut viewer = Viewer::new(example().began);
        assert_eq!(press(&mut viewer, "right"), None);
        assert!(viewer.notice().is_some_and(|words| words.starts_with("No deck")));
        viewer.see(Sight::Shown(Box::new(example())));
        assert_eq!(viewer.notice(), None, "now there is one");
        for (key, steer) in [
            ("right", Steer::Next),
            ("space", Steer::Next),
            ("pageup", Steer::Previous),
            ("end", Steer::Last),
            (".", Steer::Blank),
        ] {
            assert_eq!(press(&mut viewer, key), Some(Wish::Steer(steer)), "{key}");
        }
        assert_eq!(press(&mut viewer, "x"), None);
        assert_eq!(press(&mut viewer, "q"), Some(Wish::Leave));
    }

    #[test]
    fn what_is_being_typed_is_not_stepped_away_from() {
        let mut viewer = shown(Told { room: Room::Typing, ..example() });
        assert_eq!(press(&mut viewer, "right"), None);
        assert!(viewer.notice().is_some_and(|words| words.contains("typed")));
    }

    #[test]
    fn a_key_that_is_not_heard_is_told_of_until_one_is() {
        let mut viewer = shown(example());
        press(&mut viewer, "right");
        viewer.look_at_clock(example().began + 2.seconds());
        assert_eq!(viewer.notice(), None);
        viewer.look_at_clock(example().began + 3.seconds());
        assert!(viewer.notice().is_some_and(|words| words.contains("has not heard")));
        viewer.see(Sight::Shown(Box::new(Told { heard: 1, ..example() })));
        assert_eq!(viewer.notice(), None);
    }

    #[test]
    fn the_notes_of_another_step_are_read_from_the_top() {
        let mut viewer = shown(example());
        viewer.press(Key::parse("j").expect("a key"));
        viewer.see(Sight::Shown(Box::new(Told { room: Room::Blank, ..example() })));
        assert_eq!(viewer.scrolled(), 1, "it is the same step");
        viewer.see(Sight::Shown(Box::new(Told { step: 4, ..example() })));
        assert_eq!(viewer.scrolled(), 0);
    }
}
