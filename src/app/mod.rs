//! The app as a state machine: model, messages, effects, actions.

pub mod action;
pub mod effect;
pub mod env;
pub mod hit;
pub mod key;
pub mod map;
pub mod msg;
pub mod screen;

use std::sync::Arc;

pub use effect::{Ask, Effect, Finding, Ticket};
pub use env::Env;
pub use hit::HitMap;
pub use key::{Key, KeyCode};
pub use msg::{Mouse, MouseKind, Msg};
pub use screen::Screen;

use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::domain::person::Profile;
use crate::domain::quantity::Decimal;
use crate::domain::ruleset::Ruleset;
use map::MapView;

/// Who sits at the keyboard, as far as the start knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Who {
    /// Nobody has said; the app asks.
    #[default]
    Unsaid,
    /// A profile or persona.
    Profile(Profile),
    /// Somebody who holds a role, for so many years.
    Role(RoleId, Decimal),
}

/// With what the app starts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Start {
    /// Who asks.
    pub who: Who,
    /// The role wanted, over the profile's own.
    pub target: Option<RoleId>,
    /// Under which rules.
    pub ruleset: Ruleset,
    /// On which screen.
    pub screen: Screen,
}

/// The whole state of the program.
#[derive(Debug, Clone)]
pub struct App {
    pack: Arc<Pack>,
    screen: Screen,
    map: MapView,
    hits: HitMap,
    told: Option<String>,
}

impl App {
    /// The app at its start, and what it wants done at once.
    #[must_use]
    pub fn new(pack: Arc<Pack>, start: Start) -> (Self, Vec<Effect>) {
        let Start { screen, .. } = start;
        let map = MapView::new(&pack);
        (Self { pack, screen, map, hits: HitMap::default(), told: None }, Vec::new())
    }

    /// The pack that is open.
    #[must_use]
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// The screen that is shown.
    #[must_use]
    pub const fn screen(&self) -> Screen {
        self.screen
    }

    /// The map's state.
    #[must_use]
    pub const fn map(&self) -> &MapView {
        &self.map
    }

    /// What the world outside last had to say.
    #[must_use]
    pub fn told(&self) -> Option<&str> {
        self.told.as_deref()
    }

    /// Takes what was drawn where; call it with what `ui::draw` gave back after every drawing.
    pub fn note_hits(&mut self, hits: HitMap) {
        self.hits = hits;
    }
}

/// What a message does to the app, and what it then wants done outside.
pub fn update(app: &mut App, msg: Msg, _env: &Env) -> Vec<Effect> {
    match msg {
        Msg::Key(key) if key == Key::char('q') || key == Key::char('c').with_ctrl() => vec![Effect::Quit],
        Msg::Told(words) => {
            app.told = Some(words);
            Vec::new()
        }
        _ => Vec::new(),
    }
}
