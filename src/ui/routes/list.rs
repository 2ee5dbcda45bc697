//! The list of routes: named ones first, then the really different ones, each with its trade-offs on one line.

use ratatui::layout::Rect;

use super::none;
use crate::app::App;
use crate::app::action::Action;
use crate::app::change;
use crate::app::compare::Marks;
use crate::app::desk::Knowledge;
use crate::app::hit::{Pane, Target};
use crate::app::picks::{Pick, Standing};
use crate::domain::planner::{Completeness, Route, Totals};
use crate::domain::quantity::Decimal;
use crate::ui::canvas::{Canvas, Listing};
use crate::ui::look::Token;
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::text::{column, column_right, fit, width, wrap};

/// Cells of a bar.
const BAR: usize = 4;
/// Cells of a time or of hours.
const FIGURE: usize = 7;
/// Columns that are not the name: time and its bar, moves, study and its bar, and the gaps.
const FIGURES: usize = 2 * (1 + FIGURE + 1 + BAR) + 6;

/// Draws the list.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let title = match app.fit_all_wishes() {
        Some((fit, all)) => format!("Ways worth having · {fit} of {all} fit your wishes"),
        None => "Ways worth having".to_owned(),
    };
    let inner = canvas.frame(area, &title, Pane::Routes, app.focus());
    if inner.is_empty() {
        return;
    }
    slider(app, canvas, Rect { height: 1, ..inner });
    let course = course(app, inner.width).cut(usize::from(inner.height / 3));
    let told = u16::try_from(course.rows().len()).unwrap_or(0);
    for (y, row) in (inner.y + 1..inner.bottom()).zip(course.rows()) {
        canvas.row(Rect { y, height: 1, ..inner }, row);
    }
    let below = Rect { y: inner.y + 1 + told, height: inner.height.saturating_sub(1 + told), ..inner };
    let foot = foot(app, below.width).cut(usize::from(below.height / 3));
    let foot_height = u16::try_from(foot.rows().len()).unwrap_or(0);
    let rows_area = Rect { height: below.height - foot_height, ..below };
    let picks = app.picks();
    if picks.is_empty() {
        return none::list(app, canvas, rows_area);
    }
    let missed = |route: &Route| app.wishes_missed(route);
    let (rows, selected) =
        rows(&picks, (app.chosen_line(), app.routes_view().marks), usize::from(rows_area.width), &missed);
    let head = Rect { height: 1, ..rows_area };
    if rows_area.height > 4 {
        let room = usize::from(head.width).saturating_sub(2);
        canvas.row(Rect { x: head.x + 2, width: head.width.saturating_sub(2), ..head }, &heading(room));
    }
    let used = u16::from(rows_area.height > 4);
    let list = Rect { y: rows_area.y + used, height: rows_area.height - used, ..rows_area };
    let offset = app.scrolled(Pane::Routes);
    canvas.list(list, &rows, Listing { pane: Pane::Routes, selected, offset });
    let foot_area = Rect { y: rows_area.bottom(), height: foot_height, ..below };
    for (y, row) in (foot_area.top()..foot_area.bottom()).zip(foot.rows()) {
        canvas.row(Rect { y, height: 1, ..foot_area }, row);
    }
}

/// Through which role the ways go, where that was asked for.
fn course(app: &App, width: u16) -> Sheet {
    let mut sheet = Sheet::new(width);
    if let Some(words) = app.course_words() {
        let target = Some(Target::Action(Action::AnyCourse));
        let words = format!("Only ways {words} (a: all ways)");
        sheet.hanging_to(&[piece(Token::Notice, "  ")], Token::Notice, &words, target);
    }
    sheet
}

/// `Study ◀ 5 h a week ▶ (- +)`.
fn slider(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(me) = &app.stance().me else { return };
    let hours = me.person.hours_per_week;
    let filled = usize::try_from(hours.ceil()).unwrap_or(0).min(10);
    let bar = format!(" {}{} ", "▇".repeat(filled), "▁".repeat(10 - filled));
    let mut x = canvas.put(area, area.x, area.y, "  Study ", Token::Dim);
    let parts = [
        ("◀", Token::Key, Some(Action::StudyLess)),
        (bar.as_str(), Token::Study, None),
        ("▶", Token::Key, Some(Action::StudyMore)),
    ];
    for (text, token, action) in parts {
        let end = canvas.put(area, x, area.y, text, token);
        if let Some(action) = action {
            canvas.hit(Rect { x, width: end - x, ..area }, Target::Action(action));
        }
        x = end;
    }
    canvas.put(area, x, area.y, &format!(" {hours} h a week (- +)"), Token::Text);
}

fn heading(room: usize) -> Row {
    let name = column("", room.saturating_sub(FIGURES));
    let (figure, bar) = (FIGURE, BAR);
    Row::text(Token::Dim, format!("{name} {:>figure$} {:bar$} moves {:>figure$}", "time", "", "study"))
}

/// The rows and which of them is chosen.
fn rows(
    picks: &[Pick<'_>],
    (chosen, marks): (usize, Marks),
    room: usize,
    missed: &impl Fn(&Route) -> Vec<String>,
) -> (Vec<Row>, Option<usize>) {
    let most_weeks = picks.iter().map(|pick| pick.route.totals.weeks.0).max().unwrap_or(0);
    let most_hours = picks.iter().map(|pick| pick.route.totals.study_hours).max().unwrap_or(Decimal::ZERO);
    let mut rows = Vec::new();
    let mut selected = None;
    for (line, pick) in picks.iter().enumerate() {
        let first_different =
            pick.standing == Standing::Different && (line == 0 || picks[line - 1].standing == Standing::Front);
        if first_different {
            rows.push(Row::text(Token::Strong, "Really different"));
        }
        if line == chosen {
            selected = Some(rows.len());
        }
        let mark = if marks.has(line) { "● " } else { "" };
        let name = format!("{mark}{}", pick.name);
        let of_pick = pick_rows(&name, &pick.route.totals, room.saturating_sub(2), (most_weeks, most_hours));
        let wishes = misses(&missed(pick.route), room.saturating_sub(4));
        rows.extend(of_pick.into_iter().chain(wishes).map(|row| row.target(Target::RouteRow(line))));
    }
    (rows, selected)
}

/// A way's name and figures; a name that is too long goes on below, as what tells two names apart is often their end.
fn pick_rows(name: &str, totals: &Totals, room: usize, (most_weeks, most_hours): (u32, Decimal)) -> Vec<Row> {
    let name_room = room.saturating_sub(FIGURES);
    let mut names = wrap(name, name_room).into_iter();
    let hours = u64::try_from(totals.study_hours.millionths()).unwrap_or(0);
    let most_hours = u64::try_from(most_hours.millionths()).unwrap_or(0);
    let time = column_right(&totals.weeks.to_string(), FIGURE);
    let study = column_right(&format!("{} h", totals.study_hours), FIGURE);
    let first = Row::of(vec![
        piece(Token::Text, column(&names.next().unwrap_or_default(), name_room)),
        piece(Token::Text, format!(" {time} ")),
        piece(Token::Bar, column(&bar('▇', u64::from(totals.weeks.0), u64::from(most_weeks)), BAR)),
        piece(Token::Text, format!(" {:>5} {study} ", totals.moves)),
        piece(Token::Study, column(&bar('▒', hours, most_hours), BAR)),
    ]);
    std::iter::once(first).chain(names.map(|rest| Row::text(Token::Text, format!("  {rest}")))).collect()
}

/// What a way misses of the wishes: the first of it here, all of it beside the route.
fn misses(missed: &[String], room: usize) -> Option<Row> {
    let (first, rest) = missed.split_first()?;
    let more = if rest.is_empty() { String::new() } else { format!(" and {} more", rest.len()) };
    let words = format!("misses: {first}");
    let words = format!("{}{more}", fit(&words, room.saturating_sub(width(&more))));
    Some(Row::of(vec![piece(Token::Pending, "  ✗ "), piece(Token::Dim, words)]))
}

/// A bar as long as its part of the most; something is never drawn as nothing.
fn bar(sign: char, part: u64, most: u64) -> String {
    let most = most.max(1);
    let cells = ((part * BAR as u64 + most / 2) / most).max(part.min(1));
    std::iter::repeat_n(sign, usize::try_from(cells).unwrap_or(BAR).min(BAR)).collect()
}

/// What stands under the list: what other rules would change, and whether something was left out.
fn foot(app: &App, width: u16) -> Sheet {
    let mut sheet = Sheet::new(width);
    let Knowledge::Known(answer) = app.answer() else { return sheet };
    if answer.routes.len() == 1 {
        sheet.text(Token::Text, "One route is best in time, moves and study.");
    }
    if answer.completeness == Completeness::Limited {
        sheet.text(Token::Assumed, "Only the best so far: the limit that was set left routes out.");
    }
    if app.exceptional_moves() {
        sheet.text(Token::Assumed, "With exceptional moves (x): nobody should count on them.");
    }
    if let Some(words) = crate::ui::chrome::switched(app) {
        sheet.hanging(&[piece(Token::Key, "p ")], Token::Notice, &words);
    } else if let Knowledge::Known(other) = app.contrast_answer() {
        let words = change::words(app.pack(), answer, (app.contrast(), other));
        sheet.hanging(&[piece(Token::Key, "p ")], Token::Notice, &words);
    }
    if answer.routes.len() + answer.alternatives.len() > 1 {
        let mut legend = vec![piece(Token::Bar, "▇"), piece(Token::Dim, " time  "), piece(Token::Study, "▒")];
        legend.push(piece(Token::Dim, " study; a full bar is the most among these"));
        sheet.row(Row::of(legend));
    }
    sheet
}
