//! The answer to read: what it would take, then what is supposed and what is on offer, never mixed.

use std::collections::BTreeSet;

use super::{Asked, Found};
use crate::cli::posts::show::show_line;
use crate::cli::route_text;
use crate::cli::text::{Line, Page, Span, Tone};
use crate::domain::id::TrainingId;
use crate::domain::offer::what_if::{MOST_GIVEN, MOST_STUDY_HOURS};
use crate::domain::offer::{Goal, Least, Levers, Smallest};
use crate::domain::pay;
use crate::domain::planner::{Criterion, Offered, Supposition};
use crate::domain::quantity::{Decimal, Pounds};
use crate::domain::words;

/// Width of the column with the names of the levers.
const NAMES: usize = 26;

pub(super) fn show(page: &mut Page, asked: &Asked) {
    page.paragraph(answer(asked), Tone::Strong);
    page.paragraph(about(asked), Tone::Plain);
    page.gap();
    page.line(Span::new("Suppositions", Tone::Strong));
    page.paragraph("Nobody offers this: it is what the answer supposes.", Tone::Faint);
    match &asked.found {
        Found::Under(offered) => supposed(page, asked, offered),
        Found::Least(Smallest::Nothing) => page.paragraph("  None: it is so as things are.", Tone::Plain),
        Found::Least(Smallest::Needed(levers)) => least(page, asked, levers),
    }
    on_offer(page, asked);
    ways(page, asked);
}

/// The answer in a sentence.
pub(super) fn answer(asked: &Asked) -> String {
    let role = &asked.pack.role(asked.prospect.role).title;
    let target = &asked.pack.role(asked.prospect.target).title;
    if asked.verdict.through.is_empty() && asked.verdict.without.is_empty() {
        return format!("There is no way to {target} from here, by way of {role} or without it.");
    }
    match &asked.found {
        Found::Least(Smallest::Nothing) => format!("It takes nothing more: {}.", worth(asked)),
        Found::Least(Smallest::Needed(levers)) => needed(asked, levers),
        Found::Under(_) if asked.verdict.through.is_empty() => {
            format!("No: there is no way to {target} by way of {role} on these terms.")
        }
        Found::Under(_) if asked.reached() => format!("Yes: on these terms {}.", worth(asked)),
        Found::Under(_) => format!("No: on these terms {}.", not_worth(asked)),
    }
}

fn worth(asked: &Asked) -> String {
    let role = &asked.pack.role(asked.prospect.role).title;
    if asked.verdict.without.is_empty() {
        return format!("every way there leads through {role}");
    }
    match asked.goal {
        Goal::OnTheFront => format!("a way through {role} is as good as any in the balance of {}", compared(asked)),
        Goal::BestBy(criterion) => format!("no way without {role} is better in {criterion}"),
    }
}

fn not_worth(asked: &Asked) -> String {
    let role = &asked.pack.role(asked.prospect.role).title;
    match asked.goal {
        Goal::OnTheFront => {
            format!("some way without {role} betters every way through it in the balance of {}", compared(asked))
        }
        Goal::BestBy(criterion) => format!("a way without {role} is better in {criterion}"),
    }
}

fn compared(asked: &Asked) -> String {
    words::and_list(&asked.prospect.criteria.iter().map(ToString::to_string).collect::<Vec<_>>())
}

fn needed(asked: &Asked, levers: &Levers) -> String {
    let mut ways = Vec::new();
    ways.extend(levers.premium.amount().map(|pounds| format!("{} a year more", money(*pounds))));
    ways.extend(levers.study_hours.amount().map(|hours| format!("{} a week of protected study", of_study(*hours))));
    ways.extend(levers.tenure.amount().map(|weeks| format!("{} of time in the role credited", in_weeks(weeks.0))));
    let items = |sets: &Vec<BTreeSet<TrainingId>>| sets.first().map_or(0, |set| set.len() as u64);
    ways.extend(levers.given.amount().map(|sets| format!("{} given", words::count(items(sets), "training item"))));
    if let [(hours, weeks), ..] = levers.study_and_tenure.as_slice()
        && ways.is_empty()
    {
        let together = format!("{} a week of protected study and {} credited", of_study(*hours), in_weeks(weeks.0));
        return format!("It would take more than one thing: {together} together, for instance.");
    }
    match or_list(&ways) {
        None => format!("Nothing that the post could offer would do: {}.", not_worth_at_all(asked)),
        Some(ways) => format!("It would take {ways}."),
    }
}

fn not_worth_at_all(asked: &Asked) -> String {
    let role = &asked.pack.role(asked.prospect.role).title;
    if asked.verdict.through.is_empty() { format!("no way leads through {role}") } else { not_worth(asked) }
}

/// Who asks about what, and what counts as worth taking.
fn about(asked: &Asked) -> String {
    let (pack, prospect) = (asked.pack, &asked.prospect);
    let person = &prospect.circumstances.person;
    let [from, to, by] = [person.role, prospect.target, prospect.role].map(|role| pack.role(role).title.as_str());
    let post = &asked.post;
    let closed = match post.closes.filter(|_| asked.closed()) {
        Some(day) => {
            format!(" The advert closed on {}: this is as if another such post came up.", words::date(day))
        }
        None => String::new(),
    };
    format!(
        "{from} to {to} by way of {by}, for the post {} at {}, under {}, {} of study a week.{closed}",
        post.title,
        post.employer,
        words::rules(prospect.circumstances.ruleset),
        words::count_hours(person.hours_per_week),
    )
}

fn supposed(page: &mut Page, asked: &Asked, offered: &Offered) {
    let role = asked.prospect.role;
    let mut all = Vec::new();
    if offered.premium > 0 {
        all.push(Supposition::Premium(role, offered.premium));
    }
    if offered.protected_study > Decimal::ZERO {
        all.push(Supposition::ProtectedStudy(role, offered.protected_study));
    }
    all.extend(offered.given.iter().map(|item| Supposition::Given(role, *item)));
    if offered.tenure.0 > 0 {
        all.push(Supposition::Tenure(role, offered.tenure));
    }
    for one in &all {
        page.hanging(Line::from("  "), words::supposition(asked.pack, one), Tone::Plain);
    }
    if all.is_empty() {
        page.paragraph("  None: every amount given is nought.", Tone::Plain);
    }
}

fn least(page: &mut Page, asked: &Asked, levers: &Levers) {
    let mut line = |name: &str, text: String| {
        page.hanging(Line::from(Span::new(format!("  {name}"), Tone::Plain)).padded(NAMES), text, Tone::Plain);
    };
    let alone = |text: Option<String>, otherwise: String| text.map_or(otherwise, |text| format!("{text}, alone"));
    let premium = levers.premium.amount().map(|pounds| format!("{} a year", money(*pounds)));
    line("Pay premium", alone(premium, no_premium(asked)));
    let hours = levers.study_hours.amount().map(|hours| format!("{} a week", of_study(*hours)));
    line("Protected study", alone(hours, format!("no amount up to {MOST_STUDY_HOURS} hours a week would do")));
    let tenure = levers.tenure.amount().map(|weeks| format!("{} ({weeks})", in_weeks(weeks.0)));
    line("Time in the role credited", alone(tenure, "no amount would do".to_owned()));
    let given = match &levers.given {
        Least::Amount(sets) => {
            let set = |set: &BTreeSet<TrainingId>| {
                let titles: Vec<&str> = set.iter().map(|item| asked.pack.training(*item).title.as_str()).collect();
                words::and_list(&titles)
            };
            or_list(&sets.iter().map(set).collect::<Vec<_>>())
        }
        Least::None => None,
    };
    line("Training given", alone(given, format!("no {MOST_GIVEN} items or fewer would do")));
    let pairs: Vec<String> = levers
        .study_and_tenure
        .iter()
        .map(|(hours, weeks)| format!("{} a week and {}", of_study(*hours), in_weeks(weeks.0)))
        .collect();
    if let Some(pairs) = or_list(&pairs) {
        line("Study and time together", pairs);
    }
}

fn no_premium(asked: &Asked) -> String {
    let counts = match asked.goal {
        Goal::OnTheFront => asked.prospect.criteria.contains(&Criterion::Pay),
        Goal::BestBy(criterion) => criterion == Criterion::Pay,
    };
    let why = if !counts {
        "it changes nothing, as pay is not compared (add pay_gbp to --criteria)"
    } else if pay::yearly(asked.pack, asked.prospect.role).is_none() {
        "what the role pays is not known"
    } else {
        "no amount would do"
    };
    why.to_owned()
}

fn on_offer(page: &mut Page, asked: &Asked) {
    page.gap();
    page.line(Span::new("On offer", Tone::Strong));
    let lines: Vec<_> = asked.package.lines.iter().filter(|line| line.applies().may_hold()).collect();
    for line in &lines {
        show_line(page, line);
    }
    if lines.is_empty() {
        page.paragraph("  Nothing that we know of.", Tone::Plain);
    }
}

fn ways(page: &mut Page, asked: &Asked) {
    let role = &asked.pack.role(asked.prospect.role).title;
    let terms = match asked.found {
        Found::Least(_) => "as things are",
        Found::Under(_) => "on these terms",
    };
    page.gap();
    page.line(Span::new(format!("The best ways through {role}, {terms}"), Tone::Strong));
    for (at, route) in asked.verdict.through.iter().enumerate() {
        page.gap();
        let name = if asked.verdict.on_the_front.contains(&at) { "As good as any" } else { "Bettered" };
        route_text::show(page, asked.pack, &format!("{}. {name}", at + 1), route);
    }
    if asked.verdict.through.is_empty() {
        page.paragraph("  None.", Tone::Plain);
    }
    page.gap();
    page.line(Span::new(format!("The best ways without {role}"), Tone::Strong));
    for route in &asked.verdict.without {
        page.hanging(Line::from("  "), route_text::figures(route), Tone::Plain);
    }
    if asked.verdict.without.is_empty() {
        page.paragraph("  None.", Tone::Plain);
    }
}

fn money(pounds: u32) -> Pounds {
    Pounds(Decimal::whole(pounds))
}

fn of_study(hours: u32) -> String {
    words::count_hours(Decimal::whole(hours))
}

fn in_weeks(weeks: u32) -> String {
    words::count(u64::from(weeks), "week")
}

/// `a`, `a or b`, `a, b or c`; nothing of nothing.
fn or_list(parts: &[String]) -> Option<String> {
    let (last, rest) = parts.split_last()?;
    Some(if rest.is_empty() { last.clone() } else { format!("{} or {last}", rest.join(", ")) })
}
