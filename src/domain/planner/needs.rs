//! Needs: the facts that a route can go out and get, each with the way in which it is got.
//!
//! A fact that can be studied and is also given by a role makes two needs, joined by *or* wherever the fact is named.
//! Checks make none: a check stands for its own prerequisites.

use super::bits::Bits;
use super::formula::Formula;
use super::holding::{Facts, Horizon, can_host};
use super::question::Circumstances;
use crate::domain::expression::Expression;
use crate::domain::id::{RoleId, TrainingId};
use crate::domain::pack::Pack;
use crate::domain::quantity::Decimal;
use crate::domain::role::LevelNumber;
use crate::domain::ruleset::Ruleset;
use crate::domain::training::Obtain;

/// What studying an item takes.
#[derive(Debug, Clone)]
pub(super) struct StudyCost {
    /// Its length in most roles; nothing when it cannot be finished there.
    pub(super) weeks: Option<u32>,
    /// Its length in the role in which terms hold, if one does: never longer.
    pub(super) weeks_at_the_post: Option<u32>,
    pub(super) hours: i64,
    pub(super) cost: i64,
    /// The lowest level of a role in which it can begin.
    pub(super) host_level: u32,
    /// The minimal ways of meeting what it requires.
    pub(super) ways: Vec<Bits>,
}

impl StudyCost {
    /// Its least length in any role.
    pub(super) fn least_weeks(&self) -> u32 {
        self.weeks_at_the_post.or(self.weeks).unwrap_or(0)
    }
}

/// How a need is met.
#[derive(Debug, Clone)]
pub(super) enum Source {
    Study(StudyCost),
    Grant,
}

/// A fact to be got, and how.
#[derive(Debug, Clone)]
pub(super) struct Need {
    pub(super) fact: TrainingId,
    pub(super) source: Source,
}

impl Need {
    pub(super) const fn study(&self) -> Option<&StudyCost> {
        match &self.source {
            Source::Study(cost) => Some(cost),
            Source::Grant => None,
        }
    }
}

/// All needs, and the tables that turn expressions into formulas over them.
#[derive(Debug, Clone)]
pub(super) struct Needs {
    list: Vec<Need>,
    formula_of_fact: Vec<Formula>,
}

impl Needs {
    /// The needs that can be met within `horizon` by somebody who holds `start`.
    pub(super) fn of(pack: &Pack, circumstances: &Circumstances, start: &Facts, horizon: &Horizon) -> Self {
        let mut granted = Facts::none(pack);
        for role in pack.role_ids().filter(|role| horizon.reaches(*role)) {
            granted.add_all(circumstances.gains_in(pack, role).map(|gain| gain.fact));
        }
        let mut list = Vec::new();
        let mut own = vec![Formula::FALSE; pack.tables().training.len()];
        for fact in pack.training_ids() {
            if start.has(fact) {
                own[fact.index()] = Formula::TRUE;
                continue;
            }
            let study = study_cost(pack, fact, circumstances, horizon);
            let sources = study.map(Source::Study).into_iter().chain(granted.has(fact).then_some(Source::Grant));
            own[fact.index()] = Formula::any(sources.map(|source| {
                list.push(Need { fact, source });
                Formula::Need(list.len() - 1)
            }));
        }
        let mut needs = Self { list, formula_of_fact: own };
        needs.put_in_checks(pack, circumstances.ruleset, start);
        needs.put_in_prerequisites(pack);
        needs
    }

    /// A check that can be had stands for its prerequisites; checks may rest on checks, so go round until settled.
    fn put_in_checks(&mut self, pack: &Pack, ruleset: Ruleset, start: &Facts) {
        let checks: Vec<TrainingId> = pack
            .training_ids()
            .filter(|id| {
                let item = pack.training(*id);
                item.obtain == Obtain::Check && item.status.can_start(ruleset) && !start.has(*id)
            })
            .collect();
        let own: Vec<Formula> = checks.iter().map(|id| self.formula_of_fact[id.index()].clone()).collect();
        // Prerequisites have no cycles in a valid pack, so the longest chain of checks settles in as many rounds.
        for _ in 0..=checks.len() {
            let mut settled = true;
            for (check, own) in checks.iter().zip(&own) {
                let next = Formula::any([own.clone(), self.formula(&pack.training(*check).requires)]);
                settled &= next == self.formula_of_fact[check.index()];
                self.formula_of_fact[check.index()] = next;
            }
            if settled {
                return;
            }
        }
    }

    fn put_in_prerequisites(&mut self, pack: &Pack) {
        for at in 0..self.list.len() {
            let ways = self.formula(&pack.training(self.list[at].fact).requires).ways();
            if let Source::Study(cost) = &mut self.list[at].source {
                cost.ways = ways;
            }
        }
    }

    /// An expression as a formula over needs: what is held is true, what can never be held is false.
    pub(super) fn formula(&self, expression: &Expression) -> Formula {
        match expression {
            Expression::Fact(fact) => self.formula_of_fact[fact.index()].clone(),
            Expression::All(parts) => Formula::all(parts.iter().map(|part| self.formula(part))),
            Expression::Any(parts) => Formula::any(parts.iter().map(|part| self.formula(part))),
        }
    }

    pub(super) fn get(&self, need: usize) -> &Need {
        &self.list[need]
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &Need)> {
        self.list.iter().enumerate()
    }

    /// The need for a fact that a role gives.
    pub(super) fn granted(&self, fact: TrainingId) -> Option<usize> {
        self.list.iter().position(|need| need.fact == fact && matches!(need.source, Source::Grant))
    }

    pub(super) fn hours_of(&self, set: &Bits) -> i64 {
        set.iter().filter_map(|need| self.list[need].study()).map(|cost| cost.hours).sum()
    }

    pub(super) fn cost_of(&self, set: &Bits) -> i64 {
        set.iter().filter_map(|need| self.list[need].study()).map(|cost| cost.cost).sum()
    }

    /// Studies that never have to be chosen, because another can stand in for each of them wherever it is asked for
    /// and is no longer, no dearer, and no harder to begin. Leaving them out loses no vector of the front.
    pub(super) fn replaceable(&self, formulas: &[Formula], cost_counts: CostCounts) -> Bits {
        let mut gone = Bits::default();
        for (this, need) in self.iter() {
            let Some(cost) = need.study() else { continue };
            let replaced = self.iter().any(|(other, candidate)| {
                let Some(instead) = candidate.study() else { return false };
                let serves = |one: usize, two: usize| formulas.iter().all(|f| f.offers_instead(one, two));
                other != this
                    && !gone.contains(other)
                    && no_worse(instead, cost, cost_counts)
                    && serves(this, other)
                    // Of two that can stand in for each other the first stays.
                    && (other < this || !(no_worse(cost, instead, cost_counts) && serves(other, this)))
            });
            if replaced {
                gone.insert(this);
            }
        }
        gone
    }

    /// Takes studies out of every way of meeting a prerequisite.
    pub(super) fn leave_out(&mut self, gone: &Bits) {
        for need in &mut self.list {
            if let Source::Study(cost) = &mut need.source {
                cost.ways.retain(|way| !way.intersects(gone));
            }
        }
    }
}

/// Whether cost is among what routes are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CostCounts {
    Yes,
    No,
}

fn no_worse(a: &StudyCost, b: &StudyCost, cost: CostCounts) -> bool {
    let easier = b.ways.iter().all(|way| a.ways.iter().any(|other| other.is_subset(way)));
    let cheaper = cost == CostCounts::No || a.cost <= b.cost;
    let quicker = sooner(a.weeks, b.weeks) && sooner(a.weeks_at_the_post, b.weeks_at_the_post);
    quicker && a.hours <= b.hours && a.host_level <= b.host_level && cheaper && easier
}

/// Whether a length is no greater than another; what is never finished takes longest.
fn sooner(a: Option<u32>, b: Option<u32>) -> bool {
    a.unwrap_or(u32::MAX) <= b.unwrap_or(u32::MAX)
}

fn study_cost(pack: &Pack, fact: TrainingId, circumstances: &Circumstances, horizon: &Horizon) -> Option<StudyCost> {
    let item = pack.training(fact);
    let to_be_had =
        item.obtain == Obtain::Study && item.status.can_start(circumstances.ruleset) && horizon.facts.has(fact);
    let hosted = |role: RoleId| horizon.reaches(role) && can_host(pack, fact, pack.role(role).level);
    if !to_be_had || !pack.role_ids().any(hosted) || !horizon.facts.meet(&item.requires) {
        return None;
    }
    let assumed = pack.study_assumption(&item.kind);
    let length = |hours: Decimal| item.study_weeks(assumed, hours).map(|weeks| weeks.value().0);
    let weeks = length(circumstances.person.hours_per_week);
    let post = circumstances.terms.as_ref().map(|terms| terms.role).filter(|role| horizon.reaches(*role));
    let weeks_at_the_post = post.map_or(weeks, |role| length(circumstances.hours_per_week_in(role)));
    weeks_at_the_post?;
    Some(StudyCost {
        weeks,
        weeks_at_the_post,
        hours: item.study_hours(assumed).value().millionths(),
        cost: item.cost.unwrap_or_default().millionths(),
        host_level: item.level_min.map_or(0, |LevelNumber(min)| min.saturating_sub(1)),
        ways: Vec::new(),
    })
}
