//! What the mouse does: it does what it looks as if it would do, by what was drawn where.

use super::App;
use super::action::Action;
use super::effect::Effect;
use super::hit::{Pane, Target};
use super::map::Handled;
use super::msg::{Mouse, MouseKind};
use super::overlay::Overlay;
use super::screen::Screen;

impl App {
    pub(super) fn point(&mut self, mouse: Mouse) -> Vec<Effect> {
        match mouse.kind {
            MouseKind::Down => self.click(mouse.column, mouse.row),
            MouseKind::ScrollUp | MouseKind::ScrollDown => {
                let action = if mouse.kind == MouseKind::ScrollUp { Action::Up } else { Action::Down };
                if let Some(pane) = self.hits.pane_at(mouse.column, mouse.row) {
                    self.wheel(pane, action);
                }
                Vec::new()
            }
            MouseKind::Drag | MouseKind::Up | MouseKind::Moved => Vec::new(),
        }
    }

    fn click(&mut self, column: u16, row: u16) -> Vec<Effect> {
        self.notice = None;
        let pane = self.hits.pane_at(column, row);
        let target = self.hits.at(column, row);
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
            Some(Target::Training(training)) if self.screen == Screen::Training && pane == Some(Pane::Training) => {
                self.training.selected = Some(training);
            }
            Some(Target::Training(training)) => self.show_training(training),
            Some(Target::Role(role)) => self.go_to(Some(role)),
            Some(Target::Pane(_) | Target::OverlayRow(_)) | None => {}
        }
        Vec::new()
    }

    fn click_layer(&mut self, target: Option<Target>, pane: Option<Pane>) -> Vec<Effect> {
        let in_filter = matches!(self.overlays.last(), Some(Overlay::Filter(_)));
        match target {
            Some(Target::OverlayRow(line)) if in_filter && self.select_layer_line(line) == Handled::Yes => {
                self.act(Action::ToggleValue)
            }
            Some(Target::OverlayRow(line)) if self.select_layer_line(line) == Handled::Yes => self.act(Action::Open),
            Some(Target::Action(action)) if matches!(action, Action::Open | Action::Back) => self.act(action),
            _ if pane == Some(Pane::Overlay) => Vec::new(),
            _ => self.act(Action::Back),
        }
    }
}
