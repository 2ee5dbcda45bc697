//! An appraisal in the words of its file.

use serde::Serialize;

use crate::domain::appraisal::{Appraisal, CompetencyId, Objective, Rated, Rating};
use crate::domain::id::Slug;

/// One appraisal.
#[derive(Serialize)]
pub(super) struct AppraisalWords<'a> {
    on: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
    stage: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    priorities: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rating: Vec<RatedWords<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    objective: Vec<ObjectiveWords<'a>>,
}

#[derive(Serialize)]
struct RatedWords<'a> {
    competency: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rating: Option<u8>,
    #[serde(skip_serializing_if = "str::is_empty")]
    what: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    how: &'a str,
}

#[derive(Serialize)]
struct ObjectiveWords<'a> {
    what: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    done: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    training: Option<&'a str>,
}

impl<'a> AppraisalWords<'a> {
    /// An appraisal.
    pub(super) fn of(appraisal: &'a Appraisal) -> Self {
        Self {
            on: appraisal.on.to_string(),
            role: appraisal.role.as_ref().map(Slug::as_str),
            stage: appraisal.stage.slug(),
            priorities: appraisal.priorities.iter().map(CompetencyId::as_str).collect(),
            rating: appraisal.ratings.iter().map(rated).collect(),
            objective: appraisal.objectives.iter().map(objective).collect(),
        }
    }
}

fn rated(rated: &Rated) -> RatedWords<'_> {
    RatedWords {
        competency: rated.competency.as_str(),
        rating: rated.rating.map(Rating::number),
        what: &rated.what,
        how: &rated.how,
    }
}

fn objective(objective: &Objective) -> ObjectiveWords<'_> {
    let step = objective.step.as_ref();
    ObjectiveWords {
        what: &objective.what,
        due: objective.due.map(|day| day.to_string()),
        done: objective.done.map(|day| day.to_string()),
        plan: step.map(|step| step.plan.as_str()),
        role: step.map(|step| step.role.as_str()),
        training: step.and_then(|step| step.training.as_ref()).map(Slug::as_str),
    }
}
