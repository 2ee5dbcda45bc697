//! The rows of the appraisal screen, of the sheet where one rates, and of its notes.

use super::places::{APPRAISAL, COMPETENCY, RATING, WRITING};
use super::{Keys, Row, row};
use crate::app::action::Category::Screen as OnScreen;
use crate::app::action::{Action, appraisal as available};
use crate::domain::appraisal::Rating;

/// These rows.
pub(super) const ROWS: &[Row] = &[
    row(
        Action::Rate,
        (
            "rate",
            "Rate",
            "Opens the selected competency with what the stages expect and the five points; after each rating comes the \
             next competency.",
        ),
        OnScreen,
        &[(APPRAISAL, &["r"])],
    )
    .hint(APPRAISAL, "rate")
    .when(available::with_competency),
    point(Rating::Insufficient, ("rate-1", "Rate 1", "The lowest point of the scale for the selected competency."))
        .hint(RATING, "to 5 rates"),
    point(Rating::Essential, ("rate-2", "Rate 2", "The second point of the scale.")),
    point(Rating::Proficient, ("rate-3", "Rate 3", "The third point of the scale; from here on it counts as met.")),
    point(Rating::Strong, ("rate-4", "Rate 4", "The fourth point of the scale.")),
    point(Rating::Exemplary, ("rate-5", "Rate 5", "The highest point of the scale.")),
    row(
        Action::Unrate,
        ("unrate", "No rating", "Takes the rating of the selected competency away; its notes stay."),
        OnScreen,
        &[(COMPETENCY, &["0"]), (RATING, &["<delete>", "<backspace>"])],
    )
    .hint(RATING, "no rating")
    .when(available::with_competency),
    row(
        Action::RateHigher,
        ("rate-higher", "One point higher", "Rates the selected competency one point higher, the first time with 1."),
        OnScreen,
        &[(COMPETENCY, &["+", "="])],
    )
    .hint(APPRAISAL, "higher")
    .when(available::with_competency),
    row(
        Action::RateLower,
        ("rate-lower", "One point lower", "Rates the selected competency one point lower; below 1 there is no rating."),
        OnScreen,
        &[(COMPETENCY, &["-"])],
    )
    .hint(APPRAISAL, "lower")
    .when(available::with_competency),
    row(
        Action::Notes,
        ("notes", "Notes", "What you achieved and how you did it, on the selected competency; several lines if you like."),
        OnScreen,
        &[(COMPETENCY, &["n"])],
    )
    .hint(COMPETENCY, "notes")
    .when(available::with_notes),
    row(
        Action::OtherNote,
        ("other-note", "What or how", "While you write notes, from what you achieved to how you did it, or back."),
        OnScreen,
        &[(WRITING, &["<tab>", "<backtab>"])],
    )
    .hint(WRITING, "what or how")
    .when(available::while_writing),
    row(
        Action::Priority,
        ("priority", "A priority", "Makes the selected competency one of up to three priorities, or no longer one."),
        OnScreen,
        &[(COMPETENCY, &["m"])],
    )
    .hint(COMPETENCY, "priority")
    .when(available::with_competency),
    row(
        Action::AddObjective,
        ("add-objective", "New objective", "Asks what you mean to do, by when, and for which step of your plan."),
        OnScreen,
        &[(APPRAISAL, &["o"])],
    )
    .hint(APPRAISAL, "objective")
    .when(available::with_appraisal_line),
    row(
        Action::EditObjective,
        ("edit-objective", "Change the objective", "Asks again for its words, its day and its step of the plan."),
        OnScreen,
        &[(APPRAISAL, &["e"])],
    )
    .hint(APPRAISAL, "change")
    .when(available::with_objective),
    row(
        Action::RemoveObjective,
        ("remove-objective", "Remove the objective", "Removes the selected objective; undo brings it back."),
        OnScreen,
        &[(APPRAISAL, &["<delete>", "X"])],
    )
    .hint(APPRAISAL, "remove")
    .when(available::with_objective),
    row(
        Action::NewAppraisal,
        (
            "new-appraisal",
            "New appraisal",
            "Begins an appraisal dated today, with the ratings of the last one to start from, or blank.",
        ),
        OnScreen,
        &[(APPRAISAL, &["a"])],
    )
    .hint(APPRAISAL, "new appraisal")
    .when(available::on_appraisal),
    row(
        Action::OtherAppraisal,
        ("other-appraisal", "Earlier appraisals", "Lists your appraisals by date; earlier ones can be read, not changed."),
        OnScreen,
        &[(APPRAISAL, &["v"])],
    )
    .hint(APPRAISAL, "earlier")
    .when(available::with_several_appraisals),
    row(
        Action::OtherStage,
        (
            "rated-stage",
            "Rate against another stage",
            "Goes round the stages of the Framework: the one whose expectations you rate; at first that of your role.",
        ),
        OnScreen,
        &[(APPRAISAL, &["S"])],
    )
    .when(available::with_appraisal_line),
    row(
        Action::RemoveAppraisal,
        ("remove-appraisal", "Remove this appraisal", "Removes the appraisal that is shown; undo brings it back."),
        OnScreen,
        &[(APPRAISAL, &["D"])],
    )
    .when(available::with_appraisal),
];

const fn point(rating: Rating, names: (&'static str, &'static str, &'static str)) -> Row {
    row(Action::RateAs(rating), names, OnScreen, DIGITS[rating as usize]).when(available::with_competency)
}

/// The digit of each point, lowest first.
const DIGITS: [&[Keys]; 5] =
    [&[(RATING, &["1"])], &[(RATING, &["2"])], &[(RATING, &["3"])], &[(RATING, &["4"])], &[(RATING, &["5"])]];
