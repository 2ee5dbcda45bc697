//! Which pieces of channels are taken. Two nets never run along each other in a row; where one goes up or down across
//! the other they are a bridge. Only at a role at which both end may a step of the route and another edge flow together.

use std::collections::{BTreeMap, BTreeSet};

use smallvec::SmallVec;

use super::tracks::Rules;
use crate::layout::joint::{Net, Stroke};

/// A side of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Its first cell, beside the column before it.
    Left,
    /// Its last cell, beside the column behind it.
    Right,
}

impl Side {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// Where a line enters or leaves a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// The channel.
    pub channel: usize,
    /// The row.
    pub row: u32,
    /// On which side.
    pub side: Side,
}

/// What a line does at a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// It comes from or goes to another channel.
    Through,
    /// It begins at a role.
    Tail,
    /// It ends at a role.
    Head,
}

/// An edge that would like to be drawn: the points it needs and the rows past which it runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Whose line it would be.
    pub net: Net,
    /// How it would be drawn.
    pub stroke: Stroke,
    /// Where it enters and leaves channels.
    pub points: SmallVec<[(Point, Use); 6]>,
    /// In which channels it runs up or down, from which row to which.
    pub spans: SmallVec<[(usize, u32, u32); 2]>,
}

#[derive(Debug, Clone, Copy)]
struct Claim {
    net: Net,
    how: Use,
    stroke: Stroke,
}

#[derive(Debug, Clone, Default)]
struct Channel {
    rules: Rules,
    spans: BTreeMap<Net, Spans>,
    tracks: BTreeMap<Net, u16>,
}

/// All that is taken.
#[derive(Debug, Clone, Default)]
pub struct Claims {
    points: BTreeMap<Point, SmallVec<[Claim; 2]>>,
    channels: BTreeMap<usize, Channel>,
    /// In which channels a net is part of the route: it may not flow together with another part.
    bold: BTreeSet<(usize, Net)>,
}

impl Claims {
    /// Takes what an edge needs if all of it can be had.
    pub fn take(&mut self, draft: &Draft) -> Result<(), Taken> {
        if !draft.points.iter().all(|(point, how)| self.is_free(draft, *point, *how)) {
            return Err(Taken);
        }
        let mut channels: SmallVec<[usize; 4]> = draft.points.iter().map(|(point, _)| point.channel).collect();
        channels.dedup();
        let mut changed = Vec::new();
        for at in channels {
            let rules = self.rules(draft, at);
            let tracks = rules.solve().ok_or(Taken)?;
            changed.push((at, rules, tracks));
        }
        for (at, rules, tracks) in changed {
            let channel = self.channels.entry(at).or_default();
            channel.rules = rules;
            channel.tracks = tracks;
        }
        for &(at, from, to) in &draft.spans {
            self.channels.entry(at).or_default().spans.entry(draft.net).or_default().add(from, to);
        }
        if draft.stroke.is_route() {
            self.bold.extend(draft.points.iter().map(|(point, _)| (point.channel, draft.net)));
        }
        for &(point, how) in &draft.points {
            let claims = self.points.entry(point).or_default();
            if !claims.iter().any(|claim| claim.net == draft.net && claim.how == how) {
                claims.push(Claim { net: draft.net, how, stroke: draft.stroke });
            }
        }
        Ok(())
    }

    fn is_free(&self, draft: &Draft, point: Point, how: Use) -> bool {
        let claims = self.points.get(&point).map_or(&[][..], SmallVec::as_slice);
        claims.iter().all(|claim| {
            let steps = [claim.net, draft.net].iter().filter(|net| matches!(net, Net::Step(_))).count();
            let differ = claim.stroke.is_route() != draft.stroke.is_route();
            let flow_together = how == claim.how && how != Use::Through && steps == 1 && differ;
            claim.net == draft.net || (flow_together && !self.bold.contains(&(point.channel, draft.net)))
        })
    }

    /// The rules of a channel if the edge were in it too.
    fn rules(&self, draft: &Draft, at: usize) -> Rules {
        let channel = self.channels.get(&at);
        let mut rules = channel.map_or_else(Rules::default, |channel| channel.rules.clone());
        for &(_, from, to) in draft.spans.iter().filter(|span| span.0 == at) {
            rules.nets.insert(draft.net);
            let others = channel.iter().flat_map(|channel| &channel.spans);
            for (&net, _) in others.filter(|(net, spans)| **net != draft.net && spans.meets(from, to)) {
                rules.apart.insert((draft.net, net));
            }
        }
        for &(point, _) in draft.points.iter().filter(|(point, _)| point.channel == at) {
            let side = |side| self.nets(draft, Point { side, ..point });
            order(&mut rules, &side(Side::Left), &side(Side::Right));
        }
        rules
    }

    /// Whose lines are at a point if the edge were drawn.
    fn nets(&self, draft: &Draft, point: Point) -> BTreeSet<Net> {
        let drafted = draft.points.iter().filter(|(other, _)| *other == point).map(|_| draft.net);
        self.points.get(&point).into_iter().flatten().map(|claim| claim.net).chain(drafted).collect()
    }

    /// Whether a net already has a point.
    #[must_use]
    pub fn has(&self, net: Net, point: Point) -> bool {
        self.points.get(&point).is_some_and(|claims| claims.iter().any(|claim| claim.net == net))
    }

    /// How many of the rows from one to another a net does not yet run past in a channel.
    #[must_use]
    pub fn new_rows(&self, net: Net, channel: usize, from: u32, to: u32) -> u32 {
        let spans = self.channels.get(&channel).and_then(|channel| channel.spans.get(&net));
        from.abs_diff(to) - spans.map_or(0, |spans| spans.covered(from.min(to), from.max(to)))
    }

    /// The track of a net in a channel in which it runs up or down.
    #[must_use]
    pub fn track(&self, channel: usize, net: Net) -> Option<u16> {
        self.channels.get(&channel)?.tracks.get(&net).copied()
    }
}

/// Notes what the lines on the two sides of a row ask of their tracks.
fn order(rules: &mut Rules, left: &BTreeSet<Net>, right: &BTreeSet<Net>) {
    for &one in left {
        for &other in right.iter().filter(|&&other| other != one && !left.contains(&other)) {
            if !right.contains(&one) {
                rules.before.insert((one, other));
            } else if rules.nets.contains(&one) && rules.nets.contains(&other) {
                // They flow together on the right: nothing may branch off behind that.
                rules.before.insert((one, other));
            }
        }
    }
    for &one in right.iter().filter(|one| left.contains(one) && rules.nets.contains(one)) {
        for &other in
            left.iter().filter(|&&other| other != one && !right.contains(&other) && rules.nets.contains(&other))
        {
            rules.before.insert((other, one));
        }
    }
}

/// Another net is in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken;

/// Runs of rows that do not touch each other: first row to last row.
#[derive(Debug, Clone, Default)]
struct Spans(BTreeMap<u32, u32>);

impl Spans {
    fn meets(&self, from: u32, to: u32) -> bool {
        let (low, high) = (from.min(to), from.max(to));
        self.0.range(..=high).next_back().is_some_and(|(_, &last)| last >= low)
    }

    fn add(&mut self, from: u32, to: u32) {
        let (mut low, mut high) = (from.min(to), from.max(to));
        while let Some((&first, &last)) = self.0.range(..=high).next_back().filter(|(_, last)| **last >= low) {
            self.0.remove(&first);
            (low, high) = (low.min(first), high.max(last));
        }
        self.0.insert(low, high);
    }

    fn covered(&self, low: u32, high: u32) -> u32 {
        let near = self.0.range(..=high).rev().take_while(|(_, last)| **last >= low);
        near.map(|(&first, &last)| last.min(high) - first.max(low)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::Spans;

    #[test]
    fn runs_that_touch_become_one() {
        let mut spans = Spans::default();
        spans.add(5, 2);
        spans.add(9, 12);
        assert!(spans.meets(5, 6) && spans.meets(0, 99) && !spans.meets(6, 8) && !spans.meets(13, 20));
        assert_eq!(spans.covered(0, 20), 6);
        spans.add(5, 9);
        assert_eq!(spans.0.len(), 1);
        assert_eq!(spans.covered(4, 10), 6);
    }
}
