//! A line of text that is being typed.

use tui_input::{Input, InputRequest};

use super::key::{Key, KeyCode};
use super::map::Handled;

/// Whose the text in a field is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Wording {
    /// Typed, or taken over by a key that moves or deletes.
    #[default]
    Own,
    /// Offered: what is typed first takes its place.
    Offered,
}

/// What has been typed, and where the cursor is.
#[derive(Debug, Clone, Default)]
pub struct Field {
    input: Input,
    wording: Wording,
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text() && self.input.cursor() == other.input.cursor() && self.wording == other.wording
    }
}

impl Field {
    /// A field with text in it and the cursor at its end.
    #[must_use]
    pub fn with(text: String) -> Self {
        Self { input: Input::new(text), wording: Wording::Own }
    }

    /// A field with text that is a proposal: Enter takes it, the first letter typed replaces it.
    #[must_use]
    pub fn offering(text: String) -> Self {
        Self { wording: Wording::Offered, ..Self::with(text) }
    }

    /// Whose the text is.
    #[must_use]
    pub const fn wording(&self) -> Wording {
        self.wording
    }

    /// What has been typed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The column of the cursor.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.input.visual_cursor()
    }

    /// Types text on one line, control characters left out.
    pub fn paste(&mut self, text: &str) {
        self.clear_offer();
        for c in text.replace('\n', " ").chars().filter(|c| !c.is_control()) {
            self.input.handle(InputRequest::InsertChar(c));
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
        if let InputRequest::InsertChar(_) = request {
            self.clear_offer();
        }
        self.wording = Wording::Own;
        self.input.handle(request);
        Handled::Yes
    }

    /// An offered text gives way to what is typed.
    fn clear_offer(&mut self) {
        if std::mem::take(&mut self.wording) == Wording::Offered {
            self.input.reset();
        }
    }
}
