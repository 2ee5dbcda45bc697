//! The exhaustive search: from the role held, every choice at every moment, kept apart unless two ways are alike in
//! everything that can matter later (role, roles seen, clock, facts, totals). Slow, and so plain that it can be read
//! against the contract.

use std::collections::{BTreeMap, HashSet};

use super::facts::Facts;
use super::front::Totals;
use super::rules::{Asker, World};
use super::trip::{Stint, Studied, Trip};

/// What happened, at which clock of the stint.
#[derive(Debug, Clone, Copy)]
enum Event {
    Begun,
    Studied { item: usize, start: i64, end: i64 },
    Moved { by: usize, at: i64 },
}

/// A way to have come to where one is; the sums so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Spent {
    weeks: i64,
    hours: i64,
    cost: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Moment {
    clock: i64,
    facts: Facts,
    hours: i64,
    cost: i64,
}

/// How a role can be entered: the sums, the roles seen (its own included) and one way to do it.
#[derive(Debug, Clone)]
pub struct Arrival {
    pub totals: Totals,
    pub seen: Vec<usize>,
    story: usize,
}

impl Arrival {
    /// The roles between the first and the last.
    pub fn between(&self, from: usize, to: usize) -> Vec<usize> {
        self.seen.iter().copied().filter(|role| *role != from && *role != to).collect()
    }
}

/// Everything that one person can do under one ruleset.
pub struct Everything<'w> {
    world: &'w World,
    asker: &'w Asker,
    waived: Vec<bool>,
    stories: Vec<(usize, Event)>,
    entered: HashSet<(usize, u32, Facts, Spent)>,
    arrivals: BTreeMap<(usize, Spent, u32), usize>,
    work: usize,
}

/// Worlds that take more work than this are left out; tests say how many may be.
const MOST_WORK: usize = 120_000;

impl<'w> Everything<'w> {
    /// Tries everything; nothing when that is too much.
    pub fn of(world: &'w World, asker: &'w Asker) -> Option<Self> {
        let mut all = Self {
            world,
            asker,
            waived: world.waived(asker),
            stories: vec![(0, Event::Begun)],
            entered: HashSet::new(),
            arrivals: BTreeMap::new(),
            work: 0,
        };
        let nothing = Spent { weeks: 0, hours: 0, cost: 0 };
        let clock = asker.clock_at_first(asker.role, true);
        all.stint(asker.role, 1 << asker.role, world.at_start(asker), clock, nothing, 0);
        (all.work <= MOST_WORK).then_some(all)
    }

    /// One stint: `facts` are held when it begins at `clock`.
    fn stint(&mut self, role: usize, seen: u32, facts: Facts, clock: i64, spent: Spent, story: usize) {
        let begin = Moment { clock, facts: self.held(facts, role, clock), hours: spent.hours, cost: spent.cost };
        let mut known = HashSet::from([begin]);
        let mut open = vec![(begin, story)];
        while let Some((now, story)) = open.pop() {
            self.work += 1;
            if self.work > MOST_WORK {
                return;
            }
            for (next, event) in self.studies(role, now).into_iter().chain(self.wait(role, now)) {
                if known.insert(next) {
                    let story = event.map_or(story, |event| self.tell(story, event));
                    open.push((next, story));
                }
            }
            self.moves(role, seen, now, clock, spent.weeks, story);
        }
    }

    fn tell(&mut self, story: usize, event: Event) -> usize {
        self.stories.push((story, event));
        self.stories.len() - 1
    }

    /// What is held in `role` at `clock` by somebody who holds `facts`.
    fn held(&self, facts: Facts, role: usize, clock: i64) -> Facts {
        let facts = self.asker.with_given(self.world.with_grants(facts, role, clock), role);
        self.world.with_checks(facts, self.asker.ruleset, &|_| true)
    }

    /// Each item that can be begun now, studied to its end.
    fn studies(&self, role: usize, now: Moment) -> Vec<(Moment, Option<Event>)> {
        let startable = |item: &usize| self.world.can_begin(*item, role, now.facts, self.asker.ruleset);
        let study = |item: usize| {
            let end = now.clock + self.world.weeks(item, self.asker.hours_in(role));
            let then = Moment {
                clock: end,
                facts: self.held(now.facts.with(item), role, end),
                hours: now.hours + self.world.hours(item),
                cost: now.cost + self.world.items[item].cost.unwrap_or(0),
            };
            (then, Some(Event::Studied { item, start: now.clock, end }))
        };
        (0..self.world.items.len()).filter(startable).map(study).collect()
    }

    /// Waiting for the next moment at which a grant matures.
    fn wait(&self, role: usize, now: Moment) -> Option<(Moment, Option<Event>)> {
        let clock = *self.world.maturities(role, now.clock).first()?;
        Some((Moment { clock, facts: self.held(now.facts, role, clock), ..now }, None))
    }

    /// Every move, at the first moment from now on that its years allow. When what the role asks for is met only later,
    /// waiting brings it here again.
    fn moves(&mut self, role: usize, seen: u32, now: Moment, begun: i64, weeks: i64, story: usize) {
        let world = self.world;
        for (by, a_move) in world.moves.iter().enumerate() {
            let allowed = a_move.usual || self.asker.exceptional;
            if a_move.from != role || !allowed || seen & (1 << a_move.to) != 0 {
                continue;
            }
            let clock = now.clock.max(a_move.tenure);
            let facts = self.held(now.facts, role, clock);
            if world.may_enter(a_move.to, facts, self.asker.ruleset, &self.waived) {
                let spent = Spent { weeks: weeks + clock - begun, hours: now.hours, cost: now.cost };
                self.arrive(a_move.to, seen | 1 << a_move.to, facts, spent, (story, Event::Moved { by, at: clock }));
            }
        }
    }

    fn arrive(&mut self, role: usize, seen: u32, facts: Facts, spent: Spent, (story, event): (usize, Event)) {
        if self.entered.insert((role, seen, facts, spent)) {
            let story = self.tell(story, event);
            self.arrivals.entry((role, spent, seen)).or_insert(story);
            self.stint(role, seen, facts, self.asker.clock_at_first(role, false), spent, story);
        }
    }

    /// Every way to enter `role`.
    pub fn arrivals(&self, role: usize) -> Vec<Arrival> {
        let of_role = |((entered, spent, seen), story): (&(usize, Spent, u32), &usize)| {
            (*entered == role).then(|| self.arrival(*spent, *seen, *story))
        };
        self.arrivals.iter().filter_map(of_role).collect()
    }

    fn arrival(&self, spent: Spent, seen: u32, story: usize) -> Arrival {
        let seen: Vec<usize> = (0..self.world.roles.len()).filter(|role| seen & (1 << role) != 0).collect();
        let totals = Totals {
            weeks: spent.weeks,
            moves: i64::try_from(seen.len()).expect("few roles") - 1,
            hours: spent.hours,
            cost: spent.cost,
            sectors: self.world.sectors(seen.iter().copied()),
            pay: self.world.pay(self.asker, seen.iter().copied()),
        };
        Arrival { totals, seen, story }
    }

    /// Every role that can be reached: its place, the fewest weeks, and the fewest moves among routes of that many.
    pub fn reach(&self) -> Vec<(usize, i64, i64)> {
        let best = |role: usize| self.arrivals(role).iter().map(|a| (a.totals.weeks, a.totals.moves)).min();
        let roles = (0..self.world.roles.len()).filter(|role| *role != self.asker.role);
        roles.filter_map(|role| best(role).map(|(weeks, moves)| (role, weeks, moves))).collect()
    }

    /// One way to arrive so, told from the start. Every check that can be had is listed, every grant as well.
    pub fn trip(&self, arrival: &Arrival) -> Trip {
        let mut events = Vec::new();
        let mut story = arrival.story;
        while story != 0 {
            events.push(self.stories[story].1);
            story = self.stories[story].0;
        }
        let mut facts = self.world.at_start(self.asker);
        let mut clock_at_enter = self.asker.clock_at_first(self.asker.role, true);
        let mut stints = vec![empty(self.asker.role, 0)];
        for event in events.into_iter().rev() {
            let last = stints.len() - 1;
            let now = &mut stints[last];
            match event {
                Event::Begun => {}
                Event::Studied { item, start, end } => now.study.push(Studied {
                    item,
                    start: now.enter + start - clock_at_enter,
                    end: now.enter + end - clock_at_enter,
                    hours: self.world.hours(item),
                }),
                Event::Moved { by, at } => {
                    let week = now.enter + at - clock_at_enter;
                    now.leave = Some((week, by));
                    let granted = self.asker.with_given(self.world.with_grants(facts, now.role, at), now.role);
                    now.granted = granted.iter().filter(|fact| !facts.has(*fact)).collect();
                    let studied = now.study.iter().fold(granted, |facts, study| facts.with(study.item));
                    facts = self.held(studied, now.role, at);
                    now.checks = facts.iter().filter(|fact| !studied.has(*fact)).collect();
                    let to = self.world.moves[by].to;
                    stints.push(empty(to, week));
                    clock_at_enter = self.asker.clock_at_first(to, false);
                }
            }
        }
        Trip { stints, totals: arrival.totals }
    }
}

fn empty(role: usize, enter: i64) -> Stint {
    Stint { role, enter, leave: None, study: Vec::new(), checks: Vec::new(), granted: Vec::new() }
}
