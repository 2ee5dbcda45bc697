//! The chosen route: stint by stint in words, then the timeline, then what it takes for granted.

use ratatui::layout::Rect;

use super::{none, timeline};
use crate::app::App;
use crate::app::hit::{Pane, Target};
use crate::app::story::{self, Stint, StudyLine};
use crate::domain::Pack;
use crate::domain::career_move::Usual;
use crate::domain::planner::Route;
use crate::domain::training::Status;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::text::column;

/// Columns of the date before a stint.
const WHEN: usize = 9;

/// Draws the pane of the chosen route.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let picks = app.picks();
    let pick = picks.get(app.chosen_line());
    let title = pick.map_or("No route".to_owned(), |pick| format!("{} · {}", pick.name, story::totals(pick.route)));
    let inner = canvas.frame(area, &title, Pane::Route, app.focus());
    let mut sheet = Sheet::new(inner.width);
    match pick {
        Some(pick) => write(app, &mut sheet, pick.route),
        None => none::write(app, &mut sheet),
    }
    canvas.sheet(inner, &sheet, Pane::Route, app.scrolled(Pane::Route));
}

fn write(app: &App, sheet: &mut Sheet, route: &Route) {
    for stint in story::story(app.pack(), route, app.today()) {
        write_stint(app, sheet, &stint);
    }
    sheet.gap();
    timeline::write(app.pack(), sheet, route, app.today());
    sheet.gap();
    sheet.text(Token::Text, "A route is not a promise: every post still has to be won.");
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
    let mut pieces = vec![piece(Token::Strong, column(&stint.when, WHEN)), piece(token, &stint.title)];
    if let Some(lasts) = &stint.lasts {
        pieces.push(piece(Token::Dim, format!(", for {lasts}")));
    }
    if !pack.posts_of(stint.role).is_empty() {
        pieces.extend(challenged(pack, stint));
    }
    let row = Row::of(pieces).target(Target::Role(stint.role));
    sheet.row(match &stint.pay {
        Some(pay) => row.right(Token::Text, pay),
        None => row.right(Token::Dim, "pay not known"),
    });
    let indent = piece(Token::Text, " ".repeat(WHEN));
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

fn challenged(pack: &Pack, stint: &Stint) -> Option<super::super::sheet::Piece> {
    let hard = |id: &crate::domain::id::PostId| pack.post(*id).standing == crate::domain::post::Standing::Challenged;
    let count = pack.posts_of(stint.role).iter().filter(|id| hard(id)).count();
    (count > 0).then(|| piece(Token::Challenged, format!(" ◆ {count} challenged")))
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
