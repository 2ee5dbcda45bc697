//! The replay: takes a route and derives every constraint anew from the tables.

use super::front::Totals;
use super::rules::{Asker, World};
use super::standing::{Judge, RestsOn, check};
use super::trip::{Stint, Trip};

/// The first rule that the route breaks, if any.
pub fn replay(world: &World, asker: &Asker, target: usize, trip: &Trip) -> Result<(), String> {
    let judge = Judge::new(world, asker);
    ends(asker, target, trip)?;
    judge.stands(trip, RestsOn::Listed)?;
    moments(&judge, trip)?;
    totals(&judge, trip)?;
    needs_its_study(&judge, trip)?;
    needs_its_lists(&judge, trip)
}

/// What an exhaustive search finds is held to less: it lists every check and studies what nobody needs.
pub fn stands(world: &World, asker: &Asker, target: usize, trip: &Trip) -> Result<(), String> {
    let judge = Judge::new(world, asker);
    ends(asker, target, trip)?;
    judge.stands(trip, RestsOn::Everything)?;
    moments(&judge, trip)?;
    totals(&judge, trip)
}

/// From the role held to the target, step joined to step, no role twice.
fn ends(asker: &Asker, target: usize, trip: &Trip) -> Result<(), String> {
    let roles: Vec<usize> = trip.stints.iter().map(|stint| stint.role).collect();
    check(roles.first() == Some(&asker.role), || "it does not begin in the role held".into())?;
    check(roles.last() == Some(&target), || "it does not end in the target".into())?;
    let twice = roles.iter().enumerate().find(|(at, role)| roles[..*at].contains(role));
    check(twice.is_none(), || "a role is held twice".into())?;
    let mut week = 0;
    for (at, stint) in trip.stints.iter().enumerate() {
        check(stint.enter == week, || format!("step {at} is entered in week {} instead of {week}", stint.enter))?;
        let last = at + 1 == trip.stints.len();
        check(stint.leave.is_none() == last, || format!("step {at} is left and is the last, or neither"))?;
        week = stint.leave.map_or(week, |(week, _)| week);
    }
    let end = trip.stints.last().expect("a step");
    check(end.study.is_empty() && end.checks.is_empty(), || "something is done in the target".into())
}

/// Each move happens at the first moment at which it can, given what is studied, or when a grant matures.
fn moments(judge: &Judge, trip: &Trip) -> Result<(), String> {
    for (at, stint) in trip.stints.iter().enumerate() {
        let Some((week, by)) = stint.leave else { continue };
        let studied = stint.study.last().map_or(stint.enter, |study| study.end);
        let clock = judge.clock(trip, at, week);
        let first = judge.clock(trip, at, studied).max(judge.world.moves[by].tenure);
        let matures = judge.world.grants.iter().any(|grant| grant.role == stint.role && grant.at == clock);
        check(clock == first || matures, || format!("step {at} is left at clock {clock}; it could be at {first}"))?;
    }
    Ok(())
}

/// The totals are the sums of the steps.
fn totals(judge: &Judge, trip: &Trip) -> Result<(), String> {
    let world = judge.world;
    let studied = || trip.stints.iter().flat_map(|stint| &stint.study).map(|study| study.item);
    let wrong_hours = trip.stints.iter().flat_map(|stint| &stint.study).find(|s| s.hours != world.hours(s.item));
    check(wrong_hours.is_none(), || format!("wrong hours: {wrong_hours:?}"))?;
    let summed = Totals {
        weeks: trip.stints.last().map_or(0, |stint| stint.enter),
        moves: i64::try_from(trip.stints.len()).expect("few steps") - 1,
        hours: studied().map(|item| world.hours(item)).sum(),
        cost: studied().map(|item| world.items[item].cost.unwrap_or(0)).sum(),
        sectors: world.sectors(trip.stints.iter().map(|stint| stint.role)),
        pay: world.pay(judge.asker, trip.stints.iter().map(|stint| stint.role)),
    };
    check(summed == trip.totals || still(&summed, trip), || format!("totals {:?} instead of {summed:?}", trip.totals))
}

/// A route from a role to itself is all zeros; whether its one sector counts is left open here.
fn still(summed: &Totals, trip: &Trip) -> bool {
    trip.stints.len() == 1 && Totals { sectors: 0, ..*summed } == trip.totals
}

/// No study can be dropped with the route still standing at the same moments. (If it stood at earlier ones only, it
/// would stand at these too: later, more is held.)
fn needs_its_study(judge: &Judge, trip: &Trip) -> Result<(), String> {
    for (at, stint) in trip.stints.iter().enumerate() {
        for dropped in 0..stint.study.len() {
            let without = changed(trip, at, |stint| stint.study.remove(dropped));
            let id = &judge.world.items[stint.study[dropped].item].id;
            check(judge.stands(&without, RestsOn::Everything).is_err(), || format!("{id} is studied for nothing"))?;
        }
    }
    Ok(())
}

/// No check and no grant is listed for nothing.
fn needs_its_lists(judge: &Judge, trip: &Trip) -> Result<(), String> {
    for (at, stint) in trip.stints.iter().enumerate() {
        for dropped in 0..stint.checks.len() {
            let without = changed(trip, at, |stint| stint.checks.remove(dropped));
            let id = &judge.world.items[stint.checks[dropped]].id;
            check(judge.stands(&without, RestsOn::Listed).is_err(), || format!("check {id} is listed for nothing"))?;
        }
        for dropped in 0..stint.granted.len() {
            let without = changed(trip, at, |stint| stint.granted.remove(dropped));
            let id = &judge.world.items[stint.granted[dropped]].id;
            check(judge.stands(&without, RestsOn::Listed).is_err(), || format!("grant {id} is listed for nothing"))?;
        }
    }
    Ok(())
}

fn changed<T>(trip: &Trip, at: usize, change: impl FnOnce(&mut Stint) -> T) -> Trip {
    let mut changed = trip.clone();
    change(&mut changed.stints[at]);
    changed
}
