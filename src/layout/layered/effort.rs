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
    /// How many seeds are tried.
    pub(super) starts: usize,
    /// How many of them are searched for a local optimum.
    pub(super) kept: usize,
    /// Sweeps before the two-sided passes, if any.
    pub(super) sweeps: Option<Patience>,
    /// Two-sided passes.
    pub(super) passes: usize,
    /// How often wide layers are sifted; none means no local search at all.
    pub(super) rounds: usize,
    /// How many of the best local optima are kicked.
    pub(super) kicked: usize,
    /// Entries of tables each may look at while it is kicked.
    pub(super) effort: u64,
}

/// How many seeds a local search tries.
pub(super) const TRIED: usize = 4;
/// Kicks for each order that is kicked.
pub(super) const KICKS: usize = 3_000;
/// Graphs with more arcs are too large to try several ways.
const SMALL: usize = 6_000;

impl Effort {
    pub(super) fn budget(self, skeleton: &Skeleton) -> Budget {
        let small = skeleton.arcs() <= SMALL;
        let several = |count: usize| if small { count } else { 1 };
        let first = Budget {
            starts: 1,
            kept: 1,
            sweeps: small.then_some(Patience { sweeps: 12, stalled: 2 }),
            passes: if small { 10 } else { 3 },
            rounds: 0,
            kicked: 0,
            effort: 0,
        };
        let local = Budget { starts: several(TRIED), kept: several(TRIED), passes: 10, rounds: 6, ..first };
        match self {
            Self::First => first,
            Self::Local => local,
            Self::Polish => Budget {
                starts: several(30),
                kept: several(8),
                kicked: several(4),
                rounds: 12,
                effort: 400_000_000,
                ..local
            },
        }
    }
}
