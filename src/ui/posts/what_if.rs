//! The sheet of levers: what the post would have to offer. All of it is supposed; what sources say stands below, apart.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::action::Action;
use crate::app::desk::Knowledge;
use crate::app::hit::{Pane, Target};
use crate::app::posts::levers::{Lever, Search, WhatIf};
use crate::app::posts::words::pounds;
use crate::app::story::short_totals;
use crate::domain::Pack;
use crate::domain::offer::what_if::{Goal, Least, Levers, MOST_GIVEN, MOST_STUDY_HOURS, Smallest, Verdict};
use crate::domain::offer::{Line, Package};
use crate::domain::planner::Route;
use crate::domain::words::count;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::overlay::window;
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::text::{column, fit};

const WIDTH: u16 = 84;
/// Columns of a lever's name.
const NAME: usize = 17;
/// Cells of a lever's bar.
const BAR: u32 = 10;

/// Draws the sheet.
pub fn draw(app: &App, what_if: &WhatIf, canvas: &mut Canvas<'_>, body: Rect) {
    let pack = app.pack();
    let title = format!("What would it take? · {}", pack.role(what_if.role).title);
    let inner = window(canvas, body, (WIDTH, body.height), &title);
    let head = Row::text(Token::Assumed, "Suppositions: nobody has promised any of this.").right(Token::Dim, "← → ↑ ↓");
    let levers = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
    canvas.row(Rect { height: 1, ..inner }, &head);
    let mut y = levers.y;
    for (line, lever) in Lever::ALL.into_iter().enumerate() {
        if y < inner.bottom() {
            draw_lever(app, canvas, Rect { y, height: 1, ..inner }, what_if, (line, lever));
        }
        y += 1;
    }
    let below = Rect { y, height: inner.bottom().saturating_sub(y), ..inner };
    let mut sheet = Sheet::new(inner.width);
    sheet.row(Row::default());
    verdict(app, &mut sheet, what_if);
    least(app, &mut sheet, what_if);
    given(pack, &mut sheet, what_if);
    on_offer(app, &mut sheet);
    canvas.sheet(below, &sheet, Pane::Overlay, app.scrolled(Pane::Overlay));
}

/// `▸ Pay premium      ◀ ▇▇▁▁▁▁▁▁▁▁ ▶ £20,000 a year`.
fn draw_lever(app: &App, canvas: &mut Canvas<'_>, area: Rect, what_if: &WhatIf, (line, lever): (usize, Lever)) {
    let selected = line == what_if.selected;
    canvas.hit(area, Target::OverlayRow(line));
    let mark = if selected { "▸ " } else { "  " };
    let name = column(name(lever), NAME);
    let mut x =
        canvas.put(area, area.x, area.y, &format!("{mark}{name}"), if selected { Token::Strong } else { Token::Text });
    let (now, most) = what_if.amount(lever);
    let cells = if now == 0 { 0 } else { (now * BAR / most.max(1)).clamp(1, BAR) };
    let filled = "▇".repeat(usize::try_from(cells).unwrap_or(0));
    let empty = "▁".repeat(usize::try_from(BAR - cells).unwrap_or(0));
    let bar = if lever == Lever::Goal { " ".to_owned() } else { format!(" {filled}{empty} ") };
    for (text, token, action) in [
        ("◀", Token::Key, Some(Action::Left)),
        (bar.as_str(), Token::Study, None),
        ("▶", Token::Key, Some(Action::Right)),
    ] {
        let end = canvas.put(area, x, area.y, text, token);
        if let Some(action) = action.filter(|_| selected) {
            canvas.hit(Rect { x, width: end - x, ..area }, Target::Action(action));
        }
        x = end;
    }
    let room = usize::from(area.right().saturating_sub(x)).saturating_sub(1);
    let words = fit(&amount(app.pack(), what_if, lever), room);
    canvas.put(area, x + 1, area.y, &words, if selected { Token::Strong } else { Token::Text });
}

const fn name(lever: Lever) -> &'static str {
    match lever {
        Lever::Premium => "Pay premium",
        Lever::Study => "Protected study",
        Lever::Tenure => "Time credited",
        Lever::Given => "Training given",
        Lever::Goal => "Worth it when",
    }
}

fn amount(pack: &Pack, what_if: &WhatIf, lever: Lever) -> String {
    let offered = &what_if.offered;
    match lever {
        Lever::Premium if offered.premium == 0 => "none".to_owned(),
        Lever::Premium => format!("{} a year", pounds(offered.premium)),
        Lever::Study if offered.protected_study.millionths() == 0 => "none".to_owned(),
        Lever::Study => format!("{} h a week", offered.protected_study),
        Lever::Tenure if offered.tenure.0 == 0 => "none".to_owned(),
        Lever::Tenure => format!("{} in the role", offered.tenure),
        Lever::Given if what_if.candidates.is_empty() && offered.given.is_empty() => {
            "nothing is studied on the way".to_owned()
        }
        Lever::Given if offered.given.is_empty() => "nothing".to_owned(),
        Lever::Given => {
            let titles: Vec<&str> = offered.given.iter().map(|fact| pack.training(*fact).title.as_str()).collect();
            titles.join(", ")
        }
        Lever::Goal => goal(what_if.goal),
    }
}

fn goal(goal: Goal) -> String {
    match goal {
        Goal::OnTheFront => "no way without it is better all in all".to_owned(),
        Goal::BestBy(criterion) => format!("no way without it is better in {criterion}"),
    }
}

fn reached(verdict: &Verdict, goal: Goal) -> bool {
    match goal {
        Goal::OnTheFront => !verdict.on_the_front.is_empty(),
        Goal::BestBy(criterion) => verdict.best_by.contains(&criterion),
    }
}

/// Whether it is worth it under what is supposed, and the best way on either side.
fn verdict(app: &App, sheet: &mut Sheet, what_if: &WhatIf) {
    let Knowledge::Known(verdict) = app.verdict(what_if) else {
        sheet.text(Token::Dim, "Working it out");
        return;
    };
    let on_terms = if what_if.offered.is_nothing() { "as it is" } else { "on these terms" };
    match (verdict.through.is_empty(), verdict.without.is_empty(), reached(verdict, what_if.goal)) {
        (true, true, _) => sheet.text(Token::Bad, "✗ There is no way, through it or without it."),
        (true, false, _) => sheet.text(Token::Bad, &format!("✗ No: no way leads through it {on_terms}.")),
        (false, true, _) => sheet.text(Token::Good, "✓ Yes: every way leads through it."),
        (false, false, true) => sheet.text(Token::Good, &format!("✓ Yes, {on_terms}: {}.", goal(what_if.goal))),
        (false, false, false) => {
            let by = match what_if.goal {
                Goal::OnTheFront => "all in all".to_owned(),
                Goal::BestBy(criterion) => format!("in {criterion}"),
            };
            sheet.text(Token::Bad, &format!("✗ No, {on_terms}: a way without it is better {by}."));
        }
    }
    let best = |routes: &[Route], at: usize| routes.get(at).map(short_totals);
    let first = verdict.on_the_front.first().copied().unwrap_or(0);
    for (label, way) in [("Through  ", best(&verdict.through, first)), ("Without  ", best(&verdict.without, 0))] {
        if let Some(totals) = way {
            sheet.hanging(&[piece(Token::Dim, label)], Token::Text, &totals);
        }
    }
}

/// The least of each lever alone.
fn least(app: &App, sheet: &mut Sheet, what_if: &WhatIf) {
    sheet.heading("The least of each that alone would do (s)");
    match app.smallest(what_if) {
        Knowledge::NothingAsked if what_if.search == Search::NotAsked => {
            sheet.text(Token::Dim, "Press s to look for it; s once more supposes the least of the selected one.");
        }
        Knowledge::NothingAsked | Knowledge::Waiting => sheet.text(Token::Dim, "Looking for it"),
        Knowledge::Known(Smallest::Nothing) => sheet.text(Token::Good, "✓ It takes nothing more."),
        Knowledge::Known(Smallest::Needed(levers)) => levers_in_words(app.pack(), sheet, levers),
    }
}

fn levers_in_words(pack: &Pack, sheet: &mut Sheet, levers: &Levers) {
    let mut line = |name: &str, found: Option<String>, otherwise: String| {
        let (token, words) = found.map_or((Token::Dim, otherwise), |words| (Token::Strong, words));
        sheet.hanging(&[piece(Token::Dim, column(name, NAME))], token, &words);
    };
    let premium = levers.premium.amount().map(|premium| format!("{} a year", pounds(*premium)));
    line("Pay premium", premium, "no amount, or its pay is not known".to_owned());
    let hours = levers.study_hours.amount().map(|hours| format!("{hours} h a week"));
    line("Protected study", hours, format!("no amount up to {MOST_STUDY_HOURS} h a week"));
    line("Time credited", levers.tenure.amount().map(ToString::to_string), "no amount".to_owned());
    let given = match &levers.given {
        Least::Amount(sets) => sets.first().map(|set| {
            let titles: Vec<&str> = set.iter().map(|fact| pack.training(*fact).title.as_str()).collect();
            let others = if sets.len() > 1 {
                format!("; or {} as small", count(sets.len() as u64 - 1, "other set"))
            } else {
                String::new()
            };
            format!("{}{others}", titles.join(" and "))
        }),
        Least::None => None,
    };
    line("Training given", given, format!("no set of up to {MOST_GIVEN} items"));
    if let Some((hours, weeks)) = levers.study_and_tenure.first() {
        line("Two together", Some(format!("{hours} h a week of study and {weeks} credited")), String::new());
    }
}

/// All that is given, in full.
fn given(pack: &Pack, sheet: &mut Sheet, what_if: &WhatIf) {
    if what_if.offered.given.is_empty() {
        return;
    }
    sheet.heading("Supposed to be given");
    for fact in &what_if.offered.given {
        sheet.hanging(&[piece(Token::Assumed, "~ ")], Token::Text, &pack.training(*fact).title);
    }
}

/// What sources say of the package, never mixed with what is supposed.
fn on_offer(app: &App, sheet: &mut Sheet) {
    let Some(post) = app.selected_post().map(|id| app.pack().post(id)) else { return };
    sheet.heading("On offer, from sources");
    let package = Package::of(app.pack(), post);
    let said: Vec<&Line> =
        package.lines.iter().filter(|line| matches!(line, Line::Sourced(_)) && line.applies().holds()).collect();
    if said.is_empty() {
        sheet.text(Token::Dim, "No source names anything for this post.");
    }
    for line in said {
        let sign = if line.provision().is_none() { '·' } else { line.sign().mark() };
        sheet.hanging(&[piece(Token::Good, format!("{sign} "))], Token::Text, line.text());
    }
}
