//! The appraisal in words.

use jiff::civil::Date;

use crate::app::App;
use crate::app::story::day;
use crate::domain::appraisal::{Aim, Objective, Standing, Tally};
use crate::domain::role::Stage;
use crate::layout::wrap::short;

/// What stands wherever an appraisal is shown.
pub const PRIVATE: &str = "Private, and for development, not for judgement.";

/// A stage in a sentence: `stage 2`, `the fundamental stage`.
#[must_use]
pub fn stage(stage: Stage) -> String {
    match stage {
        Stage::Fundamental => "the fundamental stage".to_owned(),
        other => other.to_string().to_lowercase(),
    }
}

/// How a competency stands, in a word or two; nothing where no stage is wanted.
#[must_use]
pub const fn standing(standing: Option<Standing>) -> &'static str {
    match standing {
        None => "",
        Some(Standing::Met) => "met",
        Some(Standing::NotYet { .. }) => "not yet",
        Some(Standing::NotRated) => "not rated",
        Some(Standing::NotAsked) => "not asked",
    }
}

/// How a competency stands, in a sentence without its full stop.
#[must_use]
pub fn standing_in_full(standing: Standing) -> String {
    match standing {
        Standing::Met => "Met, as you rate yourself: 3 or more at that stage or a higher one".to_owned(),
        Standing::NotYet { stages: 0 } => "Not yet: it counts as met from 3 on".to_owned(),
        Standing::NotYet { stages: 1 } => "Not yet: you rate yourself one stage below it".to_owned(),
        Standing::NotYet { stages } => format!("Not yet: you rate yourself {stages} stages below it"),
        Standing::NotRated => "Not rated".to_owned(),
        Standing::NotAsked => "The pack says nothing of what it expects here".to_owned(),
    }
}

/// `2 met · 3 not yet · 4 not rated`, without what there is none of.
#[must_use]
pub fn tally(tally: Tally) -> String {
    let counts = [
        (tally.met, "met"),
        (tally.not_yet, "not yet"),
        (tally.not_rated, "not rated"),
        (tally.not_asked, "not asked"),
    ];
    let told = counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
    told.collect::<Vec<_>>().join(" · ")
}

/// Until when an objective is to be done, or when it was: `due 31 Mar 2027`; empty where nothing is said.
#[must_use]
pub fn due(objective: &Objective, today: Date) -> String {
    match (objective.done, objective.due) {
        (Some(done), _) => format!("done {}", day(done)),
        (None, Some(due)) if objective.is_overdue(today) => format!("overdue: {}", day(due)),
        (None, Some(due)) => format!("due {}", day(due)),
        (None, None) => String::new(),
    }
}

impl App {
    /// Which stage is rated against, and whose it is: `stage 1, that of Ward manager`.
    #[must_use]
    pub fn rated_stage(&self) -> Option<(Stage, String)> {
        let me = self.stance().me.as_ref()?;
        let own = self.pack().role(me.person.role);
        let shown = self.shown_appraisal();
        let stage =
            shown.map(|appraisal| appraisal.stage).or(own.stage).or(self.framework().stages().first().copied())?;
        let role =
            shown.and_then(|appraisal| appraisal.role.as_ref()).and_then(|role| self.pack().find_role(role.as_str()));
        let role = role.map_or(own, |role| self.pack().role(role));
        let whose = match role.stage {
            Some(of_role) if of_role == stage => format!("that of {}", short(&role.title)),
            Some(_) => "chosen by you".to_owned(),
            None => format!("the pack gives {} none", short(&role.title)),
        };
        Some((stage, whose))
    }

    /// What the target expects, in a line.
    #[must_use]
    pub fn aim_words(&self) -> String {
        match self.aims_at() {
            Aim::NoTarget => "no target yet: t chooses the role you want, and its stage is what you aim at".to_owned(),
            Aim::NoStage(role) => format!("{}: the pack gives it no stage", short(&self.pack().role(role).title)),
            Aim::Stage(role, stage) => format!("{}, {}", short(&self.pack().role(role).title), self::stage(stage)),
        }
    }

    /// When the next appraisal is due.
    #[must_use]
    pub fn next_appraisal_day(&self) -> Option<String> {
        let next = self.next_appraisal()?;
        Some(match next.on {
            Some(on) if next.is_overdue(self.today()) => format!("was due {}", day(on)),
            Some(on) => format!("due {}", day(on)),
            None => "a year after the first".to_owned(),
        })
    }
}
