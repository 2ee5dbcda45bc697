//! Getting about: from line to line, from pane to pane, along the map.

use super::action::Action;
use super::appraisal::dates::STARTS;
use super::appraisal::rate::POINTS;
use super::export::dialog::FIELDS;
use super::hit::Pane;
use super::map::{Folding, Handled, Pan, Zoom, heading, signpost};
use super::overlay::Overlay;
use super::posts::levers::Lever;
use super::screen::Screen;
use super::{App, Side};
use crate::handout::Format;

/// A page where nothing has been drawn yet.
const PAGE: usize = 10;

impl App {
    pub(super) fn walk(&mut self, action: Action) {
        let focus = self.focus();
        let across = matches!(
            (focus, action),
            (
                Pane::Decks | Pane::Routes | Pane::Plans | Pane::Training | Pane::Posts | Pane::Competencies,
                Action::Right
            ) | (
                Pane::Deck | Pane::Role | Pane::Route | Pane::Plan | Pane::TrainingItem | Pane::Post | Pane::Competency,
                Action::Left
            )
        );
        if across {
            return self.turn_to(if action == Action::Right { Side::Detail } else { Side::Main });
        }
        let page = self.hits.seen(focus).map_or(PAGE, |seen| seen.height.max(2) - 1);
        match focus {
            Pane::Map => self.walk_map(action, page),
            Pane::Routes => {
                let (at, count) = match self.openings().len() {
                    0 => (self.chosen_line(), self.picks().len()),
                    openings => (self.chosen_opening(), openings),
                };
                self.routes.selected = step(at, count, action, page);
            }
            Pane::Training => {
                let lines = self.training_lines();
                let at = self.selected_of(&lines).map_or(0, |(at, _)| at);
                self.training.selected = lines.get(step(at, lines.len(), action, page)).map(|line| line.training);
            }
            Pane::Plans => {
                let to = step(self.chosen_plan_line(), self.plans().len(), action, page);
                if to != self.chosen_plan_line() {
                    (self.plans.selected, self.plans.line) = (to, 0);
                }
            }
            Pane::Plan => {
                let at = self.chosen_plan_item().map_or(0, |(at, _)| at);
                self.plans.line = step(at, self.plan_lines().len(), action, page);
            }
            Pane::Decks => {
                self.workshop.selected = step(self.chosen_deck_line(), self.decks().len(), action, page);
            }
            Pane::Competencies => {
                let at = self.chosen_appraisal_line().map_or(0, |(at, _)| at);
                self.appraisal.line = step(at, self.appraisal_lines().len(), action, page);
            }
            Pane::Overlay => self.walk_layer(action, page),
            Pane::Posts => self.walk_posts(action, page),
            Pane::England if matches!(action, Action::PageUp | Action::PageDown) => {
                let page = self.hits.seen(Pane::Board).map_or(PAGE, |seen| seen.height.max(2) - 1);
                self.scroll_by(Pane::Board, action, page);
            }
            Pane::England => self.walk_england(action),
            Pane::Deck
            | Pane::Role
            | Pane::Route
            | Pane::TrainingItem
            | Pane::Post
            | Pane::Board
            | Pane::Competency => {
                self.scroll_by(focus, action, page);
            }
        }
    }

    /// To another line of the posts.
    fn walk_posts(&mut self, action: Action, page: usize) {
        let at = self.posts.line().map_or(0, |(line, _)| line);
        let listed = self.posts.listed();
        if let Some(post) = listed.get(step(at, listed.len(), action, page)).copied() {
            self.posts.select(post);
        }
    }

    fn walk_map(&mut self, action: Action, page: usize) {
        let rows = i32::try_from(page).unwrap_or(i32::MAX);
        match action {
            Action::PageUp => self.move_window(Pan::by(0, -rows)),
            Action::PageDown => self.move_window(Pan::by(0, rows)),
            Action::First => {
                let me = self.stance.me.as_ref().map(|me| me.person.role);
                if let Some(role) = me {
                    self.map.select(&self.pack, role);
                }
            }
            _ => self.step_on_map(action),
        }
    }

    /// One step along the edges, or the reason why there is none.
    fn step_on_map(&mut self, action: Action) {
        let choices = self.map.choices(&self.pack, self.stance.moves);
        if let (Some(at), Some(choices), Some(heading)) = (self.map.selected(), choices, heading(action))
            && choices.to(heading).is_none()
        {
            self.notice = Some(signpost::dead_end(&self.pack, &choices, at, heading));
        }
        self.map.act(&self.pack, self.stance.moves, action);
    }

    /// Moves the window over the map, as far as the last drawing says there is map.
    pub(super) fn move_window(&mut self, by: Pan) {
        self.map.move_by(by);
        if let Some(roam) = self.hits.roam {
            self.map.keep_within(roam);
        }
    }

    /// Back to where one has been on the map, or forward again.
    pub(super) fn retrace(&mut self, action: Action) {
        let (gone, nowhere) = match action {
            Action::Retrace => (self.map.back(), "No role was selected before this one"),
            _ => (self.map.forward(), "You have not come back from anywhere"),
        };
        if gone == Handled::No {
            self.notice = Some(nowhere.to_owned());
        }
    }

    /// Looks at the map from nearer or farther.
    pub(super) fn zoom(&mut self, action: Action) {
        let zoom = self.map.zoom();
        let (next, end) = match action {
            Action::ZoomIn => (zoom.nearer(), "This is as near as it gets"),
            _ => (zoom.farther(), "This is as far as it gets"),
        };
        match next {
            Some(next) => self.map.set_zoom(next),
            None => self.notice = Some(end.to_owned()),
        }
    }

    /// Folds lanes of the whole map, or opens them; or shows its small map in the corner, or not.
    pub(super) fn fold(&mut self, action: Action) {
        if action == Action::SmallMap {
            return self.map.toggle_corner();
        }
        let Some(family) = self.map.selected().map(|role| self.pack.role(role).family) else { return };
        if self.map.zoom() != Zoom::Lanes {
            self.notice = Some("Here lanes fold and open by themselves; on the whole map (-) you choose".to_owned());
            return;
        }
        let lane = &self.pack.family(family).title;
        self.notice = Some(match action {
            Action::FoldOthers => match self.map.toggle_others(&self.pack) {
                Folding::Folded => format!("All lanes but {lane} are folded; Z opens them"),
                Folding::Opened => "All lanes are open".to_owned(),
            },
            _ => match self.map.toggle_fold(&self.pack, family) {
                Folding::Folded => format!("{lane} is folded; z opens it"),
                Folding::Opened => format!("{lane} is open"),
            },
        });
    }

    fn walk_layer(&mut self, action: Action, page: usize) {
        let count = self.layer_lines();
        match self.overlays.last_mut() {
            Some(Overlay::Palette(search) | Overlay::Find(search, _) | Overlay::Choose(search, _)) => {
                search.selected = step(search.selected, count, action, page);
            }
            Some(Overlay::Hands(hands)) => match action {
                Action::Up => hands.step(false),
                Action::Down => hands.step(true),
                _ => {}
            },
            Some(Overlay::Rating(_)) if matches!(action, Action::Left | Action::Right) => {
                self.walk_competencies(action);
            }
            Some(
                Overlay::People(selected)
                | Overlay::Profile(selected)
                | Overlay::Warnings(selected)
                | Overlay::Rating(selected)
                | Overlay::Appraisals(selected)
                | Overlay::NewAppraisal(selected)
                | Overlay::ObjectiveStep { selected, .. },
            ) => *selected = step(*selected, count, action, page),
            Some(Overlay::Form(form)) => form.at = step(form.at, count, action, page),
            Some(Overlay::WhatIf(_)) if !matches!(action, Action::PageUp | Action::PageDown) => self.move_lever(action),
            Some(Overlay::Export(_)) => self.walk_export(action),
            Some(Overlay::PostWords { .. }) => {
                let page = self.hits.seen(Pane::Posts).map_or(PAGE, |seen| seen.height.max(2) - 1);
                self.walk_posts(action, page);
            }
            Some(&mut (Overlay::Filter(selected) | Overlay::PostFilter(selected))) => {
                let of_posts = matches!(self.overlays.last(), Some(Overlay::PostFilter(_)));
                let to = match action {
                    Action::Left | Action::Right if of_posts => self.post_section_beside(selected, action),
                    Action::Left | Action::Right => self.section_beside(selected, action),
                    _ => step(selected, count, action, page),
                };
                if let Some(Overlay::Filter(selected) | Overlay::PostFilter(selected)) = self.overlays.last_mut() {
                    *selected = to;
                }
            }
            _ => self.scroll_by(Pane::Overlay, action, page),
        }
    }

    /// How many lines of the top layer can be selected.
    pub(super) fn layer_lines(&self) -> usize {
        match self.overlays.last() {
            Some(Overlay::Palette(search)) => self.actions(search.field.text()).len(),
            Some(Overlay::Find(search, purpose)) => self.found(search.field.text(), *purpose).list.len(),
            Some(Overlay::People(_)) => self.people_lines().len(),
            Some(Overlay::Choose(search, wanted)) => self.choices(search.field.text(), *wanted).len(),
            Some(Overlay::Profile(_)) => self.profile().map_or(0, |profile| self.profile_lines(&profile).len()),
            Some(Overlay::Form(form)) => form.entries.len(),
            Some(Overlay::Warnings(_)) => self.warnings().len(),
            Some(Overlay::Filter(_)) => self.filter_values().len(),
            Some(Overlay::PostFilter(_)) => self.post_values().len(),
            Some(Overlay::WhatIf(_)) => Lever::ALL.len(),
            Some(Overlay::Rating(_)) => POINTS,
            Some(Overlay::Appraisals(_)) => self.appraisals().len(),
            Some(Overlay::NewAppraisal(_)) => STARTS,
            Some(Overlay::ObjectiveStep { .. }) => self.plan_steps().len() + 1,
            Some(Overlay::Export(_)) => Format::ALL.len() + FIELDS.len(),
            _ => 0,
        }
    }

    fn scroll_by(&mut self, pane: Pane, action: Action, by: usize) {
        let last = self.hits.seen(pane).map_or(0, |seen| seen.lines.saturating_sub(seen.height));
        let now = self.scrolled(pane).min(last);
        self.scroll.insert(pane, step(now, last + 1, action, by));
    }

    /// To the next pane of the screen, or the one before.
    pub(super) fn other_side(&mut self, action: Action) {
        let sides: &[Side] = match self.screen {
            Screen::Posts if !self.pack.tables().tiles.is_empty() => &[Side::Main, Side::Detail, Side::England],
            _ => &[Side::Main, Side::Detail],
        };
        let at = sides.iter().position(|side| *side == self.side()).unwrap_or(0);
        let to = if action == Action::PreviousPane { at + sides.len() - 1 } else { at + 1 };
        self.turn_to(sides[to % sides.len()]);
    }

    /// Gives a side of the screen the keys.
    fn turn_to(&mut self, side: Side) {
        let arrives = side == Side::England && self.side() != side;
        self.sides.insert(self.screen, side);
        if arrives {
            self.arrive_in_england();
        }
    }

    /// Lets the map or a list take one step of the mouse wheel.
    pub(super) fn wheel(&mut self, pane: Pane, action: Action) {
        match pane {
            Pane::Deck
            | Pane::Role
            | Pane::Route
            | Pane::TrainingItem
            | Pane::Post
            | Pane::Board
            | Pane::Competency => {
                (0..3).for_each(|_| self.scroll_by(pane, action, PAGE));
            }
            Pane::Map => self.move_window(Pan::by(0, if action == Action::Up { -3 } else { 3 })),
            _ if pane == self.focus() => self.walk(action),
            _ => {}
        }
    }

    /// Gives a pane of the screen the keys.
    pub(super) fn focus_on(&mut self, pane: Pane) {
        let side = match pane {
            Pane::Map
            | Pane::Decks
            | Pane::Routes
            | Pane::Plans
            | Pane::Training
            | Pane::Posts
            | Pane::Competencies => Side::Main,
            Pane::Deck | Pane::Role | Pane::Route | Pane::Plan | Pane::TrainingItem | Pane::Post | Pane::Competency => {
                Side::Detail
            }
            Pane::England => Side::England,
            Pane::Overlay | Pane::Board => return,
        };
        self.turn_to(side);
    }

    /// Selects a line of the top layer; whether it has such a line.
    pub(super) fn select_layer_line(&mut self, line: usize) -> Handled {
        if line >= self.layer_lines() {
            return Handled::No;
        }
        match self.overlays.last_mut() {
            Some(Overlay::Palette(search) | Overlay::Find(search, _) | Overlay::Choose(search, _)) => {
                search.selected = line;
            }
            Some(Overlay::Form(form)) => form.at = line,
            Some(Overlay::WhatIf(what_if)) => what_if.selected = line,
            Some(
                Overlay::People(selected)
                | Overlay::Filter(selected)
                | Overlay::PostFilter(selected)
                | Overlay::Profile(selected)
                | Overlay::Warnings(selected)
                | Overlay::Rating(selected)
                | Overlay::Appraisals(selected)
                | Overlay::NewAppraisal(selected)
                | Overlay::ObjectiveStep { selected, .. },
            ) => *selected = line,
            Some(Overlay::Export(dialog)) => match Format::ALL.get(line) {
                Some(format) => dialog.set_format(*format),
                None => dialog.part = FIELDS[(line - Format::ALL.len()).min(FIELDS.len() - 1)],
            },
            _ => return Handled::No,
        }
        Handled::Yes
    }
}

/// The line after a step through `count` lines; stays where it is at the ends.
fn step(at: usize, count: usize, action: Action, page: usize) -> usize {
    let last = count.saturating_sub(1);
    let next = match action {
        Action::Up => at.saturating_sub(1),
        Action::Down => at + 1,
        Action::PageUp => at.saturating_sub(page),
        Action::PageDown => at + page,
        Action::First => 0,
        Action::Last => last,
        _ => at,
    };
    next.min(last)
}
