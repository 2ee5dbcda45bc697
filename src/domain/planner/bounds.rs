//! Lower bounds on what still lies before a role, looking from the role held now. All are admissible: no route does
//! better, so a partial route whose bounds are already beaten by a found one can be dropped.
//!
//! They are made once for a [`Situation`] and serve every target.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::bits::Bits;
use super::needs::StudyCost;
use super::situation::Situation;
use crate::domain::id::RoleId;

/// No way leads there.
pub(super) const NEVER: u32 = u32::MAX;

#[derive(Debug)]
pub(super) struct Bounds {
    /// Fewest weeks from now to entering each role, counting tenure alone.
    pub(super) weeks_to: Vec<u32>,
    /// Fewest moves to each role.
    pub(super) moves_to: Vec<u32>,
    /// The highest level among the roles one can have held before each role.
    pub(super) level_before: Vec<Option<u32>>,
    /// Needs that every way to a role has met before entering it.
    pub(super) must_before: Vec<Bits>,
    /// Needs that every way through a role has met on entering it: those before it and those it asks for.
    pub(super) must_on_entry: Vec<Bits>,
    /// Needs that some role before it, or a study for one, may ask for.
    pub(super) named_before: Vec<Bits>,
    /// Sectors of the roles one can have held before each role.
    pub(super) sectors_before: Vec<Bits>,
    /// A need with all that meeting it is certain to take.
    pub(super) certain_with: Vec<Bits>,
    /// A need with all that meeting it may take.
    pub(super) possible_with: Vec<Bits>,
    /// The earliest week in which study for a host level can begin.
    host_from: BTreeMap<u32, u32>,
    ways_out: Vec<Vec<(usize, u32)>>,
    weeks_by_gift: Vec<OnceCell<Vec<u32>>>,
}

impl Bounds {
    pub(super) fn of(situation: &Situation<'_>, sector_of: &[Option<usize>]) -> Self {
        let count = situation.rooms.len();
        let mut ways_out = vec![Vec::new(); count];
        for (to, room) in situation.rooms.iter().enumerate() {
            for way in &room.ways_in {
                ways_out[way.from.index()].push((to, way.tenure));
            }
        }
        let here = situation.here().index();
        let weeks_to = shortest(&ways_out, [(here, 0)], |tenure| tenure);
        let moves_to = shortest(&ways_out, [(here, 0)], |_| 1);
        let certain_with = with_prerequisites(situation, certain_of);
        let possible_with = with_prerequisites(situation, possible_of);
        let mut bounds = Self {
            host_from: host_from(situation, &weeks_to),
            weeks_to,
            moves_to,
            level_before: vec![None; count],
            must_before: Vec::new(),
            must_on_entry: Vec::new(),
            named_before: vec![Bits::default(); count],
            sectors_before: vec![Bits::default(); count],
            certain_with,
            possible_with,
            ways_out,
            weeks_by_gift: vec![OnceCell::new(); situation.needs.len()],
        };
        bounds.look_back(situation, sector_of);
        bounds.find_musts(situation);
        bounds
    }

    /// A set of needs with all that meeting them is certain to take.
    pub(super) fn certain(&self, set: &Bits) -> Bits {
        close(set, &self.certain_with)
    }

    /// Fewest weeks from now to entering `role` when the set has to be held by then, besides all that every way there
    /// takes. `closed` is closed under [`Self::certain`] and holds what must be met before `role`.
    pub(super) fn weeks(&self, situation: &Situation<'_>, role: RoleId, demands: &Bits, closed: &Bits) -> u32 {
        let mut weeks = self.weeks_to[role.index()];
        for need in demands.iter().filter(|need| situation.needs.get(*need).study().is_none()) {
            weeks = weeks.max(self.weeks_by_gift(situation, need)[role.index()]);
        }
        weeks.max(self.study_weeks(situation, closed))
    }

    /// Fewest weeks, counting tenure alone, and fewest moves from now to entering each role with `role` held before.
    pub(super) fn by_way_of(&self, role: RoleId) -> (Vec<u32>, Vec<u32>) {
        let from = |entered: &[u32], length: fn(u32) -> u32| {
            let entered = entered[role.index()];
            let source = (entered != NEVER).then_some((role.index(), entered));
            shortest(&self.ways_out, source, length)
        };
        (from(&self.weeks_to, |tenure| tenure), from(&self.moves_to, |_| 1))
    }

    /// Study is one item at a time, and none begins before the first role that can host it.
    fn study_weeks(&self, situation: &Situation<'_>, closed: &Bits) -> u32 {
        let mut latest = 0;
        for (host, from) in &self.host_from {
            let hosted = closed.iter().filter_map(|need| situation.needs.get(need).study());
            let load: u32 = hosted.filter(|study| study.host_level >= *host).map(StudyCost::least_weeks).sum();
            if load > 0 {
                latest = latest.max(from.saturating_add(load));
            }
        }
        latest
    }

    /// Fewest weeks from now to entering each role with this gift in hand: Dijkstra in two storeys, the gift taken on
    /// the stairs.
    fn weeks_by_gift(&self, situation: &Situation<'_>, need: usize) -> &[u32] {
        self.weeks_by_gift[need].get_or_init(|| {
            let mut sources = Vec::new();
            for role in situation.open_roles() {
                for gift in situation.room(role).gifts.iter().filter(|gift| gift.need == need) {
                    let entered = self.weeks_to[role.index()];
                    if entered == NEVER {
                        continue;
                    }
                    for (to, tenure) in &self.ways_out[role.index()] {
                        sources.push((*to, entered.saturating_add(gift.after.max(*tenure))));
                    }
                }
            }
            shortest(&self.ways_out, sources, |tenure| tenure)
        })
    }

    fn look_back(&mut self, situation: &Situation<'_>, sector_of: &[Option<usize>]) {
        let asked: Vec<Bits> = situation
            .rooms
            .iter()
            .map(|room| {
                let named = room.asks.iter().flatten().fold(Bits::default(), |all, way| all.union(way));
                close(&named, &self.possible_with)
            })
            .collect();
        let mut changed = true;
        while changed {
            changed = false;
            for (at, room) in situation.rooms.iter().enumerate() {
                let mut level = self.level_before[at];
                let (mut named, mut sectors) = (self.named_before[at].clone(), self.sectors_before[at].clone());
                for way in &room.ways_in {
                    let from = way.from.index();
                    level = level.max(Some(situation.rooms[from].level)).max(self.level_before[from]);
                    named.add(&self.named_before[from]);
                    named.add(&asked[from]);
                    sectors.add(&self.sectors_before[from]);
                    if let Some(sector) = sector_of[from] {
                        sectors.insert(sector);
                    }
                }
                if level != self.level_before[at]
                    || named != self.named_before[at]
                    || sectors != self.sectors_before[at]
                {
                    changed = true;
                    self.level_before[at] = level;
                    self.named_before[at] = named;
                    self.sectors_before[at] = sectors;
                }
            }
        }
    }

    /// The greatest solution of: before a role is met what is met before and in each role that leads to it.
    fn find_musts(&mut self, situation: &Situation<'_>) {
        let everything: Bits = (0..situation.needs.len()).collect();
        let here = situation.here().index();
        let mut must = vec![everything; situation.rooms.len()];
        must[here] = Bits::default();
        let certain: Vec<Bits> = situation
            .rooms
            .iter()
            .map(|room| {
                let common = room.asks.iter().map(|ways| common(ways));
                close(&common.fold(Bits::default(), |all, group| all.union(&group)), &self.certain_with)
            })
            .collect();
        let mut order: Vec<usize> = situation.open_roles().map(RoleId::index).filter(|at| *at != here).collect();
        order.sort_by_key(|at| (self.weeks_to[*at], *at));
        let mut changed = true;
        while changed {
            changed = false;
            for at in &order {
                let mut met: Option<Bits> = None;
                for way in &situation.rooms[*at].ways_in {
                    let from = way.from.index();
                    let before = must[from].union(&certain[from]);
                    match &mut met {
                        None => met = Some(before),
                        Some(met) => met.keep(&before),
                    }
                }
                let met = met.unwrap_or_default();
                changed |= met != must[*at];
                must[*at] = met;
            }
        }
        self.must_on_entry = must.iter().zip(&certain).map(|(before, asked)| before.union(asked)).collect();
        self.must_before = must;
    }
}

/// What all the sets have in common.
fn common(sets: &[Bits]) -> Bits {
    let mut sets = sets.iter();
    let mut all = sets.next().cloned().unwrap_or_default();
    sets.for_each(|set| all.keep(set));
    all
}

fn close(set: &Bits, with: &[Bits]) -> Bits {
    set.iter().fold(set.clone(), |all, need| all.union(&with[need]))
}

fn certain_of(ways: &[Bits]) -> Bits {
    common(ways)
}

fn possible_of(ways: &[Bits]) -> Bits {
    ways.iter().fold(Bits::default(), |all, way| all.union(way))
}

/// Each need with its prerequisites, theirs and so on; `part` says which of the ways' needs count.
fn with_prerequisites(situation: &Situation<'_>, part: impl Fn(&[Bits]) -> Bits) -> Vec<Bits> {
    let mut with: Vec<Bits> = situation
        .needs
        .iter()
        .map(|(at, need)| need.study().map_or_else(Bits::default, |study| part(&study.ways)).union(&Bits::one(at)))
        .collect();
    loop {
        let next: Vec<Bits> = with.iter().map(|set| close(set, &with)).collect();
        if next == with {
            return with;
        }
        with = next;
    }
}

/// The earliest week at which a role of each host level, or a higher one, is entered.
fn host_from(situation: &Situation<'_>, weeks_to: &[u32]) -> BTreeMap<u32, u32> {
    let levels = situation.needs.iter().filter_map(|(_, need)| need.study()).map(|study| study.host_level);
    levels
        .map(|host| {
            let hosts = situation.open_roles().filter(|role| situation.room(*role).level >= host);
            (host, hosts.map(|role| weeks_to[role.index()]).min().unwrap_or(NEVER))
        })
        .collect()
}

/// Dijkstra from several sources.
fn shortest(
    ways_out: &[Vec<(usize, u32)>],
    sources: impl IntoIterator<Item = (usize, u32)>,
    length: impl Fn(u32) -> u32,
) -> Vec<u32> {
    let mut distance = vec![NEVER; ways_out.len()];
    let mut queue = BinaryHeap::new();
    for (node, at) in sources {
        if at < distance[node] {
            distance[node] = at;
            queue.push(Reverse((at, node)));
        }
    }
    while let Some(Reverse((at, node))) = queue.pop() {
        if at > distance[node] {
            continue;
        }
        for (to, tenure) in &ways_out[node] {
            let next = at.saturating_add(length(*tenure));
            if next < distance[*to] {
                distance[*to] = next;
                queue.push(Reverse((next, *to)));
            }
        }
    }
    distance
}
