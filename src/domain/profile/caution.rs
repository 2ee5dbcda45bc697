//! What somebody should know of their own profile and plans before they rely on an answer. Each caution has words that
//! stay the same from day to day, as those that were put away are remembered by them.

use jiff::civil::Date;

use super::Profile;
use super::account::Standing;
use crate::domain::Pack;
use crate::domain::dates::day;
use crate::domain::plan::{Plan, recheck};

/// How long before its end something that is held is told to run out, in days.
const SOON: i32 = 90;

/// What of a profile and plans does not hold, will not for long, or holds with a proviso, in sentences.
#[must_use]
pub fn cautions(profile: &Profile, plans: &[Plan], pack: &Pack, today: Date) -> Vec<String> {
    let mut found = of_held(profile, pack, today);
    found.extend(of_before_and_waivers(profile, pack, today));
    found.extend(of_wishes(profile, pack));
    found.extend(plans.iter().filter_map(|plan| of_plan(plan, pack)));
    found.extend(plans.iter().filter_map(|plan| elsewhere(profile, plan, pack)));
    let mut once = Vec::new();
    for words in found {
        if !once.contains(&words) {
            once.push(words);
        }
    }
    once
}

fn of_held(profile: &Profile, pack: &Pack, today: Date) -> Vec<String> {
    let account = profile.account(pack, today);
    let counts = |fact| account.iter().any(|item| item.fact == fact && item.standing == Standing::Counts);
    let mut found = Vec::new();
    for held in &profile.held {
        let title = &pack.training(held.training).title;
        let ends = held.until.filter(|_| held.on.is_none_or(|on| on <= today));
        found.extend(ends.and_then(|until| match (until - today).get_days() {
            ..0 if !counts(held.training) => {
                Some(format!("{title} ran out on {} and does not count any more.", day(until)))
            }
            0..SOON => Some(format!("{title} runs out on {}.", day(until))),
            _ => None,
        }));
        let later = held.on.filter(|on| *on > today);
        found.extend(later.map(|on| format!("{title} counts only from {} on.", day(on))));
    }
    found
}

fn of_before_and_waivers(profile: &Profile, pack: &Pack, today: Date) -> Vec<String> {
    let mut found = Vec::new();
    for before in &profile.before {
        if let super::record::Time::Days { to, .. } = before.time
            && to > today
        {
            let title = &pack.role(before.role).title;
            found.push(format!("{title} is among the roles held before, and ends only on {}.", day(to)));
        }
    }
    for waiver in profile.waivers.iter().filter(|waiver| waiver.on > today) {
        let title = &pack.training(waiver.fact).title;
        found.push(format!("The {} of {title} counts only from {} on.", waiver.kind, day(waiver.on)));
    }
    if let super::Since::Day(since) = profile.since
        && since > today
    {
        found.push(format!("You are said to be {} only from {} on.", pack.role(profile.role).title, day(since)));
    }
    found
}

fn of_wishes(profile: &Profile, pack: &Pack) -> Vec<String> {
    let known = |sector: &str| pack.role_ids().any(|role| pack.role(role).sector.as_deref() == Some(sector));
    let unknown = profile.wishes.sectors.iter().filter(|sector| !known(sector));
    unknown.map(|sector| format!("You wish for the sector {sector}, and this pack has no role of it.")).collect()
}

fn of_plan(plan: &Plan, pack: &Pack) -> Option<String> {
    let count = recheck(plan, pack).len();
    let differences = match count {
        0 => return None,
        1 => "1 thing".to_owned(),
        count => format!("{count} things"),
    };
    let edition = &pack.about().edition;
    Some(format!("{differences} in the plan “{}” no longer fit the pack of {edition}; see it on screen 3.", plan.title))
}

fn elsewhere(profile: &Profile, plan: &Plan, pack: &Pack) -> Option<String> {
    let here = plan.here().filter(|_| plan.starts_elsewhere(pack, profile.role))?;
    let held = &pack.role(profile.role).title;
    Some(format!("The plan “{}” is at {}, and you are {held}; on screen 3 a asks anew.", plan.title, here.title))
}
