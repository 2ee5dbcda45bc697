//! Ways of spending a stint: which of the demands at its end are met in it, by study or by waiting for what the role
//! gives, and how long it then lasts.

use super::bits::Bits;
use super::needs::StudyCost;
use super::situation::Situation;
use crate::domain::id::RoleId;

/// One way of spending a stint.
#[derive(Debug, Clone)]
pub(super) struct Filling {
    /// What has to be held on entering the role.
    pub(super) demands: Bits,
    /// What is studied in the stint.
    pub(super) studied: Bits,
    /// How long it lasts, in weeks; in the role held now, from today.
    pub(super) length: u32,
    /// What of it could as well be studied earlier, without the stint becoming shorter or anything else asked for.
    pub(super) loose: Bits,
}

/// What a stint has to achieve.
#[derive(Debug, Clone, Copy)]
pub(super) struct Task<'a> {
    /// The role held.
    pub(super) role: RoleId,
    /// Its least length.
    pub(super) tenure: u32,
    /// What has to be held at its end.
    pub(super) demands: &'a Bits,
    /// What is studied later: to need it earlier is a detour that another way of spending the later stint avoids.
    pub(super) later: &'a Bits,
    /// What is certain to be held on entering the role, whichever way one comes.
    pub(super) held_on_entry: &'a Bits,
    /// The highest level of the roles one can have held before; nothing when the stint is the first.
    pub(super) level_before: Option<u32>,
}

/// All ways of spending the stint, in a fixed order.
pub(super) fn fillings(situation: &Situation<'_>, task: Task<'_>) -> Vec<Filling> {
    let mut builder = Builder { situation, task, found: Vec::new(), studies: Vec::new() };
    let open = task.demands.iter().map(|need| (need, Asked::AtTheEnd)).collect();
    builder.decide(&State { open, ..State::default() });
    builder.found
}

/// Why a need is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// It has to be held at the end of the stint.
    AtTheEnd,
    /// A study of the stint rests on it.
    ForStudy,
}

#[derive(Debug, Clone, Default)]
struct State {
    open: Vec<(usize, Asked)>,
    decided: Bits,
    /// Left to earlier stints.
    before: Bits,
    /// Waited for, as the role gives it.
    awaited: Bits,
    /// Studied here.
    studied: Bits,
    /// The least length so far, from what is awaited.
    length: u32,
}

struct Builder<'s, 't> {
    situation: &'s Situation<'s>,
    task: Task<'t>,
    found: Vec<Filling>,
    /// The studies decided on, with the way in which each one's prerequisites are met.
    studies: Vec<(usize, Bits)>,
}

impl Builder<'_, '_> {
    fn decide(&mut self, state: &State) {
        let mut next = state.clone();
        let Some((need, asked)) = next.open.pop() else {
            self.close(state);
            return;
        };
        if next.decided.contains(need) {
            self.decide(&next);
            return;
        }
        next.decided.insert(need);
        match self.situation.needs.get(need).study() {
            Some(study) => self.study_here(&next, need, study),
            None => {
                if self.await_gift(&next, need, asked) == Settled::Surely {
                    return;
                }
            }
        }
        self.leave_to_earlier(&next, need);
    }

    fn study_here(&mut self, state: &State, need: usize, study: &StudyCost) {
        let room = self.situation.room(self.task.role);
        let pointless = self.task.later.contains(need) || self.task.held_on_entry.contains(need);
        if room.level < study.host_level || pointless {
            return;
        }
        for way in &study.ways {
            let mut next = state.clone();
            next.studied.insert(need);
            next.open.extend(way.iter().map(|need| (need, Asked::ForStudy)));
            self.studies.push((need, way.clone()));
            self.decide(&next);
            self.studies.pop();
        }
    }

    fn await_gift(&mut self, state: &State, need: usize, asked: Asked) -> Settled {
        let gifts = &self.situation.room(self.task.role).gifts;
        let Some(gift) = gifts.iter().find(|gift| gift.need == need) else { return Settled::Open };
        let mut next = state.clone();
        next.awaited.insert(need);
        next.length = next.length.max(gift.after);
        self.decide(&next);
        // A gift that comes before the stint can end costs nothing, unless a study has to wait for it.
        let free = gift.after == 0 || (gift.after <= self.task.tenure && asked == Asked::AtTheEnd && !self.named(need));
        if free { Settled::Surely } else { Settled::Open }
    }

    /// Whether any study rests on this need.
    fn named(&self, need: usize) -> bool {
        self.situation.needs.iter().filter_map(|(_, n)| n.study()).any(|s| s.ways.iter().any(|w| w.contains(need)))
    }

    fn leave_to_earlier(&mut self, state: &State, need: usize) {
        let Some(level) = self.task.level_before else { return };
        let hosted = self.situation.needs.get(need).study().is_none_or(|study| study.host_level <= level);
        if hosted && !self.task.later.contains(need) {
            let mut next = state.clone();
            next.before.insert(need);
            self.decide(&next);
        }
    }

    fn close(&mut self, state: &State) {
        let Some(busy) = self.busy_until(state) else { return };
        let idle_length = self.task.tenure.max(state.length);
        if busy < idle_length && state.before.iter().any(|need| self.fits(need, idle_length - busy)) {
            // The same stint with that study in it serves as well: should an earlier role ask for the study, it is
            // moved there at no cost.
            return;
        }
        let loose = if busy <= idle_length {
            state.studied.iter().filter(|need| self.one_way(*need).is_some()).collect()
        } else {
            Bits::default()
        };
        let (demands, studied) = (state.before.clone(), state.studied.clone());
        self.found.push(Filling { demands, studied, length: idle_length.max(busy), loose });
    }

    /// Whether a study that is left to earlier stints could be done here in `weeks` that are idle.
    fn fits(&self, need: usize, weeks: u32) -> bool {
        let room = self.situation.room(self.task.role);
        let study = self.situation.needs.get(need).study();
        study.is_some_and(|study| {
            self.situation.weeks_in(self.task.role, study).is_some_and(|needed| needed <= weeks)
                && room.level >= study.host_level
                && !self.task.held_on_entry.contains(need)
                && self.one_way(need).is_some_and(|way| !way.intersects(self.task.later))
        })
    }

    /// The only way of meeting a study's prerequisites, when there is only one.
    fn one_way(&self, need: usize) -> Option<&Bits> {
        match self.situation.needs.get(need).study()?.ways.as_slice() {
            [way] => Some(way),
            _ => None,
        }
    }

    /// When the last study ends: never idle while one can begin. The order does not change the end, as what can begin
    /// only grows.
    fn busy_until(&self, state: &State) -> Option<u32> {
        let gifts = &self.situation.room(self.task.role).gifts;
        let given = |need: usize| gifts.iter().find(|gift| gift.need == need).map(|gift| gift.after);
        let mut held = state.before.clone();
        let mut left: Vec<&(usize, Bits)> = self.studies.iter().collect();
        let mut clock = 0;
        while !left.is_empty() {
            for need in state.awaited.iter().filter(|need| given(*need).is_some_and(|after| after <= clock)) {
                held.insert(need);
            }
            if let Some(at) = left.iter().position(|(_, way)| way.is_subset(&held)) {
                let (need, _) = left.remove(at);
                clock += self.situation.weeks_in(self.task.role, self.situation.needs.get(*need).study()?)?;
                held.insert(*need);
            } else {
                clock = state.awaited.iter().filter_map(given).filter(|after| *after > clock).min()?;
            }
        }
        Some(clock)
    }
}

/// Whether a need is settled without looking at the other choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Settled {
    Surely,
    Open,
}
