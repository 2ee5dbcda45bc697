//! Which edges are drawn and which way they go. All ways out of the selected role share a trunk on its right, all ways
//! in share one on its left; a step of the route that touches neither has a line of its own.

use smallvec::{SmallVec, smallvec};

use super::claims::{Claims, Draft, Point, Side, Use};
use super::strips::{Spot, Strips};
use crate::domain::id::RoleId;
use crate::layout::focus::{Focus, Wish};
use crate::layout::joint::{Net, Stroke};
use crate::layout::world::World;

/// Where an edge meets the box of a role, or the number that stands for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Port {
    /// Where the box stands.
    pub spot: Spot,
    /// On which side of the box.
    pub side: Side,
}

impl Port {
    /// The channel on that side.
    #[must_use]
    pub const fn channel(self) -> usize {
        match self.side {
            Side::Left => self.spot.level,
            Side::Right => self.spot.level + 1,
        }
    }

    /// Where its line enters that channel.
    #[must_use]
    pub const fn point(self) -> Point {
        Point { channel: self.channel(), row: self.spot.row, side: self.side.other() }
    }
}

/// An edge that is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wire {
    /// Where it begins.
    pub from: RoleId,
    /// Where it ends.
    pub to: RoleId,
    /// Whose line it is part of.
    pub net: Net,
    /// How it is drawn.
    pub stroke: Stroke,
    /// Where it leaves its box.
    pub tail: Port,
    /// Where it enters the other, with an arrow.
    pub head: Port,
    /// The row in which it passes columns, where the two ends are not in one channel.
    pub pass: u32,
}

/// All edges of a focus.
#[derive(Debug, Clone, Default)]
pub struct Ways {
    /// Those that are drawn.
    pub wires: Vec<Wire>,
    /// Those that found no way.
    pub unrouted: Vec<Wish>,
    claims: Claims,
}

/// A way on the less natural side of a box.
const WRONG_SIDE: u32 = 30;
/// A row takes as much as two cells across.
const DOWN: u32 = 2;
/// A column that is passed.
const PASS: u32 = 12;
/// A row of its own for the way across.
const DETOUR: u32 = 5;
/// How far from either end an empty row is looked for.
const NEARBY: u32 = 12;

impl Ways {
    /// The edges of a focus. The route comes first: it has the fewest ways to go; then the nearest, so that the others
    /// can branch off their lines.
    #[must_use]
    pub fn new(world: World<'_>, strips: &Strips, focus: &Focus) -> Self {
        let mut ways = Self::default();
        for (at, step) in (0..).zip(focus.steps(world.pack, world.graph)) {
            ways.draw(strips, Net::Step(at), step);
        }
        for (net, mut wishes) in
            [(Net::Out, focus.out(world.pack, world.graph)), (Net::In, focus.into(world.pack, world.graph))]
        {
            let hub = strips.spot(focus.selected);
            let far = |wish: &Wish| strips.spot(if net == Net::In { wish.from } else { wish.to });
            let distance = |spot: Spot| (spot.level.abs_diff(hub.level), spot.row.abs_diff(hub.row), spot);
            let sideways = |spot: Spot| if net == Net::In { spot.level >= hub.level } else { spot.level <= hub.level };
            wishes.sort_by_key(|wish| (!wish.stroke.is_route(), sideways(far(wish)), distance(far(wish))));
            for wish in wishes {
                ways.draw(strips, net, wish);
            }
        }
        ways
    }

    /// The same edges, but for those of which an end is not `wanted`; the others keep their cells.
    #[must_use]
    pub fn between(&self, wanted: impl Fn(RoleId) -> bool) -> Self {
        let mut ways = self.clone();
        ways.wires.retain(|wire| wanted(wire.from) && wanted(wire.to));
        ways.unrouted.retain(|wish| wanted(wish.from) && wanted(wish.to));
        ways
    }

    /// The track in which a net runs up and down a channel.
    #[must_use]
    pub fn track(&self, channel: usize, net: Net) -> u16 {
        self.claims.track(channel, net).unwrap_or(0)
    }

    /// The roles one move from or to the selected one, whether their line found a way or not; sorted, each once.
    #[must_use]
    pub fn ends(&self, selected: RoleId) -> Vec<RoleId> {
        let drawn = self.wires.iter().map(|wire| (wire.from, wire.to));
        let all = drawn.chain(self.unrouted.iter().map(|wish| (wish.from, wish.to)));
        let far = |(from, to): (RoleId, RoleId)| match (from == selected, to == selected) {
            (true, false) => Some(to),
            (false, true) => Some(from),
            _ => None,
        };
        let mut ends: Vec<RoleId> = all.filter_map(far).collect();
        ends.sort_unstable();
        ends.dedup();
        ends
    }

    fn draw(&mut self, strips: &Strips, net: Net, wish: Wish) {
        let (from, to) = (strips.spot(wish.from), strips.spot(wish.to));
        if from == to {
            // Both are behind the same number of a folded lane.
            return;
        }
        let mut plans = self.plans(strips, net, &wish);
        plans.sort_by_key(|&(cost, wire)| (cost, wire.pass, wire.tail.side, wire.head.side));
        for (_, wire) in plans {
            if self.claims.take(&draft(&wire)).is_ok() {
                self.wires.push(wire);
                return;
            }
        }
        self.unrouted.push(wish);
    }

    /// Every way that comes into question, with its price.
    fn plans(&self, strips: &Strips, net: Net, wish: &Wish) -> Vec<(u32, Wire)> {
        let (from, to) = (strips.spot(wish.from), strips.spot(wish.to));
        let up = from.level < to.level;
        let wire = |tail, head| Wire {
            from: wish.from,
            to: wish.to,
            net,
            stroke: wish.stroke,
            tail: Port { spot: from, side: tail },
            head: Port { spot: to, side: head },
            pass: to.row,
        };
        let sides: &[(Side, Side, u32)] = match (net, up) {
            (Net::Out, true) => &[(Side::Right, Side::Left, 0), (Side::Right, Side::Right, WRONG_SIDE)],
            (Net::Out, false) => &[(Side::Right, Side::Right, 0), (Side::Right, Side::Left, WRONG_SIDE)],
            (Net::In | Net::Between, true) => &[(Side::Right, Side::Left, 0), (Side::Left, Side::Left, WRONG_SIDE)],
            (Net::In | Net::Between, false) => &[(Side::Left, Side::Left, 0), (Side::Right, Side::Left, WRONG_SIDE)],
            (Net::Step(_), true) => &[
                (Side::Right, Side::Left, 0),
                (Side::Right, Side::Right, WRONG_SIDE),
                (Side::Left, Side::Left, WRONG_SIDE),
                (Side::Left, Side::Right, 2 * WRONG_SIDE),
            ],
            (Net::Step(_), false) => &[
                (Side::Right, Side::Right, 0),
                (Side::Left, Side::Left, 1),
                (Side::Right, Side::Left, WRONG_SIDE),
                (Side::Left, Side::Right, WRONG_SIDE),
            ],
        };
        sides.iter().flat_map(|&(tail, head, extra)| self.passes(strips, wire(tail, head), extra)).collect()
    }

    /// The rows in which a wire could pass the columns between its ends.
    fn passes(&self, strips: &Strips, wire: Wire, extra: u32) -> Vec<(u32, Wire)> {
        let (start, end) = (wire.tail.channel(), wire.head.channel());
        let (tail, head) = (wire.tail.spot.row, wire.head.spot.row);
        if start == end {
            let cost = extra + DOWN * self.claims.new_rows(wire.net, start, tail, head);
            return vec![(cost, wire)];
        }
        let columns = start.min(end)..start.max(end);
        let mut rows: SmallVec<[u32; 64]> = smallvec![tail, head];
        for row in [tail, head] {
            let strip = strips.strip(row);
            rows.extend(strip.into_iter().flat_map(|strip| [strip.top - 1, strip.bottom()]));
            rows.extend((1..=NEARBY).flat_map(|away| [row.saturating_sub(away), row + away]));
        }
        rows.extend(self.wires.iter().rev().filter(|other| other.net == wire.net).take(2).map(|other| other.pass));
        rows.sort_unstable();
        rows.dedup();
        let blank = |row: &u32| {
            *row < strips.height() && columns.clone().all(|level| strips.at(Spot { level, row: *row }).is_none())
        };
        let priced = |pass: u32| {
            let rows =
                self.claims.new_rows(wire.net, start, tail, pass) + self.claims.new_rows(wire.net, end, pass, head);
            let enters = |level: usize| Point { channel: level, row: pass, side: Side::Right };
            let new = columns.clone().filter(|&level| !self.claims.has(wire.net, enters(level))).count();
            let detour = if pass == tail || pass == head { 0 } else { DETOUR };
            let cost = extra + DOWN * rows + PASS * u32::try_from(new).unwrap_or(u32::MAX) + detour;
            (cost, Wire { pass, ..wire })
        };
        rows.into_iter().filter(blank).map(priced).collect()
    }
}

/// What a wire needs of the channels.
fn draft(wire: &Wire) -> Draft {
    let (start, end) = (wire.tail.channel(), wire.head.channel());
    let (tail, head, row) = (wire.tail.spot.row, wire.head.spot.row, wire.pass);
    let mut draft = Draft {
        net: wire.net,
        stroke: wire.stroke,
        points: smallvec![(wire.tail.point(), Use::Tail)],
        spans: SmallVec::new(),
    };
    let mut span = |channel, from: u32, to: u32| {
        if from != to {
            draft.spans.push((channel, from, to));
        }
    };
    if start == end {
        span(start, tail, head);
    } else {
        span(start, tail, row);
        span(end, row, head);
        let mut passing: SmallVec<[(Point, Use); 6]> = (start.min(end)..start.max(end))
            .flat_map(|level| [(level, Side::Right), (level + 1, Side::Left)])
            .map(|(channel, side)| (Point { channel, row, side }, Use::Through))
            .collect();
        passing.sort_by_key(|(point, _)| *point);
        draft.points.extend(passing);
    }
    draft.points.push((wire.head.point(), Use::Head));
    draft.points.sort_by_key(|(point, _)| *point);
    draft
}
