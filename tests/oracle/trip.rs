//! A route in the oracle's own words: what [`super::exhaustive`] finds, and what a route of the planner is turned into
//! before it is replayed.

use std::fmt::Write;

use super::front::Totals;
use super::rules::World;

/// One item studied; weeks from now, hours in millionths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Studied {
    pub item: usize,
    pub start: i64,
    pub end: i64,
    pub hours: i64,
}

/// The time in one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stint {
    pub role: usize,
    pub enter: i64,
    /// The week from now and the row of the move.
    pub leave: Option<(i64, usize)>,
    pub study: Vec<Studied>,
    pub checks: Vec<usize>,
    pub granted: Vec<usize>,
}

/// A route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trip {
    pub stints: Vec<Stint>,
    pub totals: Totals,
}

impl Trip {
    /// All the roles, in their order.
    pub fn roles(&self) -> Vec<usize> {
        self.stints.iter().map(|stint| stint.role).collect()
    }

    /// The roles between the first and the last.
    pub fn between(&self) -> Vec<usize> {
        let roles = self.roles();
        roles.get(1..roles.len().max(2) - 1).unwrap_or_default().to_vec()
    }

    /// The route as a person would read it.
    pub fn text(&self, world: &World) -> String {
        let fact = |fact: &usize| world.items[*fact].id.clone();
        let mut text = format!("{:?}\n", self.totals);
        for stint in &self.stints {
            let _ = write!(text, "  week {} {}", stint.enter, world.roles[stint.role].id);
            for study in &stint.study {
                let _ = write!(text, ", study {} {}–{}", fact(&study.item), study.start, study.end);
            }
            let _ = write!(text, ", checks {:?}", stint.checks.iter().map(fact).collect::<Vec<_>>());
            let _ = write!(text, ", granted {:?}", stint.granted.iter().map(fact).collect::<Vec<_>>());
            text += &stint.leave.map_or(String::new(), |(week, a_move)| format!(", leaves {week} by row {a_move}"));
            text += "\n";
        }
        text
    }
}
