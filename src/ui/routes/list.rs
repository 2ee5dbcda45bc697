//! The list of routes: named ones first, then the really different ones, each with its trade-offs on one line.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::action::Action;
use crate::app::change;
use crate::app::desk::Knowledge;
use crate::app::hit::{Pane, Target};
use crate::app::picks::{Pick, Standing};
use crate::domain::planner::Completeness;
use crate::domain::quantity::Decimal;
use crate::ui::canvas::{Canvas, Listing};
use crate::ui::look::Token;
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::text::{column, column_right};

/// Cells of a bar.
const BAR: usize = 4;
/// Columns that are not the name: time, moves, study, two bars, and the gaps.
const FIGURES: usize = 7 + 8 + 8 + 2 * (BAR + 1) + 1;

/// Draws the list.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let inner = canvas.frame(area, "Ways worth having", Pane::Routes, app.focus());
    if inner.is_empty() {
        return;
    }
    slider(app, canvas, Rect { height: 1, ..inner });
    let below = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
    let foot = foot(app, below.width);
    let foot_height = u16::try_from(foot.rows().len()).unwrap_or(u16::MAX).min(below.height / 3);
    let rows_area = Rect { height: below.height - foot_height, ..below };
    let picks = app.picks();
    let (rows, selected) = rows(&picks, app.chosen_line(), usize::from(rows_area.width));
    let head = Rect { height: 1, ..rows_area };
    if !picks.is_empty() && rows_area.height > 4 {
        let room = usize::from(head.width).saturating_sub(2);
        canvas.row(Rect { x: head.x + 2, width: head.width.saturating_sub(2), ..head }, &heading(room));
    }
    let used = u16::from(!picks.is_empty() && rows_area.height > 4);
    let list = Rect { y: rows_area.y + used, height: rows_area.height - used, ..rows_area };
    let offset = app.scrolled(Pane::Routes);
    canvas.list(list, &rows, Listing { pane: Pane::Routes, selected, offset });
    let foot_area = Rect { y: rows_area.bottom(), height: foot_height, ..below };
    for (y, row) in (foot_area.top()..foot_area.bottom()).zip(foot.rows()) {
        canvas.row(Rect { y, height: 1, ..foot_area }, row);
    }
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
    Row::text(Token::Dim, format!("{name} {:>7} {:>7} {:>7}", "time", "moves", "study"))
}

/// The rows and which of them is chosen.
fn rows(picks: &[Pick<'_>], chosen: usize, room: usize) -> (Vec<Row>, Option<usize>) {
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
        rows.push(row(pick, room.saturating_sub(2), (most_weeks, most_hours)).target(Target::RouteRow(line)));
    }
    (rows, selected)
}

fn row(pick: &Pick<'_>, room: usize, (most_weeks, most_hours): (u32, Decimal)) -> Row {
    let totals = &pick.route.totals;
    let name_room = room.saturating_sub(FIGURES);
    let moves = if totals.moves == 1 { "1 move ".to_owned() } else { format!("{} moves", totals.moves) };
    let hours = u64::try_from(totals.study_hours.millionths()).unwrap_or(0);
    let most_hours = u64::try_from(most_hours.millionths()).unwrap_or(0);
    let figures = format!(
        " {} {} {} ",
        column_right(&totals.weeks.to_string(), 7),
        column_right(&moves, 7),
        column_right(&format!("{} h", totals.study_hours), 7)
    );
    Row::of(vec![
        piece(Token::Text, column(&pick.name, name_room)),
        piece(Token::Text, figures),
        piece(Token::Bar, column(&bar('▇', u64::from(totals.weeks.0), u64::from(most_weeks)), BAR)),
        piece(Token::Text, " "),
        piece(Token::Study, column(&bar('▒', hours, most_hours), BAR)),
    ])
}

/// A bar as long as its part of the most; something is never drawn as nothing.
fn bar(sign: char, part: u64, most: u64) -> String {
    let cells = (part * BAR as u64).div_ceil(most.max(1));
    std::iter::repeat_n(sign, usize::try_from(cells).unwrap_or(BAR).min(BAR)).collect()
}

/// What stands under the list: what other rules would change, and whether something was left out.
fn foot(app: &App, width: u16) -> Sheet {
    let mut sheet = Sheet::new(width);
    let Knowledge::Known(answer) = app.answer() else { return sheet };
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
    sheet
}
