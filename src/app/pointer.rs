//! What the mouse does: it does what it looks as if it would do, by what was drawn where.

use super::App;
use super::action::Action;
use super::effect::Effect;
use super::hit::{Pane, Target, Tip};
use super::map::{Handled, Pan};
use super::msg::{Mouse, MouseKind, Msg};
use super::overlay::Overlay;
use super::screen::Screen;
use crate::handout::Format;

/// How many rows or columns one step of the wheel is.
const NOTCH: i32 = 3;

/// What the mouse is about: what it holds, what it did last, and what it is over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Pointer {
    grip: Option<Grip>,
    clicked: Option<Target>,
    over: Option<Tip>,
}

/// The map, held with the main button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Grip {
    /// Where the button went down.
    from: (u16, u16),
    /// How far the window had been moved then.
    pan: Pan,
    held: Held,
}

/// What letting go will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Held {
    /// A click: the mouse has not moved, or only as far as a hand trembles.
    Still,
    /// The end of a drag.
    Dragged,
}

impl Pointer {
    /// A key was pressed: what the mouse is over is not what one is about, and may not be there any more.
    pub(super) fn leave(&mut self) {
        *self = Self::default();
    }
}

impl App {
    /// What is said in full of what the mouse is over.
    #[must_use]
    pub const fn tip(&self) -> Option<&Tip> {
        self.pointer.over.as_ref()
    }

    /// Whether a message would change nothing that is seen, now or later: most moves of the mouse are like that, and
    /// nothing need be drawn after them.
    #[must_use]
    pub fn is_idle(&self, msg: &Msg) -> bool {
        match msg {
            Msg::Mouse(Mouse { kind: MouseKind::Moved, column, row }) => {
                self.pointer.grip.is_none() && self.hits.tip_at(*column, *row) == self.tip()
            }
            _ => false,
        }
    }

    pub(super) fn point(&mut self, mouse: Mouse) -> Vec<Effect> {
        let Mouse { kind, column, row } = mouse;
        self.pointer.over = self.hits.tip_at(column, row).filter(|_| kind == MouseKind::Moved).cloned();
        if !matches!(kind, MouseKind::Moved | MouseKind::Up) {
            self.step_by_hand();
        }
        if !matches!(kind, MouseKind::Moved | MouseKind::Up)
            && self.is_layer_of_step()
            && self.meets_step(kind, column, row)
        {
            return Vec::new();
        }
        match kind {
            MouseKind::Down => return self.press_button(column, row),
            MouseKind::Again => return self.press_again(column, row),
            MouseKind::Drag => self.drag(column, row),
            MouseKind::Up => return self.let_go(column, row),
            // A button that came up outside of the window is told by nothing but this.
            MouseKind::Moved => self.pointer.grip = None,
            MouseKind::ScrollUp
            | MouseKind::ScrollDown
            | MouseKind::ScrollLeft
            | MouseKind::ScrollRight
            | MouseKind::ZoomIn
            | MouseKind::ZoomOut => {
                if let Some(pane) = self.hits.pane_at(column, row) {
                    self.turn_wheel(pane, kind);
                }
            }
        }
        Vec::new()
    }

    /// What the mouse does while a step is shown: a click on what the step says goes on, and on a key hint does that;
    /// anything else begins a stroll. Whether it is done with.
    fn meets_step(&mut self, kind: MouseKind, column: u16, row: u16) -> bool {
        let is_click = matches!(kind, MouseKind::Down | MouseKind::Again);
        match self.hits.at(column, row) {
            Some(Target::Action(_)) if is_click => {}
            _ if self.is_blank() => {
                self.open_curtain();
                return true;
            }
            Some(_) => self.stroll(),
            None => return true,
        }
        false
    }

    fn turn_wheel(&mut self, pane: Pane, kind: MouseKind) {
        let on_map = pane == Pane::Map;
        match kind {
            MouseKind::ScrollUp if on_map => self.move_window(Pan::by(0, -NOTCH)),
            MouseKind::ScrollDown if on_map => self.move_window(Pan::by(0, NOTCH)),
            MouseKind::ScrollLeft if on_map => self.move_window(Pan::by(-NOTCH, 0)),
            MouseKind::ScrollRight if on_map => self.move_window(Pan::by(NOTCH, 0)),
            MouseKind::ZoomIn if on_map => self.zoom(Action::ZoomIn),
            MouseKind::ZoomOut if on_map => self.zoom(Action::ZoomOut),
            MouseKind::ScrollUp => self.wheel(pane, Action::Up),
            MouseKind::ScrollDown => self.wheel(pane, Action::Down),
            _ => {}
        }
    }

    /// On the map the button may begin a drag, so the click waits until it comes up.
    fn press_button(&mut self, column: u16, row: u16) -> Vec<Effect> {
        self.pointer.grip = None;
        if self.hits.pane_at(column, row) == Some(Pane::Map) && self.overlays.is_empty() {
            self.pointer.grip = Some(Grip { from: (column, row), pan: self.map.pan(), held: Held::Still });
            return Vec::new();
        }
        self.click(column, row)
    }

    /// The second press of two opens what the first selected, wherever that has moved to meanwhile.
    fn press_again(&mut self, column: u16, row: u16) -> Vec<Effect> {
        match self.pointer.clicked.take() {
            Some(
                Target::Role(_)
                | Target::RouteRow(_)
                | Target::PlanRow(_)
                | Target::PlanItem(_)
                | Target::AppraisalRow(_)
                | Target::Training(_)
                | Target::Post(_)
                | Target::Tile(_)
                | Target::DeckRow(_),
            ) => self.act(Action::Open),
            // It opened with the first press; the second is not for what lay below.
            Some(Target::OverlayRow(_)) => Vec::new(),
            _ => self.press_button(column, row),
        }
    }

    /// The map follows the mouse, so the window goes the other way.
    fn drag(&mut self, column: u16, row: u16) {
        let Some(grip) = &mut self.pointer.grip else { return };
        let (columns, rows) = (i32::from(column) - i32::from(grip.from.0), i32::from(row) - i32::from(grip.from.1));
        if columns.abs().max(rows.abs()) > 1 {
            grip.held = Held::Dragged;
        }
        if grip.held == Held::Dragged {
            let wanted = grip.pan.and(Pan::by(-columns, -rows));
            self.move_window(wanted.less(self.map.pan()));
        }
    }

    fn let_go(&mut self, column: u16, row: u16) -> Vec<Effect> {
        match self.pointer.grip.take() {
            Some(Grip { held: Held::Still, from, .. }) => self.click(from.0, from.1),
            Some(Grip { held: Held::Dragged, .. }) => {
                self.drag(column, row);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    fn click(&mut self, column: u16, row: u16) -> Vec<Effect> {
        self.notice = None;
        self.jump = None;
        if let Some(Overlay::PostWords { .. }) = self.overlays.last() {
            self.act(Action::Open);
        }
        let pane = self.hits.pane_at(column, row);
        let target = self.hits.at(column, row);
        self.pointer.clicked = target;
        if !self.overlays.is_empty() {
            return self.click_layer(target, pane);
        }
        if let Some(pane) = pane {
            self.focus_on(pane);
        }
        match target {
            Some(Target::Tab(screen)) => return self.act(Action::Show(screen)),
            Some(Target::Action(action)) => return self.act(action),
            Some(Target::RouteRow(line)) => self.routes.selected = line,
            Some(Target::PlanRow(line)) => (self.plans.selected, self.plans.line) = (line, 0),
            Some(Target::DeckRow(line)) => self.workshop.selected = line,
            Some(Target::PlanItem(line)) => self.plans.line = line,
            Some(Target::AppraisalRow(line)) => self.appraisal.line = line,
            Some(Target::Point(rating)) => self.click_point(rating),
            Some(Target::Training(training)) if self.screen == Screen::Training && pane == Some(Pane::Training) => {
                self.training.selected = Some(training);
            }
            Some(Target::Training(training)) => self.show_training(training),
            Some(Target::Post(post)) if self.screen == Screen::Posts => self.posts.select(post),
            Some(Target::Post(post)) => self.show_post(post),
            Some(Target::Tile(tile)) => self.look_at_tile(tile),
            Some(Target::Column(key)) => self.posts.sort_by(key),
            Some(Target::Role(role)) => self.go_to(Some(role)),
            Some(Target::Pane(_) | Target::OverlayRow(_)) | None => {}
        }
        Vec::new()
    }

    fn click_layer(&mut self, target: Option<Target>, pane: Option<Pane>) -> Vec<Effect> {
        let in_filter = matches!(self.overlays.last(), Some(Overlay::Filter(_) | Overlay::PostFilter(_)));
        let in_people = matches!(self.overlays.last(), Some(Overlay::People(_)));
        let in_form = matches!(self.overlays.last(), Some(Overlay::Form(_)));
        let in_profile = matches!(self.overlays.last(), Some(Overlay::Profile(_) | Overlay::Warnings(_)));
        let in_levers = matches!(self.overlays.last(), Some(Overlay::WhatIf(_)));
        let in_export = matches!(self.overlays.last(), Some(Overlay::Export(_)));
        match target {
            // The line that says what is exported goes on to what else there is.
            Some(Target::OverlayRow(line)) if in_export && line == Format::ALL.len() => {
                self.select_layer_line(line);
                self.export_other(1);
                Vec::new()
            }
            Some(Target::OverlayRow(line)) if in_levers || in_export => {
                self.select_layer_line(line);
                Vec::new()
            }
            Some(Target::Role(role)) if matches!(self.overlays.last(), Some(Overlay::Feeders)) => {
                self.go_to(Some(role));
                Vec::new()
            }
            Some(Target::OverlayRow(line)) if in_form => {
                self.select_layer_line(line);
                Vec::new()
            }
            // On the profile the first click selects, as on a screen; on what is selected already it opens.
            Some(Target::OverlayRow(line)) if self.selects_first(line) => {
                self.select_layer_line(line);
                Vec::new()
            }
            Some(Target::Action(action))
                if in_levers || in_people || in_profile || in_export || action == Action::CopyPath =>
            {
                self.act(action)
            }
            Some(Target::OverlayRow(line)) if in_filter && self.select_layer_line(line) == Handled::Yes => {
                self.act(Action::ToggleValue)
            }
            Some(Target::OverlayRow(line)) if self.select_layer_line(line) == Handled::Yes => self.act(Action::Open),
            Some(Target::Action(action)) if matches!(action, Action::Open | Action::Back) => self.act(action),
            _ if pane == Some(Pane::Overlay) => Vec::new(),
            _ => self.act(Action::Back),
        }
    }

    /// Whether a click on a line of the top layer only selects it.
    fn selects_first(&self, line: usize) -> bool {
        match self.overlays.last() {
            Some(Overlay::Profile(selected) | Overlay::Warnings(selected)) => *selected != line,
            _ => false,
        }
    }
}
