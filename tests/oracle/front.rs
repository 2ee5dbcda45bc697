//! Totals of a route as numbers, and the routes worth having among many.

use std::collections::BTreeSet;

/// The criteria a question has when nobody says otherwise.
pub const DEFAULT: [&str; 3] = ["weeks", "moves", "study_hours"];

/// Sets of criteria, in their orders, that every case is asked with.
pub const SETS: [&[&str]; 7] = [
    &["weeks"],
    &DEFAULT,
    &["study_hours", "weeks"],
    &["moves"],
    &["weeks", "cost_gbp"],
    &["weeks", "sectors"],
    &["moves", "study_hours", "cost_gbp", "sectors", "weeks"],
];

/// Sets with pay among them, for worlds in which roles have some.
pub const PAY_SETS: [&[&str]; 2] = [&["pay_gbp", "weeks"], &["weeks", "moves", "study_hours", "pay_gbp"]];

/// What a route takes and brings; hours and cost in millionths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Totals {
    pub weeks: i64,
    pub moves: i64,
    pub hours: i64,
    pub cost: i64,
    pub sectors: i64,
    /// The lowest known yearly pay on the way, in pounds; 0 when none is known.
    pub pay: i64,
}

impl Totals {
    /// The figures of the criteria, in their order, turned so that less is better.
    pub fn vector(&self, criteria: &[&str]) -> Vec<i64> {
        let figure = |criterion: &&str| match *criterion {
            "weeks" => self.weeks,
            "moves" => self.moves,
            "study_hours" => self.hours,
            "cost_gbp" => self.cost,
            "sectors" => -self.sectors,
            "pay_gbp" => -self.pay,
            other => unreachable!("no criterion {other}"),
        };
        criteria.iter().map(figure).collect()
    }
}

/// Whether `one` is at least as good as `other` in everything.
pub fn at_least_as_good(one: &[i64], other: &[i64]) -> bool {
    one.iter().zip(other).all(|(a, b)| a <= b)
}

/// The vectors that no other one is at least as good as.
pub fn front(vectors: impl IntoIterator<Item = Vec<i64>>) -> BTreeSet<Vec<i64>> {
    let all: BTreeSet<Vec<i64>> = vectors.into_iter().collect();
    let beaten = |vector: &Vec<i64>| all.iter().any(|other| other != vector && at_least_as_good(other, vector));
    all.iter().filter(|vector| !beaten(vector)).cloned().collect()
}
