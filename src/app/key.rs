//! Keys as the app knows them, whatever terminal they came from, and keys as text: `ctrl+u`, `tab`, `j`, or a whole
//! row of them, `jj<tab>/mat<enter>`.

use std::fmt;

/// What was pressed, apart from the keys held with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyCode {
    /// A character, upper case when shift made it so.
    Char(char),
    /// Enter or return.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
    /// The arrow left.
    Left,
    /// The arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, from 1.
    F(u8),
}

/// The names of the keys that are no character, as text has them.
const NAMES: [(&str, KeyCode); 18] = [
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backtab", KeyCode::BackTab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pageup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("space", KeyCode::Char(' ')),
    ("lt", KeyCode::Char('<')),
    ("plus", KeyCode::Char('+')),
];

/// A key with what was held down. Shift is told only for keys that are no character; `G` is the character `G`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The key.
    pub code: KeyCode,
    /// With control.
    pub ctrl: bool,
    /// With alt.
    pub alt: bool,
    /// With shift.
    pub shift: bool,
}

/// Text that names no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no key; write a character, or one of <enter>, <esc>, <tab>, <up>, <pagedown>, <f1>, <ctrl+u>, <lt>")]
pub struct KeyFault(pub String);

impl Key {
    /// The key alone.
    #[must_use]
    pub const fn new(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// The key of a character.
    #[must_use]
    pub const fn char(c: char) -> Self {
        Self::new(KeyCode::Char(c))
    }

    /// The same key with control held.
    #[must_use]
    pub const fn with_ctrl(self) -> Self {
        Self { ctrl: true, ..self }
    }

    /// The one way a key is written down: a character never with shift, control with the small letter, shift and tab
    /// as its own key. Terminals differ in this; every key goes through here.
    #[must_use]
    pub fn normal(self) -> Self {
        match self.code {
            KeyCode::Char(c) if self.ctrl => Self { code: KeyCode::Char(c.to_ascii_lowercase()), shift: false, ..self },
            KeyCode::Char(_) | KeyCode::BackTab => Self { shift: false, ..self },
            KeyCode::Tab if self.shift => Self { code: KeyCode::BackTab, shift: false, ..self },
            _ => self,
        }
    }

    /// The character this key types into a text field, if it does.
    #[must_use]
    pub const fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// Reads one key: `j`, `tab`, `<tab>`, `f5`, `ctrl+u`, `alt+left`.
    ///
    /// # Errors
    /// When the text names no key.
    pub fn parse(text: &str) -> Result<Self, KeyFault> {
        let fault = || KeyFault(text.to_owned());
        let bare = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or(text);
        let mut key = Self::new(KeyCode::Esc);
        let mut rest = bare;
        while let Some((held, more)) = rest.split_once('+').filter(|(_, more)| !more.is_empty()) {
            match held.to_ascii_lowercase().as_str() {
                "ctrl" => key.ctrl = true,
                "alt" => key.alt = true,
                "shift" => key.shift = true,
                _ => return Err(fault()),
            }
            rest = more;
        }
        key.code = code(rest).ok_or_else(fault)?;
        Ok(key.normal())
    }

    /// Reads a row of keys: characters stand for themselves, everything else in `<…>`; `<lt>` is the `<` itself.
    ///
    /// # Errors
    /// At the first `<…>` that names no key, or a `<` that is never closed.
    pub fn parse_all(text: &str) -> Result<Vec<Self>, KeyFault> {
        let mut keys = Vec::new();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let length =
                if c == '<' { rest.find('>').ok_or_else(|| KeyFault(rest.to_owned()))? + 1 } else { c.len_utf8() };
            keys.push(Self::parse(&rest[..length])?);
            rest = &rest[length..];
        }
        Ok(keys)
    }
}

fn code(text: &str) -> Option<KeyCode> {
    let mut characters = text.chars();
    if let (Some(c), None) = (characters.next(), characters.next()) {
        return Some(KeyCode::Char(c));
    }
    let small = text.to_ascii_lowercase();
    let function = || small.strip_prefix('f')?.parse().ok().filter(|n| (1..=24).contains(n)).map(KeyCode::F);
    NAMES.iter().find(|(name, _)| *name == small).map(|(_, code)| *code).or_else(function)
}

impl fmt::Display for Key {
    /// As [`Key::parse`] reads it back: `ctrl+u`, `pagedown`, `j`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = |held: bool, name: &'static str| if held { name } else { "" };
        let named = NAMES.iter().find(|(_, code)| *code == self.code).map_or("", |(name, _)| name);
        let code = match self.code {
            KeyCode::Char(c) if c != ' ' => c.to_string(),
            KeyCode::F(number) => format!("f{number}"),
            _ => named.to_owned(),
        };
        let [ctrl, alt, shift] = [held(self.ctrl, "ctrl+"), held(self.alt, "alt+"), held(self.shift, "shift+")];
        f.pad(&format!("{ctrl}{alt}{shift}{code}"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, KeyCode};

    fn key(text: &str) -> Key {
        Key::parse(text).unwrap_or_else(|fault| panic!("{fault}"))
    }

    #[test]
    fn a_key_is_read_and_written_the_same_way() {
        for text in ["j", "G", "ctrl+u", "tab", "backtab", "space", "f12", "alt+left", "ctrl+alt+x", "+", "-", "é", "<"]
        {
            assert_eq!(key(text).to_string(), text);
        }
        assert_eq!(key("<Enter>"), key("enter"));
        assert_eq!(key("ctrl+U"), key("ctrl+u"));
        assert_eq!(key("shift+tab").code, KeyCode::BackTab);
        assert_eq!(key("shift+g").code, KeyCode::Char('g'));
    }

    #[test]
    fn a_row_of_keys_is_read() {
        let keys = Key::parse_all("jj<tab>/m <lt><ctrl+u>").expect("keys");
        let texts: Vec<_> = keys.iter().map(ToString::to_string).collect();
        assert_eq!(texts, ["j", "j", "tab", "/", "m", "space", "<", "ctrl+u"]);
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for bad in ["", "nope", "meta+x", "f0", "f99"] {
            assert!(Key::parse(bad).is_err(), "{bad}");
        }
        assert!(Key::parse_all("j<tab").is_err());
        assert!(Key::parse_all("<nope>").is_err());
    }
}
