//! What of the app can be seen from outside: what drawing reads, and where the keys go.

use super::asks::Asks;
use super::desk::{Desk, Knowledge};
use super::hit::{HitMap, Pane};
use super::key::Key;
use super::map::MapView;
use super::overlay::Overlay;
use super::routes::RoutesView;
use super::stance::Stance;
use super::table::Place;
use super::training::TrainingView;
use super::{App, Screen, Side, Way};
use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::domain::planner::Reached;
use crate::domain::ruleset::Ruleset;
use jiff::civil::Date;

impl App {
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
}
