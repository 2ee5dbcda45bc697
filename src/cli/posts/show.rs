//! `fingerpost posts show`: one post, its organisation, what it offers and whether one is eligible.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::offer_args::ShowArgs;
use super::{asker, correct, list, show_document};
use crate::cli::exit::{Failure, Status};
use crate::cli::look::Out;
use crate::cli::person::Asker;
use crate::cli::text::{Line, Page, Span, Tone};
use crate::domain::Pack;
use crate::domain::id::{RoleId, TrainingId};
use crate::domain::offer::{Line as PackageLine, Package};
use crate::domain::place::SegmentRecord;
use crate::domain::planner::{self, Circumstances, Course, Criterion, Holder, MovesAllowed, Question, RowState, Why};
use crate::domain::post::{Origin, Post, Standing};
use crate::domain::quantity::Weeks;
use crate::domain::ruleset::Ruleset;
use crate::domain::segment;
use crate::domain::words;

/// A post and what was found out about it.
pub(super) struct Shown<'p> {
    pub(super) pack: &'p Pack,
    pub(super) post: &'p Post,
    pub(super) package: Package<'p>,
    pub(super) history: Vec<&'p SegmentRecord>,
    pub(super) eligible: Option<Eligible>,
    pub(super) today: Date,
}

/// How somebody stands before the post's role.
pub(super) struct Eligible {
    pub(super) role: RoleId,
    pub(super) here: RoleId,
    pub(super) ruleset: Ruleset,
    pub(super) why: Why,
    /// What is only taken as held because the present role requires it.
    presumed: BTreeSet<TrainingId>,
    /// What counts only by a waiver or an equivalence.
    pub(super) waived: BTreeSet<TrainingId>,
    /// The fewest weeks to the role; nothing when there is no way.
    pub(super) weeks: Option<Weeks>,
}

/// Answers it.
///
/// # Errors
/// Wrong usage, a faulty profile, or an answer that cannot be written.
pub fn run(pack: &Pack, args: &ShowArgs, out: &Out) -> Result<Status, Failure> {
    let post = correct::find(pack, &args.post)?;
    let asker = asker::find(pack, &args.who)?;
    let role = post.role.map(|matched| matched.role);
    let shown = Shown {
        pack,
        post,
        package: Package::of(pack, post),
        history: post.organisation.map_or_else(Vec::new, |organisation| segment::history(pack, organisation)),
        eligible: asker.zip(role).map(|(asker, role)| eligible(pack, asker, role, args.rules.ruleset)),
        today: jiff::Zoned::now().date(),
    };
    out.answer(|| show_document::document(&shown), |page| show(page, &shown))?;
    Ok(Status::Answered)
}

fn eligible(pack: &Pack, asker: Asker, role: RoleId, ruleset: Ruleset) -> Eligible {
    let holder = Holder::of(pack, &asker.person);
    let why = planner::why(pack, &holder, role, ruleset);
    let presumed = why.rows.iter().filter(|row| matches!(row.state, RowState::Met | RowState::OnAppointment));
    let presumed = presumed.flat_map(|row| holder.presumed(&pack.requirement(row.requirement).requires)).collect();
    let waived = why.rows.iter().flat_map(|row| holder.waived(&pack.requirement(row.requirement).requires)).collect();
    let here = asker.person.role;
    let question = Question {
        circumstances: Circumstances { person: asker.person, ruleset, moves: MovesAllowed::Usual, terms: None },
        target: role,
        course: Course::Any,
        criteria: vec![Criterion::Weeks],
        alternatives: 0,
        max: None,
    };
    let weeks = planner::fastest(pack, &question).map(|totals| totals.weeks);
    Eligible { role, here, ruleset, why, presumed, waived, weeks }
}

/// The page of the advert, or the file it was imported from.
pub(super) fn source(post: &Post) -> &str {
    match &post.origin {
        Origin::Imported { from, .. } if post.provenance.source.is_empty() => from,
        Origin::Imported { .. } | Origin::Pack => &post.provenance.source,
    }
}

/// Width of the column of names.
const NAMES: usize = 14;

fn show(page: &mut Page, shown: &Shown) {
    let Shown { pack, post, package, today, .. } = shown;
    page.paragraph(headline(post, *today), Tone::Strong);
    let challenged = match post.standing {
        Standing::Challenged => "◆ challenged, ",
        Standing::Ordinary => "",
    };
    page.paragraph(format!("{challenged}{} ({}).", package.rating.words(), post.id), Tone::Plain);
    page.gap();
    facts(page, shown);
    if let Some(eligible) = &shown.eligible {
        page.gap();
        show_eligible(page, pack, eligible);
    }
    page.gap();
    page.line(Span::new("What it offers, and who says so", Tone::Strong));
    let (here, elsewhere): (Vec<_>, Vec<_>) = package.lines.iter().partition(|line| line.applies().may_hold());
    for line in here {
        show_line(page, line);
    }
    if !elsewhere.is_empty() {
        page.gap();
        page.line(Span::new("Offered elsewhere, not here", Tone::Strong));
        for line in elsewhere {
            show_line(page, line);
        }
    }
}

/// `Chief Operating Officer at University Hospitals Sussex: closed on 5 Sep 2025.`
fn headline(post: &Post, today: Date) -> String {
    let closing = match post.closes {
        Some(day) if post.has_closed(today) => format!("closed on {}", words::date(day)),
        Some(day) => format!("open, closes on {}", words::date(day)),
        None => "no closing day given".to_owned(),
    };
    format!("{} at {}: {closing}.", post.title, post.employer)
}

fn facts(page: &mut Page, shown: &Shown) {
    let Shown { pack, post, package, .. } = shown;
    let given = |text: &str| if text.is_empty() { "not in what we have of it".to_owned() } else { text.to_owned() };
    let role = post.role.map_or_else(
        || "no role of the pack".to_owned(),
        |matched| format!("{}, {}", pack.role(matched.role).title, list::by(matched)),
    );
    let pay = list::pay(post);
    let pay = if post.pay_text.is_empty() || pay == post.pay_text { pay } else { format!("{pay} ({})", post.pay_text) };
    let place = [post.town.as_str(), post.region.as_str()].into_iter().filter(|part| !part.is_empty());
    let name = |name: &str| Line::from(Span::new(name, Tone::Strong)).padded(NAMES);
    for (lead, text) in [
        ("Role", role),
        ("Grade", given(&post.grade)),
        ("Pay", pay),
        ("Contract", given(&post.contract)),
        ("Place", given(&place.collect::<Vec<_>>().join(", "))),
        ("Segments", segments(shown)),
    ] {
        page.hanging(name(lead), text, Tone::Plain);
    }
    if package.rating.segment == Some(4) {
        page.hanging(name(""), "The published table stops at 4: segment 5 is not in it.", Tone::Faint);
    }
    if let Some(newest) = shown.history.last() {
        page.line(name("").and(Span::new(&newest.provenance.source, Tone::Faint)));
    }
    page.line(name("Advert").and(Span::new(source(post), Tone::Faint)));
}

/// `Q1 2025/26: 5, Q2 2025/26: 4`.
fn segments(shown: &Shown) -> String {
    let quarters = shown.history.iter().filter_map(|record| Some(format!("{}: {}", record.period, record.segment?)));
    let quarters: Vec<String> = quarters.collect();
    if quarters.is_empty() { shown.package.rating.words() } else { quarters.join(", ") }
}

fn show_eligible(page: &mut Page, pack: &Pack, eligible: &Eligible) {
    let title = &pack.role(eligible.role).title;
    let rules = words::rules(eligible.ruleset);
    let from = &pack.role(eligible.here).title;
    let titles = |items: &mut dyn Iterator<Item = &TrainingId>| {
        words::and_list(&items.map(|item| pack.training(*item).title.as_str()).collect::<Vec<_>>())
    };
    if eligible.why.met {
        page.paragraph(format!("✓ {from}: all that {title} asks for under {rules} is met."), Tone::Good);
    } else {
        let lead = format!("✗ {from}: not all that {title} asks for under {rules} is met. Quickest to get: ");
        let missing = titles(&mut eligible.why.quickest.facts.iter());
        page.paragraph(format!("{lead}{missing}."), Tone::Bad);
    }
    if !eligible.presumed.is_empty() {
        let presumed = titles(&mut eligible.presumed.iter());
        page.paragraph(format!("Taken as held, as the present role requires it: {presumed}."), Tone::Caution);
    }
    if !eligible.waived.is_empty() {
        let waived = titles(&mut eligible.waived.iter());
        page.paragraph(format!("Counts by a waiver or an equivalence: {waived}."), Tone::Caution);
    }
    if !eligible.why.quickest.out_of_reach.is_empty() {
        let beyond = titles(&mut eligible.why.quickest.out_of_reach.iter());
        page.paragraph(format!("Cannot be had by study under these rules: {beyond}."), Tone::Caution);
    }
    let way = match eligible.weeks {
        Some(Weeks::ZERO) if eligible.here == eligible.role => "It is the role held now.".to_owned(),
        Some(Weeks::ZERO) => "A move there is possible now.".to_owned(),
        Some(weeks) => format!("The quickest way there takes {weeks}, years in roles on the way included."),
        None => "No way leads there under these rules.".to_owned(),
    };
    page.paragraph(way, Tone::Plain);
}

/// A line of package, with who says so.
pub(super) fn show_line(page: &mut Page, line: &PackageLine) {
    let lead = Line::from(format!("  {} ", line.sign().mark()));
    page.hanging(lead, line.text(), Tone::Plain);
    if let PackageLine::Unsaid(_) = line {
        return;
    }
    let status = line.validity().map_or_else(String::new, |validity| format!("; {validity}"));
    let date = if line.date().is_empty() { String::new() } else { format!(", {}", line.date()) };
    let told = match line.basis() {
        "advert" => line.date().to_owned(),
        basis => format!("{basis}{date}{status}; {}", line.applies().words()),
    };
    page.hanging(Line::from("    "), told, Tone::Faint);
    if !line.note().is_empty() {
        page.hanging(Line::from("    "), line.note(), Tone::Faint);
    }
    if let Some(source) = line.source().filter(|_| line.basis() != "advert") {
        page.line(Line::from("    ").and(Span::new(source, Tone::Faint)));
    }
}
