//! One route as text: a headline, then stint by stint what happens when.

use super::text::{Line, Page, Span, Tone};
use crate::domain::Pack;
use crate::domain::career_move::Usual;
use crate::domain::planner::{Route, Step, Study};
use crate::domain::quantity::Weeks;
use crate::domain::training::Known;
use crate::domain::words;

/// Width of the column with the times.
const TIMES: usize = 15;

/// Adds the route to the page under the headline `name`.
pub fn show(page: &mut Page, pack: &Pack, name: &str, route: &Route) {
    page.line(Line::from(Span::new(name, Tone::Strong)).and(format!(" · {}", figures(route))));
    let mut came_by = None;
    for step in &route.steps {
        stint(page, pack, step, came_by);
        came_by = step.leave.map(|(_, by)| by);
    }
    for (at, assumed) in route.assumed.iter().enumerate() {
        let label = if at == 0 { "   Assumes" } else { "" };
        let lead = Line::from(Span::new(label, Tone::Faint)).padded(TIMES);
        page.hanging(lead, words::assumption(pack, assumed), Tone::Faint);
    }
}

/// `10y 6m · 5 moves · 608 hours of study · £995 + 2 unknown`.
fn figures(route: &Route) -> String {
    let totals = &route.totals;
    let studied: Vec<&Study> = route.steps.iter().flat_map(|step| &step.study).collect();
    let unknown = studied.iter().filter(|study| study.cost.is_none()).count();
    let mut figures = vec![
        totals.weeks.to_string(),
        words::count(u64::from(totals.moves), "move"),
        format!("{} of study", words::count_hours(totals.study_hours)),
        words::cost(totals, studied.len(), unknown),
    ];
    if totals.sectors > 1 {
        figures.push(words::count(u64::from(totals.sectors), "sector"));
    }
    if let Some(pay) = totals.pay {
        let pay = crate::domain::quantity::Pounds(crate::domain::quantity::Decimal::whole(pay));
        figures.push(format!("never less than {pay} a year"));
    }
    figures.join(" · ")
}

fn stint(page: &mut Page, pack: &Pack, step: &Step, came_by: Option<crate::domain::id::MoveId>) {
    let role = pack.role(step.role);
    let lead = Line::from(format!("   {}", when(step.enter))).padded(TIMES);
    let mut title = role.title.clone();
    if !role.pay.band.is_empty() {
        title = format!("{title}, band {}", role.pay.band);
    }
    if let Some(by) = came_by {
        let by = pack.career_move(by);
        let exception = if by.usual == Usual::Exceptional { ", an exception" } else { "" };
        title = format!("{title} ({}{exception})", by.kind);
    }
    page.hanging(lead, title, Tone::Plain);
    for study in &step.study {
        detail(page, "study", study_words(pack, study));
    }
    for fact in &step.granted {
        detail(page, "gains", pack.training(*fact).title.clone());
    }
    for check in &step.checks {
        detail(page, "check", format!("{} (done on appointment)", pack.training(*check).title));
    }
}

fn detail(page: &mut Page, label: &str, text: String) {
    let lead = Line::from("").padded(TIMES).and(Span::new(format!("{label:<8}"), Tone::Faint));
    page.hanging(lead, text, Tone::Plain);
}

fn study_words(pack: &Pack, study: &Study) -> String {
    let title = &pack.training(study.training).title;
    let weeks = words::count(u64::from(study.weeks.value().0), "week");
    let hours = words::count_hours(study.hours.value());
    let begins = if study.start == Weeks::ZERO { "now".to_owned() } else { when(study.start) };
    format!("{title}: {weeks}{}, {hours}{}, begun {begins}", assumed(study.weeks), assumed(study.hours))
}

const fn assumed<T: Copy>(figure: Known<T>) -> &'static str {
    if figure.is_assumed() { " (assumed)" } else { "" }
}

/// `Now`, `after 2y`.
fn when(weeks: Weeks) -> String {
    if weeks == Weeks::ZERO { "now".to_owned() } else { format!("after {weeks}") }
}
