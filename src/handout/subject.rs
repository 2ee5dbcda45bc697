//! What a handout is to be of, as plain data: the screen and the command line ask for handouts with it.

use jiff::civil::Date;

use super::kind::{self, NoSuchRoute};
use super::outline::Outline;
use super::{Handout, appraisal, plan, posts, role, route, training};
use crate::domain::Pack;
use crate::domain::appraisal::Appraisal;
use crate::domain::id::{PostId, RoleId, TrainingId};
use crate::domain::person::Person;
use crate::domain::plan::Plan;
use crate::domain::planner::{Answer, Question};
use crate::domain::portfolio::Portfolio;
use crate::domain::profile::Wishes;
use crate::domain::quantity::Decimal;
use crate::domain::ruleset::Ruleset;

/// What a handout is of, with the circumstances that it is told under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A route.
    Route {
        /// What was asked.
        question: Box<Question>,
        /// What the planner answered.
        answer: Box<Answer>,
        /// Which of the routes, from 1; the alternatives follow those on the front.
        number: usize,
        /// What the person hopes for: the handout says where the route misses it.
        wishes: Wishes,
    },
    /// A plan.
    Plan {
        /// The plan.
        plan: Box<Plan>,
        /// The role held now, where it is known.
        held: Option<RoleId>,
    },
    /// An appraisal, or a form for one.
    Appraisal {
        /// Whose it is.
        portfolio: Box<Portfolio>,
        /// The appraisal; nothing for a form to fill in.
        appraisal: Option<Box<Appraisal>>,
        /// Under which rules.
        ruleset: Ruleset,
    },
    /// A role.
    Role {
        /// The role.
        role: RoleId,
        /// Who asks, if anybody in particular does.
        person: Option<Person>,
        /// Under which rules.
        ruleset: Ruleset,
    },
    /// Training items, in order.
    Training {
        /// The items.
        items: Vec<TrainingId>,
        /// Under which rules.
        ruleset: Ruleset,
    },
    /// Posts, in order.
    Posts {
        /// The posts.
        posts: Vec<PostId>,
        /// Under which rules.
        ruleset: Ruleset,
        /// Hours of study a week that are reckoned with.
        hours_per_week: Decimal,
    },
}

impl Subject {
    /// The handout of it, made on a day.
    ///
    /// # Errors
    /// When the answer has no route of the number that is asked for.
    pub fn handout(&self, pack: &Pack, on: Date) -> Result<Handout, NoSuchRoute> {
        Ok(match self {
            Self::Route { question, answer, number, wishes } => {
                let handout = route(pack, question, answer, *number, on)?;
                let mut all = answer.routes.iter().chain(&answer.alternatives);
                match number.checked_sub(1).and_then(|at| all.nth(at)) {
                    Some(route) => handout.with_wishes(pack, wishes, route),
                    None => handout,
                }
            }
            Self::Plan { plan: one, held } => plan(pack, one, *held, on),
            Self::Appraisal { portfolio, appraisal: one, ruleset } => {
                appraisal(pack, portfolio, one.as_deref(), *ruleset, on)
            }
            Self::Role { role: one, person, ruleset } => role(pack, *one, person.as_ref(), *ruleset, on),
            Self::Training { items, ruleset } => training(pack, items, *ruleset, on),
            Self::Posts { posts: all, ruleset, hours_per_week } => posts(pack, all, *ruleset, *hours_per_week, on),
        })
    }

    /// What the handout will be called and in which formats it comes.
    ///
    /// # Errors
    /// As [`Self::handout`].
    pub fn outline(&self, pack: &Pack, on: Date) -> Result<Outline, NoSuchRoute> {
        match self {
            // There may be a hundred thousand of them, and this is asked while somebody waits for a key.
            Self::Posts { posts, .. } => Ok(kind::outline_of_posts(pack, posts, on)),
            _ => self.handout(pack, on).map(|handout| handout.outline()),
        }
    }
}
