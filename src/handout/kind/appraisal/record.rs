//! An appraisal for programs.

use serde_json::{Value, json};

use super::{Telling, stands};
use crate::domain::appraisal::{Appraisal, Competency, CompetencyId, Ground, Note, Objective, Rating, by_date};

pub(super) fn record(telling: Telling<'_>) -> Value {
    let Telling { pack, portfolio, framework, appraisal, .. } = telling;
    let profile = &portfolio.profile;
    let hours = profile.hours_per_week.unwrap_or(pack.tables().hours_per_week);
    let mut competencies = Vec::new();
    for area in framework.areas() {
        for standard in &area.standards {
            let of = |one| competency(telling, [&area.title, &standard.title], one);
            competencies.extend(standard.competencies.iter().map(of));
        }
    }
    json!({
        "pack": pack.about().slug,
        "edition": pack.about().edition,
        "ruleset": telling.ruleset.slug(),
        "date": telling.on,
        "hours_per_week": hours,
        "role": pack.role(profile.role).slug,
        "target": profile.target.map(|target| &pack.role(target).slug),
        "target_stage": telling.aim.stage().map(crate::domain::role::Stage::slug),
        "rated_on": telling.day(),
        "stage": appraisal.stage.slug(),
        "next_due": next_due(telling),
        "priorities": appraisal.priorities.iter().map(CompetencyId::as_str).collect::<Vec<_>>(),
        "competencies": competencies,
        "objectives": appraisal.objectives.iter().map(objective).collect::<Vec<_>>(),
        "history": by_date(&portfolio.appraisals).into_iter().map(sitting).collect::<Vec<_>>(),
        "assumed": super::reading::assumed(telling),
    })
}

fn next_due(telling: Telling<'_>) -> Value {
    match telling.due.ground {
        Ground::Cycle(cycle) => json!({
            "on": telling.due.on,
            "what": cycle.what,
            "basis": cycle.provenance.basis.to_string(),
            "source": cycle.provenance.source,
            "source_date": cycle.provenance.date,
        }),
        Ground::Assumed => json!({ "on": telling.due.on, "what": null, "basis": "assumed" }),
    }
}

fn competency(telling: Telling<'_>, [area, standard]: [&String; 2], one: &Competency) -> Value {
    let appraisal = telling.appraisal;
    json!({
        "id": one.id.as_str(),
        "focus_area": area,
        "standard": standard,
        "title": one.title,
        "expects": one.expects(appraisal.stage),
        "target_expects": telling.aim.stage().and_then(|stage| one.expects(stage)),
        "rating": appraisal.rating(&one.id).map(Rating::number),
        "what": appraisal.note(&one.id, Note::What),
        "how": appraisal.note(&one.id, Note::How),
        "stands": telling.standing(one).map(stands),
    })
}

fn objective(objective: &Objective) -> Value {
    let step = objective.step.as_ref();
    json!({
        "what": objective.what,
        "due": objective.due,
        "done": objective.done,
        "plan": step.map(|step| &step.plan),
        "role": step.map(|step| &step.role),
        "training": step.and_then(|step| step.training.as_ref()),
    })
}

fn sitting(appraisal: &Appraisal) -> Value {
    let rated =
        appraisal.ratings.iter().filter_map(|one| Some((one.competency.to_string(), one.rating?.number().into())));
    json!({
        "on": appraisal.on,
        "role": appraisal.role,
        "stage": appraisal.stage.slug(),
        "ratings": rated.collect::<serde_json::Map<String, Value>>(),
    })
}
