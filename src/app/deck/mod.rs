//! Showing a deck: a step is shown by what keys do too, and what was there before the deck comes back when it ends.
//!
//! | what | file |
//! |---|---|
//! | the stage: which step is shown, what of it could not be | here |
//! | a scene put on the screen | `scene` |
//! | figures that stand in the words of a step | [`figures`] |
//! | what is shown, in words | [`told`] |
//!
//! Nothing that happens on stage is kept: whoever asks there is tried on, the user's own profile too.

pub mod figures;
mod scene;
pub mod told;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::App;
use super::desk::Knowledge;
use super::history::History;
use super::map::MapView;
use super::overlay::Overlay;
use super::posts::Chosen;
use super::routes::RoutesView;
use super::screen::Screen;
use super::stance::{Me, Stance, Turn, Whose};
use super::training::TrainingView;
use crate::app::Side;
use crate::domain::deck::{Deck, Figure, Sheet, Show, Spotlight, Step, Under, Wording};
use crate::domain::id::PostId;
use crate::domain::plan::Plan;
use crate::domain::portfolio::Portfolio;
use crate::domain::ruleset::Ruleset;

/// A step of a deck on the screen.
#[derive(Debug, Clone)]
pub struct Stage {
    deck: Arc<Deck>,
    at: usize,
    spotlight: Spotlight,
    wanted: Option<Wanted>,
    /// Rules whose routes the words of the step speak of.
    rules: BTreeSet<Ruleset>,
    missed: Vec<String>,
    before: Box<Before>,
}

/// What can only be shown when the planner has answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Wanted {
    route: Option<usize>,
    sheet: Option<Sheet>,
}

/// What was there before the deck.
#[derive(Debug, Clone)]
struct Before {
    stance: Stance,
    switched_from: Option<Ruleset>,
    screen: Screen,
    sides: BTreeMap<Screen, Side>,
    map: MapView,
    routes: RoutesView,
    training: TrainingView,
    chosen: Chosen,
    post: Option<String>,
    trial: Arc<Vec<Plan>>,
    history: History<Turn>,
    overlays: Vec<Overlay>,
}

impl Stage {
    /// The deck.
    #[must_use]
    pub const fn deck(&self) -> &Arc<Deck> {
        &self.deck
    }

    /// Which of its steps, from 0.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The step.
    #[must_use]
    pub fn step(&self) -> Option<&Step> {
        self.deck.steps.get(self.at)
    }

    /// What is meant.
    #[must_use]
    pub const fn spotlight(&self) -> &Spotlight {
        &self.spotlight
    }

    /// What of the step could not be shown, and why: sentences without a full stop.
    #[must_use]
    pub fn missed(&self) -> &[String] {
        &self.missed
    }

    /// Whether something waits for the planner's answer.
    #[must_use]
    pub const fn is_waiting(&self) -> bool {
        self.wanted.is_some()
    }
}

impl App {
    /// The step of a deck that is shown, while one is.
    #[must_use]
    pub const fn stage(&self) -> Option<&Stage> {
        self.stage.as_ref()
    }

    /// Shows a step of a deck, from 0; the last one when there are not so many. What is shown does not hang on what was
    /// shown before: going back, or coming back from a stroll, is showing the step.
    pub(super) fn show_step(&mut self, deck: Arc<Deck>, at: usize) {
        let before = match self.stage.take() {
            Some(stage) => stage.before,
            None => Box::new(self.before_deck()),
        };
        let at = at.min(deck.steps.len().saturating_sub(1));
        let scene = deck.scene(at);
        let rules = deck.steps.get(at).map(rules_spoken_of).unwrap_or_default();
        let spotlight = scene.spotlight().cloned().unwrap_or_default();
        let stance = before.stance.clone();
        let missed = Vec::new();
        self.stage = Some(Stage { deck, at, spotlight, wanted: None, rules, missed, before });
        self.put_on(&scene, stance);
    }

    /// Ends the deck: what was there before it is there again.
    pub(super) fn end_show(&mut self) {
        let Some(Stage { before, .. }) = self.stage.take() else { return };
        let before = *before;
        let post = before.post.and_then(|id| self.post_called(&id));
        self.stance = before.stance;
        // The user's own may have been changed in another window meanwhile.
        let is_own = self.stance.me.as_ref().is_some_and(|me| me.whose == Whose::Own);
        if let (true, Some(portfolio)) = (is_own, &self.keeper.book.portfolio) {
            self.stance.me = Some(Me::own(&self.pack, &portfolio.profile, self.today));
        }
        self.switched_from = before.switched_from;
        (self.screen, self.sides, self.map) = (before.screen, before.sides, before.map);
        (self.routes, self.training) = (before.routes, before.training);
        self.posts.begin_anew(before.chosen);
        if let Some(post) = post {
            self.posts.select(post);
        }
        self.keeper.book.trial = before.trial;
        (self.history, self.overlays) = (before.history, before.overlays);
        (self.jump, self.notice) = (None, None);
        self.pending.clear();
        self.ask_of_selected();
    }

    fn before_deck(&self) -> Before {
        Before {
            stance: self.stance.clone(),
            switched_from: self.switched_from,
            screen: self.screen,
            sides: self.sides.clone(),
            map: self.map.clone(),
            routes: self.routes,
            training: self.training.clone(),
            chosen: self.posts.chosen().clone(),
            post: self.posts.selected().map(|post| self.pack.post(post).id.clone()),
            trial: Arc::clone(&self.keeper.book.trial),
            history: self.history.clone(),
            overlays: self.overlays.clone(),
        }
    }

    pub(super) fn post_called(&self, id: &str) -> Option<PostId> {
        self.pack.post_ids().find(|post| self.pack.post(*post).id == id)
    }

    /// Whatever was changed of what is kept while a deck is shown is put back: a demonstration is no life.
    pub(super) fn keep_out_of_stage(&mut self, kept: Option<&Arc<Portfolio>>) {
        if self.stage.is_some() && self.keeper.book.portfolio.as_ref() != kept {
            self.keeper.book.portfolio = kept.cloned();
            if let Some(me) = &mut self.stance.me {
                me.whose = Whose::Anybody;
            }
            self.notice = Some("While a deck is shown nothing of your own is changed; end it first".to_owned());
        }
    }

    /// Somebody has gone on by hand: what still waits for the planner would come too late.
    pub(super) fn wait_no_more(&mut self) {
        if let Some(stage) = &mut self.stage {
            stage.wanted = None;
        }
    }

    /// The rules, of those that the words of the step speak of, whose routes are not known.
    pub(super) fn rules_wanted(&self) -> Option<Ruleset> {
        let stage = self.stage.as_ref()?;
        let is_unknown = |rules: &&Ruleset| self.desk.routes(&self.stance.under(**rules)) == Knowledge::Waiting;
        stage.rules.iter().find(is_unknown).copied()
    }
}

/// The rules that a step's words and sheet need the routes of.
fn rules_spoken_of(step: &Step) -> BTreeSet<Ruleset> {
    let of_words = step.wordings().flat_map(Wording::figures).filter_map(|figure| match figure {
        Figure::Route(_, Under::Rules(rules)) => Some(rules),
        _ => None,
    });
    let mut rules: BTreeSet<Ruleset> = of_words.collect();
    if step.shows.contains(&Show::Sheet(Sheet::CompareRules)) {
        rules.extend([Ruleset::Today, Ruleset::Review]);
    }
    rules
}
