//! What the planner found, in plain words. Command line and screens say the same thing the same way.

use jiff::civil::Date;

use super::Pack;
use super::career_move::Move;
use super::id::{RoleId, TrainingId};
use super::planner::{Assumption, Blocked, Change, Course, Criterion, Opening, Route, Supposition, Totals};
use super::quantity::{Decimal, Pounds};
use super::ruleset::Ruleset;

/// What a route takes for granted, as a sentence without its full stop.
#[must_use]
pub fn assumption(pack: &Pack, assumption: &Assumption) -> String {
    let title = |item: TrainingId| pack.training(item).title.as_str();
    match assumption {
        Assumption::HoursPerWeek(hours) => format!("{} of study a week", count_hours(*hours)),
        Assumption::StudyWeeks(item, weeks) => {
            let weeks = count(u64::from(weeks.0), "week");
            format!("{} takes {weeks}: no source gives its length", title(*item))
        }
        Assumption::StudyHours(item, hours) => {
            format!("{} takes {} of study: no source gives its hours", title(*item), count_hours(*hours))
        }
        Assumption::CostUnknown(item) => {
            format!("what {} costs is not known and is not in the sum", title(*item))
        }
        Assumption::Waived(row) => {
            let row = pack.requirement(*row);
            let asked = row.requires.to_text(&|item| title(item).to_owned());
            format!("the advice to have {asked} is left aside, as nobody could follow it at present")
        }
        Assumption::EditorialYears(id) => {
            format!("the years before the move {} are our judgement", move_words(pack, pack.career_move(*id)))
        }
        Assumption::ExceptionalMove(id) => {
            let from_to = move_words(pack, pack.career_move(*id));
            format!("the move {from_to} is an exception: somebody made it, nobody should count on it")
        }
        Assumption::HeldByRole(item) => format!("{} is held, as the present role requires it", title(*item)),
        Assumption::ByWaiver(item) => {
            format!("{} counts as held by a waiver or an equivalence, which your profile records", title(*item))
        }
        Assumption::StatusUnknown(item) => format!("{} runs: no source settles whether it does", title(*item)),
        Assumption::Supposed(supposed) => supposition(pack, supposed),
        Assumption::NotYetRunning(item) => {
            let status = pack.training(*item).status;
            format!("{} can be had: at present it is {status}", title(*item))
        }
    }
}

/// What a post is supposed to offer, as a sentence without its full stop; it always says that it is supposed.
#[must_use]
pub fn supposition(pack: &Pack, supposed: &Supposition) -> String {
    let post = |role: &RoleId| pack.role(*role).title.as_str();
    match supposed {
        Supposition::ProtectedStudy(role, hours) => {
            format!("supposed: {} a week of protected study as {}", count_hours(*hours), post(role))
        }
        Supposition::Given(role, item) => {
            format!("supposed: {} given on becoming {}", pack.training(*item).title, post(role))
        }
        Supposition::Tenure(role, weeks) => {
            format!(
                "supposed: {} of time in the role credited to whoever becomes {}",
                count(u64::from(weeks.0), "week"),
                post(role)
            )
        }
        Supposition::Premium(role, pounds) => {
            format!("supposed: {} a year on top of the pay as {}", Pounds(Decimal::whole(*pounds)), post(role))
        }
    }
}

/// All that a route takes for granted in few sentences, like put with like, for lists that mark on the spot which
/// figures are assumed; [`assumption`] says each in full.
#[must_use]
pub fn assumptions(pack: &Pack, assumed: &[Assumption]) -> Vec<String> {
    let mut groups: Vec<(Group, Vec<String>)> = Vec::new();
    let mut sentences = Vec::new();
    for one in assumed {
        let Some((group, about)) = grouped(pack, one) else {
            sentences.push(assumption(pack, one));
            continue;
        };
        match groups.iter_mut().find(|(other, _)| *other == group) {
            Some((_, others)) if others.contains(&about) => {}
            Some((_, others)) => others.push(about),
            None => groups.push((group, vec![about])),
        }
    }
    groups.sort_by_key(|(group, _)| *group);
    sentences.extend(groups.into_iter().map(|(group, about)| group.sentence(&about)));
    sentences
}

/// Assumptions that are of one kind and differ in what they are about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Held,
    ByWaiver,
    Waived,
    NotYetRunning,
    StatusUnknown,
    Length,
    Cost,
    Years,
}

impl Group {
    fn sentence(self, about: &[String]) -> String {
        let list = || about.join("; ");
        let items = |of: &str| count(about.len() as u64, of);
        match self {
            Self::Held => format!("held, as the present role requires it: {}", list()),
            Self::ByWaiver => format!("held by a waiver or an equivalence: {}", list()),
            Self::Waived => format!("left aside, as nobody could follow this advice at present: {}", list()),
            Self::NotYetRunning => format!("{} of what does not run yet can be had by then", items("item")),
            Self::StatusUnknown => format!("runs, though no source settles it: {}", list()),
            Self::Length => format!("length or hours of {}, as no source gives them", items("study item")),
            Self::Cost => format!("{} of unknown cost left out of the sum", items("study item")),
            Self::Years => format!("years that are our judgement before {}", items("move")),
        }
    }
}

fn grouped(pack: &Pack, assumption: &Assumption) -> Option<(Group, String)> {
    let title = |item: &TrainingId| pack.training(*item).title.clone();
    Some(match assumption {
        Assumption::HoursPerWeek(_) | Assumption::ExceptionalMove(_) | Assumption::Supposed(_) => return None,
        Assumption::StudyWeeks(item, _) | Assumption::StudyHours(item, _) => (Group::Length, title(item)),
        Assumption::CostUnknown(item) => (Group::Cost, title(item)),
        Assumption::HeldByRole(item) => (Group::Held, title(item)),
        Assumption::ByWaiver(item) => (Group::ByWaiver, title(item)),
        Assumption::StatusUnknown(item) => (Group::StatusUnknown, title(item)),
        Assumption::NotYetRunning(item) => (Group::NotYetRunning, title(item)),
        Assumption::Waived(row) => (Group::Waived, pack.requirement(*row).requires.to_text(&|item| title(&item))),
        Assumption::EditorialYears(id) => (Group::Years, move_words(pack, pack.career_move(*id))),
    })
}

/// Which ways are looked at, to be put after from where to where: `, by way of Matron`; nothing for all of them.
#[must_use]
pub fn course(pack: &Pack, course: Course) -> String {
    match course {
        Course::Any => String::new(),
        Course::Through(role) => format!(", by way of {}", pack.role(role).title),
        Course::Avoiding(role) => format!(", without {}", pack.role(role).title),
    }
}

/// What would open a way, and what the fastest route would then be, in a sentence without its full stop.
#[must_use]
pub fn opening(pack: &Pack, opening: &Opening) -> String {
    let titles = |items: &[TrainingId]| {
        and_list(&items.iter().map(|item| pack.training(*item).title.as_str()).collect::<Vec<_>>())
    };
    let change = match &opening.change {
        Change::Hold(facts) => format!("with {}", titles(facts)),
        Change::HoursPerWeek(hours) => format!("with {} of study a week", count_hours(*hours)),
        Change::Ruleset(ruleset) => format!("under {}", rules(*ruleset)),
        Change::Reopen(item) => {
            format!("if {} could be had (it is {})", titles(&[*item]), pack.training(*item).status)
        }
        Change::ExceptionalMoves => "with a move that somebody made but nobody should count on".to_owned(),
    };
    let Totals { weeks, moves, .. } = opening.fastest;
    format!("{change}: {weeks}, {}", count(u64::from(moves), "move"))
}

/// Why there is no route, in a sentence.
#[must_use]
pub fn blocked(pack: &Pack, blocked: &Blocked, ruleset: Ruleset) -> String {
    match blocked {
        Blocked::Unreachable => "No chain of moves leads there, whatever is held or studied.".to_owned(),
        Blocked::Requirements(missing) if missing.is_empty() => {
            format!("Moves lead there, but under {} their requirements cannot be met from here.", rules(ruleset))
        }
        Blocked::Requirements(missing) => {
            let titles: Vec<&str> = missing.iter().map(|item| pack.training(*item).title.as_str()).collect();
            let titles = and_list(&titles);
            format!(
                "Moves lead there, but under {} something is missing that cannot be had on the way: {titles}.",
                rules(ruleset)
            )
        }
    }
}

/// The rules, to follow *under*.
#[must_use]
pub const fn rules(ruleset: Ruleset) -> &'static str {
    match ruleset {
        Ruleset::Today => "today's rules",
        Ruleset::Advised => "the rules as advised",
        Ruleset::Review => "the review's rules",
    }
}

/// A move as `Matron to Head of nursing`.
#[must_use]
pub fn move_words(pack: &Pack, a_move: &Move) -> String {
    format!("{} to {}", pack.role(a_move.from).title, pack.role(a_move.to).title)
}

/// What `studied` items cost, `unknown` of them at a price that is not known: `£995 + 2 unknown`, `free`, `2 costs unknown`, `no study to pay`.
#[must_use]
pub fn cost(known: Decimal, studied: usize, unknown: usize) -> String {
    match (known, studied, unknown) {
        (_, 0, _) => "nothing to pay".to_owned(),
        (Decimal::ZERO, _, 0) => "free".to_owned(),
        (Decimal::ZERO, _, 1) => "cost unknown".to_owned(),
        (Decimal::ZERO, _, _) => format!("{unknown} costs unknown"),
        (pounds, _, 0) => Pounds(pounds).to_string(),
        (pounds, _, _) => format!("{} + {unknown} unknown", Pounds(pounds)),
    }
}

/// `1 move`, `5 moves`.
#[must_use]
pub fn count(number: u64, of: &str) -> String {
    if number == 1 { format!("1 {of}") } else { format!("{number} {of}s") }
}

/// `1 hour`, `2.5 hours`.
#[must_use]
pub fn count_hours(hours: Decimal) -> String {
    if hours == Decimal::whole(1) { "1 hour".to_owned() } else { format!("{hours} hours") }
}

/// `22 Nov 2026`.
#[must_use]
pub fn date(day: Date) -> String {
    day.strftime("%-d %b %Y").to_string()
}

/// A date as a table gives it, which may be a day, a month or a year, in words: `15 May 2025`, `Mar 2022`; anything else
/// as it stands.
#[must_use]
pub fn loose_date(text: &str) -> String {
    let day = |text: &str| text.parse::<Date>().ok().filter(|_| text.len() == 10);
    if let Some(day) = day(text) {
        return date(day);
    }
    let month = if text.len() == 7 { day(&format!("{text}-01")) } else { None };
    month.map_or_else(|| text.to_owned(), |month| month.strftime("%b %Y").to_string())
}

/// `a`, `a and b`, `a, b and c`.
#[must_use]
pub fn and_list(parts: &[impl AsRef<str>]) -> String {
    let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
    match parts.split_last() {
        None => String::new(),
        Some((only, [])) => (*only).to_owned(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// What each of `routes` is best at, in words: `Fastest`, `Fewest moves` … Routes that are best at nothing get no word;
/// a word goes to the first route that deserves it, and to none when all routes deserve it alike.
#[must_use]
pub fn best_at(routes: &[Route], criteria: &[Criterion]) -> Vec<Vec<&'static str>> {
    let mut words = vec![Vec::new(); routes.len()];
    for criterion in criteria {
        let scores: Vec<Option<i64>> = routes.iter().map(|route| score(&route.totals, *criterion)).collect();
        let known = || scores.iter().flatten();
        let (Some(best), Some(worst)) = (known().min(), known().max()) else { continue };
        let first = scores.iter().position(|score| score.as_ref() == Some(best));
        if let Some(at) = first.filter(|_| routes.len() == 1 || best < worst) {
            words[at].push(superlative(*criterion));
        }
    }
    words
}

/// How a route does by one criterion, less being better; nothing where it is not known.
fn score(totals: &Totals, criterion: Criterion) -> Option<i64> {
    match criterion {
        Criterion::Weeks => Some(i64::from(totals.weeks.0)),
        Criterion::Moves => Some(i64::from(totals.moves)),
        Criterion::StudyHours => Some(totals.study_hours.millionths()),
        Criterion::Cost => Some(totals.cost.millionths()),
        Criterion::Sectors => Some(-i64::from(totals.sectors)),
        Criterion::Pay => totals.pay.map(|pounds| -i64::from(pounds)),
    }
}

const fn superlative(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Weeks => "Fastest",
        Criterion::Moves => "Fewest moves",
        Criterion::StudyHours => "Least study",
        Criterion::Cost => "Least to pay",
        Criterion::Sectors => "Broadest",
        Criterion::Pay => "Best paid",
    }
}

#[cfg(test)]
mod tests {
    use super::{and_list, best_at, cost, count_hours, loose_date};
    use crate::domain::planner::{Criterion, Route, Totals};
    use crate::domain::quantity::{Decimal, Weeks};

    fn totals(weeks: u32, moves: u32, hours: u32) -> Totals {
        let study_hours = Decimal::whole(hours);
        Totals { weeks: Weeks(weeks), moves, study_hours, cost: Decimal::ZERO, sectors: 1, pay: None }
    }

    fn route(weeks: u32, moves: u32, hours: u32) -> Route {
        Route { totals: totals(weeks, moves, hours), steps: Vec::new(), assumed: Vec::new() }
    }

    #[test]
    fn a_route_is_named_by_what_it_is_best_at() {
        let routes = [route(100, 3, 50), route(120, 2, 50), route(150, 3, 10)];
        let named = best_at(&routes, &Criterion::DEFAULT);
        assert_eq!(named, [vec!["Fastest"], vec!["Fewest moves"], vec!["Least study"]]);
    }

    #[test]
    fn what_all_share_names_none_but_a_single_route() {
        let same_study = [route(100, 3, 50), route(120, 2, 50)];
        assert_eq!(best_at(&same_study, &[Criterion::StudyHours]), [vec![], Vec::<&str>::new()]);
        assert_eq!(best_at(&[route(1, 1, 1)], &[Criterion::Weeks, Criterion::Pay]), [vec!["Fastest"]]);
    }

    #[test]
    fn money_that_is_not_known_is_never_called_free() {
        let pounds = Decimal::whole;
        assert_eq!(cost(pounds(995), 3, 2), "£995 + 2 unknown");
        assert_eq!(cost(pounds(0), 3, 2), "2 costs unknown");
        assert_eq!(cost(pounds(0), 3, 0), "free");
        assert_eq!(cost(pounds(0), 0, 0), "nothing to pay");
    }

    #[test]
    fn dates_are_as_exact_as_the_table() {
        assert_eq!(loose_date("2025-05-15"), "15 May 2025");
        assert_eq!(loose_date("2022-03"), "Mar 2022");
        for text in ["", "2013", "2025-5-1", "2022/23", "spring"] {
            assert_eq!(loose_date(text), text);
        }
    }

    #[test]
    fn words_agree_with_their_numbers() {
        assert_eq!(count_hours(Decimal::whole(1)), "1 hour");
        assert_eq!(and_list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(and_list(&[] as &[&str]), "");
    }
}
