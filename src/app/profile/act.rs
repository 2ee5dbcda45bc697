//! What Enter, `a` and `X` do on a line of the profile.

use super::choose::Wanted;
use super::form::{About, Slot};
use super::lines::{Line, Section};
use crate::app::App;
use crate::app::overlay::Overlay;
use crate::domain::profile::Wishes;

impl App {
    /// The selected line of the profile.
    #[must_use]
    pub fn profile_line(&self) -> Option<Line> {
        let Some(Overlay::Profile(selected)) = self.overlays().last() else { return None };
        self.profile_lines(&self.profile()?).get(*selected).copied()
    }

    /// Changes or opens the selected line.
    pub(in crate::app) fn open_profile_line(&mut self, selected: usize) {
        self.overlays.push(Overlay::Profile(selected));
        let (Some(line), Some(profile)) = (self.profile_line(), self.profile()) else { return };
        match line {
            Line::Label => self.open_form(About::Label),
            Line::Role => self.choose(Wanted::MyRole),
            Line::Since => self.open_form(About::Role(profile.role)),
            Line::Region => self.choose(Wanted::Region),
            Line::Hours => self.open_form(About::Hours),
            Line::Target => self.choose(Wanted::Target),
            Line::Warnings => self.overlays.push(Overlay::Warnings(0)),
            Line::Targets => self.choose(Wanted::Targets),
            Line::Sectors => self.choose(Wanted::Sectors),
            Line::Regions => self.choose(Wanted::Regions),
            Line::PayFloor => self.open_form(About::PayFloor),
            Line::MostMoves => self.open_form(About::MostMoves),
            Line::Before(at) => self.open_form(About::Before(Slot::At(at), profile.before[at].role)),
            Line::Held(at) => self.open_form(About::Held(Slot::At(at), profile.held[at].training)),
            Line::Have(training) => self.open_form(About::Have(training)),
            Line::Waiver(at) => self.open_form(About::Waiver(Slot::At(at), profile.waivers[at].fact)),
            Line::Add(section) => self.add_to(section),
            Line::Counted(at) => {
                let items = profile.account(self.pack(), self.today());
                items.get(at).into_iter().for_each(|item| self.show_training(item.fact));
            }
        }
    }

    /// Adds to the section of the selected line.
    pub(in crate::app) fn add_profile_line(&mut self) {
        let section = self.profile_line().map_or(Section::Held, Line::section);
        self.add_to(section);
    }

    fn add_to(&mut self, section: Section) {
        match section {
            Section::Before => self.choose(Wanted::Before),
            Section::Held | Section::Counted => self.choose(Wanted::Held),
            Section::Waivers => self.choose(Wanted::Waived),
            Section::You | Section::Wishes => {
                let words = "Enter changes this line; a adds to the roles before, to what is held, to the waivers";
                self.notice = Some(words.to_owned());
            }
        }
    }

    /// Takes what the selected line says out of the profile.
    pub(in crate::app) fn remove_profile_line(&mut self) {
        let Some(line) = self.profile_line() else { return };
        match line {
            Line::Role | Line::Since => self.notice = Some("A role is needed; Enter changes it".to_owned()),
            Line::Add(_) | Line::Warnings => self.notice = Some("There is nothing to remove here".to_owned()),
            Line::Counted(_) => {
                let words = "This follows from what is said above; remove it there";
                self.notice = Some(words.to_owned());
            }
            Line::Label => self.edit_profile(|pack, profile| profile.title.clone_from(&pack.role(profile.role).title)),
            Line::Region => self.edit_profile(|_, profile| profile.region = None),
            Line::Hours => self.edit_profile(|_, profile| profile.hours_per_week = None),
            Line::Target => self.edit_profile(|_, profile| profile.target = None),
            Line::Before(at) => self.edit_profile(|_, profile| remove(&mut profile.before, at)),
            Line::Held(at) => self.edit_profile(|_, profile| remove(&mut profile.held, at)),
            Line::Have(training) => self.edit_profile(|_, profile| profile.have.retain(|id| *id != training)),
            Line::Waiver(at) => self.edit_profile(|_, profile| remove(&mut profile.waivers, at)),
            wish => self.edit_profile(|_, profile| forget(&mut profile.wishes, wish)),
        }
    }

    /// Records a waiver: of what the selected role asks for, or of the training that is looked at.
    pub(in crate::app) fn record_waiver(&mut self) {
        match (self.screen(), self.selected_training()) {
            (crate::app::Screen::Training, Some(training)) => self.open_form(About::Waiver(Slot::New, training)),
            _ => self.choose(Wanted::Waived),
        }
    }
}

fn remove<T>(among: &mut Vec<T>, at: usize) {
    if at < among.len() {
        among.remove(at);
    }
}

fn forget(wishes: &mut Wishes, line: Line) {
    match line {
        Line::Targets => wishes.targets.clear(),
        Line::Sectors => wishes.sectors.clear(),
        Line::Regions => wishes.regions.clear(),
        Line::PayFloor => wishes.pay_at_least = None,
        Line::MostMoves => wishes.most_moves = None,
        _ => {}
    }
}
