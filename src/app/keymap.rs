//! From keys pressed to actions, one key or several in a row.

use super::action::Action;
use super::key::Key;
use super::table::{Place, ROWS};

/// What keys pressed one after the other mean at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// This action.
    Does(Action),
    /// Nothing yet; more keys may follow.
    Begins,
    /// Nothing.
    Nothing,
}

/// What `pressed` means at `place`.
#[must_use]
pub fn meaning(place: Place, pressed: &[Key]) -> Meaning {
    let mut begins = false;
    for row in ROWS {
        for text in row.keys_at(place) {
            let keys = keys_of(text);
            if keys == pressed {
                return Meaning::Does(row.action);
            }
            begins |= keys.starts_with(pressed);
        }
    }
    if begins { Meaning::Begins } else { Meaning::Nothing }
}

/// What may follow `pressed` at `place`: the keys still to be pressed, as text, and what they do.
#[must_use]
pub fn continuations(place: Place, pressed: &[Key]) -> Vec<(String, Action)> {
    let mut found = Vec::new();
    for row in ROWS {
        for keys in row.keys_at(place).map(keys_of) {
            if keys.len() > pressed.len() && keys.starts_with(pressed) {
                let rest: Vec<String> = keys[pressed.len()..].iter().map(ToString::to_string).collect();
                found.push((rest.join(" "), row.action));
            }
        }
    }
    found
}

/// The key to show for an action at a place, as people read it: `t`, `Ctrl-R`, `gg`.
#[must_use]
pub fn shown(action: Action, place: Place) -> Option<String> {
    let row = ROWS.iter().find(|row| row.action == action)?;
    row.keys_at(place).next().map(spoken)
}

/// A key of the table as people read it: `Ctrl-R`, `Enter`, `gg`.
#[must_use]
pub fn spoken(text: &str) -> String {
    keys_of(text).into_iter().map(spoken_key).collect()
}

fn spoken_key(key: Key) -> String {
    let text = key.to_string();
    if text.chars().count() == 1 {
        return text;
    }
    let capital = |part: &str| {
        let mut characters = part.chars();
        let first = characters.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().chain(characters).collect::<String>()
    };
    match text.as_str() {
        "pageup" => "PgUp".to_owned(),
        "pagedown" => "PgDn".to_owned(),
        "backtab" => "Shift-Tab".to_owned(),
        _ => text.split('+').map(capital).collect::<Vec<_>>().join("-"),
    }
}

fn keys_of(text: &str) -> Vec<Key> {
    Key::parse_all(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Meaning, meaning, spoken};
    use crate::app::Key;
    use crate::app::action::Action;
    use crate::app::table::Place;

    fn keys(text: &str) -> Vec<Key> {
        Key::parse_all(text).expect("keys")
    }

    #[test]
    fn keys_mean_what_the_table_says_where_it_says() {
        assert_eq!(meaning(Place::Map, &keys("j")), Meaning::Does(Action::Down));
        assert_eq!(meaning(Place::Map, &keys("g")), Meaning::Begins);
        assert_eq!(meaning(Place::Map, &keys("gg")), Meaning::Does(Action::First));
        assert_eq!(meaning(Place::Map, &keys("gz")), Meaning::Nothing);
        assert_eq!(meaning(Place::Typing, &keys("j")), Meaning::Nothing);
        assert_eq!(meaning(Place::Layer, &keys("q")), Meaning::Does(Action::Leave));
    }

    #[test]
    fn keys_are_spoken_as_people_know_them() {
        let said: Vec<String> = ["<ctrl+r>", "<pagedown>", "gg", "<enter>", "?", "<f1>"].map(spoken).into();
        assert_eq!(said, ["Ctrl-R", "PgDn", "gg", "Enter", "?", "F1"]);
    }
}
