//! Choosing what is to be seen of the map, and saying what that leaves.

use std::sync::Arc;

use super::App;
use super::action::Action;
use super::change::capital;
use super::desk::Knowledge;
use super::map::filter::sift::Reach;
use super::map::filter::{Facet, Filter, Grounds, Manner, Spacing, Value, Within, words};
use super::map::legend::Part;
use super::overlay::Overlay;
use super::stance::Turn;
use crate::domain::role_set::RoleSet;
use crate::domain::words::count;
use crate::layout::wrap;

impl App {
    /// What undo would come back to.
    pub(super) fn turn(&self) -> Turn {
        Turn {
            stance: self.stance.clone(),
            filter: self.map.sieve().filter().clone(),
            posts: self.posts_view().chosen().clone(),
            book: self.keeper.book.clone(),
        }
    }

    /// Changes the filter, remembering what was before.
    fn change_filter(&mut self, change: impl FnOnce(&mut Filter)) {
        let before = self.turn();
        let mut filter = before.filter.clone();
        change(&mut filter);
        if filter != before.filter {
            self.map.set_filter(filter);
            self.history.remember(before);
            self.sift();
        }
    }

    /// Works out what passes, where anybody wants to know.
    pub(super) fn sift(&mut self) {
        let is_asked = !self.map.sieve().filter().is_off() || self.filter_sheet_is_open();
        let grounds = self.selected_role().filter(|_| is_asked).map(|selected| {
            let marks = self.marks();
            let always = marks.me.into_iter().chain(marks.target).chain(marks.route).collect();
            let reach = self.reach_for_filter();
            Grounds { selected, moves: marks.moves, ruleset: self.stance.ruleset, always, reach }
        });
        match grounds {
            Some(grounds) => self.map.sift(&self.pack, &grounds),
            None => self.map.sift_no_more(),
        }
    }

    fn filter_sheet_is_open(&self) -> bool {
        self.overlays.iter().any(|layer| matches!(layer, Overlay::Filter(_)))
    }

    fn reach_for_filter(&self) -> Reach {
        if !self.map.sieve().filter().has(Value::InReach) && !self.filter_sheet_is_open() {
            return Reach::Nobody;
        }
        match self.desk.reach(&self.stance) {
            Knowledge::NothingAsked => Reach::Nobody,
            Knowledge::Waiting => Reach::Waiting,
            Knowledge::Known(roles) => {
                let here = self.stance.me.as_ref().map(|me| me.person.role);
                Reach::Known(Arc::new(roles.keys().copied().chain(here).collect::<RoleSet>()))
            }
        }
    }

    /// Does what an action means for the filter.
    pub(super) fn filter(&mut self, action: Action) {
        match action {
            Action::NearOnly => {
                self.change_filter(|filter| filter.set_within(Within::after(filter.within())));
                self.notice = Some(self.filter_words(About::Distance));
            }
            Action::Filter => self.overlays.push(Overlay::Filter(0)),
            Action::ToggleValue => self.toggle_value(),
            Action::ShowAll => {
                self.change_filter(|filter| *filter = Filter::default());
                self.notice = Some(self.filter_words(About::Everything));
            }
            Action::DimOrHide => {
                let (manner, words) = match self.map.sieve().manner() {
                    Manner::Dim => (Manner::Hide, "Roles that do not pass are hidden; their places stay empty"),
                    Manner::Hide => (Manner::Dim, "Roles that do not pass are dimmed"),
                };
                self.map.set_manner(manner);
                self.notice = Some(words.to_owned());
            }
            Action::Compact => {
                let (spacing, words) = match self.map.sieve().spacing() {
                    Spacing::InPlace => (Spacing::Compact, "Compact: roles that do not pass take no room; C goes back"),
                    Spacing::Compact => (Spacing::InPlace, "Every role stands in its place again"),
                };
                self.map.set_spacing(spacing);
                self.notice = Some(words.to_owned());
            }
            _ => {}
        }
    }

    fn toggle_value(&mut self) {
        let Some(Overlay::Filter(line)) = self.overlays.last() else { return };
        let Some(&value) = self.filter_values().get(*line) else { return };
        if value == Value::InReach && self.stance.me.is_none() {
            self.notice = Some("Say who you are first: s on a role, or w for a ready-made person".to_owned());
            return;
        }
        self.change_filter(|filter| filter.toggle(value));
    }

    /// All that can be chosen, in the order of the sheet.
    #[must_use]
    pub fn filter_values(&self) -> Vec<Value> {
        let traits = self.map.sieve().traits(&self.pack);
        Facet::ALL.into_iter().flat_map(|facet| traits.values(&self.pack, facet)).collect()
    }

    /// The first value of the section before or after the one of a line.
    pub(super) fn section_beside(&self, line: usize, action: Action) -> usize {
        let values = self.filter_values();
        let firsts: Vec<usize> =
            (0..values.len()).filter(|&at| at == 0 || values[at - 1].facet() != values[at].facet()).collect();
        match action {
            Action::Left => firsts.iter().rev().find(|&&first| first < line).copied().unwrap_or(0),
            _ => firsts.iter().find(|&&first| first > line).copied().unwrap_or(line),
        }
    }

    /// What is filtered, for the map's frame: `23 of 133 roles · within 2 moves · Nursing`; nothing while no filter is on.
    #[must_use]
    pub fn filter_line(&self) -> Option<String> {
        let sieve = self.map.sieve();
        let sifted = sieve.sifted()?;
        let chosen = words::chosen(&self.pack, sieve.traits(&self.pack), sieve.filter());
        let compact = if sieve.spacing() == Spacing::Compact { ", compact" } else { "" };
        let waiting = if sifted.unknown().next().is_some() { " (not known yet)" } else { "" };
        Some(format!("{}{compact} · {chosen}{waiting}", words::left(sifted)))
    }

    /// Why roles are not shown, and how many ways of the selected role are not drawn; nothing while all are.
    #[must_use]
    pub fn filter_reasons(&self) -> Option<Part> {
        let sieve = self.map.sieve();
        words::reasons(sieve.sifted()?, sieve.manner())
    }

    fn filter_words(&self, about: About) -> String {
        let sieve = self.map.sieve();
        let Some(sifted) = sieve.sifted() else {
            let roles = self.pack.role_ids().len();
            return format!("No filter: all {} are shown", count(roles as u64, "role"));
        };
        let mut filter = sieve.filter().clone();
        filter.set_within(None);
        let distance = match (sieve.filter().within(), self.selected_role()) {
            (Some(within), Some(role)) => {
                let title = wrap::short(&self.pack.role(role).title);
                format!("within {} of {title}", count(within.moves() as u64, "move"))
            }
            _ if about == About::Distance => "at any distance".to_owned(),
            _ => String::new(),
        };
        let others = words::chosen(&self.pack, sieve.traits(&self.pack), &filter);
        let parts: Vec<String> = [distance, others].into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}: {}", capital(&parts.join(" · ")), words::left(sifted))
    }
}

/// What a message is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Distance,
    Everything,
}
