//! Whether the routes of a question hold their own beside routes that are already known: the whole front need not be
//! found for that.

use std::collections::BTreeSet;

use super::account;
use super::blocked::{corridor_between, named};
use super::marks::{Key, Scale};
use super::needs::CostCounts;
use super::question::{Criterion, Question};
use super::route::Totals;
use super::search::{Quest, Searcher};
use super::situation::Situation;
use crate::domain::id::{RoleId, TrainingId};
use crate::domain::pack::Pack;

/// Whether the question has a route that none of `rivals` betters: none is better in one of the question's criteria and
/// no worse in any other. To be as good as a rival in all of them is enough. False when there is no route at all.
///
/// Exact, and quicker than [`super::routes`]: partial routes that a rival betters are dropped, and the first whole one
/// answers the question.
#[must_use]
pub fn holds_its_own(pack: &Pack, question: &Question, rivals: &[Totals]) -> bool {
    let cost_counts = if question.criteria.contains(&Criterion::Cost) { CostCounts::Yes } else { CostCounts::No };
    let situation = Situation::new(pack, &question.circumstances, cost_counts, question.course);
    let scale = Scale::only(&question.criteria);
    let rivals: Vec<Key> = rivals.iter().map(|totals| scale.key_of_route(totals)).collect();
    if question.target == situation.here() {
        let staying = scale.key_of_route(&account::standing_still(&situation).totals);
        let stays = question.course.admits_staying_in(question.target);
        return stays && !rivals.iter().any(|rival| scale.betters(rival, &staying));
    }
    let quest = Quest {
        target: question.target,
        scale: &scale,
        weeks_max: u32::MAX,
        avoid: &[],
        rivals: &rivals,
        routes_max: 1,
    };
    !Searcher::new(&situation).front(&quest).is_empty()
}

/// What the roles that can come after `role` on the way to the question's target ask for, and what studying that asks
/// for: all that can be of use to whoever holds it from that role on. What is held at the start is left out.
#[must_use]
pub fn asked_after(pack: &Pack, question: &Question, role: RoleId) -> BTreeSet<TrainingId> {
    let situation = Situation::new(pack, &question.circumstances, CostCounts::No, question.course);
    let mut after = corridor_between(&situation, role, question.target);
    after.remove(&role);
    named(&situation, &after)
}
