//! The whole search for an order: seeds, sweeps, local search, kicks.

use super::effort::{Budget, Effort};
use super::local::LocalSearch;
use super::order::Order;
use super::polish::polish;
use super::seed::Seed;
use super::skeleton::Skeleton;
use super::sweep::sweeps;

/// An order and what it costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arranged {
    /// Who stands after whom.
    pub order: Order,
    /// How many crossings that makes.
    pub crossings: u64,
}

/// Looks for an order with few crossings. The same skeleton and effort give the same order.
#[must_use]
pub fn arrange(skeleton: &Skeleton, effort: Effort) -> Arranged {
    let budget = effort.budget(skeleton);
    let mut found: Vec<Arranged> = (0..budget.starts)
        .map(|start| {
            let (order, crossings) = sweeps(skeleton, Seed::nth(start).order(skeleton), budget.patience);
            Arranged { order, crossings }
        })
        .collect();
    found.sort_by_key(|arranged| arranged.crossings);
    found.truncate(budget.kept);
    if effort == Effort::First {
        return found.swap_remove(0);
    }
    let mut searched: Vec<Arranged> = found.into_iter().map(|arranged| improve(skeleton, arranged, budget)).collect();
    searched.sort_by_key(|arranged| arranged.crossings);
    searched.swap_remove(0)
}

fn improve(skeleton: &Skeleton, Arranged { order, crossings }: Arranged, budget: Budget) -> Arranged {
    let mut search = LocalSearch::new(skeleton, order);
    let mut saved = search.converge(budget.rounds);
    if budget.kicks > 0 {
        saved += polish(skeleton, &mut search, budget.kicks, budget.effort);
        saved += search.converge(budget.rounds);
    }
    Arranged { order: search.into_order(), crossings: crossings - saved }
}
