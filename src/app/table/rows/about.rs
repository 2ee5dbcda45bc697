//! The rows of finding and showing, of getting about and of the program itself.

use super::{
    CALM, EVERYWHERE, FORM, LAYER, LAYERS, MAP, NOT_FILTER, NOT_POSTS, NUMBERED, OPENING, POSTS, SCREENS, SHOWING,
    TYPING, TYPING_OR_FORM,
};
use crate::app::action::Action;
use crate::app::action::Category::{Move, Program, Show};
use crate::app::screen::Screen;
use crate::app::table::places::TABBED;
use crate::app::table::{Place, Row, export, profile, row};

/// These rows.
pub(super) const ROWS: &[Row] = &[
    row(
        Action::Find,
        ("find", "Find", "Finds a role, training, organisation or post by name."),
        Show,
        &[(NOT_POSTS, &["/"]), (POSTS, &["gf"])],
    ),
    profile::WARNINGS_LIST,
    profile::PUT_AWAY,
    row(
        Action::Help,
        ("help", "Help", "Everything that can be done here, with its keys."),
        Show,
        &[(CALM, &["?", "<f1>"]), (SHOWING, &["?", "<f1>"])],
    ),
    export::EXPORT_THIS,
    row(
        Action::Palette,
        ("palette", "All actions", "Every action by name."),
        Show,
        &[(SCREENS, &[":", "<alt+x>"]), (SHOWING, &[":", "<alt+x>"])],
    )
    .hint(SCREENS, "all actions"),
    row(Action::Show(Screen::Map), ("map", "Map", "The map of roles."), Show, &[(NUMBERED, &["1"])]),
    row(
        Action::Show(Screen::Routes),
        ("routes", "Routes", "The routes from you to your target."),
        Show,
        &[(NUMBERED, &["2"])],
    ),
    row(
        Action::Show(Screen::Plan),
        ("plan", "Plan", "Your plans: what is done, what comes next."),
        Show,
        &[(NUMBERED, &["3"])],
    ),
    row(Action::Show(Screen::Training), ("training", "Training", "All training."), Show, &[(NUMBERED, &["4"])]),
    row(
        Action::Show(Screen::Posts),
        (
            "posts",
            "Posts",
            "Vacancies, those in challenged organisations first: what they offer, whether they are open to you.",
        ),
        Show,
        &[(NUMBERED, &["5"])],
    ),
    row(
        Action::Show(Screen::Appraisal),
        (
            "appraisal",
            "Appraisal",
            "Rate yourself against the Framework, see how far it is to what your target expects, note what and how.",
        ),
        Show,
        &[(NUMBERED, &["6"])],
    ),
    row(
        Action::Show(Screen::Workshop),
        ("workshop", "Workshop", "Decks to show to a room; from a stroll, back to the step that is shown."),
        Show,
        &[(NUMBERED, &["8"])],
    ),
    row(Action::Open, ("open", "Open", "Opens what is selected."), Move, &[(OPENING, &["<enter>"])])
        .hint(NOT_FILTER, "open"),
    row(Action::Back, ("back", "Back", "Back one level."), Move, &[(EVERYWHERE, &["<esc>", "<ctrl+g>"])]).hint(
        &[
            Place::Jump,
            Place::Layer,
            Place::People,
            Place::Levers,
            Place::Filter,
            Place::Profile,
            Place::Warnings,
            Place::Form,
            Place::Export,
            Place::Typing,
            Place::Rating,
            Place::Writing,
        ],
        "back",
    ),
    row(
        Action::Leave,
        ("leave", "Leave", "Closes what is open; before anybody has been chosen, leaves the program."),
        Move,
        &[(LAYERS, &["q"])],
    ),
    row(Action::NextPane, ("next-pane", "Next pane", "To the next pane."), Move, &[(TABBED, &["<tab>"])])
        .hint(SCREENS, "pane"),
    row(
        Action::PreviousPane,
        ("previous-pane", "Previous pane", "To the pane before."),
        Move,
        &[(TABBED, &["<backtab>"])],
    ),
    row(
        Action::Up,
        ("up", "Up", "Up; on the map, to the role above."),
        Move,
        &[(CALM, &["<up>", "k", "<ctrl+p>"]), (TYPING_OR_FORM, &["<up>", "<ctrl+p>"]), (FORM, &["<backtab>"])],
    ),
    row(
        Action::Down,
        ("down", "Down", "Down; on the map, to the role below."),
        Move,
        &[(CALM, &["<down>", "j", "<ctrl+n>"]), (TYPING_OR_FORM, &["<down>", "<ctrl+n>"]), (FORM, &["<tab>"])],
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
        &[(MAP, &["[", "<backspace>", "<alt+left>"])],
    ),
    row(
        Action::Advance,
        ("advance", "Forward again", "On the map, forward to where you came back from."),
        Move,
        &[(MAP, &["]", "<alt+right>"])],
    ),
    row(
        Action::Jump,
        ("jump", "Jump to a label", "Puts letters on every role in the window; type them to select the role."),
        Move,
        &[(MAP, &[";", "gw"])],
    )
    .hint(MAP, "jump"),
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
    // Last, so that it is told at the bottom where there is room for it, and stands in nobody's way.
    profile::PROFILE_SHEET,
    profile::RECORD_WAIVER,
];
