//! Really different routes: what each alternative has to be, given those that came before it.

use super::course::Course;
use super::exhaustive::Everything;
use super::front::front;
use super::rules::Asker;
use super::trip::Trip;

/// Whether a route by way of `roles` is really different from one by way of `other`: it uses at most half of the
/// other's roles between the ends, and where the other has none it has one.
fn really_different(roles: &[usize], other: &[usize]) -> bool {
    let shared = other.iter().filter(|role| roles.contains(role)).count();
    if other.is_empty() { !roles.is_empty() } else { shared <= other.len() / 2 }
}

/// What the next alternative costs and brings, on this course to this target, after `before` (the front and the alternatives so far); nothing when
/// there is none.
pub fn next(
    all: &Everything,
    asker: &Asker,
    (course, target): (Course, usize),
    before: &[Vec<usize>],
    criteria: &[&str],
) -> Option<Vec<i64>> {
    let mut arrivals = all.arrivals(target);
    arrivals.retain(|arrival| course.admits(&arrival.seen));
    let fastest = arrivals.iter().map(|arrival| arrival.totals.weeks).min()?;
    let fitting = arrivals.iter().filter(|arrival| {
        let between = arrival.between(asker.role, target);
        4 * arrival.totals.weeks <= 5 * fastest && before.iter().all(|other| really_different(&between, other))
    });
    front(fitting.map(|arrival| arrival.totals.vector(criteria))).into_iter().next()
}

/// Holds the planner's alternatives to it one by one. `wanted` is how many were asked for.
pub fn agree(
    all: &Everything,
    asker: &Asker,
    way: (Course, usize),
    routes: &[Trip],
    alternatives: &[Trip],
    wanted: usize,
    criteria: &[&str],
) -> Result<(), String> {
    let mut before: Vec<Vec<usize>> = routes.iter().map(Trip::between).collect();
    for at in 0..wanted {
        let expected = next(all, asker, way, &before, criteria);
        let got = alternatives.get(at);
        let vector = got.map(|trip| trip.totals.vector(criteria));
        if vector != expected {
            return Err(format!("alternative {at} of {wanted}: {vector:?} instead of {expected:?}"));
        }
        let Some(trip) = got else { return Ok(()) };
        let between = trip.between();
        if !before.iter().all(|other| really_different(&between, other)) {
            return Err(format!("alternative {at} is not really different"));
        }
        before.push(between);
    }
    if alternatives.len() > wanted { Err("more alternatives than asked for".into()) } else { Ok(()) }
}
