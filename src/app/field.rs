//! A line of text that is being typed.

use tui_input::{Input, InputRequest};

use super::key::{Key, KeyCode};
use super::map::Handled;

/// What has been typed, and where the cursor is.
#[derive(Debug, Clone, Default)]
pub struct Field(Input);

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text() && self.0.cursor() == other.0.cursor()
    }
}

impl Field {
    /// A field with text in it and the cursor at its end.
    #[must_use]
    pub fn with(text: String) -> Self {
        Self(Input::new(text))
    }

    /// What has been typed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.0.value()
    }

    /// The column of the cursor.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.0.visual_cursor()
    }

    /// Types text on one line, control characters left out.
    pub fn paste(&mut self, text: &str) {
        for c in text.replace('\n', " ").chars().filter(|c| !c.is_control()) {
            self.0.handle(InputRequest::InsertChar(c));
        }
    }

    /// Does what a key does to a line of text, if it does anything.
    pub fn press(&mut self, key: Key) -> Handled {
        let request = match (key.code, key.ctrl) {
            (KeyCode::Char('a'), true) | (KeyCode::Home, _) => InputRequest::GoToStart,
            (KeyCode::Char('e'), true) | (KeyCode::End, _) => InputRequest::GoToEnd,
            (KeyCode::Char('b'), true) | (KeyCode::Left, false) => InputRequest::GoToPrevChar,
            (KeyCode::Char('f'), true) | (KeyCode::Right, false) => InputRequest::GoToNextChar,
            (KeyCode::Char('w'), true) => InputRequest::DeletePrevWord,
            (KeyCode::Char('u'), true) => InputRequest::DeleteLine,
            (KeyCode::Char('k'), true) => InputRequest::DeleteTillEnd,
            (KeyCode::Char('h'), true) | (KeyCode::Backspace, _) => InputRequest::DeletePrevChar,
            (KeyCode::Char('d'), true) | (KeyCode::Delete, _) => InputRequest::DeleteNextChar,
            (KeyCode::Left, true) => InputRequest::GoToPrevWord,
            (KeyCode::Right, true) => InputRequest::GoToNextWord,
            _ => match key.typed().filter(|c| !c.is_control()) {
                Some(c) => InputRequest::InsertChar(c),
                None => return Handled::No,
            },
        };
        self.0.handle(request);
        Handled::Yes
    }
}
