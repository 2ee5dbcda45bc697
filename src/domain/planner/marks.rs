//! What a partial route has cost so far, and the scale by which routes are compared.

use super::bits::Bits;
use super::question::Criterion;
use super::route::Totals;

/// What a partial route costs and brings.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    pub(super) weeks: u32,
    pub(super) moves: u32,
    /// Millionths of an hour.
    pub(super) hours: i64,
    /// Millionths of a pound.
    pub(super) cost: i64,
    pub(super) sectors: Bits,
    pub(super) pay: Option<u32>,
}

/// Marks as numbers in the order of comparison, all to be minimised.
pub(super) type Key = [i64; 6];

/// What routes are compared by, and in which order.
///
/// Time, moves and study always count, after the criteria asked for, so that of routes with the same vector the one a
/// person would choose is found.
#[derive(Debug, Clone)]
pub(super) struct Scale {
    order: Vec<Criterion>,
    asked: usize,
}

impl Scale {
    /// The scale of these criteria, ties broken by time, moves and study.
    pub(super) fn new(criteria: &[Criterion]) -> Self {
        let mut scale = Self::only(criteria);
        let rest = Criterion::DEFAULT.into_iter().filter(|criterion| !criteria.contains(criterion));
        scale.order.extend(rest);
        scale
    }

    /// The scale of these criteria and nothing else.
    pub(super) fn only(criteria: &[Criterion]) -> Self {
        Self { order: criteria.to_vec(), asked: criteria.len() }
    }

    pub(super) fn counts(&self, criterion: Criterion) -> bool {
        self.order.contains(&criterion)
    }

    /// The marks of a whole route as numbers.
    pub(super) fn key(&self, marks: &Marks) -> Key {
        // A route of which no pay is known is not better paid than one of which some is.
        self.key_with(marks, marks.pay.unwrap_or(0))
    }

    /// The same for the best that can come of a partial route.
    pub(super) fn best_key(&self, marks: &Marks) -> Key {
        self.key_with(marks, marks.pay.unwrap_or(u32::MAX))
    }

    /// The totals of a whole route as numbers.
    pub(super) fn key_of_route(&self, totals: &Totals) -> Key {
        let mut key = [0; 6];
        for (place, criterion) in key.iter_mut().zip(&self.order) {
            *place = totals.figure(*criterion);
        }
        key
    }

    fn key_with(&self, marks: &Marks, pay: u32) -> Key {
        let mut key = [0; 6];
        for (place, criterion) in key.iter_mut().zip(&self.order) {
            *place = match criterion {
                Criterion::Weeks => i64::from(marks.weeks),
                Criterion::Moves => i64::from(marks.moves),
                Criterion::StudyHours => marks.hours,
                Criterion::Cost => marks.cost,
                Criterion::Sectors => -i64::from(marks.sectors.len()),
                Criterion::Pay => -i64::from(pay),
            };
        }
        key
    }

    /// Whether a route with key `done` leaves nothing to gain for one with key `other`.
    pub(super) fn covers(&self, done: &Key, other: &Key) -> bool {
        done.iter().zip(other).take(self.asked).all(|(a, b)| a <= b)
    }

    /// Whether a route with key `rival` is better than any that comes of `key` in some criterion, and no worse in any.
    pub(super) fn betters(&self, rival: &Key, key: &Key) -> bool {
        self.covers(rival, key) && rival[..self.asked] != key[..self.asked]
    }

    pub(super) fn no_worse_but_study(&self, one: &Marks, other: &Marks) -> bool {
        self.order.iter().all(|criterion| match criterion {
            Criterion::Weeks => one.weeks <= other.weeks,
            Criterion::Moves => one.moves <= other.moves,
            Criterion::Sectors => other.sectors.is_subset(&one.sectors),
            Criterion::Pay => match (one.pay, other.pay) {
                (None, None) => true,
                (Some(one), Some(other)) => one >= other,
                _ => false,
            },
            Criterion::StudyHours | Criterion::Cost => true,
        })
    }

    pub(super) fn no_worse_in_study(&self, one: &Marks, other: &Marks, hours: i64, cost: i64) -> bool {
        (!self.counts(Criterion::StudyHours) || one.hours <= other.hours + hours)
            && (!self.counts(Criterion::Cost) || one.cost <= other.cost + cost)
    }
}
