//! How many upright lines run in the channels between the columns, as far as can be told before a box stands anywhere.

use crate::layout::focus::Focus;
use crate::layout::world::World;

/// For each channel (before the first level, between the levels, after the last) how many upright lines are expected in
/// it; nothing when no edge meets it.
#[must_use]
pub fn uprights(world: World<'_>, focus: &Focus) -> Vec<Option<u16>> {
    let mut channels: Vec<Option<u16>> = vec![None; world.order.levels() + 1];
    let mut expect = |at: usize, lines: u16| channels[at] = channels[at].max(Some(lines));
    let place = |role| world.order.place(role);
    let (_, selected) = place(focus.selected);
    for wish in focus.out(world.pack, world.graph) {
        let (_, to) = place(wish.to);
        expect(selected + 1, 1);
        expect(if to > selected { to } else { to + 1 }, u16::from(to < selected));
    }
    for wish in focus.into(world.pack, world.graph) {
        let (_, from) = place(wish.from);
        expect(selected, 1);
        expect(if from < selected { from + 1 } else { from }, u16::from(from > selected));
    }
    for step in focus.steps(world.pack, world.graph) {
        let ((lane, from), (other, to)) = (place(step.from), place(step.to));
        let straight = lane == other && to == from + 1;
        let lines = channels[from + 1].unwrap_or(0) + u16::from(!straight);
        channels[from + 1] = Some(lines);
        let arrives = if to > from { to } else { to + 1 };
        let lines = channels[arrives].unwrap_or(0) + u16::from(to < from);
        channels[arrives] = Some(lines);
    }
    channels
}
