//! The rows of the workshop: showing a deck, counting hands, recording.

use super::places::{CALM, EVERYWHERE, SHOWING, WORKSHOP};
use super::{Place, Row, row};
use crate::app::action::Action;
use crate::app::action::Category::Screen as OnScreen;
use crate::app::workshop;

/// These rows.
pub(super) const ROWS: &[Row] = &[
    row(
        Action::NextStep,
        ("step-next", "Next step", "To the next step of the deck, as the clickers of presenters do."),
        OnScreen,
        &[(SHOWING, &["<right>", "<space>", "<pagedown>"])],
    )
    .hint(SHOWING, "next")
    .when(workshop::at_step),
    row(
        Action::PreviousStep,
        ("step-before", "Step before", "To the step before."),
        OnScreen,
        &[(SHOWING, &["<left>", "<backspace>", "<pageup>"])],
    )
    .hint(SHOWING, "back")
    .when(workshop::at_step),
    row(
        Action::FirstStep,
        ("step-first", "First step", "To the first step of the deck."),
        OnScreen,
        &[(SHOWING, &["<home>"])],
    )
    .when(workshop::at_step),
    row(
        Action::LastStep,
        ("step-last", "Last step", "To the last step of the deck."),
        OnScreen,
        &[(SHOWING, &["<end>"])],
    )
    .when(workshop::at_step),
    row(
        Action::CountHands,
        ("hands", "Count hands", "Asks for the hands of the room, answer by answer; the deck's log keeps them."),
        OnScreen,
        &[(SHOWING, &["c"])],
    )
    .hint(SHOWING, "count hands")
    .when(workshop::with_poll),
    row(
        Action::StepByItself,
        (
            "step-by-itself",
            "Step by itself",
            "Lets the deck go on to the next step by itself, and from the last one to the first; any key takes over.",
        ),
        OnScreen,
        &[(SHOWING, &["a"])],
    )
    .when(workshop::at_step),
    row(
        Action::Stroll,
        (
            "stroll",
            "Stroll",
            "Leaves the step for a stroll, in which every key does what it usually does. Any other key begins one too.",
        ),
        OnScreen,
        &[(SHOWING, &["<enter>"])],
    )
    .hint(SHOWING, "stroll")
    .when(workshop::at_step),
    row(
        Action::Curtain,
        ("blank", "Blank screen", "Blanks the screen while a step is shown; any key shows it again."),
        OnScreen,
        &[(SHOWING, &["b", "."])],
    )
    .hint(SHOWING, "blank")
    .when(workshop::at_step),
    row(
        Action::DeckNotes,
        ("deck-notes", "Presenter's notes", "Shows the notes and sources of the step on this screen, or hides them."),
        OnScreen,
        &[(SHOWING, &["n"])],
    )
    .hint(SHOWING, "notes")
    .when(workshop::at_step),
    row(
        Action::EndDeck,
        ("deck-end", "End the deck", "Ends the deck; what was there before it is there again."),
        OnScreen,
        &[(SHOWING, &["q"])],
    )
    .hint(SHOWING, "end")
    .when(workshop::at_step),
    row(
        Action::Play,
        ("play", "Play the deck", "Plays the selected deck from its first step; from a stroll, back to the step."),
        OnScreen,
        &[(EVERYWHERE, &["<f5>"])],
    )
    .hint(WORKSHOP, "play")
    .when(workshop::with_deck),
    row(
        Action::Record,
        (
            "record",
            "Record a deck",
            "Begins to record a deck; once more ends it, asks for its title and saves it among your own.",
        ),
        OnScreen,
        &[(CALM, &["gr"]), (WORKSHOP, &["R"])],
    )
    .hint(&[Place::Workshop], "record"),
    row(
        Action::KeepStep,
        ("record-step", "This is a step", "What is on the screen becomes the next step of the recording."),
        OnScreen,
        &[(CALM, &["gs"])],
    )
    .when(workshop::in_recording),
    row(
        Action::DropRecording,
        ("record-drop", "Throw the recording away", "Ends the recording without saving it."),
        OnScreen,
        &[(CALM, &["gx"])],
    )
    .when(workshop::in_recording),
];
