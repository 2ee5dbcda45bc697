//! The chosen route: stint by stint in words, then the timeline, then what it takes for granted.

use ratatui::layout::Rect;

use super::{none, timeline};
use crate::app::App;
use crate::app::hit::{Pane, Target};
use crate::app::picks::Pick;
use crate::app::story::{self, Stint, StudyLine};
use crate::domain::Pack;
use crate::domain::career_move::Usual;
use crate::domain::planner::Route;
use crate::domain::post::Standing;
use crate::domain::training::Status;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::standing;
use crate::ui::text::{column, fit, width, wrap};

/// Columns of the date before a stint.
const WHEN: usize = 9;

/// Draws the pane of the chosen route.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let picks = app.picks();
    let pick = picks.get(app.chosen_line());
    let title = pick.map_or("No route".to_owned(), |pick| title(pick, usize::from(area.width)));
    let inner = canvas.frame(area, &title, Pane::Route, app.focus());
    let mut words = Sheet::new(inner.width);
    let mut picture = Sheet::new(inner.width);
    match pick {
        Some(pick) => {
            write(app, &mut words, pick.route);
            timeline::write(app.pack(), &mut picture, pick.route, app.today());
        }
        None => none::write(app, &mut words),
    }
    let rows = u16::try_from(picture.rows().len()).unwrap_or(u16::MAX);
    if inner.height < rows.saturating_add(LEAST_WORDS) {
        picture.rows().iter().for_each(|row| words.row(row.clone()));
        assumptions(app, &mut words, pick.map(|pick| pick.route));
        canvas.sheet(inner, &words, Pane::Route, app.scrolled(Pane::Route));
        return;
    }
    assumptions(app, &mut words, pick.map(|pick| pick.route));
    let below = u16::from(rows > 0) + rows;
    let above = Rect { height: inner.height - below, ..inner };
    if rows > 0 {
        let line = "─".repeat(usize::from(inner.width));
        canvas.put(inner, inner.x, above.bottom(), &line, Token::Border);
    }
    canvas.sheet(above, &words, Pane::Route, app.scrolled(Pane::Route));
    for (y, row) in (above.bottom() + 1..inner.bottom()).zip(picture.rows()) {
        canvas.row(Rect { y, height: 1, ..inner }, row);
    }
}

/// `Fastest, fewest moves · 10y 6m · 5 moves · 608 h · £995`. All four totals matter more than the name, which stands in
/// the list as well.
fn title(pick: &Pick<'_>, columns: usize) -> String {
    let totals = story::short_totals(pick.route);
    let room = columns.saturating_sub(FRAME + width(&totals) + width(" · "));
    let first = pick.name.split(',').next().unwrap_or_default();
    if width(&pick.name) <= room {
        format!("{} · {totals}", pick.name)
    } else if room >= LEAST_NAME || width(first) <= room {
        format!("{} · {totals}", fit(first, room))
    } else {
        totals
    }
}

/// Cells of a frame's top line that its title cannot have.
const FRAME: usize = 6;
/// A name cut shorter than this says nothing.
const LEAST_NAME: usize = 8;

/// The picture stays in view while the words are scrolled, where so many rows are left for them.
const LEAST_WORDS: u16 = 10;

fn write(app: &App, sheet: &mut Sheet, route: &Route) {
    for stint in story::story(app.pack(), route, app.today()) {
        write_stint(app, sheet, &stint);
    }
    wishes(app, sheet, route);
    sheet.gap();
}

/// What the route misses of the wishes; nothing where nothing is wished for.
fn wishes(app: &App, sheet: &mut Sheet, route: &Route) {
    let wishes = app.wishes();
    let missed = app.wishes_missed(route);
    let regions = wishes.regions_on(app.pack(), route);
    if !wishes.can_be_missed() && regions.is_none() {
        return;
    }
    sheet.heading("Your wishes");
    if missed.is_empty() && wishes.can_be_missed() {
        sheet.hanging(&[piece(Token::Good, "✓ ")], Token::Text, "This way fits all of them.");
    }
    for miss in &missed {
        sheet.hanging(&[piece(Token::Pending, "✗ ")], Token::Text, &format!("misses: {miss}"));
    }
    if let Some(regions) = regions {
        sheet.hanging(&[piece(Token::Dim, "· ")], Token::Dim, &regions);
    }
}

fn assumptions(app: &App, sheet: &mut Sheet, route: Option<&Route>) {
    let Some(route) = route else { return };
    sheet.gap();
    sheet.text(Token::Text, "A route is not a promise: every post still has to be won.");
    if let Some(note) = story::pay_note(app.pack(), route) {
        sheet.text(Token::Dim, &note);
    }
    for assumed in &route.assumed {
        let words = story::assumption(app.pack(), assumed);
        sheet.hanging(&[piece(Token::Assumed, "Assumes: ")], Token::Text, &words);
    }
}

fn write_stint(app: &App, sheet: &mut Sheet, stint: &Stint) {
    let pack = app.pack();
    let mine = stint.leave.is_some() && stint.when == "Now";
    let token = if mine {
        Token::Me
    } else if stint.leave.is_none() {
        Token::Target
    } else {
        Token::Route
    };
    let (pay_token, pay) = match &stint.pay {
        Some(pay) => (Token::Text, pay.as_str()),
        None => (Token::Dim, "pay not known"),
    };
    let room = sheet.width().saturating_sub(WHEN + width(pay) + 1);
    for (at, line) in wrap(&stint.title, room).into_iter().enumerate() {
        let when = if at == 0 { stint.when.as_str() } else { "" };
        let pieces = vec![piece(Token::Strong, column(when, WHEN)), piece(token, line)];
        let row = Row::of(pieces).target(Target::Role(stint.role));
        sheet.row(if at == 0 { row.right(pay_token, pay) } else { row });
    }
    let indent = piece(Token::Text, " ".repeat(WHEN));
    if let Some(words) = challenged(pack, stint) {
        sheet.hanging(
            &[indent.clone(), piece(Token::Challenged, format!("{} ", standing::CHALLENGED))],
            Token::Challenged,
            &words,
        );
    }
    stint.studies.iter().for_each(|study| write_study(pack, sheet, study));
    for fact in &stint.granted {
        let lead = [indent.clone(), piece(Token::Good, "✓ gives  ")];
        sheet.hanging_to(&lead, Token::Text, &pack.training(*fact).title, Some(Target::Training(*fact)));
    }
    for fact in &stint.checks {
        let lead = [indent.clone(), piece(Token::Pending, "○ check  ")];
        let text = format!("{}, on appointment", pack.training(*fact).title);
        sheet.hanging_to(&lead, Token::Text, &text, Some(Target::Training(*fact)));
    }
    if let Some(leave) = &stint.leave {
        let (sign, words) = match leave.usual {
            Usual::Usual => (piece(Token::Route, "→ "), leave.words.clone()),
            Usual::Exceptional => {
                (piece(Token::Assumed, "→ "), format!("{} · exceptional: do not count on it", leave.words))
            }
        };
        sheet.hanging(&[indent, sign], Token::Near, &words);
    }
}

/// How many posts of the role are in challenged organisations.
fn challenged(pack: &Pack, stint: &Stint) -> Option<String> {
    let count = pack.posts_of(stint.role).iter().filter(|id| pack.post(**id).standing == Standing::Challenged).count();
    match count {
        0 => None,
        1 => Some("1 challenged post".to_owned()),
        count => Some(format!("{count} challenged posts")),
    }
}

fn write_study(pack: &Pack, sheet: &mut Sheet, study: &StudyLine) {
    let target = Some(Target::Training(study.training));
    let lead = [piece(Token::Text, " ".repeat(WHEN)), piece(Token::Study, "▒ study  ")];
    sheet.hanging_to(&lead, Token::Text, &pack.training(study.training).title, target);
    let status = match study.status {
        Status::Running => String::new(),
        Status::Unknown => " · not known whether it runs".to_owned(),
        status => format!(" · {status}"),
    };
    let lead = [piece(Token::Text, " ".repeat(WHEN + 9))];
    let words = format!("{} · {} · {}{status}", study.when, study.effort, study.cost);
    sheet.hanging(&lead, Token::Dim, &words);
}
