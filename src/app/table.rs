//! THE table of actions. Key handling, help (`?`), the palette (`:`), the hints at the bottom and the README are read
//! from it; a key stands nowhere else.

use super::App;
use super::action::{self, Action, Availability, Category};
use super::screen::Screen;

/// Where a key has its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// On the map screen.
    Map,
    /// On the routes screen.
    Routes,
    /// On the training screen.
    Training,
    /// In a layer without a text field.
    Layer,
    /// In a layer with a text field; characters are typed there.
    Typing,
}

impl Place {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Map, Self::Routes, Self::Training, Self::Layer, Self::Typing];
}

const MAP: &[Place] = &[Place::Map];
const ROUTES: &[Place] = &[Place::Routes];
const TRAINING: &[Place] = &[Place::Training];
const SCREENS: &[Place] = &[Place::Map, Place::Routes, Place::Training];
const CALM: &[Place] = &[Place::Map, Place::Routes, Place::Training, Place::Layer];
const LAYER: &[Place] = &[Place::Layer];
const TYPING: &[Place] = &[Place::Typing];
const EVERYWHERE: &[Place] = &Place::ALL;

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

use Category::{Move, Program, Question, Screen as OnScreen, Show};

/// The table. Its order is the order of help and palette.
pub const ROWS: &[Row] = &[
    row(
        Action::SetTarget,
        (
            "target",
            "Make this role my target",
            "The role selected on the map, or one you find by name, is the one you want.",
        ),
        Question,
        &[(SCREENS, &["t"])],
    )
    .hint(SCREENS, "target")
    .when(action::with_role),
    row(
        Action::SetMe,
        (
            "me",
            "This is my role",
            "The role selected on the map, or one you find by name, is the one you hold; asks for how many years.",
        ),
        Question,
        &[(SCREENS, &["s"])],
    )
    .hint(MAP, "me")
    .when(action::with_role),
    row(
        Action::ChoosePerson,
        ("person", "Choose a person", "Pick one of the ready-made people that come with the pack."),
        Question,
        &[(SCREENS, &["w"])],
    )
    .hint(SCREENS, "who")
    .when(action::with_people),
    row(
        Action::NextRuleset,
        ("rules", "Next rules", "Goes round today's rules, as advised, under the review; says what that changes."),
        Question,
        &[(SCREENS, &["p"])],
    )
    .hint(SCREENS, "rules"),
    row(
        Action::Exceptional,
        (
            "exceptional",
            "With exceptional moves",
            "Also moves that somebody made but nobody should count on; they are marked.",
        ),
        Question,
        &[(SCREENS, &["x"])],
    )
    .hint(ROUTES, "exceptional"),
    row(
        Action::Undo,
        ("undo", "Undo", "Takes back the last change of person, target, rules, hours or moves."),
        Question,
        &[(SCREENS, &["u"])],
    )
    .hint(SCREENS, "undo")
    .when(action::with_past),
    row(Action::Redo, ("redo", "Redo", "Does again what was undone."), Question, &[(SCREENS, &["<ctrl+r>"])])
        .when(action::with_undone),
    row(
        Action::StudyMore,
        ("study-more", "More study a week", "One more hour of study a week."),
        OnScreen,
        &[(ROUTES, &["+", "="])],
    )
    .hint(ROUTES, "more")
    .when(action::with_me),
    row(
        Action::StudyLess,
        ("study-less", "Less study a week", "One hour of study a week less."),
        OnScreen,
        &[(ROUTES, &["-"])],
    )
    .hint(ROUTES, "less study")
    .when(action::with_me),
    row(
        Action::Mark,
        ("mark", "Mark this way", "Marks the selected way to compare it, or unmarks it; three at the most."),
        OnScreen,
        &[(ROUTES, &["<space>"])],
    )
    .when(action::with_several),
    row(
        Action::Compare,
        (
            "compare",
            "Compare ways",
            "The marked ways, or the selected one and the first other, side by side: where they part and meet again.",
        ),
        OnScreen,
        &[(ROUTES, &["c"])],
    )
    .hint(ROUTES, "compare")
    .when(action::with_several),
    row(
        Action::CopyRoute,
        ("copy-route", "Copy the route", "Hands the chosen route, in words, to the terminal's clipboard."),
        OnScreen,
        &[(ROUTES, &["y"])],
    )
    .when(action::with_route),
    row(
        Action::FilterStatus,
        (
            "filter-status",
            "Filter by status",
            "Only training that can be started now, that is running, proposed, and so on round.",
        ),
        OnScreen,
        &[(TRAINING, &["f"])],
    )
    .hint(TRAINING, "status"),
    row(
        Action::FilterKind,
        ("filter-kind", "Filter by kind", "Only programmes, only qualifications, and so on round."),
        OnScreen,
        &[(TRAINING, &["v"])],
    )
    .hint(TRAINING, "kind"),
    row(
        Action::Order,
        ("order", "Change the order", "Training useful to you first, most asked for first, or by title."),
        OnScreen,
        &[(TRAINING, &["o"])],
    )
    .hint(TRAINING, "order"),
    row(
        Action::ZoomIn,
        (
            "zoom-in",
            "Nearer",
            "Shows more about fewer roles: families, the whole map, boxes, boxes with pay and posts.",
        ),
        OnScreen,
        &[(MAP, &["+", "="])],
    )
    .hint(MAP, "nearer"),
    row(
        Action::ZoomOut,
        ("zoom-out", "Farther", "Shows less about more roles, up to families and levels with their numbers."),
        OnScreen,
        &[(MAP, &["-"])],
    )
    .hint(MAP, "farther"),
    row(
        Action::Between,
        (
            "between",
            "Training and posts",
            "Goes round what stands before the role's box: nothing, the training it asks for, its posts, both.",
        ),
        OnScreen,
        &[(MAP, &["b"])],
    ),
    row(
        Action::Legend,
        ("legend", "Legend", "Explains every sign of the map, as it is drawn in this terminal."),
        OnScreen,
        &[(MAP, &["L"])],
    ),
    row(
        Action::Fold,
        ("fold", "Fold this lane", "On the whole map, folds the lane of the selected role to one row, or opens it."),
        OnScreen,
        &[(MAP, &["z"])],
    ),
    row(
        Action::FoldOthers,
        ("fold-others", "Fold the other lanes", "On the whole map, folds all lanes but this one, or opens all."),
        OnScreen,
        &[(MAP, &["Z"])],
    ),
    row(
        Action::GoToMe,
        ("go-me", "Go to my role", "Selects the role you hold on the map."),
        OnScreen,
        &[(SCREENS, &["gm"])],
    )
    .when(action::with_me),
    row(
        Action::GoToTarget,
        ("go-target", "Go to my target", "Selects the role you want on the map."),
        OnScreen,
        &[(SCREENS, &["gt"])],
    )
    .when(action::with_target),
    row(
        Action::Find,
        ("find", "Find", "Finds a role or training by name; a misspelt one will do."),
        Show,
        &[(SCREENS, &["/"])],
    ),
    row(
        Action::Help,
        ("help", "Help", "Everything that can be done here, with its keys."),
        Show,
        &[(CALM, &["?", "<f1>"])],
    ),
    row(Action::Palette, ("palette", "All actions", "Every action by name."), Show, &[(SCREENS, &[":", "<alt+x>"])])
        .hint(SCREENS, "all actions"),
    row(Action::Show(Screen::Map), ("map", "Map", "The map of roles."), Show, &[(CALM, &["1"])]),
    row(
        Action::Show(Screen::Routes),
        ("routes", "Routes", "The routes from you to your target."),
        Show,
        &[(CALM, &["2"])],
    ),
    row(Action::Show(Screen::Training), ("training", "Training", "All training."), Show, &[(CALM, &["4"])]),
    row(Action::Open, ("open", "Open", "Opens what is selected."), Move, &[(EVERYWHERE, &["<enter>"])])
        .hint(EVERYWHERE, "open"),
    row(Action::Back, ("back", "Back", "Back one level."), Move, &[(EVERYWHERE, &["<esc>", "<ctrl+g>"])])
        .hint(&[Place::Layer, Place::Typing], "back"),
    row(
        Action::Leave,
        ("leave", "Leave", "Closes what is open; before anybody has been chosen, leaves the program."),
        Move,
        &[(LAYER, &["q"])],
    ),
    row(Action::NextPane, ("next-pane", "Next pane", "To the next pane."), Move, &[(SCREENS, &["<tab>"])])
        .hint(SCREENS, "pane"),
    row(
        Action::PreviousPane,
        ("previous-pane", "Previous pane", "To the pane before."),
        Move,
        &[(SCREENS, &["<backtab>"])],
    ),
    row(
        Action::Up,
        ("up", "Up", "Up; on the map, to the role above."),
        Move,
        &[(CALM, &["<up>", "k", "<ctrl+p>"]), (TYPING, &["<up>", "<ctrl+p>"])],
    ),
    row(
        Action::Down,
        ("down", "Down", "Down; on the map, to the role below."),
        Move,
        &[(CALM, &["<down>", "j", "<ctrl+n>"]), (TYPING, &["<down>", "<ctrl+n>"])],
    ),
    row(
        Action::Left,
        ("left", "Left", "On the map, to where one comes from; elsewhere, to the left pane."),
        Move,
        &[(CALM, &["<left>", "h", "<ctrl+b>"])],
    ),
    row(
        Action::Right,
        ("right", "Right", "On the map, to where this role leads; elsewhere, to the right pane."),
        Move,
        &[(CALM, &["<right>", "l", "<ctrl+f>"])],
    ),
    row(
        Action::Retrace,
        ("retrace", "Where I have been", "On the map, back to the role that was selected before."),
        Move,
        &[(MAP, &["[", "<backspace>"])],
    ),
    row(
        Action::Advance,
        ("advance", "Forward again", "On the map, forward to where you came back from."),
        Move,
        &[(MAP, &["]"])],
    ),
    row(Action::First, ("first", "First", "To the first."), Move, &[(CALM, &["<home>", "gg", "<ctrl+a>"])]),
    row(Action::Last, ("last", "Last", "To the last."), Move, &[(CALM, &["<end>", "G", "<ctrl+e>"])]),
    row(
        Action::PageUp,
        ("page-up", "Page up", "A page up."),
        Move,
        &[(CALM, &["<pageup>", "<ctrl+u>", "<alt+v>"]), (TYPING, &["<pageup>"])],
    ),
    row(
        Action::PageDown,
        ("page-down", "Page down", "A page down."),
        Move,
        &[(CALM, &["<pagedown>", "<ctrl+d>", "<ctrl+v>"]), (TYPING, &["<pagedown>"])],
    )
    .hint(LAYER, "scroll"),
    row(
        Action::Suspend,
        ("suspend", "Suspend", "Stops the program until the shell brings it back."),
        Program,
        &[(EVERYWHERE, &["<ctrl+z>"])],
    ),
    row(
        Action::Quit,
        ("quit", "Quit", "Leaves the program."),
        Program,
        &[(SCREENS, &["q"]), (EVERYWHERE, &["<ctrl+c>"])],
    )
    .hint(SCREENS, "quit"),
];

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
            for text in row.keys_at(Place::Typing) {
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
