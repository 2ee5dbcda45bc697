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
pub mod stance;
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
pub use update::update;

use crate::domain::Pack;
use crate::domain::appraisal::Framework;
use crate::domain::id::{RoleId, Slug};
use crate::domain::planner::{Course, MovesAllowed, Reached};
use crate::domain::profile::Profile;
use crate::domain::quantity::{Decimal, Weeks};
use crate::domain::ruleset::Ruleset;
use appraisal::AppraisalView;
use asks::Asks;
use boards::England;
use deck::Stage;
use desk::{Desk, Knowledge};
use export::LastTime;
use history::History;
use hit::Pane;
use jump::Jump;
use keeping::Keeper;
use keeping::guide::Guide;
use keeping::shelf::Opening;
use map::MapView;
use overlay::Overlay;
use plans::PlansView;
use pointer::Pointer;
use posts::PostsView;
use routes::RoutesView;
use stance::{Me, Stance, Turn};
use table::Place;
use training::TrainingView;
use warnings::Warnings;
use workshop::{OwnDecks, Workshop};

/// Who sits at the keyboard, as far as the start knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "there is one of it, and only at the start")]
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
    /// What of the user's own is kept; who asks, unless somebody else is named.
    pub keeping: Keeping,
    /// Which of the user's own profiles that is.
    pub opening: Opening,
    /// What is to be said of the user's own file and of the pack, in sentences: the first of the warnings.
    pub remarks: Vec<String>,
    /// On which screen.
    pub screen: Screen,
    /// The user's own decks, where there is a place for them.
    pub decks: Option<OwnDecks>,
    /// The deck that is shown at once, by its id.
    pub deck: Option<Slug>,
    /// For how many seconds each of its steps stands before it goes on by itself; nothing where somebody steps.
    pub by_itself: Option<u32>,
    /// The folder that files are exported to at first; empty: the one in which the program was started.
    pub handouts: String,
    /// The day it is.
    pub today: Date,
}

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

impl App {
    /// The app at its start, and what it wants done at once.
    #[must_use]
    pub fn new(pack: Arc<Pack>, start: Start) -> (Self, Vec<Effect>) {
        let (me, wished) = match (start.who, &start.keeping) {
            (Who::Unsaid, Keeping::Here(Some(own))) => {
                (Some(Me::own(&pack, &own.profile, start.today)), own.profile.target)
            }
            (Who::Unsaid, _) => (None, None),
            (Who::Profile(profile), _) => (Some(Me::of_profile(&pack, &profile, start.today)), profile.target),
            (Who::Role(role, years), _) => {
                let served = Weeks::from_years(years);
                (Some(Me::of_role(&pack, role, served, pack.tables().hours_per_week)), None)
            }
        };
        let asks_who = me.is_none() && start.keeping == Keeping::Nowhere && !pack.tables().personas.is_empty();
        let is_new = me.is_none() && start.keeping == Keeping::Here(None);
        let mut map = MapView::new(&pack);
        if let Some(me) = &me {
            map.begin_at(me.person.role);
        }
        let target = start.target.or(wished);
        let mut app = Self {
            today: start.today,
            now: start.today.at(0, 0, 0, 0),
            screen: start.screen,
            sides: BTreeMap::new(),
            stance: Stance { me, target, ruleset: start.ruleset, moves: MovesAllowed::Usual, course: Course::Any },
            history: History::default(),
            switched_from: None,
            desk: Desk::default(),
            map,
            asks: None,
            routes: RoutesView::default(),
            training: TrainingView::default(),
            posts: PostsView::default(),
            england: England::default(),
            plans: PlansView::default(),
            appraisal: AppraisalView::new(Framework::of(&pack)),
            keeper: Keeper::new(&start.keeping).with_profiles(&start.opening),
            way: Way::New,
            guide: None,
            last_export: LastTime::beginning_in(&start.handouts),
            warnings: Warnings::new(start.remarks),
            overlays: if asks_who { vec![Overlay::People(0)] } else { Vec::new() },
            scroll: BTreeMap::new(),
            pending: Vec::new(),
            notice: start.opening.told,
            jump: None,
            stage: None,
            workshop: Workshop::new(&pack, start.decks),
            pointer: Pointer::default(),
            hits: HitMap::default(),
            pack,
        };
        match start.keeping {
            Keeping::Unreadable(why) => app.overlays.push(Overlay::Unreadable(why)),
            Keeping::Emptied(way) if app.stance.me.is_none() => {
                app.overlays.push(Overlay::Notice(keeping::opened::emptied(way)));
            }
            _ if is_new => app.begin_guide(),
            _ => {}
        }
        if let Some(deck) = &start.deck {
            app.open_deck(deck, start.by_itself);
        }
        app.ask_of_selected();
        app.list_posts();
        app.look_for_warnings();
        let effects = app.questions();
        (app, effects)
    }

    /// The pack that is open.
    #[must_use]
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// The day it is.
    #[must_use]
    pub const fn today(&self) -> Date {
        self.today
    }

    /// The screen that is shown.
    #[must_use]
    pub const fn screen(&self) -> Screen {
        self.screen
    }

    /// Who asks, for what, under which rules.
    #[must_use]
    pub const fn stance(&self) -> &Stance {
        &self.stance
    }

    /// The ruleset that was on before the last switch, while the person, the target and the rest are the same.
    #[must_use]
    pub const fn switched_from(&self) -> Option<Ruleset> {
        self.switched_from
    }

    /// Questions to the planner and what came of them.
    #[must_use]
    pub const fn desk(&self) -> &Desk {
        &self.desk
    }

    /// How a role can be reached from the one held.
    #[must_use]
    pub fn reached(&self, role: RoleId) -> Knowledge<Option<Reached>> {
        self.desk.reached(&self.stance, role)
    }

    /// The map's state.
    #[must_use]
    pub const fn map(&self) -> &MapView {
        &self.map
    }

    /// The routes screen's state.
    #[must_use]
    pub const fn routes_view(&self) -> RoutesView {
        self.routes
    }

    /// The training screen's state.
    #[must_use]
    pub const fn training_view(&self) -> &TrainingView {
        &self.training
    }

    /// The layers on top of the screen, the topmost last.
    #[must_use]
    pub fn overlays(&self) -> &[Overlay] {
        &self.overlays
    }

    /// A short message for the bottom line.
    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// The keys of a row of keys that is not finished.
    #[must_use]
    pub fn pending(&self) -> &[Key] {
        &self.pending
    }

    /// The role that actions are about: the one selected on the map.
    #[must_use]
    pub const fn selected_role(&self) -> Option<RoleId> {
        self.map.selected()
    }

    /// What the selected role asks for.
    #[must_use]
    pub const fn asks(&self) -> Option<&Asks> {
        self.asks.as_ref()
    }

    fn ask_of_selected(&mut self) {
        self.asks = self.selected_role().map(|role| Asks::of(&self.pack, &self.stance, role));
    }

    /// Which half of the screen has the keys.
    #[must_use]
    pub fn side(&self) -> Side {
        self.sides.get(&self.screen).copied().unwrap_or_default()
    }

    /// The pane that has the keys.
    #[must_use]
    pub fn focus(&self) -> Pane {
        match (self.overlays.last(), self.screen, self.side()) {
            (Some(_), _, _) => Pane::Overlay,
            (None, Screen::Map, Side::Main) => Pane::Map,
            (None, Screen::Posts, Side::England) => Pane::England,
            (None, Screen::Map, Side::Detail | Side::England) => Pane::Role,
            (None, Screen::Routes, Side::Main) => Pane::Routes,
            (None, Screen::Routes, Side::Detail | Side::England) => Pane::Route,
            (None, Screen::Training, Side::Main) => Pane::Training,
            (None, Screen::Training, Side::Detail | Side::England) => Pane::TrainingItem,
            (None, Screen::Plan, Side::Main) => Pane::Plans,
            (None, Screen::Plan, Side::Detail | Side::England) => Pane::Plan,
            (None, Screen::Workshop, Side::Main) => Pane::Decks,
            (None, Screen::Workshop, Side::Detail | Side::England) => Pane::Deck,
            (None, Screen::Posts, Side::Main) => Pane::Posts,
            (None, Screen::Posts, Side::Detail) => Pane::Post,
            (None, Screen::Appraisal, Side::Main) => Pane::Competencies,
            (None, Screen::Appraisal, Side::Detail | Side::England) => Pane::Competency,
        }
    }

    /// Where keys look for their meaning now.
    #[must_use]
    pub fn place(&self) -> Place {
        match self.overlays.last() {
            _ if self.is_layer_of_step() => Place::Showing,
            Some(overlay) => overlay.place(),
            None => self.place_below(),
        }
    }

    /// Where keys look for their meaning when no layer is on top.
    #[must_use]
    pub fn place_below(&self) -> Place {
        match (self.showing(), self.screen) {
            (Some(_), _) if self.is_at_step() => Place::Showing,
            (_, Screen::Map) if self.jump.is_some() => Place::Jump,
            (_, Screen::Map) => Place::Map,
            (_, Screen::Routes) => Place::Routes,
            (_, Screen::Training) => Place::Training,
            (_, Screen::Posts) if self.side() == Side::England => Place::England,
            (_, Screen::Posts) => Place::Posts,
            (_, Screen::Plan) if self.side() == Side::Main => Place::Plans,
            (_, Screen::Plan) => Place::Plan,
            (_, Screen::Workshop) => Place::Workshop,
            (_, Screen::Appraisal) => Place::Appraisal,
        }
    }

    /// The first line that a pane shows, as far as it has been scrolled.
    #[must_use]
    pub fn scrolled(&self, pane: Pane) -> usize {
        self.scroll.get(&pane).copied().unwrap_or(0)
    }

    /// Whether there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.history.can_undo() || self.may_step(Way::Back)
    }

    /// Whether there is something to do again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.history.can_redo() || self.may_step(Way::Forth)
    }

    /// Takes what was drawn where; call it with what `ui::draw` gave back after every drawing.
    pub fn note_hits(&mut self, hits: HitMap) {
        for seen in &hits.seen {
            self.scroll.insert(seen.pane, seen.offset);
        }
        if let Some(roam) = hits.roam {
            self.map.note_roam(roam);
        }
        self.hits = hits;
    }

    fn questions(&mut self) -> Vec<Effect> {
        let contrast = self.contrast();
        let asides = self.asides();
        let mut effects = self.desk.ask(&self.stance, contrast, self.screen);
        effects.extend(self.desk.ask_aside(asides));
        let spoken_of = self.rules_wanted().and_then(|rules| self.stance.under(rules).question());
        effects.extend(self.desk.ask_besides(spoken_of));
        effects
    }
}
