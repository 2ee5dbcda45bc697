//! From crossterm's events to the app's messages.

use std::time::{Duration, Instant};

use crossterm::event::{
    Event, KeyCode as TermCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::app::{Key, KeyCode, Mouse, MouseKind, Msg};

/// Two presses within this time are one press twice.
const TWICE: Duration = Duration::from_millis(400);

/// What an event means to the app; nothing, for one that means nothing to it.
pub(super) fn message(event: Event) -> Option<Msg> {
    match event {
        // A release is the end of a press that was already taken; terminals that tell of it would type all twice.
        Event::Key(key) if key.kind != KeyEventKind::Release => self::key(key).map(Msg::Key),
        Event::Mouse(mouse) => self::mouse(mouse).map(Msg::Mouse),
        Event::Paste(text) => Some(Msg::Paste(pasted(&text))),
        Event::Resize(..) => Some(Msg::Resized),
        Event::Key(_) | Event::FocusGained | Event::FocusLost => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    let held = |modifier| event.modifiers.contains(modifier);
    if held(KeyModifiers::SUPER) || held(KeyModifiers::HYPER) || held(KeyModifiers::META) {
        return None; // These belong to the window manager.
    }
    // Control and space arrive as the null character.
    let (code, null) =
        if event.code == TermCode::Null { (KeyCode::Char(' '), true) } else { (code(event.code)?, false) };
    let key = Key {
        code,
        ctrl: null || held(KeyModifiers::CONTROL),
        alt: held(KeyModifiers::ALT),
        shift: held(KeyModifiers::SHIFT),
    };
    Some(key.normal())
}

fn code(code: TermCode) -> Option<KeyCode> {
    Some(match code {
        TermCode::Char(letter) => KeyCode::Char(letter),
        TermCode::Enter => KeyCode::Enter,
        TermCode::Esc => KeyCode::Esc,
        TermCode::Tab => KeyCode::Tab,
        TermCode::BackTab => KeyCode::BackTab,
        TermCode::Backspace => KeyCode::Backspace,
        TermCode::Delete => KeyCode::Delete,
        TermCode::Insert => KeyCode::Insert,
        TermCode::Up => KeyCode::Up,
        TermCode::Down => KeyCode::Down,
        TermCode::Left => KeyCode::Left,
        TermCode::Right => KeyCode::Right,
        TermCode::Home => KeyCode::Home,
        TermCode::End => KeyCode::End,
        TermCode::PageUp => KeyCode::PageUp,
        TermCode::PageDown => KeyCode::PageDown,
        TermCode::F(number) => KeyCode::F(number),
        _ => return None,
    })
}

fn mouse(event: MouseEvent) -> Option<Mouse> {
    let held = |modifier| event.modifiers.contains(modifier);
    let kind = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseKind::Down,
        MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
        MouseEventKind::Up(MouseButton::Left) => MouseKind::Up,
        MouseEventKind::ScrollUp if held(KeyModifiers::CONTROL) => MouseKind::ZoomIn,
        MouseEventKind::ScrollDown if held(KeyModifiers::CONTROL) => MouseKind::ZoomOut,
        MouseEventKind::ScrollUp if held(KeyModifiers::SHIFT) => MouseKind::ScrollLeft,
        MouseEventKind::ScrollDown if held(KeyModifiers::SHIFT) => MouseKind::ScrollRight,
        MouseEventKind::ScrollUp => MouseKind::ScrollUp,
        MouseEventKind::ScrollDown => MouseKind::ScrollDown,
        MouseEventKind::ScrollLeft => MouseKind::ScrollLeft,
        MouseEventKind::ScrollRight => MouseKind::ScrollRight,
        MouseEventKind::Moved => MouseKind::Moved,
        _ => return None,
    };
    Some(Mouse { kind, column: event.column, row: event.row })
}

/// Tells two presses in a row from two presses.
#[derive(Debug, Default)]
pub(super) struct Presses {
    last: Option<(Instant, u16, u16)>,
}

impl Presses {
    /// The message, with a second press in the same cell soon after the first called what it is.
    pub fn told(&mut self, msg: Msg, now: Instant) -> Msg {
        let Msg::Mouse(mouse @ Mouse { kind: MouseKind::Down, column, row }) = msg else { return msg };
        let again = self
            .last
            .take()
            .is_some_and(|(then, x, y)| (x, y) == (column, row) && now.saturating_duration_since(then) <= TWICE);
        if again {
            return Msg::Mouse(Mouse { kind: MouseKind::Again, ..mouse });
        }
        self.last = Some((now, column, row));
        msg
    }
}

/// Pasted text without control characters, the ends of its lines kept: a paste is words, never keys to press.
fn pasted(text: &str) -> String {
    let plain = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    plain.trim().chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyEventState;

    use super::*;

    fn pressed(code: TermCode, modifiers: KeyModifiers) -> Option<String> {
        match message(Event::Key(KeyEvent::new(code, modifiers))) {
            Some(Msg::Key(key)) => Some(key.to_string()),
            _ => None,
        }
    }

    #[test]
    fn keys_have_the_names_that_people_write() {
        let table = [
            (TermCode::Char('j'), KeyModifiers::NONE, "j"),
            (TermCode::Char('G'), KeyModifiers::SHIFT, "G"),
            (TermCode::Char('g'), KeyModifiers::SHIFT, "g"),
            (TermCode::Char('c'), KeyModifiers::CONTROL, "ctrl+c"),
            (TermCode::Char('C'), KeyModifiers::CONTROL.union(KeyModifiers::SHIFT), "ctrl+c"),
            (TermCode::Char('x'), KeyModifiers::ALT, "alt+x"),
            (TermCode::Null, KeyModifiers::NONE, "ctrl+space"),
            (TermCode::Tab, KeyModifiers::SHIFT, "backtab"),
            (TermCode::BackTab, KeyModifiers::SHIFT, "backtab"),
            (TermCode::Left, KeyModifiers::ALT, "alt+left"),
            (TermCode::PageDown, KeyModifiers::NONE, "pagedown"),
            (TermCode::F(12), KeyModifiers::NONE, "f12"),
            (TermCode::Enter, KeyModifiers::NONE, "enter"),
            (TermCode::Char('é'), KeyModifiers::NONE, "é"),
        ];
        for (code, modifiers, name) in table {
            assert_eq!(pressed(code, modifiers).as_deref(), Some(name), "{code:?} {modifiers:?}");
        }
    }

    #[test]
    fn keys_that_are_not_ours_are_dropped() {
        assert_eq!(pressed(TermCode::Char('l'), KeyModifiers::SUPER), None);
        assert_eq!(pressed(TermCode::CapsLock, KeyModifiers::NONE), None);
    }

    #[test]
    fn a_key_held_down_repeats_and_its_release_is_dropped() {
        let event = |kind| {
            let (code, modifiers) = (TermCode::Down, KeyModifiers::NONE);
            message(Event::Key(KeyEvent { code, modifiers, kind, state: KeyEventState::NONE }))
        };
        let down = Some(Msg::Key(Key::new(KeyCode::Down)));
        assert_eq!(event(KeyEventKind::Press), down);
        assert_eq!(event(KeyEventKind::Repeat), down);
        assert_eq!(event(KeyEventKind::Release), None);
    }

    #[test]
    fn the_mouse_is_told_by_the_cell() {
        let event = |kind| message(Event::Mouse(MouseEvent { kind, column: 7, row: 3, modifiers: KeyModifiers::NONE }));
        let mouse = |kind| Some(Msg::Mouse(Mouse { kind, column: 7, row: 3 }));
        assert_eq!(event(MouseEventKind::Down(MouseButton::Left)), mouse(MouseKind::Down));
        assert_eq!(event(MouseEventKind::ScrollDown), mouse(MouseKind::ScrollDown));
        assert_eq!(event(MouseEventKind::Down(MouseButton::Right)), None);
    }

    #[test]
    fn the_wheel_goes_sideways_with_shift_and_nearer_with_control() {
        let event = |kind, modifiers| match message(Event::Mouse(MouseEvent { kind, column: 0, row: 0, modifiers })) {
            Some(Msg::Mouse(mouse)) => Some(mouse.kind),
            _ => None,
        };
        let (up, down) = (MouseEventKind::ScrollUp, MouseEventKind::ScrollDown);
        assert_eq!(event(up, KeyModifiers::SHIFT), Some(MouseKind::ScrollLeft));
        assert_eq!(event(MouseEventKind::ScrollRight, KeyModifiers::NONE), Some(MouseKind::ScrollRight));
        assert_eq!(event(down, KeyModifiers::CONTROL), Some(MouseKind::ZoomOut));
    }

    #[test]
    fn two_presses_in_one_cell_soon_after_each_other_are_one_press_twice() {
        let start = Instant::now();
        let mut presses = Presses::default();
        let mut press = |column, after| {
            let down = Msg::Mouse(Mouse { kind: MouseKind::Down, column, row: 3 });
            match presses.told(down, start + Duration::from_millis(after)) {
                Msg::Mouse(mouse) => mouse.kind,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!([press(7, 0), press(7, 300)], [MouseKind::Down, MouseKind::Again]);
        assert_eq!(press(7, 500), MouseKind::Down, "a third press begins anew");
        assert_eq!([press(8, 600), press(8, 1_100)], [MouseKind::Down; 2], "another cell, then too late");
    }

    #[test]
    fn what_is_pasted_cannot_press_keys() {
        let paste = |text: &str| message(Event::Paste(text.to_owned()));
        assert_eq!(paste("Head of\r\nnursing\n"), Some(Msg::Paste("Head of\nnursing".into())));
        assert_eq!(paste("\u{1b}[31mred\u{7}\u{9b}"), Some(Msg::Paste("[31mred".into())));
    }
}
