//! Recording: what is on the screen becomes a step whenever a key says so, and the steps become a deck.

use std::sync::Arc;

use crate::app::App;
use crate::app::effect::Effect;
use crate::app::field::Field;
use crate::app::overlay::Overlay;
use crate::app::screen::Screen;
use crate::app::workshop::{Keeps, Shelve};
use crate::domain::deck::{Deck, Scene, Show, Step};
use crate::domain::id::Slug;
use crate::domain::text::clean;
use crate::domain::words::count;

/// As long as a deck's reader allows.
const LONGEST_TITLE: usize = 100;

/// A deck that is being recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recording {
    steps: Vec<Step>,
    /// What is shown after the last of the steps.
    scene: Scene,
}

impl Recording {
    /// How many steps there are so far.
    #[must_use]
    pub const fn steps(&self) -> usize {
        self.steps.len()
    }

    /// What is shown after the last of them.
    pub(super) const fn scene(&self) -> &Scene {
        &self.scene
    }

    /// The recording that a deck came from.
    pub(super) fn again(deck: &Deck) -> Self {
        Self { steps: deck.steps.clone(), scene: deck.scene(deck.steps.len()) }
    }

    /// Another step, which shows all of this: only what the steps before do not show already is said in it.
    fn take(&mut self, title: String, all: &[Show]) {
        let shows = new_in(all, &self.scene);
        self.scene.go_on(&shows);
        let (words, notes, sources) = (Vec::new(), Vec::new(), Vec::new());
        self.steps.push(Step { title, words, notes, minutes: None, shows, poll: None, sources });
    }
}

/// What of `all` is not shown by going on from a scene with nothing said.
fn new_in(all: &[Show], scene: &Scene) -> Vec<Show> {
    let mut said: Vec<Show> = Vec::new();
    // What is said may end what stood before, which then has to be said too; there are fewer rounds than sorts.
    loop {
        let mut after = scene.clone();
        after.go_on(&said);
        let missing: Vec<Show> = all.iter().filter(|show| !after.shows().contains(show)).cloned().collect();
        if missing.iter().all(|show| said.contains(show)) {
            said.sort_by_key(Show::rank);
            return said;
        }
        said.extend(missing.into_iter().filter(|show| !said.contains(show)).collect::<Vec<_>>());
        said.sort_by_key(Show::rank);
    }
}

impl App {
    /// The recording that is under way.
    #[must_use]
    pub const fn recording(&self) -> Option<&Recording> {
        self.workshop.recording.as_ref()
    }

    /// Begins a recording, or asks what the deck that was recorded is to be called.
    pub(in crate::app) fn record(&mut self) {
        match self.recording().map(Recording::steps) {
            None => {
                self.workshop.recording = Some(Recording::default());
                let words = "Recording: show what you mean and press gs for each step; gr ends it and saves the deck";
                self.notice = Some(words.to_owned());
            }
            Some(0) => {
                self.workshop.recording = None;
                self.notice = Some("Nothing was recorded: gs would have made a step of what is shown".to_owned());
            }
            Some(_) => self.overlays.push(Overlay::DeckTitle(Field::default())),
        }
    }

    /// Throws the recording away.
    pub(in crate::app) fn drop_recording(&mut self) {
        if let Some(recording) = self.workshop.recording.take() {
            let steps = count(recording.steps.len() as u64, "step");
            self.notice = Some(format!("The recording was thrown away: {steps}"));
        }
    }

    /// Asks what the step is called that shows what is on the screen.
    pub(in crate::app) fn keep_step(&mut self) {
        if self.screen == Screen::Workshop && self.showing().is_none() {
            self.notice = Some("A step shows another screen: go there first, and press gs".to_owned());
            return;
        }
        let shows = self.captured();
        let title: String = self.title_of_scene().chars().take(LONGEST_TITLE).collect();
        self.overlays.push(Overlay::StepTitle { title: Field::with(title), shows });
    }

    /// A title for what is on the screen, until somebody thinks of a better one.
    fn title_of_scene(&self) -> String {
        let pack = self.pack();
        let named = match self.screen {
            Screen::Map => self.selected_role().map(|role| pack.role(role).title.clone()),
            Screen::Routes => self.stance.target.map(|role| format!("The way to {}", pack.role(role).title)),
            Screen::Training => self.selected_training().map(|item| pack.training(item).title.clone()),
            Screen::Posts => self.selected_post().map(|post| pack.post(post).title.clone()),
            _ => None,
        };
        named.unwrap_or_else(|| self.screen.to_string())
    }

    /// Makes a step of what was on the screen when it was asked for.
    pub(in crate::app) fn take_recorded(&mut self, title: &Field, shows: Vec<Show>) {
        let Some(text) = tidy(title.text()) else {
            self.notice = Some("Give the step a title: the room reads it in big type".to_owned());
            self.overlays.push(Overlay::StepTitle { title: title.clone(), shows });
            return;
        };
        if let Some(recording) = &mut self.workshop.recording {
            recording.take(text, &shows);
            let steps = recording.steps.len();
            self.notice = Some(format!("Step {steps} is recorded; gs makes the next one, gr ends and saves"));
        }
    }

    /// Makes a deck of what was recorded, and has it kept.
    pub(in crate::app) fn take_deck(&mut self, title: &Field) -> Vec<Effect> {
        let named = tidy(title.text()).and_then(|text| Some((self.free_id(&text)?, text)));
        let Some((slug, text)) = named else {
            self.notice = Some("Give the deck a title with letters in it; Esc goes on recording".to_owned());
            self.overlays.push(Overlay::DeckTitle(title.clone()));
            return Vec::new();
        };
        let Some(recording) = self.workshop.recording.take() else { return Vec::new() };
        let deck = Deck { slug, title: text, about: String::new(), minutes: None, steps: recording.steps };
        let deck = Arc::new(deck);
        if self.workshop.keeps == Keeps::Nowhere {
            self.workshop.put(String::new(), deck);
            self.notice = Some("On the shelf until you leave: there is no folder to keep it in".to_owned());
            return Vec::new();
        }
        vec![Effect::Shelve(Shelve::Deck(deck))]
    }

    /// An id made of a title that no deck has.
    fn free_id(&self, title: &str) -> Option<Slug> {
        let small: String =
            title.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
        let id = small.split_whitespace().collect::<Vec<_>>().join("-");
        let id = id.get(..60).unwrap_or(&id).trim_end_matches('-');
        let ids = std::iter::once(id.to_owned()).chain((2..1_000).map(|number| format!("{id}-{number}")));
        ids.filter_map(|id| Slug::parse(&id)).find(|id| self.workshop.place_of(id).is_none())
    }
}

/// What was typed as a deck may say it; nothing when that is nothing.
fn tidy(text: &str) -> Option<String> {
    let text: String = clean(text).text.trim().chars().take(LONGEST_TITLE).collect();
    (!text.is_empty()).then_some(text)
}
