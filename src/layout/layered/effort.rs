//! How much a layout may cost. Budgets are counts and never time, so that the same graph gives the same picture on every
//! machine.

use super::skeleton::Skeleton;
use super::sweep::Patience;

/// How hard to look for an order with few crossings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Effort {
    /// Sweeps only: for the first frame, and for graphs of any size.
    First,
    /// To a local optimum: no single vertex can be moved with gain. In layers of more than 700 vertices it is moved by at
    /// most 64 places.
    #[default]
    Local,
    /// Hundreds of kicks away from the local optimum and back: for the background.
    Polish,
}

/// What an effort means for one graph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Budget {
    /// How many seeds are swept.
    pub(super) starts: usize,
    /// How many of the best of them are searched on.
    pub(super) kept: usize,
    pub(super) patience: Patience,
    /// How often wide layers are sifted.
    pub(super) rounds: usize,
    /// Kicks for each that is kept.
    pub(super) kicks: usize,
    /// Entries of tables each may look at.
    pub(super) effort: u64,
}

impl Effort {
    pub(super) fn budget(self, skeleton: &Skeleton) -> Budget {
        let small = skeleton.arcs() < 20_000;
        match self {
            Self::First => Budget {
                starts: 1,
                kept: 1,
                patience: Patience { sweeps: 12, stalled: 2 },
                rounds: 0,
                kicks: 0,
                effort: 0,
            },
            Self::Local => Budget {
                starts: if small { 3 } else { 1 },
                kept: 1,
                patience: Patience { sweeps: 24, stalled: 4 },
                rounds: 6,
                kicks: 0,
                effort: 0,
            },
            Self::Polish => Budget {
                starts: if small { 30 } else { 1 },
                kept: if small { 4 } else { 1 },
                patience: Patience { sweeps: 24, stalled: 4 },
                rounds: 12,
                kicks: 3_000,
                effort: 2_000_000_000,
            },
        }
    }
}
