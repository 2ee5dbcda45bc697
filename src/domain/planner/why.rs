//! Why somebody may, or may not yet, enter a role: each requirement met or not, and what would meet the rest.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::bits::Bits;
use super::formula::Formula;
use super::holding::{Facts, at_the_start, close_under_checks, presumed_from_role, waived_rows};
use crate::domain::expression::Expression;
use crate::domain::id::{RequirementId, RoleId, TrainingId};
use crate::domain::pack::Pack;
use crate::domain::person::Person;
use crate::domain::quantity::{Decimal, Weeks};
use crate::domain::ruleset::Ruleset;
use crate::domain::training::{Known, Obtain};

/// What somebody holds at present, and how much time they have.
#[derive(Debug, Clone)]
pub struct Holder {
    facts: Facts,
    presumed: BTreeSet<TrainingId>,
    waived: BTreeSet<TrainingId>,
    hours_per_week: Decimal,
}

impl Holder {
    /// A person: with what the role held has given so far and what it certainly asks for.
    #[must_use]
    pub fn of(pack: &Pack, person: &Person) -> Self {
        Self {
            facts: at_the_start(pack, person),
            presumed: presumed_from_role(pack, person),
            waived: person.waived.clone(),
            hours_per_week: person.hours_per_week,
        }
    }

    /// Somebody of whom nothing is known but these facts.
    #[must_use]
    pub fn with(pack: &Pack, facts: &BTreeSet<TrainingId>, hours_per_week: Decimal) -> Self {
        let none = BTreeSet::new;
        Self { facts: Facts::of(pack, facts.iter().copied()), presumed: none(), waived: none(), hours_per_week }
    }

    /// Whether a fact is held.
    #[must_use]
    pub fn has(&self, fact: TrainingId) -> bool {
        self.facts.has(fact)
    }

    /// The facts named in `requires` that are taken as held only because the present role requires them; none when
    /// `requires` holds without them.
    #[must_use]
    pub fn presumed(&self, requires: &Expression) -> Vec<TrainingId> {
        if requires.holds(&|fact| self.has(fact) && !self.presumed.contains(&fact)) {
            return Vec::new();
        }
        requires.facts().into_iter().filter(|fact| self.presumed.contains(fact)).collect()
    }

    /// The facts named in `requires` that count only by a waiver or an equivalence; none when `requires` holds without
    /// them, or does not hold.
    #[must_use]
    pub fn waived(&self, requires: &Expression) -> Vec<TrainingId> {
        let without = requires.holds(&|fact| self.has(fact) && !self.waived.contains(&fact));
        if without || !requires.holds(&|fact| self.has(fact)) {
            return Vec::new();
        }
        requires.facts().into_iter().filter(|fact| self.waived.contains(fact)).collect()
    }
}

/// How a requirement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowState {
    /// Met by what is held.
    Met,
    /// Met by checks that are done on appointment.
    OnAppointment,
    /// Not met.
    Unmet,
    /// Recommended, but nobody could meet it: it does not count.
    Waived,
}

/// One requirement and how it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowAnswer {
    /// The row.
    pub requirement: RequirementId,
    /// How it stands.
    pub state: RowState,
}

/// A set of facts that would meet what is not met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// What to get, prerequisites included; checks are not listed.
    pub facts: Vec<TrainingId>,
    /// Those among them that cannot be studied under the ruleset: a registration, experience, a paused programme.
    pub out_of_reach: Vec<TrainingId>,
    /// Weeks of study, one item after another.
    pub weeks: Weeks,
    /// Hours of study.
    pub hours: Decimal,
    /// Pounds; what is not known counts nought.
    pub cost: Decimal,
    /// What is studied at a cost that is not known.
    pub cost_unknown: Vec<TrainingId>,
    /// What is studied for hours, and perhaps weeks, that are assumed for its kind.
    pub assumed: Vec<TrainingId>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// Whether the role's requirements hold, counting checks that are done on appointment.
    pub met: bool,
    /// Every row that counts under the ruleset, waived ones included.
    pub rows: Vec<RowAnswer>,
    /// All rows that have to be met, as one expression.
    pub expression: Expression,
    /// What is held of what the expression names.
    pub have: Vec<TrainingId>,
    /// The checks that will be done on appointment.
    pub checks: Vec<TrainingId>,
    /// What would meet the rest in the least time: first what leaves least out of reach, then weeks, hours, cost.
    pub quickest: Remedy,
    /// What would meet the rest for the least money: first what leaves least out of reach, then cost, hours, weeks.
    pub cheapest: Remedy,
}

/// How `holder` stands to the requirements of `role`.
#[must_use]
pub fn why(pack: &Pack, holder: &Holder, role: RoleId, ruleset: Ruleset) -> Why {
    let waived = waived_rows(pack, &holder.facts, ruleset);
    let mut with_checks = holder.facts.clone();
    close_under_checks(pack, &mut with_checks, ruleset);
    let state = |row: RequirementId| {
        let requires = &pack.requirement(row).requires;
        match () {
            () if waived.contains(&row) => RowState::Waived,
            () if holder.facts.meet(requires) => RowState::Met,
            () if with_checks.meet(requires) => RowState::OnAppointment,
            () => RowState::Unmet,
        }
    };
    let counted = pack.requirements_of(role).iter().filter(|row| ruleset.counts(pack.requirement(**row).force));
    let rows: Vec<RowAnswer> = counted.map(|row| RowAnswer { requirement: *row, state: state(*row) }).collect();
    let binding: Vec<Expression> = rows
        .iter()
        .filter(|row| row.state != RowState::Waived)
        .map(|row| pack.requirement(row.requirement).requires.clone())
        .filter(|requires| !requires.is_none())
        .collect();
    let expression = Expression::All(binding);
    let named = expression.facts();
    let study = RemedySearch { pack, holder, ruleset };
    Why {
        met: rows.iter().all(|row| row.state != RowState::Unmet),
        have: named.iter().copied().filter(|fact| holder.has(*fact)).collect(),
        checks: named.iter().copied().filter(|fact| !holder.has(*fact) && with_checks.has(*fact)).collect(),
        quickest: study.best(&expression, |bill| [bill.out_of_reach, bill.weeks, bill.hours, bill.cost]),
        cheapest: study.best(&expression, |bill| [bill.out_of_reach, bill.cost, bill.hours, bill.weeks]),
        rows,
        expression,
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Bill {
    out_of_reach: i64,
    weeks: i64,
    hours: i64,
    cost: i64,
}

struct RemedySearch<'a> {
    pack: &'a Pack,
    holder: &'a Holder,
    ruleset: Ruleset,
}

/// What a set costs, the number of its items last.
type Price = ([i64; 4], u32);

/// A partial remedy, cheapest first: its price, what is chosen, whose prerequisites are still to be looked at, and how
/// many rows are settled.
type Partial = Reverse<(Price, Bits, Vec<Bits>, usize)>;

impl RemedySearch<'_> {
    /// The cheapest set of facts by `price`, by uniform-cost search: what is still asked for is settled one formula
    /// after another, and every study brings its prerequisites.
    fn best(&self, expression: &Expression, price: impl Fn(&Bill) -> [i64; 4]) -> Remedy {
        let parts = match expression {
            Expression::All(parts) => parts.clone(),
            single => vec![single.clone()],
        };
        let asked: Vec<Formula> = parts.iter().map(|part| self.formula(part, 0)).collect();
        let mut queue: BinaryHeap<Partial> = BinaryHeap::new();
        queue.push(Reverse((([0; 4], 0), Bits::default(), Vec::new(), 0)));
        while let Some(Reverse((_, chosen, mut to_open, settled))) = queue.pop() {
            let (ways, settled) = match (to_open.pop(), asked.get(settled)) {
                (Some(need), _) => (self.prerequisites(&need), settled),
                (None, Some(formula)) => (formula.ways(), settled + 1),
                (None, None) => return self.remedy(&chosen),
            };
            for way in ways {
                let new = way.without(&chosen);
                let all = chosen.union(&way);
                let mut to_open = to_open.clone();
                to_open.extend(new.iter().map(Bits::one));
                let cost = (price(&self.bill(&all)), all.len());
                queue.push(Reverse((cost, all, to_open, settled)));
            }
        }
        self.remedy(&Bits::default())
    }

    /// An expression as a formula whose needs are training items: held is true, a check that can be done stands for its
    /// prerequisites.
    fn formula(&self, expression: &Expression, depth: usize) -> Formula {
        match expression {
            Expression::Fact(fact) if self.holder.has(*fact) => Formula::TRUE,
            Expression::Fact(fact) => {
                let item = self.pack.training(*fact);
                let check = item.obtain == Obtain::Check && item.status.can_start(self.ruleset);
                if check && depth <= self.pack.tables().training.len() {
                    self.formula(&item.requires, depth + 1)
                } else {
                    Formula::Need(fact.index())
                }
            }
            Expression::All(parts) => Formula::all(parts.iter().map(|part| self.formula(part, depth))),
            Expression::Any(parts) => Formula::any(parts.iter().map(|part| self.formula(part, depth))),
        }
    }

    fn prerequisites(&self, need: &Bits) -> Vec<Bits> {
        let Some(fact) = need.iter().next().map(TrainingId::from_index) else { return vec![Bits::default()] };
        if self.can_study(fact) {
            self.formula(&self.pack.training(fact).requires, 0).ways()
        } else {
            vec![Bits::default()]
        }
    }

    fn can_study(&self, fact: TrainingId) -> bool {
        let item = self.pack.training(fact);
        item.obtain == Obtain::Study && item.status.can_start(self.ruleset) && self.weeks(fact).is_some()
    }

    fn weeks(&self, fact: TrainingId) -> Option<Weeks> {
        let item = self.pack.training(fact);
        let assumed = self.pack.study_assumption(&item.kind);
        item.study_weeks(assumed, self.holder.hours_per_week).map(Known::value)
    }

    fn hours(&self, fact: TrainingId) -> Decimal {
        let item = self.pack.training(fact);
        item.study_hours(self.pack.study_assumption(&item.kind)).value()
    }

    fn bill(&self, chosen: &Bits) -> Bill {
        let mut bill = Bill::default();
        for fact in chosen.iter().map(TrainingId::from_index) {
            if self.can_study(fact) {
                bill.weeks += i64::from(self.weeks(fact).unwrap_or_default().0);
                bill.hours += self.hours(fact).millionths();
                bill.cost += self.pack.training(fact).cost.unwrap_or_default().millionths();
            } else {
                bill.out_of_reach += 1;
            }
        }
        bill
    }

    fn remedy(&self, chosen: &Bits) -> Remedy {
        let facts: Vec<TrainingId> = chosen.iter().map(TrainingId::from_index).collect();
        let (studied, out_of_reach): (Vec<_>, Vec<_>) = facts.iter().partition(|fact| self.can_study(**fact));
        let bill = self.bill(chosen);
        let has_no_hours = |fact: &TrainingId| {
            let item = self.pack.training(*fact);
            item.study_hours(self.pack.study_assumption(&item.kind)).is_assumed()
        };
        Remedy {
            assumed: studied.iter().copied().filter(has_no_hours).collect(),
            facts,
            out_of_reach,
            weeks: Weeks::clamped(bill.weeks),
            hours: Decimal::from_millionths(bill.hours),
            cost: Decimal::from_millionths(bill.cost),
            cost_unknown: studied.into_iter().filter(|fact| self.pack.training(*fact).cost.is_none()).collect(),
        }
    }
}
