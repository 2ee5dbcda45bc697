//! With what the app starts, and how it stands then.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::appraisal::AppraisalView;
use super::boards::England;
use super::desk::Desk;
use super::export::LastTime;
use super::history::History;
use super::hit::HitMap;
use super::keeping::shelf::Opening;
use super::keeping::{self, Keeper, Keeping};
use super::map::MapView;
use super::overlay::Overlay;
use super::plans::PlansView;
use super::pointer::Pointer;
use super::posts::PostsView;
use super::routes::RoutesView;
use super::stance::{Me, Stance};
use super::training::TrainingView;
use super::warnings::Warnings;
use super::workshop::{OwnDecks, Workshop};
use super::{App, Effect, Screen, Way};
use crate::domain::Pack;
use crate::domain::appraisal::Framework;
use crate::domain::id::{RoleId, Slug};
use crate::domain::planner::{Course, MovesAllowed};
use crate::domain::profile::Profile;
use crate::domain::quantity::{Decimal, Weeks};
use crate::domain::ruleset::Ruleset;

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
}
