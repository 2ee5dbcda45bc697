//! Where one can get to at all, and how soon.

use super::course::Course;
use super::question::{Circumstances, Criterion};
use super::route::Reached;
use super::search::{Quest, Searcher};
use super::situation::Situation;
use crate::domain::pack::Pack;
use crate::domain::quantity::Weeks;

use super::marks::Scale;
use super::needs::CostCounts;

/// Every role that can be reached, with the fewest weeks to each, by weeks and then id. The role held is not among them.
#[must_use]
pub fn reach(pack: &Pack, circumstances: &Circumstances) -> Vec<Reached> {
    let situation = Situation::new(pack, circumstances, CostCounts::No, Course::Any);
    let searcher = Searcher::new(&situation);
    let scale = Scale::only(&[Criterion::Weeks, Criterion::Moves]);
    let mut reached: Vec<Reached> = situation
        .open_roles()
        .filter(|role| *role != situation.here())
        .filter_map(|role| {
            let quest =
                Quest { target: role, scale: &scale, weeks_max: u32::MAX, avoid: &[], rivals: &[], routes_max: 1 };
            let found = searcher.front(&quest);
            let stints = &found.first()?.stints;
            let weeks = Weeks(stints.iter().map(|stint| stint.length).sum());
            Some(Reached { role, weeks, moves: u32::try_from(stints.len()).unwrap_or(u32::MAX) })
        })
        .collect();
    reached.sort_by(|a, b| {
        let slug = |reached: &Reached| &pack.role(reached.role).slug;
        a.weeks.cmp(&b.weeks).then_with(|| slug(a).cmp(slug(b)))
    });
    reached
}
