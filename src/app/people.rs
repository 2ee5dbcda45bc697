//! The list of people: the user's own profiles, the ready-made people to try on, a new profile, and those that were
//! removed. Choosing, naming, copying and removing.

use super::App;
use super::effect::{Effect, Keep, Way};
use super::field::Field;
use super::keeping::shelf::{Deed, InProfile, OwnProfile};
use super::overlay::Overlay;
use crate::domain::id::Slug;

/// The longest label of a profile, in characters.
const LONGEST: usize = 80;

/// A line of the list that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonLine {
    /// One of the user's own profiles, by its place on the shelf.
    Own(usize),
    /// One of the pack's people, by their place in it.
    Persona(usize),
    /// A new profile.
    New,
    /// A profile that was removed, by its place on the shelf.
    Removed(usize),
}

/// What a label is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LabelFor {
    /// A new profile.
    New,
    /// A copy of this one.
    CopyOf(Slug),
    /// This one itself.
    Itself(Slug),
}

impl App {
    /// The lines of the list of people, from the top.
    #[must_use]
    pub fn people_lines(&self) -> Vec<PersonLine> {
        let (own, removed) = (self.shelf().own.len(), self.shelf().removed.len());
        let new = if self.has_place_for_profiles() { Some(PersonLine::New) } else { None };
        let personas = self.pack.tables().personas.len();
        (0..own)
            .map(PersonLine::Own)
            .chain((0..personas).map(PersonLine::Persona))
            .chain(new)
            .chain((0..removed).map(PersonLine::Removed))
            .collect()
    }

    /// Whether this is the profile that is open.
    #[must_use]
    pub fn is_open(&self, profile: &OwnProfile) -> bool {
        self.profile_name().is_some_and(|name| name.as_str() == profile.name)
    }

    /// Opens the list of people; the user's own profiles are read anew for it.
    pub(super) fn choose_person(&mut self) -> Vec<Effect> {
        let deed = self.has_place_for_profiles().then_some(Deed::List);
        self.overlays.push(Overlay::People(0));
        deed.map_or(Vec::new(), |deed| self.with_profiles(deed))
    }

    /// Takes the chosen line of the list of people.
    pub(super) fn take_person(&mut self, line: usize) -> Vec<Effect> {
        match self.people_lines().get(line) {
            Some(PersonLine::Own(at)) => self.open_own(*at),
            Some(PersonLine::Persona(at)) => {
                self.be(*at);
                Vec::new()
            }
            Some(PersonLine::New) => {
                self.overlays.push(Overlay::Label(LabelFor::New, Field::default()));
                Vec::new()
            }
            Some(PersonLine::Removed(at)) => {
                let removed = self.shelf().removed[*at].clone();
                self.overlays.push(Overlay::People(line));
                self.with_profiles(Deed::BringBack(removed.name, removed.file))
            }
            None => Vec::new(),
        }
    }

    fn open_own(&mut self, at: usize) -> Vec<Effect> {
        let Some(profile) = self.shelf().own.get(at).cloned() else { return Vec::new() };
        if self.is_open(&profile) && !matches!(profile.what, InProfile::Faulty(_)) {
            if self.can_come_back() {
                self.come_back();
            } else {
                self.notice = Some("This profile is open".to_owned());
            }
            return Vec::new();
        }
        match (Slug::parse(&profile.name), profile.what) {
            (Some(name), _) => self.with_profiles(Deed::Open(name)),
            (None, InProfile::Faulty(why)) => {
                self.overlays.push(Overlay::Notice(format!("{}.toml cannot be opened: {why}.", profile.name)));
                Vec::new()
            }
            (None, _) => Vec::new(),
        }
    }

    /// The profile on the selected line of the list of people, where that is one that can be read.
    fn selected_profile(&self) -> Option<(Slug, String)> {
        let Some(Overlay::People(line)) = self.overlays.last() else { return None };
        let Some(PersonLine::Own(at)) = self.people_lines().get(*line).copied() else { return None };
        let profile = self.shelf().own.get(at)?;
        let InProfile::Person { label, .. } = &profile.what else { return None };
        Some((Slug::parse(&profile.name)?, label.clone()))
    }

    /// The file on the selected line of the list of people, whether it can be read or not.
    fn selected_file(&self) -> Option<Slug> {
        let Some(Overlay::People(line)) = self.overlays.last() else { return None };
        let Some(PersonLine::Own(at)) = self.people_lines().get(*line).copied() else { return None };
        Slug::parse(&self.shelf().own.get(at)?.name)
    }

    /// Whether one of the user's own profiles is selected in the list of people, that can be read.
    #[must_use]
    pub fn has_selected_profile(&self) -> bool {
        self.selected_profile().is_some()
    }

    /// Whether one of the user's own profiles is selected in the list of people, also one that cannot be read.
    #[must_use]
    pub fn has_selected_file(&self) -> bool {
        self.selected_file().is_some()
    }

    /// Asks for another label of the selected profile.
    pub(super) fn ask_label(&mut self) {
        if let Some((name, label)) = self.selected_profile() {
            self.overlays.push(Overlay::Label(LabelFor::Itself(name), Field::with(label)));
        }
    }

    /// Asks for the label of a copy of the selected profile.
    pub(super) fn ask_label_of_copy(&mut self) {
        if let Some((name, label)) = self.selected_profile() {
            self.overlays.push(Overlay::Label(LabelFor::CopyOf(name), Field::with(format!("{label}, a copy"))));
        }
    }

    /// Removes the selected profile; it can be brought back.
    pub(super) fn remove_profile(&mut self) -> Vec<Effect> {
        self.selected_file().map_or(Vec::new(), |name| self.with_profiles(Deed::Remove(name)))
    }

    /// Takes the label that was typed.
    pub(super) fn take_label(&mut self, wanted: LabelFor, typed: Field) -> Vec<Effect> {
        let label: String = typed.text().trim().chars().take(LONGEST).collect();
        if label.is_empty() {
            self.notice = Some("A profile needs a label; no name, for instance: Ward manager, Taunton".to_owned());
            self.overlays.push(Overlay::Label(wanted, typed));
            return Vec::new();
        }
        let deed = match wanted {
            LabelFor::New => {
                self.call_new_profile(&label);
                Deed::Begin(label)
            }
            LabelFor::CopyOf(name) => Deed::Copy(name, label),
            LabelFor::Itself(name) if self.profile_name() == Some(&name) && self.portfolio().is_some() => {
                self.relabel_own(&label);
                // Written before it is read for the list.
                let written = self.write(Way::New);
                return vec![written, Effect::Keep(Keep::Profiles(Deed::List))];
            }
            LabelFor::Itself(name) => Deed::Relabel(name, label),
        };
        self.with_profiles(deed)
    }

    /// Wants something done with the profiles. What could not be written before is tried again first, since it belongs to
    /// the one that is open.
    pub(super) fn with_profiles(&mut self, deed: Deed) -> Vec<Effect> {
        let again = self.is_unsaved().then(|| self.write(Way::New));
        if deed.may_change_who() {
            self.wait_for_profiles();
        }
        again.into_iter().chain([Effect::Keep(Keep::Profiles(deed))]).collect()
    }
}
