//! `fingerpost why`: what a role asks for, what of it is met, and what would meet the rest.

use std::collections::BTreeSet;

use serde::Serialize;

use super::args::WhyArgs;
use super::exit::{Failure, Status};
use super::look::Out;
use super::text::{Line, Page, Span, Tone};
use super::{json, names, person};
use crate::domain::Pack;
use crate::domain::id::{RoleId, TrainingId};
use crate::domain::planner::{self, Holder, Remedy, RowAnswer, RowState, Why};
use crate::domain::provenance::{Basis, Provenance, SourceKind};
use crate::domain::quantity::{Decimal, Weeks};
use crate::domain::requirement::Requirement;
use crate::domain::ruleset::Ruleset;
use crate::domain::training::Status as Running;
use crate::domain::words;

#[derive(Debug, Serialize)]
struct WhyDocument<'p> {
    role: &'p str,
    ruleset: &'static str,
    met: bool,
    expression: String,
    have: Vec<&'p str>,
    missing_quickest: Vec<&'p str>,
    missing_cheapest: Vec<&'p str>,
    checks: Vec<&'p str>,
    rows: Vec<RowDocument<'p>>,
    quickest: RemedyDocument<'p>,
    cheapest: RemedyDocument<'p>,
}

#[derive(Debug, Serialize)]
struct RowDocument<'p> {
    requires: String,
    force: String,
    state: &'static str,
    /// What of it counts only by a waiver or an equivalence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    waived_for: Vec<&'p str>,
    basis: String,
    source: &'p str,
}

#[derive(Debug, Serialize)]
struct RemedyDocument<'p> {
    weeks: Weeks,
    hours: Decimal,
    cost_gbp: Decimal,
    cost_unknown: Vec<&'p str>,
    assumed: Vec<&'p str>,
    out_of_reach: Vec<&'p str>,
}

/// Answers it.
///
/// # Errors
/// Wrong usage, a faulty profile, or an answer that cannot be written.
pub fn run(pack: &Pack, args: &WhyArgs, out: &Out) -> Result<Status, Failure> {
    let role = names::role(pack, &args.role)?;
    let (asker, holder) = holder(pack, args)?;
    let ruleset = args.rules.ruleset;
    let why = planner::why(pack, &holder, role, ruleset);
    out.answer(
        || document(pack, (role, ruleset), &holder, &why),
        |page| show(page, pack, (role, ruleset), (asker.as_deref(), &holder), &why),
    )?;
    Ok(Status::Answered)
}

/// Who is asked about, in words, and what they hold. Without a role or profile it is somebody of whom only the options
/// tell.
fn holder(pack: &Pack, args: &WhyArgs) -> Result<(Option<String>, Holder), Failure> {
    if let Some(asker) = person::find(pack, &args.person)? {
        let title = pack.role(asker.person.role).title.clone();
        return Ok((Some(title), Holder::of(pack, &asker.person)));
    }
    if args.person.served_years.is_some() {
        return Err(Failure::Usage("--served-years needs --from ROLE: years in which role?".to_owned()));
    }
    let have = args.person.have.as_deref().map(|typed| names::training_list(pack, typed)).transpose()?;
    let hours = args.person.hours_per_week.unwrap_or(pack.tables().hours_per_week);
    Ok((None, Holder::with(pack, &have.unwrap_or_else(BTreeSet::new), hours)))
}

fn document<'p>(pack: &'p Pack, (role, ruleset): (RoleId, Ruleset), holder: &Holder, why: &Why) -> WhyDocument<'p> {
    let all = |items: &[TrainingId]| -> Vec<&'p str> { items.iter().map(|item| json::training(pack, *item)).collect() };
    let id = |item: TrainingId| json::training(pack, item).to_owned();
    let row = |row: RowAnswer| {
        let requirement = pack.requirement(row.requirement);
        RowDocument {
            requires: requirement.requires.to_text(&id),
            force: requirement.force.to_string(),
            state: match row.state {
                RowState::Met => "met",
                RowState::OnAppointment => "on-appointment",
                RowState::Unmet => "unmet",
                RowState::Waived => "waived",
            },
            waived_for: all(&holder.waived(&requirement.requires)),
            basis: requirement.provenance.basis.to_string(),
            source: &requirement.provenance.source,
        }
    };
    let remedy = |remedy: &Remedy| RemedyDocument {
        weeks: remedy.weeks,
        hours: remedy.hours,
        cost_gbp: remedy.cost,
        cost_unknown: all(&remedy.cost_unknown),
        assumed: all(&remedy.assumed),
        out_of_reach: all(&remedy.out_of_reach),
    };
    WhyDocument {
        role: json::role(pack, role),
        ruleset: ruleset.slug(),
        met: why.met,
        expression: why.expression.to_text(&id),
        have: all(&why.have),
        missing_quickest: all(&why.quickest.facts),
        missing_cheapest: all(&why.cheapest.facts),
        checks: all(&why.checks),
        rows: why.rows.iter().copied().map(row).collect(),
        quickest: remedy(&why.quickest),
        cheapest: remedy(&why.cheapest),
    }
}

fn show(
    page: &mut Page,
    pack: &Pack,
    (role, ruleset): (RoleId, Ruleset),
    (asker, holder): (Option<&str>, &Holder),
    why: &Why,
) {
    let title = &pack.role(role).title;
    let who = asker.map_or_else(String::new, |asker| format!(", for {asker}"));
    page.hanging(Line::default(), format!("What {title} asks for under {}{who}", words::rules(ruleset)), Tone::Strong);
    page.gap();
    if why.rows.is_empty() {
        page.paragraph("Nothing that this pack knows of.", Tone::Plain);
    }
    for row in &why.rows {
        show_row(page, pack, holder, *row);
    }
    page.gap();
    if why.met {
        let presumed = why.rows.iter().any(|row| !presumed(pack, holder, *row).is_empty());
        let proviso = if presumed { ", if what the present role requires is held" } else { "" };
        page.hanging(Line::default(), format!("✓ All of it is met{proviso}."), Tone::Good);
        return;
    }
    page.line(Span::new("✗ Not all of it is met.", Tone::Bad));
    if why.quickest == why.cheapest {
        show_remedy(page, pack, "To get", &why.quickest);
    } else {
        show_remedy(page, pack, "Quickest", &why.quickest);
        show_remedy(page, pack, "Cheapest", &why.cheapest);
    }
}

/// Width of the column that says how a row stands.
const STANDS: usize = 23;

/// What a met row owes to the present role alone.
fn presumed(pack: &Pack, holder: &Holder, row: RowAnswer) -> Vec<TrainingId> {
    match row.state {
        RowState::Met | RowState::OnAppointment => holder.presumed(&pack.requirement(row.requirement).requires),
        RowState::Unmet | RowState::Waived => Vec::new(),
    }
}

fn show_row(page: &mut Page, pack: &Pack, holder: &Holder, row: RowAnswer) {
    let presumed = presumed(pack, holder, row);
    let (mark, tone) = match row.state {
        RowState::Met if presumed.is_empty() => ("✓ met", Tone::Good),
        RowState::Met => ("✓ met (presumed)", Tone::Caution),
        RowState::OnAppointment => ("○ done on appointment", Tone::Plain),
        RowState::Unmet => ("✗ not met", Tone::Bad),
        RowState::Waived => ("– left aside", Tone::Faint),
    };
    let requirement = pack.requirement(row.requirement);
    let asked = requirement.requires.to_text(&|item| pack.training(item).title.clone());
    page.hanging(Line::from(Span::new(mark, tone)).padded(STANDS), asked, Tone::Plain);
    if !presumed.is_empty() {
        let titles: Vec<&str> = presumed.iter().map(|fact| pack.training(*fact).title.as_str()).collect();
        let text = format!("met: the present role requires it ({})", words::and_list(&titles));
        page.hanging(Line::from("").padded(STANDS), text, Tone::Caution);
    }
    let waived = holder.waived(&requirement.requires);
    if !waived.is_empty() {
        let titles: Vec<&str> = waived.iter().map(|fact| pack.training(*fact).title.as_str()).collect();
        let text = format!("counts by a waiver or an equivalence: {}", words::and_list(&titles));
        page.hanging(Line::from("").padded(STANDS), text, Tone::Caution);
    }
    show_provenance(page, requirement, row.state);
}

fn show_provenance(page: &mut Page, requirement: &Requirement, state: RowState) {
    let unfollowable = if state == RowState::Waived { "; nobody could follow it at present" } else { "" };
    let Provenance { basis, source, .. } = &requirement.provenance;
    let judgement = SourceKind::of(source) == Some(SourceKind::Editorial);
    let by_judgement = if judgement && *basis != Basis::Editorial { ", source editorial" } else { "" };
    let firm = format!("{}{unfollowable}, {basis}{by_judgement}", requirement.force);
    page.hanging(Line::from("").padded(STANDS), firm, Tone::Faint);
    if !source.is_empty() && !judgement {
        // On a line of its own and never broken, so that it can be clicked or copied.
        page.line(Line::from("").padded(STANDS).and(Span::new(source, Tone::Faint)));
    }
}

fn show_remedy(page: &mut Page, pack: &Pack, name: &str, remedy: &Remedy) {
    let lead = |label: &str| Line::from(Span::new(label, Tone::Strong)).padded(STANDS);
    let marked: Vec<String> = remedy.facts.iter().map(|fact| marked(pack, remedy, *fact)).collect();
    page.hanging(lead(name), words::and_list(&marked), Tone::Plain);
    let studied = remedy.facts.len() - remedy.out_of_reach.len();
    if studied > 0 {
        let cost = words::cost(remedy.cost, studied, remedy.cost_unknown.len());
        let time = words::count(u64::from(remedy.weeks.0), "week");
        let hours = words::count_hours(remedy.hours);
        let firm = match remedy.assumed.len() {
            0 => "",
            some if some < studied => " (partly assumed)",
            _ => " (assumed)",
        };
        page.hanging(lead(""), format!("{time}, {hours} of study{firm}, {cost}"), Tone::Plain);
    }
    if !remedy.out_of_reach.is_empty() {
        let titles: Vec<&str> = remedy.out_of_reach.iter().map(|fact| pack.training(*fact).title.as_str()).collect();
        let text = format!("cannot be had by study under these rules: {}", words::and_list(&titles));
        page.hanging(lead(""), text, Tone::Caution);
    }
}

/// `Directing (not known whether it runs; length and hours assumed)`.
fn marked(pack: &Pack, remedy: &Remedy, fact: TrainingId) -> String {
    let item = pack.training(fact);
    let status = match item.status {
        Running::Running => None,
        Running::Unknown => Some("not known whether it runs".to_owned()),
        status => Some(status.to_string()),
    };
    let figures = remedy.assumed.contains(&fact).then(|| {
        let what = if item.months.is_none() { "length and hours assumed" } else { "hours assumed" };
        what.to_owned()
    });
    let marks: Vec<String> = status.into_iter().chain(figures).collect();
    if marks.is_empty() { item.title.clone() } else { format!("{} ({})", item.title, marks.join("; ")) }
}
