//! Going from square to square: empty ones are passed over.

use super::{Flow, Matrix, Square};
use crate::layout::cells::Heading;

impl Matrix {
    /// The next square with roles in it. Along a lane; where the lane ends, to the nearest lane that goes on. Nothing at
    /// the edge of the map.
    #[must_use]
    pub fn next(&self, from: Square, heading: Heading) -> Option<Square> {
        let full = |square: &Square| self.roles(*square) > 0;
        let Square { lane, level } = from;
        let in_lane = |level| Square { lane, level };
        let on_level = |lane| Square { lane, level };
        match heading {
            Heading::Up => (0..lane).rev().map(on_level).find(full),
            Heading::Down => (lane + 1..self.lanes()).map(on_level).find(full),
            Heading::Right => (level + 1..self.levels())
                .map(in_lane)
                .find(full)
                .or_else(|| (level + 1..self.levels()).find_map(|level| self.nearest(lane, level))),
            Heading::Left => (0..level)
                .rev()
                .map(in_lane)
                .find(full)
                .or_else(|| (0..level).rev().find_map(|level| self.nearest(lane, level))),
        }
    }

    /// The square of a level that is nearest to a lane, of two the upper one.
    fn nearest(&self, lane: usize, level: usize) -> Option<Square> {
        let all = (0..self.lanes()).map(|lane| Square { lane, level });
        all.filter(|&square| self.roles(square) > 0).min_by_key(|square| square.lane.abs_diff(lane))
    }

    /// The moves from a square to the next one up its lane that has roles in it, if any move leads there.
    #[must_use]
    pub fn up(&self, from: Square) -> Option<Flow> {
        let on = (from.level + 1..self.levels()).map(|level| Square { level, ..from });
        let to = on.into_iter().find(|&square| self.roles(square) > 0)?;
        let flows = self.flows_out(from);
        flows.binary_search_by_key(&to, |flow| flow.to).ok().map(|found| flows[found])
    }
}
