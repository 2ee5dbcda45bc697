//! The search: multi-objective label setting (Martins 1984; targeted, with bounds, Maristany de las Casas et al. 2021),
//! run backwards from the target.
//!
//! Backwards, because then study is only ever done for a reason. A label stands at a role and says what has to be held
//! on entering it (*demands*), and what the rest of the route from there costs. Going back over a move decides how the
//! stint before it is spent ([`super::stint`]): each demand is studied there, given by that role, or left to an earlier
//! stint. Forwards one would have to guess, years ahead, which of many programmes to take in the slack of each stint.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use smallvec::SmallVec;

use super::bits::Bits;
use super::bounds::{Bounds, NEVER};
use super::course::{Passage, Passed};
use super::dominance::dominates;
use super::label::Label;
use super::marks::{Key, Marks, Scale};
use super::situation::{Situation, WayIn};
use super::stint::{Filling, Task, fillings};
use crate::domain::id::{MoveId, RoleId};
use crate::domain::pack::Pack;

/// A situation with its bounds and what roles count for in the marks: made once, asked for many targets.
#[derive(Debug)]
pub(super) struct Searcher<'s> {
    pub(super) situation: &'s Situation<'s>,
    pub(super) bounds: Bounds,
    passage: Option<Passage>,
    sector_of: Vec<Option<usize>>,
    pay_of: Vec<Option<u32>>,
}

/// A route that must not be shared too much: roles between its ends, and how many of them may be used again.
#[derive(Debug, Clone)]
pub(super) struct Avoid {
    pub(super) roles: Vec<RoleId>,
    pub(super) budget: u32,
}

/// What to look for.
#[derive(Debug, Clone)]
pub(super) struct Quest<'q> {
    pub(super) target: RoleId,
    pub(super) scale: &'q Scale,
    /// Routes longer than this are of no interest.
    pub(super) weeks_max: u32,
    pub(super) avoid: &'q [Avoid],
    /// Routes that one of these betters are of no interest.
    pub(super) rivals: &'q [Key],
    /// Stop after so many routes.
    pub(super) routes_max: usize,
}

/// A route as the search finds it, from the role held now to the target.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) stints: Vec<FoundStint>,
}

/// One stint of it: how long, what is studied, by which move it is left.
#[derive(Debug, Clone)]
pub(super) struct FoundStint {
    pub(super) role: RoleId,
    pub(super) studied: Bits,
    pub(super) length: u32,
    pub(super) by: MoveId,
}

impl<'s> Searcher<'s> {
    pub(super) fn new(situation: &'s Situation<'s>) -> Self {
        let pack = situation.pack;
        let sector_of = sectors(pack);
        let pay_of = pack.role_ids().map(|role| situation.circumstances.yearly_pay_in(pack, role)).collect();
        let bounds = Bounds::of(situation, &sector_of);
        let passage = Passage::of(situation.course, situation.here(), &bounds);
        Self { situation, bounds, passage, sector_of, pay_of }
    }

    /// The Pareto front over the scale's criteria, one route for each vector, in the order of the criteria.
    pub(super) fn front(&self, quest: &Quest<'_>) -> Vec<Found> {
        let mut run = Run {
            searcher: self,
            quest,
            labels: Vec::new(),
            at: vec![Vec::new(); self.situation.rooms.len()],
            queue: BinaryHeap::new(),
            done: Vec::new(),
        };
        run.begin();
        run.run()
    }

    fn passed(&self, role: RoleId, later: Passed) -> Passed {
        if self.passage.is_none() { Passed::Yes } else { self.situation.course.passed(role, later) }
    }

    fn marks_of_role(&self, marks: &mut Marks, role: RoleId) {
        if let Some(sector) = self.sector_of[role.index()] {
            marks.sectors.insert(sector);
        }
        if role != self.situation.here()
            && let Some(pay) = self.pay_of[role.index()]
        {
            marks.pay = Some(marks.pay.map_or(pay, |lowest| lowest.min(pay)));
        }
    }
}

struct Run<'r, 's> {
    searcher: &'r Searcher<'s>,
    quest: &'r Quest<'r>,
    labels: Vec<Label>,
    /// For each role, the labels that stand at it, by how many groups are settled.
    at: Vec<Vec<Vec<usize>>>,
    queue: BinaryHeap<Reverse<(Key, usize)>>,
    done: Vec<(Key, usize)>,
}

impl Run<'_, '_> {
    fn begin(&mut self) {
        let target = self.quest.target;
        if !self.searcher.situation.horizon.reaches(target) {
            return;
        }
        let mut marks = Marks::default();
        self.searcher.marks_of_role(&mut marks, target);
        self.add(Label {
            role: target,
            settled: 0,
            demands: Bits::default(),
            closed: Bits::default(),
            later: Bits::default(),
            loose: Bits::default(),
            marks,
            circle: Bits::one(self.searcher.situation.room(target).place),
            passed: self.searcher.passed(target, Passed::NotYet),
            shared: self.quest.avoid.iter().map(|_| 0).collect(),
            parent: None,
            stint: None,
            dominated: false,
        });
    }

    fn run(mut self) -> Vec<Found> {
        while let Some(Reverse((key, at))) = self.queue.pop() {
            if self.labels[at].dominated || self.beaten(&key) {
                continue;
            }
            if self.labels[at].role == self.searcher.situation.here() {
                self.done.push((key, at));
                if self.done.len() == self.quest.routes_max {
                    break;
                }
            } else {
                self.expand(at);
            }
        }
        self.done.iter().map(|(_, at)| self.trace(*at)).collect()
    }

    fn beaten(&self, key: &Key) -> bool {
        let Quest { scale, rivals, .. } = self.quest;
        self.done.iter().any(|(done, _)| scale.covers(done, key))
            || rivals.iter().any(|rival| scale.betters(rival, key))
    }

    fn expand(&mut self, at: usize) {
        let label = self.labels[at].clone();
        let room = self.searcher.situation.room(label.role);
        if let Some(ways) = room.asks.get(label.settled) {
            for way in ways {
                if let Some(next) = self.settle(&label, way) {
                    self.add(next);
                }
            }
            return;
        }
        for way in &room.ways_in {
            self.go_back(at, &label, *way);
        }
    }

    /// The label with one more group of what its role asks for settled.
    fn settle(&self, label: &Label, way: &Bits) -> Option<Label> {
        let mut next = label.clone();
        next.settled += 1;
        next.demands.add(way);
        self.move_earlier(&mut next, &Bits::default()).then_some(next)
    }

    /// Moves study that had been put into a later stint with time to spare to before the label's role, where the label's
    /// demands, or what is studied in its stint, now ask for it. Whether that is possible: where the later stint was made
    /// longer by it, the label is a detour that another one avoids.
    fn move_earlier(&self, label: &mut Label, studied: &Bits) -> bool {
        label.closed = self.searcher.bounds.certain(&label.demands);
        let mut moved = label.closed.union(studied);
        moved.keep(&label.later);
        if !moved.is_subset(&label.loose) {
            return false;
        }
        let needs = &self.searcher.situation.needs;
        label.demands.add(&moved.without(studied));
        label.later.take_away(&moved);
        label.loose.take_away(&moved);
        label.marks.hours -= needs.hours_of(&moved);
        label.marks.cost -= needs.cost_of(&moved);
        true
    }

    fn go_back(&mut self, at: usize, label: &Label, way: WayIn) {
        let situation = self.searcher.situation;
        let (room, from) = (situation.room(label.role), situation.room(way.from));
        let mut circle = Bits::default();
        if from.circle == room.circle {
            if label.circle.contains(from.place) {
                return;
            }
            circle = label.circle.clone();
        }
        circle.insert(from.place);
        let first = way.from == situation.here();
        let mut shared = label.shared.clone();
        for (count, avoid) in shared.iter_mut().zip(self.quest.avoid) {
            *count += u32::from(!first && avoid.roles.contains(&way.from));
            // A route that goes straight there is avoided by not going straight there.
            if *count > avoid.budget || (first && label.marks.moves == 0 && avoid.roles.is_empty()) {
                return;
            }
        }
        let fixed = label.later.without(&label.loose);
        let task = Task {
            role: way.from,
            tenure: way.tenure,
            demands: &label.demands,
            later: &fixed,
            held_on_entry: &self.searcher.bounds.must_on_entry[way.from.index()],
            level_before: if first { None } else { self.searcher.bounds.level_before[way.from.index()] },
        };
        for filling in fillings(situation, task) {
            if let Some(next) = self.before(label, at, way, filling, circle.clone(), shared.clone()) {
                self.add(next);
            }
        }
    }

    fn before(
        &self,
        label: &Label,
        at: usize,
        way: WayIn,
        filling: Filling,
        circle: Bits,
        shared: SmallVec<[u32; 4]>,
    ) -> Option<Label> {
        let needs = &self.searcher.situation.needs;
        let mut marks = label.marks.clone();
        marks.weeks = marks.weeks.saturating_add(filling.length);
        marks.moves += 1;
        marks.hours += needs.hours_of(&filling.studied);
        marks.cost += needs.cost_of(&filling.studied);
        self.searcher.marks_of_role(&mut marks, way.from);
        let mut next = Label {
            role: way.from,
            settled: 0,
            closed: Bits::default(),
            demands: filling.demands,
            later: label.later.clone(),
            loose: label.loose.clone(),
            marks,
            circle,
            passed: self.searcher.passed(way.from, label.passed),
            shared,
            parent: Some(at),
            stint: None,
            dominated: false,
        };
        if !self.move_earlier(&mut next, &filling.studied) {
            return None;
        }
        next.later.add(&filling.studied);
        next.loose.add(&filling.loose);
        next.stint = Some((way.by, filling.studied, filling.length));
        Some(next)
    }

    /// Puts a label in the queue unless it cannot lead to anything new.
    fn add(&mut self, label: Label) {
        let Some(key) = self.bound(&label) else { return };
        if self.beaten(&key) {
            return;
        }
        let place = label.role.index();
        if self.at[place].is_empty() {
            self.at[place] = vec![Vec::new(); self.searcher.situation.room(label.role).asks.len() + 1];
        }
        let here = &self.at[place][label.settled];
        if here.iter().any(|other| dominates(self.searcher, self.quest.scale, &self.labels[*other], &label)) {
            return;
        }
        let beaten: Vec<usize> = here
            .iter()
            .copied()
            .filter(|other| dominates(self.searcher, self.quest.scale, &label, &self.labels[*other]))
            .collect();
        for other in &beaten {
            self.labels[*other].dominated = true;
        }
        let new = self.labels.len();
        let here = &mut self.at[place][label.settled];
        here.retain(|other| !beaten.contains(other));
        here.push(new);
        self.queue.push(Reverse((key, new)));
        self.labels.push(label);
    }

    /// The best that can come of a label; nothing when nothing can.
    fn bound(&self, label: &Label) -> Option<Key> {
        let Searcher { situation, bounds, .. } = self.searcher;
        if label.role == situation.here() {
            let within = label.marks.weeks <= self.quest.weeks_max && label.passed == Passed::Yes;
            return within.then(|| self.quest.scale.key(&label.marks));
        }
        let at = label.role.index();
        let mut closed = label.closed.union(&bounds.must_before[at]);
        let (mut weeks, mut moves) = (0, bounds.moves_to[at]);
        if let (Passed::NotYet, Some(passage)) = (label.passed, &self.searcher.passage) {
            (weeks, moves) = passage.before(label.role)?;
            closed.add(&bounds.must_on_entry[passage.role.index()]);
        }
        let weeks = weeks.max(bounds.weeks(situation, label.role, &label.demands, &closed));
        let weeks = label.marks.weeks.saturating_add(weeks);
        if weeks == NEVER || weeks > self.quest.weeks_max {
            return None;
        }
        let mut best = label.marks.clone();
        best.weeks = weeks;
        best.moves += moves;
        // What can still be moved earlier is in the marks already.
        let more = closed.without(&label.later);
        best.hours += situation.needs.hours_of(&more);
        best.cost += situation.needs.cost_of(&more);
        best.sectors.add(&bounds.sectors_before[at]);
        Some(self.quest.scale.best_key(&best))
    }

    fn trace(&self, at: usize) -> Found {
        let (mut stints, mut before) = (Vec::new(), Bits::default());
        let mut at = at;
        while let Label { role, stint: Some((by, studied, length)), parent: Some(parent), .. } = &self.labels[at] {
            // What was moved to an earlier stint is no longer studied in the later one.
            let studied = studied.without(&before);
            before.add(&studied);
            stints.push(FoundStint { role: *role, studied, length: *length, by: *by });
            at = *parent;
        }
        Found { stints }
    }
}

/// The sectors of the roles as numbers; roles of any sector have none.
fn sectors(pack: &Pack) -> Vec<Option<usize>> {
    let mut names: Vec<&str> = pack.tables().roles.iter().filter_map(|role| role.sector.as_deref()).collect();
    names.sort_unstable();
    names.dedup();
    let number = |name: &str| names.binary_search(&name).ok();
    pack.tables().roles.iter().map(|role| role.sector.as_deref().and_then(number)).collect()
}
