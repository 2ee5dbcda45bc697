//! The bridge to the planner: an asker in its types, its routes in ours.

use fingerpost::domain::Pack;
use fingerpost::domain::id::{RoleId, TrainingId};
use fingerpost::domain::person::{Person, Record};
use fingerpost::domain::planner::{self, Answer, Circumstances, Criterion, MovesAllowed, Offered, Question, Route};
use fingerpost::domain::quantity::{Decimal, Weeks};
use fingerpost::domain::ruleset::Ruleset;

use super::course::Course;
use super::front::Totals;
use super::rules::{Asker, Terms, World};
use super::trip::{Stint, Studied, Trip};

/// A pack that is asked, and the oracle's reading of the same tables.
pub struct Desk<'w> {
    pub pack: &'w Pack,
    pub world: &'w World,
}

impl Desk<'_> {
    pub fn role(&self, role: usize) -> RoleId {
        self.pack.find_role(&self.world.roles[role].id).expect("the loader knows the role")
    }

    pub fn fact(&self, fact: usize) -> TrainingId {
        self.pack.find_training(&self.world.items[fact].id).expect("the loader knows the training item")
    }

    fn our_role(&self, role: RoleId) -> usize {
        self.world.role(self.pack.role(role).slug.as_str())
    }

    pub fn our_fact(&self, fact: TrainingId) -> usize {
        self.world.item(self.pack.training(fact).slug.as_str())
    }

    pub fn circumstances(&self, asker: &Asker) -> Circumstances {
        Circumstances {
            person: Person {
                role: self.role(asker.role),
                served: Weeks(u32::try_from(asker.served).expect("weeks")),
                have: asker.have.iter().map(|fact| self.fact(*fact)).collect(),
                hours_per_week: Decimal::from_millionths(asker.hours_per_week),
                waived: std::collections::BTreeSet::new(),
                record: if asker.profile { Record::Profile } else { Record::RoleOnly },
            },
            ruleset: Ruleset::from_slug(asker.ruleset).expect("a ruleset"),
            moves: if asker.exceptional { MovesAllowed::Exceptional } else { MovesAllowed::Usual },
            terms: asker.terms.as_ref().map(|terms| self.terms(terms)),
        }
    }

    pub fn terms(&self, terms: &Terms) -> planner::Terms {
        let offered = Offered {
            protected_study: Decimal::from_millionths(terms.protected_study),
            given: terms.given.iter().map(|fact| self.fact(*fact)).collect(),
            tenure: Weeks(u32::try_from(terms.tenure).expect("weeks")),
            premium: u32::try_from(terms.premium).expect("pounds"),
        };
        planner::Terms { role: self.role(terms.role), offered }
    }

    pub fn question(&self, asker: &Asker, target: usize, criteria: &[&str], alternatives: usize) -> Question {
        self.question_by(Course::Any, asker, target, criteria, alternatives)
    }

    pub fn question_by(
        &self,
        course: Course,
        asker: &Asker,
        target: usize,
        criteria: &[&str],
        alternatives: usize,
    ) -> Question {
        Question {
            course: match course {
                Course::Any => planner::Course::Any,
                Course::Through(role) => planner::Course::Through(self.role(role)),
                Course::Avoiding(role) => planner::Course::Avoiding(self.role(role)),
            },
            circumstances: self.circumstances(asker),
            target: self.role(target),
            criteria: criteria.iter().map(|slug| Criterion::from_slug(slug).expect("a criterion")).collect(),
            alternatives,
            max: None,
        }
    }

    pub fn routes(&self, asker: &Asker, target: usize, criteria: &[&str], alternatives: usize) -> Answer {
        planner::routes(self.pack, &self.question(asker, target, criteria, alternatives))
    }

    /// Place of the role, weeks and moves, in the order of the answer.
    pub fn reach(&self, asker: &Asker) -> Vec<(usize, i64, i64)> {
        let reached = planner::reach(self.pack, &self.circumstances(asker));
        reached.iter().map(|r| (self.our_role(r.role), i64::from(r.weeks.0), i64::from(r.moves))).collect()
    }

    pub fn trips(&self, routes: &[Route]) -> Vec<Trip> {
        routes.iter().map(|route| self.trip(route)).collect()
    }

    /// A route of the planner in our words.
    pub fn trip(&self, route: &Route) -> Trip {
        let weeks = |weeks: Weeks| i64::from(weeks.0);
        let stints = route.steps.iter().map(|step| Stint {
            role: self.our_role(step.role),
            enter: weeks(step.enter),
            leave: step.leave.map(|(week, by)| (weeks(week), by.index())),
            study: (step.study.iter())
                .map(|study| Studied {
                    item: self.our_fact(study.training),
                    start: weeks(study.start),
                    end: weeks(study.end),
                    hours: study.hours.value().millionths(),
                })
                .collect(),
            checks: step.checks.iter().map(|fact| self.our_fact(*fact)).collect(),
            granted: step.granted.iter().map(|fact| self.our_fact(*fact)).collect(),
        });
        let totals = Totals {
            weeks: weeks(route.totals.weeks),
            moves: i64::from(route.totals.moves),
            hours: route.totals.study_hours.millionths(),
            cost: route.totals.cost.millionths(),
            sectors: i64::from(route.totals.sectors),
            pay: i64::from(route.totals.pay.unwrap_or(0)),
        };
        Trip { stints: stints.collect(), totals }
    }
}
