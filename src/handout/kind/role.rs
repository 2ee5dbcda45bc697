//! A role: what it is, what it asks for, how one gets there and where it leads.

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::domain::career_move::{Move, Usual};
use crate::domain::id::{MoveId, RoleId, TrainingId};
use crate::domain::person::Person;
use crate::domain::planner::{Holder, RowState, why};
use crate::domain::quantity::Weeks;
use crate::domain::ruleset::Ruleset;
use crate::domain::{Pack, dates, pay, words};
use crate::handout::about::About;
use crate::handout::diagram::Diagram;
use crate::handout::document::{Block, Document, Section, Table};
use crate::handout::sheet::Sheet;
use crate::handout::wording::{self, Rests, capital};
use crate::handout::{Handout, Missing};
use crate::json as records;

const NO_DATES: Missing = Missing("a role has no dates: no calendar and no timeline; take a route for these");

/// A role as a handout; with a person, what it asks for is told as met or not.
#[must_use]
pub fn role(pack: &Pack, role: RoleId, person: Option<&Person>, ruleset: Ruleset, on: Date) -> Handout {
    let hours = person.map_or(pack.tables().hours_per_week, |person| person.hours_per_week);
    let telling = Telling { pack, role, person, ruleset, on };
    let asked = asked(telling);
    let one = pack.role(role);
    let mut assumed = Vec::new();
    if let Some(person) = person {
        assumed.push(format!(
            "You are {} and hold what was said, and what that role certainly asks for",
            pack.role(person.role).title
        ));
    }
    Handout {
        stem: format!("fingerpost-role-{}-{on}", one.slug),
        document: Document {
            title: one.title.clone(),
            lead: one.summary.clone(),
            about: About::new(pack, ruleset, on, hours),
            sections: sections(telling, &asked),
            assumed,
            basis: basis(telling),
        },
        sheet: sheet(telling, &asked),
        timeline: Err(NO_DATES),
        calendar: Err(NO_DATES),
        diagram: diagram(telling),
        record: record(telling, &asked),
    }
}

#[derive(Clone, Copy)]
struct Telling<'a> {
    pack: &'a Pack,
    role: RoleId,
    person: Option<&'a Person>,
    ruleset: Ruleset,
    on: Date,
}

/// A row of what the role asks for.
struct Asked {
    what: String,
    ids: String,
    force: String,
    state: Option<&'static str>,
    basis: &'static str,
    source: String,
}

fn asked(telling: Telling<'_>) -> Vec<Asked> {
    let Telling { pack, role, person, ruleset, .. } = telling;
    let nobody = || Holder::with(pack, &std::collections::BTreeSet::new(), pack.tables().hours_per_week);
    let holder = person.map_or_else(nobody, |person| Holder::of(pack, person));
    let rows = why(pack, &holder, role, ruleset).rows;
    let asked = rows.iter().map(|row| {
        let requirement = pack.requirement(row.requirement);
        Asked {
            what: capital(&requirement.requires.to_text(&|item| pack.training(item).title.clone())),
            ids: requirement.requires.to_text(&|item| records::training(pack, item).to_owned()),
            force: requirement.force.to_string(),
            state: person.map(|_| state(row.state, &holder.waived(&requirement.requires))),
            basis: wording::basis(requirement.provenance.basis),
            source: wording::source(&requirement.provenance),
        }
    });
    asked.collect()
}

const fn state(state: RowState, waived: &[TrainingId]) -> &'static str {
    match state {
        RowState::Met | RowState::OnAppointment if !waived.is_empty() => "✓ met by a waiver or an equivalence",
        RowState::Met => "✓ met",
        RowState::OnAppointment => "done on appointment",
        RowState::Unmet => "✗ not met",
        RowState::Waived => "left aside: nobody could follow it at present",
    }
}

fn sections(telling: Telling<'_>, asked: &[Asked]) -> Vec<Section> {
    let Telling { pack, role, .. } = telling;
    let mut sections = vec![Section::new("At a glance", vec![Block::Table(glance(telling))])];
    let heading = format!("What it asks for under {}", words::rules(telling.ruleset));
    sections.push(Section::new(heading, vec![asks(telling, asked)]));
    sections.push(Section::new("Ways in", vec![ways(pack, "From", pack.moves_to(role), |by| by.from)]));
    sections.push(Section::new("Ways on", vec![ways(pack, "To", pack.moves_from(role), |by| by.to)]));
    if let Some(posts) = posts(telling) {
        sections.push(Section::new("Posts", vec![posts]));
    }
    sections
}

fn glance(telling: Telling<'_>) -> Table {
    let Telling { pack, role: id, .. } = telling;
    let role = pack.role(id);
    let mut table = Table::new("The role", &["What", "Which"]);
    let mut row = |what: &str, which: String| {
        if !which.is_empty() {
            table.row(vec![what.to_owned(), which]);
        }
    };
    row("Family", pack.family(role.family).title.clone());
    let level = pack.tables().levels.iter().find(|level| level.number == role.level);
    row("Level", level.map_or_else(String::new, |level| level.title.clone()));
    row("Band", wording::band(role));
    if let Some(pay) = pay::yearly(pack, id) {
        let firm = format!("full time a year, {}, {}", pay.year, wording::pay_status(pay.status));
        row("Pay", format!("{} ({firm})", wording::range(pay.min, pay.max)));
    }
    row("Stage of the Framework", role.stage.map_or_else(String::new, |stage| stage.to_string()));
    row("Sector", role.sector.as_deref().map(capital).unwrap_or_default());
    row("Registration", role.registration.clone());
    table
}

fn asks(telling: Telling<'_>, asked: &[Asked]) -> Block {
    if asked.is_empty() {
        return Block::Paragraph("Nothing that the data knows of.".to_owned());
    }
    let caption = match telling.person {
        Some(person) => format!("What is asked, and how {} stands to it", telling.pack.role(person.role).title),
        None => "What is asked".to_owned(),
    };
    let mut columns = vec!["What", "How binding", "Rests on", "Source"];
    if telling.person.is_some() {
        columns.insert(1, "Stands");
    }
    let mut table = Table::new(caption, &columns);
    for row in asked {
        let mut cells = vec![row.what.clone(), row.force.clone(), row.basis.to_owned(), row.source.clone()];
        if let Some(state) = row.state {
            cells.insert(1, state.to_owned());
        }
        table.row(cells);
    }
    Block::Table(table)
}

fn ways(pack: &Pack, which: &str, moves: &[MoveId], other: impl Fn(&Move) -> RoleId) -> Block {
    if moves.is_empty() {
        return Block::Paragraph("None that the data knows of.".to_owned());
    }
    let mut table = Table::new("Moves", &[which, "Kind", "Least time before", "Rests on"]);
    for id in moves {
        let by = pack.career_move(*id);
        let exception = if by.usual == Usual::Exceptional { ", an exception" } else { "" };
        table.row(vec![
            pack.role(other(by)).title.clone(),
            format!("{}{exception}", by.kind),
            least(by),
            format!("{}; years {}", wording::basis(by.provenance.basis), wording::basis(by.years_basis)),
        ]);
    }
    Block::Table(table)
}

fn least(by: &Move) -> String {
    match by.tenure() {
        Weeks::ZERO => "none".to_owned(),
        tenure => tenure.to_string(),
    }
}

fn posts(telling: Telling<'_>) -> Option<Block> {
    let pack = telling.pack;
    let mut table = Table::new("Posts of this role in the data", &["Post", "Employer", "Closes"]);
    for post in pack.posts_of(telling.role).iter().map(|id| pack.post(*id)) {
        let closes = match post.closes {
            None => "not given".to_owned(),
            Some(day) if post.has_closed(telling.on) => format!("closed {}", dates::day(day)),
            Some(day) => dates::day(day),
        };
        table.row(vec![post.title.clone(), post.employer.clone(), closes]);
    }
    (!table.rows.is_empty()).then_some(Block::Table(table))
}

fn basis(telling: Telling<'_>) -> Vec<Block> {
    let Telling { pack, role, .. } = telling;
    let one = pack.role(role);
    let mut rests = Rests::new();
    rests.add(format!("{} (role)", one.title), wording::role_basis(one), &one.provenance);
    for id in pack.moves_to(role).iter().chain(pack.moves_from(role)) {
        let by = pack.career_move(*id);
        rests.add(
            format!("{} (move)", words::move_words(pack, by)),
            wording::basis(by.provenance.basis),
            &by.provenance,
        );
    }
    rests.blocks(&[])
}

fn sheet(telling: Telling<'_>, asked: &[Asked]) -> Sheet {
    let Telling { pack, role: id, .. } = telling;
    let role = pack.role(id);
    let mut sheet = Sheet::new(&["Id", "Details", "Least weeks before", "Stands", "Rests on", "Source"]);
    let cells = vec![
        role.slug.to_string(),
        wording::band(role),
        String::new(),
        String::new(),
        wording::role_basis(role),
        wording::source(&role.provenance),
    ];
    sheet.row("role", role.title.clone(), cells);
    for row in asked {
        let state = row.state.unwrap_or_default().to_owned();
        let cells =
            vec![row.ids.clone(), row.force.clone(), String::new(), state, row.basis.to_owned(), row.source.clone()];
        sheet.row("asks for", row.what.clone(), cells);
    }
    let ins = pack.moves_to(id).iter().map(|by| ("way in from", *by, pack.career_move(*by).from));
    let outs = pack.moves_from(id).iter().map(|by| ("way on to", *by, pack.career_move(*by).to));
    for (kind, by, other) in ins.chain(outs) {
        let (by, other) = (pack.career_move(by), pack.role(other));
        let rests = format!("{}; years {}", wording::basis(by.provenance.basis), wording::basis(by.years_basis));
        let cells = vec![
            other.slug.to_string(),
            by.kind.to_string(),
            by.tenure().0.to_string(),
            String::new(),
            rests,
            wording::source(&by.provenance),
        ];
        sheet.row(kind, other.title.clone(), cells);
    }
    sheet
}

fn diagram(telling: Telling<'_>) -> Result<Diagram, Missing> {
    let Telling { pack, role, .. } = telling;
    if pack.moves_to(role).is_empty() && pack.moves_from(role).is_empty() {
        return Err(Missing("no move leads to or from this role: no diagram"));
    }
    let mut diagram = Diagram::default();
    let one = pack.role(role);
    let here = diagram.node(one.title.clone(), wording::band(one));
    let mut seen = vec![role];
    for id in pack.moves_to(role).iter().chain(pack.moves_from(role)) {
        let by = pack.career_move(*id);
        let other = if by.to == role { by.from } else { by.to };
        let at = seen.iter().position(|known| *known == other).unwrap_or_else(|| {
            seen.push(other);
            diagram.node(pack.role(other).title.clone(), wording::band(pack.role(other)))
        });
        let (from, to) = if by.to == role { (at, here) } else { (here, at) };
        diagram.arrow(from, to, format!("{}, {}", by.kind, least(by)));
    }
    Ok(diagram)
}

fn record(telling: Telling<'_>, asked: &[Asked]) -> Value {
    let Telling { pack, role, ruleset, on, .. } = telling;
    let about = pack.about();
    let way = |id: &MoveId| {
        let by = pack.career_move(*id);
        json!({
            "from": records::role(pack, by.from),
            "to": records::role(pack, by.to),
            "kind": by.kind.slug(),
            "weeks_min": by.tenure(),
            "exceptional": by.usual == Usual::Exceptional,
            "basis": by.provenance.basis.to_string(),
            "source": by.provenance.source,
        })
    };
    let asks: Vec<Value> = asked
        .iter()
        .map(|row| json!({"requires": row.ids, "force": row.force, "stands": row.state, "source": row.source}))
        .collect();
    json!({
        "pack": about.slug.as_str(),
        "edition": about.edition,
        "ruleset": ruleset.slug(),
        "date": on,
        "role": records::role_in_full(pack, pack.role(role)),
        "asks_for": asks,
        "ways_in": pack.moves_to(role).iter().map(way).collect::<Vec<_>>(),
        "ways_on": pack.moves_from(role).iter().map(way).collect::<Vec<_>>(),
    })
}
