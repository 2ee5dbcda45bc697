//! A route to be read.

use super::{Telling, about, picture, title};
use crate::domain::career_move::{Move, Usual};
use crate::domain::planner::{Step, Study};
use crate::domain::provenance::Basis;
use crate::domain::quantity::Weeks;
use crate::domain::training::Known;
use crate::domain::{dates, pay, words};
use crate::handout::document::{Block, Document, Section, Table};
use crate::handout::wording::{self, Rests, capital};

pub(super) fn document(telling: Telling<'_>) -> Document {
    let Telling { pack, question, .. } = telling;
    let mut sections = vec![Section::new("At a glance", glance(telling))];
    sections.push(Section::new("Step by step", vec![Block::Table(steps(telling))]));
    let mut beside = Vec::new();
    beside.extend(studies(telling).map(Block::Table));
    beside.extend(checks(telling).map(Block::Table));
    beside.extend(gains(telling).map(Block::List));
    if !beside.is_empty() {
        sections.push(Section::new("What to study and to show", beside));
    }
    Document {
        title: title(pack, question),
        lead: lead(telling),
        about: about(pack, question, telling.on),
        sections,
        assumed: assumed(telling),
        basis: basis(telling),
    }
}

fn lead(telling: Telling<'_>) -> String {
    let Telling { pack, question, route, name, on } = telling;
    let target = &pack.role(question.target).title;
    if route.totals.moves == 0 {
        return format!("{target} is the role held now: there is nothing to do.");
    }
    let there = dates::month(dates::after(on, route.totals.weeks));
    format!(
        "{name}: {}, {}. If you start on {}, you could be {target} from {there} on. A route shows what is possible, not \
         what will happen: every post has to be won.",
        route.totals.weeks,
        words::count(u64::from(route.totals.moves), "move"),
        dates::day(on),
    )
}

fn person(telling: Telling<'_>) -> String {
    let person = &telling.question.circumstances.person;
    let role = &telling.pack.role(person.role).title;
    let served = if person.served.0 > 0 { format!(", {} in the role", person.served) } else { String::new() };
    let held: Vec<&str> = person.have.iter().map(|item| telling.pack.training(*item).title.as_str()).collect();
    let held = if held.is_empty() { String::new() } else { format!(" Holds: {}.", held.join("; ")) };
    format!("For: {role}{served}.{held}")
}

fn glance(telling: Telling<'_>) -> Vec<Block> {
    let totals = &telling.route.totals;
    let studied = || telling.route.steps.iter().flat_map(|step| &step.study);
    let unknown = studied().filter(|study| study.cost.is_none()).count();
    let mut table = Table::new("What the route comes to", &["What", "How much"]);
    let mut row = |what: &str, much: String| table.row(vec![what.to_owned(), much]);
    row("Time until the last move", totals.weeks.to_string());
    row("Moves", totals.moves.to_string());
    row("Study", words::count_hours(totals.study_hours));
    row("Cost of study", words::cost(totals.cost, studied().count(), unknown));
    row("Sectors", totals.sectors.to_string());
    if let Some(pay) = totals.pay {
        row("Lowest known pay on the way", format!("{} a year", wording::pounds(pay)));
    }
    vec![Block::Paragraph(person(telling)), Block::Table(table), Block::Timeline(picture::timeline(telling))]
}

fn steps(telling: Telling<'_>) -> Table {
    let Telling { pack, route, on, .. } = telling;
    let mut table = Table::new(
        format!("The roles, if you start on {}", dates::day(on)),
        &["From", "Role", "Band", "Pay a year", "How it is left"],
    );
    for step in &route.steps {
        let role = pack.role(step.role);
        let pay = pay::yearly(pack, step.role).map_or_else(String::new, |pay| wording::range(pay.min, pay.max));
        let left = step.leave.map_or_else(String::new, |(week, by)| leaving(pack.career_move(by), step, week));
        let from =
            if step.enter == Weeks::ZERO { "Now".to_owned() } else { wording::day(dates::after(on, step.enter)) };
        table.row(vec![from, role.title.clone(), wording::band(role), pay, left]);
    }
    table
}

/// `Promotion after 2y; at least 2y, our judgement`.
fn leaving(by: &Move, step: &Step, leave: Weeks) -> String {
    let stay = Weeks(leave.0.saturating_sub(step.enter.0));
    let when = if stay == Weeks::ZERO { "at once".to_owned() } else { format!("after {stay}") };
    let asks = match by.tenure() {
        Weeks::ZERO => String::new(),
        tenure => format!("; at least {tenure} in the role, {}", wording::basis(by.years_basis)),
    };
    let exception = if by.usual == Usual::Exceptional { "; an exception nobody should count on" } else { "" };
    format!("{} {when}{asks}{exception}", capital(&by.kind.to_string()))
}

fn studies(telling: Telling<'_>) -> Option<Table> {
    let Telling { pack, route, on, .. } = telling;
    let mut table = Table::new("Study", &["Programme", "Begins", "Ends", "Length", "Hours", "Cost", "Can be had"]);
    for study in route.steps.iter().flat_map(|step| &step.study) {
        let item = pack.training(study.training);
        table.row(vec![
            item.title.clone(),
            wording::day(dates::after(on, study.start)),
            wording::day(dates::after(on, study.end)),
            known(study.weeks, |weeks| words::count(u64::from(weeks.0), "week")),
            known(study.hours, |hours| hours.to_string()),
            wording::cost(study.cost),
            wording::runs(item.status).to_owned(),
        ]);
    }
    (!table.rows.is_empty()).then_some(table)
}

fn known<T: Copy>(figure: Known<T>, words: impl Fn(T) -> String) -> String {
    let assumed = if figure.is_assumed() { " (assumed)" } else { "" };
    format!("{}{assumed}", words(figure.value()))
}

fn checks(telling: Telling<'_>) -> Option<Table> {
    let Telling { pack, route, on, .. } = telling;
    let mut table = Table::new("Checks, done on appointment", &["Check", "By"]);
    for step in &route.steps {
        let by = step.leave.map_or(step.enter, |(week, _)| week);
        for check in &step.checks {
            table.row(vec![pack.training(*check).title.clone(), wording::day(dates::after(on, by))]);
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

/// What the roles themselves give that is needed later.
fn gains(telling: Telling<'_>) -> Option<Vec<String>> {
    let gain = |step: &Step| -> Vec<String> {
        let role = &telling.pack.role(step.role).title;
        step.granted.iter().map(|fact| format!("{}: gained as {role}", telling.pack.training(*fact).title)).collect()
    };
    let gains: Vec<String> = telling.route.steps.iter().flat_map(gain).collect();
    (!gains.is_empty()).then_some(gains)
}

fn assumed(telling: Telling<'_>) -> Vec<String> {
    let mut assumed =
        vec![format!("You start on {}", dates::day(telling.on)), "Every post is won when it is due".to_owned()];
    assumed.extend(words::assumptions(telling.pack, &telling.route.assumed).iter().map(|one| capital(one)));
    assumed
}

fn basis(telling: Telling<'_>) -> Vec<Block> {
    let Telling { pack, route, .. } = telling;
    let mut rests = Rests::new();
    let mut pay_note = None;
    for step in &route.steps {
        let role = pack.role(step.role);
        rests.add(format!("{} (role)", role.title), wording::role_basis(role), &role.provenance);
        if let Some(pay) = pay::yearly(pack, step.role) {
            pay_note =
                Some(format!("Pay is for full time, a year, {}, {}.", pay.year, wording::pay_status(pay.status)));
        }
        if let Some((_, by)) = step.leave {
            let by = pack.career_move(by);
            let years = if by.years_basis == Basis::Sourced { "" } else { ", its years our judgement" };
            let on = format!("{}{years}", wording::basis(by.provenance.basis));
            rests.add(format!("{} (move)", words::move_words(pack, by)), on, &by.provenance);
        }
    }
    let items = route
        .steps
        .iter()
        .flat_map(|step| step.study.iter().map(|study: &Study| study.training).chain(step.checks.iter().copied()));
    for item in items {
        let item = pack.training(item);
        rests.add(format!("{} ({})", item.title, item.obtain), wording::basis(item.provenance.basis), &item.provenance);
    }
    rests.blocks(&pay_note.into_iter().collect::<Vec<_>>())
}
