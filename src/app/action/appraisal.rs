//! When something can be done on the appraisal screen.

use super::{Availability, when, with_me};
use crate::app::App;
use crate::app::overlay::Overlay;
use crate::app::screen::Screen;

/// On the appraisal screen, with somebody to rate themselves and something to rate.
pub(in crate::app) fn on_appraisal(app: &App) -> Availability {
    match () {
        () if app.screen() != Screen::Appraisal => Availability::Not("that belongs to the appraisal (6)"),
        () if app.stance().me.is_none() => with_me(app),
        () if app.framework().is_empty() => Availability::Not("this pack brings no competencies to rate"),
        () => Availability::Now,
    }
}

pub(in crate::app) fn with_appraisal_line(app: &App) -> Availability {
    match on_appraisal(app) {
        Availability::Now => when(
            app.shows_latest_appraisal(),
            "this is an earlier appraisal, to be read only: v goes to the latest, a begins a new one",
        ),
        not @ Availability::Not(_) => not,
    }
}

pub(in crate::app) fn with_competency(app: &App) -> Availability {
    match with_appraisal_line(app) {
        Availability::Now => when(app.chosen_competency().is_some(), "select a competency first"),
        not @ Availability::Not(_) => not,
    }
}

pub(in crate::app) fn with_objective(app: &App) -> Availability {
    match with_appraisal_line(app) {
        Availability::Now => {
            when(app.chosen_objective().is_some(), "select an objective first: they stand below the competencies")
        }
        not @ Availability::Not(_) => not,
    }
}

/// The notes of an earlier appraisal can be read.
pub(in crate::app) fn with_notes(app: &App) -> Availability {
    match on_appraisal(app) {
        Availability::Now => when(app.chosen_competency().is_some(), "select a competency first"),
        not @ Availability::Not(_) => not,
    }
}

pub(in crate::app) fn with_appraisal(app: &App) -> Availability {
    match on_appraisal(app) {
        Availability::Now => {
            when(app.shown_appraisal().is_some(), "there is no appraisal yet: rate something, or press a")
        }
        not @ Availability::Not(_) => not,
    }
}

pub(in crate::app) fn with_several_appraisals(app: &App) -> Availability {
    match on_appraisal(app) {
        Availability::Now => when(app.appraisals().len() > 1, "there is no other appraisal"),
        not @ Availability::Not(_) => not,
    }
}

pub(in crate::app) fn while_writing(app: &App) -> Availability {
    when(
        matches!(app.overlays().last(), Some(Overlay::Notes(_))),
        "open the notes of a competency first: n on the appraisal",
    )
}
