//! What would open a way, in words.

use crate::domain::Pack;
use crate::domain::planner::{Change, Opening};

/// The change and what the fastest route then comes to.
#[must_use]
pub fn words(pack: &Pack, opening: &Opening) -> String {
    let titles = |ids: &[crate::domain::id::TrainingId]| {
        ids.iter().map(|id| pack.training(*id).title.as_str()).collect::<Vec<_>>().join(" and ")
    };
    let change = match &opening.change {
        Change::Hold(facts) => format!("If you held {}", titles(facts)),
        Change::HoursPerWeek(hours) => format!("With {hours} hours of study a week"),
        Change::Ruleset(ruleset) => format!("With other rules: {ruleset}"),
        Change::Reopen(fact) => format!("If {} took people", titles(&[*fact])),
        Change::ExceptionalMoves => "With moves that nobody should count on (x)".to_owned(),
    };
    let fastest = &opening.fastest;
    format!("{change}: {}, {} moves, {} h of study", fastest.weeks, fastest.moves, fastest.study_hours)
}
