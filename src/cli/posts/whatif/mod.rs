//! `fingerpost posts whatif`: what a post would have to offer for the way through it to be worth taking, and what comes of
//! an offer that is supposed.

mod args;
mod document;
mod text;

pub use args::WhatIfArgs;

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{asker, correct};
use crate::cli::exit::{Failure, Status};
use crate::cli::look::Out;
use crate::cli::{names, routes};
use crate::domain::Pack;
use crate::domain::offer::{Goal, Package, Prospect, Smallest, Verdict, smallest, verdict};
use crate::domain::planner::{Circumstances, Criterion, Offered};
use crate::domain::post::Post;
use crate::domain::quantity::{Decimal, Weeks};

/// One question and its answer.
struct Asked<'p> {
    pack: &'p Pack,
    post: &'p Post,
    prospect: Prospect,
    goal: Goal,
    found: Found,
    package: Package<'p>,
    /// On the terms supposed; as it is, when none are.
    verdict: Verdict,
    today: Date,
}

/// What was asked for.
enum Found {
    /// The least of each lever.
    Least(Smallest),
    /// What comes of this.
    Under(Offered),
}

/// Answers it.
///
/// # Errors
/// Wrong usage, a faulty profile, or an answer that cannot be written.
pub fn run(pack: &Pack, args: &WhatIfArgs, out: &Out) -> Result<Status, Failure> {
    let post = correct::find(pack, &args.post)?;
    let role = asker::role_of(post)?;
    let who = asker::required(pack, &args.who)?;
    let target = asker::target(pack, &who, args.to.as_deref())?;
    let circumstances = Circumstances {
        person: who.person,
        ruleset: args.rules.ruleset,
        moves: routes::allowed(args.exceptional),
        terms: None,
    };
    let prospect = Prospect { circumstances, role, target, criteria: criteria(args)? };
    let goal = args.criterion.map_or(Goal::OnTheFront, Goal::BestBy);
    let (found, verdict) = if args.levers.are_left_out() {
        (Found::Least(smallest(pack, &prospect, goal)), verdict(pack, &prospect, &Offered::default()))
    } else {
        let offered = offered(pack, args)?;
        let verdict = verdict(pack, &prospect, &offered);
        (Found::Under(offered), verdict)
    };
    let asked = Asked {
        pack,
        post,
        prospect,
        goal,
        found,
        package: Package::of(pack, post),
        verdict,
        today: jiff::Zoned::now().date(),
    };
    out.answer(|| document::of(&asked), |page| text::show(page, &asked))?;
    Ok(Status::Answered)
}

/// What is compared; the criterion of the goal is always among it.
fn criteria(args: &WhatIfArgs) -> Result<Vec<Criterion>, Failure> {
    let mut criteria = args.criteria.clone();
    routes::named_once(&criteria)?;
    criteria.extend(args.criterion.filter(|criterion| !args.criteria.contains(criterion)));
    Ok(criteria)
}

fn offered(pack: &Pack, args: &WhatIfArgs) -> Result<Offered, Failure> {
    let given = args.levers.given.as_deref().map(|given| names::training_list(pack, given)).transpose()?;
    Ok(Offered {
        protected_study: args.levers.study_hours.unwrap_or(Decimal::ZERO),
        given: given.into_iter().flatten().collect::<BTreeSet<_>>(),
        tenure: Weeks(args.levers.tenure_weeks.unwrap_or(0)),
        premium: args.levers.premium.unwrap_or(0),
    })
}

impl Asked<'_> {
    /// Whether the way through the post is worth taking on the terms supposed, or as it is.
    fn reached(&self) -> bool {
        match self.goal {
            Goal::OnTheFront => !self.verdict.on_the_front.is_empty(),
            Goal::BestBy(criterion) => self.verdict.best_by.contains(&criterion),
        }
    }

    fn closed(&self) -> bool {
        self.post.has_closed(self.today)
    }
}
