//! What makes a world worth asking about. Tests count these, so that a comparison over worlds in which nothing happens
//! cannot pass for one.

use super::rules::{Asker, World};
use super::standing::{Judge, RestsOn};
use super::trip::Trip;

/// Whether somebody stays in a role for a grant.
pub fn awaits_a_grant(world: &World, asker: &Asker, trip: &Trip) -> bool {
    let judge = Judge::new(world, asker);
    trip.stints.iter().enumerate().any(|(at, stint)| {
        let ready = stint.study.last().map_or(stint.enter, |study| study.end);
        let idle = |week: i64, by: usize| {
            judge.clock(trip, at, week) > judge.clock(trip, at, ready).max(world.moves[by].tenure)
        };
        stint.leave.is_some_and(|(week, by)| idle(week, by))
    })
}

/// Whether a study rests on what the same stint gave before it.
pub fn studies_on_a_grant_of_the_stint(world: &World, asker: &Asker, trip: &Trip) -> bool {
    (0..trip.stints.len()).any(|at| {
        let served = if at == 0 { asker.served } else { -1 };
        let mut poorer = world.clone();
        poorer.grants.retain(|grant| grant.role != trip.stints[at].role || grant.at <= served);
        !studies_stand(&poorer, asker, trip, at)
    })
}

/// Whether a study rests on a check.
pub fn studies_on_a_check(world: &World, asker: &Asker, trip: &Trip) -> bool {
    let mut poorer = world.clone();
    poorer.items.iter_mut().filter(|item| item.obtain == "check").for_each(|item| item.obtain = "held".into());
    (0..trip.stints.len()).any(|at| studies_stand(world, asker, trip, at) && !studies_stand(&poorer, asker, trip, at))
}

/// Whether a row that would count for a role on the way was waived.
pub fn is_waived_something(world: &World, asker: &Asker, trip: &Trip) -> bool {
    let waived = world.waived(asker);
    let entered = |row: usize| trip.stints.iter().skip(1).any(|stint| world.rows[row].applies[stint.role]);
    (0..world.rows.len()).any(|row| waived[row] && entered(row))
}

/// Whether something is studied before the last stint in which it could be, for the sake of the time it saves.
pub fn studies_ahead(trip: &Trip) -> bool {
    trip.stints.iter().rev().skip(2).any(|stint| !stint.study.is_empty())
}

/// Whether the route stands up to and with the study of step `at`.
fn studies_stand(world: &World, asker: &Asker, trip: &Trip, at: usize) -> bool {
    let mut so_far = trip.clone();
    so_far.stints.truncate(at + 1);
    so_far.stints[at].leave = None;
    Judge::new(world, asker).stands(&so_far, RestsOn::Everything).is_ok()
}
