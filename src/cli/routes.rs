//! `fingerpost routes`: the ways from one role to another.

use super::args::RoutesArgs;
use super::exit::{Failure, Status};
use super::look::Out;
use super::text::{Line, Page, Span, Tone};
use super::{json, names, person, route_text};
use crate::domain::Pack;
use crate::domain::planner::{
    self, Answer, Blocked, Circumstances, Completeness, Course, Criterion, MovesAllowed, Question, Route,
};
use crate::domain::profile::Wishes;
use crate::domain::words;

/// Answers it.
///
/// # Errors
/// Wrong usage, a faulty profile, or an answer that cannot be written.
pub fn run(pack: &Pack, args: &RoutesArgs, out: &Out) -> Result<Status, Failure> {
    let (question, wishes) = question(pack, args)?;
    let answer = planner::routes(pack, &question);
    let alternatives = args.alternatives.map(|_| answer.alternatives.as_slice());
    out.answer(
        || json::routes(pack, &question, &answer, alternatives).with_wishes(pack, &answer, &wishes),
        |page| show(page, pack, (&question, &wishes), &answer),
    )?;
    Ok(Status::Answered)
}

/// The question that `args` ask, and what the person hopes for who asks it.
///
/// # Errors
/// Wrong usage, or a faulty profile.
pub fn question(pack: &Pack, args: &RoutesArgs) -> Result<(Question, Wishes), Failure> {
    named_once(&args.criteria)?;
    let asker = person::required(pack, &args.person)?;
    let target = match &args.to {
        Some(role) => names::role(pack, role)?,
        None => asker
            .target
            .ok_or_else(|| Failure::Usage("say where to: add --to ROLE, for instance --to matron.".into()))?,
    };
    let circumstances = Circumstances {
        person: asker.person,
        ruleset: args.rules.ruleset,
        moves: allowed(args.exceptional),
        terms: None,
    };
    let question = Question {
        circumstances,
        target,
        course: course(pack, args)?,
        criteria: args.criteria.clone(),
        alternatives: args.alternatives.unwrap_or(0),
        max: args.max,
    };
    Ok((question, asker.wishes))
}

fn course(pack: &Pack, args: &RoutesArgs) -> Result<Course, Failure> {
    Ok(match (&args.through, &args.avoiding) {
        (Some(role), _) => Course::Through(names::role(pack, role)?),
        (None, Some(role)) => Course::Avoiding(names::role(pack, role)?),
        (None, None) => Course::Any,
    })
}

/// Says so when a criterion is named twice.
///
/// # Errors
/// Wrong usage then.
pub fn named_once(criteria: &[Criterion]) -> Result<(), Failure> {
    for (at, criterion) in criteria.iter().enumerate() {
        if criteria[..at].contains(criterion) {
            return Err(Failure::Usage(format!("--criteria names {} twice; name each once.", criterion.slug())));
        }
    }
    Ok(())
}

/// Which moves the option `--exceptional` allows.
#[must_use]
pub const fn allowed(exceptional: bool) -> MovesAllowed {
    if exceptional { MovesAllowed::Exceptional } else { MovesAllowed::Usual }
}

fn show(page: &mut Page, pack: &Pack, (question, wishes): (&Question, &Wishes), answer: &Answer) {
    let person = &question.circumstances.person;
    let (from, to) = (&pack.role(person.role).title, &pack.role(question.target).title);
    page.line(Span::new(format!("{from} to {to}{}", words::course(pack, question.course)), Tone::Strong));
    let rules = words::rules(question.circumstances.ruleset);
    let served = if person.served.0 > 0 { format!(", {} in the role", person.served) } else { String::new() };
    let hours = words::count_hours(person.hours_per_week);
    page.paragraph(format!("Under {rules}{served}, {hours} of study a week."), Tone::Plain);
    if person.role == question.target && answer.blocked.is_none() {
        page.gap();
        page.paragraph("This is the role held now: there is nothing to do.", Tone::Plain);
        return;
    }
    if let Some(why) = &answer.blocked {
        return no_route(page, pack, question, why);
    }
    page.paragraph(how_many(answer, &question.criteria), Tone::Plain);
    if wishes.can_be_missed() {
        page.paragraph(how_many_fit(pack, answer, wishes), Tone::Plain);
    }
    let best = words::best_at(&answer.routes, &question.criteria);
    for (at, (route, best)) in answer.routes.iter().zip(best).enumerate() {
        page.gap();
        let name = if best.is_empty() { "In between".to_owned() } else { headline(&best) };
        route_text::show(page, pack, &format!("{}. {name}", at + 1), route);
        route_text::wishes(page, pack, wishes, route);
    }
    if question.alternatives > 0 {
        alternatives(page, pack, answer, wishes);
    }
    page.gap();
    page.paragraph("A route shows what is possible, not what will happen: every post has to be won.", Tone::Faint);
}

/// How many of the routes fit all that the profile wishes for.
fn how_many_fit(pack: &Pack, answer: &Answer, wishes: &Wishes) -> String {
    let all: Vec<&Route> = answer.routes.iter().chain(&answer.alternatives).collect();
    let fit = all.iter().filter(|route| wishes.missed_by(pack, route).is_empty()).count();
    format!("{fit} of {} fit all your wishes.", words::count(all.len() as u64, "route"))
}

/// `Fastest, fewest moves`.
fn headline(best: &[&str]) -> String {
    let rest = best.iter().skip(1).map(|word| word.to_lowercase());
    best.first().map(ToString::to_string).into_iter().chain(rest).collect::<Vec<_>>().join(", ")
}

fn no_route(page: &mut Page, pack: &Pack, question: &Question, why: &Blocked) {
    page.gap();
    let lead = Line::from(Span::new("✗ No route. ", Tone::Bad));
    page.hanging(lead, words::blocked(pack, why, question.circumstances.ruleset), Tone::Plain);
    let openings = planner::openings(pack, question);
    if !openings.is_empty() {
        page.gap();
        page.line(Span::new("What would open a way, the fastest first", Tone::Strong));
        for opening in &openings {
            page.hanging(Line::from("  "), words::opening(pack, opening), Tone::Plain);
        }
    }
}

fn how_many(answer: &Answer, criteria: &[Criterion]) -> String {
    let compared: Vec<String> = criteria.iter().map(ToString::to_string).collect();
    let compared = words::and_list(&compared);
    let count = match answer.routes.len() {
        1 => format!("One route worth having: no other is better in {compared}."),
        many => format!("{many} routes worth having: each is better than the others in some mix of {compared}."),
    };
    match answer.completeness {
        Completeness::Complete => count,
        Completeness::Limited => format!("{count} There are more: the limit that was set left them out."),
    }
}

fn alternatives(page: &mut Page, pack: &Pack, answer: &Answer, wishes: &Wishes) {
    page.gap();
    if answer.alternatives.is_empty() {
        page.paragraph("No really different route takes at most a quarter longer than the fastest.", Tone::Plain);
        return;
    }
    page.line(Span::new("Really different routes, at most a quarter longer than the fastest", Tone::Strong));
    for (at, route) in answer.alternatives.iter().enumerate() {
        page.gap();
        route_text::show(page, pack, &format!("{}. Different", answer.routes.len() + at + 1), route);
        route_text::wishes(page, pack, wishes, route);
    }
}
