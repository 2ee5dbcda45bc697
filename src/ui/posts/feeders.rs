//! Who could fill the post: the roles that lead to it, and how soon people in them would be ready.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::change::under;
use crate::app::desk::Knowledge;
use crate::app::hit::{Pane, Target};
use crate::domain::offer::{Deadline, Feeder, Stands, telling};
use crate::domain::quantity::Weeks;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::overlay::window;
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::text::{column, column_right};

const WIDTH: u16 = 90;
/// Cells of a duration.
const TIME: usize = 9;

/// Draws the sheet.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let Some(post) = app.selected_post().map(|id| app.pack().post(id)) else { return };
    let inner = window(canvas, body, (WIDTH, body.height), &format!("Who could fill it? · {}", post.title));
    let mut sheet = Sheet::new(inner.width);
    match app.feeders() {
        Knowledge::Known(found) => {
            let deadline = Deadline::of(post, app.today());
            sheet.text(Token::Strong, &telling::feeders(app.pack(), found, deadline));
            let words = format!(
                "Roles that lead to its role, {}: how long somebody in them takes to be ready, who has served the years asked \
                 for, and who has just begun. Nobody is ranked.",
                under(app.stance().ruleset)
            );
            sheet.text(Token::Dim, &words);
            sheet.gap();
            let room = sheet.width();
            sheet.row(heading(deadline, room));
            for feeder in found {
                sheet.row(row(app, feeder, deadline, room));
            }
        }
        _ => sheet.text(Token::Dim, "Working it out"),
    }
    canvas.sheet(inner, &sheet, Pane::Overlay, app.scrolled(Pane::Overlay));
}

/// Cells of how it stands before the closing date, where there is one to come.
const STANDS: usize = 19;

fn title_room(deadline: Deadline, room: usize) -> usize {
    let stands = if matches!(deadline, Deadline::Open { .. }) { STANDS + 2 } else { 0 };
    room.saturating_sub(2 * (TIME + 1) + stands + 6)
}

fn heading(deadline: Deadline, room: usize) -> Row {
    let role = column("role", title_room(deadline, room));
    let (served, new) = (column_right("served", TIME), column_right("new", TIME));
    let stands = if matches!(deadline, Deadline::Open { .. }) { "  by the closing day" } else { "" };
    Row::text(Token::Dim, format!("{role} moves {served} {new}{stands}"))
}

fn row(app: &App, feeder: &Feeder, deadline: Deadline, room: usize) -> Row {
    let time = |weeks: Option<Weeks>| match weeks {
        None => "no way".to_owned(),
        Some(Weeks::ZERO) => "now".to_owned(),
        Some(weeks) => weeks.to_string(),
    };
    let stands = deadline.stands(feeder.served);
    let (token, sign) = match stands {
        Stands::InTime => (Token::Good, "✓ "),
        Stands::LateBy(_) | Stands::NoWay => (Token::Bad, "✗ "),
        Stands::NoDeadline | Stands::Closed => (Token::Dim, ""),
    };
    let stands = if sign.is_empty() || !matches!(deadline, Deadline::Open { .. }) {
        String::new()
    } else {
        format!(" {sign}{stands}")
    };
    let title = column(&app.pack().role(feeder.role).title, title_room(deadline, room));
    let (served, new) = (column_right(&time(feeder.served), TIME), column_right(&time(feeder.new), TIME));
    Row::of(vec![
        piece(Token::Text, format!("{title} {:>5} {served} {new}", feeder.distance.moves())),
        piece(token, stands),
    ])
    .target(Target::Role(feeder.role))
}
