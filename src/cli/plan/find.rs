//! Which plan and which step somebody means.

use crate::cli::exit::Failure;
use crate::cli::names::{self, Named};
use crate::cli::text::plain;
use crate::domain::plan::{Item, Plan, next};
use crate::domain::portfolio::Portfolio;

/// The plan that `typed` names, or the only one; with it whose it is.
///
/// # Errors
/// Wrong usage when there is none or it is not clear which is meant, with those there are.
pub fn plan<'p>(portfolio: Option<&'p Portfolio>, typed: Option<&str>) -> Result<(&'p Portfolio, &'p Plan), Failure> {
    let Some(portfolio) = portfolio.filter(|portfolio| !portfolio.plans.is_empty()) else {
        return Err(Failure::Usage(
            "there is no plan yet: open fingerpost, choose a way on the routes (2) and press m.".to_owned(),
        ));
    };
    let named = |(id, plan): (usize, &Plan)| Named { id, slug: plan.id.to_string(), title: plan.title.clone() };
    let all: Vec<Named<usize>> = portfolio.plans.iter().enumerate().map(named).collect();
    let at = match (typed, all.as_slice()) {
        (Some(typed), _) => names::resolve(&all, typed, "plan", "`fingerpost plan list` lists them all")?,
        (None, [only]) => only.id,
        (None, several) => {
            let listed: Vec<String> =
                several.iter().map(|one| format!("{} ({})", one.slug, plain(&one.title))).collect();
            return Err(Failure::Usage(format!("say which plan: {}.", listed.join(", "))));
        }
    };
    Ok((portfolio, &portfolio.plans[at]))
}

/// The step that `typed` names: by its number, or by the id or title of its role or training.
///
/// # Errors
/// Wrong usage with the nearest steps, when none or more than one is meant.
pub fn step(plan: &Plan, typed: &str) -> Result<(usize, Item), Failure> {
    let steps = plan.steps();
    if let Ok(number) = typed.trim().parse::<usize>() {
        let item = number.checked_sub(1).and_then(|at| steps.get(at));
        return item.map(|item| (number, *item)).ok_or_else(|| {
            Failure::Usage(format!("there is no step {number}; the plan has {}, from 1 on.", steps.len()))
        });
    }
    let named = |(at, item): (usize, &Item)| Named {
        id: at,
        slug: slug(plan, *item).to_owned(),
        title: next::title(plan, *item).unwrap_or_default().to_owned(),
    };
    let all: Vec<Named<usize>> = steps.iter().enumerate().map(named).collect();
    let at = names::resolve(&all, typed, "step", "`fingerpost plan show` numbers them all")?;
    let same: Vec<String> =
        all.iter().filter(|one| one.slug == all[at].slug).map(|one| (one.id + 1).to_string()).collect();
    if same.len() > 1 {
        let numbers = same.join(", ");
        return Err(Failure::Usage(format!("more than one step is {:?}: give its number, {numbers}.", plain(typed))));
    }
    Ok((at + 1, steps[at]))
}

/// The id of a step's role or training.
fn slug(plan: &Plan, item: Item) -> &str {
    let training = plan.training(item).map(|(slug, _)| slug.as_str());
    let role = |at: usize| plan.stints.get(at).map(|stint| stint.role.as_str());
    match item {
        Item::Role(at) => role(at).unwrap_or_default(),
        Item::Study(..) | Item::Check(..) => training.unwrap_or_default(),
    }
}
