//! The whole search for an order: seeds, sweeps, local search, kicks.

use super::balance::balance;
use super::effort::{Budget, Effort, KICKS, TRIED};
use super::local::LocalSearch;
use super::order::Arranged;
use super::polish::polish;
use super::seed::Seed;
use super::skeleton::Skeleton;
use super::sweep::sweeps;

/// Looks for an order with few crossings. The same skeleton and effort give the same order.
#[must_use]
pub fn arrange(skeleton: &Skeleton, effort: Effort) -> Arranged {
    let budget = effort.budget(skeleton);
    let mut found: Vec<Arranged> = (0..budget.starts).map(|start| begin(skeleton, Seed::nth(start), budget)).collect();
    // What less effort would look at is looked at too, so that more is never worse.
    let tried = found.len().min(TRIED);
    found[tried..].sort_by_key(|arranged| arranged.crossings);
    found.truncate(budget.kept);
    if budget.rounds > 0 {
        let searched = found.into_iter().map(|arranged| search(skeleton, arranged, budget, 0));
        found = searched.collect();
    }
    found.sort_by_key(|arranged| arranged.crossings);
    found.truncate(budget.kicked.max(1));
    if budget.kicked > 0 {
        found = found.into_iter().map(|arranged| search(skeleton, arranged, budget, KICKS)).collect();
        found.sort_by_key(|arranged| arranged.crossings);
    }
    found.swap_remove(0)
}

/// A first order: balanced, and if there is time swept before that. Neither way is always the better one.
fn begin(skeleton: &Skeleton, seed: Seed, budget: Budget) -> Arranged {
    let order = seed.order(skeleton);
    let swept = budget.sweeps.map(|patience| {
        let swept = sweeps(skeleton, order.clone(), patience);
        balance(skeleton, swept.order, budget.passes)
    });
    match swept {
        Some(swept) if !seed.knows_families() => swept,
        Some(swept) => swept.better(balance(skeleton, order, budget.passes)),
        None => balance(skeleton, order, budget.passes),
    }
}

/// Kicks an order and brings it to a local optimum.
fn search(skeleton: &Skeleton, Arranged { order, crossings }: Arranged, budget: Budget, kicks: usize) -> Arranged {
    let mut search = LocalSearch::new(skeleton, order);
    let mut saved = polish(skeleton, &mut search, kicks, budget.effort);
    saved += search.converge(budget.rounds);
    Arranged { order: search.into_order(), crossings: crossings - saved }
}
