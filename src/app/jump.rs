//! Jumping: every role in view gets a label of one or two letters, and typing it selects the role.

use super::App;
use super::hit::{Cells, HitMap, Pane};
use super::key::{Key, KeyCode};
use crate::domain::id::RoleId;

/// The letters, those under the fingers at rest first.
const LETTERS: &[u8; 26] = b"asdfghjklqwertyuiopzxcvbnm";
/// How many of them lie under the fingers at rest.
const AT_REST: usize = 9;

/// The labels, and what of one has been typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Jump {
    labels: Vec<(String, RoleId)>,
    typed: String,
}

/// What a letter did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Typed {
    /// It was the last one of this role's label.
    To(RoleId),
    /// More must follow.
    Begins,
    /// No label goes on like that.
    Nothing,
}

impl Jump {
    /// Labels for the roles in view but the selected one: the nearer to it, the easier to type.
    #[must_use]
    pub fn new(hits: &HitMap, selected: Option<RoleId>) -> Self {
        let mut roles = hits.roles_on_map();
        let here = roles.iter().find(|(role, _)| Some(*role) == selected).map(|(_, cells)| middle(*cells));
        roles.retain(|(role, _)| Some(*role) != selected);
        // The sort is stable: of the same distance, the upper one on the left comes first.
        roles.sort_by_key(|(_, cells)| here.map(|here| distance(here, middle(*cells))));
        let labels = labels(roles.len()).into_iter().zip(roles).map(|(label, (role, _))| (label, role)).collect();
        Self { labels, typed: String::new() }
    }

    /// The labels that can still be meant, what is left to type of each, and their roles.
    pub fn open(&self) -> impl Iterator<Item = (&str, RoleId)> {
        self.labels.iter().filter_map(|(label, role)| Some((label.strip_prefix(self.typed.as_str())?, *role)))
    }

    /// All labels with their roles, the easiest to type first.
    #[must_use]
    pub fn labels(&self) -> &[(String, RoleId)] {
        &self.labels
    }

    /// What has been typed of a label.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    fn letter(&mut self, letter: char) -> Typed {
        self.typed.extend(letter.to_lowercase());
        let first = self.open().next().map(|(rest, role)| (rest.is_empty(), role));
        match first {
            Some((true, role)) => Typed::To(role),
            Some((false, _)) => Typed::Begins,
            None => {
                self.typed.pop();
                Typed::Nothing
            }
        }
    }
}

/// So many labels, none of which begins another: single letters as long as the resting fingers will do, else pairs.
fn labels(count: usize) -> Vec<String> {
    let letter = |at: usize| char::from(LETTERS[at]);
    if count <= AT_REST {
        return (0..count).map(|at| letter(at).to_string()).collect();
    }
    let used = (AT_REST..LETTERS.len()).find(|used| used * used >= count).unwrap_or(LETTERS.len());
    let pairs = (0..used).flat_map(|first| (0..used).map(move |second| (first, second)));
    pairs.take(count).map(|(first, second)| format!("{}{}", letter(first), letter(second))).collect()
}

/// The middle of some cells, in half columns and half rows.
fn middle(cells: Cells) -> (i32, i32) {
    let along = |from: u16, length: u16| i32::from(from) * 2 + i32::from(length);
    (along(cells.x, cells.width), along(cells.y, cells.height))
}

/// A row is about as high as two columns are wide.
const fn distance(here: (i32, i32), there: (i32, i32)) -> i32 {
    (here.0 - there.0).abs() + 2 * (here.1 - there.1).abs()
}

impl App {
    /// The jump that is going on.
    #[must_use]
    pub const fn jump(&self) -> Option<&Jump> {
        self.jump.as_ref()
    }

    /// Labels every role that is seen.
    pub(super) fn begin_jump(&mut self) {
        let jump = Jump::new(&self.hits, self.map.selected());
        if jump.labels.is_empty() {
            self.notice = Some("There is no other role in the window to jump to".to_owned());
        } else {
            self.focus_on(Pane::Map);
            self.jump = Some(jump);
        }
    }

    /// A key pressed while there are labels.
    pub(super) fn type_label(&mut self, key: Key) {
        let Some(jump) = &mut self.jump else { return };
        if key.code == KeyCode::Backspace {
            jump.typed.pop();
            return;
        }
        match key.typed().map(|letter| (letter, jump.letter(letter))) {
            Some((_, Typed::To(role))) => self.go_to(Some(role)),
            Some((_, Typed::Begins)) => {}
            Some((letter, Typed::Nothing)) if jump.typed.is_empty() => {
                self.notice = Some(format!("No label begins with {letter}; Esc leaves"));
            }
            Some((letter, Typed::Nothing)) => {
                self.notice = Some(format!("No label is {}{letter}; Esc leaves", jump.typed));
            }
            None => self.notice = Some("Type the letters on a role to select it; Esc leaves".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::labels;

    #[test]
    fn no_label_begins_another_however_many_there_are() {
        for count in [0, 1, 9, 10, 27, 81, 82, 130, 676] {
            let labels = labels(count);
            assert_eq!(labels.len(), count);
            for (at, label) in labels.iter().enumerate() {
                assert!(!labels[..at].iter().any(|other| other.starts_with(label) || label.starts_with(other)));
            }
        }
        assert_eq!(labels(1_000).len(), 676, "those far away go without");
    }

    #[test]
    fn few_roles_take_one_letter_and_many_two_under_the_resting_fingers() {
        assert_eq!(labels(3), ["a", "s", "d"]);
        assert_eq!(labels(10)[..2], ["aa", "as"]);
        assert!(labels(81).iter().flat_map(|label| label.chars()).all(|letter| "asdfghjkl".contains(letter)));
    }
}
