//! The app as a state machine: model, messages, effects, actions.
//!
//! ```text
//!   Msg ──▶ update ──▶ keymap ──▶ perform ──▶ Stance, views, layers
//!                        ▲                        │
//!                   table of actions              ▼
//!                                       Desk ──▶ Effect::Ask ──▶ … ──▶ Msg::Answered
//! ```
//!
//! | what | file |
//! |---|---|
//! | how it starts; what of it can be seen from outside | `start.rs`, `seen.rs` |
//! | everything a person can do, with keys | [`table`], [`action`], [`keymap`] |
//! | who asks, for what, under which rules; undo | [`stance`], [`history`] |
//! | questions to the planner and answers | [`desk`], [`effect`] |
//! | posts: filter and order | [`posts`] |
//! | the tile map of England | [`boards`] |
//! | screens | [`screen`], [`map`], [`routes`], [`training`], [`posts`] |
//! | what a second terminal sees of a deck that is shown | [`presenter`] |
//! | a deck on the screen | [`deck`] |
//! | the workshop: showing decks, counting hands, recording | [`workshop`] |
//! | plans, and keeping them | [`plans`], [`keeping`] |
//! | the appraisal | [`appraisal`] |
//! | who: own profiles and people to try on | [`people`] |
//! | handouts of what is on the screen | [`export`] |
//! | the profile, and what should be known of it | [`profile`], [`warnings`] |
//! | filters of the map | [`map::filter`] |
//! | layers on top | [`overlay`], [`find`], [`field`], [`writing`] |
//! | routes in words | [`picks`], [`story`], [`change`], [`compare`], [`openings`], [`pay`], [`asks`] |
//! | what was drawn where, and what the mouse does there | [`hit`], `pointer` |
//! | jumping to a label on the map | [`jump`] |

pub mod action;
pub mod appraisal;
mod asking;
pub mod asks;
pub mod boards;
pub mod change;
pub mod compare;
pub mod deck;
pub mod desk;
pub mod effect;
pub mod env;
pub mod export;
pub mod field;
mod filtering;
pub mod find;
pub mod finder;
pub mod history;
pub mod hit;
pub mod jump;
pub mod keeping;
pub mod key;
pub mod keymap;
pub mod map;
pub mod msg;
pub mod openings;
pub mod overlay;
pub mod pay;
pub mod people;
mod perform;
pub mod picks;
pub mod plans;
mod pointer;
pub mod posts;
pub mod presenter;
pub mod profile;
pub mod routes;
pub mod screen;
mod seen;
pub mod stance;
mod start;
pub mod story;
pub mod table;
pub mod training;
mod update;
mod walking;
pub mod warnings;
pub mod workshop;
pub mod writing;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, DateTime};

pub use action::Action;
pub use effect::{Ask, Effect, Finding, Keep, Ticket, Way};
pub use env::Env;
pub use hit::HitMap;
pub use keeping::Keeping;
pub use key::{Key, KeyCode};
pub use msg::{Exported, Kept, Mouse, MouseKind, Msg};
pub use screen::Screen;
pub use start::{Start, Who};
pub use update::update;

use crate::domain::Pack;
use crate::domain::ruleset::Ruleset;
use appraisal::AppraisalView;
use asks::Asks;
use boards::England;
use deck::Stage;
use desk::Desk;
use export::LastTime;
use history::History;
use hit::Pane;
use jump::Jump;
use keeping::Keeper;
use keeping::guide::Guide;
use map::MapView;
use overlay::Overlay;
use plans::PlansView;
use pointer::Pointer;
use posts::PostsView;
use routes::RoutesView;
use stance::{Stance, Turn};
use training::TrainingView;
use warnings::Warnings;
use workshop::Workshop;

/// Which half of a screen has the keys.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Side {
    /// The map or list.
    #[default]
    Main,
    /// The pane that says more about what is selected.
    Detail,
    /// On the posts screen, the map of England.
    England,
}

/// The whole state of the program.
#[derive(Debug, Clone)]
pub struct App {
    pack: Arc<Pack>,
    today: Date,
    now: DateTime,
    screen: Screen,
    sides: BTreeMap<Screen, Side>,
    stance: Stance,
    history: History<Turn>,
    switched_from: Option<Ruleset>,
    desk: Desk,
    map: MapView,
    asks: Option<Asks>,
    routes: RoutesView,
    training: TrainingView,
    posts: PostsView,
    england: England,
    plans: PlansView,
    appraisal: AppraisalView,
    keeper: Keeper,
    /// Which way the book was changed by the message that is being worked on.
    way: Way,
    guide: Option<Guide>,
    last_export: LastTime,
    warnings: Warnings,
    overlays: Vec<Overlay>,
    scroll: BTreeMap<Pane, usize>,
    pending: Vec<Key>,
    notice: Option<String>,
    jump: Option<Jump>,
    /// The step of a deck that is shown.
    stage: Option<Stage>,
    workshop: Workshop,
    pointer: Pointer,
    hits: HitMap,
}
