//! How many moves pass a row that are not drawn: counted once, so that a frame only looks up.

use super::strips::Strips;
use crate::domain::id::RoleId;
use crate::layout::world::World;

/// For each channel and row how many moves run up or down past it. A move that changes the row is counted in the
/// channel to the right of the role it leaves, in every row from that role's to the other's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Density {
    channels: Vec<Vec<u32>>,
    most: u32,
}

/// The rows past which a move runs, both included, and the channel in which it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// The channel.
    pub channel: usize,
    /// The first row.
    pub top: u32,
    /// The last row.
    pub bottom: u32,
}

impl Run {
    /// The run of a move; nothing when both roles stand in one row.
    #[must_use]
    pub fn new(strips: &Strips, from: RoleId, to: RoleId) -> Option<Self> {
        let (from, to) = (strips.spot(from), strips.spot(to));
        let run = Self { channel: from.level + 1, top: from.row.min(to.row), bottom: from.row.max(to.row) };
        (run.top < run.bottom).then_some(run)
    }
}

impl Density {
    /// Counts all moves; those with the same two ends once.
    #[must_use]
    pub fn new(world: World<'_>, strips: &Strips) -> Self {
        let rows = strips.height() as usize;
        let mut changes = vec![vec![0_i32; rows + 1]; strips.levels() + 1];
        let mut ends = Vec::new();
        for role in world.pack.role_ids() {
            ends.clear();
            ends.extend(world.graph.ways_out(role).iter().map(|&way| world.pack.career_move(way).to));
            ends.sort_unstable();
            ends.dedup();
            for run in ends.iter().filter_map(|&to| Run::new(strips, role, to)) {
                changes[run.channel][run.top as usize] += 1;
                changes[run.channel][run.bottom as usize + 1] -= 1;
            }
        }
        let sum = |changes: Vec<i32>| {
            let running = changes.into_iter().take(rows).scan(0, |sum, change| {
                *sum += change;
                Some(u32::try_from(*sum).unwrap_or(0))
            });
            running.collect::<Vec<u32>>()
        };
        let channels: Vec<Vec<u32>> = changes.into_iter().map(sum).collect();
        let most = channels.iter().flatten().copied().max().unwrap_or(0);
        Self { channels, most }
    }

    /// How many moves run past a row in a channel.
    #[must_use]
    pub fn at(&self, channel: usize, row: u32) -> u32 {
        self.channels.get(channel).and_then(|rows| rows.get(row as usize)).copied().unwrap_or(0)
    }

    /// The most moves that run past any row.
    #[must_use]
    pub const fn most(&self) -> u32 {
        self.most
    }

    /// How dark a place with so many moves is: 0 is nothing, 4 the darkest.
    #[must_use]
    pub const fn shade(&self, moves: u32) -> usize {
        let (moves, most) = (moves as u64, self.most as u64);
        match moves {
            0 => 0,
            _ if moves * 10 > most * 8 && most > 3 => 4,
            _ if moves * 10 > most * 5 => 3,
            _ if moves * 10 > most * 2 => 2,
            _ => 1,
        }
    }
}
