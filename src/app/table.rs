//! THE table of actions. Key handling, help (`?`), the palette (`:`), the hints at the bottom and the README are read
//! from it; a key stands nowhere else.

mod appraisal;
mod export;
mod people;
mod places;
mod plan;
mod profile;
mod rows;
mod workshop;

pub use rows::ROWS;

use super::App;
use super::action::{self, Action, Availability, Category};

/// Where a key has its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// On the map screen.
    Map,
    /// On the routes screen.
    Routes,
    /// On the list of plans.
    Plans,
    /// In the chosen plan.
    Plan,
    /// On the training screen.
    Training,
    /// On the posts screen.
    Posts,
    /// On the posts screen while the map of England has the keys.
    England,
    /// On the workshop's screen.
    Workshop,
    /// While a step of a deck is shown.
    Showing,
    /// On the appraisal screen.
    Appraisal,
    /// On the sheet where a competency is rated; digits are points of the scale there.
    Rating,
    /// In text of several lines; every key that is no action writes or moves there.
    Writing,
    /// On the map while its roles have labels; letters are typed there.
    Jump,
    /// In a layer without a text field.
    Layer,
    /// In the list of people.
    People,
    /// In the layer that says what is to be seen of the map.
    Filter,
    /// In the layer of levers of a post.
    Levers,
    /// In the layer that exports; characters are typed there.
    Export,
    /// On the sheet of the profile.
    Profile,
    /// In the list of warnings.
    Warnings,
    /// In a form of several fields; characters are typed there.
    Form,
    /// In a layer with a text field; characters are typed there.
    Typing,
}

impl Place {
    /// All of them.
    pub const ALL: [Self; 22] = [
        Self::Map,
        Self::Routes,
        Self::Plans,
        Self::Plan,
        Self::Training,
        Self::Posts,
        Self::England,
        Self::Workshop,
        Self::Showing,
        Self::Appraisal,
        Self::Rating,
        Self::Writing,
        Self::Jump,
        Self::Layer,
        Self::People,
        Self::Filter,
        Self::Levers,
        Self::Export,
        Self::Profile,
        Self::Warnings,
        Self::Form,
        Self::Typing,
    ];
}

/// Keys and where they do it. A key is written as [`super::Key::parse_all`] reads it; several in a row are pressed one
/// after the other.
pub type Keys = (&'static [Place], &'static [&'static str]);

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// What is done.
    pub action: Action,
    /// Its name in files and documents.
    pub id: &'static str,
    /// Its name on the screen.
    pub title: &'static str,
    /// What it does, in a sentence.
    pub help: &'static str,
    /// What sort of thing it is.
    pub category: Category,
    /// Its keys. The first one of a place is the one that is shown.
    pub keys: &'static [Keys],
    /// A word for the hints at the bottom, on the screens where it matters most.
    pub hint: Option<(&'static [Place], &'static str)>,
    /// Whether it can be done now.
    pub available: fn(&App) -> Availability,
}

const fn row(
    action: Action,
    names: (&'static str, &'static str, &'static str),
    category: Category,
    keys: &'static [Keys],
) -> Row {
    Row { action, id: names.0, title: names.1, help: names.2, category, keys, hint: None, available: action::always }
}

impl Row {
    const fn hint(self, places: &'static [Place], word: &'static str) -> Self {
        Self { hint: Some((places, word)), ..self }
    }

    const fn when(self, available: fn(&App) -> Availability) -> Self {
        Self { available, ..self }
    }

    /// The keys that do it at a place.
    pub fn keys_at(&self, place: Place) -> impl Iterator<Item = &'static str> + '_ {
        self.keys.iter().filter(move |(places, _)| places.contains(&place)).flat_map(|(_, keys)| keys.iter().copied())
    }

    /// All its keys, each once, in the order of the table.
    #[must_use]
    pub fn all_keys(&self) -> Vec<&'static str> {
        let mut keys = Vec::new();
        for key in self.keys.iter().flat_map(|(_, keys)| keys.iter().copied()) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }
}

/// The row of an action.
#[must_use]
pub fn row_of(action: Action) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.action == action)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Place, ROWS};
    use crate::app::Key;

    #[test]
    fn no_two_actions_share_a_key_at_a_place() {
        for place in Place::ALL {
            let mut taken: BTreeMap<Vec<Key>, &str> = BTreeMap::new();
            for row in ROWS {
                for text in row.keys_at(place) {
                    let keys = Key::parse_all(text).expect("a key of the table is a key");
                    for (other, id) in &taken {
                        let clash = other.starts_with(&keys) || keys.starts_with(other);
                        assert!(!clash, "{place:?}: `{text}` of {} is in the way of {id}", row.id);
                    }
                    taken.insert(keys, row.id);
                }
            }
        }
    }

    #[test]
    fn while_typing_no_plain_character_is_an_action() {
        for row in ROWS {
            let typing = [Place::Typing, Place::Jump, Place::Form, Place::Export, Place::Writing];
            for text in typing.into_iter().flat_map(|place| row.keys_at(place)) {
                let keys = Key::parse_all(text).expect("a key");
                assert!(keys.iter().all(|key| key.typed().is_none()), "{} is typed", row.id);
            }
        }
    }

    #[test]
    fn names_are_unique_and_every_action_says_what_it_does() {
        for (at, row) in ROWS.iter().enumerate() {
            assert!(!ROWS[..at].iter().any(|other| other.id == row.id || other.action == row.action), "{}", row.id);
            assert!(row.help.ends_with('.') && !row.title.is_empty() && !row.keys.is_empty(), "{}", row.id);
        }
    }
}
