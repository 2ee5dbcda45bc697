//! A route as a picture: roles as bars, study below them, years along the bottom.

use jiff::civil::Date;

use crate::domain::Pack;
use crate::domain::planner::{Route, Step};
use crate::ui::look::Token;
use crate::ui::sheet::{Piece, Row, Sheet, piece};
use crate::ui::text::{column, width};

/// Fewer columns than this tell nothing.
const LEAST: usize = 16;

/// A chart's columns and the weeks they stand for.
#[derive(Clone, Copy)]
struct Scale {
    columns: usize,
    weeks: u32,
}

impl Scale {
    fn at(self, week: u32) -> usize {
        let columns = u64::try_from(self.columns).unwrap_or(0);
        usize::try_from(u64::from(week) * columns / u64::from(self.weeks.max(1))).unwrap_or(0).min(self.columns)
    }
}

/// Writes the timeline of a route that begins `today`.
pub fn write(pack: &Pack, sheet: &mut Sheet, route: &Route, today: Date) {
    let labels = (sheet.width() / 3).min(24);
    let columns = sheet.width().saturating_sub(labels + 2);
    if columns < LEAST || route.totals.weeks.0 == 0 {
        return;
    }
    let scale = Scale { columns, weeks: route.totals.weeks.0 };
    for step in &route.steps {
        role_bar(pack, sheet, step, labels, scale);
        study_bar(sheet, step, labels, scale);
    }
    let line = format!("{} {}", column("", labels), "─".repeat(columns));
    sheet.row(Row::text(Token::Dim, line));
    sheet.row(Row::text(Token::Dim, format!("{} {}", column("", labels), years(today, scale))));
}

fn role_bar(pack: &Pack, sheet: &mut Sheet, step: &Step, labels: usize, scale: Scale) {
    let title = column(&pack.role(step.role).title, labels);
    let from = scale.at(step.enter.0);
    let row = match step.leave {
        Some((leave, _)) => {
            let to = scale.at(leave.0).max(from + 1);
            vec![
                piece(Token::Text, title),
                piece(Token::Text, " ".repeat(from + 1)),
                piece(Token::Bar, "█".repeat(to - from)),
            ]
        }
        None => vec![piece(Token::Target, title), piece(Token::Text, " ".repeat(from + 1)), piece(Token::Target, "▶")],
    };
    sheet.row(Row::of(row));
}

/// What is studied in a stint, and its checks at the end of it.
fn study_bar(sheet: &mut Sheet, step: &Step, labels: usize, scale: Scale) {
    if step.study.is_empty() && step.checks.is_empty() {
        return;
    }
    let what = if step.study.is_empty() { "check" } else { "study" };
    let mut pieces: Vec<Piece> = vec![piece(Token::Dim, column(&format!("  {what}"), labels)), piece(Token::Text, " ")];
    let mut at = 0;
    let mut put = |from: usize, cells: usize, sign: &str, token: Token| {
        let from = from.max(at);
        pieces.push(piece(Token::Text, " ".repeat(from - at)));
        pieces.push(piece(token, sign.repeat(cells)));
        at = from + cells;
    };
    for study in &step.study {
        let (from, to) = (scale.at(study.start.0), scale.at(study.end.0));
        put(from, to.saturating_sub(from).max(1), "▒", Token::Study);
    }
    if let (Some((leave, _)), false) = (step.leave, step.checks.is_empty()) {
        put(scale.at(leave.0).saturating_sub(1), 1, "○", Token::Pending);
    }
    sheet.row(Row::of(pieces));
}

/// The years, each where it begins, as far as they do not run into each other.
fn years(today: Date, scale: Scale) -> String {
    let mut line = String::new();
    let mut year = today.year();
    while let Some(next) = year.checked_add(1) {
        let Ok(first) = Date::new(next, 1, 1) else { break };
        let Ok(days) = today.until(first).map(|span| span.get_days()) else { break };
        let week = u32::try_from(days / 7).unwrap_or(0);
        if week > scale.weeks {
            break;
        }
        let at = scale.at(week);
        let text = next.to_string();
        if year == today.year() && at > 4 {
            line = year.to_string();
        }
        if (line.is_empty() || at > width(&line)) && at + text.len() <= scale.columns + 1 {
            line = format!("{}{text}", column(&line, at));
        }
        year = next;
    }
    if line.is_empty() { today.year().to_string() } else { line }
}
