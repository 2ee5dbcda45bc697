//! Ticking off in a portfolio: what is done in a plan is done in the person's life too. An appointment makes the new role
//! theirs and the old one a role held before; a study or a check joins what they hold. Opening an item again takes back
//! exactly that, as long as the profile still says what ticking it off made it say.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Portfolio;
use crate::domain::id::{RoleId, Slug, TrainingId};
use crate::domain::plan::{Item, Plan, Refusal};
use crate::domain::planner::certainly_required;
use crate::domain::profile::record::Time;
use crate::domain::profile::{Before, Held, Profile, Since};
use crate::domain::{Pack, dates, words};

/// What ticking an item off changed besides the item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Consequence {
    /// They hold another role, and the one they held joined the roles held before.
    NewRole {
        /// The role held until then.
        left: RoleId,
        /// The role held now.
        entered: RoleId,
        /// The day on which it was entered.
        on: Date,
    },
    /// They hold the role again that they held before the item was ticked off.
    RoleAgain(RoleId),
    /// This joined what they hold.
    Gained(Vec<TrainingId>),
    /// This is no longer among what they hold.
    Lost(Vec<TrainingId>),
    /// The pack does not know what was ticked off, so the profile stays as it was; what it is called.
    NotInPack(String),
    /// So many other plans start from a role that they no longer hold.
    StartElsewhere(usize),
}

impl Consequence {
    /// In words: a sentence without its full stop.
    #[must_use]
    pub fn words(&self, pack: &Pack) -> String {
        let role = |id: &RoleId| pack.role(*id).title.as_str();
        let titles = |items: &[TrainingId]| {
            words::and_list(&items.iter().map(|id| pack.training(*id).title.as_str()).collect::<Vec<_>>())
        };
        match self {
            Self::NewRole { left, entered, on } => format!(
                "You are {} since {}; {} is among the roles held before",
                role(entered),
                dates::day(*on),
                role(left)
            ),
            Self::RoleAgain(back) => format!("You are {} again", role(back)),
            Self::Gained(items) => format!("Added to what you hold: {}", titles(items)),
            Self::Lost(items) => format!("No longer among what you hold: {}", titles(items)),
            Self::NotInPack(title) => format!("The pack does not know {title}, so your profile stays as it was"),
            Self::StartElsewhere(1) => "1 other plan starts from a role you no longer hold".to_owned(),
            Self::StartElsewhere(count) => format!("{count} other plans start from a role you no longer hold"),
        }
    }
}

impl Portfolio {
    /// Ticks an item of a plan off as done on a day, or with no day makes it open again, and takes into the profile what
    /// follows from it; what that is.
    ///
    /// # Errors
    /// When there is no such plan or the item cannot be done then; everything is as it was.
    pub fn tick(
        &mut self,
        pack: &Pack,
        plan: &Slug,
        item: Item,
        on: Option<Date>,
        today: Date,
    ) -> Result<Vec<Consequence>, Refusal> {
        let mut after = self.clone();
        let ticked = after.plans.iter_mut().find(|one| one.id == *plan).ok_or(Refusal::NoSuchItem)?;
        let was = ticked.done(item);
        ticked.tick(item, on, today)?;
        let ticked = ticked.clone();
        if let Some(was) = was {
            after.take_back(pack, &ticked, item, was);
        }
        let unknown = on.and_then(|on| after.take_in(pack, &ticked, item, on));
        let mut consequences = between(&self.profile, &after.profile);
        consequences.extend(unknown.map(Consequence::NotInPack));
        let moved = self.profile.role != after.profile.role;
        let elsewhere =
            after.plans.iter().filter(|other| other.id != *plan && other.starts_elsewhere(pack, after.profile.role));
        let elsewhere = elsewhere.count();
        if moved && elsewhere > 0 {
            consequences.push(Consequence::StartElsewhere(elsewhere));
        }
        *self = after;
        Ok(consequences)
    }

    /// Takes what was done into the profile; the title of what the pack does not know.
    fn take_in(&mut self, pack: &Pack, plan: &Plan, item: Item, on: Date) -> Option<String> {
        if let Item::Role(at) = item {
            let stint = plan.stints.get(at)?;
            let last = plan.stints.iter().rposition(|stint| stint.entered.is_some());
            let Some(role) = pack.find_role(stint.role.as_str()) else { return Some(stint.title.clone()) };
            // The day of an earlier step says nothing of the role held now.
            if last == Some(at) {
                self.enter(pack, role, on);
            }
            return None;
        }
        let (slug, title) = plan.training(item)?;
        let Some(training) = pack.find_training(slug.as_str()) else { return Some(title.to_owned()) };
        let profile = &mut self.profile;
        let held = profile.have.contains(&training)
            || profile.held.iter().any(|held| held.training == training && held.counts_on(on));
        if !held {
            profile.held.push(Held { training, on: Some(on), until: None });
        }
        None
    }

    /// Makes a role theirs since a day; what it certainly asks for and they did not hold came with the appointment.
    fn enter(&mut self, pack: &Pack, role: RoleId, on: Date) {
        let profile = &self.profile;
        let time = match profile.since {
            Since::Years(years) => Time::Years(years),
            Since::Day(from) if from <= on => Time::Days { from, to: on },
            // The profile tells of a later time than the plan.
            Since::Day(_) => return,
        };
        if profile.role == role {
            return;
        }
        let left = Before { role: profile.role, time };
        let mut after = Profile { have: profile.have.clone(), ..profile.in_role(pack, role, Since::Day(on)) };
        after.before.push(left);
        let have = after.person(pack, pack.tables().hours_per_week, on).have;
        let came: Vec<TrainingId> = certainly_required(pack, role).difference(&have).copied().collect();
        after.held.extend(came.into_iter().map(|training| Held { training, on: Some(on), until: None }));
        self.profile = after;
    }

    /// Takes back what ticking an item off on a day put into the profile, as far as that still stands there.
    fn take_back(&mut self, pack: &Pack, plan: &Plan, item: Item, was: Date) {
        let gone: BTreeSet<TrainingId> = match item {
            Item::Role(at) => {
                let role = plan.stints.get(at).and_then(|stint| pack.find_role(stint.role.as_str()));
                let Some(role) = role.filter(|role| self.leave_again(pack, *role, was)) else { return };
                certainly_required(pack, role)
            }
            _ => plan.training(item).and_then(|(slug, _)| pack.find_training(slug.as_str())).into_iter().collect(),
        };
        let still = |training: TrainingId| {
            let slug = &pack.training(training).slug;
            self.plans.iter().any(|plan| plan.was_done_on(slug, was))
        };
        let gone: BTreeSet<TrainingId> = gone.into_iter().filter(|training| !still(*training)).collect();
        self.profile.held.retain(|held| held.on != Some(was) || held.until.is_some() || !gone.contains(&held.training));
    }

    /// Goes back to the role held before one that was entered on a day; whether the profile still told of that.
    fn leave_again(&mut self, pack: &Pack, role: RoleId, was: Date) -> bool {
        let profile = &self.profile;
        let before = profile.before.last().filter(|_| (profile.role, profile.since) == (role, Since::Day(was)));
        let back = before.and_then(|before| match before.time {
            Time::Years(years) => Some((before.role, Since::Years(years))),
            Time::Days { from, to } if to == was => Some((before.role, Since::Day(from))),
            Time::Days { .. } => None,
        });
        let Some((role, since)) = back else { return false };
        let mut after = Profile { have: profile.have.clone(), ..profile.in_role(pack, role, since) };
        after.before.pop();
        self.profile = after;
        true
    }
}

/// What is different in a profile.
fn between(before: &Profile, after: &Profile) -> Vec<Consequence> {
    let mut all = Vec::new();
    if before.role != after.role {
        all.push(match after.since {
            Since::Day(on) if after.before.len() > before.before.len() => {
                Consequence::NewRole { left: before.role, entered: after.role, on }
            }
            _ => Consequence::RoleAgain(after.role),
        });
    }
    let only = |of: &Profile, not: &Profile| -> Vec<TrainingId> {
        let new = of.held.iter().filter(|held| !not.held.iter().any(|other| other.training == held.training));
        new.map(|held| held.training).collect()
    };
    let (gained, lost) = (only(after, before), only(before, after));
    if !gained.is_empty() {
        all.push(Consequence::Gained(gained));
    }
    if !lost.is_empty() {
        all.push(Consequence::Lost(lost));
    }
    all
}
