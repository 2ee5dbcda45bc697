//! Routes side by side, a column each: what they come to, the way they share, where they part and meet again.

use ratatui::layout::Rect;

use super::window;
use crate::app::App;
use crate::app::compare::parting;
use crate::app::hit::Pane;
use crate::app::overlay::Overlay;
use crate::app::picks::Pick;
use crate::app::story::{self, Stint, moves};
use crate::domain::Pack;
use crate::domain::planner::Route;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::sheet::{Piece, Row, Sheet, piece};
use crate::ui::text::{column, width};

/// Between two columns.
const GAP: &str = " │ ";

/// Draws the routes that are compared.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let picks = app.side_by_side();
    let inner = window(canvas, body, (body.width.min(180), body.height), "Ways side by side");
    let count = picks.len().max(1);
    let gaps = width(GAP) * (count - 1);
    let cells = u16::try_from(usize::from(inner.width).saturating_sub(gaps) / count).unwrap_or(0);
    let mut sheet = Sheet::new(inner.width);
    let across = |sheet: &mut Sheet, columns: Vec<Sheet>| side_by_side(sheet, &columns, usize::from(cells));
    across(&mut sheet, picks.iter().map(|pick| head(pick, cells)).collect());
    let routes: Vec<&Route> = picks.iter().map(|pick| pick.route).collect();
    let parting = parting(&routes);
    let stories: Vec<Vec<Stint>> = routes.iter().map(|route| story::story(app.pack(), route, app.today())).collect();
    let part = |from: usize, end: &dyn Fn(usize) -> usize, token: Token| {
        let column =
            |story: &Vec<Stint>| stints(app.pack(), &story[from.min(end(story.len()))..end(story.len())], cells, token);
        stories.iter().map(column).collect::<Vec<_>>()
    };
    sheet.heading("At first all go the same way");
    across(&mut sheet, part(0, &|_| parting.together, Token::Text));
    let apart = stories.iter().any(|story| story.len() > parting.together + parting.again);
    if apart {
        sheet.heading("Here they part");
        across(&mut sheet, part(parting.together, &|length| length - parting.again, Token::Route));
    }
    if parting.again > 0 {
        sheet.heading(if apart { "Here they meet again" } else { "And so to the end" });
        let last =
            stories.iter().map(|story| stints(app.pack(), &story[story.len() - parting.again..], cells, Token::Text));
        let last: Vec<Sheet> = last.collect();
        across(&mut sheet, last);
    }
    sheet.gap();
    if app.overlays().last() == Some(&Overlay::CompareRules) {
        sheet.text(Token::Dim, "The fastest way under each of the rules.");
        return canvas.sheet(inner, &sheet, Pane::Overlay, app.scrolled(Pane::Overlay));
    }
    sheet.text(Token::Dim, "Space in the list marks the ways to set side by side, three at the most.");
    canvas.sheet(inner, &sheet, Pane::Overlay, app.scrolled(Pane::Overlay));
}

/// A route's name and totals.
fn head(pick: &Pick<'_>, cells: u16) -> Sheet {
    let mut sheet = Sheet::new(cells);
    sheet.text(Token::Strong, &pick.name);
    let totals = &pick.route.totals;
    sheet.text(Token::Text, &format!("{} · {}", totals.weeks, moves(totals.moves)));
    sheet.text(Token::Text, &format!("{} h of study · {}", totals.study_hours, story::cost(pick.route)));
    sheet
}

/// Stints in few words: when, what, and what is studied.
fn stints(pack: &Pack, stints: &[Stint], cells: u16, token: Token) -> Sheet {
    let mut sheet = Sheet::new(cells);
    for stint in stints {
        sheet.hanging(&[piece(Token::Dim, column(&stint.when, WHEN))], token, &stint.title);
        for study in &stint.studies {
            let lead = [piece(Token::Text, " ".repeat(WHEN)), piece(Token::Study, "▒ ")];
            sheet.hanging(&lead, Token::Dim, &pack.training(study.training).title);
        }
    }
    sheet
}

/// Columns of a date.
const WHEN: usize = 9;

/// Sheets next to each other; a short one goes on empty.
pub(super) fn side_by_side(sheet: &mut Sheet, columns: &[Sheet], cells: usize) {
    let height = columns.iter().map(|column| column.rows().len()).max().unwrap_or(0);
    for at in 0..height {
        let mut pieces: Vec<Piece> = Vec::new();
        for (number, column) in columns.iter().enumerate() {
            if number > 0 {
                pieces.push(piece(Token::Border, GAP));
            }
            let of_row = column.rows().get(at).map(|row| row.pieces.clone()).unwrap_or_default();
            let used: usize = of_row.iter().map(|piece| width(&piece.text)).sum();
            pieces.extend(of_row);
            pieces.push(piece(Token::Text, " ".repeat(cells.saturating_sub(used))));
        }
        sheet.row(Row::of(pieces));
    }
}
