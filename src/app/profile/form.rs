//! A form: a few fields of one thing, judged together. What is wrong is told beside its field, and nothing typed is lost.

use crate::app::field::Field;
use crate::app::key::{Key, KeyCode};
use crate::app::map::Handled;
use crate::domain::id::{RoleId, TrainingId};

/// Whether something is added, or changed in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// It is new.
    New,
    /// It stands there already.
    At(usize),
}

/// What a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// What somebody is called.
    Label,
    /// Since when a role is held.
    Role(RoleId),
    /// Hours of study a week.
    Hours,
    /// The least pay.
    PayFloor,
    /// The most moves.
    MostMoves,
    /// A role held before.
    Before(Slot, RoleId),
    /// Something held.
    Held(Slot, TrainingId),
    /// Something held without dates, which may get some.
    Have(TrainingId),
    /// A waiver or an equivalence.
    Waiver(Slot, TrainingId),
}

/// What an entry holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// What is typed.
    Typed(Field),
    /// One of a few.
    Chosen {
        /// Among what.
        among: &'static [&'static str],
        /// Which of them, from 0.
        at: usize,
    },
}

/// A field with its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What stands before it.
    pub label: &'static str,
    /// What may be typed there, told below the form.
    pub hint: &'static str,
    /// What is in it.
    pub value: Value,
    /// What is wrong with it.
    pub fault: Option<String>,
}

impl Entry {
    /// A field with something typed already.
    #[must_use]
    pub fn typed(label: &'static str, text: String, hint: &'static str) -> Self {
        Self { label, hint, value: Value::Typed(Field::with(text)), fault: None }
    }

    /// A choice of a few.
    #[must_use]
    pub const fn chosen(label: &'static str, among: &'static [&'static str], at: usize, hint: &'static str) -> Self {
        Self { label, hint, value: Value::Chosen { among, at }, fault: None }
    }

    /// What is typed, without spaces around it; nothing of a choice.
    #[must_use]
    pub fn text(&self) -> &str {
        match &self.value {
            Value::Typed(field) => field.text().trim(),
            Value::Chosen { .. } => "",
        }
    }

    /// Which of a few is chosen.
    #[must_use]
    pub const fn choice(&self) -> usize {
        match &self.value {
            Value::Typed(_) => 0,
            Value::Chosen { at, .. } => *at,
        }
    }
}

/// A form.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// What it is about.
    pub about: About,
    /// Its fields.
    pub entries: Vec<Entry>,
    /// The field that has the keys, from 0.
    pub at: usize,
}

/// What is wrong, and with which field.
pub type Fault = (usize, String);

impl Form {
    /// A form about something.
    #[must_use]
    pub const fn new(about: About, entries: Vec<Entry>) -> Self {
        Self { about, entries, at: 0 }
    }

    /// The text of a field.
    #[must_use]
    pub fn text(&self, entry: usize) -> &str {
        self.entries.get(entry).map_or("", Entry::text)
    }

    /// The choice in a field.
    #[must_use]
    pub fn choice(&self, entry: usize) -> usize {
        self.entries.get(entry).map_or(0, Entry::choice)
    }

    /// The text field that has the keys.
    pub const fn field(&mut self) -> Option<&mut Field> {
        match self.entries.as_mut_slice().split_at_mut(self.at).1 {
            [Entry { value: Value::Typed(field), .. }, ..] => Some(field),
            _ => None,
        }
    }

    /// Does what a key does in the field that has the keys.
    pub fn press(&mut self, key: Key) -> Handled {
        let Some(entry) = self.entries.get_mut(self.at) else { return Handled::No };
        let handled = match &mut entry.value {
            Value::Typed(field) => field.press(key),
            Value::Chosen { among, at } => match key.code {
                KeyCode::Left => {
                    *at = (*at + among.len() - 1) % among.len();
                    Handled::Yes
                }
                KeyCode::Right | KeyCode::Char(' ') => {
                    *at = (*at + 1) % among.len();
                    Handled::Yes
                }
                _ => Handled::No,
            },
        };
        if handled == Handled::Yes {
            entry.fault = None;
        }
        handled
    }

    /// Notes what is wrong and goes to the first field of it.
    pub fn blame(&mut self, faults: Vec<Fault>) {
        if let Some(first) = faults.iter().map(|(at, _)| *at).min() {
            self.at = first;
        }
        for (at, words) in faults {
            if let Some(entry) = self.entries.get_mut(at) {
                entry.fault = Some(words);
            }
        }
    }
}
