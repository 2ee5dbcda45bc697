//! `appraisal_cycles.csv` and `rating_scale.csv`: when people are appraised, and the scale on which they rate themselves.

use super::cell::{Limit, basis, provenance, whole};
use super::graph::Graph;
use super::offers::judge_source;
use super::report::{Judged, Report, quoted};
use super::table::Row;
use crate::domain::appraisal::{Cycle, Due, Rating, ScalePoint, YearDay};

impl Graph<'_> {
    /// Reads a row of `appraisal_cycles.csv`.
    pub(super) fn appraisal_cycle(&self, row: Row, report: &mut Report) -> Judged<Cycle> {
        let scope = row.required("role", report).and_then(|cell| self.scope(row, cell, report));
        let what = row.required("what", report);
        let due = due(row, report);
        let basis = basis(row, "basis", report);
        judge_source(row, basis, report)?;
        let provenance = provenance(row, basis, "source", "source_date");
        Ok(Cycle { scope: scope?, what: what?.to_owned(), due: due?, provenance })
    }
}

/// A day and a month, or neither for a year after the last.
fn due(row: Row, report: &mut Report) -> Judged<Due> {
    let (day, month) = (whole(row, "due_day", Limit::COUNT, report), whole(row, "due_month", Limit::COUNT, report));
    match (day?, month?) {
        (None, None) => Ok(Due::Yearly),
        (Some(day), Some(month)) => YearDay::new(day, month).map(Due::By).map_or_else(
            || {
                let message = format!("no year has a day {day} of month {month}; write for instance 30 and 6");
                report.refuse(row.place("due_day"), message)
            },
            Ok,
        ),
        (None, Some(_)) => report.refuse(row.place("due_day"), "due_month is given without due_day; give both or none"),
        (Some(_), None) => {
            report.refuse(row.place("due_month"), "due_day is given without due_month; give both or none")
        }
    }
}

/// Reads a row of `rating_scale.csv`.
pub(super) fn scale_point(row: Row, report: &mut Report) -> Judged<ScalePoint> {
    let rating = row.required("rating", report).and_then(|cell| {
        let point = cell.parse().ok().and_then(Rating::from_number);
        let message = || format!("rating {} is none of 1, 2, 3, 4, 5", quoted(cell));
        point.map_or_else(|| report.refuse_with(row.place("rating"), message), Ok)
    });
    let title = row.required("title", report);
    let meaning = row.required("meaning", report);
    let basis = basis(row, "basis", report);
    judge_source(row, basis, report)?;
    Ok(ScalePoint {
        rating: rating?,
        title: title?.to_owned(),
        meaning: meaning?.to_owned(),
        provenance: provenance(row, basis, "source", "source_date"),
    })
}
