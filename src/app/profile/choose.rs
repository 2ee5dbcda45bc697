//! Choosing by name what a line of the profile needs: a role, training, a region, sectors.

use std::collections::BTreeSet;

use super::form::{About, Form, Slot};
use super::forms;
use crate::app::App;
use crate::app::field::Field;
use crate::app::finder::{Found, by_title_or_id};
use crate::app::overlay::{Overlay, Search};
use crate::domain::id::{RegionId, RoleId, TrainingId};
use crate::domain::profile::wishes::spoken;
use crate::domain::profile::{Profile, Wishes};
use crate::domain::training::Obtain;

/// For what something is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// The role held.
    MyRole,
    /// Where somebody works.
    Region,
    /// The role wanted.
    Target,
    /// Other roles they would like; several.
    Targets,
    /// Sectors they would like; several.
    Sectors,
    /// Regions they would like; several.
    Regions,
    /// A role held before.
    Before,
    /// A registration or training held.
    Held,
    /// A requirement that was waived, or for which something else was taken.
    Waived,
}

/// Something to be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// A role.
    Role(RoleId),
    /// Training, a registration, a check.
    Training(TrainingId),
    /// A region.
    Region(RegionId),
    /// A sector, by its id.
    Sector(String),
    /// None of them.
    Nothing,
}

/// What is ahead of everything that fits as well.
const AHEAD: u32 = 60;

impl Wanted {
    /// Whether several can be chosen, one after the other.
    #[must_use]
    pub const fn several(self) -> bool {
        matches!(self, Self::Targets | Self::Sectors | Self::Regions)
    }
}

impl App {
    /// What can be chosen and fits what is typed, best first.
    #[must_use]
    pub fn choices(&self, typed: &str, wanted: Wanted) -> Vec<Found<Choice>> {
        let all = self.all_choices(wanted);
        let titles: Vec<String> = all.iter().map(|choice| self.choice_title(choice)).collect();
        let ids: Vec<String> = all.iter().map(|choice| self.choice_id(choice)).collect();
        let first = self.first_choices(wanted);
        let ahead = |at: usize| if first.contains(&all[at]) { AHEAD } else { 0 };
        let found = by_title_or_id(typed, (&titles, &ids), ahead, |at| all[at].clone());
        found.into_iter().map(|(_, found)| found).collect()
    }

    fn all_choices(&self, wanted: Wanted) -> Vec<Choice> {
        let pack = self.pack();
        let regions = || (0..pack.tables().regions.len()).map(|at| Choice::Region(RegionId::from_index(at)));
        let nothing = || std::iter::once(Choice::Nothing);
        match wanted {
            Wanted::MyRole | Wanted::Targets | Wanted::Before => pack.role_ids().map(Choice::Role).collect(),
            Wanted::Target => pack.role_ids().map(Choice::Role).chain(nothing()).collect(),
            Wanted::Region => regions().chain(nothing()).collect(),
            Wanted::Regions => regions().collect(),
            Wanted::Held | Wanted::Waived => pack.training_ids().map(Choice::Training).collect(),
            Wanted::Sectors => {
                let of_pack = pack.role_ids().filter_map(|role| pack.role(role).sector.clone());
                let sectors: BTreeSet<String> = of_pack.chain(self.wishes().sectors).collect();
                sectors.into_iter().map(Choice::Sector).collect()
            }
        }
    }

    /// What is most likely meant: of targets those that are wished for, of waivers what the selected role asks for and is
    /// not held, of what is held the registrations and the like.
    fn first_choices(&self, wanted: Wanted) -> Vec<Choice> {
        let pack = self.pack();
        match wanted {
            Wanted::Target => self.wishes().targets.into_iter().map(Choice::Role).collect(),
            Wanted::Waived => self.asked_and_not_held().into_iter().map(Choice::Training).collect(),
            Wanted::Held => {
                let held = pack.training_ids().filter(|id| pack.training(*id).obtain == Obtain::Held);
                held.map(Choice::Training).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What the role selected on the map asks for and the person does not hold.
    #[must_use]
    pub fn asked_and_not_held(&self) -> BTreeSet<TrainingId> {
        let rows = self.asks().map(crate::app::asks::Asks::rows).unwrap_or_default();
        let held = self.stance().me.as_ref().map(|me| me.person.have.clone()).unwrap_or_default();
        let asked = rows.iter().flat_map(|(row, _)| self.pack().requirement(*row).requires.facts());
        asked.filter(|fact| !held.contains(fact)).collect()
    }

    /// What a choice is called.
    #[must_use]
    pub fn choice_title(&self, choice: &Choice) -> String {
        let pack = self.pack();
        match choice {
            Choice::Role(id) => pack.role(*id).title.clone(),
            Choice::Training(id) => pack.training(*id).title.clone(),
            Choice::Region(id) => pack.region(*id).title.clone(),
            Choice::Sector(sector) => crate::app::change::capital(&spoken(sector)),
            Choice::Nothing => "None".to_owned(),
        }
    }

    fn choice_id(&self, choice: &Choice) -> String {
        let pack = self.pack();
        match choice {
            Choice::Role(id) => pack.role(*id).slug.to_string(),
            Choice::Training(id) => pack.training(*id).slug.to_string(),
            Choice::Region(id) => pack.region(*id).slug.to_string(),
            Choice::Sector(sector) => sector.clone(),
            Choice::Nothing => "none".to_owned(),
        }
    }

    /// Takes what was chosen: puts it into the profile, or asks what else there is to be said of it.
    pub(in crate::app) fn take_choice(&mut self, search: Search, wanted: Wanted) {
        let found = self.choices(search.field.text(), wanted);
        let Some(choice) = found.into_iter().nth(search.selected).map(|found| found.what) else {
            self.overlays.push(Overlay::Choose(search, wanted));
            return;
        };
        match (wanted, choice) {
            (Wanted::MyRole, Choice::Role(role)) => self.open_form(About::Role(role)),
            (Wanted::Before, Choice::Role(role)) => self.open_form(About::Before(Slot::New, role)),
            (Wanted::Held, Choice::Training(id)) => self.open_form(About::Held(Slot::New, id)),
            (Wanted::Waived, Choice::Training(id)) => self.open_form(About::Waiver(Slot::New, id)),
            (Wanted::Region, choice) => self.edit_profile(|_, profile| {
                profile.region = if let Choice::Region(region) = choice { Some(region) } else { None };
            }),
            (Wanted::Target, choice) => self.edit_profile(|_, profile| {
                profile.target = if let Choice::Role(role) = choice { Some(role) } else { None };
            }),
            (_, choice) => {
                self.overlays.push(Overlay::Choose(search, wanted));
                self.edit_profile(|_, profile| toggle(&mut profile.wishes, choice));
            }
        }
    }

    /// Opens a form as the profile is now; of somebody who is only tried on a copy is offered instead.
    pub(in crate::app) fn open_form(&mut self, about: About) {
        let Some(profile) = self.profile() else { return };
        if self.ownership() == super::Ownership::TriedOn {
            return self.overlays.push(Overlay::Adopt);
        }
        let form = forms::form(&profile, about, self.today());
        self.overlays.push(Overlay::Form(Box::new(form)));
    }

    /// Takes what a form says, or tells what is wrong with it and keeps it open.
    pub(in crate::app) fn take_form(&mut self, mut form: Box<Form>) {
        let Some(mut profile) = self.profile() else { return };
        match forms::take(&form, self.pack(), &mut profile, self.today()) {
            Ok(()) => self.edit_profile(|_, now| *now = profile),
            Err(faults) => {
                form.blame(faults);
                self.overlays.push(Overlay::Form(form));
            }
        }
    }

    /// Opens a chooser; of somebody who is only tried on a copy is offered instead.
    pub(in crate::app) fn choose(&mut self, wanted: Wanted) {
        self.overlays.push(match self.ownership() {
            super::Ownership::TriedOn => Overlay::Adopt,
            _ => Overlay::Choose(Search { field: Field::default(), selected: 0 }, wanted),
        });
    }
}

fn toggle(wishes: &mut Wishes, choice: Choice) {
    match choice {
        Choice::Role(role) => turn(&mut wishes.targets, role),
        Choice::Region(region) => turn(&mut wishes.regions, region),
        Choice::Sector(sector) => turn(&mut wishes.sectors, sector),
        Choice::Training(_) | Choice::Nothing => {}
    }
}

/// In where it was out, out where it was in.
fn turn<T: Ord>(among: &mut BTreeSet<T>, what: T) {
    if !among.remove(&what) {
        among.insert(what);
    }
}

/// Whether something is among the wishes already.
#[must_use]
pub fn is_chosen(profile: &Profile, wanted: Wanted, choice: &Choice) -> bool {
    match (wanted, choice) {
        (Wanted::Targets, Choice::Role(role)) => profile.wishes.targets.contains(role),
        (Wanted::Regions, Choice::Region(region)) => profile.wishes.regions.contains(region),
        (Wanted::Sectors, Choice::Sector(sector)) => profile.wishes.sectors.contains(sector),
        (Wanted::Target, Choice::Role(role)) => profile.target == Some(*role),
        (Wanted::Region, Choice::Region(region)) => profile.region == Some(*region),
        _ => false,
    }
}
