//! The tables that make the graph: roles, moves, training, requirements and grants.

use super::cell::{
    Answer, Limit, amount, answer, basis, choice, expression, judge_range, judge_word, not_among, provenance, whole,
};
use super::ids::{Ids, judge_ids, judge_repeats};
use super::manifest::Manifest;
use super::report::{Judged, Refused, Report, listed, quoted};
use super::table::{Row, Table};
use crate::domain::career_move::{Move, MoveKind, Usual};
use crate::domain::expression::Expression;
use crate::domain::id::{FamilyId, RoleId, Slug, TrainingId};
use crate::domain::nearest::nearest;
use crate::domain::provenance::Basis;
use crate::domain::quantity::Decimal;
use crate::domain::requirement::{Force, Grant, Requirement, Scope};
use crate::domain::role::{Entrance, LevelNumber, Role, RolePay, Stage};
use crate::domain::training::{Obtain, Status, Training, TrainingKind};

/// Whatever ids the rows of the graph refer to.
pub(super) struct Graph<'m> {
    pub manifest: &'m Manifest,
    pub families: Ids<'m>,
    pub roles: Ids<'m>,
    pub training: Ids<'m>,
}

/// The rows of a table that could be read; each fault of the others has been reported.
pub(super) fn rows<T>(
    table: Option<&Table>,
    report: &mut Report,
    read: impl Fn(Row, &mut Report) -> Judged<T>,
) -> Vec<T> {
    table.map(|table| table.rows().filter_map(|row| read(row, report).ok()).collect()).unwrap_or_default()
}

impl Graph<'_> {
    /// Reads a row of `roles.csv`.
    pub fn role(&self, row: Row, report: &mut Report) -> Judged<Role> {
        let slug = Slug::parse(row.text("id"));
        let title = row.required("title", report);
        let family = row.required("family", report);
        let family = family.and_then(|id| self.families.resolve(id, row.place("family"), report));
        let level = row.required("level", report).and_then(|_| self.level(row, report));
        let entrance = answer(row, "starting_point", report);
        let pay = pay(row, report);
        judge_word(row, "evidence", &["sourced", "role-only", "editorial"], report);
        let evidence = row.owned("evidence");
        let basis = if evidence == "sourced" { Basis::Sourced } else { Basis::Editorial };
        Ok(Role {
            stage: stage(row, report),
            sector: row.some("sector").filter(|sector| sector != "any"),
            registration: row.owned("registration"),
            summary: row.owned("summary"),
            evidence,
            provenance: provenance(row, basis, "source", "source_date"),
            slug: slug.ok_or(Refused)?,
            title: title?.to_owned(),
            family: FamilyId::from_index(family?),
            level: level?,
            entrance: if entrance? == Answer::Yes { Entrance::StartingPoint } else { Entrance::Post },
            pay: pay?,
        })
    }

    fn level(&self, row: Row, report: &mut Report) -> Judged<LevelNumber> {
        let number = whole(row, "level", Limit::COUNT, report)?.ok_or(Refused)?;
        let Some(levels) = &self.manifest.levels else { return Err(Refused) };
        if levels.iter().any(|level| level.number.0 == number) {
            return Ok(LevelNumber(number));
        }
        let known: Vec<String> = levels.iter().map(|level| level.number.0.to_string()).collect();
        let known = listed(known.iter().map(String::as_str));
        report.refuse(row.place("level"), format!("there is no level {number}; pack.toml has {known}"))
    }

    /// Reads a row of `moves.csv`.
    pub fn career_move(&self, row: Row, report: &mut Report) -> Judged<Move> {
        let from = self.role_in(row, "from", report);
        let to = self.role_in(row, "to", report);
        if !row.text("from").is_empty() && row.text("from") == row.text("to") {
            let message = format!(
                "the move leads from {} to itself; name another role or remove the row",
                quoted(row.text("to"))
            );
            report.error(row.place("to"), message);
        }
        let kind = row.required("kind", report).map(|cell| kind(row, cell, report));
        let years_min = amount(row, "years_min", Limit::YEARS, report);
        let years_max = amount(row, "years_max", Limit::YEARS, report);
        let usual = answer(row, "usual", report);
        if let (Ok(least), Ok(most)) = (&years_min, &years_max) {
            judge_range(row, ["years_min", "years_max"], [least.as_ref(), most.as_ref()], report);
        }
        let evidence_type = row.owned("evidence_type");
        let judgement = ["", "editorial"];
        let years_basis = basis(row, "years_basis", report);
        let editorial = judgement.contains(&evidence_type.as_str()) || judgement.contains(&row.text("source"));
        let basis = if editorial { Basis::Editorial } else { Basis::Sourced };
        Ok(Move {
            from: from?,
            to: to?,
            kind: kind?,
            usual: if usual? == Answer::No { Usual::Exceptional } else { Usual::Usual },
            years_min: years_min?.unwrap_or(Decimal::ZERO),
            years_max: years_max?,
            years_basis,
            evidence_type,
            provenance: provenance(row, basis, "source", "source_date"),
        })
    }

    fn role_in(&self, row: Row, column: &str, report: &mut Report) -> Judged<RoleId> {
        let id = row.required(column, report)?;
        self.roles.resolve(id, row.place(column), report).map(RoleId::from_index)
    }

    /// Reads a row of `training.csv`.
    pub fn training(&self, row: Row, report: &mut Report) -> Judged<Training> {
        let title = row.required("title", report);
        let kind = row.required("kind", report);
        let obtain = row.required("obtain", report);
        let obtain = obtain.and_then(|_| choice(row, "obtain", &["study", "check", "held"], Obtain::from_cell, report));
        let status = choice(row, "status", &Status::ALL.map(Status::slug), Status::from_cell, report);
        let months = amount(row, "months", Limit::MONTHS, report);
        let hours = amount(row, "hours", Limit::HOURS, report);
        let cost = amount(row, "cost_gbp", Limit::COST, report);
        let level_min = self.level_bound(row, "level_min", report);
        let level_max = self.level_bound(row, "level_max", report);
        if let (Ok(least), Ok(most)) = (&level_min, &level_max) {
            judge_range(row, ["level_min", "level_max"], [least.as_ref(), most.as_ref()], report);
        }
        let requires = self.expression_or_none(row, report);
        Ok(Training {
            provider: row.owned("provider"),
            cost_payer: row.owned("cost_payer"),
            duration_text: row.owned("duration_text"),
            hours_text: row.owned("hours_text"),
            mode: row.owned("mode"),
            award: row.owned("award"),
            entry_requirements: row.owned("entry_requirements"),
            status_basis: basis(row, "status_basis", report),
            provenance: provenance(row, basis(row, "basis", report), "source", "source_date"),
            slug: Slug::parse(row.text("id")).ok_or(Refused)?,
            title: title?.to_owned(),
            kind: TrainingKind(kind?.to_owned()),
            obtain: obtain?,
            level_min: level_min?,
            level_max: level_max?,
            months: months?,
            hours: hours?,
            cost: cost?,
            requires: requires?,
            status: status?,
        })
    }

    /// What a training item requires; nothing when the cell is empty.
    pub fn expression_or_none(&self, row: Row, report: &mut Report) -> Judged<Expression> {
        match row.text("requires") {
            "" => Ok(Expression::none()),
            text => expression(text, row.place("requires"), &self.training, report),
        }
    }

    /// A level that only bounds: one the pack does not have is odd, and does no harm.
    fn level_bound(&self, row: Row, column: &str, report: &mut Report) -> Judged<Option<LevelNumber>> {
        let Some(number) = whole(row, column, Limit::COUNT, report)? else { return Ok(None) };
        if let Some(levels) = &self.manifest.levels
            && !levels.iter().any(|level| level.number.0 == number)
        {
            report.warning(row.place(column), format!("{column}: pack.toml has no level {number}"));
        }
        Ok(Some(LevelNumber(number)))
    }

    /// Reads a row of `requirements.csv`.
    pub fn requirement(&self, row: Row, report: &mut Report) -> Judged<Requirement> {
        let scope = row.required("role", report).and_then(|cell| self.scope(row, cell, report));
        let requires = row.required("requires", report);
        let requires = requires.and_then(|text| expression(text, row.place("requires"), &self.training, report));
        let force = row.required("force", report);
        let words = ["required", "recommended", "proposed"];
        let force = force.and_then(|_| choice(row, "force", &words, Force::from_cell, report));
        let basis = basis(row, "basis", report);
        let provenance = provenance(row, basis, "source", "source_date");
        Ok(Requirement { scope: scope?, requires: requires?, force: force?, provenance })
    }

    /// Whom a row is for: a role or a group of them.
    pub(super) fn scope(&self, row: Row, cell: &str, report: &mut Report) -> Judged<Scope> {
        match cell {
            "@any" => Ok(Scope::Any),
            "@manager" => Ok(Scope::Manager),
            "@board" => Ok(Scope::Board),
            _ if cell.starts_with('@') => {
                report.refuse(row.place("role"), not_among("the group", cell, &["@any", "@manager", "@board"]))
            }
            _ => self.role_in(row, "role", report).map(Scope::Role),
        }
    }

    /// Reads a row of `grants.csv`.
    pub fn grant(&self, row: Row, report: &mut Report) -> Judged<Grant> {
        let role = self.role_in(row, "role", report);
        let fact = row.required("fact", report);
        let fact = fact.and_then(|id| self.training.resolve(id, row.place("fact"), report));
        let years = amount(row, "years", Limit::YEARS, report);
        let basis = basis(row, "basis", report);
        Ok(Grant {
            provenance: provenance(row, basis, "source", "source_date"),
            role: role?,
            fact: TrainingId::from_index(fact?),
            years: years?.unwrap_or(Decimal::ZERO),
        })
    }
}

fn kind(row: Row, cell: &str, report: &mut Report) -> MoveKind {
    let kind = MoveKind::from_cell(cell);
    if matches!(kind, MoveKind::Other(_)) {
        let near = nearest(cell, KINDS, 1);
        let hint = near.first().map_or_else(String::new, |near| format!("; is {near} meant?"));
        report.warning(
            row.place("kind"),
            format!("the kind of move {} is not a known one and is shown as it is{hint}", quoted(cell)),
        );
    }
    kind
}

const KINDS: [&str; 8] = [
    "promotion",
    "lateral",
    "cross-sector",
    "entry",
    "clinical-to-management",
    "management-to-board",
    "executive-to-non-executive",
    "secondment",
];

fn stage(row: Row, report: &mut Report) -> Option<Stage> {
    let cell = row.text("stage");
    let stage = Stage::from_cell(cell);
    if stage.is_none() && !cell.is_empty() {
        let message = not_among("stage", cell, &Stage::ALL.map(Stage::slug));
        report.warning(row.place("stage"), format!("{message}; the role is shown without a stage"));
    }
    stage
}

fn pay(row: Row, report: &mut Report) -> Judged<RolePay> {
    let pay = RolePay {
        band: row.owned("band"),
        basis: row.owned("pay_basis"),
        lowest_band: row.some("band_min"),
        highest_band: row.some("band_max"),
    };
    let rank = |band: &Option<String>| AFC_BANDS.iter().position(|known| Some(known.to_owned()) == band.as_deref());
    if let (Some(lowest), Some(highest)) = (rank(&pay.lowest_band), rank(&pay.highest_band))
        && lowest > highest
    {
        let (low, high) = (AFC_BANDS[lowest], AFC_BANDS[highest]);
        return report
            .refuse(row.place("band_min"), format!("band_min {low} is above band_max {high}; swap or correct them"));
    }
    Ok(pay)
}

/// The bands of Agenda for Change, lowest first.
const AFC_BANDS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9"];

/// Warns of moves and grants that are there twice.
pub(super) fn judge_graph_repeats(moves: Option<&Table>, grants: Option<&Table>, report: &mut Report) {
    if let Some(moves) = moves {
        judge_repeats(moves, &["from", "to", "kind"], "move", report);
    }
    if let Some(grants) = grants {
        judge_repeats(grants, &["role", "fact"], "grant", report);
    }
}

/// Judges the ids of the roles and of the training items.
pub(super) fn judge_graph_ids(roles: Option<&Table>, training: Option<&Table>, report: &mut Report) {
    if let Some(roles) = roles {
        judge_ids(roles, "id", &[], report);
    }
    if let Some(training) = training {
        judge_ids(training, "id", &["and", "or", "none"], report);
    }
}
