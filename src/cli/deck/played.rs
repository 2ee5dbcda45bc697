//! A deck played from beginning to end without a terminal: what each step said and showed.

use std::sync::Arc;

use jiff::civil::Date;

use crate::app::{Env, Msg, Screen, Start};
use crate::cli::sitting::Sitting;
use crate::domain::Pack;
use crate::domain::deck::{Deck, Step, Wording};
use crate::domain::words;
use crate::ui::{Depth, GlyphSet, Look, Theme};

/// Columns and rows of the window that decks are drawn in.
const SIZE: (u16, u16) = (120, 36);
/// On paper, dark letters on light ground.
const THEME: Theme = Theme::Light;

/// What came of a step.
pub struct Played {
    /// What the room read.
    pub words: Vec<String>,
    /// What whoever presents may say besides.
    pub notes: Vec<String>,
    /// What the room was asked.
    pub poll: Option<(String, [String; 3])>,
    /// What was shown, in words.
    pub says: String,
    /// What was shown, as SVG.
    pub svg: String,
    /// What the route that was shown takes for granted.
    pub assumed: Vec<String>,
    /// What could not be shown or filled in.
    pub missed: Vec<String>,
}

/// Plays a deck on a day.
pub fn play(pack: &Arc<Pack>, deck: &Deck, today: Date) -> Vec<Played> {
    let look = Look::new(THEME, Depth::True, GlyphSet::Unicode);
    let mut sitting = Sitting::new(
        pack,
        Start { today, ..Start::default() },
        look,
        Env { size: SIZE, today, now: today.at(9, 0, 0, 0) },
    );
    let deck = Arc::new(deck.clone());
    let steps = deck.steps.iter().enumerate().map(|(at, step)| {
        sitting.send(Msg::ShowStep(Arc::clone(&deck), at));
        played(&sitting, &deck, step)
    });
    steps.collect()
}

fn played(sitting: &Sitting, deck: &Deck, step: &Step) -> Played {
    let app = sitting.app();
    let said = |wordings: &[Wording]| wordings.iter().map(|wording| app.say(wording)).collect::<Vec<_>>();
    let says = app.scene_in_words();
    let title = format!("{}: {}", deck.title, step.title);
    let poll = step.poll.as_ref().map(|poll| {
        let [first, second, third] = &poll.answers;
        (app.say(&poll.question), [first, second, third].map(|answer| app.say(answer)))
    });
    let unknown = step.wordings().flat_map(|wording| app.lacking(wording));
    let unknown = unknown.map(|figure| format!("{{{}}} cannot be filled in here", figure.name()));
    let missed = app.stage().map_or(Vec::new(), |stage| stage.missed().to_vec());
    let route = app.chosen_route().filter(|_| app.screen() == Screen::Routes);
    Played {
        words: said(&step.words),
        notes: said(&step.notes),
        poll,
        svg: sitting.svg(THEME, &title, &says),
        says,
        assumed: route.map_or(Vec::new(), |route| words::assumptions(app.pack(), &route.assumed)),
        missed: missed.into_iter().chain(unknown).collect(),
    }
}
